#include "whole/whole.h"

#include "groups/groups.h"
#include "measures/chapters.h"
#include "mechanism.h"

struct whole {
    const struct ledger_settings *settings;
    struct chapter_list chapters;
    describe_movement *describe;
    const struct movement_frame *frame;
    struct sites_view sites;
    struct outcome *outcome;
    struct course course;   /* of all moments */
    struct course measured; /* of those from settings->from on, where that is not all */
    struct arena *arenas;   /* one a thread, empty between samples */
    uint32_t sampled;
};

/* Whether this design has a chapter of the movement that the record keeps. */
static bool takes_any(const struct chapter_list *list, uint64_t set, const struct outcome *outcome)
{
    for (size_t i = 0; i < list->count; i++)
        if (chapter_in(set, i) && chapter_is_whole(list->items[i]) &&
            outcome_find_measure(outcome, &list->items[i]->rows[0].measure) != OUTCOME_ABSENT)
            return true;
    return false;
}

struct whole *whole_new(const struct ledger_settings *settings, const struct chapter_list *list,
                        describe_movement *describe, const struct movement_frame *frame,
                        struct sites_view sites, struct outcome *outcome, struct arena *arena)
{
    if (describe == NULL || !takes_any(list, settings->chapters, outcome))
        return NULL;
    struct whole *whole = ARENA_NEW(arena, struct whole, 1);
    *whole = (struct whole){.settings = settings,
                            .chapters = *list,
                            .describe = describe,
                            .frame = frame,
                            .sites = sites,
                            .outcome = outcome,
                            .course = course_begin(),
                            .measured = course_begin(),
                            .arenas = ARENA_NEW(arena, struct arena, sites.threads)};
    return whole;
}

sim_time whole_due(const struct whole *whole)
{
    if (whole == NULL)
        return SIM_NEVER;
    const struct ledger_settings *settings = whole->settings;
    sim_time next = (whole->sampled + 1) * settings->sample_every;
    return next < settings->ends ? next : settings->ends;
}

static double whole_take(const struct measure_row *row, const struct state_view *view,
                         const struct course *course)
{
    return row->state != NULL ? row->state(view).value : row->course(course).value;
}

/* Rows of a chapter of the movement that are of this shape. */
static void write_rows(const struct whole *whole, const struct chapter *chapter,
                       const struct state_view *view, enum measure_shape shape)
{
    const bool of_all = shape == MEASURE_TIME || whole->settings->from == 0;
    const struct course *course = of_all ? &whole->course : &whole->measured;
    size_t first = outcome_find_measure(whole->outcome, &chapter->rows[0].measure);
    for (size_t i = 0; first != OUTCOME_ABSENT && i < chapter->row_count; i++)
        if (chapter->rows[i].measure.shape == shape)
            outcome_put(whole->outcome, first + i, 0, shape == MEASURE_TIME ? whole->sampled : 0,
                        whole_take(&chapter->rows[i], view, course));
}

static void write_all(const struct whole *whole, const struct state_view *view, enum measure_shape shape)
{
    const struct chapter_list *list = &whole->chapters;
    for (size_t i = 0; i < list->count; i++)
        if (chapter_is_whole(list->items[i]) && chapter_in(whole->settings->chapters, i))
            write_rows(whole, list->items[i], view, shape);
}

void whole_sample(struct whole *whole)
{
    sim_time now = whole_due(whole);
    const struct movement_state state = whole->describe(whole->frame, whole->sites, now, whole->arenas);
    const struct state_view seen =
        state_view_of(&state, state_terms_of(whole->sites.threads), &whole->arenas[0]);
    course_take(&whole->course, now, &seen);
    if (whole->settings->from > 0 && now >= whole->settings->from)
        course_take(&whole->measured, now, &seen);
    write_all(whole, &seen, MEASURE_TIME);
    if (now == whole->settings->ends)
        write_all(whole, &seen, MEASURE_RUN);
    whole->sampled++;
    for (uint32_t i = 0; i < whole->sites.threads; i++)
        arena_free(&whole->arenas[i]);
}

static bool groups_form(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

extern const struct chapter state_chapter;
const struct chapter state_chapter = {
    .needs = "working groups", .has = groups_form, .rows = state_measures, .row_count = STATE_MEASURES};
