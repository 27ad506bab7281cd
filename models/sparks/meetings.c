/* What comes of sessions that sparks ask for; and somebody calls a few others together. */
#include <math.h>

#include "conversation/conversation.h"
#include "gathering/convening.h"
#include "inquiries/inquiries.h"
#include "knowledge/commons.h"
#include "people/interests.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"
#include "ties/ties.h"

/* Guests have their own sparks at home, unless they take part here. */
static uint32_t list_present(struct sparks *sparks, const struct session *session)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < session->here.count && count <= MOST_ASKED; i++)
        if (takes_part(sparks, session->here.people[i]))
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
        found_by_group(site, meeting.number, meeting.group, sparks->called, count);
        break;
    case MEETING_CIRCLE:
        found_by_circle(site, meeting.number, sparks->called, count);
        break;
    case MEETING_TALK:
        sparks->tally.talks++;
        break;
    }
}

/* What was said in a talk on an inquiry comes in, while the inquiry lives; those who sit there contribute. */
void sparks_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    if (session->origin.owner_kind != OWNER_SPARK || !sparks->terms.settings->talks.contribute)
        return;
    const struct spark_meeting *meeting = &sparks->meetings[session->origin.owner];
    if (meeting->purpose != MEETING_TALK)
        return;
    uint32_t inquiry = sparks->terms.kinds[local_at(sparks, meeting->number)->kind].inquiry_number;
    const struct matter *matter = inquiry_matter(inquiries_of(parts_of(site)), inquiry);
    if (matter == NULL || circle->matter != matter || facet_count(&circle->talk.said) == 0)
        return;
    giving_in_talk(sparks, meeting->number, &circle->talk.said);
    for (uint32_t i = 0; i < circle->seats.count; i++)
        if (takes_part(sparks, circle->seats.person[i]))
            giving_by(sparks, meeting->number, circle->seats.person[i]);
}

/* --- somebody calls a few others together --- */

struct call_card {
    uint32_t route;
};

static struct draw draw_of_call(const struct sparks *sparks, uint32_t which)
{
    return spark_draw(sparks, DRAW_SPARK_CALL, 2 * sparks->tally.calls + which);
}

/* Candidates come at the rate of everybody who may ever be here, and each names a person. */
void meetings_expect_call(struct site *site, uint32_t route)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    double rate = spark_route_at(sparks, route)->calls_per_hour * sparks->terms.people->count;
    if (rate <= 0)
        return;
    struct draw draw = draw_of_call(sparks, 0);
    sparks->tally.calls++;
    struct call_card card = {route};
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < sparks->terms.ends - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_SPARK_CALLED, &card, sizeof card);
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
        uint32_t person = spark_person_to_meet(sparks, draw_below(draw, spark_people_to_meet(sparks)));
        if (meeting_suits(people, person, site_now(site)) && !meeting_calls(sparks->called, count, person) &&
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
    const struct spark_route *route = spark_route_at(sparks, card.route);
    struct draw draw = draw_of_call(sparks, 1);
    uint32_t caller = draw_below(&draw, people->count);
    struct spark_meeting meeting = {MEETING_CIRCLE, card.route, NOBODY};
    if (takes_part(sparks, caller) && meeting_suits(people, caller, site_now(site))) {
        uint32_t count = ask_around(site, caller, route->asks, &draw);
        if (count >= (uint64_t)route->people)
            meeting_convened(site, &meeting, &route->session, sparks->called, count);
    }
    meetings_expect_call(site, card.route);
}
