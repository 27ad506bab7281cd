#include <stdbool.h>
#include <stddef.h>

#include "base/require.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "parts.h"

static int weekday_at(sim_time instant, int first_day)
{
    return (int)((instant / SIM_DAY + first_day) % 7);
}

/* The first opening at or after `from`. */
static sim_time opening_from(const struct calendar_entry *entry, sim_time first, sim_time from)
{
    sim_time late = from - first;
    return late <= 0 ? first : first + (late + entry->every - 1) / entry->every * entry->every;
}

/* The first opening at or after `from` on `day`; on any day where `day` is -1. A repeated session begins on
 * the first such day.
 *
 * A day on which the session is not held is skipped in one step, however many openings it would have. For
 * every interval that people use, the weekdays of the openings soon repeat; for others the search ends after
 * MOST_DAYS days. */
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
    if (!entry->held)
        return SIM_NEVER;
    if (days == 0)
        return next_on(entry, -1, first_day, from);
    sim_time next = SIM_NEVER;
    for (int day = 0; days >> day != 0; day++) {
        sim_time opening = (days >> day & 1) == 0 ? SIM_NEVER : next_on(entry, day, first_day, from);
        next = opening < next ? opening : next;
    }
    return next;
}

void calendar_schedule(struct site *site, uint32_t line, sim_time at)
{
    struct opening_card card = {line};
    if (at < SIM_NEVER)
        site_schedule(site, at, EVENT_SESSION_OPENS, &card, sizeof card);
}

void calendar_goes_on(struct site *site, const struct session *session)
{
    const struct calendar_entry *lines = gathering_of(parts_of(site))->terms.calendar.items;
    if (session->origin.of_calendar > 0 && session->origin.entry->again_after > 0)
        calendar_schedule(site, (uint32_t)(session->origin.entry - lines),
                          site_now(site) + session->origin.entry->again_after);
}
