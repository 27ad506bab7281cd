#include "people/presence.h"

#include <stddef.h>

#include "base/decay.h"
#include "parts.h"
#include "people/numbers.h"
#include "people/people_parts.h"

#define AT(member) offsetof(struct presence_settings, member)

// clang-format off
static const struct field presence_fields[] = {
    {FIELD(SHARE, "daily", AT(daily), "0 %"), ALLOWED(0, 1), MEANS("Share of the people who can come every day, within the hours below; who is none of these three lives at the site"), ASSUMED("no data: the record speaks of people who came after work"), GUESSED("0 %", "70 %"), OBSERVABLE},
    {FIELD(SHARE, "occasional", AT(occasional), "0 %"), ALLOWED(0, 1), MEANS("Share who can come on some days, within the hours below"), ASSUMED("no data"), GUESSED("0 %", "70 %"), OBSERVABLE},
    {FIELD(SHARE, "online", AT(online), "0 %"), ALLOWED(0, 1), MEANS("Share who come to sites that meet online only, within the hours below"), ASSUMED("no data"), GUESSED("0 %", "50 %"), OBSERVABLE},
    {FIELD(CLOCK, "weekday_from", AT(weekday_from), "17:00"), MEANS("Hour from which those who do not live there can come, Monday to Friday"), ASSUMED("no data: after work"), GUESSED("15:00", "19:00")},
    {FIELD(CLOCK, "weekday_until", AT(weekday_until), "23:00"), MEANS("Hour until which they can come; before the other one, it is that of the next morning"), ASSUMED("no data"), GUESSED("21:00", "23:59")},
    {FIELD(CLOCK, "weekend_from", AT(weekend_from), "10:00"), MEANS("Hour from which they can come on Saturdays and Sundays"), ASSUMED("no data"), GUESSED("8:00", "14:00")},
    {FIELD(CLOCK, "weekend_until", AT(weekend_until), "23:00"), MEANS("Hour until which they can come on those days"), ASSUMED("no data"), GUESSED("20:00", "23:59")},
    {FIELD(SHARE, "chance", AT(chance), "25 %"), ALLOWED(0, 1), MEANS("Share of the days on which an occasional one can come, drawn anew for each day"), ASSUMED("no data"), GUESSED("10 %", "60 %"), OBSERVABLE},
};
// clang-format on

const struct section presence_section = {
    "presence",
    "Who can come when. Without these shares everybody lives at the site and can come at any hour.",
    FIELDS(struct presence_settings, presence_fields),
};

/* The kinds lie in a row from 0 to 1: a greater share of one of them takes people from the
 * residents first. */
static enum presence_kind kind_at(const struct presence_settings *settings, double lot)
{
    if (lot < settings->daily)
        return PRESENCE_DAILY;
    if (lot < settings->daily + settings->occasional)
        return PRESENCE_OCCASIONAL;
    return lot < settings->daily + settings->occasional + settings->online ? PRESENCE_ONLINE
                                                                           : PRESENCE_RESIDENT;
}

void presence_draw(struct people *people, struct arena *arena)
{
    const struct presence_settings *settings = people->terms.presence_settings;
    if (settings->daily + settings->occasional + settings->online <= 0)
        return;
    people->presence = people->own->presence = ARENA_NEW(arena, uint8_t, people->count);
    for (uint32_t person = 0; person < people->begun + people->arriving; person++) {
        struct draw draw = draw_for(people->terms.luck, DRAW_PRESENCE, person, people->terms.site);
        people->own->presence[person] = (uint8_t)kind_at(settings, draw_uniform(&draw));
    }
}

static bool is_open(sim_time from, sim_time until, sim_time clock)
{
    return from < until ? from <= clock && clock < until : clock >= from || clock < until;
}

bool person_can_come(const struct people *people, uint32_t person, sim_time now)
{
    if (!person_is_here(people, person))
        return false;
    if (people->presence == NULL || people->presence[person] == PRESENCE_RESIDENT)
        return true;
    const struct presence_settings *settings = people->terms.presence_settings;
    enum presence_kind kind = people->presence[person];
    if (kind == PRESENCE_ONLINE && !people->terms.online)
        return false;
    enum { SATURDAY = 5 };
    bool weekend = sim_weekday(now, people->terms.first_day) >= SATURDAY;
    if (!is_open(weekend ? settings->weekend_from : settings->weekday_from,
                 weekend ? settings->weekend_until : settings->weekday_until, now % SIM_DAY))
        return false;
    if (kind != PRESENCE_OCCASIONAL)
        return true;
    struct draw draw =
        draw_for(people->terms.luck, DRAW_FREE_DAY, person_luck(people, person), (uint32_t)(now / SIM_DAY));
    return draw_uniform(&draw) < settings->chance;
}

/* --- attendance --- */

bool attendance_is_even(const struct people *people)
{
    return people->terms.settings->attendance_half_life <= 0 && people->presence == NULL &&
           everybody_is_here(people);
}

double attendance_zeal(const struct people *people, uint32_t person, sim_time now)
{
    const struct people_settings *settings = people->terms.settings;
    if (settings->attendance_half_life <= 0)
        return 1.0;
    double left = decay_factor(settings->attendance_half_life, now - people->standing.since[person]);
    return settings->attendance_floor + (1.0 - settings->attendance_floor) * left;
}

double attendance_of(const struct people *people, uint32_t person, sim_time now)
{
    double chance = people->terms.settings->attendance *
                    climate_factor(people->terms.climate, CLIMATE_ATTENDANCE, now) *
                    attendance_zeal(people, person, now);
    return chance < 1.0 ? chance : 1.0;
}
