#include <stddef.h>

#include "agenda/agenda.h"

#define AT(member) offsetof(struct proposal_settings, member)

// clang-format off
static const struct field proposal_fields[] = {
    {"per_day", FIELD_RATE, AT(per_hour), "4 /d", 0, 1e6, "d-1", "Proposals that are submitted, as a Poisson process; 0 /d for none", NULL, GROUND_CHOICE, NULL, NULL},
    {"facets", FIELD_COUNT, AT(facets), "40", 1, MOST_FACETS, "1", "Facets of a matter: how complex it is", "designs of Stasser and of Cruz; value assumed, plausible 5 to 256", GROUND_ASSUMED, NULL, NULL},
    {"waiting", FIELD_COUNT, AT(waiting), "0", 0, 100000, "1", "Proposals on the agenda when the scenario begins", NULL, GROUND_CHOICE, NULL, NULL},
    {"old_first", FIELD_SWITCH, AT(old_first), "yes", 0, 0, "1", "Whether proposals that return go before new ones", "no data: old business first, as agendas commonly have it", GROUND_ASSUMED, NULL, NULL},
    {"reopening", FIELD_RATE, AT(reopening), "0.02 /d", 0, 1, "d-1", "Hazard that a passed proposal is reopened; 0 /d switches it off", "no data; plausible 0 to 0.2 a day", GROUND_ASSUMED, NULL, NULL},
    {"proposer_comes", FIELD_SWITCH, AT(proposer_comes), "yes", 0, 0, "1", "Whether the proposer comes to every session until her proposal is decided", "no data", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section proposal_section = {
    "proposals",
    "What is to be decided: how many proposals come, and in which order they are heard.",
    sizeof(struct proposal_settings),
    proposal_fields,
    sizeof proposal_fields / sizeof proposal_fields[0],
};
