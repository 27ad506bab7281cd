#include <stddef.h>

#include "knowledge/knowledge.h"
#include "knowledge/start.h"

#define AT(member) offsetof(struct knowledge_settings, member)

// clang-format off
static const struct field knowledge_fields[] = {
    {"common_share", FIELD_SHARE, AT(common_share), "30 %", 0, 1, "1", "Share of the facets that many know from the start", "designs of Stasser and of Cruz: 0 to 67 %; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"common_known", FIELD_SHARE, AT(common_known), "80 %", 0, 1, "1", "Share of the people who know a common facet", "no data", GROUND_ASSUMED, NULL, NULL},
    {"knowers", FIELD_COUNT, AT(knowers), "2", 0, 1000000, "1", "People who know a facet that is not common", "hidden profile designs use 1; value assumed, plausible from 1 to all", GROUND_ASSUMED, NULL, NULL},
    {"interest_sd", FIELD_REAL, AT(interest_sd), "2.0", 0, 5, "1", "Spread of interest in a matter: standard deviation of its logarithm; interest decides who knows and who comes to a circle; 0 makes them unrelated", "no data", GROUND_ASSUMED, NULL, NULL},
    {"merit", FIELD_SHARE, AT(merit), "65 %", 0, 1, "1", "Mean share of a matter's facets that speak for it", "no data", GROUND_ASSUMED, NULL, NULL},
    {"merit_sd", FIELD_REAL, AT(merit_sd), "0.15", 0, 1, "1", "How that share differs between matters: standard deviation", "no data", GROUND_ASSUMED, NULL, NULL},
    {"support", FIELD_SHARE, AT(support), "65 %", 0, 1, "1", "Mean leaning of people before any argument, from 0 % against to 100 % for", "no data", GROUND_ASSUMED, NULL, NULL},
    {"support_sd", FIELD_REAL, AT(support_sd), "0.2", 0, 1, "1", "How leanings differ between people: standard deviation", "no data", GROUND_ASSUMED, NULL, NULL},
    {"start", FIELD_CHOICE, AT(start), "normal", 0, 0, "1", "How leanings are laid out at first", NULL, GROUND_CHOICE, start_rules, NULL},
    {"leanings", FIELD_NUMBERS, AT(leanings), "", 0, 1, "1", "The leanings themselves, for `start: given`", NULL, GROUND_CHOICE, NULL, NULL},
};
// clang-format on

const struct section knowledge_section = {
    "knowledge",
    "What there is to know about a matter, who knows it at first, and how people lean before they hear each "
    "other.",
    sizeof(struct knowledge_settings),
    knowledge_fields,
    sizeof knowledge_fields / sizeof knowledge_fields[0],
};
