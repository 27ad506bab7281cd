#include "experiment/precision.h"

#include <math.h>

#include "experiment/run_values.h"
#include "random/student.h"

/* --- the rule --- */

void precision_add(struct precision_mean *mean, double value)
{
    double step = value - mean->mean;
    mean->mean += step / ++mean->count;
    mean->squares += step * (value - mean->mean);
}

double precision_half(const struct precision_mean *mean)
{
    if (mean->count < 2)
        return INFINITY;
    return student_range(mean->count - 1) * sqrt(mean->squares / (mean->count - 1) / mean->count);
}

double precision_share(const struct precision_mean *mean)
{
    if (mean->count < PRECISION_FEWEST)
        return INFINITY;
    double half = precision_half(mean);
    return half > 0 ? half / fabs(mean->mean) : 0;
}

uint32_t precision_next(uint32_t runs, uint32_t most)
{
    uint64_t next = (3 * (uint64_t)runs + 1) / 2;
    return next < most ? (uint32_t)next : most;
}

/* --- what the scenario wishes --- */

struct record_precision *precision_find(const struct experiment *experiment, struct trouble *trouble)
{
    struct node *map = node_at(experiment->whole, "precision");
    if (map == NULL || node_is_empty(map) || experiment_lays_aside(experiment, map, "precision"))
        return NULL;
    const struct scenario *scenario = experiment->settings[0];
    const struct precision_settings *settings = &scenario->compared.precision;
    const int64_t wished = scenario->runs.replications;
    const int64_t first = wished < PRECISION_FEWEST ? PRECISION_FEWEST : wished;
    if (settings->most < first) {
        const struct node *most = node_at(map, "most");
        node_trouble(trouble, most == NULL ? map : most,
                     "the first look is at %lld runs of each design, which are more than %lld, the most that "
                     "`precision` allows",
                     (long long)first, (long long)settings->most);
        return NULL;
    }
    struct record_precision *precision = ARENA_NEW(experiment->arena, struct record_precision, 1);
    *precision = (struct record_precision){
        .of = settings->of == NULL || *settings->of == '\0' ? scenario->words.headline : settings->of,
        .within = settings->within,
        .reached = NAN,
        .first = (uint32_t)first,
        .most = (uint32_t)settings->most,
        .made = (uint32_t)first,
    };
    return precision;
}

/* --- what has come out --- */

/* The largest share over the designs that have values at all; NaN where none has. */
static double share_reached(const struct experiment *experiment, const struct record *record, size_t measure)
{
    double reached = NAN;
    for (uint32_t design = 0; design < experiment->design_count && measure != OUTCOME_ABSENT; design++) {
        struct precision_mean mean = {0};
        for (uint32_t i = 0; i < experiment->precision->made; i++) {
            double value = run_value(experiment, record, measure, &(struct run_order){0, i, design});
            if (!isnan(value))
                precision_add(&mean, value);
        }
        if (mean.count > 0)
            reached = fmax(reached, precision_share(&mean));
    }
    return reached;
}

bool precision_wants_more(const struct experiment *experiment, const struct record *record)
{
    struct record_precision *precision = experiment->precision;
    precision->reached = share_reached(experiment, record, run_measure(experiment, precision->of));
    return precision->made < precision->most && precision->reached > precision->within;
}
