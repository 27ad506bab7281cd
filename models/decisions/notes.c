/* Notes on sessions that are too short for any decision. */
#include "checking.h"
#include "decisions/decisions.h"
#include "gathering/gathering.h"

static sim_time time_of(const struct stage *stage)
{
    return stage->lasts * (stage->times > 0 ? stage->times : 1);
}

/* The most time that the stage can have: its own length, or what the stages before it leave of the session.
 * No end: SIM_NEVER. */
static sim_time time_left(const struct calendar_entry *entry, const struct stage *stages, size_t which)
{
    sim_time left = entry->lasts > 0 ? entry->lasts : SIM_NEVER;
    for (size_t i = 0; i < which && entry->lasts > 0; i++)
        left -= time_of(&stages[i]);
    if (stages[which].lasts > 0 && stages[which].lasts < left)
        left = stages[which].lasts;
    return left > 0 ? left : 0;
}

static void note_too_short(const struct checking *checking, const struct calendar_entry *entry,
                           const struct node *where)
{
    const struct decision_settings *decisions = checking_settings(checking, &decision_section);
    const struct stage *stages = entry->method->stages.items;
    sim_time longest = -1, least = decisions->least_left;
    for (size_t i = 0; i < entry->method->stages.count; i++)
        if (stages[i].verb->decides && time_left(entry, stages, i) > longest)
            longest = time_left(entry, stages, i);
    if (longest >= 0 && longest < least)
        node_trouble(
            checking->trouble, where,
            "note: nothing is ever decided here: %.6g min are left for decisions, and a proposal is taken "
            "up only with %.6g min left (`decisions.least_left`)",
            sim_minutes(longest), sim_minutes(least));
}

void decisions_note(const struct checking *checking)
{
    calendar_each_held(checking, note_too_short);
}
