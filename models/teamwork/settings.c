#include <stddef.h>

#include "teamwork/teamwork.h"

#define AT(member) offsetof(struct teamwork_settings, member)

// clang-format off
static const struct assign_rule assign_together = {{"together", "all members work on the whole task", "working groups of 2011"}, false};
static const struct assign_rule assign_pull     = {{"pull", "each member who is free takes the part that fits her best", "Thompson 2005, bioteams; Schwaber & Sutherland 2020, The Scrum Guide"}, true};

static const struct choice *const assign_rules[] = {&assign_together.choice, &assign_pull.choice, NULL};

static const struct field teamwork_fields[] = {
    {FIELD(CHOICE, "assign", AT(assign), "together"), MEANS("How the members of a working group share out the work of a task"), ONE_OF(assign_rules)},
    {FIELD(COUNT, "parts", AT(parts), "1"), ALLOWED(1, MOST_PARTS), MEANS("Parts of a task, with `assign: pull`; each has its share of the work, and needs something of what the task needs")},
    {FIELD(COUNT, "wip", AT(wip), "1"), ALLOWED(1, 16), MEANS("Parts that a member has in hand at most; her hours go to them in equal shares")},
    {FIELD(SHARE, "coupled", AT(coupled), "30 %"), ALLOWED(0, 1), MEANS("Chance that two parts of a task bear on each other; 0 % makes parts independent"), ASSUMED("no data"), GUESSED("10 %", "60 %")},
    {FIELD(SHARE, "rework", AT(rework), "30 %"), ALLOWED(0, 1), MEANS("Share of its content by which a part under way is set back when one that it bears on is finished, and its member had no word with who finished since she took it; 0 % switches it off"), ASSUMED("form of Jin & Levitt 1996, the Virtual Design Team; value assumed"), PLAUSIBLE("10 %", "60 %", "Jin & Levitt 1996: uncoordinated dependent work comes back as rework"), OBSERVABLE},
    {FIELD(SHARE, "help", AT(help), "50 %"), ALLOWED(0, 1), MEANS("How much the know-how of members helps with whom she has had word since she took a part; 0 %: she works with what she knows herself, 100 %: it is as good as her own"), ASSUMED("no data"), GUESSED("0 %", "100 %")},
    {FIELD(SHARE, "signal", AT(signal), "0 %"), ALLOWED(0, 1), MEANS("Chance that a short message reaches a member at once, when another one takes a part or finishes one; 0 %: nobody signals")},
    {FIELD(DURATION, "signal_minutes", AT(signal_takes), "1 min"), ALLOWED(0, 1), UNIT("min"), MEANS("What such a message takes of the time of who gets it"), ASSUMED("no data"), GUESSED("0.2 min", "5 min"), OBSERVABLE},
};
// clang-format on

const struct section teamwork_section = {
    "teamwork",
    "How members of a working group share out a task: parts that they choose, and word between them.",
    FIELDS(struct teamwork_settings, teamwork_fields),
};
