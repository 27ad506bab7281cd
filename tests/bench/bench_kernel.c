/* What the kernel and its draws cost, beside yardsticks of the same machine. `--brief` does a hundredth of
 * the work, to see that all of it still runs and comes out right; no number of seconds is ever a failure.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/server.h"
#include "bench/table.h"
#include "bench/yardsticks.h"
#include "kernel/run.h"

enum { REPEATS = 7, BRIEF = 100, LEAST_WORK = 1000 };

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
    double begun = processor_ns();
    for (uint64_t i = 0; i < holds; i++) {
        require(queue_pop(queue, &event));
        require(event.time >= before);
        before = event.time;
        sim_time next = event.time + (sim_time)draw_exponential(&draw, mean);
        queue_push(queue, next, order++, 0, event.payload, EVENT_PAYLOAD);
    }
    double spent = processor_ns() - begun;
    require(queue_length(queue) == size);
    queue_free(queue);
    return spent / (double)holds;
}

/* Draws: of one stream, and the first of a key of its own. */
static double streamed(double (*one)(struct draw *), uint64_t draws)
{
    struct luck luck = luck_of(1, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    double sum = 0, begun = processor_ns();
    for (uint64_t i = 0; i < draws; i++)
        sum += one(&draw);
    double spent = processor_ns() - begun;
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
    double sum = 0, begun = processor_ns();
    for (uint64_t i = 0; i < draws; i++) {
        struct draw draw = draw_for(&luck, 1, (uint32_t)i, 2);
        sum += draw_uniform(&draw);
    }
    double spent = processor_ns() - begun;
    require(sum > 0 && sum < (double)draws);
    return spent / (double)draws;
}

static double lanes(uint64_t size, uint64_t draws)
{
    struct luck luck = luck_of(1, 0);
    float *lane = must_allocate(size, sizeof *lane);
    uint64_t turns = draws / size + 1;
    double sum = 0, begun = processor_ns();
    for (uint64_t turn = 0; turn < turns; turn++) {
        draw_lanes(&luck, 1, 2, (uint32_t)turn, lane, (uint32_t)size);
        sum += (double)lane[turn % size];
    }
    double spent = processor_ns() - begun;
    require(sum > 0 && sum < (double)turns);
    free(lane);
    return spent / (double)(turns * size);
}

static double server_cost(uint64_t size, uint64_t customers)
{
    (void)size;
    return server_run(customers);
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
    double (*yardstick)(uint64_t size, uint64_t work); /* of the same size and work; or NULL */
    const char *beside;
};

// clang-format off
static const struct measurement measurements[] = {
    {"hold, 100 events",                      hold,             100,     2000000,  yardstick_binary_heap, "a binary heap of doubles"},
    {"hold, 10 000 events",                   hold,             10000,   2000000,  yardstick_binary_heap, "a binary heap of doubles"},
    {"hold, 1 000 000 events",                hold,             1000000, 1000000,  yardstick_binary_heap, "a binary heap of doubles"},
    {"M/M/1, a customer (two events)",        server_cost,            1,       2000000,  NULL,                  ""},
    {"uniform, from a stream",                uniforms,         1,       5000000,  mersenne_twister,      "a Mersenne twister"},
    {"uniform, of its own key",               keyed_uniforms,   1,       5000000,  mersenne_twister,      "a Mersenne twister"},
    {"exponential",                           exponentials,     1,       5000000,  mersenne_twister,      "a Mersenne twister"},
    {"normal",                                normals,          1,       5000000,  mersenne_twister,      "a Mersenne twister"},
    {"gamma",                                 gammas,           1,       2000000,  mersenne_twister,      "a Mersenne twister"},
    {"a lane of 6",                           lanes,            6,       5000000,  mersenne_twister,      "a Mersenne twister"},
    {"a lane of 30",                          lanes,            30,      5000000,  mersenne_twister,      "a Mersenne twister"},
    {"a lane of 300",                         lanes,            300,     20000000, mersenne_twister,      "a Mersenne twister"},
    {"yardstick: binary heap of 100 doubles",       yardstick_binary_heap, 100,     2000000, NULL, ""},
    {"yardstick: binary heap of 10 000 doubles",    yardstick_binary_heap, 10000,   2000000, NULL, ""},
    {"yardstick: binary heap of 1 000 000 doubles", yardstick_binary_heap, 1000000, 1000000, NULL, ""},
    {"yardstick: uniform of a Mersenne twister",    mersenne_twister,      1,       5000000, NULL, ""},
    {"yardstick: copying a byte",                   yardstick_copy,        1 << 26, 4,       NULL, ""},
};
// clang-format on

/* Measured in turns, so that a moment in which the machine is slow is one for both. */
static void measure(const struct measurement *m, bool brief)
{
    uint64_t work = brief ? m->work / BRIEF : m->work;
    if (work < LEAST_WORK)
        work = m->work < LEAST_WORK ? m->work : LEAST_WORK;
    struct sample costs = {0}, ratios = {0};
    for (int repeat = 0; repeat < (brief ? 1 : REPEATS); repeat++) {
        double cost = m->measure(m->size, work);
        sample_add(&costs, cost);
        if (m->yardstick != NULL)
            sample_add(&ratios, cost / m->yardstick(m->size, work));
    }
    char beside[64] = "";
    if (m->yardstick != NULL)
        snprintf(beside, sizeof beside, "%.2f times %s", sample_median(&ratios), m->beside);
    table_row(m->name, "ns", &costs, beside);
}

int main(int count, char **arguments)
{
    bool brief = count > 1 && strcmp(arguments[1], "--brief") == 0;
    table_begin("The kernel and its draws, one thread", "one", "beside");
    for (size_t i = 0; i < sizeof measurements / sizeof measurements[0]; i++)
        measure(&measurements[i], brief);
    return 0;
}
