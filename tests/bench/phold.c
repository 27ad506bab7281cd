#include "bench/phold.h"

#include <stdlib.h>

#include "bench/yardsticks.h"

enum { DRAW_STEP = 1, PERCENT = 100 };

#define LOOKAHEAD (SIM_HOUR / 10)
#define MEAN      SIM_HOUR

/* Of one site; a line of its own, as it would be in a model. */
struct wanderers {
    _Alignas(64) uint64_t seen, fold;
    uint32_t remote, sites;
};

static void on_step(struct site *site, const struct event *event)
{
    struct wanderers *here = site_state(site);
    struct draw draw = draw_for(site_luck(site), DRAW_STEP, site_index(site), (uint32_t)here->seen++);
    here->fold = here->fold * 31 + (uint64_t)event->time;
    bool remote = draw_below(&draw, PERCENT) < here->remote;
    uint32_t step = draw_below(&draw, here->sites - 1);
    sim_time at = event->time + LOOKAHEAD + (sim_time)draw_exponential(&draw, (double)(MEAN - LOOKAHEAD));
    uint32_t to = site_index(site) + 1 + step;
    if (remote)
        site_send(site, to < here->sites ? to : to - here->sites, at, 0, NULL, 0);
    else
        site_schedule(site, at, 0, NULL, 0);
}

struct phold_cost phold_run(const struct phold *phold)
{
    static handler *const handlers[] = {on_step};
    const struct model model = {handlers, 1};
    double hours = (double)phold->events / ((double)phold->sites * phold->start);
    const struct run_plan plan = {.model = &model,
                                  .sites = phold->sites,
                                  .ends = (sim_time)(hours * (double)MEAN) + LOOKAHEAD,
                                  .lookahead = LOOKAHEAD,
                                  .seed = 1,
                                  .threads = phold->threads};
    struct run *run = run_new(&plan);
    struct wanderers *all = aligned_alloc(_Alignof(struct wanderers), phold->sites * sizeof *all);
    require(all != NULL);
    for (uint32_t i = 0; i < phold->sites; i++) {
        all[i] = (struct wanderers){.remote = phold->remote, .sites = phold->sites};
        struct site *site = run_site(run, i);
        site_attach(site, &all[i]);
        struct draw draw = draw_for(site_luck(site), 0, i, 0);
        for (uint32_t k = 0; k < phold->start; k++)
            site_schedule(site, (sim_time)draw_exponential(&draw, (double)MEAN), 0, NULL, 0);
    }
    run_until(run, LOOKAHEAD); /* memory is taken, threads have begun */
    uint64_t before = run_events(run), windows = run_windows(run), letters = run_letters(run).all;
    double begun = clock_ns(), busy = processor_ns();
    run_until(run, SIM_NEVER);
    double spent = clock_ns() - begun;
    busy = processor_ns() - busy;
    struct phold_cost cost = {.events = run_events(run) - before};
    cost.ns = spent / (double)cost.events;
    cost.cpu = busy / (double)cost.events;
    windows = run_windows(run) - windows;
    cost.per_window = (double)cost.events / (double)windows;
    cost.letters = (double)(run_letters(run).all - letters) / (double)windows;
    cost.most_letters = run_letters(run).most;
    cost.bytes = (double)run_bytes(run) / phold->sites;
    for (uint32_t i = 0; i < phold->sites; i++)
        cost.fold = cost.fold * 31 + all[i].fold;
    free(all);
    run_free(run);
    return cost;
}
