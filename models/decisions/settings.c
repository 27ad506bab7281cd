#include <stddef.h>

#include "decisions/decisions.h"

#define AT(member) offsetof(struct decision_settings, member)

// clang-format off
static const struct field decision_fields[] = {
    {"time_box", FIELD_DURATION, AT(time_box), "40 min", 0.001, 8760, "min", "Longest hearing of one proposal; then it is tabled", "40 minutes allotted in the New York Spokes Council, 2011; plausible 10 to 90 min", GROUND_FOUND, NULL, NULL},
    {"presenting", FIELD_DURATION, AT(presenting), "4 min", 0, 24, "min", "Longest presentation of a proposal", "no data", GROUND_ASSUMED, NULL, NULL},
    {"amending", FIELD_DURATION, AT(amending), "2 min", 0, 24, "min", "Floor time that a friendly amendment takes", "no data", GROUND_ASSUMED, NULL, NULL},
    {"checking", FIELD_DURATION, AT(checking), "1 min", 0, 24, "min", "Time for a temperature check, and for a call for consensus", "no data", GROUND_ASSUMED, NULL, NULL},
    {"counting", FIELD_DURATION, AT(counting), "2 min", 0, 24, "min", "Time for a vote, whatever the number of people", "no data", GROUND_ASSUMED, NULL, NULL},
    {"counting_each", FIELD_DURATION, AT(counting_each), "1 s", 0, 1, "s", "Time for a vote, for each person", "no data", GROUND_ASSUMED, NULL, NULL},
    {"amendment", FIELD_SHARE, AT(amendment), "30 %", 0, 1, "1", "Chance that a concern is answered by a friendly amendment; 0 % switches amendments off", "half of the passed items carried amendments, New York 2011-12; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"far", FIELD_REAL, AT(far), "0.25", 0, 1, "1", "Opinion below which a person has a concern whatever she knows", "no data", GROUND_ASSUMED, NULL, NULL},
    {"shift", FIELD_REAL, AT(shift), "0.1", 0, 1, "1", "How far an amendment moves those who are against toward the proposal", "no data", GROUND_ASSUMED, NULL, NULL},
    {"table_below", FIELD_SHARE, AT(table_below), "60 %", 0, 1, "1", "Share in favour at the temperature check below which a proposal goes back; 0 % switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"threshold", FIELD_SHARE, AT(threshold), "90 %", 0.5, 1, "1", "Share in favour that the modified vote needs", "9/10 after consensus fails, New York 2011", GROUND_FOUND, NULL, NULL},
    {"block_base", FIELD_REAL, AT(block_base), "0.001", 0, 0.05, "1", "Chance that a person blocks whatever she thinks", "with the curve below fitted to about 90 % of items that need no vote, New York 2011-12", GROUND_FITTED, NULL, NULL},
    {"block_most", FIELD_REAL, AT(block_most), "0.05", 0, 1, "1", "Chance of a block that is added for those who are far away, at most; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"block_distance", FIELD_REAL, AT(block_distance), "0.9", 0, 2, "1", "Distance from the proposal at which half of it counts", "no data", GROUND_ASSUMED, NULL, NULL},
    {"block_steepness", FIELD_REAL, AT(block_steepness), "20", 0, 1000, "1", "Steepness of the logistic curve between", "no data", GROUND_ASSUMED, NULL, NULL},
    {"block_tension", FIELD_REAL, AT(block_tension), "0.2", 0, 2, "1", "How far full tension brings that distance nearer; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"condition_cost", FIELD_REAL, AT(condition_cost), "0.15", 0, 0.5, "1", "Work that each condition adds to carrying a decision out, as a factor 1 + cost", "no data", GROUND_ASSUMED, NULL, NULL},
    {"most_visits", FIELD_COUNT, AT(most_visits), "8", 1, 1000000, "1", "Hearings after which a proposal is withdrawn", "one proposal passed on its fifth visit, New York 2011; cut assumed", GROUND_ASSUMED, NULL, NULL},
    {"quorum", FIELD_COUNT, AT(quorum), "0", 0, 1000000000, "1", "People who must be present; 0 for none", "none at first; 100 in Oakland, later", GROUND_FOUND, NULL, NULL},
    {"least", FIELD_COUNT, AT(least), "3", 1, 1000000000, "1", "People who must sit in a circle for anything to be decided in it; with fewer the proposal waits. 1 switches it off", "no data: three, as a working group is born of three", GROUND_ASSUMED, NULL, NULL},
    {"least_left", FIELD_DURATION, AT(least_left), "10 min", 0, 24, "min", "Time that a session must have left for another proposal to be taken up", "no data", GROUND_ASSUMED, NULL, NULL},
    {"item_length", FIELD_DURATION, AT(item_length), "", 0, 8760, "min", "Length of an item in place of presenting, discussing and deciding: for null models", NULL, GROUND_CHOICE, NULL, NULL},
    {"item_cv", FIELD_REAL, AT(item_cv), "0", 0, 10, "1", "Coefficient of variation of that length (gamma); 0 is fixed, 1 exponential", NULL, GROUND_CHOICE, NULL, NULL},
    {"objection", FIELD_SHARE, AT(objection), "0 %", 0, 1, "1", "Chance that a hearing of given length ends without a decision, independent of everything", NULL, GROUND_CHOICE, NULL, NULL},
};
// clang-format on

const struct section decision_section = {
    "decisions",
    "How a proposal is presented, discussed, amended, called and voted on.",
    sizeof(struct decision_settings),
    decision_fields,
    sizeof decision_fields / sizeof decision_fields[0],
};

// clang-format off
static const struct decision_rule rule_full      = {{"full-consensus", "passes when nobody blocks, else it is tabled", "consensus handbooks"}, true, false, 1, false};
static const struct decision_rule rule_modified  = {{"modified-consensus", "passes when nobody blocks, else by a vote with the threshold of the settings", "New York assembly, 2011"}, true, true, -1, false};
static const struct decision_rule rule_majority  = {{"majority", "more than half of those present", "parliamentary practice"}, false, true, 0.5, true};
static const struct decision_rule rule_two       = {{"two-thirds", "two thirds of those present, or more", "parliamentary practice"}, false, true, 2.0 / 3.0, false};
static const struct decision_rule rule_consent   = {{"consent", "the circle consents when nobody in it blocks, else the matter is tabled and goes back to the agenda", "sociocracy, Endenburg 1998"}, true, false, 1, false};
// clang-format on

const struct choice *const decision_rules[] = {&rule_full.choice,     &rule_modified.choice,
                                               &rule_majority.choice, &rule_two.choice,
                                               &rule_consent.choice,  NULL};
