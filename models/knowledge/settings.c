#include <stddef.h>

#include "knowledge/knowledge.h"
#include "knowledge/start.h"

#define AT(member) offsetof(struct knowledge_settings, member)

// clang-format off
static const struct field knowledge_fields[] = {
    {FIELD(SHARE, "common_share", AT(common_share), "30 %"), ALLOWED(0, 1), MEANS("Share of the facets that many know from the start"), ASSUMED("designs of Stasser and of Cruz: 0 to 67 %; value assumed"), PLAUSIBLE("0 %", "67 %", "designs of Stasser and of Cruz")},
    {FIELD(SHARE, "common_known", AT(common_known), "80 %"), ALLOWED(0, 1), MEANS("Share of the people who know a common facet"), ASSUMED("no data"), GUESSED("50 %", "100 %")},
    {FIELD(COUNT, "knowers", AT(knowers), "2"), ALLOWED(0, 1000000), MEANS("People who know a facet that is not common"), ASSUMED("hidden profile designs use 1; value assumed"), GUESSED("1", "20")},
    {FIELD(COUNT, "each", AT(each), LEFT_OUT), ALLOWED(0, MOST_FACETS), MEANS("In place of the three above: every person knows exactly so many facets of a matter, drawn by lot, or all where it has fewer; for null models")},
    {FIELD(REAL, "interest_sd", AT(interest_sd), "2.0"), ALLOWED(0, 5), MEANS("Spread of interest in a matter: standard deviation of its logarithm; interest decides who knows and who comes to a circle; 0 makes them unrelated"), ASSUMED("no data"), GUESSED("0", "3")},
    {FIELD(SHARE, "merit", AT(merit), "65 %"), ALLOWED(0, 1), MEANS("Mean share of a matter's facets that speak for it"), ASSUMED("no data"), GUESSED("50 %", "80 %")},
    {FIELD(REAL, "merit_sd", AT(merit_sd), "0.15"), ALLOWED(0, 1), MEANS("How that share differs between matters: standard deviation"), ASSUMED("no data"), GUESSED("0.05", "0.3")},
    {FIELD(SHARE, "support", AT(support), "65 %"), ALLOWED(0, 1), MEANS("Mean leaning of people before any argument, from 0 % against to 100 % for"), ASSUMED("no data"), GUESSED("50 %", "80 %")},
    {FIELD(REAL, "support_sd", AT(support_sd), "0.2"), ALLOWED(0, 1), MEANS("How leanings differ between people: standard deviation"), ASSUMED("no data"), GUESSED("0.1", "0.3")},
    {FIELD(CHOICE, "start", AT(start), "normal"), MEANS("How leanings are laid out at first"), ONE_OF(start_rules)},
    {FIELD(NUMBERS, "leanings", AT(leanings), LEFT_OUT), ALLOWED(0, 1), MEANS("The leanings themselves, for `start: given`")},
};
// clang-format on

const struct section knowledge_section = {
    "knowledge",
    "What there is to know about a matter, who knows it at first, and how people lean before they hear each "
    "other.",
    FIELDS(struct knowledge_settings, knowledge_fields),
};
