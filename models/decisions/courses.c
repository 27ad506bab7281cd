/* Proposals in the course of a run: how many are open, how old they are, how long decisions took. */
#include <math.h>

#include "decisions/decisions_parts.h"
#include "mechanism.h"

static double open_now(const struct parts *parts)
{
    return agenda_queued(agenda_of(parts));
}

static double decided_so_far(const struct parts *parts)
{
    return (double)agenda_decided(agenda_of(parts));
}

static double age_of_open(const struct parts *parts)
{
    const struct agenda *agenda = agenda_of(parts);
    sim_time now = parts->measured_at;
    double sum = 0;
    for (uint32_t i = 0; i < agenda_queued(agenda); i++)
        sum += sim_hours(now - agenda_in_queue(agenda, i)->times.submitted);
    return agenda_queued(agenda) > 0 ? sum / agenda_queued(agenda) : NAN;
}

static double hours_of_recent(const struct parts *parts)
{
    const struct agenda *agenda = agenda_of(parts);
    double sum = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < agenda_count(agenda); i++) {
        const struct item_times *times = &agenda_item(agenda, i)->times;
        if (times->decided < 0 || times->decided <= parts->measured_before)
            continue;
        sum += sim_hours(times->decided - times->submitted);
        count++;
    }
    return count > 0 ? sum / count : NAN;
}

static double visits_share(const struct parts *parts, uint32_t bin)
{
    const struct item_sums *sums = &decisions_of(parts)->sums;
    return row_ratio(sums->visits_of[bin], sums->decided);
}

// clang-format off
static const struct measure_row course_rows[] = {
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
    {.measure = {NAMED("decided_on_visit", "1", SHARE), BINS_MEAN("visit", 8, 1),
                 SAYS("Share of decisions, by hearings needed", "Share of decided proposals by the number of hearings they took; the last bin holds all more", "counted")},
     .bin = visits_share},
};
// clang-format on

extern const struct chapter proposal_course_chapter;
const struct chapter proposal_course_chapter = {ROWS(course_rows)};
