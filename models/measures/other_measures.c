/* Measures over time, and histograms. */
#include <gsl/gsl_sort.h>
#include <math.h>

#include "conversation/conversation.h"
#include "gathering/gathering.h"
#include "measures/measures.h"

double *speaking_hours(const struct parts *parts, uint32_t *people)
{
    double *spoke = parts->knowledge->scratch;
    *people = 0;
    for (uint32_t person = 0; person < people_ever(parts->people); person++)
        if (parts->people->sessions[person] > 0)
            spoke[(*people)++] = sim_hours(parts->people->spoke[person]);
    return spoke;
}

static double open_now(const struct parts *parts)
{
    return parts->agenda->queued;
}

static double decided_so_far(const struct parts *parts)
{
    return (double)agenda_decided(parts->agenda);
}

static double gini_so_far(const struct parts *parts)
{
    uint32_t people;
    double *spoke = speaking_hours(parts, &people);
    return gini(spoke, people);
}

static double silent_so_far(const struct parts *parts)
{
    uint32_t people, silent = 0;
    const double *spoke = speaking_hours(parts, &people);
    for (uint32_t i = 0; i < people; i++)
        silent += spoke[i] > 0 ? 0 : 1;
    return people > 0 ? (double)silent / people : NAN;
}

static double age_of_open(const struct parts *parts)
{
    const struct agenda *agenda = parts->agenda;
    sim_time now = parts->ledger->now;
    double sum = 0;
    for (uint32_t i = 0; i < agenda->queued; i++)
        sum += sim_hours(now - agenda->items[agenda->queue[i]]->submitted);
    return agenda->queued > 0 ? sum / agenda->queued : NAN;
}

static double hours_of_recent(const struct parts *parts)
{
    const struct agenda *agenda = parts->agenda;
    double sum = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < agenda->count; i++) {
        const struct item *item = agenda->items[i];
        if (item->decided < 0 || item->decided <= parts->ledger->before)
            continue;
        sum += sim_hours(item->decided - item->submitted);
        count++;
    }
    return count > 0 ? sum / count : NAN;
}

#define TIME MEASURE_TIME
#define LESS BETTER_LESS, NULL, 0, 0, SCOPE_SITE
#define MORE BETTER_MORE, NULL, 0, 0, SCOPE_SITE

// clang-format off
static const struct run_measure time_rows[] = {
    {{"backlog_at", "1", FROM_ZERO, "Open proposals", "counted", "time: point", TIME, LESS}, open_now},
    {{"decided_by", "1", FROM_ZERO, "Proposals decided so far and not open again", "counted", "time: sum", TIME, MORE}, decided_so_far},
    {{"hours_to_decision_at", "h", FROM_ZERO, "Time from submission to decision, of those decided since the last sample", "counted", "time: mean", TIME, LESS}, hours_of_recent},
    {{"age_of_open_at", "h", FROM_ZERO, "Time since submission of the open proposals", "counted", "time: point", TIME, LESS}, age_of_open},
    {{"voice_gini_by", "1", SHARE, "Inequality of speaking time so far (Gini coefficient)", "Gini 1912", "time: point", TIME, LESS}, gini_so_far},
    {{"never_spoke_by", "1", SHARE, "Share of those who came so far that never spoke", "counted", "time: point", TIME, LESS}, silent_so_far},
};
// clang-format on

const struct run_rows time_measures = {time_rows, sizeof time_rows / sizeof time_rows[0]};

static double size_share(const struct parts *parts, uint32_t bin)
{
    const double *lasted = parts->conversation->tally.size_time;
    double sum = 0;
    for (uint32_t i = 0; i <= SIZE_BINS; i++)
        sum += lasted[i];
    return sum > 0 ? lasted[bin] / sum : NAN;
}

static double voiced_by_knowers(const struct parts *parts, uint32_t bin)
{
    const struct item_sums *sums = &parts->ledger->items;
    return sums->facets_by_knowers[bin] > 0 ? sums->voiced_by_knowers[bin] / sums->facets_by_knowers[bin]
                                            : NAN;
}

static double visits_share(const struct parts *parts, uint32_t bin)
{
    const struct item_sums *sums = &parts->ledger->items;
    return sums->decided > 0 ? sums->visits_of[bin] / sums->decided : NAN;
}

static double turns_by_rank(const struct parts *parts, uint32_t bin)
{
    double *turns = parts->knowledge->scratch, sum = 0;
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_ever(parts->people); person++)
        if (parts->people->sessions[person] > 0)
            sum += turns[count++] = parts->people->turns[person];
    gsl_sort(turns, 1, count);
    return bin < count && sum > 0 ? turns[count - 1 - bin] / sum : NAN;
}

// clang-format off
static const struct bin_measure bin_rows[] = {
    {{"circle_sizes", "1", SHARE, "Share of the circles' time at each size; the last bin holds all larger ones", "counted", "time: mean", MEASURE_BIN, BETTER_NEITHER, "circle_size_bin", SIZE_BINS + 1, 1, SCOPE_SITE}, size_share},
    {{"voiced_by_knowers", "1", SHARE, "Share of facets of decided proposals and of questions that were voiced, by the number of people who knew them at first; the last bin holds all more common ones", "Stasser & Titus 1985", "time: mean", MEASURE_BIN, BETTER_NEITHER, "first_knowers", 8, 1, SCOPE_SITE}, voiced_by_knowers},
    {{"decided_on_visit", "1", SHARE, "Share of decided proposals by the number of hearings they took; the last bin holds all more", "counted", "time: mean", MEASURE_BIN, BETTER_NEITHER, "visit", 8, 1, SCOPE_SITE}, visits_share},
    {{"turns_by_rank", "1", SHARE, "Share of all turns of the person who spoke most often, second most ...", "Bales et al. 1951; Stephan & Mishler 1952", "time: point", MEASURE_BIN, BETTER_NEITHER, "rank", 10, 1, SCOPE_SITE}, turns_by_rank},
};
// clang-format on

const struct bin_rows bin_measures = {bin_rows, sizeof bin_rows / sizeof bin_rows[0]};
