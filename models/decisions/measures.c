/* What becomes of proposals: one number for each site and run. */
#include <math.h>

#include "base/same.h"
#include "decisions/books.h"
#include "mechanism.h"

static const struct item_sums *item_sums_of(const struct parts *parts)
{
    return &decisions_of(parts)->sums;
}

/* Hearings that ended with this outcome; a reopened proposal has more than one such hearing. */
static double disposed(const struct parts *parts, enum outcome_of_item outcome)
{
    return (double)agenda_books(agenda_of(parts))->disposed[outcome];
}

static double decided(const struct parts *parts)
{
    return (double)agenda_decided(agenda_of(parts));
}

static double ever_decided(const struct parts *parts)
{
    return (double)agenda_books(agenda_of(parts))->first_decisions;
}

static double open_at_end(const struct parts *parts)
{
    return agenda_queued(agenda_of(parts));
}

static double open_trend(const struct parts *parts)
{
    return agenda_trend(agenda_of(parts));
}

static double reopened(const struct parts *parts)
{
    return (double)agenda_books(agenda_of(parts))->reopened;
}

static double decided_again(const struct parts *parts)
{
    return disposed(parts, ITEM_PASSED) + disposed(parts, ITEM_FAILED) + disposed(parts, ITEM_WITHDRAWN) -
           ever_decided(parts);
}

static double undone(const struct parts *parts)
{
    return item_sums_of(parts)->undone;
}

static double submitted(const struct parts *parts)
{
    return item_sums_of(parts)->submitted;
}

static double passed(const struct parts *parts)
{
    return (double)agenda_books(agenda_of(parts))->standing[ITEM_PASSED];
}

static double decisions_per_day(const struct parts *parts)
{
    return row_ratio(decided(parts), sim_days(parts->measured_at));
}

static double decisions_per_hour(const struct parts *parts)
{
    return row_ratio(decided(parts), sim_hours(gathering_tally(gathering_of(parts))->session_time));
}

static double passes_per_session_hour(const struct parts *parts)
{
    return row_ratio(passed(parts), sim_hours(gathering_tally(gathering_of(parts))->session_time));
}

static double passes_per_session(const struct parts *parts)
{
    return row_ratio(passed(parts), (double)gathering_tally(gathering_of(parts))->sessions);
}

static double pass_rate(const struct parts *parts)
{
    return row_ratio(passed(parts), decided(parts));
}

/* Of all hearings: passed, tabled (or continued), failed. They sum to 1, except for hearings that are not
 * over at the end, and for those broken off because the proposal was moot. */
static double hearings_passed(const struct parts *parts)
{
    return row_ratio(disposed(parts, ITEM_PASSED), (double)agenda_books(agenda_of(parts))->hearings);
}

static double hearings_tabled(const struct parts *parts)
{
    return row_ratio((double)agenda_books(agenda_of(parts))->tablings,
                     (double)agenda_books(agenda_of(parts))->hearings);
}

static double hearings_failed(const struct parts *parts)
{
    return row_ratio(disposed(parts, ITEM_FAILED) + disposed(parts, ITEM_WITHDRAWN),
                     (double)agenda_books(agenda_of(parts))->hearings);
}

static double amended_share(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->amended, item_sums_of(parts)->passed);
}

static double conditions(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->conditions, item_sums_of(parts)->passed);
}

static double no_vote(const struct parts *parts)
{
    const struct decisions *decisions = decisions_of(parts);
    return row_ratio((double)(decisions->calls - decisions->calls_blocked), (double)decisions->calls);
}

static double visits(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->visits, item_sums_of(parts)->decided);
}

static double hours_to_decision(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->open_time, item_sums_of(parts)->ever_decided);
}

static double item_wait(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->wait, item_sums_of(parts)->waited);
}

static double item_touch(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->touch, item_sums_of(parts)->waited);
}

static double newcomer_repeats(const struct parts *parts)
{
    const struct hearing_memories *memories = &decisions_of(parts)->memories;
    return row_ratio((double)memories->repeats_time, (double)memories->floor_time);
}

static double abstained(const struct parts *parts)
{
    const struct vote_books *votes = &decisions_of(parts)->votes;
    return row_ratio((double)votes->abstained, (double)votes->present);
}

static double in_circles(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->in_circle, item_sums_of(parts)->decided);
}

static double backlog(const struct parts *parts)
{
    return row_ratio((double)agenda_open_time(agenda_of(parts)), (double)parts->measured_at);
}

static double hours_per_decision(const struct parts *parts)
{
    return row_ratio(sim_hours(gathering_tally(gathering_of(parts))->people_time), decided(parts));
}

static double work_factor(const struct parts *parts)
{
    double cost = decisions_of(parts)->settings->condition_cost;
    return item_sums_of(parts)->passed > 0 ? same_pow(1.0 + cost, conditions(parts)) : NAN;
}

static double voiced(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->voiced, item_sums_of(parts)->recorded);
}

static double coverage(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->coverage, item_sums_of(parts)->recorded);
}

static double common(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->common, item_sums_of(parts)->recorded);
}

static double agreement(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->agreement, item_sums_of(parts)->recorded);
}

static double acceptance(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->opinion, item_sums_of(parts)->accepted);
}

static double acceptance_spread(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->spread, item_sums_of(parts)->accepted);
}

static double correct(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->correct, item_sums_of(parts)->recorded);
}

static double regret(const struct parts *parts)
{
    return row_ratio(item_sums_of(parts)->regret, item_sums_of(parts)->recorded);
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("decided", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Proposals decided", "Proposals decided, each counted once: passed, failed or withdrawn at the end of the run", COUNTED),
                 MANY("decided", "proposals"), .role = "decided"},
     .value = decided},
    {.measure = {NAMED("submitted", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Proposals submitted", "Proposals submitted", COUNTED),
                 .role = "came_in"},
     .value = submitted},
    {.measure = {NAMED("open_at_end", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Proposals open at the end", "Proposals that are open at the end of the run: not decided yet, or reopened", COUNTED),
                 MANY("left open", "proposals"), .role = "open", .since = SINCE_STANDS},
     .value = open_at_end},
    {.measure = {NAMED("open_trend", "d-1", UNBOUNDED), RUN_SUM, LESS,
                 SAYS("Growth of the open proposals", "Growth of the number of open proposals in the second half of the run", "slope of the least-squares line through that number at every moment"),
                 .role = "trend", .since = SINCE_STANDS},
     .value = open_trend},
    {.measure = {NAMED("passed", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Proposals passed", "Proposals passed, each counted once: those that stand passed at the end of the run", COUNTED),
                 MANY("passed", "proposals")},
     .value = passed},
    {.measure = {NAMED("ever_decided", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Proposals decided at least once", "Proposals decided at least once, also those that are open again at the end", COUNTED),
                 MANY("decided", "proposals at least once")},
     .value = ever_decided},
    {.measure = {NAMED("reopened", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Proposals reopened", "Times that a passed proposal was reopened", COUNTED),
                 MANY("reopened", "proposals")},
     .value = reopened},
    {.measure = {NAMED("decided_again", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Decisions on reopened proposals", "Decisions on proposals that had been decided before", COUNTED)},
     .value = decided_again},
    {.measure = {NAMED("undone", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Passed proposals undone", "Proposals that had passed and do not stand passed at the end: open again, failed or withdrawn", COUNTED),
                 MANY("undid", "passed proposals")},
     .value = undone},
    {.measure = {NAMED("decisions_per_day", "d-1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("Proposals decided per day", "Proposals decided per day", COUNTED),
                 MANY("decided", "proposals per day")},
     .value = decisions_per_day},
    {.measure = {NAMED("decisions_per_hour", "h-1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("Proposals decided per hour of sessions", "Proposals decided per hour of sessions", COUNTED),
                 MANY("decided", "proposals per hour")},
     .value = decisions_per_hour},
    {.measure = {NAMED("passes_per_hour", "h-1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("Proposals passed per hour of sessions", "Proposals passed per hour of sessions", COUNTED),
                 MANY("passed", "proposals per hour")},
     .value = passes_per_session_hour},
    {.measure = {NAMED("passes_per_session", "1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("Proposals passed per session", "Proposals passed per session", COUNTED),
                 MANY("passed", "proposals per session")},
     .value = passes_per_session},
    {.measure = {NAMED("pass_rate", "1", SHARE), RUN_MEAN,
                 SAYS("Share of decided proposals that pass", "Share of the decided proposals that passed", COUNTED)},
     .value = pass_rate},
    {.measure = {NAMED("hearings_passed", "1", SHARE), RUN_MEAN,
                 SAYS("Share of hearings that pass", "Share of hearings that ended with a passed proposal", "posted minutes, New York 2011-12: .72")},
     .value = hearings_passed},
    {.measure = {NAMED("hearings_tabled", "1", SHARE), RUN_MEAN,
                 SAYS("Share of hearings tabled", "Share of hearings that ended tabled or continued", "posted minutes, New York 2011-12: .20")},
     .value = hearings_tabled},
    {.measure = {NAMED("hearings_failed", "1", SHARE), RUN_MEAN,
                 SAYS("Share of hearings that fail", "Share of hearings that ended with a failed or withdrawn proposal", "posted minutes, New York 2011-12: .08")},
     .value = hearings_failed},
    {.measure = {NAMED("amended", "1", SHARE), RUN_MEAN,
                 SAYS("Share of passed proposals amended", "Share of the passed proposals that carry a friendly amendment", "posted minutes, New York 2011-12: about half")},
     .value = amended_share},
    {.measure = {NAMED("conditions", "1", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Conditions on a passed proposal", "Conditions that a passed proposal carries", COUNTED),
                 MANY("put", "conditions on a passed proposal")},
     .value = conditions},
    {.measure = {NAMED("work_factor", "1", FROM_ONE), RUN_MEAN, LESS,
                 SAYS("Work made longer by conditions (factor)", "Factor by which conditions lengthen the carrying out of a passed proposal", "(1 + condition_cost)^conditions")},
     .value = work_factor},
    {.measure = {NAMED("no_vote", "1", SHARE), RUN_MEAN,
                 SAYS("Share of calls that nobody blocked", "Share of calls for consensus that nobody blocked", "about .9, New York 2011-12")},
     .value = no_vote},
    {.measure = {NAMED("visits", "1", FROM_ONE), RUN_MEAN, LESS,
                 SAYS("Hearings for a decision", "Hearings that a decided proposal took", COUNTED),
                 MANY("needed", "hearings for a decision")},
     .value = visits},
    {.measure = {NAMED("decided_in_circles", "1", SHARE), RUN_MEAN,
                 SAYS("Share of decisions made in circles", "Share of the decided proposals that a circle decided", COUNTED)},
     .value = in_circles},
    {.measure = {NAMED("hours_to_decision", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Time from proposal to decision", "Time from submission to the first decision, of those decided", "counted; censored ones are left out, see the table of proposals"),
                 MUCH("took", "time from proposal to decision")},
     .value = hours_to_decision},
    {.measure = {NAMED("wait", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Time from proposal to first hearing", "Time from submission to the first hearing, of those heard", COUNTED),
                 MUCH("took", "time from proposal to first hearing")},
     .value = item_wait},
    {.measure = {NAMED("hearing_hours", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Talking time on a proposal", "Channel time spent on a proposal, of those heard", COUNTED),
                 MUCH("spent", "talking time on a proposal")},
     .value = item_touch},
    {.measure = {NAMED("newcomer_repeats", "1", SHARE), RUN_MEAN, LESS,
                 SAYS("Hearings: what newcomers tell again", "Share of the talking time of hearings, but the first of each proposal, in which people who were at none of its hearings before tell what was told in one", COUNTED),
                 MUCH("spent", "talking time on what newcomers tell again")},
     .value = newcomer_repeats},
    {.measure = {NAMED("backlog", "1", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Open proposals", "Open proposals, averaged over time", "Little 1961"),
                 MANY("had", "open proposals at any time")},
     .value = backlog},
    {.measure = {NAMED("people_hours_per_decision", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Person-hours for each decided proposal", "Hours of presence per decided proposal", COUNTED),
                 MANY("took", "person-hours for each decision"), .shown = SHOWN_AS_PRICE},
     .value = hours_per_decision},
    {.measure = {NAMED("facets_voiced", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Share of the sides of a proposal voiced", "Share of a proposal's facets that were voiced before its decision", "Stasser & Titus 1985"),
                 MANY("heard", "sides of a proposal before its decision")},
     .value = voiced},
    {.measure = {NAMED("coverage", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Knowledge of what was decided", "Share of a decided proposal's facets that a person of the site knows, on average", "Stasser & Titus 1985"),
                 MUCH("gave a person", "knowledge of the proposals decided")},
     .value = coverage},
    {.measure = {NAMED("common_knowledge", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Shared understanding", "What most people know about what was decided: the share of its facets that at least 80 % of the people at the site know", "cut assumed"),
                 MUCH("reached", "shared understanding"), .shown = SHOWN_AS_PRICE},
     .value = common},
    {.measure = {NAMED("agreement", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Agreement on what was decided", "Agreement on decided proposals: 1 consensus, 1/3 uniform, 0 two poles", "1 - 2 mean |x - y|"),
                 MUCH("found", "agreement on what was decided")},
     .value = agreement},
    {.measure = {NAMED("acceptance", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Acceptance of what passed", "How far the people of the site are for what passed, when it passed: mean of their opinions, 0 against to 1 for", "Choi & Robertson 2014: decision acceptability"),
                 MUCH("found", "acceptance of what passed")},
     .value = acceptance},
    {.measure = {NAMED("acceptance_spread", "1", BETWEEN(0, 0.5)), RUN_MEAN, LESS,
                 SAYS("Unequal acceptance of what passed", "How far apart the people of the site are on what passed, when it passed: standard deviation of their opinions", "Choi & Robertson 2014: decision equity"),
                 MUCH("had", "unequal acceptance of what passed")},
     .value = acceptance_spread},
    {.measure = {NAMED("correct", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Share of decisions that full information would make", "Share of decisions that are those of full information", "sign of the mean valence of all facets"),
                 MANY("made", "decisions that full information would make")},
     .value = correct},
    {.measure = {NAMED("regret", "1", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Value lost by wrong decisions", "Value lost by wrong decisions, against full information", "mean valence of all facets, when decided against its sign"),
                 MUCH("lost", "value by wrong decisions")},
     .value = regret},
};
// clang-format on

// clang-format off
static const struct measure_row vote_rows[] = {
    {.measure = {NAMED("abstained", "1", SHARE), RUN_MEAN,
                 SAYS("Share of people who abstain", "Share of those present at a vote who abstain", COUNTED)},
     .value = abstained},
};
// clang-format on

static bool people_abstain(const struct scenario *scenario)
{
    const struct decision_settings *decisions = scenario_settings(scenario, &decision_section);
    return decisions->abstain > 0;
}

extern const struct chapter vote_chapter;
const struct chapter vote_chapter = {.needs = "`decisions: {abstain: ...}`",
                                     .has = people_abstain,
                                     .subject = SUBJECT_PROPOSALS,
                                     ROWS(vote_rows)};

static const struct table *const tables[] = {&proposal_table, NULL};

extern const struct chapter proposal_chapter;
const struct chapter proposal_chapter = {.subject = SUBJECT_PROPOSALS,
                                         .comes_first = true,
                                         ROWS(rows),
                                         .tables = tables,
                                         .write = decisions_write_proposals};
