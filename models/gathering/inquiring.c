/* Sessions about an inquiry: who came, what was posted, what each circle talks about, and what comes of it.
 */
#include <math.h>

#include "chronicle.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "inquiries/inquiries.h"
#include "knowledge/census.h"
#include "moments.h"
#include "parts.h"

struct matter *session_inquiry(struct site *site, const struct session *session)
{
    if (session->origin.of_calendar == 0)
        return NULL;
    return inquiry_matter(inquiries_of(parts_of(site)), session->origin.entry->inquiry_number);
}

void session_is_attended(struct site *site, const struct session *session, uint32_t person)
{
    const struct matter *matter = session_inquiry(site, session);
    if (matter != NULL)
        inquiry_is_attended(matter->inquiry, person);
}

void session_inquires(struct site *site, struct session *session)
{
    const struct matter *matter = session_inquiry(site, session);
    session->asked.aspect = NOBODY;
    session->asked.inquiry = matter;
    if (matter == NULL)
        return;
    if (session->origin.entry->aspect->in_turn)
        session->asked.aspect = inquiry_next_aspect(matter->inquiry);
    for (uint32_t i = 0; i < session->here.count; i++)
        inquiry_is_attended(matter->inquiry, session->here.people[i]);
}

/* Its hours count, though the inquiry may be over by now. */
void session_has_inquired(const struct session *session)
{
    if (session->asked.inquiry != NULL)
        inquiry_takes_time(session->asked.inquiry->inquiry, session->here.presence);
}

void session_still_inquires(struct site *site, const struct session *session)
{
    if (session->asked.inquiry != NULL)
        inquiry_takes_time(session->asked.inquiry->inquiry, session_presence(site, session));
}

/* Those who are for it: by leaning and arguments together, so that what was put together counts. */
void session_endorses(struct site *site, const struct session *session)
{
    struct parts *parts = parts_of(site);
    const struct matter *matter = session_inquiry(site, session);
    if (matter == NULL)
        return;
    double weight = conversation_argument_weight(conversation_of(parts));
    uint32_t endorsers = 0;
    for (uint32_t i = 0; i < session->here.count; i++)
        endorsers += person_opinion(matter, session->here.people[i], weight) >= 0.5 ? 1 : 0;
    if (!inquiry_is_endorsed(matter->inquiry, endorsers))
        return;
    const struct item *item =
        agenda_submit_inquiry(site, agenda_of(parts), matter, inquiry_proposal_id(matter->inquiry));
    chronicle_tell(site, TOLD_INQUIRY_PROPOSED, session->origin.entry->inquiry_number, item->number, NAN);
}

/* --- what circles talk about --- */

/* Each who posts names the aspect she cares for most that nobody has posted. */
void session_post_aspects(struct site *site, struct session *session, uint32_t most)
{
    struct matter *matter = session_inquiry(site, session);
    uint64_t taken = 0;
    for (uint32_t i = 0; matter != NULL && i < session->here.count && session->market.posted < most; i++) {
        uint32_t person = session->here.people[i];
        struct draw draw = draw_for(site_luck(site), DRAW_POSTING, session->origin.luck, person);
        if (draw_uniform(&draw) >= session_stage(session)->posts)
            continue;
        uint32_t aspect = inquiry_favourite(matter->inquiry, person, taken);
        if (aspect == NOBODY)
            return;
        taken |= UINT64_C(1) << aspect;
        session_post(session, &(struct posting){matter, 0, aspect, person});
    }
}

void session_narrow(const struct session *session, struct circle *circle, uint32_t index)
{
    const struct matter_rule *rule = session_stage(session)->matter;
    if (circle->matter == NULL || circle->matter->inquiry == NULL || rule->aspect == NULL)
        return;
    uint32_t aspect = rule->aspect(session, index);
    if (aspect == NOBODY)
        return;
    const struct inquiry *inquiry = circle->matter->inquiry;
    struct facet_set about = inquiry_aspect(inquiry, aspect % (uint32_t)inquiry_settings(inquiry)->aspects);
    circle_belongs_to(circle, circle->process, &about);
}

void session_narrow_to_tasks(struct site *site, const struct session *session, struct circle *circle)
{
    struct facet_set about = {{0}};
    bool known = false;
    if (!session_stage(session)->matter->of_task || circle->matter == NULL)
        return;
    ASK(site, known, tasks_in_hand, session, circle, &about);
    if (known)
        circle_belongs_to(circle, circle->process, &about);
}

uint32_t session_poster(struct site *site, const struct session *session, uint32_t circle)
{
    if (!stage_takes_posted(session->origin.entry->method, session_stage(session)))
        return NOBODY;
    const struct posting *posting = session_posting(session, circle);
    bool is_there = posting != NULL && posting->poster != NOBODY &&
                    session_has(people_of(parts_of(site)), session, posting->poster);
    return is_there ? posting->poster : NOBODY;
}

void gathering_counts_inquiry(struct site *site, const struct matter *matter)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    for (uint32_t i = 0; i < conversation_circles(conversation); i++) {
        struct circle *circle = conversation_circle(conversation, i);
        if (circle->open && circle->matter == matter)
            circle_settle(conversation, circle, site_now(site));
    }
}

// clang-format off
static const struct aspect_rule aspects_chosen = {{"chosen", "a circle for each aspect, or for some in turn where the stage says how many circles", "Owen 2008, Open Space Technology"}, false};
static const struct aspect_rule aspects_next   = {{"next", "one aspect for all circles of a session, and the next one in the next session", "a planned series of conversations: Brown & Isaacs 2005, The World Cafe"}, true};
// clang-format on

const struct choice *const aspect_rules[] = {&aspects_chosen.choice, &aspects_next.choice, NULL};
