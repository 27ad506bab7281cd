#include <stddef.h>

#include "echoes/echoes.h"

#define AT(member) offsetof(struct echo_settings, member)

// clang-format off
static const struct field echo_fields[] = {
    {FIELD(DURATION, "every", AT(every), LEFT_OUT), ALLOWED(0.00001, 8760), UNIT("h"), MEANS("How often a site calls out to another one; left out, never")},
};
// clang-format on

const struct section echo_section = {"echoes", "Sites that call out to each other.",
                                     FIELDS(struct echo_settings, echo_fields)};
