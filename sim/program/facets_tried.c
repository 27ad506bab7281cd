#include "program/facets_tried.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "program/carry_out.h"

enum { MOST_FACETS_TRIED = 250, TRIES = 2, HOUR = 60, LONGEST_LINE = 32 };

/* The measure of how long a proposal is heard, in minutes; NaN where none was. */
static double minutes_of(struct experiment *experiment, const struct record_plan *plan, uint32_t replication)
{
    struct outcome *outcome = outcome_new(&plan->shape);
    const struct run_order order = {0, replication, 0};
    struct run_tally tally = {0};
    double minutes = NAN;
    if (experiment_run(experiment, &order, NULL, outcome, &tally))
        for (size_t i = 0; i < plan->shape.measure_count; i++)
            if (strcmp(plan->shape.measures[i]->name, "hearing_hours") == 0)
                minutes = outcome_at(outcome, i, 0, 0) * HOUR;
    outcome_free(outcome);
    return minutes;
}

/* How many minutes of today's sessions a proposal of so many facets takes in the model. */
static enum status try_facets(struct call *call, const struct facets_wanted *wanted, int facets,
                              double *minutes)
{
    struct arena arena = {0};
    struct text scenario = {0};
    struct experiment_request request;
    enum status status = request_of(call, "new scenario", &request);
    if (status != STATUS_FINE)
        return status;
    char line[LONGEST_LINE];
    snprintf(line, sizeof line, "  facets: %d\n", facets);
    wanted->write(wanted->asker, line, &scenario);
    request.text = scenario.bytes;
    request.length = scenario.length;
    request.base_only = true;
    request.inputs = NULL;
    struct experiment *experiment = experiment_load(&request, &arena, &call->trouble);
    status = experiment == NULL ? trouble_status(&call->trouble) : STATUS_FINE;
    if (status == STATUS_FINE) {
        const struct record_plan *plan = experiment_plan(experiment);
        double sum = 0;
        for (uint32_t i = 0; i < TRIES; i++)
            sum += minutes_of(experiment, plan, i);
        *minutes = sum / TRIES;
    }
    text_free(&scenario);
    arena_free(&arena);
    return status;
}

/* The number of facets that comes nearest: the more, the longer it takes. */
enum status facets_try(struct call *call, const struct facets_wanted *wanted, struct facets_tried *tried)
{
    int low = 1, high = MOST_FACETS_TRIED;
    double at_low = NAN;
    enum status status = try_facets(call, wanted, low, &at_low);
    *tried = (struct facets_tried){low, at_low};
    while (status == STATUS_FINE && high - low > 1 && !(at_low >= wanted->minutes)) {
        int middle = low + (high - low) / 2;
        double found = NAN;
        status = try_facets(call, wanted, middle, &found);
        bool is_less = found < wanted->minutes;
        if (!isfinite(tried->minutes) ||
            fabs(found - wanted->minutes) < fabs(tried->minutes - wanted->minutes))
            *tried = (struct facets_tried){middle, found};
        low = is_less ? middle : low;
        high = is_less ? high : middle;
    }
    if (!isfinite(tried->minutes))
        tried->facets = USUAL_FACETS;
    return status;
}

const char *facets_doubt(const struct facets_wanted *wanted, const struct facets_tried *tried)
{
    bool is_far = fabs(tried->minutes - wanted->minutes) > wanted->minutes / 4;
    return !is_far                            ? ""
           : tried->minutes > wanted->minutes ? "; the model cannot do it faster"
                                              : "; the model cannot do it slower";
}
