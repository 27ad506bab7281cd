/* The chronicle as a mechanism (mechanism.h). */
#include "chronicle.h"
#include "mechanism.h"

PARTS_NAMES(chronicle, CHRONICLE_NUMBER);

static void *create(const struct setup *setup)
{
    return setup->keeps_chronicle ? chronicle_new(setup->arena) : NULL;
}

extern const struct mechanism chronicle_mechanism;
const struct mechanism chronicle_mechanism = {
    .choice = {"chronicle", "what happened at a site, event by event, where a scenario asks for it", NULL},
    .number = CHRONICLE_NUMBER,
    .create = create,
};
