/* What a method file may say. This stands above the mechanisms, since a stage names verbs and rules of
 * several. */
#include <stddef.h>

#include "conversation/rules.h"
#include "decisions/decisions.h"
#include "experiment/settings.h"
#include "gathering/verbs.h"

static const struct choice *const verbs[] = {&verb_arrive.choice, &verb_present.choice,
                                             &verb_market.choice, &verb_converse.choice,
                                             &verb_show.choice,   &verb_harvest.choice,
                                             &verb_decide.choice, &verb_reflect.choice,
                                             &verb_close.choice,  NULL};

#define STAGE(member)  offsetof(struct stage, member)
#define METHOD(member) offsetof(struct method, member)

// clang-format off
static const struct field stage_fields[] = {
    {"do", FIELD_CHOICE, STAGE(verb), NULL, 0, 0, "1", "What happens", NULL, GROUND_CHOICE, verbs, NULL},
    {"title", FIELD_TEXT, STAGE(title), "", 0, 0, "1", "A name for the run sheet", NULL, GROUND_CHOICE, NULL, NULL},
    {"lasts", FIELD_DURATION, STAGE(lasts), "", 0, 24, "min", "How long each round lasts at most; left out, until it is done or the session ends", NULL, GROUND_CHOICE, NULL, NULL},
    {"work", FIELD_DURATION, STAGE(work), "", 0, 8760, "min", "Work that the circles share: the stage lasts work / circles", NULL, GROUND_CHOICE, NULL, NULL},
    {"times", FIELD_COUNT, STAGE(times), "1", 1, 100000, "1", "Rounds; people are seated anew for each", NULL, GROUND_CHOICE, NULL, NULL},
    {"seating", FIELD_CHOICE, STAGE(seating), "plenary", 0, 0, "1", "Who sits with whom", NULL, GROUND_CHOICE, seating_rules, NULL},
    {"circle_size", FIELD_COUNT, STAGE(circle_size), "10", 1, 1000000000, "1", "People in a circle, about", NULL, GROUND_CHOICE, NULL, NULL},
    {"circles", FIELD_COUNT, STAGE(circles), "0", 0, 1000000, "1", "Number of circles, or of spaces in a market; 0: as many as their size says", NULL, GROUND_CHOICE, NULL, NULL},
    {"host_stays", FIELD_SWITCH, STAGE(host_stays), "no", 0, 0, "1", "Whether the host of a circle keeps her seat from round to round", NULL, GROUND_CHOICE, NULL, NULL},
    {"facilitated", FIELD_SWITCH, STAGE(facilitated), "yes", 0, 0, "1", "Whether somebody holds a circle together, so that it has one channel", NULL, GROUND_CHOICE, NULL, NULL},
    {"movement", FIELD_CHOICE, STAGE(movement), "none", 0, 0, "1", "Whether people change circles while they talk", NULL, GROUND_CHOICE, movement_rules, NULL},
    {"leave_rate", FIELD_RATE, STAGE(leave_rate), "", 0, 3600, "h-1", "How often a person leaves a circle, in place of gathering.two_feet", NULL, GROUND_CHOICE, NULL, NULL},
    {"join_rate", FIELD_RATE, STAGE(join_rate), "", 0, 3600, "h-1", "How often somebody who walks sits down again; left out, at once", NULL, GROUND_CHOICE, NULL, NULL},
    {"floor", FIELD_CHOICE, STAGE(floor), "open", 0, 0, "1", "Who speaks next", NULL, GROUND_CHOICE, floor_rules, NULL},
    {"cap", FIELD_DURATION, STAGE(cap), "", 0, 24, "min", "Longest turn; in a market, the time for one announcement", NULL, GROUND_CHOICE, NULL, NULL},
    {"turns_each", FIELD_COUNT, STAGE(turns_each), "0", 0, 1000000, "1", "The stage is done when every circle had so many turns for each member; 0: not counted", NULL, GROUND_CHOICE, NULL, NULL},
    {"shares", FIELD_CHOICE, STAGE(shares), "facets", 0, 0, "1", "What is shared", NULL, GROUND_CHOICE, sharing_rules, NULL},
    {"matter", FIELD_CHOICE, STAGE(matter), "none", 0, 0, "1", "What is talked about", NULL, GROUND_CHOICE, matter_rules, NULL},
    {"decision", FIELD_CHOICE, STAGE(decision), "modified-consensus", 0, 0, "1", "When a proposal has passed", NULL, GROUND_CHOICE, decision_rules, NULL},
    {"posts", FIELD_SHARE, STAGE(posts), "22 %", 0, 1, "1", "In a market: share of those present who post a question of their own", "the middle of the 40 to 70 topics that 250 people post, Owen 2008", GROUND_FITTED, NULL, NULL},
    {"most_items", FIELD_COUNT, STAGE(most_items), "0", 0, 1000000, "1", "Proposals taken up in one session at most; 0: no limit", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct section stage_section = {"stages", "The stages of a method, in their order.", sizeof(struct stage), stage_fields, sizeof stage_fields / sizeof stage_fields[0]};

static const struct field method_fields[] = {
    {"title", FIELD_TEXT, METHOD(title), NULL, 0, 0, "1", "What the method is called", NULL, GROUND_CHOICE, NULL, NULL},
    {"meaning", FIELD_TEXT, METHOD(meaning), "", 0, 0, "1", "What it is, in a sentence", NULL, GROUND_CHOICE, NULL, NULL},
    {"source", FIELD_TEXT, METHOD(source), "", 0, 0, "1", "Where its numbers are from", NULL, GROUND_CHOICE, NULL, NULL},
    {"stages", FIELD_LIST, METHOD(stages), NULL, 0, 0, "1", "What happens, stage by stage", NULL, GROUND_CHOICE, NULL, &stage_section},
};
// clang-format on

const struct section method_section = {"method", "A method of meeting, as a run sheet.",
                                       sizeof(struct method), method_fields,
                                       sizeof method_fields / sizeof method_fields[0]};
