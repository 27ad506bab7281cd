#include <stddef.h>

#include "decisions/decisions.h"

#define AT(member) offsetof(struct decision_settings, member)

// clang-format off
static const struct field decision_fields[] = {
    {FIELD(DURATION, "time_box", AT(time_box), "40 min"), ALLOWED(0.001, 8760), UNIT("min"), MEANS("Longest hearing of one proposal; then it is tabled"), FOUND_IN("40 minutes allotted in the New York Spokes Council, 2011"), PLAUSIBLE("10 min", "90 min", "between an item of a spokes council and half an evening"), OBSERVABLE},
    {FIELD(DURATION, "presenting", AT(presenting), "4 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Longest presentation of a proposal"), ASSUMED("no data"), GUESSED("1 min", "10 min"), OBSERVABLE},
    {FIELD(DURATION, "discussing", AT(discussing), LEFT_OUT), ALLOWED(0.00001, 8760), UNIT("min"), MEANS("Time after which a discussion is over and a proposal is put to the decision as it is; left out, when it is talked out")},
    {FIELD(DURATION, "amending", AT(amending), "2 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Floor time that a friendly amendment takes"), ASSUMED("no data"), GUESSED("0.5 min", "6 min"), OBSERVABLE},
    {FIELD(DURATION, "checking", AT(checking), "1 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Time for a temperature check, and for a call for consensus"), ASSUMED("no data"), GUESSED("0.3 min", "4 min"), OBSERVABLE},
    {FIELD(DURATION, "counting", AT(counting), "2 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Time for a vote, whatever the number of people"), ASSUMED("no data"), GUESSED("0.5 min", "10 min"), OBSERVABLE},
    {FIELD(DURATION, "counting_each", AT(counting_each), "1 s"), ALLOWED(0, 1), UNIT("s"), MEANS("Time for a vote, for each person"), ASSUMED("no data"), GUESSED("0 s", "3 s"), OBSERVABLE},
    {FIELD(SHARE, "amendment", AT(amendment), "30 %"), ALLOWED(0, 1), MEANS("Chance that a concern is answered by a friendly amendment; 0 % switches amendments off"), ASSUMED("half of the passed items carried amendments, New York 2011-12; value assumed"), PLAUSIBLE("10 %", "70 %", "half of the passed items carried amendments, New York 2011-12"), OBSERVABLE},
    {FIELD(REAL, "far", AT(far), "0.25"), ALLOWED(0, 1), MEANS("Opinion below which a person has a concern whatever she knows"), ASSUMED("no data"), GUESSED("0.1", "0.45")},
    {FIELD(REAL, "shift", AT(shift), "0.1"), ALLOWED(0, 1), MEANS("How far an amendment moves those who are against toward the proposal"), ASSUMED("no data"), GUESSED("0", "0.3")},
    {FIELD(SHARE, "table_below", AT(table_below), "60 %"), ALLOWED(0, 1), MEANS("Share in favour at the temperature check below which a proposal goes back; 0 % switches it off"), ASSUMED("no data"), GUESSED("30 %", "80 %"), OBSERVABLE},
    {FIELD(SHARE, "threshold", AT(threshold), "90 %"), ALLOWED(0.5, 1), MEANS("Share in favour that the modified vote needs, and that `decision: vote` needs"), FOUND_IN("9/10 after consensus fails, New York 2011"), PLAUSIBLE("66 %", "95 %", "two thirds to nine tenths in assemblies of 2011"), OBSERVABLE},
    {FIELD(SHARE, "abstain", AT(abstain), "0 %"), ALLOWED(0, 1), MEANS("Chance that somebody who is indifferent abstains in a vote: a threshold is a share of the votes cast, a quorum counts all who are present; 0 %: nobody does")},
    {FIELD(REAL, "indifferent", AT(indifferent), "0.1"), ALLOWED(0, 0.5), MEANS("Distance of an opinion from the middle, .5, below which a person is indifferent; no data")},
    {FIELD(REAL, "block_base", AT(block_base), "0.001"), ALLOWED(0, 0.05), MEANS("Chance that a person blocks whatever she thinks"), FITTED_TO("with the curve below fitted to about 90 % of items that need no vote, New York 2011-12"), PLAUSIBLE("0", "0.005", "about 90 % of items needed no vote, New York 2011-12")},
    {FIELD(REAL, "block_most", AT(block_most), "0.05"), ALLOWED(0, 1), MEANS("Chance of a block that is added for those who are far away, at most; 0 switches it off"), ASSUMED("no data"), GUESSED("0", "0.3")},
    {FIELD(REAL, "block_distance", AT(block_distance), "0.9"), ALLOWED(0, 2), MEANS("Distance from the proposal at which half of it counts"), ASSUMED("no data"), GUESSED("0.6", "1.2")},
    {FIELD(REAL, "block_steepness", AT(block_steepness), "20"), ALLOWED(0, 1000), MEANS("Steepness of the logistic curve between"), ASSUMED("no data"), GUESSED("5", "50")},
    {FIELD(REAL, "block_tension", AT(block_tension), "0.2"), ALLOWED(0, 2), MEANS("How far full tension brings that distance nearer; 0 switches it off"), ASSUMED("no data"), GUESSED("0", "0.6")},
    {FIELD(REAL, "condition_cost", AT(condition_cost), "0.15"), ALLOWED(0, 0.5), MEANS("Work that each condition adds to carrying a decision out, as a factor 1 + cost"), ASSUMED("no data"), GUESSED("0.02", "0.4")},
    {FIELD(COUNT, "most_visits", AT(most_visits), "8"), ALLOWED(1, 1000000), MEANS("Hearings after which a proposal is withdrawn"), ASSUMED("one proposal passed on its fifth visit, New York 2011; cut assumed"), GUESSED("3", "20"), OBSERVABLE},
    {FIELD(COUNT, "quorum", AT(quorum), "0"), ALLOWED(0, 1000000000), MEANS("People who must be present; 0 for none"), FOUND_IN("none at first; 100 in Oakland, later"), PLAUSIBLE("0", "100", "100 in Oakland, later"), OBSERVABLE},
    {FIELD(COUNT, "least", AT(least), "3"), ALLOWED(1, 1000000000), MEANS("People who must sit in a circle for anything to be decided in it; with fewer the proposal waits. 1 switches it off"), ASSUMED("no data: three, as a working group is born of three"), GUESSED("2", "10"), OBSERVABLE},
    {FIELD(DURATION, "least_left", AT(least_left), "10 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Time that a session must have left for another proposal to be taken up"), ASSUMED("no data"), GUESSED("2 min", "30 min"), OBSERVABLE},
    {FIELD(DURATION, "item_length", AT(item_length), LEFT_OUT), ALLOWED(0, 8760), UNIT("min"), MEANS("Length of an item in place of presenting, discussing and deciding: for null models")},
    {FIELD(REAL, "item_cv", AT(item_cv), "0"), ALLOWED(0, 10), MEANS("Coefficient of variation of that length (gamma); 0 is fixed, 1 exponential")},
    {FIELD(SHARE, "objection", AT(objection), "0 %"), ALLOWED(0, 1), MEANS("Chance that a hearing of given length ends without a decision, independent of everything")},
};
// clang-format on

const struct section decision_section = {
    "decisions",
    "How a proposal is presented, discussed, amended, called and voted on.",
    FIELDS(struct decision_settings, decision_fields),
};

// clang-format off
static const struct decision_rule rule_full      = {{"full-consensus", "passes when nobody blocks, else it is tabled", "consensus handbooks"}, true, false, 1, false, false};
static const struct decision_rule rule_modified  = {{"modified-consensus", "passes when nobody blocks, else by a vote with the threshold of the settings", "New York assembly, 2011"}, true, true, -1, false, false};
static const struct decision_rule rule_majority  = {{"majority", "more than half of those present", "parliamentary practice"}, false, true, 0.5, true, false};
static const struct decision_rule rule_two       = {{"two-thirds", "two thirds of those present, or more", "parliamentary practice"}, false, true, 2.0 / 3.0, false, false};
static const struct decision_rule rule_vote      = {{"vote", "the share of those present that `decisions.threshold` says, or more; what falls short goes back to the agenda", "a share of the members, talked about until it is reached: collaborative forums, Choi & Robertson 2014, doi:10.1093/jopart/mut003"}, false, true, -1, false, true};
static const struct decision_rule rule_consent   = {{"consent", "the circle consents when nobody in it blocks, else the matter is tabled and goes back to the agenda", "sociocracy, Endenburg 1998"}, true, false, 1, false, false};
// clang-format on

const struct choice *const decision_rules[] = {&rule_full.choice,
                                               &rule_modified.choice,
                                               &rule_majority.choice,
                                               &rule_two.choice,
                                               &rule_vote.choice,
                                               &rule_consent.choice,
                                               NULL};
