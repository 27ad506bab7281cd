/* A small scenario with a field of every kind, for the tests of this room and for fuzzing. */
#ifndef TESTS_CAMP_H
#define TESTS_CAMP_H

#include "scenario/field.h"

struct camp_talk {
    double retention, noise, weight;
    double arrivals;
    sim_time facet_length;
    const struct choice *floor;
};

struct camp_meeting {
    const char *hold;
    sim_time at, lasts;
};

struct camp_site {
    const char *name;
    int64_t people;
    bool amplified;
};

struct camp_design {
    const char *name;
    struct field_list calendar;
    const struct node *changes;
};

struct camp {
    const char *title;
    int64_t seed;
    sim_time lasts;
    struct camp_talk talk;
    struct field_list sites, designs, points;
    const struct node *extra;
};

// clang-format off
static const struct choice camp_open = {"open", "whoever speaks first", NULL};
static const struct choice camp_stack = {"stack", "first to raise a hand, first to speak", NULL};
static const struct choice camp_progressive = {"progressive-stack", "those who spoke least come first", "Example 2011"};
static const struct choice *const camp_floors[] = {&camp_open, &camp_stack, &camp_progressive, NULL};

#define AT(member) offsetof(struct camp_talk, member)
static const struct field camp_talk_fields[] = {
    {"retention",    FIELD_SHARE,    AT(retention),    "50 %",           0, 1,        "1",         "Share of listeners who keep a facet", "no data",               GROUND_ASSUMED, NULL, NULL},
    {"noise",        FIELD_REAL,     AT(noise),        "0.10 /listener", 0, .5,       "/listener", "Words lost for each listener",        "no data",               GROUND_ASSUMED, NULL, NULL},
    {"weight",       FIELD_REAL,     AT(weight),       "1",              0, 0,        "1",         "Weight of a turn",                    NULL,                    GROUND_CHOICE,  NULL, NULL},
    {"arrivals",     FIELD_RATE,     AT(arrivals),     "4 /d",           0, 10,       "h-1",       "People who arrive",                   "Example 2011",          GROUND_FOUND,   NULL, NULL},
    {"facet_length", FIELD_DURATION, AT(facet_length), "1 min",          .005, .05,   "min",       "Time to voice a facet",               "one-minute rule, 2011", GROUND_FOUND,   NULL, NULL},
    {"floor",        FIELD_CHOICE,   AT(floor),        "stack",          0, 0,        NULL,        "Who speaks next",                     NULL,                    GROUND_CHOICE,  camp_floors, NULL},
};
#undef AT
static const struct section camp_talk_section = {"conversation", "How a circle talks.", sizeof(struct camp_talk), camp_talk_fields, 6};

#define AT(member) offsetof(struct camp_meeting, member)
static const struct field camp_meeting_fields[] = {
    {"hold", FIELD_TEXT,     AT(hold),  NULL,    0, 0,  NULL, "Method to hold",   NULL, GROUND_CHOICE, NULL, NULL},
    {"at",   FIELD_CLOCK,    AT(at),    "19:00", 0, 0,  NULL, "Time of day",      NULL, GROUND_CHOICE, NULL, NULL},
    {"for",  FIELD_DURATION, AT(lasts), "3 h",   0, 24, "h",  "How long it goes", NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section camp_meeting_section = {"calendar", "A meeting that comes again.", sizeof(struct camp_meeting), camp_meeting_fields, 3};

#define AT(member) offsetof(struct camp_site, member)
static const struct field camp_site_fields[] = {
    {"name",      FIELD_TEXT,   AT(name),      "a square", 0, 0,       NULL, "What the site is called", NULL, GROUND_CHOICE, NULL, NULL},
    {"people",    FIELD_COUNT,  AT(people),    "300",      1, 1000000, "1",  "People there",            NULL, GROUND_CHOICE, NULL, NULL},
    {"amplified", FIELD_SWITCH, AT(amplified), "no",       0, 0,       NULL, "Whether there is power",  NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section camp_site_section = {"site", "A place where people are.", sizeof(struct camp_site), camp_site_fields, 3};

#define AT(member) offsetof(struct camp_design, member)
static const struct field camp_design_fields[] = {
    {"calendar", FIELD_LIST, AT(calendar), "", 0, 0, NULL, "Meetings",                   NULL, GROUND_CHOICE, NULL, &camp_meeting_section},
    {"changes",  FIELD_TREE, AT(changes),  "", 0, 0, NULL, "What else differs with it",  NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section camp_design_section = {"design", "What is compared.", sizeof(struct camp_design), camp_design_fields, 2};

#define AT(member) offsetof(struct camp, member)
static const struct field camp_fields[] = {
    {"title",        FIELD_TEXT,     AT(title),   NULL,   0, 0,     NULL, "What is asked",      NULL, GROUND_CHOICE, NULL, NULL},
    {"seed",         FIELD_COUNT,    AT(seed),    "2011", 0, 0,     "1",  "Start of the draws", NULL, GROUND_CHOICE, NULL, NULL},
    {"lasts",        FIELD_DURATION, AT(lasts),   "30 d", 0, 87600, "d",  "Simulated time",     NULL, GROUND_CHOICE, NULL, NULL},
    {"conversation", FIELD_SECTION,  AT(talk),    "",     0, 0,     NULL, "How circles talk",   NULL, GROUND_CHOICE, NULL, &camp_talk_section},
    {"sites",        FIELD_LIST,     AT(sites),   "",     0, 3,     NULL, "Where it happens",   NULL, GROUND_CHOICE, NULL, &camp_site_section},
    {"designs",      FIELD_NAMED,    AT(designs), "",     0, 0,     NULL, "What is compared",   NULL, GROUND_CHOICE, NULL, &camp_design_section},
    {"points",       FIELD_NUMBERS,  AT(points),  "[1, 2, 4]", 0, 6, "1", "Points of a sweep",  NULL, GROUND_CHOICE, NULL, NULL},
    {"extra",        FIELD_TREE,     AT(extra),   "",     0, 0,     NULL, "Left unread",        NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section camp_section = {"scenario", "A camp for the tests.", sizeof(struct camp), camp_fields, 8};
// clang-format on

#endif
