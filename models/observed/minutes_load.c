/* What came in, by a table of minutes, and how much there was to deal with it. */
#include <math.h>
#include <stdlib.h>

#include "base/require.h"
#include "observed/date.h"
#include "observed/minutes_parts.h"
#include "observed/ranges.h"

enum { DAYS = 7, THURSDAY = 3 /* 1 January 1970 */ };
/* Purposes of the bootstrap, behind those of the measures. */
enum { LUCK_OF_LENGTH = 1000, LUCK_OF_HALF, LUCK_OF_PEOPLE };
static const double nearly_all = 0.9;

static struct minutes_mean mean_of(const double *values, size_t count, double confidence, uint32_t luck)
{
    struct minutes_mean mean = {NAN, NAN, NAN, count};
    if (count == 0)
        return mean;
    mean.mean = 0;
    for (size_t i = 0; i < count; i++)
        mean.mean += values[i] / (double)count;
    mean.least = mean.most = mean.mean;
    if (count > 1) {
        const struct observed_range range = ranges_mean(values, count, confidence, luck);
        mean.least = range.least;
        mean.most = range.most;
    }
    return mean;
}

/* Of each proposal, or of each row where they have no names. */
static size_t lengths_of(const struct minutes *minutes, double *values)
{
    size_t count = 0;
    for (size_t i = 0; i < minutes->proposal_count; i++)
        if (!isnan(minutes->proposals[i].minutes))
            values[count++] = minutes->proposals[i].minutes;
    for (size_t i = 0; i < minutes->row_count && !minutes->has[COLUMN_ITEM]; i++)
        if (minutes_is_hearing(&minutes->rows[i]) && !isnan(minutes->rows[i].minutes))
            values[count++] = minutes->rows[i].minutes;
    return count;
}

static void load_lengths(const struct minutes *minutes, double confidence, double *values,
                         struct minutes_load *load)
{
    size_t count = lengths_of(minutes, values);
    load->minutes = mean_of(values, count, confidence, LUCK_OF_LENGTH);
    if (count > 0)
        load->half_below = load->half_least = load->half_most = ranges_quantile_of(values, count, 0.5);
    if (count > 1) {
        const struct observed_range range = ranges_quantile(values, count, 0.5, confidence, LUCK_OF_HALF);
        load->half_least = range.least;
        load->half_most = range.most;
    }
    count = 0;
    for (size_t i = 0; i < minutes->session_count; i++)
        if (minutes->sessions[i].minutes > 0)
            values[count++] = minutes->sessions[i].minutes;
    if (count > 0)
        load->session_minutes = ranges_quantile_of(values, count, nearly_all);
}

static void load_people(const struct minutes *minutes, double confidence, double *values,
                        struct minutes_load *load)
{
    size_t count = 0;
    for (size_t i = 0; i < minutes->row_count; i++)
        load->most_present = fmax(load->most_present, minutes->rows[i].present);
    for (size_t i = 0; i < minutes->session_count; i++)
        if (!isnan(minutes->sessions[i].present))
            values[count++] = minutes->sessions[i].present;
    for (size_t i = 0; i < minutes->row_count && minutes->session_count == 0; i++)
        if (!isnan(minutes->rows[i].present))
            values[count++] = minutes->rows[i].present;
    load->present = mean_of(values, count, confidence, LUCK_OF_PEOPLE);
}

static int weekday_of(int64_t day)
{
    return (int)(((day + THURSDAY) % DAYS + DAYS) % DAYS);
}

static void load_days(const struct minutes *minutes, struct minutes_load *load)
{
    if (minutes->session_count == 0)
        return;
    load->first_day = minutes->sessions[0].day;
    load->last_day = minutes->sessions[minutes->session_count - 1].day;
    load->weekday = weekday_of(load->first_day);
    load->days = minutes_days(minutes);
    load->dated = minutes->session_count > 1;
    for (size_t i = 0; i < minutes->session_count; i++)
        load->held[weekday_of(minutes->sessions[i].day)]++;
}

/* Different ones; where they have no names, those that are decided, since the others come again; where no
 * outcome is said, all. */
static size_t proposals_of(const struct minutes *minutes)
{
    size_t hearings = 0, decisions = 0;
    if (minutes->has[COLUMN_ITEM])
        return minutes->proposal_count;
    for (size_t i = 0; i < minutes->row_count; i++) {
        hearings += minutes_is_hearing(&minutes->rows[i]) ? 1 : 0;
        decisions += minutes_is_decision(minutes->rows[i].outcome) ? 1 : 0;
    }
    return minutes->has[COLUMN_OUTCOME] ? decisions : hearings;
}

struct minutes_load minutes_load(const struct minutes *minutes, double confidence)
{
    struct minutes_load load = {.file = minutes->file,
                                .rows = minutes->row_count,
                                .sessions = minutes->session_count,
                                .proposals = proposals_of(minutes),
                                .named = minutes->has[COLUMN_ITEM],
                                .days = NAN,
                                .a_day = NAN,
                                .half_below = NAN,
                                .half_least = NAN,
                                .half_most = NAN,
                                .most_present = NAN,
                                .session_minutes = NAN};
    double *values = must_allocate(minutes->row_count + 1, sizeof *values);
    load_days(minutes, &load);
    load_lengths(minutes, confidence, values, &load);
    load_people(minutes, confidence, values, &load);
    if (load.dated && load.proposals > 0)
        load.a_day = (double)load.proposals / load.days;
    free(values);
    return load;
}

char *minutes_day(int64_t day, char *text, size_t room)
{
    return date_text(day, text, room);
}
