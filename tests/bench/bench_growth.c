/* How cost grows with the number of sites, of people in a site, and of days: time and memory of one run, and
 * the slope on logarithmic axes (1: twice as much costs twice as much). `--brief` takes the small end only.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"
#include "bench/yardsticks.h"
#include "experiment/experiment.h"

enum { POINTS = 5, REPEATS = 3 };

struct size {
    int sites, people, days;
};

struct cost {
    double seconds, bytes, events, hearings;
};

static struct cost cost_of(struct size size, const char *hold)
{
    struct text scenario = {0};
    text_print(&scenario,
               "title: growth\nlasts: %d d\nreplications: 1\n"
               "sites: [{name: camp, people: %d, count: %d}]\n"
               "proposals: {per_day: 2 /d, facets: 12}\n"
               "limits: {memory: 64 GB}\n"
               "calendar: [%s]\n",
               size.days, size.people, size.sites, hold);
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct experiment_request request = {.path = "growth.yaml",
                                         .text = scenario.bytes,
                                         .length = scenario.length,
                                         .library = GROUNDSWELL_SOURCE "/scenarios"};
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    if (experiment == NULL)
        fprintf(stderr, "%s\n", trouble.complaints[0].sentence);
    require(experiment != NULL);
    struct outcome *outcome = outcome_new(&experiment_plan(experiment)->shape);
    struct run_tally tally;
    double seconds[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
        outcome_clear(outcome);
        double begun = clock_ns();
        experiment_run(experiment, 0, NULL, outcome, &tally);
        seconds[i] = (clock_ns() - begun) / 1e9;
    }
    double least = fmin(seconds[0], fmin(seconds[1], seconds[2]));
    outcome_free(outcome);
    trouble_free(&trouble);
    arena_free(&arena);
    text_free(&scenario);
    return (struct cost){least, (double)tally.bytes, (double)tally.events, (double)tally.hearings};
}

/* Least squares through the logarithms. */
static double slope(const double *sizes, const double *costs, int count)
{
    double x = 0, y = 0, xx = 0, xy = 0;
    for (int i = 0; i < count; i++) {
        double lx = log(sizes[i]), ly = log(costs[i]);
        x += lx, y += ly, xx += lx * lx, xy += lx * ly;
    }
    return (count * xy - x * y) / (count * xx - x * x);
}

static void grow(const char *what, const struct size *sizes, const double *along, int count, const char *hold)
{
    double seconds[POINTS], bytes[POINTS];
    for (int i = 0; i < count; i++) {
        struct cost cost = cost_of(sizes[i], hold);
        seconds[i] = cost.seconds;
        bytes[i] = cost.bytes;
        printf("| %s | %d | %d | %d | %.4g | %.4g | %.4g | %.4g |\n", what, sizes[i].sites, sizes[i].people,
               sizes[i].days, 1e3 * cost.seconds, cost.bytes / 1e6,
               cost.bytes / ((double)sizes[i].sites * sizes[i].people), cost.events / cost.seconds / 1e6);
        fflush(stdout);
    }
    printf("| **slope** | | | | **%.2f** | **%.2f** | | |\n", slope(along, seconds, count),
           slope(along, bytes, count));
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name, *hold;
    } designs[] = {
        {"assembly", "{every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}"},
        {"Open Space", "{every: 1 d, at: \"10:00\", hold: open-space, for: 6 h}"},
    };
    static const double sites[POINTS] = {10, 30, 100, 300, 1000},
                        people[POINTS] = {100, 300, 1000, 3000, 10000}, days[POINTS] = {1, 3, 10, 30, 90};
    int count = argc > 1 && strcmp(argv[1], "--brief") == 0 ? 2 : POINTS;
    printf("| | sites | people | days | ms | MB | bytes a person | million events/s "
           "|\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (size_t design = 0; design < sizeof designs / sizeof designs[0]; design++) {
        struct size by_sites[POINTS], by_people[POINTS], by_days[POINTS];
        for (int i = 0; i < POINTS; i++) {
            by_sites[i] = (struct size){(int)sites[i], 100, 3};
            by_people[i] = (struct size){1, (int)people[i], 3};
            by_days[i] = (struct size){10, 100, (int)days[i]};
        }
        char what[64];
        snprintf(what, sizeof what, "%s, sites", designs[design].name);
        grow(what, by_sites, sites, count, designs[design].hold);
        snprintf(what, sizeof what, "%s, people", designs[design].name);
        grow(what, by_people, people, count, designs[design].hold);
        snprintf(what, sizeof what, "%s, days", designs[design].name);
        grow(what, by_days, days, count, designs[design].hold);
    }
    return 0;
}
