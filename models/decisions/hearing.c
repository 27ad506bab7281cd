/* The hearing of a proposal, step by step. A step ends when the channel of the circle is free again. */
#include <math.h>

#include "base/require.h"
#include "base/sorting.h"
#include "chronicle.h"
#include "conversation/rules.h"
#include "conversation/talk.h"
#include "decisions/blocks.h"
#include "decisions/decisions.h"
#include "decisions/numbers.h"
#include "gathering/verbs.h"
#include "knowledge/census.h"
#include "parts.h"

struct decisions *decisions_new(const struct decision_settings *settings, struct arena *arena)
{
    struct decisions *decisions = ARENA_NEW(arena, struct decisions, 1);
    *decisions = (struct decisions){.settings = settings, .arena = arena};
    return decisions;
}

static struct hearing *hearing_of(struct site *site, const struct circle *circle)
{
    struct decisions *decisions = decisions_of(parts_of(site));
    if (circle->id.index >= decisions->room) {
        uint32_t room = (circle->id.index + 16) * 2;
        struct hearing *fresh = ARENA_NEW(decisions->arena, struct hearing, room - decisions->room);
        struct hearing **larger = arena_grow(decisions->arena, decisions->hearings, decisions->room, room,
                                             sizeof(struct hearing *));
        for (uint32_t i = decisions->room; i < room; i++)
            larger[i] = &fresh[i - decisions->room];
        decisions->hearings = larger;
        decisions->room = room;
    }
    return decisions->hearings[circle->id.index];
}

/* --- how a hearing ends --- */

/* How things stand with the people who are at the site, the circle's own knowledge included. */
static void record_item(struct site *site, struct circle *circle, struct item *item, double favour)
{
    struct parts *parts = parts_of(site);
    const struct matter *matter = item->matter;
    circle_settle(conversation_of(parts), circle, site_now(site));
    const struct people *people = people_of(parts);
    double *opinions = knowledge_scratch(knowledge_of(parts));
    uint32_t here = 0;
    double weight = conversation_argument_weight(conversation_of(parts));
    for (uint32_t person = 0; person < people->count; person++)
        if (person_is_here(people, person))
            opinions[here++] = person_opinion(matter, person, weight);
    sort_numbers(opinions, knowledge_more_scratch(knowledge_of(parts)), here);
    struct census census = matter_census(matter, people);
    item->record = (struct item_record){
        .voiced = (double)facet_count(&matter->heard.voiced) / matter->facets,
        .coverage = census.coverage,
        .common = census.common,
        .agreement = opinion_agreement(opinions, here),
        .value = matter_value(matter),
        .favour = favour,
    };
}

/* A person who presents and sat behind the circle comes forward, and goes back when it was heard. */
static void come_forward(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    if (hearing->presenter == NOBODY || circle_of(conversation, hearing->presenter) != NULL)
        return;
    circle_join(site, circle, hearing->presenter);
    hearing->from_behind = true;
}

static void go_back(struct site *site, struct circle *circle, const struct hearing *hearing)
{
    if (hearing->from_behind && circle_of(conversation_of(parts_of(site)), hearing->presenter) == circle)
        circle_leave(site, circle, hearing->presenter);
}

static void hearing_over(struct site *site, struct circle *circle, struct hearing *hearing)
{
    hearing->item->touch += site_now(site) - hearing->began;
    go_back(site, circle, hearing);
    hearing->phase = HEARING_OVER;
    hearing->item = NULL;
    if (!hearing->is_last)
        decide_next(site, circle);
}

/* What was decided may still stand on the wall of a market. */
static void take_off_the_walls(struct gathering *gathering, const struct matter *matter)
{
    for (uint32_t slot = 0; slot < gathering->session_count; slot++) {
        struct session *session = gathering->sessions[slot];
        for (uint32_t i = 0; session->open && i < session->market.posted; i++)
            if (session->market.postings[i].matter == matter)
                session->market.postings[i].matter = NULL;
    }
}

static void dispose(struct site *site, struct circle *circle, struct hearing *hearing,
                    enum outcome_of_item outcome, double favour)
{
    struct parts *parts = parts_of(site);
    struct item *item = hearing->item;
    item->in_circle = circle_session(circle)->circles.count > 1;
    bool plain = decisions_of(parts)->settings->item_length > 0;
    if (!plain)
        record_item(site, circle, item, favour);
    agenda_dispose(site, agenda_of(parts), item, outcome);
    if (plain && agenda_of(parts)->settings->reopening <= 0) {
        circle_loses_matter(circle);
        take_off_the_walls(gathering_of(parts), item->matter);
        matter_release(knowledge_of(parts), item->matter);
        item->matter = NULL;
    }
    hearing_over(site, circle, hearing);
}

/* Whether too few sit here for anything to be decided. People may have gone home since the hearing began. */
static bool too_few(struct site *site, const struct circle *circle)
{
    return (int64_t)circle->seats.count < decisions_of(parts_of(site))->settings->least;
}

/* Back to the agenda, or withdrawn if it was heard often enough; too few cannot decide even that. */
static void hearing_table(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    bool enough = hearing->item->visits >= decisions_of(parts)->settings->most_visits;
    if (enough && !too_few(site, circle)) {
        dispose(site, circle, hearing, ITEM_WITHDRAWN, NAN);
        return;
    }
    matter_gets_prepared(hearing->item->matter);
    agenda_return(site, agenda_of(parts), hearing->item, circle_session(circle)->number);
    hearing_over(site, circle, hearing);
}

/* --- the steps --- */

static sim_time with_waves(struct site *site, const struct circle *circle, sim_time length)
{
    uint32_t waves =
        circle_waves(conversation_settings(conversation_of(parts_of(site))), circle->seats.count);
    return length * (1 + (sim_time)waves);
}

static void hearing_step(struct site *site, struct circle *circle, struct hearing *hearing,
                         enum hearing_phase phase, sim_time length)
{
    hearing->phase = phase;
    circle_pause(site, circle, with_waves(site, circle, length));
}

static double share_in_favour(const struct circle *circle)
{
    uint32_t favour = 0;
    for (uint32_t i = 0; i < circle->seats.count; i++)
        favour += circle->seats.mind.opinion[i] >= 0.5F ? 1 : 0;
    return circle->seats.count == 0 ? 0.0 : (double)favour / circle->seats.count;
}

/* What was said against and not answered yet; NOTHING_NEW when there is none. */
static uint32_t open_concern(const struct circle *circle)
{
    struct facet_set in_favour = facets_for(circle->matter);
    struct facet_set against = facet_without(&circle->talk.voiced, &in_favour);
    against = facet_without(&against, &circle->matter->heard.declined);
    return facet_count(&against) == 0 ? NOTHING_NEW : facet_pick(&against, 0);
}

static bool accepts_amendment(struct site *site, const struct hearing *hearing, uint32_t concern)
{
    const struct decision_settings *settings = decisions_of(parts_of(site))->settings;
    const struct item *item = hearing->item;
    struct draw draw = draw_for(site_luck(site), DRAW_AMENDMENT, item->matter->id,
                                (item->visits * 64 + item->amendments) * (NOTHING_NEW + 1) + concern);
    return draw_uniform(&draw) < settings->amendment;
}

static void amend(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    if (hearing->concern != NOTHING_NEW)
        matter_is_amended(circle->matter, hearing->concern);
    circle_wins_over(circle, (float)decisions_of(parts)->settings->shift);
    hearing->item->amendments++;
    hearing->item->conditions++;
    circle_weigh(conversation_of(parts), circle);
}

static void discuss(struct site *site, struct circle *circle, struct hearing *hearing,
                    const struct turn *ended)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    hearing->phase = DISCUSSING;
    if (site_now(site) >= hearing->box_ends) {
        hearing_table(site, circle, hearing);
        return;
    }
    for (uint32_t concern = open_concern(circle); concern != NOTHING_NEW; concern = open_concern(circle)) {
        matter_is_declined(circle->matter, concern);
        if (!accepts_amendment(site, hearing, concern))
            continue;
        hearing->concern = concern;
        hearing_step(site, circle, hearing, AMENDING, settings->amending);
        return;
    }
    if (ended->speaker != NOBODY && ended->said == 0 &&
        circle_of(conversation_of(parts), ended->speaker) == circle &&
        (double)circle->seats.mind.opinion[seat_of(conversation_of(parts), ended->speaker)] < settings->far &&
        accepts_amendment(site, hearing, NOTHING_NEW)) {
        hearing->concern = NOTHING_NEW;
        hearing_step(site, circle, hearing, AMENDING, settings->amending);
        return;
    }
    if (circle_is_talked_out(conversation_of(parts), circle) || !circle_next_turn(site, circle))
        hearing_step(site, circle, hearing, CHECKING, settings->checking);
}

/* A presenter of what was discussed before gives a digest; of something new, a facet at a time. */
static void present(struct site *site, struct circle *circle, struct hearing *hearing,
                    const struct turn *ended)
{
    struct parts *parts = parts_of(site);
    const struct conversation_settings *talk = conversation_settings(conversation_of(parts));
    bool there =
        hearing->presenter != NOBODY && circle_of(conversation_of(parts), hearing->presenter) == circle;
    bool more = hearing->presented == 0 || ended->is_new;
    if (!there || !more || hearing->presented >= decisions_of(parts)->settings->presenting) {
        circle_livens_up(circle);
        discuss(site, circle, hearing, ended);
        return;
    }
    uint32_t most = 1;
    if (hearing->item->matter->prepared) {
        struct draw draw = draw_for(site_luck(site), DRAW_DIGEST, circle->id.luck, circle->talk.turns);
        most = (uint32_t)(talk->digest_ratio + draw_uniform(&draw));
    }
    hearing->presented += talk->facet_minutes;
    circle_give_floor(site, circle, hearing->presenter, with_waves(site, circle, talk->facet_minutes), most);
}

static void check_temperature(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    const struct decision_rule *rule =
        (const struct decision_rule *)session_stage(circle_session(circle))->decision;
    if (share_in_favour(circle) < settings->table_below) {
        hearing_table(site, circle, hearing);
        return;
    }
    if (rule->calls)
        hearing_step(site, circle, hearing, CALLING, settings->checking);
    else
        hearing_step(site, circle, hearing, COUNTING,
                     settings->counting + settings->counting_each * (sim_time)circle->seats.count);
}

static void call_consensus(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    const struct decision_rule *rule =
        (const struct decision_rule *)session_stage(circle_session(circle))->decision;
    if (too_few(site, circle)) {
        hearing_table(site, circle, hearing);
        return;
    }
    hearing->blocks = blocks_count(site, circle, hearing);
    hearing->item->blocks += hearing->blocks;
    decisions_of(parts)->calls++;
    chronicle_tell(site, TOLD_CONSENSUS_CALLED, hearing->item->number, CHRONICLE_NOBODY, hearing->blocks);
    if (hearing->blocks == 0) {
        dispose(site, circle, hearing, ITEM_PASSED, share_in_favour(circle));
        return;
    }
    decisions_of(parts)->calls_blocked++;
    if (!rule->votes) {
        hearing_table(site, circle, hearing);
        return;
    }
    decisions_of(parts)->votes++;
    sim_time voices =
        (sim_time)hearing->blocks * conversation_settings(conversation_of(parts))->facet_minutes;
    hearing_step(site, circle, hearing, COUNTING,
                 settings->counting + voices + settings->counting_each * (sim_time)circle->seats.count);
}

static void count_votes(struct site *site, struct circle *circle, struct hearing *hearing)
{
    const struct parts *parts = parts_of(site);
    const struct decision_rule *rule =
        (const struct decision_rule *)session_stage(circle_session(circle))->decision;
    double threshold = rule->threshold >= 0 ? rule->threshold : decisions_of(parts)->settings->threshold;
    double favour = share_in_favour(circle);
    bool passes = rule->beyond ? favour > threshold : favour >= threshold;
    if (too_few(site, circle))
        hearing_table(site, circle, hearing);
    else
        dispose(site, circle, hearing, passes ? ITEM_PASSED : ITEM_FAILED, favour);
}

static void end_fixed(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct draw draw =
        draw_for(site_luck(site), DRAW_ITEM, hearing->item->matter->id, hearing->item->visits * 2u + 1u);
    if (too_few(site, circle) || draw_uniform(&draw) < decisions_of(parts_of(site))->settings->objection)
        hearing_table(site, circle, hearing);
    else
        dispose(site, circle, hearing, ITEM_PASSED, NAN);
}

static void hearing_goes_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    struct hearing *hearing = hearing_of(site, circle);
    if (hearing->phase != HEARING_OVER && hearing->item->moot) {
        agenda_let_go(site, agenda_of(parts_of(site)), hearing->item);
        hearing_over(site, circle, hearing);
        return;
    }
    switch (hearing->phase) {
    case HEARING_OVER:
        break;
    case HEARING_FIXED:
        end_fixed(site, circle, hearing);
        break;
    case PRESENTING:
        present(site, circle, hearing, ended);
        break;
    case AMENDING:
        amend(site, circle, hearing);
        discuss(site, circle, hearing, ended);
        break;
    case DISCUSSING:
        discuss(site, circle, hearing, ended);
        break;
    case CHECKING:
        check_temperature(site, circle, hearing);
        break;
    case CALLING:
        call_consensus(site, circle, hearing);
        break;
    case COUNTING:
        count_votes(site, circle, hearing);
        break;
    }
}

static const struct guide guide_decide = {.channel_free = hearing_goes_on};

/* --- the verb --- */

/* A hearing of a length drawn beforehand; one that was cut goes on where it was. */
static void hear_fixed(struct site *site, struct circle *circle, struct hearing *hearing)
{
    const struct decision_settings *settings = decisions_of(parts_of(site))->settings;
    struct item *item = hearing->item;
    struct draw draw = draw_for(site_luck(site), DRAW_ITEM, item->matter->id, item->visits * 2u);
    double hours = draw_gamma(&draw, sim_hours(settings->item_length), settings->item_cv);
    sim_time length = item->rest > 0 ? item->rest : sim_time_from_hours(hours);
    item->rest = 0;
    hearing->phase = HEARING_FIXED;
    circle_pause(site, circle, length);
}

static void begin_hearing(struct site *site, struct circle *circle, struct item *item)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    sim_time now = site_now(site);
    struct hearing *hearing = hearing_of(site, circle);
    *hearing = (struct hearing){
        .phase = PRESENTING,
        .item = item,
        .presenter = session_presenter(site, circle_session(circle), item->matter),
        .began = now,
        .box_ends = now + settings->time_box,
    };
    item->heard_now = true;
    item->visits++;
    matter_is_taken_up(item->matter);
    if (item->first_heard < 0)
        item->first_heard = now;
    agenda_of(parts)->hearings++;
    circle_session(circle)->books.taken_up++;
    if (circle->matter != item->matter)
        circle_take_up(conversation_of(parts), circle, item->matter);
    come_forward(site, circle, hearing);
    if (settings->item_length > 0) {
        hear_fixed(site, circle, hearing);
        return;
    }
    circle_weigh(conversation_of(parts), circle);
    struct turn none = {.speaker = NOBODY};
    bool heard_here = circle->talk.turns > 0 && facet_count(&circle->talk.voiced) > 0;
    if (heard_here) {
        circle_livens_up(circle);
        discuss(site, circle, hearing, &none);
    } else {
        present(site, circle, hearing, &none);
    }
}

static bool all_over(struct site *site, const struct session *session)
{
    for (uint32_t i = 0; i < session->circles.count; i++)
        if (hearing_of(site, session->circles.all[i])->phase != HEARING_OVER)
            return false;
    return true;
}

static struct item *next_item(struct site *site, const struct circle *circle)
{
    struct parts *parts = parts_of(site);
    const struct session *session = circle_session(circle);
    const struct stage *stage = session_stage(session);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    bool enough = stage->most_items > 0 && session->books.taken_up >= (uint64_t)stage->most_items;
    bool late = session->at.until - site_now(site) < settings->least_left;
    bool few = (int64_t)circle->seats.count < settings->quorum || too_few(site, circle);
    if (enough || late || few)
        return NULL;
    if (stage->matter->circles == NULL && session->circles.count == 1)
        return agenda_next(agenda_of(parts), session->number);
    struct item *own = agenda_item_of(agenda_of(parts), circle->matter);
    bool open = own != NULL && own->open && !own->heard_now && own->not_in != session->number;
    return open ? own : NULL;
}

void decide_next(struct site *site, struct circle *circle)
{
    struct session *session = circle_session(circle);
    struct item *item = next_item(site, circle);
    if (item != NULL)
        begin_hearing(site, circle, item);
    else if (all_over(site, session))
        session_stage_done(site, session);
}

static void decide_begin(struct site *site, struct session *session)
{
    session_seat(site, session);
    session->books.taken_up = 0;
    for (uint32_t i = 0; i < session->circles.count; i++) {
        circle_follows(session->circles.all[i], &guide_decide);
        hearing_of(site, session->circles.all[i])->phase = HEARING_OVER;
    }
    for (uint32_t i = 0; i < session->circles.count; i++)
        decide_next(site, session->circles.all[i]);
    if (session->circles.count == 0)
        session_stage_done(site, session);
}

/* Time is up: what is being heard is continued another day. A hearing of fixed length that ends at this very
 * moment is done. */
static void decide_end(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    for (uint32_t i = 0; i < session->circles.count; i++) {
        struct hearing *hearing = hearing_of(site, session->circles.all[i]);
        sim_time rest = circle_rest(site, session->circles.all[i]);
        circle_hush(site, session->circles.all[i]);
        if (hearing->phase == HEARING_OVER)
            continue;
        if (hearing->phase == HEARING_FIXED && rest == 0 && !hearing->item->moot) {
            hearing->is_last = true;
            end_fixed(site, session->circles.all[i], hearing);
            continue;
        }
        hearing->item->rest = hearing->phase == HEARING_FIXED ? rest : 0;
        hearing->item->touch += site_now(site) - hearing->began;
        matter_gets_prepared(hearing->item->matter);
        if (hearing->item->moot)
            agenda_let_go(site, agenda_of(parts), hearing->item);
        else
            agenda_return(site, agenda_of(parts), hearing->item, session->number);
        go_back(site, session->circles.all[i], hearing);
        hearing->phase = HEARING_OVER;
    }
}

const struct verb verb_decide = {
    .choice = {"decide", "proposals are presented, discussed, called and voted on",
               "minutes of the New York assembly, 2011-12"},
    .decides = true,
    .open_ended = true,
    .begin = decide_begin,
    .end = decide_end,
};
