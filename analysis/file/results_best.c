/* How often each design was run, and which of them is the best, where that was looked for. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/file/results_file.h"
#include "record/layout.h"

static enum status read_runs(struct results *results, struct trouble *trouble)
{
    double *numbers = NULL;
    size_t count = 0;
    size_t *runs = ARENA_NEW(&results->arena, size_t, results->designs.count);
    struct hdf_shape shape;
    results->runs = runs;
    for (size_t i = 0; i < results->designs.count; i++)
        runs[i] = results->replications;
    if (!hdf_shape(results->file->id, LAYOUT_DESIGN_RUNS, &shape))
        return STATUS_FINE;
    enum status status = results_numbers(results, LAYOUT_DESIGN_RUNS, MOST_NAMES, &numbers, &count, trouble);
    if (status != STATUS_FINE)
        return status;
    if (count != results->designs.count)
        return results_unfit(results, trouble, "`%s` does not have a number for each design",
                             LAYOUT_DESIGN_RUNS);
    for (size_t i = 0; i < count; i++) {
        if (!(numbers[i] >= 1 && numbers[i] <= (double)results->replications))
            return results_unfit(results, trouble,
                                 "`%s` says of design %zu that it has more runs than there are, or none",
                                 LAYOUT_DESIGN_RUNS, i);
        runs[i] = (size_t)numbers[i];
    }
    return STATUS_FINE;
}

static enum status read_standings(struct results *results, struct trouble *trouble)
{
    double *numbers = NULL;
    size_t count = 0;
    enum best_standing *standings = ARENA_NEW(&results->arena, enum best_standing, results->designs.count);
    enum status status = results_numbers(results, LAYOUT_DESIGN_STATE, MOST_NAMES, &numbers, &count, trouble);
    if (status != STATUS_FINE)
        return status;
    bool known = count == results->designs.count;
    for (size_t i = 0; i < count && known; i++) {
        known = numbers[i] >= STANDING_IN && numbers[i] <= STANDING_ABSENT;
        if (known)
            standings[i] = (enum best_standing)numbers[i];
    }
    results->best.standings = standings;
    if (!known)
        return results_unfit(results, trouble, "`%s` does not say of each design whether it may be the best",
                             LAYOUT_DESIGN_STATE);
    return STATUS_FINE;
}

/* An attribute that is a number; NaN where it is not there. */
static double number_of(struct results *results, const char *name)
{
    const char *text = results_attribute(results, "/", name);
    return *text == '\0' ? NAN : strtod(text, NULL);
}

enum status results_read_best(struct results *results, struct trouble *trouble)
{
    enum status status = read_runs(results, trouble);
    const char *leader = results_attribute(results, "/", LAYOUT_BEST_DESIGN);
    results->best = (struct results_best){
        .of = results_attribute(results, "/", LAYOUT_BEST_OF),
        .worth = number_of(results, LAYOUT_BEST_WORTH),
        .sure = number_of(results, LAYOUT_BEST_SURE),
        .most = number_of(results, LAYOUT_BEST_MOST),
        .delta = number_of(results, LAYOUT_BEST_DELTA),
        .decided = strcmp(results_attribute(results, "/", LAYOUT_BEST_DECIDED), "yes") == 0,
        .leader = *leader == '\0' ? NOT_FOUND : results_find_design(results, leader),
    };
    if (status != STATUS_FINE || *results->best.of == '\0')
        return status;
    status = read_standings(results, trouble);
    if (status == STATUS_FINE && *leader != '\0' && results->best.leader == NOT_FOUND)
        return results_unfit(results, trouble, "the best design `%s` is none of those in this results file",
                             leader);
    return status;
}
