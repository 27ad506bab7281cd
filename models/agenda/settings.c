#include <stddef.h>

#include "agenda/agenda.h"

#define AT(member) offsetof(struct proposal_settings, member)

// clang-format off
static const struct field proposal_fields[] = {
    {FIELD(RATE, "per_day", AT(per_hour), "4 /d"), ALLOWED(0, 1e6), UNIT("d-1"), MEANS("Proposals that are submitted, as a Poisson process; 0 /d for none")},
    {FIELD(COUNT, "facets", AT(facets), "40"), ALLOWED(1, MOST_FACETS), MEANS("Facets of a matter: how complex it is"), ASSUMED("designs of Stasser and of Cruz; value assumed"), PLAUSIBLE("5", "256", "a small matter to the largest that the model holds")},
    {FIELD(COUNT, "waiting", AT(waiting), "0"), ALLOWED(0, 100000), MEANS("Proposals on the agenda when the scenario begins")},
    {FIELD(SWITCH, "old_first", AT(old_first), "yes"), MEANS("Whether proposals that return go before new ones"), ASSUMED("no data: old business first, as agendas commonly have it")},
    {FIELD(RATE, "reopening", AT(reopening), "0.02 /d"), ALLOWED(0, 1), UNIT("d-1"), MEANS("Hazard that a passed proposal is reopened; 0 /d switches it off"), ASSUMED("no data"), GUESSED("0 /d", "0.2 /d"), OBSERVABLE},
    {FIELD(SWITCH, "proposer_comes", AT(proposer_comes), "yes"), MEANS("Whether the proposer comes to every session until her proposal is decided"), ASSUMED("no data")},
    {FIELD(COUNT, "endorsers", AT(endorsers), "0"), ALLOWED(0, 1000000), MEANS("People of one circle, its proposer among them, who must know something of a proposal that arrives and lean .5 or more, for it to be submitted; it is looked at when a circle closes in which the proposer sits. Proposals of working groups, and those that wait at the beginning, need none. 0: a proposal is submitted when it arrives")},
};
// clang-format on

const struct section proposal_section = {
    "proposals",
    "What is to be decided: how many proposals come, and in which order they are heard.",
    FIELDS(struct proposal_settings, proposal_fields),
};
