#include <stddef.h>

#include "links/links.h"

static const struct link_form form_none = {
    .choice = {"none", "groups of different sites do not seek each other", "null model"},
};
static const struct link_form form_lateral = {
    .choice = {"lateral", "groups that find each other keep a link and call each other",
               "lateral integration: Cataldo et al. 2008, doi:10.1145/1414004.1414008"},
    .seeks = true,
};
static const struct link_form form_supergroup = {
    .choice = {"supergroup", "the smaller of two groups that find each other goes over to the larger one",
               "null model: one group for each topic"},
    .seeks = true,
    .merges = true,
};

const struct choice *const link_forms[] = {&form_none.choice, &form_lateral.choice, &form_supergroup.choice,
                                           NULL};

#define CALL(member)   offsetof(struct calendar_entry, member)
#define LINK(member)   offsetof(struct link_settings, member)
#define EXPERT(member) offsetof(struct expert_settings, member)

// clang-format off
static const struct field call_fields[] = {
    {FIELD(NAME, "hold", CALL(hold), LEFT_OUT), MEANS("The method of calls between two linked groups; left out, they do not call")},
    {FIELD(DURATION, "every", CALL(every), "7 d"), ALLOWED(1.0 / 60, 8760), UNIT("d"), MEANS("How often they call each other"), ASSUMED("no data"), GUESSED("2 d", "30 d"), OBSERVABLE},
    {FIELD(DURATION, "for", CALL(lasts), "1 h"), ALLOWED(0, 24), UNIT("h"), MEANS("When a call ends at the latest; 0 h: when the method is done"), ASSUMED("no data"), GUESSED("20 min", "2 h"), OBSERVABLE},
};

static const struct section call_section = {"calls", "Calls on links: a delegate of each group, in one conversation.", FIELDS(struct calendar_entry, call_fields)};

static const struct field link_fields[] = {
    {FIELD(CHOICE, "form", LINK(form), "none"), MEANS("What becomes of working groups that find each other"), ONE_OF(link_forms)},
    {FIELD(RATE, "per_day", LINK(per_hour), "0.01 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("How often a group seeks another one"), ASSUMED("no data"), GUESSED("0 /d", "0.2 /d"), OBSERVABLE},
    {FIELD(DURATION, "half_life", LINK(half_life), "21 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("Time in which half of the links end that nobody calls on; after a call it counts from the next one that would be due; 0 d: links do not fade"), ASSUMED("no data"), GUESSED("5 d", "90 d")},
    {FIELD(SECTION, "calls", LINK(calls), LEFT_OUT), MEANS("When and how they call"), INSIDE(&call_section)},
    {FIELD(COUNT, "most", LINK(most), "8"), ALLOWED(0, 100000), MEANS("Links that a group can keep at once; 0: any number"), ASSUMED("no data"), GUESSED("2", "20")},
    {FIELD(REAL, "nearness", LINK(nearness), "0"), ALLOWED(0, 10), MEANS("How distance weighs in the choice of another site: weight people / (1 + km)^nearness; 0: it does not"), ASSUMED("form of Zipf 1946, doi:10.2307/2087063; value assumed"), PLAUSIBLE("0", "2", "gravity of distance is between 1 and 2 in most data, Zipf 1946 and after; online it may be 0")},
    {FIELD(SWITCH, "same_topic", LINK(same_topic), "yes"), MEANS("Whether a group seeks groups on its own topic only"), ASSUMED("Cataldo et al. 2008: those who have to work together")},
    {FIELD(CHOICE, "category", LINK(category), "any"), MEANS("Which working groups seek each other"), ONE_OF(category_rules)},
    {FIELD(SHARE, "own_site", LINK(own_site), "0 %"), ALLOWED(0, 1), MEANS("Share of seeks that stay at the own site"), ASSUMED("no data"), GUESSED("0 %", "60 %"), OBSERVABLE},
    {FIELD(SWITCH, "share_work", LINK(share_work), "yes"), MEANS("Whether delegates tell what their groups have solved and what they are at, so that work is not done twice; no: know-how alone goes over"), ASSUMED("no data")},
    {FIELD(SWITCH, "shared_members", LINK(shared_members), "yes"), MEANS("Whether groups that share a member count as linked in the measures of the movement")},
    {FIELD(SHARE, "follow", LINK(follow), "80 %"), ALLOWED(0, 1), MEANS("With `form: supergroup`: share of the members who go over with their group"), ASSUMED("no data"), GUESSED("30 %", "100 %")},
};

static const struct field expert_fields[] = {
    {FIELD(RATE, "per_day", EXPERT(per_hour), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("How often a group with very many links outside would meet an expert"), ASSUMED("no data"), GUESSED("0 /d", "1 /d")},
    {FIELD(REAL, "closure", EXPERT(closure), "2"), ALLOWED(0, 1000), MEANS("Links to groups of other sites at which it is half of that; 0: one link is as good as many"), ASSUMED("no data; after Burt 1992, Structural Holes: closed groups miss what is outside"), GUESSED("0.5", "6")},
    {FIELD(COUNT, "facets", EXPERT(facets), "1"), ALLOWED(1, 64), MEANS("Facets of the topic's know-how that an expert brings, of those that no member knows"), ASSUMED("no data"), GUESSED("1", "4")},
};
// clang-format on

const struct section link_section = {
    "links",
    "Lateral links between working groups of different sites: how they find each other, call, and part.",
    FIELDS(struct link_settings, link_fields),
};

const struct section expert_section = {
    "experts",
    "Experts from outside the movement, who meet groups the more often the more links these have outside.",
    FIELDS(struct expert_settings, expert_fields),
};
