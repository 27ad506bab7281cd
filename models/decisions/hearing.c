/* The hearing of a proposal, step by step. A step ends when the channel of the circle is free again. */
#include <math.h>

#include "chronicle.h"
#include "conversation/rules.h"
#include "conversation/talk.h"
#include "decisions/blocks.h"
#include "decisions/decisions_parts.h"
#include "decisions/memory.h"
#include "decisions/numbers.h"
#include "moments.h"
#include "parts.h"

static const struct decision_rule *rule_of(const struct circle *circle)
{
    return (const struct decision_rule *)session_stage(circle_session(circle))->decision;
}

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

/* Of those who decide: people who sit behind the circle only listen. */
static double share_in_favour(struct site *site, const struct circle *circle)
{
    const struct conversation *conversation = conversation_of(parts_of(site));
    uint32_t favour = 0, speakers = circle_speakers(circle);
    for (uint32_t i = 0; i < circle->seats.count; i++)
        if (!circle_has_behind(conversation, circle, circle->seats.person[i]))
            favour += circle->seats.mind.opinion[i] >= 0.5F ? 1 : 0;
    return speakers == 0 ? 0.0 : (double)favour / speakers;
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
    struct draw draw =
        draw_for(site_luck(site), DRAW_AMENDMENT, item->matter->id,
                 (item->heard.visits * 64 + item->changes.amendments) * (NOTHING_NEW + 1) + concern);
    return draw_uniform(&draw) < settings->amendment;
}

static void amend(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    if (hearing->concern != NOTHING_NEW)
        matter_is_amended(circle->matter, hearing->concern);
    circle_wins_over(circle, (float)decisions_of(parts)->settings->shift);
    agenda_amend(agenda_of(parts), hearing->item);
    circle_weigh(conversation_of(parts), circle);
}

/* Where a discussion has its time, it is over whatever else there is to say. */
static bool discussed_enough(const struct site *site, const struct decision_settings *settings,
                             struct hearing *hearing)
{
    if (hearing->opened < 0)
        hearing->opened = site_now(site);
    return settings->discussing > 0 && site_now(site) - hearing->opened >= settings->discussing;
}

/* Before it is called, once: the delegates go to their groups and talk it over. The circle is empty then. */
static void confer(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct session *session = circle_session(circle);
    hearing->conferred = true;
    hearing->phase = CONFERRING;
    session_confer_begin(site, session);
    circle_pause(site, circle, session_stage(session)->confer);
}

static void discuss(struct site *site, struct circle *circle, struct hearing *hearing,
                    const struct turn *ended)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    bool enough = discussed_enough(site, settings, hearing);
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
    if (ended->speaker != NOBODY && ended->said == 0 && !ended->strays &&
        circle_of(conversation_of(parts), ended->speaker) == circle &&
        (double)circle->seats.mind.opinion[seat_of(conversation_of(parts), ended->speaker)] < settings->far &&
        accepts_amendment(site, hearing, NOTHING_NEW)) {
        hearing->concern = NOTHING_NEW;
        hearing_step(site, circle, hearing, AMENDING, settings->amending);
        return;
    }
    if (!enough && !circle_is_talked_out(conversation_of(parts), circle) && circle_next_turn(site, circle))
        return;
    if (!hearing->conferred && session_confers(site, circle_session(circle)))
        confer(site, circle, hearing);
    else
        hearing_step(site, circle, hearing, CHECKING, settings->checking);
}

/* The presenter gives a digest of a proposal that was discussed before; a new one a facet at a time. */
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
    const struct decision_rule *rule = rule_of(circle);
    if (share_in_favour(site, circle) < settings->table_below) {
        hearing_table(site, circle, hearing);
        return;
    }
    if (rule->calls)
        hearing_step(site, circle, hearing, CALLING, settings->checking);
    else
        hearing_step(site, circle, hearing, COUNTING,
                     settings->counting + settings->counting_each * (sim_time)circle_speakers(circle));
}

static void call_consensus(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    const struct decision_rule *rule = rule_of(circle);
    if (hearing_has_too_few(site, circle)) {
        hearing_table(site, circle, hearing);
        return;
    }
    hearing->blocks = blocks_count(site, circle, hearing);
    agenda_block(agenda_of(parts), hearing->item, hearing->blocks);
    decisions_of(parts)->calls++;
    chronicle_tell(site, TOLD_CONSENSUS_CALLED, hearing->item->number, CHRONICLE_NOBODY, hearing->blocks);
    MOMENT(site, consensus_is_called, hearing->item, hearing->blocks);
    if (hearing->blocks == 0) {
        hearing_dispose(site, circle, hearing, ITEM_PASSED, share_in_favour(site, circle));
        return;
    }
    decisions_of(parts)->calls_blocked++;
    if (!rule->votes) {
        hearing_table(site, circle, hearing);
        return;
    }
    sim_time voices =
        (sim_time)hearing->blocks * conversation_settings(conversation_of(parts))->facet_minutes;
    hearing_step(site, circle, hearing, COUNTING,
                 settings->counting + voices + settings->counting_each * (sim_time)circle_speakers(circle));
}

/* Who is indifferent may abstain; all others vote for or against. */
struct ballot {
    uint32_t favour, cast;
};

static struct ballot vote(struct site *site, struct circle *circle, const struct hearing *hearing)
{
    struct decisions *decisions = decisions_of(parts_of(site));
    const struct decision_settings *settings = decisions->settings;
    const struct seats *seats = &circle->seats;
    struct ballot ballot = {0, 0};
    if (settings->abstain > 0)
        draw_lanes(site_luck(site), DRAW_ABSTENTION, hearing->item->matter->id, hearing->item->heard.visits,
                   seats->lane, seats->count);
    for (uint32_t i = 0; i < seats->count; i++) {
        if (circle_has_behind(conversation_of(parts_of(site)), circle, seats->person[i]))
            continue;
        double leans = (double)seats->mind.opinion[i] - 0.5;
        if (settings->abstain > 0 && fabs(leans) < settings->indifferent &&
            (double)seats->lane[i] < settings->abstain)
            continue;
        ballot.cast++;
        ballot.favour += leans >= 0 ? 1 : 0;
    }
    decisions->votes.present += circle_speakers(circle);
    decisions->votes.abstained += circle_speakers(circle) - ballot.cast;
    return ballot;
}

/* Where nobody casts a vote the proposal waits. */
static void count_votes(struct site *site, struct circle *circle, struct hearing *hearing)
{
    const struct parts *parts = parts_of(site);
    const struct decision_rule *rule = rule_of(circle);
    double threshold = rule->threshold >= 0 ? rule->threshold : decisions_of(parts)->settings->threshold;
    if (hearing_has_too_few(site, circle)) {
        hearing_table(site, circle, hearing);
        return;
    }
    struct ballot ballot = vote(site, circle, hearing);
    double favour = ballot.cast == 0 ? 0.0 : (double)ballot.favour / ballot.cast;
    bool passes = rule->beyond ? favour > threshold : favour >= threshold;
    if (ballot.cast == 0 || (rule->returns && !passes))
        hearing_table(site, circle, hearing);
    else
        hearing_dispose(site, circle, hearing, passes ? ITEM_PASSED : ITEM_FAILED, favour);
}

void hearing_fixed_ends(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct draw draw = draw_for(site_luck(site), DRAW_ITEM, hearing->item->matter->id,
                                hearing->item->heard.visits * 2u + 1u);
    double objection = decisions_of(parts_of(site))->settings->objection;
    if (hearing_has_too_few(site, circle) || draw_uniform(&draw) < objection)
        hearing_table(site, circle, hearing);
    else
        hearing_dispose(site, circle, hearing, ITEM_PASSED, NAN);
}

/* A presenter who sits behind the circle, or outside, comes forward, and goes back when the hearing is over.
 */
static void come_forward(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    if (hearing->presenter == NOBODY)
        return;
    if (circle_of(conversation, hearing->presenter) == NULL) {
        circle_join(site, circle, hearing->presenter);
        hearing->from_outside = true;
    } else if (person_sits_behind(conversation, hearing->presenter)) {
        circle_comes_forward(site, circle, hearing->presenter);
        hearing->from_behind = true;
    }
}

static void come_back(struct site *site, struct circle *circle, struct hearing *hearing)
{
    session_confer_end(site, circle_session(circle));
    come_forward(site, circle, hearing);
    circle_livens_up(circle);
}

void hearing_goes_on(struct site *site, struct circle *circle, struct hearing *hearing,
                     const struct turn *ended)
{
    if (hearing->phase == CONFERRING)
        come_back(site, circle, hearing);
    if (hearing->item->moot) {
        hearing_lets_go(site, circle, hearing);
        return;
    }
    memory_hears(site, hearing, ended);
    switch (hearing->phase) {
    case HEARING_OVER:
        break;
    case HEARING_FIXED:
        hearing_fixed_ends(site, circle, hearing);
        break;
    case PRESENTING:
        present(site, circle, hearing, ended);
        break;
    case AMENDING:
        amend(site, circle, hearing);
        discuss(site, circle, hearing, ended);
        break;
    case CONFERRING:
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

/* A hearing of a length drawn beforehand; one that was cut continues with the time that was left. */
static void hear_fixed(struct site *site, struct circle *circle, struct hearing *hearing)
{
    const struct decision_settings *settings = decisions_of(parts_of(site))->settings;
    const struct item *item = hearing->item;
    struct draw draw = draw_for(site_luck(site), DRAW_ITEM, item->matter->id, item->heard.visits * 2u);
    double hours = draw_gamma(&draw, sim_hours(settings->item_length), settings->item_cv);
    sim_time length = item->heard.rest > 0 ? item->heard.rest : sim_time_from_hours(hours);
    agenda_keep_rest(agenda_of(parts_of(site)), item, 0);
    hearing->phase = HEARING_FIXED;
    circle_pause(site, circle, length);
}

void hearing_begin(struct site *site, struct circle *circle, const struct item *item)
{
    struct parts *parts = parts_of(site);
    const struct decision_settings *settings = decisions_of(parts)->settings;
    sim_time now = site_now(site);
    struct hearing *hearing = hearing_of(site, circle);
    matter_is_heard(knowledge_of(parts), item->matter);
    *hearing = (struct hearing){
        .phase = PRESENTING,
        .item = item,
        .presenter = session_presenter(site, circle_session(circle), item->matter),
        .began = now,
        .box_ends = now + settings->time_box,
        .opened = -1,
    };
    matter_is_taken_up(item->matter);
    agenda_hearing_begins(agenda_of(parts), item, now);
    session_takes_up(circle_session(circle));
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
