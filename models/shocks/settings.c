#include <stddef.h>

#include "shocks/shocks.h"

#define AT(member)   offsetof(struct shock_settings, member)
#define OF(kind)     (offsetof(struct shocks_settings, of) + (kind) * sizeof(struct field_list))
#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

#define NO_EFFECT "no data; 1 changes nothing"

// clang-format off
static const struct field raid_fields[] = {
    {"at", FIELD_DURATION, AT(at), "", 0, 876000, "d", "When it comes, since the scenario began", NULL, GROUND_CHOICE, NULL, NULL},
    {"per_day", FIELD_RATE, AT(per_hour), "0 /d", 0, 1, "d-1", "In place of `at`: how often it comes, at random, to each site by itself", "no data", GROUND_ASSUMED, NULL, NULL},
    {"site", FIELD_NAME, AT(site), "", 0, 0, "1", "The site it comes to; left out, it comes to every site", NULL, GROUND_CHOICE, NULL, NULL},
    {"closes", FIELD_SHARE, AT(closes), "80 %", 0, 1, "1", "Chance that the site is closed; 0 % leaves only the wave of solidarity", "direction found: camps were cleared in New York, Oakland and elsewhere, October to December 2011; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"closed_for", FIELD_DURATION, AT(closed_for), "1 d", 0, 876000, "d", "How long a closed site stays closed", "the plaza of Oakland was taken again a day after 25 October 2011; elsewhere assumed", GROUND_ASSUMED, NULL, NULL},
    {"leave", FIELD_SHARE, AT(leave), "30 %", 0, 1, "1", "Chance that a person leaves for good when the site is closed", "no data", GROUND_ASSUMED, NULL, NULL},
    {"scattered", FIELD_SHARE, AT(scattered), "50 %", 0, 1, "1", "Chance that a working group goes on without the place when it is closed; else it ends", "groups of New York went on meeting in an atrium nearby; share assumed", GROUND_ASSUMED, NULL, NULL},
    {"attendance", FIELD_REAL, AT(attendance), "3", 0, 100, "1", "Factor of attendance there: solidarity", "direction found: attendance rose after raids; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"elsewhere", FIELD_REAL, AT(elsewhere), "3", 0, 100, "1", "Factor of attendance at all other sites", "direction found: marches in other cities after the raids of New York and Oakland; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"arrivals", FIELD_REAL, AT(arrivals), "1", 0, 100, "1", "Factor of arrivals there", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
    {"leaving", FIELD_REAL, AT(leaving), "1", 0, 100, "1", "Factor of the hazards of leaving there", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
    {"lasts", FIELD_DURATION, AT(lasts), "0 d", 0, 876000, "d", "How long the factors stay at their full strength", "no data", GROUND_ASSUMED, NULL, NULL},
    {"half_life", FIELD_DURATION, AT(half_life), "3 d", 0, 876000, "d", "Time in which what is left of them halves afterwards; 0 d ends them at once", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct field cold_fields[] = {
    {"at", FIELD_DURATION, AT(at), "", 0, 876000, "d", "When it comes, since the scenario began", NULL, GROUND_CHOICE, NULL, NULL},
    {"per_day", FIELD_RATE, AT(per_hour), "0 /d", 0, 1, "d-1", "In place of `at`: how often it comes, at random, to each site by itself", "no data", GROUND_ASSUMED, NULL, NULL},
    {"site", FIELD_NAME, AT(site), "", 0, 0, "1", "The site it comes to; left out, it comes to every site", NULL, GROUND_CHOICE, NULL, NULL},
    {"lasts", FIELD_DURATION, AT(lasts), "3 d", 0, 876000, "d", "How long it stays cold", "no data", GROUND_ASSUMED, NULL, NULL},
    {"half_life", FIELD_DURATION, AT(half_life), "0 d", 0, 876000, "d", "Time in which what is left of it halves afterwards; 0 d ends it at once", "no data", GROUND_ASSUMED, NULL, NULL},
    {"attendance", FIELD_REAL, AT(attendance), "0.5", 0, 100, "1", "Factor of attendance there", "direction found: snow of 29 October 2011 in New York; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"leaving", FIELD_REAL, AT(leaving), "2", 0, 100, "1", "Factor of the hazards of leaving there", "direction found; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"arrivals", FIELD_REAL, AT(arrivals), "1", 0, 100, "1", "Factor of arrivals there", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
    {"elsewhere", FIELD_REAL, AT(elsewhere), "1", 0, 100, "1", "Factor of attendance at all other sites", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
};

static const struct field media_fields[] = {
    {"at", FIELD_DURATION, AT(at), "", 0, 876000, "d", "When it comes, since the scenario began", NULL, GROUND_CHOICE, NULL, NULL},
    {"per_day", FIELD_RATE, AT(per_hour), "0 /d", 0, 1, "d-1", "In place of `at`: how often it comes, at random, to each site by itself", "no data", GROUND_ASSUMED, NULL, NULL},
    {"site", FIELD_NAME, AT(site), "", 0, 0, "1", "The site it comes to; left out, it comes to every site", NULL, GROUND_CHOICE, NULL, NULL},
    {"arrivals", FIELD_REAL, AT(arrivals), "5", 0, 100, "1", "Factor of arrivals there", "direction found: the films of 24 September 2011 and what followed them; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"lasts", FIELD_DURATION, AT(lasts), "0 d", 0, 876000, "d", "How long the factors stay at their full strength", "no data", GROUND_ASSUMED, NULL, NULL},
    {"half_life", FIELD_DURATION, AT(half_life), "7 d", 0, 876000, "d", "Time in which what is left of them halves afterwards; 0 d ends them at once", "no data", GROUND_ASSUMED, NULL, NULL},
    {"attendance", FIELD_REAL, AT(attendance), "1", 0, 100, "1", "Factor of attendance there", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
    {"leaving", FIELD_REAL, AT(leaving), "1", 0, 100, "1", "Factor of the hazards of leaving there", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
    {"elsewhere", FIELD_REAL, AT(elsewhere), "1", 0, 100, "1", "Factor of attendance at all other sites", NO_EFFECT, GROUND_ASSUMED, NULL, NULL},
};

static const struct section raid_section  = {"raids", "The police come. A wave of solidarity goes through all sites; the site itself may be closed.", sizeof(struct shock_settings), raid_fields, COUNT(raid_fields)};
static const struct section cold_section  = {"cold", "Cold, rain, snow: fewer come and more leave, for as long as it lasts.", sizeof(struct shock_settings), cold_fields, COUNT(cold_fields)};
static const struct section media_section = {"media", "The press, films, a picture that goes round: more people come, and it is forgotten.", sizeof(struct shock_settings), media_fields, COUNT(media_fields)};

static const struct field shocks_fields[] = {
    {"raids", FIELD_LIST, OF(SHOCK_RAID), "", 0, SHOCKS_ENTRIES, "1", "Raids, each on a date or at random", NULL, GROUND_CHOICE, NULL, &raid_section},
    {"cold", FIELD_LIST, OF(SHOCK_COLD), "", 0, SHOCKS_ENTRIES, "1", "Spells of cold", NULL, GROUND_CHOICE, NULL, &cold_section},
    {"media", FIELD_LIST, OF(SHOCK_MEDIA), "", 0, SHOCKS_ENTRIES, "1", "Times when the press looks", NULL, GROUND_CHOICE, NULL, &media_section},
};
// clang-format on

const struct section shocks_section = {"shocks",
                                       "What comes from outside: raids, cold, the press. Of several waves at "
                                       "once the highest above 1 and the lowest "
                                       "below 1 count.",
                                       sizeof(struct shocks_settings), shocks_fields, COUNT(shocks_fields)};
