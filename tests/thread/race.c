/* Two sites whose handlers count: each for itself, or, as no handler may, both on one counter.
 * ThreadSanitizer must see the second and have nothing to say of the first; else its silence about the kernel
 * would mean nothing.
 */
#include <stdio.h>
#include <string.h>

#include "kernel/run.h"

enum { SITES = 160, EVENTS = 100 };

static void on_count(struct site *site, const struct event *event)
{
    uint64_t *counter = site_state(site);
    ++*counter;
    if (event->time < EVENTS * SIM_HOUR)
        site_schedule(site, event->time + SIM_HOUR, 0, NULL, 0);
}

int main(int argc, char **argv)
{
    bool shared = argc > 1 && strcmp(argv[1], "shared") == 0;
    handler *const handlers[] = {on_count};
    const struct model model = {handlers, 1};
    const struct run_plan plan = {.model = &model,
                                  .sites = SITES,
                                  .ends = SIM_NEVER,
                                  .lookahead = SIM_HOUR,
                                  .threads = 2,
                                  .spread = SPREAD_ALWAYS};
    struct run *run = run_new(&plan);
    uint64_t counters[SITES] = {0};
    for (uint32_t i = 0; i < SITES; i++) {
        site_attach(run_site(run, i), &counters[shared ? 0 : i]);
        site_schedule(run_site(run, i), 0, 0, NULL, 0);
    }
    run_until(run, SIM_NEVER);
    uint64_t events = run_events(run);
    run_free(run);
    printf("%llu events\n", (unsigned long long)events);
    return 0;
}
