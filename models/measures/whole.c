#include "measures/whole.h"

struct whole {
    const struct ledger_settings *settings;
    describe_movement *describe;
    const struct movement_frame *frame;
    struct sites_view sites;
    struct outcome *outcome;
    struct course course;
    uint32_t sampled;
};

static bool is_kept(const struct whole *whole, const struct chapter *chapter)
{
    return chapter->whole != NULL && chapter->whole->count > 0 &&
           need_missing(chapter->needs, whole->settings->has) == NULL &&
           outcome_find_measure(whole->outcome, &chapter->whole->items[0].measure) != OUTCOME_ABSENT;
}

struct whole *whole_new(const struct ledger_settings *settings, describe_movement *describe,
                        const struct movement_frame *frame, struct sites_view sites, struct outcome *outcome,
                        struct arena *arena)
{
    if (describe == NULL || need_missing(STATE_NEEDS, settings->has) != NULL ||
        outcome_find_measure(outcome, &state_measures[0].measure) == OUTCOME_ABSENT)
        return NULL;
    struct whole *whole = ARENA_NEW(arena, struct whole, 1);
    *whole = (struct whole){.settings = settings,
                            .describe = describe,
                            .frame = frame,
                            .sites = sites,
                            .outcome = outcome,
                            .course = course_begin()};
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

static void write_state(const struct whole *whole, const struct state_view *view,
                        struct measured balkanization)
{
    size_t next = outcome_find_measure(whole->outcome, &state_measures[0].measure);
    for (size_t i = 0; i < state_measure_count; i++)
        outcome_put(whole->outcome, next++, 0, whole->sampled, state_measures[i].value(view).value);
    outcome_put(whole->outcome, next, 0, whole->sampled, balkanization.value);
}

static void write_course(const struct whole *whole)
{
    size_t first = outcome_find_measure(whole->outcome, &course_measures[0].measure);
    for (size_t i = 0; i < course_measure_count; i++)
        outcome_put(whole->outcome, first + i, 0, 0, course_measures[i].value(&whole->course).value);
}

/* Rows of the chapters that are of this shape. */
static void write_rows(const struct whole *whole, const struct movement_view *view, enum measure_shape shape)
{
    for (size_t i = 0; i < chapter_count; i++) {
        if (!is_kept(whole, chapters[i]))
            continue;
        const struct whole_rows *rows = chapters[i]->whole;
        size_t first = outcome_find_measure(whole->outcome, &rows->items[0].measure);
        for (size_t j = 0; j < rows->count; j++)
            if (rows->items[j].measure.shape == shape)
                outcome_put(whole->outcome, first + j, 0, shape == MEASURE_TIME ? whole->sampled : 0,
                            rows->items[j].value(view));
    }
}

void whole_sample(struct whole *whole)
{
    struct arena arena = {0};
    sim_time now = whole_due(whole);
    const struct movement_state state = whole->describe(whole->frame, whole->sites, now, &arena);
    const struct state_view seen = state_view_of(&state, &arena);
    const struct measured balkanization = course_take(&whole->course, now, &seen);
    const struct movement_view view = {whole->sites, now, &seen, &whole->course};
    write_state(whole, &seen, balkanization);
    write_rows(whole, &view, MEASURE_TIME);
    if (now == whole->settings->ends) {
        write_course(whole);
        write_rows(whole, &view, MEASURE_RUN);
    }
    whole->sampled++;
    arena_free(&arena);
}
