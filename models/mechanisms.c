/* The list of all mechanisms, in their order: the only file that names them all. To add one, add its line. */
#include "mechanisms.h"

// clang-format off
#define MECHANISMS(one) \
    one(places)         \
    one(people)         \
    one(knowledge)      \
    one(inquiries)      \
    one(conversation)   \
    one(agenda)         \
    one(gathering)      \
    one(hosts)          \
    one(decisions)      \
    one(sides)          \
    one(groups)         \
    one(teamwork)       \
    one(commit)         \
    one(adoption)       \
    one(travel)         \
    one(ties)           \
    one(records)        \
    one(gifts)          \
    one(links)          \
    one(sparks)         \
    one(informants)     \
    one(strategy)       \
    one(shocks)         \
    one(follow)         \
    one(chronicle)      \
    one(ledger)         \
    one(whole)
// clang-format on

#define DECLARED(name) extern const struct mechanism name##_mechanism;
#define LISTED(name)   &name##_mechanism,

MECHANISMS(DECLARED)

const struct mechanism *const mechanisms[] = {MECHANISMS(LISTED) NULL};
