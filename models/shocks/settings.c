#include <stddef.h>

#include "shocks/shocks.h"

#define AT(member) offsetof(struct shock_settings, member)
#define OF(kind)   (offsetof(struct shocks_settings, of) + (kind) * sizeof(struct field_list))

#define NO_EFFECT "no data; 1 changes nothing"

// clang-format off
static const struct field raid_fields[] = {
    {FIELD(DURATION, "at", AT(at), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("When it comes, since the scenario began")},
    {FIELD(RATE, "per_day", AT(per_hour), "0 /d"), ALLOWED(0, 1), UNIT("d-1"), MEANS("In place of `at`: how often it comes, at random, to each site by itself"), ASSUMED("no data")},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), MEANS("The site it comes to; left out, it comes to every site")},
    {FIELD(SHARE, "closes", AT(closes), "80 %"), ALLOWED(0, 1), MEANS("Chance that the site is closed; 0 % leaves only the wave of solidarity"), ASSUMED("direction found: camps were cleared in New York, Oakland and elsewhere, October to December 2011; value assumed")},
    {FIELD(DURATION, "closed_for", AT(closed_for), "1 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("How long a closed site stays closed"), ASSUMED("the plaza of Oakland was taken again a day after 25 October 2011; elsewhere assumed")},
    {FIELD(SHARE, "leave", AT(leave), "30 %"), ALLOWED(0, 1), MEANS("Chance that a person leaves for good when the site is closed"), ASSUMED("no data")},
    {FIELD(SHARE, "scattered", AT(scattered), "50 %"), ALLOWED(0, 1), MEANS("Chance that a working group goes on without the place when it is closed; else it ends"), ASSUMED("groups of New York went on meeting in an atrium nearby; share assumed")},
    {FIELD(REAL, "attendance", AT(attendance), "3"), ALLOWED(0, 100), MEANS("Factor of attendance there: solidarity"), ASSUMED("direction found: attendance rose after raids; value assumed")},
    {FIELD(REAL, "elsewhere", AT(elsewhere), "3"), ALLOWED(0, 100), MEANS("Factor of attendance at all other sites"), ASSUMED("direction found: marches in other cities after the raids of New York and Oakland; value assumed")},
    {FIELD(REAL, "arrivals", AT(arrivals), "1"), ALLOWED(0, 100), MEANS("Factor of arrivals there"), ASSUMED(NO_EFFECT)},
    {FIELD(REAL, "leaving", AT(leaving), "1"), ALLOWED(0, 100), MEANS("Factor of the hazards of leaving there"), ASSUMED(NO_EFFECT)},
    {FIELD(DURATION, "lasts", AT(lasts), "0 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("How long the factors stay at their full strength"), ASSUMED("no data")},
    {FIELD(DURATION, "half_life", AT(half_life), "3 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("Time in which what is left of them halves afterwards; 0 d ends them at once"), ASSUMED("no data")},
};

static const struct field cold_fields[] = {
    {FIELD(DURATION, "at", AT(at), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("When it comes, since the scenario began")},
    {FIELD(RATE, "per_day", AT(per_hour), "0 /d"), ALLOWED(0, 1), UNIT("d-1"), MEANS("In place of `at`: how often it comes, at random, to each site by itself"), ASSUMED("no data")},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), MEANS("The site it comes to; left out, it comes to every site")},
    {FIELD(DURATION, "lasts", AT(lasts), "3 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("How long it stays cold"), ASSUMED("no data")},
    {FIELD(DURATION, "half_life", AT(half_life), "0 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("Time in which what is left of it halves afterwards; 0 d ends it at once"), ASSUMED("no data")},
    {FIELD(REAL, "attendance", AT(attendance), "0.5"), ALLOWED(0, 100), MEANS("Factor of attendance there"), ASSUMED("direction found: snow of 29 October 2011 in New York; value assumed")},
    {FIELD(REAL, "leaving", AT(leaving), "2"), ALLOWED(0, 100), MEANS("Factor of the hazards of leaving there"), ASSUMED("direction found; value assumed")},
    {FIELD(REAL, "arrivals", AT(arrivals), "1"), ALLOWED(0, 100), MEANS("Factor of arrivals there"), ASSUMED(NO_EFFECT)},
    {FIELD(REAL, "elsewhere", AT(elsewhere), "1"), ALLOWED(0, 100), MEANS("Factor of attendance at all other sites"), ASSUMED(NO_EFFECT)},
};

static const struct field media_fields[] = {
    {FIELD(DURATION, "at", AT(at), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("When it comes, since the scenario began")},
    {FIELD(RATE, "per_day", AT(per_hour), "0 /d"), ALLOWED(0, 1), UNIT("d-1"), MEANS("In place of `at`: how often it comes, at random, to each site by itself"), ASSUMED("no data")},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), MEANS("The site it comes to; left out, it comes to every site")},
    {FIELD(REAL, "arrivals", AT(arrivals), "5"), ALLOWED(0, 100), MEANS("Factor of arrivals there"), ASSUMED("direction found: the films of 24 September 2011 and what followed them; value assumed")},
    {FIELD(DURATION, "lasts", AT(lasts), "0 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("How long the factors stay at their full strength"), ASSUMED("no data")},
    {FIELD(DURATION, "half_life", AT(half_life), "7 d"), ALLOWED(0, 876000), UNIT("d"), MEANS("Time in which what is left of them halves afterwards; 0 d ends them at once"), ASSUMED("no data")},
    {FIELD(REAL, "attendance", AT(attendance), "1"), ALLOWED(0, 100), MEANS("Factor of attendance there"), ASSUMED(NO_EFFECT)},
    {FIELD(REAL, "leaving", AT(leaving), "1"), ALLOWED(0, 100), MEANS("Factor of the hazards of leaving there"), ASSUMED(NO_EFFECT)},
    {FIELD(REAL, "elsewhere", AT(elsewhere), "1"), ALLOWED(0, 100), MEANS("Factor of attendance at all other sites"), ASSUMED(NO_EFFECT)},
};

static const struct section raid_section  = {"raids", "The police come. A wave of solidarity goes through all sites; the site itself may be closed.", FIELDS(struct shock_settings, raid_fields)};
static const struct section cold_section  = {"cold", "Cold, rain, snow: fewer come and more leave, for as long as it lasts.", FIELDS(struct shock_settings, cold_fields)};
static const struct section media_section = {"media", "The press, films, a picture that goes round: more people come, and it is forgotten.", FIELDS(struct shock_settings, media_fields)};

static const struct field shocks_fields[] = {
    {FIELD(LIST, "raids", OF(SHOCK_RAID), LEFT_OUT), ALLOWED(0, SHOCKS_ENTRIES), MEANS("Raids, each on a date or at random"), INSIDE(&raid_section)},
    {FIELD(LIST, "cold", OF(SHOCK_COLD), LEFT_OUT), ALLOWED(0, SHOCKS_ENTRIES), MEANS("Spells of cold"), INSIDE(&cold_section)},
    {FIELD(LIST, "media", OF(SHOCK_MEDIA), LEFT_OUT), ALLOWED(0, SHOCKS_ENTRIES), MEANS("Times when the press looks"), INSIDE(&media_section)},
};
// clang-format on

const struct section shocks_section = {"shocks",
                                       "What comes from outside: raids, cold, the press. Of several waves at "
                                       "once the highest above 1 and the lowest "
                                       "below 1 count.",
                                       FIELDS(struct shocks_settings, shocks_fields)};
