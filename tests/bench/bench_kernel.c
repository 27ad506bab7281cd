/* What the kernel and its draws cost, beside yardsticks of the same machine. `--brief` does a hundredth of
 * the work, to see that all of it still runs and comes out right; no number of seconds is ever a failure.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/yardsticks.h"
#include "kernel/run.h"

enum { REPEATS = 5, BRIEF = 100, LEAST_WORK = 1000 };

/* Hold: take the earliest out, put one in after an exponential time. Draw and payload included. */
static double hold(uint64_t size, uint64_t holds)
{
    struct queue *queue = queue_new();
    struct luck luck = luck_of(1, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    const double mean = (double)SIM_HOUR;
    uint64_t order = 0;
    struct event event;
    for (uint64_t i = 0; i < size; i++) {
        queue_push(queue, (sim_time)draw_exponential(&draw, mean), order++, 0, NULL, 0);
    }
    sim_time before = 0;
    double begun = clock_ns();
    for (uint64_t i = 0; i < holds; i++) {
        require(queue_pop(queue, &event));
        require(event.time >= before);
        before = event.time;
        sim_time next = event.time + (sim_time)draw_exponential(&draw, mean);
        queue_push(queue, next, order++, 0, event.payload, EVENT_PAYLOAD);
    }
    double spent = clock_ns() - begun;
    require(queue_length(queue) == size);
    queue_free(queue);
    return spent / (double)holds;
}

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

static double server(uint64_t size, uint64_t customers)
{
    (void)size;
    static handler *const handlers[KINDS] = {[ARRIVE] = on_arrive, [LEAVE] = on_leave};
    const struct model model = {handlers, KINDS};
    const struct run_plan plan = {.model = &model, .sites = 1, .ends = SIM_NEVER, .seed = 1};
    struct run *run = run_new(&plan);
    struct office *office = must_allocate(1, sizeof *office);
    office->customers = (uint32_t)customers;
    site_attach(run_site(run, 0), office);
    site_schedule(run_site(run, 0), 0, ARRIVE, NULL, 0);
    double begun = clock_ns();
    run_until(run, SIM_NEVER);
    double spent = clock_ns() - begun;
    require(office->left == customers && run_events(run) == 2 * customers);
    require(office->stays == office->presence); /* Little's law */
    free(office);
    run_free(run);
    return spent / (double)customers;
}

/* Draws: of one stream, and the first of a key of its own. */
static double streamed(double (*one)(struct draw *), uint64_t draws)
{
    struct luck luck = luck_of(1, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    double sum = 0, begun = clock_ns();
    for (uint64_t i = 0; i < draws; i++)
        sum += one(&draw);
    double spent = clock_ns() - begun;
    require(fabs(sum) < 100 * (double)draws);
    return spent / (double)draws;
}

static double one_exponential(struct draw *draw)
{
    return draw_exponential(draw, 1);
}

static double one_gamma(struct draw *draw)
{
    const double cv = 0.7; /* of a speaking turn */
    return draw_gamma(draw, 1, cv);
}

static double uniforms(uint64_t size, uint64_t draws)
{
    (void)size;
    return streamed(draw_uniform, draws);
}

static double exponentials(uint64_t size, uint64_t draws)
{
    (void)size;
    return streamed(one_exponential, draws);
}

static double normals(uint64_t size, uint64_t draws)
{
    (void)size;
    return streamed(draw_normal, draws);
}

static double gammas(uint64_t size, uint64_t draws)
{
    (void)size;
    return streamed(one_gamma, draws);
}

static double keyed_uniforms(uint64_t size, uint64_t draws)
{
    (void)size;
    struct luck luck = luck_of(1, 0);
    double sum = 0, begun = clock_ns();
    for (uint64_t i = 0; i < draws; i++) {
        struct draw draw = draw_for(&luck, 1, (uint32_t)i, 2);
        sum += draw_uniform(&draw);
    }
    double spent = clock_ns() - begun;
    require(sum > 0 && sum < (double)draws);
    return spent / (double)draws;
}

static double lanes(uint64_t size, uint64_t draws)
{
    struct luck luck = luck_of(1, 0);
    float *lane = must_allocate(size, sizeof *lane);
    uint64_t turns = draws / size + 1;
    double sum = 0, begun = clock_ns();
    for (uint64_t turn = 0; turn < turns; turn++) {
        draw_lanes(&luck, 1, 2, (uint32_t)turn, lane, (uint32_t)size);
        sum += (double)lane[turn % size];
    }
    double spent = clock_ns() - begun;
    require(sum > 0 && sum < (double)turns);
    free(lane);
    return spent / (double)(turns * size);
}

static double mersenne_twister(uint64_t size, uint64_t draws)
{
    (void)size;
    return yardstick_mersenne_twister(draws);
}

struct measurement {
    const char *name;
    double (*measure)(uint64_t size, uint64_t work); /* ns for one */
    uint64_t size, work;
};

// clang-format off
static const struct measurement measurements[] = {
    {"hold, 100 events",               hold,                  100,      2000000},
    {"hold, 10 000 events",            hold,                  10000,    2000000},
    {"hold, 1 000 000 events",         hold,                  1000000,  2000000},
    {"  binary heap of 100 doubles",       yardstick_binary_heap, 100,      2000000},
    {"  binary heap of 10 000 doubles",    yardstick_binary_heap, 10000,    2000000},
    {"  binary heap of 1 000 000 doubles", yardstick_binary_heap, 1000000,  2000000},
    {"M/M/1, a customer",              server,                1,        2000000},
    {"uniform, from a stream",         uniforms,              1,        5000000},
    {"uniform, of its own key",        keyed_uniforms,        1,        5000000},
    {"exponential",                    exponentials,          1,        5000000},
    {"normal",                         normals,               1,        5000000},
    {"gamma",                          gammas,                1,        2000000},
    {"a lane of 6",                    lanes,                 6,        5000000},
    {"a lane of 30",                   lanes,                 30,       5000000},
    {"a lane of 300",                  lanes,                 300,      20000000},
    {"  uniform of a Mersenne twister",    mersenne_twister,      1,        5000000},
    {"  copying a byte",                   yardstick_copy,        1 << 26,  8},
};
// clang-format on

int main(int count, char **arguments)
{
    bool brief = count > 1 && strcmp(arguments[1], "--brief") == 0;
    printf("%-38s %12s\n", "one ...", "ns, best");
    for (size_t i = 0; i < sizeof measurements / sizeof measurements[0]; i++) {
        const struct measurement *m = &measurements[i];
        uint64_t work = brief ? m->work / BRIEF : m->work;
        if (work < LEAST_WORK)
            work = m->work < LEAST_WORK ? m->work : LEAST_WORK;
        double best = INFINITY;
        for (int repeat = 0; repeat < (brief ? 1 : REPEATS); repeat++)
            best = fmin(best, m->measure(m->size, work));
        printf("%-38s %12.3g\n", m->name, best);
    }
    return 0;
}
