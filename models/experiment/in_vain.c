/* Notes on what a scenario may ask and what cannot do what it seems to: nobody meets, a session too short to
 * decide anything, a method at which the headline never looks.
 *
 * None of these is a mistake, since somebody may want just that; each has its place and one sentence.
 */
#include <string.h>

#include "decisions/decisions.h"
#include "experiment/experiment_parts.h"
#include "gathering/gathering.h"
#include "measures/chapters.h"

/* --- nobody meets --- */

static bool opens_in_time(const struct scenario *scenario, const struct calendar_entry *entry)
{
    sim_time first =
        entry->again_after > 0 ? entry->at : calendar_next(entry, scenario->starts_on->number, 0);
    return first < scenario->lasts;
}

/* Of meetings that are not in the calendar: those of groups, and calls between groups. */
static bool groups_meet(const struct scenario *scenario)
{
    return scenario->groups.form &&
           (scenario->groups.meetings.method != NULL || scenario->links.calls.method != NULL);
}

static bool anybody_meets(const struct scenario *scenario)
{
    const struct calendar_entry *entries = scenario->calendar.items;
    for (size_t i = 0; i < scenario->calendar.count; i++)
        if (opens_in_time(scenario, &entries[i]))
            return true;
    return groups_meet(scenario);
}

/* Where no design meets, as in a null model of queues or of links alone, nothing is amiss. */
static bool some_design_meets(const struct experiment *experiment)
{
    for (size_t i = 0; i < experiment->design_count; i++)
        if (experiment->settings[i]->calendar.count > 0 || groups_meet(experiment->settings[i]))
            return true;
    return false;
}

static void note_that_nobody_meets(const struct experiment *experiment, size_t design, struct trouble *notes)
{
    const struct node *where = experiment->designs[design];
    if (anybody_meets(experiment->settings[design]))
        return;
    if (where == NULL)
        node_trouble(notes, experiment->tree, "note: nobody ever meets: no session begins before the end");
    else
        node_trouble(notes, where,
                     "note: nobody ever meets in the design `%s`: no session begins before the end",
                     experiment->design_names[design]);
}

/* --- too short to decide --- */

static sim_time time_of(const struct stage *stage)
{
    return stage->lasts * (stage->times > 0 ? stage->times : 1);
}

/* The most time that the stage can have: what is left of the session after those before it, or its own. No
 * end: SIM_NEVER. */
static sim_time time_left(const struct calendar_entry *entry, const struct stage *stages, size_t which)
{
    sim_time left = entry->lasts > 0 ? entry->lasts : SIM_NEVER;
    for (size_t i = 0; i < which && entry->lasts > 0; i++)
        left -= time_of(&stages[i]);
    if (stages[which].lasts > 0 && stages[which].lasts < left)
        left = stages[which].lasts;
    return left > 0 ? left : 0;
}

static void note_too_short(const struct scenario *scenario, const struct calendar_entry *entry,
                           const struct node *where, struct trouble *notes)
{
    const struct stage *stages = entry->method->stages.items;
    sim_time longest = -1, least = scenario->decisions.least_left;
    for (size_t i = 0; i < entry->method->stages.count; i++)
        if (stages[i].verb->decides && time_left(entry, stages, i) > longest)
            longest = time_left(entry, stages, i);
    if (longest >= 0 && longest < least)
        node_trouble(
            notes, where,
            "note: nothing is ever decided here: %.6g min are left for decisions, and a proposal is taken "
            "up only with %.6g min left (`decisions.least_left`)",
            sim_minutes(longest), sim_minutes(least));
}

/* --- what the headline does not see --- */

static const struct measure *headline_of(const struct experiment *experiment, const struct scenario *scenario)
{
    for (size_t i = 0; i < experiment->known->measure_count; i++)
        if (strcmp(experiment->known->measures[i]->name, scenario->headline) == 0)
            return experiment->known->measures[i];
    return NULL;
}

/* Whether an earlier line of the calendars holds the same method: one note on it is enough. */
static bool held_before(const struct experiment *experiment, size_t design, size_t line)
{
    const struct calendar_entry *own = experiment->settings[design]->calendar.items;
    for (size_t i = 0; i <= design; i++) {
        const struct calendar_entry *entries = experiment->settings[i]->calendar.items;
        size_t lines = i < design ? experiment->settings[i]->calendar.count : line;
        for (size_t j = 0; j < lines; j++)
            if (entries[j].method == own[line].method)
                return true;
    }
    return false;
}

static void note_unseen(const struct experiment *experiment, const struct scenario *scenario,
                        const struct calendar_entry *entry, const struct node *where, struct trouble *notes)
{
    const struct measure *headline = headline_of(experiment, scenario);
    enum subject subject = headline == NULL ? SUBJECT_ANY : chapter_of(headline)->subject;
    if (subject == SUBJECT_PROPOSALS && !method_meets_proposals(entry->method))
        node_trouble(
            notes, where,
            "note: `%s` talks about no proposal, and the headline `%s` is about proposals: what this method "
            "gives does not show in it",
            entry->hold, scenario->headline);
    else if (subject == SUBJECT_QUESTIONS && !method_meets_questions(entry->method))
        node_trouble(
            notes, where,
            "note: `%s` talks about no question, and the headline `%s` is about questions: what this method "
            "gives does not show in it",
            entry->hold, scenario->headline);
}

static void look_at_calendar(const struct experiment *experiment, size_t design, struct trouble *notes)
{
    const struct scenario *scenario = experiment->settings[design];
    const struct calendar_entry *entries = scenario->calendar.items;
    const struct node *calendar = node_at(experiment->trees[design], "calendar");
    struct node *line = calendar == NULL ? NULL : calendar->first;
    for (size_t i = 0; i < scenario->calendar.count && line != NULL; i++, line = line->next) {
        const struct node *hold = node_at(line, "hold");
        if (hold == NULL || entries[i].method == NULL || told_about(notes, hold))
            continue;
        note_too_short(scenario, &entries[i], hold, notes);
        if (!held_before(experiment, design, i))
            note_unseen(experiment, scenario, &entries[i], hold, notes);
    }
}

void in_vain_note(const struct experiment *experiment)
{
    struct trouble *notes = experiment->request->notes;
    bool meets = some_design_meets(experiment);
    for (size_t design = 0; notes != NULL && design < experiment->design_count; design++) {
        look_at_calendar(experiment, design, notes);
        if (meets)
            note_that_nobody_meets(experiment, design, notes);
    }
}
