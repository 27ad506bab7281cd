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
    {FIELD(SHARE, "retention", AT(retention), "50 %"), ALLOWED(0, 1), MEANS("Share of listeners who keep a facet"), ASSUMED("no data"), GUESSED("20 %", "90 %")},
    {FIELD(REAL, "noise", AT(noise), "0.10 /listener"), ALLOWED(0, .5), UNIT("/listener"), MEANS("Words lost for each listener"), ASSUMED("no data"), GUESSED("0.05 /listener", "0.2 /listener")},
    {FIELD(REAL, "weight", AT(weight), "1"), MEANS("Weight of a turn")},
    {FIELD(RATE, "arrivals", AT(arrivals), "4 /d"), ALLOWED(0, 10), UNIT("h-1"), MEANS("People who arrive"), FOUND_IN("Example 2011"), PLAUSIBLE("1 /d", "9 /d", "Example 2012")},
    {FIELD(DURATION, "facet_length", AT(facet_length), "1 min"), ALLOWED(.005, .05), UNIT("min"), MEANS("Time to voice a facet"), FOUND_IN("one-minute rule, 2011"), PLAUSIBLE("0.5 min", "2 min", "rules of other forums")},
    {FIELD(CHOICE, "floor", AT(floor), "stack"), MEANS("Who speaks next"), ONE_OF(camp_floors)},
};
#undef AT
static const struct section camp_talk_section = {"conversation", "How a circle talks.", FIELDS(struct camp_talk, camp_talk_fields)};

#define AT(member) offsetof(struct camp_meeting, member)
static const struct field camp_meeting_fields[] = {
    {FIELD(TEXT, "hold", AT(hold), MUST_BE_GIVEN), MEANS("Method to hold")},
    {FIELD(CLOCK, "at", AT(at), "19:00"), MEANS("Time of day")},
    {FIELD(DURATION, "for", AT(lasts), "3 h"), ALLOWED(0, 24), UNIT("h"), MEANS("How long it goes")},
};
#undef AT
static const struct section camp_meeting_section = {"calendar", "A meeting that comes again.", FIELDS(struct camp_meeting, camp_meeting_fields)};

#define AT(member) offsetof(struct camp_site, member)
static const struct field camp_site_fields[] = {
    {FIELD(TEXT, "name", AT(name), "a square"), MEANS("What the site is called")},
    {FIELD(COUNT, "people", AT(people), "300"), ALLOWED(1, 1000000), MEANS("People there")},
    {FIELD(SWITCH, "amplified", AT(amplified), "no"), MEANS("Whether there is power")},
};
#undef AT
static const struct section camp_site_section = {"site", "A place where people are.", FIELDS(struct camp_site, camp_site_fields)};

#define AT(member) offsetof(struct camp_design, member)
static const struct field camp_design_fields[] = {
    {FIELD(LIST, "calendar", AT(calendar), LEFT_OUT), MEANS("Meetings"), INSIDE(&camp_meeting_section)},
    {FIELD(TREE, "changes", AT(changes), LEFT_OUT), MEANS("What else differs with it")},
};
#undef AT
static const struct section camp_design_section = {"design", "What is compared.", FIELDS(struct camp_design, camp_design_fields)};

#define AT(member) offsetof(struct camp, member)
static const struct field camp_fields[] = {
    {FIELD(TEXT, "title", AT(title), MUST_BE_GIVEN), MEANS("What is asked")},
    {FIELD(COUNT, "seed", AT(seed), "2011"), MEANS("Start of the draws")},
    {FIELD(DURATION, "lasts", AT(lasts), "30 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("Simulated time")},
    {FIELD(SECTION, "conversation", AT(talk), LEFT_OUT), MEANS("How circles talk"), INSIDE(&camp_talk_section)},
    {FIELD(LIST, "sites", AT(sites), LEFT_OUT), ALLOWED(0, 3), MEANS("Where it happens"), INSIDE(&camp_site_section)},
    {FIELD(NAMED, "designs", AT(designs), LEFT_OUT), MEANS("What is compared"), INSIDE(&camp_design_section)},
    {FIELD(NUMBERS, "points", AT(points), "[1, 2, 4]"), ALLOWED(0, 6), MEANS("Points of a sweep")},
    {FIELD(TREE, "extra", AT(extra), LEFT_OUT), MEANS("Left unread")},
};
#undef AT
static const struct section camp_section = {"scenario", "A camp for the tests.", FIELDS(struct camp, camp_fields)};
// clang-format on

#endif
