#include <stddef.h>

#include "ties/ties.h"

#define AT(member) offsetof(struct tie_settings, member)

// clang-format off
static const struct field tie_fields[] = {
    {FIELD(REAL, "gain", AT(gain), "0"), ALLOWED(0, 1), MEANS("Share of what is missing to the strongest tie that a turn adds between two people who talk alone; 0: there are no ties"), ASSUMED("no data; tried at .05"), GUESSED("0", "0.2")},
    {FIELD(REAL, "dilution", AT(dilution), "1"), ALLOWED(0, 2), MEANS("How listeners share what a turn adds: it is divided by listeners^dilution; 0: all get the whole"), ASSUMED("no data, and decisive for circles against plenaries: compare at 0, 1 and 2"), GUESSED("0", "2")},
    {FIELD(REAL, "disclosure", AT(disclosure), "2"), ALLOWED(1, 10), MEANS("Factor on what a turn adds that is about feelings, a story, or thanks; 1 switches it off"), ASSUMED("direction from Aron et al. 1997, doi:10.1177/0146167297234003; value assumed"), GUESSED("1", "5")},
    {FIELD(DURATION, "half_life", AT(half_life), "30 d"), ALLOWED(1, 876000), UNIT("d"), MEANS("Time in which a tie halves while the two do not hear each other"), ASSUMED("no data"), GUESSED("7 d", "180 d")},
    {FIELD(COUNT, "most", AT(most), "24"), ALLOWED(1, MOST_TIES), MEANS("Ties that a person keeps; the weakest gives way to a stronger one"), ASSUMED("no data"), PLAUSIBLE("5", "50", "the layers of 5, 15 and 50 people of Zhou et al. 2005, doi:10.1098/rspb.2004.2970; known, check before quoting")},
    {FIELD(REAL, "holds", AT(holds), "1"), ALLOWED(0, 10), MEANS("How ties keep people in a working group: the rate of leaving is multiplied by exp(-holds * sum of her ties to fellow members); 0 switches it off"), ASSUMED("no data"), GUESSED("0", "3")},
    {FIELD(REAL, "stays", AT(stays), "0.3"), ALLOWED(0, 10), MEANS("How ties keep people at the site: the hazard of drifting away is multiplied by exp(-stays * sum of her ties to people who are there); 0 switches it off"), ASSUMED("no data"), GUESSED("0", "1")},
    {FIELD(SHARE, "finds", AT(finds), "100 %"), ALLOWED(0, 1), MEANS("Chance, times the strength of the tie, that a member tells somebody who looks for a group of hers; 0 % switches it off"), ASSUMED("no data"), GUESSED("0 %", "100 %")},
};
// clang-format on

const struct section tie_section = {
    "ties",
    "Ties between people of a site, who come to know each other by listening. Without `gain` there are none.",
    FIELDS(struct tie_settings, tie_fields),
};
