/* Sessions that sparks ask for: a group chooses, a few find one, those who are active talk. */
#include <math.h>

#include "gathering/convening.h"
#include "inquiries/inquiries.h"
#include "knowledge/commons.h"
#include "people/interests.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"
#include "ties/ties.h"

/* --- convening --- */

/* What they talk about: the inquiry of the spark, or the know-how of their topic. */
static struct matter *matter_of(struct site *site, const struct spark_meeting *meeting)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    if (meeting->purpose != MEETING_TALK)
        return knowledge_commons(knowledge_of(parts_of(site)));
    uint32_t inquiry = sparks->terms.kinds[local_at(sparks, meeting->number)->kind].inquiry_number;
    return inquiry > 0 ? inquiry_matter(inquiries_of(parts_of(site)), inquiry)
                       : knowledge_commons(knowledge_of(parts_of(site)));
}

static uint32_t topic_of(const struct sparks *sparks, const struct spark_meeting *meeting, uint32_t caller)
{
    return meeting->purpose == MEETING_TALK ? concept_topic(&local_at(sparks, meeting->number)->concept)
                                            : person_topic(sparks->terms.people, caller);
}

bool meeting_convened(struct site *site, const struct spark_meeting *meeting,
                      const struct calendar_entry *entry, const uint32_t *people, uint32_t count)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct matter *matter = matter_of(site, meeting),
                  *commons = knowledge_commons(knowledge_of(parts_of(site)));
    struct facet_set about;
    bool on_topic = matter != NULL && matter == commons;
    if (on_topic)
        about = topic_facets(knowledge_of(parts_of(site)), topic_of(sparks, meeting, people[0]));
    if (sparks->meeting_count == sparks->meeting_room) {
        uint32_t room = sparks->meeting_room == 0 ? 16 : 2 * sparks->meeting_room;
        sparks->meetings = arena_grow(sparks->terms.arena, sparks->meetings, sparks->meeting_count, room,
                                      sizeof *sparks->meetings);
        sparks->meeting_room = room;
    }
    uint32_t number = sparks->meeting_count++;
    sparks->meetings[number] = *meeting;
    const struct convening convening = {
        .entry = entry,
        .people = people,
        .count = count,
        .luck = number,
        .matter = matter,
        .about = on_topic ? &about : NULL,
        .owner_kind = OWNER_SPARK,
        .owner = number,
    };
    return gathering_convene(site, &convening);
}

/* Guests have their own sparks at home. */
static uint32_t list_present(struct sparks *sparks, const struct session *session)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < session->here.count && count <= MOST_ASKED; i++)
        if (person_belongs(sparks->terms.people, session->here.people[i]))
            sparks->called[count++] = session->here.people[i];
    return count;
}

void sparks_session_closes(struct site *site, const struct session *session)
{
    if (session->origin.owner_kind != OWNER_SPARK)
        return;
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark_meeting meeting = sparks->meetings[session->origin.owner];
    sparks->tally.session_hours += sim_hours(session_presence(site, session));
    uint32_t count = list_present(sparks, session);
    switch (meeting.purpose) {
    case MEETING_CHOOSES:
        route_group_chose(site, meeting.number, meeting.group, sparks->called, count);
        break;
    case MEETING_CIRCLE:
        route_circle_found(site, meeting.number, sparks->called, count);
        break;
    case MEETING_TALK:
        sparks->tally.talks++;
        break;
    }
}

/* --- somebody calls a few others together --- */

struct call_card {
    uint32_t route;
};

static const struct spark_route *route_at(const struct sparks *sparks, uint32_t route)
{
    return (const struct spark_route *)sparks->terms.settings->routes.items + route;
}

static struct draw draw_of_call(const struct sparks *sparks, uint32_t which)
{
    return spark_draw(sparks, DRAW_SPARK_CALL, 2 * sparks->tally.calls + which);
}

/* Candidates come at the rate of everybody who may ever be here, and each names a person. */
void calls_start(struct site *site, uint32_t route)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    double rate = route_at(sparks, route)->calls_per_hour * sparks->terms.people->count;
    if (rate <= 0)
        return;
    struct draw draw = draw_of_call(sparks, 0);
    sparks->tally.calls++;
    struct call_card card = {route};
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < sparks->terms.ends - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_SPARK_CALLED, &card, sizeof card);
}

static bool is_called(const uint32_t *called, uint32_t count, uint32_t person)
{
    for (uint32_t i = 0; i < count; i++)
        if (called[i] == person)
            return true;
    return false;
}

static bool can_meet(const struct people *people, uint32_t person, sim_time now)
{
    return person_is_here(people, person) && person_is_free(people, person) &&
           person_can_come(people, person, now);
}

/* What both care for brings her, or that the two are tied. */
static bool comes_along(struct site *site, uint32_t caller, uint32_t person, struct draw *draw)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    const struct people *people = sparks->terms.people;
    const struct ties *ties = ties_of(parts_of(site));
    bool fits = people->interest == NULL ||
                (double)interest_match(people, caller, person) >= sparks->terms.settings->fit;
    double tie = ties == NULL ? 0 : tie_between(ties, caller, person, site_now(site));
    return fits || (tie > 0 && draw_uniform(draw) < tie);
}

static uint32_t ask_around(struct site *site, uint32_t caller, int64_t asks, struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct people *people = sparks->terms.people;
    uint32_t count = 0;
    sparks->called[count++] = caller;
    for (int64_t i = 0; i < asks; i++) {
        uint32_t person = draw_below(draw, people_ever(people));
        if (can_meet(people, person, site_now(site)) && !is_called(sparks->called, count, person) &&
            comes_along(site, caller, person, draw))
            sparks->called[count++] = person;
    }
    return count;
}

void on_spark_called(struct site *site, const struct event *event)
{
    struct call_card card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct people *people = sparks->terms.people;
    const struct spark_route *route = route_at(sparks, card.route);
    struct draw draw = draw_of_call(sparks, 1);
    uint32_t caller = draw_below(&draw, people->count);
    struct spark_meeting meeting = {MEETING_CIRCLE, card.route, NOBODY};
    if (person_belongs(people, caller) && can_meet(people, caller, site_now(site))) {
        uint32_t count = ask_around(site, caller, route->asks, &draw);
        if (count >= (uint64_t)route->people)
            meeting_convened(site, &meeting, &route->session, sparks->called, count);
    }
    calls_start(site, card.route);
}

/* --- those who are active talk --- */

/* Lists of those who are ready as many as a talk takes, and who can come now. Who is not active any more is
 * taken off. */
static uint32_t list_ready(struct site *site, struct local_spark *spark, uint32_t wanted)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t count = 0;
    uint32_t *link = &spark->first_ready;
    while (*link != 0) {
        struct burning *one = burning_at(sparks, *link - 1);
        if (!one->burns) {
            *link = one->next;
            spark->ready--;
            continue;
        }
        if (count < wanted && can_meet(sparks->terms.people, one->person, site_now(site)))
            sparks->called[count++] = one->person;
        link = &one->next;
    }
    return count;
}

static void take_off(struct sparks *sparks, struct local_spark *spark, uint32_t count)
{
    uint32_t *link = &spark->first_ready;
    while (*link != 0) {
        const struct burning *one = burning_at(sparks, *link - 1);
        if (is_called(sparks->called, count, one->person)) {
            *link = one->next;
            spark->ready--;
        } else {
            link = &burning_at(sparks, *link - 1)->next;
        }
    }
}

void talks_try(struct site *site, uint32_t local)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct local_spark *spark = local_at(sparks, local);
    uint32_t wanted = (uint32_t)sparks->terms.kinds[spark->kind].people;
    if (wanted > MOST_ASKED || spark->ready < wanted || list_ready(site, spark, wanted) < wanted)
        return;
    struct spark_meeting meeting = {MEETING_TALK, local, NOBODY};
    take_off(sparks, spark, wanted);
    meeting_convened(site, &meeting, &sparks->terms.talk[spark->kind], sparks->called, wanted);
}
