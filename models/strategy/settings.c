#include <stddef.h>

#include "strategy/strategy.h"

#define AT(member) offsetof(struct strategy_settings, member)

// clang-format off
static const struct field strategy_fields[] = {
    {FIELD(SHARE, "advice", AT(advice), "0 %"), ALLOWED(0, 1), MEANS("Chance that a working group that is about to take up a common item asks the strategy group of its site, and takes up nothing that is known there to be done or under way; 0 %: nobody asks"), ASSUMED("no data"), GUESSED("0 %", "90 %"), OBSERVABLE},
    {FIELD(SHARE, "reports", AT(reports), "0 %"), ALLOWED(0, 1), MEANS("Chance that a working group tells the strategy groups of its site what it has taken up; 0 %: they know of groups by their members alone"), ASSUMED("no data"), GUESSED("0 %", "60 %"), OBSERVABLE},
    {FIELD(SWITCH, "worth", AT(worth), "no"), MEANS("Whether common items differ in what they are worth (exponential with mean 1), and advisers who know something of the question of strategy name a good one; no: all are worth the same"), ASSUMED("no data")},
    {FIELD(NAME, "inquiry", AT(inquiry), LEFT_OUT), MEANS("Name of the inquiry that is the question of strategy: with a share c of it known, an adviser looks at 1 + floor(9 c) open items and names the best; left out, at none")},
    {FIELD(COUNT, "tells", AT(tells), "10"), ALLOWED(0, 100000), MEANS("Working groups of which a delegate tells in one turn at a community, those of her own site first; 0: all of which she knows"), ASSUMED("no data: five a minute"), GUESSED("3", "30"), OBSERVABLE},
    {FIELD(DURATION, "outdated", AT(outdated), "14 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("After how long what a group was at no longer counts as under way; 0 d: it counts until something newer is known"), ASSUMED("no data"), GUESSED("5 d", "60 d")},
};
// clang-format on

const struct section strategy_section = {
    "strategy",
    "What strategy groups know of who works on what, and what comes of their advice.",
    FIELDS(struct strategy_settings, strategy_fields),
};
