#include <stddef.h>

#include "gathering/gathering.h"

#define AT(member)   offsetof(struct gathering_settings, member)
#define LINE(member) offsetof(struct calendar_entry, member)

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

// clang-format off
static const struct field calendar_fields[] = {
    {"every", FIELD_DURATION, LINE(every), "", 0, 87600, "d", "How often the session is held; left out, it is held once", NULL, GROUND_CHOICE, NULL, NULL},
    {"at", FIELD_CLOCK, LINE(at), "0:00", 0, 0, "1", "Time of day at which it begins", NULL, GROUND_CHOICE, NULL, NULL},
    {"on", FIELD_CHOICES, LINE(on), "none", 0, 0, "1", "Weekday on which it is held, or a list of several", NULL, GROUND_CHOICE, weekdays_or_none, NULL},
    {"except", FIELD_CHOICES, LINE(except), "none", 0, 0, "1", "Weekday on which it is not held, or a list of several", NULL, GROUND_CHOICE, weekdays_or_none, NULL},
    {"hold", FIELD_NAME, LINE(hold), NULL, 0, 0, "1", "The method: a name of the library, or a file beside the scenario", NULL, GROUND_CHOICE, NULL, NULL},
    {"for", FIELD_DURATION, LINE(lasts), "", 0, 24, "h", "When it ends at the latest; left out, it ends when the method is done", NULL, GROUND_CHOICE, NULL, NULL},
    {"again_after", FIELD_DURATION, LINE(again_after), "", 0, 87600, "h", "In place of `every`: the next session begins so long after the last one ended", NULL, GROUND_CHOICE, NULL, NULL},
    {"attendance", FIELD_SHARE, LINE(attendance), "", 0, 1, "1", "Share of the people who come, in place of people.attendance", NULL, GROUND_CHOICE, NULL, NULL},
    {"practice", FIELD_NAME, LINE(practice), "", 0, 0, "1", "Name of the practice that it belongs to: only sites that hold this practice hold the session; left out, all do", NULL, GROUND_CHOICE, NULL, NULL},
    {"who", FIELD_CHOICE, LINE(who), "all", 0, 0, "1", "Who is called", NULL, GROUND_CHOICE, calling_rules, NULL},
};

// clang-format on

const struct section calendar_section = {
    "calendar",
    "When which method is held. Sessions of one site do not overlap; what runs over delays what comes next.",
    sizeof(struct calendar_entry), calendar_fields, sizeof calendar_fields / sizeof calendar_fields[0]};
