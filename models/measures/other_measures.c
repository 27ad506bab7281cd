/* Measures over time, and histograms. */
#include <gsl/gsl_sort.h>
#include <math.h>

#include "conversation/conversation.h"
#include "gathering/gathering.h"
#include "measures/measures.h"

double *speaking_hours(const struct parts *parts, uint32_t *people)
{
    double *spoke = knowledge_of(parts)->scratch;
    *people = 0;
    for (uint32_t person = 0; person < people_ever(people_of(parts)); person++)
        if (people_of(parts)->books.sessions[person] > 0)
            spoke[(*people)++] = sim_hours(people_of(parts)->books.spoke[person]);
    return spoke;
}

static double open_now(const struct parts *parts)
{
    return agenda_of(parts)->queued;
}

static double decided_so_far(const struct parts *parts)
{
    return (double)agenda_decided(agenda_of(parts));
}

static double gini_so_far(const struct parts *parts)
{
    uint32_t people;
    double *spoke = speaking_hours(parts, &people);
    return inequality_gini(spoke, people);
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
    const struct agenda *agenda = agenda_of(parts);
    sim_time now = parts->measured_at;
    double sum = 0;
    for (uint32_t i = 0; i < agenda->queued; i++)
        sum += sim_hours(now - agenda->items[agenda->queue[i]]->submitted);
    return agenda->queued > 0 ? sum / agenda->queued : NAN;
}

static double hours_of_recent(const struct parts *parts)
{
    const struct agenda *agenda = agenda_of(parts);
    double sum = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < agenda->count; i++) {
        const struct item *item = agenda->items[i];
        if (item->decided < 0 || item->decided <= ledger_of(parts)->before)
            continue;
        sum += sim_hours(item->decided - item->submitted);
        count++;
    }
    return count > 0 ? sum / count : NAN;
}

static double size_share(const struct parts *parts, uint32_t bin)
{
    const double *lasted = conversation_of(parts)->tally.size_time;
    double sum = 0;
    for (uint32_t i = 0; i <= SIZE_BINS; i++)
        sum += lasted[i];
    return sum > 0 ? lasted[bin] / sum : NAN;
}

static double voiced_by_knowers(const struct parts *parts, uint32_t bin)
{
    const struct item_sums *sums = &ledger_of(parts)->items;
    return sums->facets_by_knowers[bin] > 0 ? sums->voiced_by_knowers[bin] / sums->facets_by_knowers[bin]
                                            : NAN;
}

static double visits_share(const struct parts *parts, uint32_t bin)
{
    const struct item_sums *sums = &ledger_of(parts)->items;
    return sums->decided > 0 ? sums->visits_of[bin] / sums->decided : NAN;
}

static double turns_by_rank(const struct parts *parts, uint32_t bin)
{
    double *turns = knowledge_of(parts)->scratch, sum = 0;
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_ever(people_of(parts)); person++)
        if (people_of(parts)->books.sessions[person] > 0)
            sum += turns[count++] = people_of(parts)->books.turns[person];
    gsl_sort(turns, 1, count);
    return bin < count && sum > 0 ? turns[count - 1 - bin] / sum : NAN;
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("backlog_at", "1", FROM_ZERO), AT_POINT, LESS,
                 SAYS("Open proposals", "Open proposals", "counted")},
     .value = open_now},
    {.measure = {NAMED("decided_by", "1", FROM_ZERO), AT_SUM, MORE,
                 SAYS("Proposals decided so far", "Proposals decided so far and not open again", "counted")},
     .value = decided_so_far},
    {.measure = {NAMED("hours_to_decision_at", "h", FROM_ZERO), AT_MEAN, LESS,
                 SAYS("Latest decisions: how long they took", "Time from submission to decision, of those decided since the last sample", "counted")},
     .value = hours_of_recent},
    {.measure = {NAMED("age_of_open_at", "h", FROM_ZERO), AT_POINT, LESS,
                 SAYS("Age of the open proposals", "Time since submission of the open proposals", "counted")},
     .value = age_of_open},
    {.measure = {NAMED("voice_gini_by", "1", SHARE), AT_POINT, LESS,
                 SAYS("Inequality of speaking time so far", "Inequality of speaking time so far (Gini coefficient)", "Gini 1912")},
     .value = gini_so_far},
    {.measure = {NAMED("never_spoke_by", "1", SHARE), AT_POINT, LESS,
                 SAYS("Share of people who never spoke so far", "Share of those who came so far that never spoke", "counted")},
     .value = silent_so_far},
    {.measure = {NAMED("circle_sizes", "1", SHARE), BINS_MEAN("circle_size_bin", SIZE_BINS + 1, 1),
                 SAYS("Share of time in circles of each size", "Share of the circles' time at each size; the last bin holds all larger ones", "counted")},
     .bin = size_share},
    {.measure = {NAMED("voiced_by_knowers", "1", SHARE), BINS_MEAN("first_knowers", 8, 1),
                 SAYS("Share of facets voiced, by how many knew them at first", "Share of facets of decided proposals and of questions that were voiced, by the number of people who knew them at first; the last bin holds all more common ones", "Stasser & Titus 1985")},
     .bin = voiced_by_knowers},
    {.measure = {NAMED("decided_on_visit", "1", SHARE), BINS_MEAN("visit", 8, 1),
                 SAYS("Share of decisions, by hearings needed", "Share of decided proposals by the number of hearings they took; the last bin holds all more", "counted")},
     .bin = visits_share},
    {.measure = {NAMED("turns_by_rank", "1", SHARE), BINS_POINT("rank", 10, 1),
                 SAYS("Share of turns, by rank of the speaker", "Share of all turns of the person who spoke most often, second most ...", "Bales et al. 1951; Stephan & Mishler 1952")},
     .bin = turns_by_rank},
};
// clang-format on

const struct chapter course_chapter = {ROWS(rows)};
