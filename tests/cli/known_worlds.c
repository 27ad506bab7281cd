/* What is said of worlds whose answer is known: a threshold that was planted, a product, a constant. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define QUIET "--quiet"

/* The factor that separates the worlds, and where; NULL where none is said. */
static json_t *separation_in(const char *file)
{
    struct said said = GROUNDSWELL("compare", file, "--json");
    assert_int_equal(said.status, 0);
    json_t *all = json_loads(said.out, 0, NULL);
    assert_non_null(all);
    json_t *designs = json_object_get(json_object_get(all, "worlds"), "designs");
    json_t *separation = json_incref(json_object_get(json_array_get(designs, 0), "separation"));
    json_decref(all);
    return separation;
}

static void a_planted_threshold_is_named_in_the_answer(void **state)
{
    (void)state;
    enum { THRESHOLD = 50 };
    const int seeds = session_is_long() ? 100 : 20;
    int named = 0;
    for (int seed = 1; seed <= seeds; seed++) {
        char setting[32];
        snprintf(setting, sizeof setting, "seed=%d", seed);
        assert_int_equal(GROUNDSWELL("run", GROUNDSWELL_SOURCE "/tests/cli/planted.yaml", "--set", setting,
                                     "-o", "planted.h5", QUIET)
                             .status,
                         0);
        json_t *separation = separation_in("planted.h5");
        const char *factor = json_string_value(json_object_get(separation, "factor"));
        double at = json_number_value(json_object_get(separation, "at"));
        named += factor != NULL && strcmp(factor, "people.attendance") == 0 && at > 0.9 * THRESHOLD &&
                         at < 1.1 * THRESHOLD
                     ? 1
                     : 0;
        json_decref(separation);
        assert_int_equal(unlink("planted.h5"), 0);
    }
    assert_true(named * 20 >= seeds * 19);
}

/* Whether a range of an index holds a number. */
static bool holds(const json_t *index, const char *which, double exact)
{
    const json_t *estimate = json_object_get(index, which);
    return json_number_value(json_object_get(estimate, "low")) <= exact &&
           exact <= json_number_value(json_object_get(estimate, "high"));
}

/* Person-hours are people (20 to 120) times hours (1 to 3): the variance of each alone, of both together, and
 * of nothing else. */
static void a_product_has_the_indices_of_its_factors(void **state)
{
    (void)state;
    const double people = 70, of_people = (101.0 * 101 - 1) / 12, hours = 2, of_hours = 4.0 / 12;
    const double first = of_people * hours * hours, second = of_hours * people * people,
                 both = of_people * of_hours;
    const double all = first + second + both;
    assert_int_equal(
        GROUNDSWELL("run", GROUNDSWELL_SOURCE "/tests/cli/product.yaml", "-o", "product.h5", QUIET).status,
        0);
    struct said said = GROUNDSWELL("compare", "product.h5", "--json");
    assert_int_equal(said.status, 0);
    json_t *json = json_loads(said.out, 0, NULL);
    json_t *response = json_array_get(json_object_get(json_object_get(json, "worlds"), "responses"), 0);
    json_t *indices = json_object_get(response, "indices");
    assert_int_equal(json_array_size(indices), 4);
    assert_true(holds(json_array_get(indices, 0), "first", first / all));
    assert_true(holds(json_array_get(indices, 0), "total", (first + both) / all));
    assert_true(holds(json_array_get(indices, 1), "first", second / all));
    assert_true(holds(json_array_get(indices, 1), "total", (second + both) / all));
    for (size_t nothing = 2; nothing < 4; nothing++) { /* how much is kept of what is heard, and luck */
        json_t *total = json_object_get(json_array_get(indices, nothing), "total");
        assert_true(json_number_value(json_object_get(total, "value")) == 0);
    }
    json_decref(json);
}

static void where_nothing_varies_that_is_said(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", GROUNDSWELL_SOURCE "/tests/cli/product.yaml", "-o", "constant.h5",
                                   QUIET, "--set", "headline=session_hours", "--set",
                                   "over=[{set: conversation.retention, from: 20 %, to: 90 %}]");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("compare", "constant.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, ": nothing varies");
    assert_int_equal(GROUNDSWELL("report", "constant.h5", "-o", "constant").status, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_planted_threshold_is_named_in_the_answer),
        cmocka_unit_test(a_product_has_the_indices_of_its_factors),
        cmocka_unit_test(where_nothing_varies_that_is_said),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
