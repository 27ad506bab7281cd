/* What a run costs: a listener's update inside the loop, a replication of the demo, memory, and a second
 * thread.
 * `--brief` does little of it, to see that all still runs; no number of seconds is ever a failure.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "bench/table.h"
#include "bench/yardsticks.h"
#include "conversation/conversation_parts.h"
#include "conversation/hearing.h"
#include "conversation/rules.h"
#include "experiment/experiment.h"
#include "parts.h"

enum { REPEATS = 5, FACETS = 64, PLENARY = 300 };

/* --- one turn heard, again and again --- */

struct plenary {
    struct people_settings people;
    struct tension_settings tension;
    struct conversation_settings talk;
    struct opinion_settings opinions;
    struct conversation conversation;
    struct people crowd;
    struct manner manner;
    struct matter matter;
    struct circle circle;
    struct luck luck;
};

static float *filled(struct arena *arena, uint32_t count, float value)
{
    float *numbers = ARENA_NEW(arena, float, count);
    for (uint32_t i = 0; i < count; i++)
        numbers[i] = value;
    return numbers;
}

static void seat_all(struct plenary *plenary, uint32_t people, struct arena *arena)
{
    struct seats *seats = &plenary->circle.seats;
    uint32_t room = (people + SEATS_AT_ONCE - 1) / SEATS_AT_ONCE * SEATS_AT_ONCE;
    *seats = (struct seats){.count = people, .room = room};
    seats->person = ARENA_NEW(arena, uint32_t, people);
    for (uint32_t i = 0; i < people; i++)
        seats->person[i] = i;
    float **arrays[] = {&seats->wish.talk,    &seats->wish.bid,   &seats->body.energy, &seats->body.tension,
                        &seats->mind.leaning, &seats->mind.first, &seats->mind.known,  &seats->mind.agreed,
                        &seats->mind.opinion, &seats->wish.hand,  &seats->wish.spoken, &seats->wish.urge,
                        &seats->lane};
    for (size_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++)
        *arrays[i] = filled(arena, room, 0.5F);
    seats->mind.facets = ARENA_NEW(arena, uint32_t, 2 * (size_t)room);
    plenary->crowd.voice.propensity = filled(arena, people, 1.0F);
    plenary->crowd.voice.shyness = filled(arena, people, 0.1F);
}

/* All are rested and know nothing of the matter. */
static void begin_anew(struct seats *seats)
{
    for (uint32_t i = 0; i < seats->room; i++) {
        seats->body.energy[i] = 1.0F;
        seats->mind.known[i] = seats->mind.agreed[i] = 0.0F;
    }
    memset(seats->mind.facets, 0, 2 * seats->room * sizeof *seats->mind.facets);
}

/* ns for one listener to hear one turn that says `said` facets, 0 or 1: energy, tension, leaning, opinion,
 * what she learns, with its draw, and the bid for the next. */
static double hearing_cost(uint32_t people, uint32_t said, uint64_t updates)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct plenary *plenary = ARENA_NEW(&arena, struct plenary, 1);
    section_bind(&people_section, NULL, &plenary->people, &arena, &trouble);
    section_bind(&tension_section, NULL, &plenary->tension, &arena, &trouble);
    section_bind(&conversation_section, NULL, &plenary->talk, &arena, &trouble);
    section_bind(&opinion_section, NULL, &plenary->opinions, &arena, &trouble);
    require(trouble.count == 0);
    plenary->luck = luck_of(1, 1);
    plenary->crowd.terms.settings = &plenary->people;
    plenary->crowd.terms.tension_settings = &plenary->tension;
    plenary->crowd.count = people;
    plenary->conversation = (struct conversation){.settings = &plenary->talk,
                                                  .opinions = &plenary->opinions,
                                                  .people = &plenary->crowd,
                                                  .luck = &plenary->luck,
                                                  .words = 1};
    plenary->manner.floor = (const struct floor_rule *)floor_rules[0];
    plenary->matter = (struct matter){.facets = FACETS, .words = 1, .pro.word[0] = 0x5555555555555555u};
    plenary->circle =
        (struct circle){.matter = &plenary->matter, .manner = &plenary->manner, .about = all_facets};
    seat_all(plenary, people, &arena);
    struct circle *circle = &plenary->circle;
    plenary->conversation.sits.seat = plenary->circle.seats.person;
    uint32_t turns = (uint32_t)(updates / people);
    double begun = clock_ns();
    for (uint32_t turn = 0; turn < turns; turn++) {
        if (turn % FACETS == 0)
            begin_anew(&circle->seats);
        circle->channel.turn = (struct turn){.speaker = turn % people,
                                             .length = SIM_MINUTE,
                                             .said = said,
                                             .facet = {(uint16_t)(turn % FACETS)}};
        seats_hear(&plenary->conversation, circle, SIM_MINUTE);
        circle->talk.turns++;
    }
    double spent = clock_ns() - begun;
    require(said == 0 || plenary->circle.seats.mind.known[0] > 0.5F);
    arena_free(&arena);
    return spent / ((double)turns * people);
}

/* Two plenaries at once, each with a thread of its own, against one: listener updates a second of both
 * together. */
static void bench_two_plenaries(uint64_t updates)
{
    struct sample one = {0}, two = {0};
    for (int repeat = 0; repeat < REPEATS; repeat++) {
        double slowest = 0;
        sample_add(&one, 1 / hearing_cost(PLENARY, 1, updates));
        /* The plenaries share nothing. */
#pragma omp parallel num_threads(2) reduction(max : slowest)
        slowest = hearing_cost(PLENARY, 1, updates);
        sample_add(&two, 2 / slowest);
    }
    table_row("in a circle of 300, one thread", "thousand million/s", &one, "");
    table_row("in two circles of 300, two threads", "thousand million/s", &two, "");
}

static void bench_hearing(uint64_t updates)
{
    static const uint32_t sizes[] = {10, 30, PLENARY, 3000};
    for (uint32_t said = 0; said <= 1; said++)
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            struct sample ns = {0};
            char what[64];
            for (int repeat = 0; repeat < REPEATS; repeat++)
                sample_add(&ns, hearing_cost(sizes[i], said, updates));
            snprintf(what, sizeof what, "in a circle of %u, %s", sizes[i],
                     said == 0 ? "no facet" : "a facet");
            table_row(what, "ns", &ns, "");
        }
    bench_two_plenaries(updates);
    struct sample copy = {0};
    for (int repeat = 0; repeat < REPEATS; repeat++)
        sample_add(&copy, 48 * yardstick_copy(1 << 22, updates >> 22 > 0 ? 20 : 2));
    table_row("yardstick: copying the 48 bytes of a listener", "ns", &copy, "");
}

/* --- the demo --- */

struct spent {
    double ns;
    struct run_tally tally;
};

static struct spent carry_out(const struct experiment *experiment, const struct record_plan *plan,
                              uint64_t runs, int threads)
{
    struct run_order *orders = must_allocate(plan_runs(plan), sizeof *orders);
    plan_orders(plan, orders);
    struct spent spent = {0};
    uint64_t events = 0, turns = 0, hearings = 0;
    double begun = clock_ns();
    /* Runs share nothing, and whole numbers add up to the same in any order. */
#pragma omp parallel num_threads(threads) reduction(+ : events, turns, hearings)
    {
        struct outcome *outcome = outcome_new(&plan->shape);
#pragma omp for schedule(dynamic, 1)
        for (uint64_t run = 0; run < runs; run++) {
            struct run_tally tally;
            outcome_clear(outcome);
            experiment_run(experiment, &orders[run], NULL, outcome, &tally);
            events += tally.events, turns += tally.turns, hearings += tally.hearings;
        }
        outcome_free(outcome);
    }
    spent.ns = clock_ns() - begun;
    spent.tally = (struct run_tally){.events = events, .turns = turns, .hearings = hearings};
    free(orders);
    return spent;
}

static void bench_demo(uint64_t runs)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct experiment_request request = {.path = GROUNDSWELL_SOURCE "/scenarios/assembly-vs-open-space.yaml",
                                         .library = GROUNDSWELL_SOURCE "/scenarios",
                                         .base_only = true};
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    require(experiment != NULL);
    const struct record_plan *plan = experiment_plan(experiment);
    struct sample replication = {0}, events = {0}, hearings = {0}, ratio = {0};
    uint64_t heard = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
        struct spent one = carry_out(experiment, plan, runs, 1), two = carry_out(experiment, plan, runs, 2);
        require(heard == 0 || heard == one.tally.hearings);
        require(one.tally.hearings == two.tally.hearings && one.tally.events == two.tally.events);
        heard = one.tally.hearings;
        sample_add(&replication, one.ns / (double)runs / 1e6);
        sample_add(&events, (double)one.tally.events / one.ns * 1e3);
        sample_add(&hearings, (double)one.tally.hearings / one.ns * 1e3);
        sample_add(&ratio, one.ns / two.ns);
    }
    table_begin("The demo, 300 people for 30 days", "demo", "beside");
    table_row("one run", "ms", &replication, "");
    table_row("events a second, one core", "million", &events, "");
    table_row("listener updates a second, one core", "million", &hearings, "");
    table_row("replications, two threads against one", "times", &ratio, "");

    struct outcome *outcome = outcome_new(&plan->shape);
    struct run_tally tally;
    experiment_run(experiment, &(struct run_order){0}, NULL, outcome, &tally);
    struct sample memory = {0};
    sample_add(&memory, (double)tally.bytes / tally.participants);
    table_row("memory of a run for each participant", "bytes", &memory, "");
    outcome_free(outcome);
    arena_free(&arena);
}

int main(int argc, char **argv)
{
    bool brief = argc > 1 && strcmp(argv[1], "--brief") == 0;
    table_begin("A turn of a conversation, inside the loop", "a listener hears it", "beside");
    bench_hearing(brief ? 100000 : 30000000);
    bench_demo(brief ? 3 : 60);
    return 0;
}
