/* What an observed movement's file may say. */
#include <stddef.h>

#include "observed/observed_parts.h"

const struct section *const observed_sections = &observed_section;

#define COUNT(fields) (sizeof(fields) / sizeof((fields)[0]))
#define LINKS         "Who is linked with whom: pairs of groups, as in [[kitchen, medics]]; both ways"
#define DEPENDENCIES                                                                                         \
    "Who needs whose work: pairs of groups that are required to work together, besides those on one topic "  \
    "in different sites"

// clang-format off
#define AT(member) offsetof(struct written_group, member)
static const struct field group_fields[] = {
    {"name", FIELD_NAME, AT(name), NULL, 0, 0, "", "What the group is called; no other has this name", NULL, GROUND_CHOICE, NULL, NULL},
    {"site", FIELD_NAME, AT(site), "", 0, 0, "", "One of `sites`; must be given where the group is first told of", NULL, GROUND_CHOICE, NULL, NULL},
    {"members", FIELD_COUNT, AT(members), "", 1, 1e9, "1", "How many people are in it; counts as its effort where no group gives hours", NULL, GROUND_CHOICE, NULL, NULL},
    {"topics", FIELD_TREE, AT(topics), "", 0, 0, "", "What it works on: a list of topics that share its members alike, as in [food, media], or shares, as in {food: 70 %, media: 30 %}", NULL, GROUND_CHOICE, NULL, NULL},
    {"effort", FIELD_TREE, AT(effort), "", 0, 0, "h", "Person-hours since the moment before, by topic, or by topic and item of work, as in {food: {dinner: 30 h, dishes: 8 h}, media: 5 h}", NULL, GROUND_CHOICE, NULL, NULL},
    {"facets", FIELD_TREE, AT(facets), "", 0, 0, "", "What it knows or can do, as in [stove, tenancy law]", NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section group_section = {
    "group", "A working group. In a moment: what has changed of it; a name not told before is a new group.",
    sizeof(struct written_group), group_fields, COUNT(group_fields)};

#define AT(member) offsetof(struct written_problem, member)
static const struct field problem_fields[] = {
    {"name", FIELD_NAME, AT(name), NULL, 0, 0, "", "What the problem is called", NULL, GROUND_CHOICE, NULL, NULL},
    {"needs", FIELD_TREE, AT(needs), NULL, 0, 0, "", "The facets that it takes", NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section problem_section = {
    "problem", "A problem that the movement faces.", sizeof(struct written_problem), problem_fields, COUNT(problem_fields)};

#define AT(member) offsetof(struct written_person, member)
static const struct field person_fields[] = {
    {"name", FIELD_NAME, AT(name), NULL, 0, 0, "", "What the person is called here", NULL, GROUND_CHOICE, NULL, NULL},
    {"effort", FIELD_TREE, AT(effort), NULL, 0, 0, "h", "Person-hours by topic, as of a group", NULL, GROUND_CHOICE, NULL, NULL},
};
#undef AT
static const struct section person_section = {
    "person", "Somebody whose work is known, for the division of labour among people.",
    sizeof(struct written_person), person_fields, COUNT(person_fields)};

#define AT(member) offsetof(struct written_moment, member)
static const struct field moment_fields[] = {
    {"at", FIELD_DURATION, AT(at), NULL, 0, 0, "d", "When, since the beginning; later than the moment before", NULL, GROUND_CHOICE, NULL, NULL},
    {"groups", FIELD_LIST, AT(changes.groups), "", 0, 0, "", "Groups that are new, or of which something has changed", NULL, GROUND_CHOICE, NULL, &group_section},
    {"gone", FIELD_TREE, AT(changes.gone), "", 0, 0, "", "Groups that are there no more, and their links with them", NULL, GROUND_CHOICE, NULL, NULL},
    {"links", FIELD_TREE, AT(changes.links), "", 0, 0, "", LINKS "; replaces those of before", NULL, GROUND_CHOICE, NULL, NULL},
    {"dependencies", FIELD_TREE, AT(changes.dependencies), "", 0, 0, "", DEPENDENCIES "; replaces those of before", NULL, GROUND_CHOICE, NULL, NULL},
    {"problems", FIELD_LIST, AT(changes.problems), "", 0, 0, "", "Problems that the movement faces now; replace those of before", NULL, GROUND_CHOICE, NULL, &problem_section},
    {"people", FIELD_LIST, AT(changes.people), "", 0, 0, "", "People whose work is known; replace those of before", NULL, GROUND_CHOICE, NULL, &person_section},
};
#undef AT
static const struct section moment_section = {
    "moment", "What has changed by then.", sizeof(struct written_moment), moment_fields, COUNT(moment_fields)};

#define AT(member) offsetof(struct written_movement, member)
static const struct field observed_fields[] = {
    {"title", FIELD_TEXT, AT(title), NULL, 0, 0, "", "What is observed", NULL, GROUND_CHOICE, NULL, NULL},
    {"source", FIELD_TEXT, AT(source), "", 0, 0, "", "Who observed it, and how; or that it is made up", NULL, GROUND_CHOICE, NULL, NULL},
    {"sites", FIELD_TREE, AT(sites), NULL, 0, 0, "", "Where groups are: names, as in [Oakland, New York]", NULL, GROUND_CHOICE, NULL, NULL},
    {"topics", FIELD_TREE, AT(topics), "", 0, 0, "", "All topics there could be, worked on or not; left out: those that some group names", NULL, GROUND_CHOICE, NULL, NULL},
    {"facets", FIELD_TREE, AT(facets), "", 0, 0, "", "Facets that problems need and no group may know; all others are told with the groups", NULL, GROUND_CHOICE, NULL, NULL},
    {"groups", FIELD_LIST, AT(first.groups), NULL, 0, 0, "", "The working groups", NULL, GROUND_CHOICE, NULL, &group_section},
    {"links", FIELD_TREE, AT(first.links), "", 0, 0, "", LINKS, NULL, GROUND_CHOICE, NULL, NULL},
    {"dependencies", FIELD_TREE, AT(first.dependencies), "", 0, 0, "", DEPENDENCIES, NULL, GROUND_CHOICE, NULL, NULL},
    {"problems", FIELD_LIST, AT(first.problems), "", 0, 0, "", "Problems that the movement faces", NULL, GROUND_CHOICE, NULL, &problem_section},
    {"people", FIELD_LIST, AT(first.people), "", 0, 0, "", "People whose work is known, for the division of labour among people and not among groups", NULL, GROUND_CHOICE, NULL, &person_section},
    {"moments", FIELD_LIST, AT(moments), "", 0, 1000, "", "When the movement was looked at, and what had changed by then; left out: once", NULL, GROUND_CHOICE, NULL, &moment_section},
};
#undef AT
// clang-format on

const struct section observed_section = {
    "observed movement", "A movement as somebody observed it, at one moment or several.",
    sizeof(struct written_movement), observed_fields, COUNT(observed_fields)};
