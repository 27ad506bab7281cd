/* How a hearing ends: the proposal is decided, goes back to the agenda, or leaves it. */
#include <math.h>

#include "conversation/rules.h"
#include "conversation/talk.h"
#include "decisions/decisions_parts.h"
#include "decisions/memory.h"
#include "knowledge/census.h"
#include "parts.h"

/* Notes how things stand with the people of the site, after the circle's knowledge is brought up to date. */
static void record_item(struct site *site, struct circle *circle, const struct item *item, double favour)
{
    struct parts *parts = parts_of(site);
    const struct matter *matter = item->matter;
    circle_settle(conversation_of(parts), circle, site_now(site));
    struct knowledge *knowledge = knowledge_of(parts);
    double weight = conversation_argument_weight(conversation_of(parts));
    const struct panel panel = knowledge_panel(knowledge, matter);
    struct opinions opinions =
        panel_opinions(knowledge, &panel, matter, weight, knowledge_scratch(knowledge));
    opinion_sort(&opinions, panel.each_one, knowledge_more_scratch(knowledge));
    struct census census = matter_census(&panel, matter);
    struct opinion_spread spread = opinion_spread(&opinions);
    const struct item_record record = {
        .voiced = (double)facet_count(&matter->heard.voiced) / matter->facets,
        .coverage = census.coverage,
        .common = census.common,
        .agreement = opinion_agreement(&opinions),
        .value = matter_value(matter),
        .favour = favour,
        .opinion = spread.mean,
        .spread = spread.deviation,
    };
    agenda_record(agenda_of(parts), item, &record);
}

/* A presenter who came forward goes back. */
static void go_back(struct site *site, struct circle *circle, const struct hearing *hearing)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    bool came = hearing->from_outside || hearing->from_behind;
    if (!came || circle_of(conversation, hearing->presenter) != circle)
        return;
    if (hearing->from_outside)
        circle_leave(site, circle, hearing->presenter);
    else if (!person_sits_behind(conversation,
                                 hearing->presenter)) /* the groups may be called back in between */
        circle_goes_behind(site, circle, hearing->presenter);
}

/* Time spent on it is counted, and the circle is free for the next one. */
static void hearing_over(struct site *site, struct circle *circle, struct hearing *hearing)
{
    memory_keeps(site, hearing, circle);
    agenda_hearing_ends(agenda_of(parts_of(site)), hearing->item, hearing->began, site_now(site));
    go_back(site, circle, hearing);
    hearing->phase = HEARING_OVER;
    hearing->item = NULL;
}

bool hearing_has_too_few(struct site *site, const struct circle *circle)
{
    return (int64_t)circle_speakers(circle) < decisions_of(parts_of(site))->settings->least;
}

void hearing_dispose(struct site *site, struct circle *circle, struct hearing *hearing,
                     enum outcome_of_item outcome, double favour)
{
    struct parts *parts = parts_of(site);
    struct agenda *agenda = agenda_of(parts);
    const struct item *item = hearing->item;
    agenda_place_decision(agenda, item, circle_session(circle)->circles.count > 1);
    bool plain = decisions_of(parts)->settings->item_length > 0;
    if (!plain)
        record_item(site, circle, item, favour);
    agenda_dispose(site, agenda, item, outcome);
    if (plain && agenda_settings(agenda)->reopening <= 0) {
        circle_loses_matter(circle);
        gathering_take_off_walls(gathering_of(parts), item->matter);
        agenda_release(agenda, item);
    }
    hearing_over(site, circle, hearing);
}

void hearing_table(struct site *site, struct circle *circle, struct hearing *hearing)
{
    struct parts *parts = parts_of(site);
    bool enough = hearing->item->heard.visits >= decisions_of(parts)->settings->most_visits;
    if (enough && !hearing_has_too_few(site, circle)) {
        hearing_dispose(site, circle, hearing, ITEM_WITHDRAWN, NAN);
        return;
    }
    matter_gets_prepared(hearing->item->matter);
    agenda_return(site, agenda_of(parts), hearing->item, circle_session(circle)->number);
    hearing_over(site, circle, hearing);
}

void hearing_lets_go(struct site *site, struct circle *circle, struct hearing *hearing)
{
    agenda_let_go(site, agenda_of(parts_of(site)), hearing->item);
    hearing_over(site, circle, hearing);
}

void hearing_cut(struct site *site, struct circle *circle, struct hearing *hearing, sim_time rest)
{
    struct agenda *agenda = agenda_of(parts_of(site));
    agenda_keep_rest(agenda, hearing->item, hearing->phase == HEARING_FIXED ? rest : 0);
    matter_gets_prepared(hearing->item->matter);
    if (hearing->item->moot) {
        hearing_lets_go(site, circle, hearing);
        return;
    }
    agenda_return(site, agenda, hearing->item, circle_session(circle)->number);
    hearing_over(site, circle, hearing);
}
