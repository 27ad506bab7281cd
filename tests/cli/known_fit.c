/* What is said of worlds that are held against a record whose world is known. */
#include "session.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define QUIET "--quiet"
static const char scenario[] = GROUNDSWELL_SOURCE "/tests/cli/fitted.yaml";

static json_t *said_of(const char *file)
{
    struct said said = GROUNDSWELL("compare", file, "--json");
    assert_int_equal(said.status, 0);
    json_t *all = json_loads(said.out, 0, NULL);
    assert_non_null(all);
    return all;
}

/* The share that never spoke in one run of so many people. */
static double recorded(int people, int seed)
{
    char with_people[40], with_seed[32];
    snprintf(with_people, sizeof with_people, "sites[0].people=%d", people);
    snprintf(with_seed, sizeof with_seed, "seed=%d", seed);
    assert_int_equal(GROUNDSWELL("run", scenario, "--base-only", "--set", with_people, "--set", with_seed,
                                 "-o", "truth.h5", QUIET)
                         .status,
                     0);
    json_t *all = said_of("truth.h5");
    json_t *numbers = json_object_get(json_object_get(all, "record"), "numbers");
    json_t *designs = json_object_get(json_array_get(numbers, 0), "designs");
    json_t *mean = json_object_get(json_array_get(designs, 0), "mean");
    const double share = json_number_value(json_object_get(mean, "value"));
    json_decref(all);
    assert_int_equal(unlink("truth.h5"), 0);
    return share;
}

/* A range of a share of so many people (Wilson 1927), as the minutes would have it. */
static void as_found(char *text, size_t size, double share, int people)
{
    const double z = 1.96, n = people;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    snprintf(text, size, "found=[{measure: never_spoke, value: %.6f, least: %.6f, most: %.6f, source: made}]",
             share, fmin(middle - half, share), fmax(middle + half, share));
}

/* What a sample of worlds with luck of its own says of the record. */
static json_t *fitted(const char *found, int seed)
{
    char with_seed[32];
    snprintf(with_seed, sizeof with_seed, "seed=%d", seed);
    assert_int_equal(
        GROUNDSWELL("run", scenario, "--set", found, "--set", with_seed, "-o", "fitted.h5", QUIET).status, 0);
    json_t *all = said_of("fitted.h5");
    json_t *fit = json_incref(json_object_get(all, "fit"));
    json_decref(all);
    assert_int_equal(unlink("fitted.h5"), 0);
    return fit;
}

static json_t *number_of(json_t *fit, const char *factor)
{
    size_t i;
    json_t *number;
    json_array_foreach(json_object_get(fit, "numbers"), i,
                       number) if (strcmp(json_string_value(json_object_get(number, "factor")), factor) ==
                                   0) return number;
    fail_msg("%s is not there", factor);
    return NULL;
}

static double end_of(json_t *number, const char *range, const char *end)
{
    return json_number_value(json_object_get(json_object_get(number, range), end));
}

static bool is_told(json_t *number)
{
    return json_is_true(json_object_get(number, "told"));
}

static void a_planted_number_is_found_again_and_others_keep_their_range(void **state)
{
    (void)state;
    enum { LEAST = 20, SHORT = 25, LONG = 100 };
    const int records = session_is_long() ? LONG : SHORT;
    int held = 0, told = 0, named_by_luck = 0;
    double width = 0;
    for (int i = 0; i < records; i++) {
        const int people = LEAST + i * (LONG / records);
        char found[160];
        as_found(found, sizeof found, recorded(people, 1000 + i), people);
        json_t *fit = fitted(found, 1 + i);
        json_t *planted = number_of(fit, "sites[0].people");
        held += end_of(planted, "kept", "lowest") <= people && people <= end_of(planted, "kept", "highest")
                    ? 1
                    : 0;
        told += is_told(planted) ? 1 : 0;
        named_by_luck +=
            is_told(number_of(fit, "decisions.amendment")) || is_told(number_of(fit, "tension.half_life"))
                ? 1
                : 0;
        width +=
            json_number_value(json_object_get(number_of(fit, "tension.half_life"), "narrower")) / records;
        json_decref(fit);
    }
    assert_true(held * 10 >= records * 9);
    assert_true(told * 10 >= records * 9);
    const double by_luck = 0.05 * records, error = sqrt(by_luck * 0.95);
    assert_true(named_by_luck <= by_luck + 3 * error);
    assert_true(width > 0.9 && width < 1.1);
}

static void a_number_that_no_world_reaches_is_named(void **state)
{
    (void)state;
    static const char found[] =
        "found=[{measure: session_length, value: 5, least: 4, most: 6, source: made}, "
        "{measure: never_spoke, value: 0.6, source: made}]";
    struct said said = GROUNDSWELL("run", scenario, "--set", found, "-o", "unreached.h5", QUIET);
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("compare", "unreached.h5");
    assert_says(said.out, "No world reaches Length of a session (found: 5, range 4 to 6)");
    assert_says(said.out, "is left out: the record states neither a range nor a `tolerance`");
    assert_says(said.out, "Even the nearest is outside of what the record allows");
    assert_int_equal(GROUNDSWELL("plot", "unreached.h5", "fit", "-o", "unreached.svg").status, 0);
    assert_int_equal(GROUNDSWELL("report", "unreached.h5", "-o", "unreached").status, 0);
}

static void the_share_of_the_scenario_is_kept(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", scenario, "--set", "fit.keep=25 %", "--set",
                                 "found=[{measure: never_spoke, value: 0.6, tolerance: 0.001, source: made}]",
                                 "-o", "share.h5", QUIET)
                         .status,
                     0);
    json_t *all = said_of("share.h5");
    json_t *fit = json_object_get(all, "fit");
    assert_int_equal(json_integer_value(json_object_get(fit, "worlds")), 200);
    assert_int_equal(json_integer_value(json_object_get(fit, "kept")), 50);
    json_decref(all);
}

static void without_a_record_or_a_sample_nothing_is_fitted(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", scenario, "--set", "found=[]", "-o", "no-record.h5", QUIET).status,
                     0);
    assert_int_equal(GROUNDSWELL("run", scenario, "--base-only", "-o", "no-sample.h5", QUIET).status, 0);
    struct said said = GROUNDSWELL("plot", "no-record.h5", "fit", "-o", "no.svg");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "does not hold what a fit to the record needs");
    said = GROUNDSWELL("plot", "no-sample.h5", "fit", "-o", "no.svg");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "does not hold what a fit to the record needs");
    assert_false(session_there("no.svg"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_planted_number_is_found_again_and_others_keep_their_range),
        cmocka_unit_test(a_number_that_no_world_reaches_is_named),
        cmocka_unit_test(the_share_of_the_scenario_is_kept),
        cmocka_unit_test(without_a_record_or_a_sample_nothing_is_fitted),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
