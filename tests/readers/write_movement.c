/* Writes a made-up movement to the file that is named: working groups, links, places, events, and measures of
 * the movement as a whole, in the shape that a run with all of them would have. For readers in other
 * languages and for looking at figures; check_movement.py knows the same numbers.
 *
 * write_movement FILE [GROUPS]: about so many groups a run, 40 unless given.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chronicle.h"
#include "experiment/experiment.h"
#include "groups/table.h"
#include "links/table.h"
#include "places/table.h"
#include "unit/record/whole.h"

enum { DESIGNS = 2, REPLICATIONS = 6, SITES = 5, DAYS = 30, USUAL_GROUPS = 40 };

static const char *const designs[DESIGNS] = {"camps alone", "with link calls"};
static const char *const meanings[DESIGNS] = {"groups of other camps are not called",
                                              "every group calls one elsewhere"};
static const char *const sites[SITES] = {"New York", "Oakland", "Boston", "Madrid", "Athens"};
static const double east[SITES] = {0, -4100, 200, 5700, 7900}, north[SITES] = {0, -100, 250, -50, -250};

/* A number between 0 and 1 that depends on the place alone. */
static double luck(uint64_t place)
{
    place += UINT64_C(0x9E3779B97F4A7C15);
    place = (place ^ (place >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    place = (place ^ (place >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (double)((place ^ (place >> 31)) >> 11) / 9007199254740992.0;
}

struct run {
    unsigned design, replication;
    const struct record_shape *shape;
    struct outcome *outcome;
};

static uint64_t place_in(const struct run *run, unsigned what, unsigned number)
{
    return ((run->replication * 16u + what) * 4096u + number) * 2u + (what > 3 ? run->design : 0);
}

static void put(const struct run *run, const char *name, uint32_t index, double value)
{
    for (size_t i = 0; i < run->shape->measure_count; i++) {
        if (strcmp(run->shape->measures[i]->name, name) != 0)
            continue;
        uint32_t count = run->shape->measures[i]->scope == SCOPE_SITE ? SITES : 1;
        for (uint32_t site = 0; site < count; site++)
            outcome_put(run->outcome, i, site, index, value * (1 + 0.1 * site));
    }
}

/* Integration rises as links are made; alone it stays low. After day 20 it falls again, where it had risen.
 */
static double integration_on(const struct run *run, unsigned day)
{
    double high = run->design == 0 ? 0.3 : 0.8, slow = 4 + 4 * luck(place_in(run, 1, 0));
    double now = high * (1 - exp(-(double)day / slow));
    return day > 20 && run->design == 1 ? now - 0.02 * (day - 20) : now;
}

static void put_measures(const struct run *run)
{
    double peak = 0, unity = NAN;
    put(run, "decisions_per_hour", 0, (run->design + 1) * (0.4 + 0.1 * luck(place_in(run, 0, 0))));
    put(run, "people_hours_per_decision", 0, 60 - 20 * run->design + 5 * luck(place_in(run, 0, 1)));
    for (unsigned day = 1; day <= DAYS; day++) {
        double integrated = integration_on(run, day);
        peak = fmax(peak, integrated);
        unity = isnan(unity) && integrated >= 0.5 ? day : unity;
        put(run, "integration", day - 1, integrated);
        put(run, "differentiation", day - 1,
            0.2 + 0.4 * (1 - exp(-(double)day / 12)) + 0.05 * luck(place_in(run, 4, day)));
        put(run, "duplication", day - 1, 0.5 * (1 - integrated));
        put(run, "giant_component", day - 1, fmin(1, 1.2 * integrated));
        put(run, "balkanization", day - 1, peak >= 0.5 ? (peak - integrated) / peak : NAN);
        put(run, "backlog_at", day - 1, 2 + day * (2.0 - run->design) / 10);
    }
    put(run, "time_to_unity", 0, unity);
    put(run, "duplication_before_unity", 0, 0.4 - 0.1 * run->design + 0.05 * luck(place_in(run, 2, 0)));
    put(run, "duplication_after_unity", 0, isnan(unity) ? NAN : 0.15);
}

static sim_time at_day(double day)
{
    return sim_time_from_hours(24 * day);
}

static void put_groups(const struct run *run, unsigned groups)
{
    for (unsigned i = 0; i < groups; i++) {
        double born = DAYS * pow(luck(place_in(run, 5, i)), 2);
        double ended = born + (6 + 14 * run->design) * -log(1 - luck(place_in(run, 6, i)));
        bool lives = ended >= DAYS;
        group_write(run->outcome, i % SITES,
                    &(struct group_row){.number = i / SITES,
                                        .topic = i % 7,
                                        .category = luck(place_in(run, 7, i)) < 0.5   ? 0
                                                    : luck(place_in(run, 7, i)) < 0.8 ? 1
                                                                                      : 2,
                                        .ending = lives ? 0 : 1,
                                        .born = at_day(born),
                                        .ended = lives ? SIM_NEVER : at_day(ended),
                                        .members.founders = 3,
                                        .members.most = 3 + i % 5,
                                        .members.mean = 3.5,
                                        .meetings = i % 9,
                                        .work.tasks = i % 4,
                                        .work.effort = 2.5 * (i % 11),
                                        .work.experience = i % 4,
                                        .work.waited = i % 3 == 0 ? 12.5 : 0,
                                        .most_links = run->design * (i % 3)});
    }
}

static void put_links(const struct run *run, unsigned groups)
{
    for (unsigned i = 0; i < groups * run->design + 2; i++) {
        double made = DAYS * luck(place_in(run, 8, i)), lasts = 20 * luck(place_in(run, 9, i));
        unsigned here = i % SITES, there = (here + 1 + i / SITES % (SITES - 1)) % SITES;
        link_write(run->outcome, here,
                   &(struct link_row){.group = i / SITES,
                                      .other_site = there,
                                      .other_group = i / SITES,
                                      .made = at_day(made),
                                      .ended = made + lasts >= DAYS ? SIM_NEVER : at_day(made + lasts),
                                      .calls = 1 + i % 6});
    }
    for (uint32_t site = 0; site < SITES; site++)
        place_write(run->outcome, site,
                    &(struct place_row){east[site], north[site], 400 - 80 * site, site % 2 == 1});
}

static void put_events(const struct run *run)
{
    const struct happening events[] = {{SIM_HOUR, 4, 0, CHRONICLE_NOBODY, TOLD_GROUP_BORN},
                                       {2 * SIM_HOUR, NAN, 7, 3, TOLD_GROUP_JOINED}};
    struct chronicle chronicle = {.events = (struct happening *)(uintptr_t)events, .count = 2};
    chronicle_write_events(run->outcome, run->design, &chronicle);
}

static int tell(struct trouble *trouble)
{
    for (size_t i = 0; i < trouble->count; i++)
        fprintf(stderr, "%s\n", trouble->complaints[i].sentence);
    trouble_free(trouble);
    return 1;
}

int main(int count, char **arguments)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct record *record;
    uint64_t done;
    sim_time times[DAYS];
    if (count < 2)
        return 2;
    unsigned groups = count > 2 ? (unsigned)atoi(arguments[2]) : USUAL_GROUPS;
    for (unsigned day = 1; day <= DAYS; day++)
        times[day - 1] = day * SIM_DAY;
    const struct variant variant = {"", 0, REPLICATIONS, NULL};
    struct record_plan plan = {
        .shape = *movement_measures(&arena),
        .title = "A made-up movement",
        .scenario_text = "",
        .scenario_file = "movement.yaml",
        .command = "write_movement",
        .version = "0.1.0",
        .commit = "",
        .libraries = "",
        .seed = 1,
        .designs = designs,
        .design_meanings = meanings,
        .design_count = DESIGNS,
        .sites = sites,
        .times = times,
        .headline = "decisions_per_hour",
        .question = "Should groups call each other?",
        .variants = &variant,
        .variant_count = 1,
    };
    plan.shape.sites = SITES;
    plan.shape.times = DAYS;
    if (open_whole(&plan, arguments[1], RECORD_ANEW, &record, &done, &trouble) != STATUS_FINE)
        return tell(&trouble);
    struct run run = {.shape = &plan.shape, .outcome = outcome_new(&plan.shape)};
    for (unsigned i = 0; i < DESIGNS * REPLICATIONS && trouble.count == 0; i++) {
        outcome_clear(run.outcome);
        run.design = i % DESIGNS;
        run.replication = i / DESIGNS;
        put_measures(&run);
        put_groups(&run, groups + 3 * run.replication);
        put_links(&run, groups);
        put_events(&run);
        record_append(record, run.outcome, &trouble);
    }
    outcome_free(run.outcome);
    if (trouble.count > 0 || record_finish(record, 1, &trouble) != STATUS_FINE)
        return tell(&trouble);
    arena_free(&arena);
    return 0;
}
