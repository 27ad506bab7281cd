/* Small cases whose instructions are counted (counts.sh): `mm1`, customers of a single server; `demo`, one
 * run of the shipped comparison, cut to a few days; `needs`, some days of four camps with needs, gifts,
 * cards, a board and sparks. Prints how many events there were. `--brief` is all of them. `run SCENARIO
 * SETTING...` is the first run of any scenario (cities.sh); `letters SCENARIO SETTING...` says how many
 * letters its sites send to each other in a window.
 */
#include <stdio.h>
#include <string.h>

#include "base/require.h"
#include "bench/server.h"
#include "experiment/experiment.h"

enum { CUSTOMERS = 20000 };

static struct run_tally tally_of_run(const char *path, const char *const *settings, size_t count)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    const struct experiment_request request = {.path = path,
                                               .library = GROUNDSWELL_SOURCE "/scenarios",
                                               .overrides = settings,
                                               .override_count = count,
                                               .base_only = true};
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    require(experiment != NULL);
    struct outcome *outcome = outcome_new(&experiment_plan(experiment)->shape);
    struct run_tally tally;
    experiment_run(experiment, &(struct run_order){0}, NULL, outcome, &tally);
    outcome_free(outcome);
    arena_free(&arena);
    return tally;
}

static uint64_t count_run(const char *path, const char *const *settings, size_t count)
{
    return tally_of_run(path, settings, count).events;
}

static void print_letters(const char *path, const char *const *settings, size_t count)
{
    struct run_tally tally = tally_of_run(path, settings, count);
    double windows = tally.windows == 0 ? 1 : (double)tally.windows;
    printf("%llu windows, %.1f events and %.3g letters a window, %llu letters in the one with the most\n",
           (unsigned long long)tally.windows, (double)tally.events / windows, (double)tally.letters / windows,
           (unsigned long long)tally.most_letters);
}

static uint64_t count_demo(void)
{
    const char *const days[] = {"lasts=3 d"};
    return count_run(GROUNDSWELL_SOURCE "/scenarios/assembly-vs-open-space.yaml", days, 1);
}

static uint64_t count_needs(void)
{
    const char *const settings[] = {"lasts=3 d", "gifts={needs: 1 /week, gifts: 2 /week}",
                                    "cards={use: 50 %}", "board={use: 50 %}"};
    return count_run(GROUNDSWELL_SOURCE "/scenarios/weekly-spark.yaml", settings,
                     sizeof settings / sizeof settings[0]);
}

static uint64_t count_mm1(void)
{
    (void)server_run(CUSTOMERS);
    return 2 * CUSTOMERS;
}

int main(int argc, char **argv)
{
    const char *which = argc > 1 ? argv[1] : "--brief";
    bool all = strcmp(which, "--brief") == 0;
    if (all || strcmp(which, "mm1") == 0)
        printf("%llu\n", (unsigned long long)count_mm1());
    if (all || strcmp(which, "demo") == 0)
        printf("%llu\n", (unsigned long long)count_demo());
    if (all || strcmp(which, "needs") == 0)
        printf("%llu\n", (unsigned long long)count_needs());
    if (strcmp(which, "run") == 0 && argc > 2)
        printf("%llu\n",
               (unsigned long long)count_run(argv[2], (const char *const *)argv + 3, (size_t)argc - 3));
    if (strcmp(which, "letters") == 0 && argc > 2)
        print_letters(argv[2], (const char *const *)argv + 3, (size_t)argc - 3);
    return 0;
}
