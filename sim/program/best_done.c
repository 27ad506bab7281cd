#include "program/best_done.h"

#include <stdlib.h>

#include "analysis/words/best_text.h"
#include "analysis/words/json.h"
#include "base/require.h"

void best_done_replications(struct text *out, const struct record_plan *plan)
{
    uint32_t least = plan_made(plan, 0);
    for (size_t i = 0; i < plan->design_count; i++)
        least = plan_made_of(plan, 0, i) < least ? plan_made_of(plan, 0, i) : least;
    if (least < plan_made(plan, 0))
        text_print(out, "%u to ", least);
    text_print(out, "%u", plan_made(plan, 0));
}

/* As a file that was just read would say it. */
struct standing {
    struct results_best best;
    enum best_standing *standings;
    size_t *runs;
};

static struct standing standing_of(const struct record_plan *plan)
{
    const struct record_best *own = plan->best;
    struct standing standing = {.standings = must_allocate(plan->design_count, sizeof *standing.standings),
                                .runs = must_allocate(plan->design_count, sizeof *standing.runs)};
    for (size_t i = 0; i < plan->design_count; i++) {
        standing.standings[i] = (enum best_standing)own->states[i];
        standing.runs[i] = own->made[i];
    }
    standing.best = (struct results_best){
        .of = own->of,
        .worth = own->worth,
        .sure = own->sure,
        .most = own->most,
        .delta = own->delta,
        .decided = own->decided,
        .leader = own->leader < plan->design_count ? own->leader : NOT_FOUND,
        .standings = standing.standings,
    };
    return standing;
}

static void standing_free(struct standing *standing)
{
    free(standing->standings);
    free(standing->runs);
}

void best_done_line(struct text *out, const struct record_plan *plan)
{
    if (plan->best == NULL)
        return;
    struct standing standing = standing_of(plan);
    say_best(out, &(struct best_found){&standing.best, plan->designs, standing.runs, plan->design_count});
    text_say(out, "\n");
    standing_free(&standing);
}

json_t *best_done_json(const struct record_plan *plan)
{
    if (plan->best == NULL)
        return NULL;
    struct standing standing = standing_of(plan);
    json_t *json =
        json_best(&(struct best_found){&standing.best, plan->designs, standing.runs, plan->design_count});
    standing_free(&standing);
    return json;
}
