/* The list of all mechanisms, in their order: the only file that names them all. To add one, add its two
 * lines. */
#include "mechanisms.h"

extern const struct mechanism places_mechanism, people_mechanism, knowledge_mechanism, conversation_mechanism,
    agenda_mechanism, gathering_mechanism, decisions_mechanism, groups_mechanism, adoption_mechanism,
    network_mechanism, shocks_mechanism, chronicle_mechanism, ledger_mechanism;

const struct mechanism *const mechanisms[] = {
    &places_mechanism,    &people_mechanism,
    &knowledge_mechanism, &conversation_mechanism,
    &agenda_mechanism,    &gathering_mechanism,
    &decisions_mechanism, &groups_mechanism,
    &adoption_mechanism,  &network_mechanism,
    &shocks_mechanism,    &chronicle_mechanism,
    &ledger_mechanism,    NULL,
};
