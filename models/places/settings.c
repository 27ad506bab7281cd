#include <stddef.h>

#include "places/places.h"

#define SITE(member) offsetof(struct site_settings, member)

// clang-format off
static const struct field site_fields[] = {
    {FIELD(NAME, "name", SITE(name), MUST_BE_GIVEN), MEANS("Name of the site")},
    {FIELD(COUNT, "people", SITE(people), MUST_BE_GIVEN), ALLOWED(2, 10000000), MEANS("People who belong to the site at the start")},
    {FIELD(COUNT, "count", SITE(count), "1"), ALLOWED(1, 100000), MEANS("How many such sites there are; several are numbered")},
    {FIELD(NAME, "practice", SITE(practice), LEFT_OUT), MEANS("Practice with which it begins, in place of adoption.start")},
    {FIELD(REAL, "east", SITE(east), "0"), ALLOWED(-50000, 50000), UNIT("km"), MEANS("Where it is: so far east of some point")},
    {FIELD(REAL, "north", SITE(north), "0"), ALLOWED(-50000, 50000), UNIT("km"), MEANS("And so far north")},
    {FIELD(REAL, "around", SITE(around), "0"), ALLOWED(0, 50000), UNIT("km"), MEANS("With `count`: several sites lie so far around that point at most, spread evenly as the seeds of a sunflower")},
    {FIELD(COUNT, "threshold", SITE(threshold), "1"), ALLOWED(0, 100000), MEANS("With `adoption.rule: threshold`: others that must hold what spreads before it does")},
    {FIELD(REAL, "arrivals", SITE(arrivals), "1"), ALLOWED(0, 1e6), MEANS("Factor on the arrivals at this site")},
    {FIELD(SWITCH, "online", SITE(online), "no"), MEANS("Whether it meets online, so that those can come who come nowhere else")},
    {FIELD(SWITCH, "forum", SITE(forum), "no"), MEANS("Whether it has a forum, in which people post what they know of inquiries; it must be online")},
};

// clang-format on

const struct section site_section = {"sites", "Places where people meet.",
                                     FIELDS(struct site_settings, site_fields)};
