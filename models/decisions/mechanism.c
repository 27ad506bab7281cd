/* Decisions as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "decisions/decisions.h"
#include "decisions/numbers.h"

static void *decisions_create(const struct setup *setup)
{
    return decisions_new(setup_settings(setup, &decision_section), setup->arena);
}

extern const struct mechanism decisions_mechanism;
const struct mechanism decisions_mechanism = {
    .choice = {"decisions", "how a circle comes to a decision on a proposal",
               "posted minutes, New York 2011-12"},
    .number = DECISIONS_NUMBER,
    .create = decisions_create,
};
