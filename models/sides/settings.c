#include <stddef.h>

#include "knowledge/contested.h"
#include "sides/sides.h"

#define AT(member)   offsetof(struct side_settings, member)
#define KIND(member) offsetof(struct side_kind, member)

// clang-format off
static const struct field kind_fields[] = {
    {FIELD(NAME, "name", KIND(name), MUST_BE_GIVEN), MEANS("Name of the side")},
    {FIELD(SHARE, "share", KIND(share), MUST_BE_GIVEN), ALLOWED(0.001, 1), MEANS("Share of the people who are on it; at each site all shares together are 100 %")},
    {FIELD(SHARE, "support", KIND(support), MUST_BE_GIVEN), ALLOWED(0, 1), MEANS("Mean leaning of its people on a contested matter before any argument, from 0 % against to 100 % for")},
    {FIELD(NAME, "site", KIND(site), LEFT_OUT), MEANS("Site whose people are on it; left out, those of all sites")},
    {FIELD(REAL, "support_sd", KIND(support_sd), "0.1"), ALLOWED(0, 1), MEANS("How leanings differ inside the side: standard deviation"), ASSUMED("no data"), GUESSED("0.05", "0.25")},
};

static const struct section kind_section = {"kinds", "The sides that people are on.", FIELDS(struct side_kind, kind_fields)};

static const struct field side_fields[] = {
    {FIELD(LIST, "kinds", AT(kinds), LEFT_OUT), ALLOWED(0, MOST_SIDES), MEANS("The sides; left out, there are none"), INSIDE(&kind_section)},
    {FIELD(SHARE, "contested_proposals", AT(contested_proposals), "100 %"), ALLOWED(0, 1), MEANS("Share of the proposals on which the sides lean apart; on the others everybody leans as `knowledge` says")},
    {FIELD(SHARE, "contested_questions", AT(contested_questions), "100 %"), ALLOWED(0, 1), MEANS("The same of questions")},
    {FIELD(REAL, "side_bias", AT(bias), "1"), ALLOWED(1, 100), MEANS("How much likelier than others people of a side know a facet of a contested matter that speaks for it; 1: no likelier"), ASSUMED("no data, and decisive: like-minded circles move outward above 2.24 only (scenarios/null/arguments-of-a-side.yaml)"), GUESSED("1", "6")},
    {FIELD(REAL, "warmth", AT(warmth), "0.30"), ALLOWED(0, 1), MEANS("Warmth of everybody toward other sides at first, from 0 to 1"), KNOWN_FROM("thermometers of the other party: 20 to 30 of 100 degrees, American National Election Studies"), PLAUSIBLE("0.1", "0.5", "from bitter to lukewarm on those thermometers")},
    {FIELD(REAL, "contact", AT(contact), "0.005"), ALLOWED(0, 1), MEANS("Share of the warmth that is missing which a turn of another side adds when it does not jar; 0 switches warmth off"), FITTED_TO("30 such turns, two hours in a mixed circle of eight, add .0975 to .30: d = .39 at a standard deviation of .25, Paluck, Green & Green 2019"), PLAUSIBLE("0.001", "0.02", "d of .08 to 1.2 for the same 30 turns")},
    {FIELD(REAL, "backlash", AT(backlash), "1"), ALLOWED(0, 10), MEANS("A turn that jars takes so many times that share of the warmth there is"), ASSUMED("no data, and decisive: compare at 1, 2 and 4; negative contact weighs more, Barlow et al. 2012"), GUESSED("0.5", "5")},
    {FIELD(DURATION, "half_life", AT(half_life), "30 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("How long it takes until half of what contact did to warmth is gone; 0 d: it stays"), FITTED_TO("gone in three months, Santoro & Broockman 2022: an eighth of it is left"), PLAUSIBLE("7 d", "120 d", "Levendusky & Stecula 2021 still find it after a week; Santoro & Broockman 2022 do not after three months")},
    {FIELD(REAL, "ear", AT(ear), "0.3"), ALLOWED(0, 1), MEANS("How well people without any warmth listen to other sides: what they hear is retained and moves them by ear + (1 - ear) * warmth; 1: as well as to their own"), ASSUMED("no data"), GUESSED("0", "1")},
};
// clang-format on

const struct section side_section = {
    "sides",
    "People on different sides: how they lean on contested matters, and what happens when they hear each "
    "other.",
    FIELDS(struct side_settings, side_fields),
};
