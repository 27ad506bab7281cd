#include <stddef.h>

#include "network/network.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

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
#define VISIT(member)  offsetof(struct visit_settings, member)
#define EXPERT(member) offsetof(struct expert_settings, member)

// clang-format off
static const struct field call_fields[] = {
    {"hold", FIELD_NAME, CALL(hold), "", 0, 0, "1", "The method of calls between two linked groups; left out, they do not call", NULL, GROUND_CHOICE, NULL, NULL},
    {"every", FIELD_DURATION, CALL(every), "7 d", 1.0 / 60, 8760, "d", "How often they call each other", "no data", GROUND_ASSUMED, NULL, NULL},
    {"for", FIELD_DURATION, CALL(lasts), "1 h", 0, 24, "h", "When a call ends at the latest; 0 h: when the method is done", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct section call_section = {"calls", "Calls on links: a delegate of each group, in one conversation.", sizeof(struct calendar_entry), call_fields, COUNT(call_fields)};

static const struct field link_fields[] = {
    {"form", FIELD_CHOICE, LINK(form), "none", 0, 0, "1", "What becomes of working groups that find each other", NULL, GROUND_CHOICE, link_forms, NULL},
    {"per_day", FIELD_RATE, LINK(per_hour), "0.01 /d", 0, 100, "d-1", "How often a group seeks another one", "no data; plausible 0 to .2 /d", GROUND_ASSUMED, NULL, NULL},
    {"half_life", FIELD_DURATION, LINK(half_life), "21 d", 0, 87600, "d", "Time in which half of the links end that nobody calls on; after a call it counts from the next one that would be due; 0 d: links do not fade", "no data; plausible 5 to 90 d", GROUND_ASSUMED, NULL, NULL},
    {"calls", FIELD_SECTION, LINK(calls), "", 0, 0, "1", "When and how they call", NULL, GROUND_CHOICE, NULL, &call_section},
    {"most", FIELD_COUNT, LINK(most), "8", 0, 100000, "1", "Links that a group can keep at once; 0: any number", "no data", GROUND_ASSUMED, NULL, NULL},
    {"nearness", FIELD_REAL, LINK(nearness), "0", 0, 10, "1", "How distance weighs in the choice of another site: weight people / (1 + km)^nearness; 0: it does not", "form of Zipf 1946, doi:10.2307/2087063; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"same_topic", FIELD_SWITCH, LINK(same_topic), "yes", 0, 0, "1", "Whether a group seeks groups on its own topic only", "Cataldo et al. 2008: those who have to work together", GROUND_ASSUMED, NULL, NULL},
    {"own_site", FIELD_SHARE, LINK(own_site), "0 %", 0, 1, "1", "Share of seeks that stay at the own site", "no data", GROUND_ASSUMED, NULL, NULL},
    {"share_work", FIELD_SWITCH, LINK(share_work), "yes", 0, 0, "1", "Whether delegates tell what their groups have solved and what they are at, so that work is not done twice; no: know-how alone goes over", "no data", GROUND_ASSUMED, NULL, NULL},
    {"shared_members", FIELD_SWITCH, LINK(shared_members), "yes", 0, 0, "1", "Whether groups that share a member count as linked in the measures of the movement", NULL, GROUND_CHOICE, NULL, NULL},
    {"follow", FIELD_SHARE, LINK(follow), "80 %", 0, 1, "1", "With `form: supergroup`: share of the members who go over with their group", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct field visit_fields[] = {
    {"per_day", FIELD_RATE, VISIT(per_hour), "0 /d", 0, 100, "d-1", "How often a person sets out to visit another site", "no data", GROUND_ASSUMED, NULL, NULL},
    {"lasts", FIELD_DURATION, VISIT(lasts), "2 d", 1.0 / 60, 8760, "d", "How long she stays there", "no data", GROUND_ASSUMED, NULL, NULL},
    {"online_per_day", FIELD_RATE, VISIT(online_per_hour), "0 /d", 0, 100, "d-1", "How often a person goes to a site that is online", "no data", GROUND_ASSUMED, NULL, NULL},
    {"online_for", FIELD_DURATION, VISIT(online_lasts), "2 h", 1.0 / 60, 8760, "h", "How long she stays there", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct field expert_fields[] = {
    {"per_day", FIELD_RATE, EXPERT(per_hour), "0 /d", 0, 100, "d-1", "How often a group with very many links outside would meet an expert", "no data", GROUND_ASSUMED, NULL, NULL},
    {"closure", FIELD_REAL, EXPERT(closure), "2", 0, 1000, "1", "Links to groups of other sites at which it is half of that; 0: one link is as good as many", "no data; after Burt 1992, Structural Holes: closed groups miss what is outside", GROUND_ASSUMED, NULL, NULL},
    {"facets", FIELD_COUNT, EXPERT(facets), "1", 1, 64, "1", "Facets of the topic's know-how that an expert brings, of those that no member knows", "no data", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section link_section = {
    "links",
    "Lateral links between working groups of different sites: how they find each other, call, and part.",
    sizeof(struct link_settings),
    link_fields,
    COUNT(link_fields),
};

const struct section visit_section = {
    "visits",
    "People who go to other sites for a while.",
    sizeof(struct visit_settings),
    visit_fields,
    COUNT(visit_fields),
};

const struct section expert_section = {
    "experts",
    "Experts from outside the movement, who meet groups the more often the more links these have outside.",
    sizeof(struct expert_settings),
    expert_fields,
    COUNT(expert_fields),
};
