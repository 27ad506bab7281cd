/* A session begins, goes from stage to stage, and closes; a person joins it late. */
#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/hearing.h"
#include "conversation/rules.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "moments.h"
#include "parts.h"

static uint32_t slots_of(const struct method *method)
{
    uint32_t slots = 0;
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->takes_slot && stage_takes_posted(method, &stages[i]))
            slots += (uint32_t)stages[i].times;
    return slots;
}

/* --- stages --- */

static void begin_round(struct site *site, struct session *session)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    const struct stage *stage = session_stage(session);
    session_send_tired_home(site, session);
    session->at.serial++;
    session->at.began = site_now(site);
    session->books.taken_up = 0;
    for (uint32_t i = 0; i < session->here.count; i++)
        gathering->persons.visited[session->here.people[i]] = 0;
    session->timers.stage = (struct event_ticket){0};
    session->at.until = session->ends > 0 ? session->ends : SIM_NEVER;
    if (stage->lasts > 0)
        session_end_stage_at(site, session, site_now(site) + stage->lasts);
    MOMENT(site, stage_begins, session);
    stage->verb->begin(site, session);
}

void session_begin(struct site *site, struct session *session)
{
    session->market.slots = slots_of(session->origin.entry->method);
    session->tally->sessions++;
    session->tally->heads += session->here.count;
    session_inquires(site, session);
    chronicle_tell(site, TOLD_SESSION_BEGINS, session->number,
                   session->origin.owner_kind == OWNER_GROUP ? session->origin.owner : CHRONICLE_NOBODY,
                   session->origin.owner_kind);
    for (uint32_t i = 0; i < session->here.count; i++)
        chronicle_tell(site, TOLD_SESSION_ENTERED, session->here.people[i], session->number, NAN);
    if (session->ends > 0)
        session_end_at(site, session, session->ends);
    company_begins(site, session);
    begin_round(site, session);
}

static void forget(struct site *site, const struct session *session, struct matter *question)
{
    struct parts *parts = parts_of(site);
    if (session->origin.of_calendar > 0)
        MOMENT(site, question_closes, question);
    matter_release(knowledge_of(parts), question);
}

static void forget_questions(struct site *site, const struct session *session)
{
    for (uint32_t i = 0; i < session->market.posted; i++)
        if (session->market.postings[i].matter != NULL &&
            session->market.postings[i].matter->kind == MATTER_QUESTION)
            forget(site, session, session->market.postings[i].matter);
    if (session->asked.question != NULL)
        forget(site, session, session->asked.question);
}

static void close_session(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    struct gathering *gathering = gathering_of(parts);
    site_cancel(site, session->timers.stage);
    site_cancel(site, session->timers.session);
    site_cancel(site, session->timers.move);
    session_close_circles(site, session);
    double energy = 0;
    for (uint32_t i = 0; i < session->here.count; i++)
        energy += (double)people_of(parts)->body.energy[session->here.people[i]];
    session->tally->middles += session->books.inside > 0 ? 1 : 0;
    session->tally->inside += session->books.inside;
    session->tally->stayed_for += session->here.count > 0 ? 1 : 0;
    session->tally->energy_at_close += session->here.count > 0 ? energy / session->here.count : 0;
    chronicle_tell(site, TOLD_SESSION_ENDS, session->number, CHRONICLE_NOBODY,
                   session->here.count > 0 ? energy / session->here.count : (double)NAN);
    if (session->origin.owner_kind != OWNER_NONE)
        MOMENT(site, session_closes, session);
    else
        MOMENT(site, calendar_session_closes, session);
    session_endorses(site, session);
    while (session->here.count > 0)
        session_stand_up(site, session, session->here.count - 1, LEAVES);
    session_has_inquired(session);
    forget_questions(site, session);
    session->tally->session_time += site_now(site) - session->opened;
    session_give_back(gathering, session);
    agenda_forget(site, agenda_of(parts), gathering_speaks_of);
    calendar_goes_on(site, session);
}

/* The circles are done. Whether something else comes before the next round: delegates talk with their groups.
 */
static bool round_ends(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    bool came_back = session->at.confers;
    if (came_back)
        session_confer_end(site, session);
    if (stage->verb->end != NULL && !(came_back && stage->verb->talks))
        stage->verb->end(site, session);
    if (came_back || !stage->verb->talks || !session_confers(site, session))
        return false;
    session->at.serial++;
    session->timers.stage = (struct event_ticket){0};
    session_confer_begin(site, session);
    session_end_stage_at(site, session, site_now(site) + stage->confer);
    return true;
}

static void next_round(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    site_cancel(site, session->timers.stage);
    site_cancel(site, session->timers.move);
    if (round_ends(site, session))
        return;
    if (++session->at.round < (uint32_t)stage->times) {
        begin_round(site, session);
        return;
    }
    if (session->at.stage + 1 == session->origin.entry->method->stages.count) {
        close_session(site, session);
        return;
    }
    session->at.round = 0;
    session->at.stage++;
    begin_round(site, session);
}

void session_break_off(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    if (session->at.confers)
        session_confer_end(site, session);
    if (stage->verb->end != NULL)
        stage->verb->end(site, session);
    close_session(site, session);
}

void on_stage_ends(struct site *site, const struct event *event)
{
    struct stage_card card;
    event_read(event, &card, sizeof card);
    struct session *session = session_of_card(gathering_of(parts_of(site)), card.slot, card.session);
    if (session != NULL && session->at.serial == card.serial)
        next_round(site, session);
}

void on_session_ends(struct site *site, const struct event *event)
{
    struct stage_card card;
    event_read(event, &card, sizeof card);
    struct session *session = session_of_card(gathering_of(parts_of(site)), card.slot, card.session);
    if (session != NULL)
        session_break_off(site, session);
}

/* --- a person joins late --- */

void session_join(struct site *site, struct session *session, uint32_t person)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    require(session->open);
    session_make_room(gathering, session, session->here.count + 1);
    session_enter(gathering, session, person, site_now(site));
    gathering->persons.visited[person] = 0;
    series_note(gathering, session, person);
    session->tally->heads++;
    session_is_attended(site, session, person);
    chronicle_tell(site, TOLD_SESSION_ENTERED, person, session->number, NAN);
    person_rest(gathering->people, person, site_now(site));
    session_seat_late(site, session, person);
}
