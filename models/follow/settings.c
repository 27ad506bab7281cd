#include <stddef.h>

#include "follow/follow.h"

#define AT(member) offsetof(struct follow_settings, member)

// clang-format off
static const struct field follow_fields[] = {
    {FIELD(COUNT, "session", AT(session), "0"), ALLOWED(0, 1000000000), MEANS("Which session of the calendar of the site, counted from 1; 0: none")},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), MEANS("At which site; left out, at the first one")},
};
// clang-format on

const struct section follow_section = {
    "follow",
    "A session that is followed: all that happens in it is written down, turn "
    "by turn. `groundswell follow` tells it.",
    FIELDS(struct follow_settings, follow_fields)};
