#include <stddef.h>

#include "places/sites.h"
#include "practices/adoption.h"

#define AT(member) offsetof(struct adoption_settings, member)

// clang-format off
static const struct field adoption_fields[] = {
    {"rule", FIELD_CHOICE, AT(rule), "none", 0, 0, "1", "How a site changes the practice that it holds", NULL, GROUND_CHOICE, adoption_rules, NULL},
    {"start", FIELD_NAME, AT(start), "", 0, 0, "1", "Practice with which sites begin that name none; left out, they hold only the lines without a practice", NULL, GROUND_CHOICE, NULL, NULL},
    {"spread", FIELD_NAME, AT(spread), "", 0, 0, "1", "The practice that innovation, imitation and thresholds are about", NULL, GROUND_CHOICE, NULL, NULL},
    {"every", FIELD_DURATION, AT(every), "7 d", 1.0 / 60, 8760, "d", "With `rule: compare`: how often a site tells others how its practice fares, and weighs what it heard", "no data", GROUND_ASSUMED, NULL, NULL},
    {"told", FIELD_COUNT, AT(told), "0", 0, MOST_CHOSEN, "1", "Other sites that a site tells: drawn anew for each comparison, the same for all of its changes; 0: all others", "no data", GROUND_ASSUMED, NULL, NULL},
    {"sensitivity", FIELD_REAL, AT(sensitivity), "2", 0, 1000, "1", "With `rule: compare`: a practice that fares r times as well is taken over with probability r^s / (1 + r^s), s this number", "no data; 0 tosses a coin", GROUND_ASSUMED, NULL, NULL},
    {"innovation", FIELD_RATE, AT(innovation), "0 /d", 0, 100, "d-1", "Rate at which a site takes up what spreads of itself: p of Bass", "Bass 1969: .03 a year for durable goods; of camps, no data", GROUND_ASSUMED, NULL, NULL},
    {"imitation", FIELD_RATE, AT(imitation), "0 /d", 0, 100, "d-1", "The same by imitation, times the share of the others that hold it: q of Bass", "Bass 1969: .38 a year for durable goods; of camps, no data", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section adoption_section = {
    "adoption",
    "How the sites of a movement take over each other's practices. A practice is a name on lines of the "
    "calendar: a site holds the lines of its own practice, and those without one.",
    sizeof(struct adoption_settings),
    adoption_fields,
    sizeof adoption_fields / sizeof adoption_fields[0],
};
