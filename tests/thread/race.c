/* Sites whose handlers count: each for itself, or, as no handler may, all on one counter.
 * ThreadSanitizer must see the second and have nothing to say of the first; else its silence about the kernel
 * would mean nothing. The first event of each thread waits until the other thread has begun one, so that both
 * count at the same time: on a busy machine one thread might do all the work before the other wakes.
 */
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "kernel/run.h"

enum { SITES = 160, EVENTS = 100 };

static atomic_int threads_here;
static _Thread_local bool i_am_here;

/* Relaxed, for whatever orders the two threads hides the race from the sanitizer. */
static void wait_for_the_other(void)
{
    if (i_am_here)
        return;
    i_am_here = true;
    atomic_fetch_add_explicit(&threads_here, 1, memory_order_relaxed);
    while (atomic_load_explicit(&threads_here, memory_order_relaxed) < 2)
        sched_yield();
}

static void on_count(struct site *site, const struct event *event)
{
    wait_for_the_other();
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
