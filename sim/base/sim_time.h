/* Simulated time: whole microseconds since the scenario began.
 *
 * An integer, so that sums of times are exact, order is total, and Little's law can be asserted without
 * tolerance. 2^63 microseconds are 292,000 years. Rates are in events per hour, as doubles.
 */
#ifndef BASE_SIM_TIME_H
#define BASE_SIM_TIME_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

typedef int64_t sim_time;

#define SIM_SECOND ((sim_time)1000000)
#define SIM_MINUTE (60 * SIM_SECOND)
#define SIM_HOUR   (60 * SIM_MINUTE)
#define SIM_DAY    (24 * SIM_HOUR)
#define SIM_WEEK   (7 * SIM_DAY)
#define SIM_NEVER  INT64_MAX

/* Rounded to the nearest microsecond; at least one when `hours` is positive, SIM_NEVER when out of reach. */
sim_time sim_time_from_hours(double hours);

static inline double sim_hours(sim_time span)
{
    return (double)span / (double)SIM_HOUR;
}

/* NaN for SIM_NEVER and for what is below 0: it has not happened. */
static inline double sim_hours_or_missing(sim_time instant)
{
    return instant < 0 || instant == SIM_NEVER ? (double)NAN : sim_hours(instant);
}

static inline double sim_minutes(sim_time span)
{
    return (double)span / (double)SIM_MINUTE;
}

static inline double sim_days(sim_time span)
{
    return (double)span / (double)SIM_DAY;
}

/* Weekday of an instant, Monday 0 to Sunday 6, where time 0 lies on weekday `first_day`. */
static inline int sim_weekday(sim_time instant, int first_day)
{
    return (int)((instant / SIM_DAY + first_day) % 7);
}

/* Writes "1 d", "90 min", "2.5 s", "never": the largest unit of which it is a whole number below 1000, else
 * the largest that says it in six digits; rounded to six digits where no unit does. Returns `text`. */
char *sim_time_text(sim_time span, char *text, size_t size);

#endif
