#include <stddef.h>

#include "gathering/gathering.h"

#define AT(member) offsetof(struct gathering_settings, member)

// clang-format off
static const struct field gathering_fields[] = {
    {"topic_attraction", FIELD_REAL, AT(topic_attraction), "1", 0, 10, "1", "How strongly interest draws people to a circle (exponent); 0 makes the choice uniform", "no data", GROUND_ASSUMED, NULL, NULL},
    {"revisit", FIELD_REAL, AT(revisit), "0.2", 0, 1, "1", "Weight of a circle where one has been already in this round, against 1 for a new one", "no data", GROUND_ASSUMED, NULL, NULL},
    {"two_feet", FIELD_RATE, AT(two_feet), "4 /h", 0, 20, "h-1", "How often a person changes circles where the method lets people use their two feet", "no data: once in 15 minutes; plausible from never to once in 3 minutes", GROUND_ASSUMED, NULL, NULL},
    {"partners", FIELD_SWITCH, AT(partners), "no", 0, 0, "1", "Whether to keep books of who sat with whom (takes people x people bits)", NULL, GROUND_CHOICE, NULL, NULL},
};
// clang-format on

const struct section gathering_section = {
    "gathering",
    "How people spread over circles.",
    sizeof(struct gathering_settings),
    gathering_fields,
    sizeof gathering_fields / sizeof gathering_fields[0],
};
