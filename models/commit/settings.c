#include <stddef.h>

#include "commit/commit.h"

#define AT(member) offsetof(struct commit_settings, member)

// clang-format off
static const struct field commit_fields[] = {
    {FIELD(SHARE, "sign", AT(sign), "50 %"), ALLOWED(0, 1), MEANS("Chance that somebody signs for a call in a stage with `do: commit`"), ASSUMED("no data"), GUESSED("20 %", "90 %"), OBSERVABLE},
    {FIELD(SHARE, "follow_through", AT(follow_through), "53 %"), ALLOWED(0, 1), MEANS("Chance that somebody who signed turns up afterwards: in the group that comes of it, or at the tasks that she signed for"), KNOWN_FROM("Sheeran 2002: 53 % of those who intend something do it"), PLAUSIBLE("30 %", "80 %", "about half of those with an intention act, Sheeran 2002"), OBSERVABLE},
    {FIELD(SWITCH, "by_warmth", AT(by_warmth), "no"), MEANS("Whether a call for which somebody of another side stands weighs less for a person: as much as her warmth toward other sides")},
    {FIELD(COUNT, "size", AT(size), "3"), ALLOWED(1, 1000), MEANS("People who must sign for a call to become something"), ASSUMED("no data: three, as a working group is born of three"), GUESSED("2", "8"), OBSERVABLE},
};
// clang-format on

const struct section commit_section = {"commit", "What people commit themselves to at the end of a meeting.",
                                       FIELDS(struct commit_settings, commit_fields)};
