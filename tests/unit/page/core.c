/* What a page asks the simulator, and what it answers: the same as a results file of these runs says. */
#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "analysis/file/results.h"
#include "analysis/words/comparison.h"
#include "models/experiment/experiment.h"
#include "page/core.h"
#include "page/reading.h"

static const char camp[] = "title: Two weeks\n"
                           "question: Longer or more often?\n"
                           "headline: decisions_per_hour\n"
                           "lasts: 4 d\n"
                           "replications: 5\n"
                           "variant_replications: 3\n"
                           "sites: [{name: Camp, people: 40}]\n"
                           "proposals: {per_day: 6 /d, facets: 8}\n"
                           "designs:\n"
                           "  often:\n"
                           "    calendar:\n"
                           "      - {every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}\n"
                           "  long:\n"
                           "    calendar:\n"
                           "      - {every: 2 d, at: \"19:00\", hold: general-assembly, for: 3 h}\n"
                           "assumptions:\n"
                           "  - {set: proposals.per_day, to: [1 /d], why: count them}\n";

static json_t *told(const char *words)
{
    json_t *json = json_loads(words, 0, NULL);
    assert_non_null(json);
    return json;
}

static size_t mistakes_of(const char *text, const char *settings)
{
    json_t *read = told(page_read(text, settings));
    const size_t count = json_array_size(json_object_get(read, "mistakes"));
    json_decref(read);
    return count;
}

/* Carries out and takes a run. */
static void take(int number)
{
    json_t *run = told(page_run(number));
    assert_null(json_object_get(run, "broken"));
    assert_int_equal(page_add(number, json_string_value(json_object_get(run, "outcome"))), 1);
    json_decref(run);
}

static size_t run_count(const char *text)
{
    json_t *read = told(page_read(text, ""));
    const size_t count = json_array_size(json_object_get(read, "runs"));
    json_decref(read);
    return count;
}

/* The comparison of the same runs, by way of a results file. */
static json_t *by_file(void)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct text said = {0};
    char path[] = "/tmp/groundswell-page-XXXXXX.h5";
    const int file = mkstemps(path, 3);
    assert_true(file >= 0);
    close(file);
    unlink(path);
    const struct experiment_request request = {.path = "scenario",
                                               .text = camp,
                                               .length = strlen(camp),
                                               .library = GROUNDSWELL_SOURCE "/scenarios",
                                               .command = "",
                                               .without_worlds = true};
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    assert_non_null(experiment);
    struct record_plan *plan = experiment_plan(experiment);
    plan->version = plan->commit = plan->libraries = "";
    struct record *record = NULL;
    struct outcome *outcome = outcome_new(&plan->shape);
    size_t count = 0;
    uint64_t kept = 0;
    struct run_order *orders = reading_orders(plan, &count);
    assert_int_equal(record_open(plan, path, RECORD_ANEW, &record, &trouble), STATUS_FINE);
    assert_int_equal(record_round(record, orders, count, &kept, &trouble), STATUS_FINE);
    for (size_t i = 0; i < count; i++) {
        struct run_tally tally = {0};
        outcome_clear(outcome);
        assert_true(experiment_run(experiment, &orders[i], NULL, outcome, &tally));
        assert_int_equal(record_append(record, outcome, &trouble), STATUS_FINE);
    }
    assert_int_equal(record_finish(record, 1, &trouble), STATUS_FINE);
    struct results *results = results_open(path, &trouble);
    assert_non_null(results);
    const struct compare_request wanted = {0};
    const struct comparison *comparison = compare(results, &wanted, &arena, &trouble);
    assert_non_null(comparison);
    comparison_json(comparison, &said);
    json_t *json = told(said.bytes);
    results_close(results);
    unlink(path);
    outcome_free(outcome);
    free(orders);
    text_free(&said);
    trouble_free(&trouble);
    arena_free(&arena);
    return json;
}

static void the_answer_is_word_for_word_that_of_a_results_file(void **state)
{
    (void)state;
    const size_t count = run_count(camp);
    assert_int_equal(count, 5 * 2 + 3 * 2);
    for (size_t i = 0; i < count; i++)
        take((int)i);
    json_t *answer = told(page_answer()), *file = by_file();
    json_t *comparison = json_object_get(answer, "comparison");
    assert_int_equal(json_integer_value(json_object_get(answer, "replications")), 5);
    assert_true(json_array_size(json_object_get(comparison, "keeping_up")) == 2);
    assert_true(json_array_size(json_object_get(comparison, "assumptions")) == 1);
    assert_true(json_equal(comparison, file));
    json_decref(file);
    json_decref(answer);
}

static void runs_may_come_in_in_any_order_and_count_when_all_designs_are_in(void **state)
{
    (void)state;
    run_count(camp);
    take(5);
    take(0);
    take(2);
    json_t *answer = told(page_answer());
    assert_int_equal(json_integer_value(json_object_get(answer, "replications")), 0);
    json_decref(answer);
    take(3);
    take(1);
    answer = told(page_answer());
    assert_int_equal(json_integer_value(json_object_get(answer, "replications")), 2);
    const json_t *dots = json_object_get(answer, "dots");
    assert_int_equal(json_array_size(json_array_get(dots, 0)), 2);
    assert_int_equal(json_array_size(json_array_get(dots, 1)), 2);
    assert_true(json_is_object(json_object_get(answer, "comparison")));
    json_decref(answer);
}

static void one_replication_bears_no_comparison(void **state)
{
    (void)state;
    run_count(camp);
    take(0);
    take(1);
    json_t *answer = told(page_answer());
    assert_true(json_is_true(json_object_get(answer, "too_few")));
    assert_true(json_is_null(json_object_get(answer, "comparison")));
    json_decref(answer);
}

static void what_is_no_outcome_is_not_taken(void **state)
{
    (void)state;
    run_count(camp);
    assert_int_equal(page_add(0, ""), 0);
    assert_int_equal(page_add(0, "abc"), 0);
    assert_int_equal(page_add(0, "ABCD"), 0);
    assert_int_equal(page_add(0, "aaaaaaaaaaaaaaaa"), 0);
    json_t *run = told(page_run(0));
    const char *outcome = json_string_value(json_object_get(run, "outcome"));
    assert_int_equal(page_add(-1, outcome), 0);
    assert_int_equal(page_add(16, outcome), 0);
    assert_int_equal(page_add(15, outcome), 1);
    json_decref(run);
    run = told(page_run(16));
    assert_string_equal(json_string_value(json_object_get(run, "broken")), "there is no such run");
    json_decref(run);
}

static void mistakes_come_with_their_places(void **state)
{
    (void)state;
    json_t *read = told(
        page_read("title: A\nlasts: 4 dd\nsites: [{name: Camp, people: 40}]\n", "people.attendance=200 %"));
    const json_t *mistakes = json_object_get(read, "mistakes");
    assert_int_equal(json_array_size(mistakes), 2);
    const json_t *first = json_array_get(mistakes, 0), *second = json_array_get(mistakes, 1);
    assert_int_equal(json_integer_value(json_object_get(first, "line")), 2);
    assert_int_equal(json_integer_value(json_object_get(first, "column")), 8);
    assert_string_equal(json_string_value(json_object_get(first, "of")), "scenario");
    assert_string_equal(json_string_value(json_object_get(second, "of")), "--set");
    assert_null(json_object_get(read, "runs"));
    assert_true(json_is_object(json_object_get(read, "tree")));
    json_decref(read);
    assert_string_equal(page_answer(), "null");
}

static void settings_are_laid_over_everything(void **state)
{
    (void)state;
    json_t *read = told(page_read(camp, "replications=3\n\nproposals.facets=4\n"));
    assert_int_equal(json_array_size(json_object_get(read, "mistakes")), 0);
    assert_int_equal(json_integer_value(json_object_get(read, "replications")), 3);
    json_decref(read);
    assert_int_equal(mistakes_of(camp, "proposals.facets=none"), 1);
}

static void what_is_too_large_for_a_page_is_said(void **state)
{
    (void)state;
    json_t *read = told(page_read(camp, "sites[0].people=100000"));
    const json_t *mistake = json_array_get(json_object_get(read, "mistakes"), 0);
    assert_string_equal(
        json_string_value(json_object_get(mistake, "sentence")),
        "100000 people for 4 days are more than a page carries out (200000 people times days)");
    json_decref(read);
    read = told(page_read(camp, "replications=5000"));
    assert_int_equal(json_integer_value(json_object_get(read, "replications")), 200);
    json_decref(read);
}

static void hostile_texts_do_no_harm(void **state)
{
    (void)state;
    static const char *const texts[] = {"",           "\n",
                                        ": : :",      "&a [*a, *a]",
                                        "\xff\xfe",   "title: \"<script>\"",
                                        "{{{{{{{{{{", "designs: {\"a\\u0000b\": {}}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_true(mistakes_of(texts[i], texts[i]) > 0);
    assert_int_equal(mistakes_of(camp, ""), 0);
}

static void a_method_that_is_not_shipped_has_a_plain_name(void **state)
{
    (void)state;
    assert_string_not_equal(page_method("../../etc/passwd", ""), "");
    assert_string_not_equal(page_method("", ""), "");
    assert_string_not_equal(page_method("a.b", ""), "");
}

static void methods_and_settings_are_told_as_the_program_tells_them(void **state)
{
    (void)state;
    json_t *methods = told(page_methods()), *setting = told(page_setting("proposals.per_day"));
    assert_true(json_array_size(methods) > 50);
    assert_non_null(json_object_get(json_array_get(methods, 0), "title"));
    assert_string_equal(json_string_value(json_object_get(json_array_get(setting, 0), "unit")), "d-1");
    json_decref(methods);
    json_decref(setting);
    setting = told(page_setting("nothing-of-this-name"));
    assert_int_equal(json_array_size(setting), 0);
    json_decref(setting);
}

static int forget(void **state)
{
    (void)state;
    page_read("", "");
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answer_is_word_for_word_that_of_a_results_file),
        cmocka_unit_test(runs_may_come_in_in_any_order_and_count_when_all_designs_are_in),
        cmocka_unit_test(one_replication_bears_no_comparison),
        cmocka_unit_test(what_is_no_outcome_is_not_taken),
        cmocka_unit_test(mistakes_come_with_their_places),
        cmocka_unit_test(settings_are_laid_over_everything),
        cmocka_unit_test(what_is_too_large_for_a_page_is_said),
        cmocka_unit_test(hostile_texts_do_no_harm),
        cmocka_unit_test(a_method_that_is_not_shipped_has_a_plain_name),
        cmocka_unit_test(methods_and_settings_are_told_as_the_program_tells_them),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
