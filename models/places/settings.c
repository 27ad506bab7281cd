#include <stddef.h>

#include "places/places.h"

#define SITE(member) offsetof(struct site_settings, member)

// clang-format off
static const struct field site_fields[] = {
    {"name", FIELD_NAME, SITE(name), NULL, 0, 0, "1", "Name of the site", NULL, GROUND_CHOICE, NULL, NULL},
    {"people", FIELD_COUNT, SITE(people), NULL, 2, 10000000, "1", "People who belong to the site at the start", NULL, GROUND_CHOICE, NULL, NULL},
    {"count", FIELD_COUNT, SITE(count), "1", 1, 100000, "1", "How many such sites there are; several are numbered", NULL, GROUND_CHOICE, NULL, NULL},
    {"practice", FIELD_NAME, SITE(practice), "", 0, 0, "1", "Practice with which it begins, in place of adoption.start", NULL, GROUND_CHOICE, NULL, NULL},
    {"east", FIELD_REAL, SITE(east), "0", -50000, 50000, "km", "Where it is: so far east of some point", NULL, GROUND_CHOICE, NULL, NULL},
    {"north", FIELD_REAL, SITE(north), "0", -50000, 50000, "km", "And so far north", NULL, GROUND_CHOICE, NULL, NULL},
    {"around", FIELD_REAL, SITE(around), "0", 0, 50000, "km", "With `count`: several sites lie so far around that point at most, spread evenly as the seeds of a sunflower", NULL, GROUND_CHOICE, NULL, NULL},
    {"threshold", FIELD_COUNT, SITE(threshold), "1", 0, 100000, "1", "With `adoption.rule: threshold`: others that must hold what spreads before it does", NULL, GROUND_CHOICE, NULL, NULL},
    {"arrivals", FIELD_REAL, SITE(arrivals), "1", 0, 1e6, "1", "Factor on the arrivals at this site", NULL, GROUND_CHOICE, NULL, NULL},
    {"online", FIELD_SWITCH, SITE(online), "no", 0, 0, "1", "Whether it meets online, so that those can come who come nowhere else", NULL, GROUND_CHOICE, NULL, NULL},
};

// clang-format on

const struct section site_section = {"sites", "Places where people meet.", sizeof(struct site_settings),
                                     site_fields, sizeof site_fields / sizeof site_fields[0]};
