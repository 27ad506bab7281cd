/* Notes on what a scenario may ask and what cannot do what it seems to: each mechanism has its own (note in
 * mechanism.h), and here is one that takes all of them together: nobody ever meets.
 *
 * None of these is a mistake, since somebody may want just that; each has its place and one sentence.
 */
#include <string.h>

#include "experiment/experiment_parts.h"

/* Lines of a design that hold a method. */
struct lines {
    size_t count, open;
};

static void line_found(const struct held_line *line, void *finder)
{
    struct lines *lines = finder;
    lines->count++;
    lines->open += line->opens ? 1 : 0;
}

static struct lines lines_of(const struct experiment *experiment, size_t design)
{
    struct lines lines = {0, 0};
    const struct checking checking =
        checking_of(experiment, experiment->settings[design], experiment->trees[design], NULL);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->held != NULL)
            (*one)->held(&checking, line_found, &lines);
    return lines;
}

/* Where no design meets, as in a null model of queues or of links alone, nothing is amiss. */
static bool some_design_meets(const struct experiment *experiment)
{
    for (size_t i = 0; i < experiment->design_count; i++)
        if (lines_of(experiment, i).count > 0)
            return true;
    return false;
}

static void note_courses(const struct experiment *experiment, struct trouble *notes)
{
    const struct node *keep = node_at(experiment->tree, "keep");
    if (keep != NULL && ((const struct keep_rule *)experiment->settings[0]->runs.keep)->courses &&
        experiment->variant_count == 1)
        node_trouble(
            notes, keep,
            "note: the scenario has neither a sweep nor assumptions, so there is nothing more to keep");
}

static void note_that_nobody_meets(const struct experiment *experiment, size_t design, struct trouble *notes)
{
    const struct node *where = experiment->designs[design];
    if (lines_of(experiment, design).open > 0)
        return;
    if (where == NULL)
        node_trouble(notes, experiment->tree, "note: nobody ever meets: no session begins before the end");
    else
        node_trouble(notes, where,
                     "note: nobody ever meets in the design `%s`: no session begins before the end",
                     experiment->design_names[design]);
}

/* What sessions have to deal with before the headline can move. */
static enum subject subject_of(const struct experiment *experiment, const char *headline)
{
    for (size_t i = 0; i < experiment->known->measure_count; i++)
        if (strcmp(experiment->known->measures[i]->name, headline) == 0)
            return chapter_of(&experiment->chapters, experiment->known->measures[i])->subject;
    return SUBJECT_ANY;
}

static bool says(const struct trouble *notes, const struct complaint *note)
{
    for (size_t i = 0; i < notes->count; i++)
        if (strcmp(notes->complaints[i].sentence, note->sentence) == 0)
            return true;
    return false;
}

static bool stands_in(const struct node *tree, const struct place *where)
{
    if (tree->line == where->line && tree->column == where->column && where->file != NULL &&
        strcmp(tree->document->file, where->file) == 0)
        return true;
    for (const struct node *child = tree->first; child != NULL; child = child->next)
        if (stands_in(child, where))
            return true;
    return false;
}

/* What other designs set stands in the tree of each, and changes nothing there. */
static bool bears_on(const struct node *tree, const struct place *where)
{
    for (const struct node *child = tree->first; child != NULL; child = child->next)
        if ((child->key == NULL || strcmp(child->key, "designs") != 0) && stands_in(child, where))
            return true;
    return false;
}

/* What is of no use in one design may be there for another that has the same lines. */
static bool of_use_elsewhere(const struct experiment *experiment, const struct trouble *own,
                             const struct complaint *note)
{
    for (size_t design = 0; design < experiment->design_count; design++)
        if (bears_on(experiment->trees[design], &note->where) && !says(&own[design], note))
            return true;
    return false;
}

static void join_notes(const struct experiment *experiment, struct trouble *own, struct trouble *notes)
{
    for (size_t design = 0; design < experiment->design_count; design++)
        for (size_t i = 0; i < own[design].count; i++) {
            const struct complaint *note = &own[design].complaints[i];
            if (!says(notes, note) && !of_use_elsewhere(experiment, own, note))
                trouble_add(notes, note->status, note->where, "%s", note->sentence);
        }
    for (size_t design = 0; design < experiment->design_count; design++)
        trouble_free(&own[design]);
}

void in_vain_note(const struct experiment *experiment)
{
    struct trouble *notes = experiment->request->notes;
    if (notes == NULL)
        return;
    bool meets = some_design_meets(experiment);
    struct trouble *own = ARENA_NEW(experiment->arena, struct trouble, experiment->design_count);
    for (size_t design = 0; design < experiment->design_count; design++) {
        struct scenario *scenario = experiment->settings[design];
        struct checking checking = checking_of(experiment, scenario, experiment->trees[design], notes);
        checking.notes = &own[design];
        checking.headline = scenario->words.headline;
        checking.subject = subject_of(experiment, checking.headline);
        for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
            if ((*one)->note != NULL)
                (*one)->note(&checking);
        if (meets)
            note_that_nobody_meets(experiment, design, notes);
    }
    join_notes(experiment, own, notes);
    note_courses(experiment, notes);
}
