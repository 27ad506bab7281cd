#include "bench/server.h"

#include <stdlib.h>

#include "bench/yardsticks.h"
#include "kernel/run.h"

/* A server of one and its line, as a model: two events and two keyed draws a customer. */
enum { ARRIVE, LEAVE, KINDS };
enum { DRAW_CUSTOMER = 1, LONGEST_LINE = 4096 };

#define LOAD 0.8

struct office {
    sim_time arrived[LONGEST_LINE];
    sim_time service[LONGEST_LINE];
    uint32_t came, left, customers;
    sim_time stays, presence, changed;
};

static void count_presence(struct site *site, struct office *office)
{
    office->presence += (site_now(site) - office->changed) * (office->came - office->left);
    office->changed = site_now(site);
}

static void serve_next(struct site *site, struct office *office)
{
    site_schedule(site, site_now(site) + office->service[office->left % LONGEST_LINE], LEAVE, NULL, 0);
}

static void on_arrive(struct site *site, const struct event *event)
{
    (void)event;
    struct office *office = site_state(site);
    count_presence(site, office);
    require(office->came - office->left < LONGEST_LINE);
    struct draw draw = draw_for(site_luck(site), DRAW_CUSTOMER, office->came, 0);
    office->arrived[office->came % LONGEST_LINE] = site_now(site);
    office->service[office->came % LONGEST_LINE] = (sim_time)draw_exponential(&draw, (double)SIM_HOUR);
    office->came++;
    if (office->came - office->left == 1)
        serve_next(site, office);
    if (office->came < office->customers) {
        sim_time next = site_now(site) + (sim_time)draw_exponential(&draw, (double)SIM_HOUR / LOAD);
        site_schedule(site, next, ARRIVE, NULL, 0);
    }
}

static void on_leave(struct site *site, const struct event *event)
{
    (void)event;
    struct office *office = site_state(site);
    count_presence(site, office);
    office->stays += site_now(site) - office->arrived[office->left % LONGEST_LINE];
    office->left++;
    if (office->came > office->left)
        serve_next(site, office);
}

double server_run(uint64_t customers)
{
    static handler *const handlers[KINDS] = {[ARRIVE] = on_arrive, [LEAVE] = on_leave};
    const struct model model = {handlers, KINDS};
    const struct run_plan plan = {.model = &model, .sites = 1, .ends = SIM_NEVER, .seed = 1};
    struct run *run = run_new(&plan);
    struct office *office = must_allocate(1, sizeof *office);
    office->customers = (uint32_t)customers;
    site_attach(run_site(run, 0), office);
    site_schedule(run_site(run, 0), 0, ARRIVE, NULL, 0);
    double begun = processor_ns();
    run_until(run, SIM_NEVER);
    double spent = processor_ns() - begun;
    require(office->left == customers && run_events(run) == 2 * customers);
    require(office->stays == office->presence); /* Little's law */
    free(office);
    run_free(run);
    return spent / (double)customers;
}
