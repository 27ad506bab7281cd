/* What an observed movement's file may say. */
#include <stddef.h>

#include "observed/observed_parts.h"

const struct section *const observed_sections = &observed_section;

#define LINKS "Who is linked with whom: pairs of groups, as in [[kitchen, medics]]; both ways"
#define DEPENDENCIES                                                                                         \
    "Who needs whose work: pairs of groups that are required to work together, besides those on one topic "  \
    "in different sites"

// clang-format off
#define AT(member) offsetof(struct written_group, member)
static const struct field group_fields[] = {
    {FIELD(NAME, "name", AT(name), MUST_BE_GIVEN), UNIT(""), MEANS("What the group is called; no other has this name")},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), UNIT(""), MEANS("One of `sites`; must be given where the group is first told of")},
    {FIELD(COUNT, "members", AT(members), LEFT_OUT), ALLOWED(1, 1e9), MEANS("How many people are in it; counts as its effort where no group gives hours")},
    {FIELD(TREE, "topics", AT(topics), LEFT_OUT), UNIT(""), MEANS("What it works on: a list of topics that share its members alike, as in [food, media], or shares, as in {food: 70 %, media: 30 %}")},
    {FIELD(TREE, "effort", AT(effort), LEFT_OUT), UNIT("h"), MEANS("Person-hours since the moment before, by topic, or by topic and item of work, as in {food: {dinner: 30 h, dishes: 8 h}, media: 5 h}")},
    {FIELD(TREE, "facets", AT(facets), LEFT_OUT), UNIT(""), MEANS("What it knows or can do, as in [stove, tenancy law]")},
};
#undef AT
static const struct section group_section = {
    "group", "A working group. In a moment: what has changed of it; a name not told before is a new group.",
    FIELDS(struct written_group, group_fields)};

#define AT(member) offsetof(struct written_problem, member)
static const struct field problem_fields[] = {
    {FIELD(NAME, "name", AT(name), MUST_BE_GIVEN), UNIT(""), MEANS("What the problem is called")},
    {FIELD(TREE, "needs", AT(needs), MUST_BE_GIVEN), UNIT(""), MEANS("The facets that it takes")},
};
#undef AT
static const struct section problem_section = {
    "problem", "A problem that the movement faces.", FIELDS(struct written_problem, problem_fields)};

#define AT(member) offsetof(struct written_person, member)
static const struct field person_fields[] = {
    {FIELD(NAME, "name", AT(name), MUST_BE_GIVEN), UNIT(""), MEANS("What the person is called here")},
    {FIELD(TREE, "effort", AT(effort), MUST_BE_GIVEN), UNIT("h"), MEANS("Person-hours by topic, as of a group")},
};
#undef AT
static const struct section person_section = {
    "person", "Somebody whose work is known, for the division of labour among people.",
    FIELDS(struct written_person, person_fields)};

#define AT(member) offsetof(struct written_moment, member)
static const struct field moment_fields[] = {
    {FIELD(TREE, "at", AT(at), MUST_BE_GIVEN), UNIT(""), MEANS("When: a date, as in 2011-10-15, or since the beginning, as in 10 d; later than the moment before")},
    {FIELD(LIST, "groups", AT(changes.groups), LEFT_OUT), UNIT(""), MEANS("Groups that are new, or of which something has changed"), INSIDE(&group_section)},
    {FIELD(TREE, "gone", AT(changes.gone), LEFT_OUT), UNIT(""), MEANS("Groups that are there no more, and their links with them")},
    {FIELD(TREE, "links", AT(changes.links), LEFT_OUT), UNIT(""), MEANS(LINKS "; replaces those of before")},
    {FIELD(TREE, "dependencies", AT(changes.dependencies), LEFT_OUT), UNIT(""), MEANS(DEPENDENCIES "; replaces those of before")},
    {FIELD(LIST, "problems", AT(changes.problems), LEFT_OUT), UNIT(""), MEANS("Problems that the movement faces now; replace those of before"), INSIDE(&problem_section)},
    {FIELD(LIST, "people", AT(changes.people), LEFT_OUT), UNIT(""), MEANS("People whose work is known; replace those of before"), INSIDE(&person_section)},
};
#undef AT
static const struct section moment_section = {
    "moment", "What has changed by then.", FIELDS(struct written_moment, moment_fields)};

#define AT(member) offsetof(struct written_movement, member)
static const struct field observed_fields[] = {
    {FIELD(TEXT, "title", AT(title), MUST_BE_GIVEN), UNIT(""), MEANS("What is observed")},
    {FIELD(TEXT, "source", AT(source), LEFT_OUT), UNIT(""), MEANS("Who observed it, and how; or that it is made up")},
    {FIELD(TREE, "sites", AT(sites), MUST_BE_GIVEN), UNIT(""), MEANS("Where groups are: names, as in [Oakland, New York]")},
    {FIELD(TREE, "topics", AT(topics), LEFT_OUT), UNIT(""), MEANS("All topics there could be, worked on or not; left out: those that some group names")},
    {FIELD(TREE, "facets", AT(facets), LEFT_OUT), UNIT(""), MEANS("Facets that problems need and no group may know; all others are told with the groups")},
    {FIELD(LIST, "groups", AT(first.groups), MUST_BE_GIVEN), UNIT(""), MEANS("The working groups"), INSIDE(&group_section)},
    {FIELD(TREE, "links", AT(first.links), LEFT_OUT), UNIT(""), MEANS(LINKS)},
    {FIELD(TREE, "dependencies", AT(first.dependencies), LEFT_OUT), UNIT(""), MEANS(DEPENDENCIES)},
    {FIELD(LIST, "problems", AT(first.problems), LEFT_OUT), UNIT(""), MEANS("Problems that the movement faces"), INSIDE(&problem_section)},
    {FIELD(LIST, "people", AT(first.people), LEFT_OUT), UNIT(""), MEANS("People whose work is known, for the division of labour among people and not among groups"), INSIDE(&person_section)},
    {FIELD(LIST, "moments", AT(moments), LEFT_OUT), ALLOWED(0, 1000), UNIT(""), MEANS("When the movement was looked at, and what had changed by then; left out: once"), INSIDE(&moment_section)},
};
#undef AT
// clang-format on

const struct section observed_section = {"observed movement",
                                         "A movement as somebody observed it, at one moment or several.",
                                         FIELDS(struct written_movement, observed_fields)};
