/* One number a site and run. */
#include <math.h>

#include "conversation/conversation.h"
#include "decisions/decisions.h"
#include "gathering/gathering.h"
#include "measures/measures.h"

static double ratio(double of, double to)
{
    return to > 0 ? of / to : NAN;
}

static double hours(int64_t span)
{
    return sim_hours(span);
}

static const struct item_sums *sums(const struct parts *parts)
{
    return &parts->ledger->items;
}

static double session_hours(const struct parts *parts)
{
    return hours(parts->gathering->tally.session_time);
}

static double people_hours(const struct parts *parts)
{
    return hours(parts->gathering->tally.people_time);
}

/* Hearings that ended with this outcome; a reopened proposal has more than one such hearing. */
static double disposed(const struct parts *parts, enum outcome_of_item outcome)
{
    return (double)parts->agenda->disposed[outcome];
}

static double decided(const struct parts *parts)
{
    return (double)agenda_decided(parts->agenda);
}

static double ever_decided(const struct parts *parts)
{
    return (double)parts->agenda->first_decisions;
}

static double open_at_end(const struct parts *parts)
{
    return parts->agenda->queued;
}

static double open_trend(const struct parts *parts)
{
    return agenda_trend(parts->agenda);
}

static double reopened(const struct parts *parts)
{
    return (double)parts->agenda->reopened;
}

static double decided_again(const struct parts *parts)
{
    return disposed(parts, ITEM_PASSED) + disposed(parts, ITEM_FAILED) + disposed(parts, ITEM_WITHDRAWN) -
           ever_decided(parts);
}

static double undone(const struct parts *parts)
{
    return sums(parts)->undone;
}

static double submitted(const struct parts *parts)
{
    return sums(parts)->submitted;
}

static double passed(const struct parts *parts)
{
    return (double)parts->agenda->standing[ITEM_PASSED];
}

static double decisions_per_day(const struct parts *parts)
{
    return ratio(decided(parts), sim_days(parts->ledger->settings->ends));
}

static double decisions_per_hour(const struct parts *parts)
{
    return ratio(decided(parts), session_hours(parts));
}

static double passes_per_session_hour(const struct parts *parts)
{
    return ratio(passed(parts), session_hours(parts));
}

static double passes_per_session(const struct parts *parts)
{
    return ratio(passed(parts), (double)parts->gathering->tally.sessions);
}

static double pass_rate(const struct parts *parts)
{
    return ratio(passed(parts), decided(parts));
}

/* Of all hearings: passed, tabled (or continued), failed. They sum to 1 but for what is being heard at the
 * end, and for hearings broken off since the proposal was moot. */
static double hearings_passed(const struct parts *parts)
{
    return ratio(disposed(parts, ITEM_PASSED), (double)parts->agenda->hearings);
}

static double hearings_tabled(const struct parts *parts)
{
    return ratio((double)parts->agenda->tablings, (double)parts->agenda->hearings);
}

static double hearings_failed(const struct parts *parts)
{
    return ratio(disposed(parts, ITEM_FAILED) + disposed(parts, ITEM_WITHDRAWN),
                 (double)parts->agenda->hearings);
}

static double amended_share(const struct parts *parts)
{
    return ratio(sums(parts)->amended, sums(parts)->passed);
}
static double conditions(const struct parts *parts)
{
    return ratio(sums(parts)->conditions, sums(parts)->passed);
}

static double no_vote(const struct parts *parts)
{
    const struct decisions *decisions = parts->decisions;
    return ratio((double)(decisions->calls - decisions->calls_blocked), (double)decisions->calls);
}

static double visits(const struct parts *parts)
{
    return ratio(sums(parts)->visits, sums(parts)->decided);
}
static double hours_to_decision(const struct parts *parts)
{
    return ratio(sums(parts)->open_time, sums(parts)->ever_decided);
}
static double wait(const struct parts *parts)
{
    return ratio(sums(parts)->wait, sums(parts)->waited);
}
static double touch(const struct parts *parts)
{
    return ratio(sums(parts)->touch, sums(parts)->waited);
}
static double in_circles(const struct parts *parts)
{
    return ratio(sums(parts)->in_circle, sums(parts)->decided);
}

static double backlog(const struct parts *parts)
{
    return ratio((double)parts->agenda->area, (double)parts->ledger->settings->ends);
}

static double hours_per_decision(const struct parts *parts)
{
    return ratio(people_hours(parts), decided(parts));
}

static double work_factor(const struct parts *parts)
{
    double cost = parts->decisions->settings->condition_cost;
    return sums(parts)->passed > 0 ? pow(1.0 + cost, conditions(parts)) : NAN;
}

static double voice_gini(const struct parts *parts)
{
    uint32_t people;
    double *spoke = speaking_hours(parts, &people);
    return gini(spoke, people);
}

static double turn_gini(const struct parts *parts)
{
    uint32_t count = 0;
    double *turns = parts->knowledge->scratch;
    for (uint32_t person = 0; person < people_ever(parts->people); person++)
        if (parts->people->sessions[person] > 0)
            turns[count++] = parts->people->turns[person];
    return gini(turns, count);
}

static double effective_speakers(const struct parts *parts)
{
    uint32_t people;
    const double *spoke = speaking_hours(parts, &people);
    return effective_share(spoke, people);
}

static double never_spoke(const struct parts *parts)
{
    uint32_t people, silent = 0;
    const double *spoke = speaking_hours(parts, &people);
    for (uint32_t i = 0; i < people; i++)
        silent += spoke[i] > 0 ? 0 : 1;
    return ratio(silent, people);
}

static double came(const struct parts *parts)
{
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_ever(parts->people); person++)
        count += parts->people->sessions[person] > 0 ? 1 : 0;
    return ratio(count, people_ever(parts->people));
}

static double voiced(const struct parts *parts)
{
    return ratio(sums(parts)->voiced, sums(parts)->recorded);
}
static double coverage(const struct parts *parts)
{
    return ratio(sums(parts)->coverage, sums(parts)->recorded);
}
static double common(const struct parts *parts)
{
    return ratio(sums(parts)->common, sums(parts)->recorded);
}
static double agreement(const struct parts *parts)
{
    return ratio(sums(parts)->agreement, sums(parts)->recorded);
}
static double correct(const struct parts *parts)
{
    return ratio(sums(parts)->correct, sums(parts)->recorded);
}
static double regret(const struct parts *parts)
{
    return ratio(sums(parts)->regret, sums(parts)->recorded);
}

static double circle_size(const struct parts *parts)
{
    double lasted = 0;
    for (uint32_t bin = 0; bin <= SIZE_BINS; bin++)
        lasted += parts->conversation->tally.size_time[bin];
    return ratio(hours(parts->conversation->tally.seat_time), lasted);
}

static double alone(const struct parts *parts)
{
    return ratio((double)parts->conversation->tally.alone_time, (double)parts->conversation->tally.seat_time);
}

static double floor_returns(const struct parts *parts)
{
    return ratio((double)parts->conversation->tally.returns, (double)parts->conversation->tally.returnable);
}

static double turns_per_hour(const struct parts *parts)
{
    return ratio((double)parts->conversation->tally.turns, session_hours(parts));
}

static double hearings_per_person_hour(const struct parts *parts)
{
    return ratio((double)parts->conversation->tally.hearings, hours(parts->conversation->tally.seat_time));
}

static double novel_share(const struct parts *parts)
{
    return ratio((double)parts->conversation->tally.novel, (double)parts->conversation->tally.turns);
}

static double outbursts(const struct parts *parts)
{
    return ratio((double)parts->conversation->tally.outbursts, session_hours(parts));
}

static double tension(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t person = 0; person < parts->people->count; person++)
        sum += person_is_here(parts->people, person) ? (double)parts->people->tension[person] : 0.0;
    return ratio(sum, people_here(parts->people));
}

static double energy(const struct parts *parts)
{
    return ratio(parts->gathering->tally.energy_at_close, (double)parts->gathering->tally.stayed_for);
}

static double sessions(const struct parts *parts)
{
    return (double)parts->gathering->tally.sessions;
}

static double heads(const struct parts *parts)
{
    return ratio((double)parts->gathering->tally.heads, (double)parts->gathering->tally.sessions);
}

static double session_length(const struct parts *parts)
{
    return ratio(session_hours(parts), (double)parts->gathering->tally.sessions);
}

static double went_home(const struct parts *parts)
{
    return ratio((double)parts->gathering->tally.went_home, (double)parts->gathering->tally.heads);
}

static double partners(const struct parts *parts)
{
    const uint64_t *bits = parts->gathering->partners;
    if (bits == NULL)
        return NAN;
    uint64_t met = 0;
    size_t words = (parts->people->count + 63) / 64;
    for (size_t i = 0; i < people_ever(parts->people) * words; i++)
        met += (uint64_t)__builtin_popcountll(bits[i]);
    return (double)met / people_ever(parts->people);
}

static double questions(const struct parts *parts)
{
    return parts->ledger->questions;
}

#define OF_QUESTIONS(name)                                                                                   \
    static double name(const struct parts *parts)                                                            \
    {                                                                                                        \
        return ratio(parts->ledger->name, parts->ledger->questions);                                         \
    }
OF_QUESTIONS(question_voiced)
OF_QUESTIONS(question_coverage)
OF_QUESTIONS(question_common)
OF_QUESTIONS(question_agreement)
OF_QUESTIONS(question_clusters)
OF_QUESTIONS(question_reach)
OF_QUESTIONS(question_opinion)

#define RUN     MEASURE_RUN
#define NONE    BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE
#define MORE    BETTER_MORE, NULL, 0, 0, SCOPE_SITE
#define LESS    BETTER_LESS, NULL, 0, 0, SCOPE_SITE
#define COUNTED "counted"

/* Cell methods, as in the CF conventions, say what a number is over the time of the run, and so what several
 * sites make of it: "time: sum" is a count or an amount that grows as time passes, which sites add up to;
 * "time: mean" a rate, a share or a mean of what happened; "time: point" a state at the end, or a figure on
 * all that happened until then (a Gini coefficient). Of the last two, sites have a mean. */
// clang-format off
static const struct run_measure rows[] = {
    {{"decided", "1", FROM_ZERO, "Proposals decided, each counted once: passed, failed or withdrawn at the end of the run", COUNTED, "time: sum", RUN, MORE}, decided},
    {{"submitted", "1", FROM_ZERO, "Proposals submitted", COUNTED, "time: sum", RUN, NONE}, submitted},
    {{"open_at_end", "1", FROM_ZERO, "Proposals that are open at the end of the run: not decided yet, or reopened", COUNTED, "time: sum", RUN, LESS}, open_at_end},
    {{"open_trend", "d-1", UNBOUNDED, "Growth of the number of open proposals in the second half of the run", "slope of the least-squares line through that number at every moment", "time: sum", RUN, LESS}, open_trend},
    {{"passed", "1", FROM_ZERO, "Proposals passed, each counted once: those that stand passed at the end of the run", COUNTED, "time: sum", RUN, MORE}, passed},
    {{"ever_decided", "1", FROM_ZERO, "Proposals decided at least once, also those that are open again at the end", COUNTED, "time: sum", RUN, MORE}, ever_decided},
    {{"reopened", "1", FROM_ZERO, "Times that a passed proposal was reopened", COUNTED, "time: sum", RUN, LESS}, reopened},
    {{"decided_again", "1", FROM_ZERO, "Decisions on proposals that had been decided before", COUNTED, "time: sum", RUN, NONE}, decided_again},
    {{"undone", "1", FROM_ZERO, "Proposals that had passed and do not stand passed at the end: open again, failed or withdrawn", COUNTED, "time: sum", RUN, LESS}, undone},
    {{"decisions_per_day", "d-1", FROM_ZERO, "Proposals decided per day", COUNTED, "time: mean", RUN, MORE}, decisions_per_day},
    {{"decisions_per_hour", "h-1", FROM_ZERO, "Proposals decided per hour of sessions", COUNTED, "time: mean", RUN, MORE}, decisions_per_hour},
    {{"passes_per_hour", "h-1", FROM_ZERO, "Proposals passed per hour of sessions", COUNTED, "time: mean", RUN, MORE}, passes_per_session_hour},
    {{"passes_per_session", "1", FROM_ZERO, "Proposals passed per session", COUNTED, "time: mean", RUN, MORE}, passes_per_session},
    {{"pass_rate", "1", SHARE, "Share of the decided proposals that passed", COUNTED, "time: mean", RUN, NONE}, pass_rate},
    {{"hearings_passed", "1", SHARE, "Share of hearings that ended with a passed proposal", "posted minutes, New York 2011-12: .72", "time: mean", RUN, NONE}, hearings_passed},
    {{"hearings_tabled", "1", SHARE, "Share of hearings that ended tabled or continued", "posted minutes, New York 2011-12: .20", "time: mean", RUN, NONE}, hearings_tabled},
    {{"hearings_failed", "1", SHARE, "Share of hearings that ended with a failed or withdrawn proposal", "posted minutes, New York 2011-12: .08", "time: mean", RUN, NONE}, hearings_failed},
    {{"amended", "1", SHARE, "Share of the passed proposals that carry a friendly amendment", "posted minutes, New York 2011-12: about half", "time: mean", RUN, NONE}, amended_share},
    {{"conditions", "1", FROM_ZERO, "Conditions that a passed proposal carries", COUNTED, "time: mean", RUN, LESS}, conditions},
    {{"work_factor", "1", FROM_ONE, "Factor by which conditions lengthen the carrying out of a passed proposal", "(1 + condition_cost)^conditions", "time: mean", RUN, LESS}, work_factor},
    {{"no_vote", "1", SHARE, "Share of calls for consensus that nobody blocked", "about .9, New York 2011-12", "time: mean", RUN, NONE}, no_vote},
    {{"visits", "1", FROM_ONE, "Hearings that a decided proposal took", COUNTED, "time: mean", RUN, LESS}, visits},
    {{"decided_in_circles", "1", SHARE, "Share of the decided proposals that a circle decided", COUNTED, "time: mean", RUN, NONE}, in_circles},
    {{"hours_to_decision", "h", FROM_ZERO, "Time from submission to the first decision, of those decided", "counted; censored ones are left out, see the table of proposals", "time: mean", RUN, LESS}, hours_to_decision},
    {{"wait", "h", FROM_ZERO, "Time from submission to the first hearing, of those heard", COUNTED, "time: mean", RUN, LESS}, wait},
    {{"hearing_hours", "h", FROM_ZERO, "Channel time spent on a proposal, of those heard", COUNTED, "time: mean", RUN, LESS}, touch},
    {{"backlog", "1", FROM_ZERO, "Open proposals, averaged over time", "Little 1961", "time: mean", RUN, LESS}, backlog},
    {{"people_hours", "h", FROM_ZERO, "Hours that people spent in sessions, added up", COUNTED, "time: sum", RUN, LESS}, people_hours},
    {{"people_hours_per_decision", "h", FROM_ZERO, "Hours of presence per decided proposal", COUNTED, "time: mean", RUN, LESS}, hours_per_decision},
    {{"voice_gini", "1", SHARE, "Inequality of speaking time among those who ever came (Gini coefficient)", "Gini 1912", "time: point", RUN, LESS}, voice_gini},
    {{"turn_gini", "1", SHARE, "Inequality of the number of turns among those who ever came (Gini coefficient)", "Gini 1912; .374 in groups of six, Bales et al. 1951", "time: point", RUN, LESS}, turn_gini},
    {{"effective_speakers", "1", SHARE, "Effective number of speakers as a share of those who ever came: exp of the entropy of speaking time", "Shannon 1948; Hill 1973", "time: point", RUN, MORE}, effective_speakers},
    {{"never_spoke", "1", SHARE, "Share of those who ever came that never spoke", COUNTED, "time: point", RUN, LESS}, never_spoke},
    {{"ever_came", "1", SHARE, "Share of the people who came to a session at least once", COUNTED, "time: point", RUN, MORE}, came},
    {{"facets_voiced", "1", SHARE, "Share of a proposal's facets that were voiced before its decision", "Stasser & Titus 1985", "time: mean", RUN, MORE}, voiced},
    {{"coverage", "1", SHARE, "Share of a decided proposal's facets that a person of the site knows, on average", "Stasser & Titus 1985", "time: mean", RUN, MORE}, coverage},
    {{"common_knowledge", "1", SHARE, "Share of a decided proposal's facets that at least 80 % of the people of the site know", "cut assumed", "time: mean", RUN, MORE}, common},
    {{"agreement", "1", SHARE, "Agreement on decided proposals: 1 consensus, 1/3 uniform, 0 two poles", "1 - 2 mean |x - y|", "time: mean", RUN, MORE}, agreement},
    {{"correct", "1", SHARE, "Share of decisions that are those of full information", "sign of the mean valence of all facets", "time: mean", RUN, MORE}, correct},
    {{"regret", "1", FROM_ZERO, "Value lost by wrong decisions, against full information", "mean valence of all facets, when decided against its sign", "time: mean", RUN, LESS}, regret},
    {{"circle_size", "1", FROM_ZERO, "Size of a circle, averaged over time", COUNTED, "time: mean", RUN, NONE}, circle_size},
    {{"alone", "1", SHARE, "Share of the time in circles that people sat alone", COUNTED, "time: mean", RUN, LESS}, alone},
    {{"floor_returns", "1", SHARE, "Share of turns by the speaker before last: P(ABA)", "Stasser & Taylor 1991", "time: mean", RUN, NONE}, floor_returns},
    {{"turns_per_hour", "h-1", FROM_ZERO, "Speaking turns per hour of sessions, all circles together", COUNTED, "time: mean", RUN, MORE}, turns_per_hour},
    {{"hearings_per_person_hour", "h-1", FROM_ZERO, "Turns heard per hour in a circle: turn rate times (1 - 1 / size)", COUNTED, "time: mean", RUN, MORE}, hearings_per_person_hour},
    {{"novel_turns", "1", SHARE, "Share of turns that brought something new to their circle", COUNTED, "time: mean", RUN, MORE}, novel_share},
    {{"outbursts", "h-1", FROM_ZERO, "Outbursts per hour of sessions", COUNTED, "time: mean", RUN, LESS}, outbursts},
    {{"tension", "1", SHARE, "Mean tension of the people who are there at the end, each when she last came or went", COUNTED, "time: point", RUN, LESS}, tension},
    {{"energy", "1", SHARE, "Mean energy of those who stay to the end of a session", COUNTED, "time: mean", RUN, MORE}, energy},
    {{"went_home", "1", SHARE, "Share of visits that ended early for want of energy", COUNTED, "time: mean", RUN, LESS}, went_home},
    {{"sessions", "1", FROM_ZERO, "Sessions held", COUNTED, "time: sum", RUN, NONE}, sessions},
    {{"session_hours", "h", FROM_ZERO, "Hours of sessions", COUNTED, "time: sum", RUN, NONE}, session_hours},
    {{"session_length", "h", FROM_ZERO, "Length of a session", COUNTED, "time: mean", RUN, NONE}, session_length},
    {{"heads", "1", FROM_ZERO, "People who came to a session", COUNTED, "time: mean", RUN, NONE}, heads},
    {{"partners", "1", FROM_ZERO, "Different people that a person sat with in a circle", "kept with gathering.partners", "time: point", RUN, MORE}, partners},
    {{"questions", "1", FROM_ZERO, "Questions talked about", COUNTED, "time: sum", RUN, MORE}, questions},
    {{"question_voiced", "1", SHARE, "Share of a question's facets that were voiced", "Stasser & Titus 1985", "time: mean", RUN, MORE}, question_voiced},
    {{"question_coverage", "1", SHARE, "Share of a question's facets that a person knows in the end", "Stasser & Titus 1985", "time: mean", RUN, MORE}, question_coverage},
    {{"question_common", "1", SHARE, "Share of a question's facets that at least 80 % of the people know in the end", "cut assumed", "time: mean", RUN, MORE}, question_common},
    {{"question_reach", "1", FROM_ZERO, "People who know a facet of a question in the end", COUNTED, "time: mean", RUN, MORE}, question_reach},
    {{"question_agreement", "1", SHARE, "Agreement on questions in the end", "1 - 2 mean |x - y|", "time: mean", RUN, NONE}, question_agreement},
    {{"question_clusters", "1", FROM_ZERO, "Clusters of opinion on a question that hold at least 5 % of the people", "Deffuant et al. 2000; gap .02", "time: mean", RUN, NONE}, question_clusters},
    {{"question_opinion", "1", SHARE, "Mean opinion on a question in the end", COUNTED, "time: mean", RUN, NONE}, question_opinion},
};
// clang-format on

const struct run_rows run_measures = {rows, sizeof rows / sizeof rows[0]};

static double (*const of_proposals[])(const struct parts *parts) = {
    decided,
    ever_decided,
    passed,
    decisions_per_day,
    decisions_per_hour,
    passes_per_session_hour,
    passes_per_session,
    pass_rate,
    hearings_passed,
    hearings_tabled,
    hearings_failed,
    amended_share,
    conditions,
    work_factor,
    no_vote,
    visits,
    in_circles,
    hours_to_decision,
    wait,
    touch,
    hours_per_decision,
    voiced,
    coverage,
    common,
    agreement,
    correct,
    regret,
};
static double (*const of_questions[])(const struct parts *parts) = {
    questions,      question_voiced,    question_coverage, question_common,
    question_reach, question_agreement, question_clusters, question_opinion,
};

enum subject measure_subject(const struct measure *measure)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (&rows[i].measure != measure)
            continue;
        for (size_t j = 0; j < sizeof of_proposals / sizeof of_proposals[0]; j++)
            if (rows[i].value == of_proposals[j])
                return SUBJECT_PROPOSALS;
        for (size_t j = 0; j < sizeof of_questions / sizeof of_questions[0]; j++)
            if (rows[i].value == of_questions[j])
                return SUBJECT_QUESTIONS;
    }
    return SUBJECT_ANY;
}
