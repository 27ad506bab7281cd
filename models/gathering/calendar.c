#include <stdbool.h>
#include <stddef.h>

#include "base/require.h"
#include "gathering/gathering.h"

// clang-format off
static const struct weekday monday    = {{"monday", "the day after Sunday", NULL}, 0};
static const struct weekday tuesday   = {{"tuesday", "the day after Monday", NULL}, 1};
static const struct weekday wednesday = {{"wednesday", "the day after Tuesday", NULL}, 2};
static const struct weekday thursday  = {{"thursday", "the day after Wednesday", NULL}, 3};
static const struct weekday friday    = {{"friday", "the day after Thursday", NULL}, 4};
static const struct weekday saturday  = {{"saturday", "the day after Friday", NULL}, 5};
static const struct weekday sunday    = {{"sunday", "the day after Saturday", NULL}, 6};
static const struct weekday no_day    = {{"none", "no weekday", NULL}, -1};
// clang-format on

const struct choice *const weekdays[] = {
    &monday.choice, &tuesday.choice,  &wednesday.choice, &thursday.choice,
    &friday.choice, &saturday.choice, &sunday.choice,    NULL};
const struct choice *const weekdays_or_none[] = {&monday.choice,   &tuesday.choice, &wednesday.choice,
                                                 &thursday.choice, &friday.choice,  &saturday.choice,
                                                 &sunday.choice,   &no_day.choice,  NULL};

static int weekday_at(sim_time instant, int first_day)
{
    return (int)((instant / SIM_DAY + first_day) % 7);
}

unsigned weekday_bits(uint64_t chosen)
{
    enum { ALL_DAYS = 0x7F };
    return (unsigned)chosen & ALL_DAYS;
}

/* The first opening at or after `from`. */
static sim_time opening_from(const struct calendar_entry *entry, sim_time first, sim_time from)
{
    sim_time late = from - first;
    return late <= 0 ? first : first + (late + entry->every - 1) / entry->every * entry->every;
}

/* The first opening at or after `from` on `day`; on any day where that is -1. What repeats begins on the
 * first such day.
 *
 * A day on which the session is not held is left behind in one step, however many openings it would have. The
 * pattern of weekdays repeats soon for every interval that people use; others end after some years. */
static sim_time next_on(const struct calendar_entry *entry, int day, int first_day, sim_time from)
{
    enum { MOST_DAYS = 1000 };
    sim_time first = entry->at + (day < 0 ? 0 : ((day - first_day) % 7 + 7) % 7 * SIM_DAY);
    if (entry->every <= 0)
        return first >= from ? first : SIM_NEVER;
    sim_time opening = opening_from(entry, first, from);
    for (int days = 0; days < MOST_DAYS; days++) {
        int weekday = weekday_at(opening, first_day);
        bool left_out = (weekday_bits(entry->except) >> weekday & 1) != 0;
        if (!left_out && (day < 0 || weekday == day))
            return opening;
        opening = opening_from(entry, first, (opening / SIM_DAY + 1) * SIM_DAY);
    }
    return SIM_NEVER;
}

/* A session on several weekdays is held as if each had a line of its own. */
sim_time calendar_next(const struct calendar_entry *entry, int first_day, sim_time from)
{
    unsigned days = weekday_bits(entry->on);
    if (days == 0)
        return next_on(entry, -1, first_day, from);
    sim_time next = SIM_NEVER;
    for (int day = 0; days >> day != 0; day++) {
        sim_time opening = (days >> day & 1) == 0 ? SIM_NEVER : next_on(entry, day, first_day, from);
        next = opening < next ? opening : next;
    }
    return next;
}
