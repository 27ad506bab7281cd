#include <stddef.h>

#include "travel/travel.h"

#define VISIT(member) offsetof(struct visit_settings, member)

// clang-format off
static const struct field visit_fields[] = {
    {FIELD(RATE, "per_day", VISIT(per_hour), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("How often a person sets out to visit another site"), ASSUMED("no data"), GUESSED("0 /d", "0.1 /d"), OBSERVABLE},
    {FIELD(DURATION, "lasts", VISIT(lasts), "2 d"), ALLOWED(1.0 / 60, 8760), UNIT("d"), MEANS("How long she stays there"), ASSUMED("no data"), GUESSED("6 h", "7 d"), OBSERVABLE},
    {FIELD(RATE, "online_per_day", VISIT(online_per_hour), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("How often a person goes to a site that is online"), ASSUMED("no data"), GUESSED("0 /d", "0.5 /d"), OBSERVABLE},
    {FIELD(DURATION, "online_for", VISIT(online_lasts), "2 h"), ALLOWED(1.0 / 60, 8760), UNIT("h"), MEANS("How long she stays there"), ASSUMED("no data"), GUESSED("0.5 h", "6 h"), OBSERVABLE},
};
// clang-format on

const struct section visit_section = {
    "visits",
    "People who go to other sites for a while.",
    FIELDS(struct visit_settings, visit_fields),
};
