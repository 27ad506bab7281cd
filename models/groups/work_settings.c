#include <stddef.h>

#include "groups/work.h"

#define AT(member) offsetof(struct work_settings, member)

// clang-format off
static const struct field work_fields[] = {
    {"hours", FIELD_DURATION, AT(hours), "2 h", 0, 24, "h", "What a member works a day for each of her groups, between meetings; 0 h switches work and tasks off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"content", FIELD_DURATION, AT(content), "80 h", 0.001, 1000000, "h", "Person-hours that an item of work takes at speed 1, on average", "no data: about a week of half a dozen people", GROUND_ASSUMED, NULL, NULL},
    {"content_cv", FIELD_REAL, AT(content_cv), "0.5", 0, 10, "1", "Coefficient of variation of that (gamma); 0 makes all items alike", "no data", GROUND_ASSUMED, NULL, NULL},
    {"needs", FIELD_COUNT, AT(needs), "2", 0, 128, "1", "Facets of know-how of its topic that an item of work needs; 0 for none", "no data", GROUND_ASSUMED, NULL, NULL},
    {"skill_floor", FIELD_SHARE, AT(skill_floor), "30 %", 0.01, 1, "1", "Speed of a group in which nobody knows anything of what is needed; 100 % makes know-how count for nothing", "no data", GROUND_ASSUMED, NULL, NULL},
    {"learning", FIELD_REAL, AT(learning), "0.32", 0, 2, "1", "Exponent of experience: speed is (1 + tasks done)^learning; 0 switches it off", "Wright 1936, doi:10.2514/8.155: 80 % of the time at each doubling; plausible 0 to 0.5", GROUND_KNOWN, NULL, NULL},
    {"practice", FIELD_SHARE, AT(practice), "30 %", 0, 1, "1", "Chance that a member learns in a task a facet that it needed and another member knows; 0 % switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"common_items", FIELD_COUNT, AT(common_items), "8", 1, MOST_COMMON_ITEMS, "1", "Items of work of a topic that belong to the whole movement and are done once", "no data", GROUND_ASSUMED, NULL, NULL},
    {"local_items", FIELD_COUNT, AT(local_items), "4", 1, MOST_LOCAL_ITEMS, "1", "Items of work of a topic that belong to a site and come back", "no data", GROUND_ASSUMED, NULL, NULL},
    {"approval_lapses", FIELD_SWITCH, AT(approval_lapses), "no", 0, 0, "1", "Whether a group stops again when what it was allowed is reopened, until it is decided anew", "no data: groups go on until they are told otherwise", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section work_section = {
    "work",
    "What working groups do between meetings: how large tasks are, what they need, and how fast they go.",
    sizeof(struct work_settings),
    work_fields,
    sizeof work_fields / sizeof work_fields[0],
};
