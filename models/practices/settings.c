#include <stddef.h>

#include "places/sites.h"
#include "practices/adoption.h"

#define AT(member) offsetof(struct adoption_settings, member)

// clang-format off
static const struct field adoption_fields[] = {
    {FIELD(CHOICE, "rule", AT(rule), "none"), MEANS("How a site changes the practice that it holds"), ONE_OF(adoption_rules)},
    {FIELD(NAME, "start", AT(start), LEFT_OUT), MEANS("Practice with which sites begin that name none; left out, they hold only the lines without a practice")},
    {FIELD(NAME, "spread", AT(spread), LEFT_OUT), MEANS("The practice that innovation, imitation and thresholds are about")},
    {FIELD(DURATION, "every", AT(every), "7 d"), ALLOWED(1.0 / 60, 8760), UNIT("d"), MEANS("With `rule: compare`: how often a site tells others how its practice fares, and weighs what it heard"), ASSUMED("no data")},
    {FIELD(COUNT, "told", AT(told), "0"), ALLOWED(0, MOST_CHOSEN), MEANS("Other sites that a site tells: drawn anew for each comparison, the same for all of its changes; 0: all others"), ASSUMED("no data")},
    {FIELD(REAL, "sensitivity", AT(sensitivity), "2"), ALLOWED(0, 1000), MEANS("With `rule: compare`: a practice that fares r times as well is taken over with probability r^s / (1 + r^s), s this number"), ASSUMED("no data; 0 tosses a coin")},
    {FIELD(RATE, "innovation", AT(innovation), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("Rate at which a site takes up what spreads of itself: p of Bass"), ASSUMED("Bass 1969: .03 a year for durable goods; of camps, no data")},
    {FIELD(RATE, "imitation", AT(imitation), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("The same by imitation, times the share of the others that hold it: q of Bass"), ASSUMED("Bass 1969: .38 a year for durable goods; of camps, no data")},
};
// clang-format on

const struct section adoption_section = {
    "adoption",
    "How the sites of a movement take over each other's practices. A practice is a name on lines of the "
    "calendar: a site holds the lines of its own practice, and those without one.",
    FIELDS(struct adoption_settings, adoption_fields),
};
