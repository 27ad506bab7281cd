/* Many sites in windows: PHOLD, and towns where every event is one turn of a conversation. Each with one
 * thread and with two, in turns; histories must be the same. Beside PHOLD two runs of one thread each at the
 * same time, which share nothing but the machine. `--brief` does little of it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/phold.h"
#include "bench/table.h"
#include "bench/yardsticks.h"

enum { REPEATS = 7, THREADS = 2, MOST_CASES = 16 };

struct measured {
    char what[64];
    struct sample speed[THREADS], gain, given;
    double per_window, bytes, letters; /* a window */
    uint64_t most_letters;             /* in one window */
};

/* All cases, for the table of letters at the end. */
struct cases {
    struct measured of[MOST_CASES];
    size_t count;
};

static void note_pair(struct measured *measured, const struct phold_cost *one, const struct phold_cost *two)
{
    require(one->fold == two->fold && one->events == two->events);
    require(one->letters == two->letters && one->most_letters == two->most_letters);
    sample_add(&measured->speed[0], 1e3 / one->ns);
    sample_add(&measured->speed[1], 1e3 / two->ns);
    sample_add(&measured->gain, one->ns / two->ns);
    measured->per_window = two->per_window;
    measured->bytes = one->bytes;
    measured->letters = two->letters;
    measured->most_letters = two->most_letters;
}

/* --- PHOLD --- */

/* How many times one run's speed two of them have together that share nothing, each on one thread: what the
 * machine gives to two threads. */
static double given_to_two(const struct phold *phold, double one)
{
    double times = 0;
#pragma omp parallel num_threads(THREADS) reduction(+ : times)
    times += one / phold_run(phold).ns;
    return times;
}

static void measure_phold(struct phold phold, int repeats, struct measured *measured)
{
    snprintf(measured->what, sizeof measured->what, "%u x %u, %u %%", phold.sites, phold.start, phold.remote);
    for (int repeat = 0; repeat < repeats; repeat++) {
        struct phold_cost cost[THREADS];
        for (uint32_t t = 0; t < THREADS; t++) {
            phold.threads = t + 1;
            cost[t] = phold_run(&phold);
        }
        note_pair(measured, &cost[0], &cost[1]);
        phold.threads = 1;
        sample_add(&measured->given, given_to_two(&phold, cost[0].ns));
    }
}

static void print_measured(const struct measured *measured)
{
    char row[128], beside[96];
    snprintf(beside, sizeof beside, "%.0f events a window, %.0f bytes a site", measured->per_window,
             measured->bytes);
    snprintf(row, sizeof row, "%s, 1 thread", measured->what);
    table_row(row, "million/s", &measured->speed[0], beside);
    snprintf(row, sizeof row, "%s, 2 threads", measured->what);
    snprintf(beside, sizeof beside, "%.2f (%.2f to %.2f) times one thread", sample_median(&measured->gain),
             sample_least(&measured->gain), sample_most(&measured->gain));
    size_t length = strlen(beside);
    if (measured->given.count > 0)
        snprintf(beside + length, sizeof beside - length, "; two runs at once %.2f",
                 sample_median(&measured->given));
    table_row(row, "million/s", &measured->speed[1], beside);
}

static void bench_phold(uint64_t events, int repeats, struct cases *cases)
{
    static const struct phold sizes[] = {{.sites = 1024, .start = 1},
                                         {.sites = 1024, .start = 16},
                                         {.sites = 65536, .start = 1},
                                         {.sites = 65536, .start = 16}};
    static const uint32_t shares[] = {10, 50, 100};
    table_begin("PHOLD: sites x events to begin with, percent of events that go to another site; lookahead "
                "0.1, mean 1",
                "events", "beside");
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        for (size_t r = 0; r < sizeof shares / sizeof shares[0]; r++) {
            struct phold phold = sizes[s];
            phold.remote = shares[r];
            phold.events = events;
            struct measured *measured = &cases->of[cases->count++];
            measure_phold(phold, repeats, measured);
            print_measured(measured);
        }
    }
}

/* --- towns --- */

enum { TOWNS = 1000, PEOPLE = 1000, LISTENERS = 30, DRAW_TURN = 1, DRAW_EARS, VISIT_EVERY = 10, FLOATS = 3 };

struct town {
    _Alignas(64) uint64_t turns, heard;
    float *opinion, *energy, *tension;
};

/* One turn: thirty neighbours in the arrays listen, then the next turn; now and then one somewhere else. */
static void on_turn(struct site *site, const struct event *event)
{
    struct town *town = site_state(site);
    uint32_t turn = (uint32_t)town->turns++;
    struct draw draw = draw_for(site_luck(site), DRAW_TURN, site_index(site), turn);
    uint32_t first = draw_below(&draw, PEOPLE - LISTENERS);
    float ears[LISTENERS], said = (float)draw_uniform(&draw);
    draw_lanes(site_luck(site), DRAW_EARS, site_index(site), turn, ears, LISTENERS);
    float *opinion = town->opinion + first, *energy = town->energy + first, *tension = town->tension + first;
    for (int i = 0; i < LISTENERS; i++) {
        float hears = ears[i] < energy[i] ? 1.0F : 0.0F, apart = said - opinion[i];
        opinion[i] += 0.1F * hears * apart;
        tension[i] += 0.05F * (apart * apart - tension[i]);
        energy[i] *= 0.999F;
    }
    town->heard += LISTENERS;
    sim_time after = 1 + (sim_time)draw_exponential(&draw, (double)SIM_MINUTE);
    if (turn % VISIT_EVERY == 0)
        site_send(site, (site_index(site) + 1 + draw_below(&draw, TOWNS - 1)) % TOWNS,
                  event->time + SIM_HOUR + after, 1, NULL, 0);
    site_schedule(site, event->time + after, 0, NULL, 0);
}

static void on_visit(struct site *site, const struct event *event)
{
    struct town *town = site_state(site);
    town->heard += (uint64_t)event->time % 2;
}

static double towns_fold(const struct town *towns)
{
    double fold = 0;
    for (uint32_t i = 0; i < TOWNS; i++) {
        for (uint32_t p = 0; p < PEOPLE; p++)
            fold = fold * 0.999 + (double)towns[i].opinion[p] + (double)towns[i].tension[p];
    }
    return fold;
}

static struct phold_cost towns_run(uint32_t threads, int64_t hours)
{
    static handler *const handlers[] = {on_turn, on_visit};
    const struct model model = {handlers, 2};
    const struct run_plan plan = {.model = &model,
                                  .sites = TOWNS,
                                  .ends = hours * SIM_HOUR,
                                  .lookahead = SIM_HOUR,
                                  .seed = 1,
                                  .threads = threads};
    struct run *run = run_new(&plan);
    struct town *towns = aligned_alloc(_Alignof(struct town), TOWNS * sizeof *towns);
    require(towns != NULL);
    for (uint32_t i = 0; i < TOWNS; i++) {
        float *floats = must_allocate((size_t)FLOATS * PEOPLE, sizeof *floats);
        towns[i] =
            (struct town){.opinion = floats, .energy = floats + PEOPLE, .tension = floats + 2 * PEOPLE};
        for (uint32_t p = 0; p < PEOPLE; p++)
            towns[i].energy[p] = 1;
        site_attach(run_site(run, i), &towns[i]);
        site_schedule(run_site(run, i), i, 0, NULL, 0);
    }
    run_until(run, SIM_HOUR);
    uint64_t before = run_events(run), windows = run_windows(run), letters = run_letters(run).all;
    double begun = clock_ns();
    run_until(run, SIM_NEVER);
    double spent = clock_ns() - begun;
    struct phold_cost cost = {.events = run_events(run) - before};
    cost.ns = spent / (double)cost.events;
    windows = run_windows(run) - windows;
    cost.per_window = (double)cost.events / (double)windows;
    cost.letters = (double)(run_letters(run).all - letters) / (double)windows;
    cost.most_letters = run_letters(run).most;
    cost.bytes = (double)run_bytes(run) / TOWNS;
    double fold = towns_fold(towns);
    memcpy(&cost.fold, &fold, sizeof fold);
    for (uint32_t i = 0; i < TOWNS; i++)
        free(towns[i].opinion);
    free(towns);
    run_free(run);
    return cost;
}

static void bench_towns(int64_t hours, int repeats, struct measured *measured)
{
    snprintf(measured->what, sizeof measured->what, "%d towns", TOWNS);
    for (int repeat = 0; repeat < repeats; repeat++) {
        struct phold_cost one = towns_run(1, hours), two = towns_run(2, hours);
        note_pair(measured, &one, &two);
    }
    table_begin("1000 sites of 1000 people, 30 listeners a turn, windows of an hour", "turns", "beside");
    print_measured(measured);
    struct sample copy = {0};
    for (int repeat = 0; repeat < repeats; repeat++)
        sample_add(&copy, yardstick_copy(1 << 24, 4));
    table_row("yardstick: copying a byte of a long array", "ns", &copy, "");
}

/* --- letters --- */

static void print_letters(const struct cases *cases)
{
    printf("\nLetters, which are what sites send to each other: the same with any number of threads\n\n"
           "| %-24s | events a window | letters a window | the most in one window |\n"
           "|:-------------------------|----------------:|-----------------:|-----------------------:|\n",
           "sites");
    for (size_t i = 0; i < cases->count; i++) {
        const struct measured *measured = &cases->of[i];
        printf("| %-24s | %15.0f | %16.1f | %22llu |\n", measured->what, measured->per_window,
               measured->letters, (unsigned long long)measured->most_letters);
    }
}

int main(int argc, char **argv)
{
    bool brief = argc > 1 && strcmp(argv[1], "--brief") == 0;
    static struct cases cases;
    bench_phold(brief ? 20000 : 1500000, brief ? 1 : REPEATS, &cases);
    bench_towns(brief ? 3 : 12, brief ? 1 : REPEATS, &cases.of[cases.count++]);
    print_letters(&cases);
    return 0;
}
