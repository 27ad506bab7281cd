#include <stddef.h>

#include "hosts/hosts.h"

#define AT(member) offsetof(struct host_settings, member)

// clang-format off
static const struct field host_fields[] = {
    {FIELD(SWITCH, "needed", AT(needed), "no"), MEANS("Whether it takes a person of skill to hold a circle of a facilitated stage together; no: every facilitated circle is held well, and by nobody in particular")},
    {FIELD(SHARE, "can_host", AT(can_host), "10 %"), ALLOWED(0, 1), MEANS("Share of the people who can host well from the start"), ASSUMED("no data"), GUESSED("2 %", "40 %"), OBSERVABLE},
    {FIELD(REAL, "skill", AT(skill), "0.8"), ALLOWED(0, 1), MEANS("Skill of these, at first: 1 is a circle in which nothing goes wrong"), ASSUMED("no data"), GUESSED("0.5", "1")},
    {FIELD(REAL, "novice", AT(novice), "0.2"), ALLOWED(0, 1), MEANS("Skill of all others, at first; 0: they cannot host at all"), ASSUMED("no data"), GUESSED("0", "0.5")},
    {FIELD(SHARE, "stray", AT(stray), "30 %"), ALLOWED(0, 1), MEANS("Chance that a turn has to do with something else where nobody of any skill hosts; with a host, that times what is missing of her skill; 0 % switches it off"), ASSUMED("no data"), GUESSED("5 %", "60 %"), OBSERVABLE},
    {FIELD(SHARE, "slip", AT(slip), "2 %"), ALLOWED(0, 1), MEANS("Chance in a turn that the order of the floor is not kept, and that a circle larger than conversation.split_above falls apart, likewise times what is missing of the host's skill; 0 % switches it off"), ASSUMED("no data"), GUESSED("0 %", "10 %"), OBSERVABLE},
    {FIELD(REAL, "holds_back", AT(holds_back), "0.2"), ALLOWED(0, 1), MEANS("Factor of a host's own wish to speak: she says less of what she knows; 1 switches it off"), ASSUMED("no data"), GUESSED("0", "1"), OBSERVABLE},
    {FIELD(SHARE, "training", AT(training), "2 %"), ALLOWED(0, 1), MEANS("Share of what is missing of her skill that a host gains in an hour of hosting; 0 % switches it off"), ASSUMED("no data"), GUESSED("0 %", "10 %")},
};
// clang-format on

const struct section host_section = {
    "hosts",
    "Who holds circles together. Each circle of a facilitated stage gets the most skilled person there who "
    "holds no other.",
    FIELDS(struct host_settings, host_fields),
};
