/* A followed session is what the chronicle of the same run has of it, and the run is the same. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chronicle.h"
#include "experiment/experiment_parts.h"
#include "follow/follow.h"

#define TWO_CAMPS                                                                                            \
    "title: Two camps\nlasts: 9 d\nseed: 7\nreplications: 3\n"                                               \
    "sites: [{name: Square, people: 80}, {name: camp, people: 40, count: 3}]\n"                              \
    "proposals: {per_day: 6 /d, facets: 12, waiting: 10}\n"                                                  \
    "groups: {form: yes, meetings: {hold: working-group, every: 1 d}}\n"                                     \
    "calendar:\n"                                                                                            \
    "  - {every: 1 d, at: \"19:00\", hold: general-assembly, for: 2 h, except: sunday}\n"                    \
    "  - {every: 7 d, on: sunday, at: \"10:00\", hold: open-space-decides, for: 6 h}\n"                      \
    "  - {every: 7 d, on: wednesday, at: \"9:00\", hold: world-cafe, for: 3 h}\n"

/* One run with its tables. */
struct ran {
    struct arena arena;
    struct trouble trouble;
    struct experiment_request request;
    struct experiment *experiment;
    struct outcome *outcome;
};

static void run(struct ran *ran, const char *text, const char *const *overrides, size_t count)
{
    *ran = (struct ran){.request = {.path = "camps.yaml",
                                    .text = text,
                                    .length = strlen(text),
                                    .library = GROUNDSWELL_SOURCE "/scenarios",
                                    .overrides = overrides,
                                    .override_count = count}};
    ran->experiment = experiment_load(&ran->request, &ran->arena, &ran->trouble);
    assert_non_null(ran->experiment);
    const struct run_order order = {0, 1, 0};
    struct run_tally tally = {0};
    ran->outcome = outcome_new(&experiment_plan(ran->experiment)->shape);
    assert_true(experiment_run(ran->experiment, &order, NULL, ran->outcome, &tally));
}

static void end(struct ran *ran)
{
    outcome_free(ran->outcome);
    trouble_free(&ran->trouble);
    arena_free(&ran->arena);
}

static size_t table_of(const struct ran *ran, const char *name)
{
    const struct record_shape *shape = &experiment_plan(ran->experiment)->shape;
    for (size_t i = 0; i < shape->table_count; i++)
        if (strcmp(shape->tables[i]->name, name) == 0)
            return i;
    fail_msg("there is no table %s", name);
    return 0;
}

enum { FOLLOWED_TIME, FOLLOWED_KIND, STAGE, ROUND, CIRCLE, WHO, ABOUT, MATTER, AMOUNT, FACETS };
enum { EVENT_TIME, EVENT_KIND, EVENT_WHO, EVENT_OTHER, EVENT_AMOUNT };

/* Turns, hours of them, decisions and tablings: of the followed session, and in the chronicle. */
struct counted {
    double turns, fresh, hours, decided, tabled, calls;
};

/* Which circles the followed session had. */
static bool has_circle(const struct ran *ran, size_t table, double number)
{
    for (size_t i = 0; i < outcome_rows(ran->outcome, table); i++)
        if (outcome_cell(ran->outcome, table, i, CIRCLE) == number)
            return true;
    return false;
}

static struct counted count_followed(const struct ran *ran, size_t table)
{
    struct counted counted = {0};
    for (size_t i = 0; i < outcome_rows(ran->outcome, table); i++) {
        int kind = (int)outcome_cell(ran->outcome, table, i, FOLLOWED_KIND);
        bool turn = kind == FOLLOWED_TURN || kind == FOLLOWED_TURN_STRAYS;
        counted.turns += turn ? 1 : 0;
        counted.fresh += turn && outcome_cell(ran->outcome, table, i, FACETS) > 0 ? 1 : 0;
        counted.hours += turn ? outcome_cell(ran->outcome, table, i, AMOUNT) : 0;
        counted.decided += kind == FOLLOWED_DECIDED ? 1 : 0;
        counted.tabled += kind == FOLLOWED_TABLED ? 1 : 0;
        counted.calls += kind == FOLLOWED_CONSENSUS ? 1 : 0;
    }
    return counted;
}

/* Working groups decide nothing here, so that all decisions in the time of the session are its own. Events of
 * the other sites are told apart by their circles alone, so this takes a site by itself. */
static struct counted count_chronicle(const struct ran *ran, size_t table, double from, double to)
{
    struct counted counted = {0};
    size_t events = table_of(ran, "event");
    for (size_t i = 0; i < outcome_rows(ran->outcome, events); i++) {
        int kind = (int)outcome_cell(ran->outcome, events, i, EVENT_KIND);
        double time = outcome_cell(ran->outcome, events, i, EVENT_TIME);
        double other = outcome_cell(ran->outcome, events, i, EVENT_OTHER);
        bool turn = (kind == TOLD_TURN || kind == TOLD_TURN_NEW) && has_circle(ran, table, other);
        if (time < from || time > to)
            continue;
        counted.turns += turn ? 1 : 0;
        counted.fresh += turn && kind == TOLD_TURN_NEW ? 1 : 0;
        counted.hours += turn ? outcome_cell(ran->outcome, events, i, EVENT_AMOUNT) : 0;
        counted.decided += kind == TOLD_PROPOSAL_DECIDED ? 1 : 0;
        counted.tabled += kind == TOLD_PROPOSAL_TABLED ? 1 : 0;
        counted.calls += kind == TOLD_CONSENSUS_CALLED ? 1 : 0;
    }
    return counted;
}

#define ONE_CAMP                                                                                             \
    "title: A camp\nlasts: 9 d\nseed: 7\nreplications: 3\n"                                                  \
    "sites: [{name: Square, people: 80}]\n"                                                                  \
    "proposals: {per_day: 6 /d, facets: 12, waiting: 10}\n"                                                  \
    "groups: {form: yes, meetings: {hold: working-group, every: 1 d}}\n"                                     \
    "calendar:\n"                                                                                            \
    "  - {every: 1 d, at: \"19:00\", hold: general-assembly, for: 2 h, except: sunday}\n"                    \
    "  - {every: 7 d, on: sunday, at: \"10:00\", hold: open-space-decides, for: 6 h}\n"                      \
    "  - {every: 7 d, on: wednesday, at: \"9:00\", hold: world-cafe, for: 3 h}\n"

static void a_followed_session_is_that_of_the_chronicle(void **state)
{
    (void)state;
    for (int session = 1; session <= 9; session++) {
        char asked[32];
        struct ran ran;
        snprintf(asked, sizeof asked, "follow.session=%d", session);
        run(&ran, ONE_CAMP, (const char *const[]){asked, "record_events=yes"}, 2);
        size_t table = table_of(&ran, "followed"), rows = outcome_rows(ran.outcome, table);
        assert_true(rows > 10);
        assert_int_equal((int)outcome_cell(ran.outcome, table, 0, FOLLOWED_KIND), FOLLOWED_SESSION_BEGINS);
        assert_int_equal((int)outcome_cell(ran.outcome, table, rows - 1, FOLLOWED_KIND),
                         FOLLOWED_SESSION_ENDS);
        struct counted mine = count_followed(&ran, table);
        struct counted told = count_chronicle(&ran, table, outcome_cell(ran.outcome, table, 0, FOLLOWED_TIME),
                                              outcome_cell(ran.outcome, table, rows - 1, FOLLOWED_TIME));
        assert_true(mine.turns > 0 && mine.turns == told.turns);
        assert_true(mine.fresh == told.fresh);
        assert_true(fabs(mine.hours - told.hours) < 1e-9);
        assert_true(mine.decided == told.decided && mine.tabled == told.tabled && mine.calls == told.calls);
        end(&ran);
    }
}

/* The sessions of a run decide all that was decided in it. */
static void all_sessions_together_decide_what_the_run_decided(void **state)
{
    (void)state;
    double decided = 0, in_all = 0;
    for (int session = 1; session <= 12; session++) {
        char asked[32];
        struct ran ran;
        snprintf(asked, sizeof asked, "follow.session=%d", session);
        run(&ran, ONE_CAMP, (const char *const[]){asked, "record_events=yes"}, 2);
        size_t table = table_of(&ran, "followed"), events = table_of(&ran, "event");
        decided += count_followed(&ran, table).decided;
        in_all = 0;
        for (size_t i = 0; i < outcome_rows(ran.outcome, events); i++)
            in_all += outcome_cell(ran.outcome, events, i, EVENT_KIND) == TOLD_PROPOSAL_DECIDED ? 1 : 0;
        end(&ran);
    }
    assert_true(in_all > 5);
    assert_true(decided == in_all);
}

static void following_changes_no_number(void **state)
{
    (void)state;
    struct ran plain, followed;
    run(&plain, TWO_CAMPS, NULL, 0);
    run(&followed, TWO_CAMPS, (const char *const[]){"follow.session=3", "follow.site=camp 2"}, 2);
    const struct record_shape *shape = &experiment_plan(plain.experiment)->shape;
    assert_int_equal(shape->measure_count, experiment_plan(followed.experiment)->shape.measure_count);
    for (size_t i = 0; i < shape->measure_count; i++) {
        uint32_t sites = shape->measures[i]->scope == SCOPE_MOVEMENT ? 1 : shape->sites;
        for (uint32_t site = 0; site < sites && shape->measures[i]->shape == MEASURE_RUN; site++) {
            double one = outcome_at(plain.outcome, i, site, 0),
                   other = outcome_at(followed.outcome, i, site, 0);
            assert_true(one == other || (isnan(one) && isnan(other)));
        }
    }
    assert_true(outcome_rows(followed.outcome, table_of(&followed, "followed")) > 10);
    end(&plain);
    end(&followed);
}

static void a_site_is_followed_by_its_name(void **state)
{
    (void)state;
    struct ran square, second;
    run(&square, TWO_CAMPS, (const char *const[]){"follow.session=1"}, 1);
    run(&second, TWO_CAMPS, (const char *const[]){"follow.session=1", "follow.site=camp 2"}, 2);
    double came = outcome_cell(square.outcome, table_of(&square, "followed"), 0, AMOUNT),
           there = outcome_cell(second.outcome, table_of(&second, "followed"), 0, AMOUNT);
    assert_true(came > 20 && there < 30 && there > 0);
    end(&square);
    end(&second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_followed_session_is_that_of_the_chronicle),
        cmocka_unit_test(all_sessions_together_decide_what_the_run_decided),
        cmocka_unit_test(following_changes_no_number),
        cmocka_unit_test(a_site_is_followed_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
