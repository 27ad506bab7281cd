#include <stddef.h>

#include "groups/work.h"

#define AT(member) offsetof(struct work_settings, member)

// clang-format off
static const struct approval_rule approval_before = {{"before", "a group waits for the approval, and works then", "assemblies of 2011"}, false};
static const struct approval_rule approval_after  = {{"after", "a group works at once and goes on; the assembly hears what it finished, and sends back what it does not accept", "Thompson 2005, bioteams: act without permission; Schwaber & Sutherland 2020, The Scrum Guide: the review"}, true};

static const struct choice *const approval_rules[] = {&approval_before.choice, &approval_after.choice, NULL};

static const struct field work_fields[] = {
    {FIELD(DURATION, "hours", AT(hours), "2 h"), ALLOWED(0, 24), UNIT("h"), MEANS("What a member works a day for each of her groups, between meetings; 0 h switches work and tasks off"), ASSUMED("no data"), GUESSED("0.5 h", "8 h"), OBSERVABLE},
    {FIELD(DURATION, "content", AT(content), "80 h"), ALLOWED(0.001, 1000000), UNIT("h"), MEANS("Person-hours that an item of work takes at speed 1, on average"), ASSUMED("no data: about a week of half a dozen people"), GUESSED("10 h", "400 h"), OBSERVABLE},
    {FIELD(REAL, "content_cv", AT(content_cv), "0.5"), ALLOWED(0, 10), MEANS("Coefficient of variation of that (gamma); 0 makes all items alike"), ASSUMED("no data"), GUESSED("0.2", "1.5"), OBSERVABLE},
    {FIELD(DURATION, "content_least", AT(content_least), "1 h"), ALLOWED(0, 1000000), UNIT("h"), MEANS("Person-hours that an item of work takes at least: one that is drawn smaller takes so long. 0 h: there is no least, and a group may do a task of a second over and over"), ASSUMED("no data: what takes less nobody writes down as a task"), GUESSED("0.5 h", "4 h"), OBSERVABLE},
    {FIELD(COUNT, "needs", AT(needs), "2"), ALLOWED(0, 128), MEANS("Facets of know-how of its topic that an item of work needs; 0 for none"), ASSUMED("no data"), GUESSED("0", "3")},
    {FIELD(SHARE, "skill_floor", AT(skill_floor), "30 %"), ALLOWED(0.01, 1), MEANS("Speed of a group in which nobody knows anything of what is needed; 100 % makes know-how count for nothing"), ASSUMED("no data"), GUESSED("10 %", "80 %")},
    {FIELD(REAL, "learning", AT(learning), "0.32"), ALLOWED(0, 2), MEANS("Exponent of experience: speed is (1 + tasks done)^learning; 0 switches it off"), KNOWN_FROM("Wright 1936, doi:10.2514/8.155: 80 % of the time at each doubling"), PLAUSIBLE("0", "0.5", "Wright 1936 and later experience curves: 70 to 100 % of the time at each doubling")},
    {FIELD(SHARE, "practice", AT(practice), "30 %"), ALLOWED(0, 1), MEANS("Chance that a member learns in a task a facet that it needed and another member knows; 0 % switches it off"), ASSUMED("no data"), GUESSED("5 %", "80 %")},
    {FIELD(COUNT, "common_items", AT(common_items), "8"), ALLOWED(1, MOST_COMMON_ITEMS), MEANS("Items of work of a topic that belong to the whole movement and are done once"), ASSUMED("no data"), GUESSED("2", "30")},
    {FIELD(COUNT, "local_items", AT(local_items), "4"), ALLOWED(1, MOST_LOCAL_ITEMS), MEANS("Items of work of a topic that belong to a site and come back"), ASSUMED("no data"), GUESSED("1", "15")},
    {FIELD(SWITCH, "approval_lapses", AT(approval_lapses), "no"), MEANS("Whether a group stops its task while the proposal that allowed it is open again"), ASSUMED("no data: groups continue until the assembly decides against them")},
    {FIELD(CHOICE, "approval_when", AT(approval_when), "before"), MEANS("When the assembly says what it has to say on tasks that need its approval"), ONE_OF(approval_rules)},
    {FIELD(SHARE, "redo", AT(redo), "50 %"), ALLOWED(0, 1), MEANS("With `approval_when: after`: share of the work that is done again when the assembly does not accept it"), ASSUMED("no data"), GUESSED("20 %", "100 %"), OBSERVABLE},
    {FIELD(COUNT, "unheard", AT(unheard), "5"), ALLOWED(0, 1000), MEANS("With `approval_when: after`: finished tasks of a group that may wait to be heard; then it asks before it begins another one that needs approval. 0: any number"), ASSUMED("no data"), GUESSED("2", "20"), OBSERVABLE},
    {FIELD(COUNT, "at_once", AT(at_once), "1"), ALLOWED(1, MOST_AT_ONCE), MEANS("Tasks that a group has in hand at once, those that wait for approval among them; its members give those that are worked on equal shares of their hours, or divide over their parts (`teamwork.assign: pull`)")},
    {FIELD(COUNT, "sprint", AT(sprint), "0"), ALLOWED(0, 1000), MEANS("Tasks that a group takes up at a planning (`do: commit`, `into: task`), and then no other one until the next planning; 0: it takes up the next one when it is free")},
};
// clang-format on

const struct section work_section = {
    "work",
    "What working groups do between meetings: how large tasks are, what they need, and how fast they go.",
    FIELDS(struct work_settings, work_fields),
};
