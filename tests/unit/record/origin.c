/* What a file says of its making. */
#include "base/arena.h"
#include "record/record.h"

#include <hdf5.h>

#include "unit/record/bench.h"

static void same_origin(const struct record_origin *origin)
{
    assert_string_equal(origin->scenario_file, "sample.yaml");
    assert_string_equal(origin->command, "groundswell run sample.yaml --set people=300");
    assert_int_equal(origin->override_count, 2);
    assert_string_equal(origin->overrides[0], "people=300");
    assert_string_equal(origin->overrides[1], "title='quoted'");
}

static void an_interrupted_run_tells_how_to_go_on(void **state)
{
    struct bench *bench = *state;
    uint64_t done;
    assert_int_equal(record_suspend(open_record(bench, &sample_plan, false, &done), &bench->trouble),
                     STATUS_FINE);
    struct arena arena = {0};
    struct record_origin origin;
    assert_int_equal(record_origin(bench->target, NULL, &arena, &origin, &bench->trouble), STATUS_FINE);
    same_origin(&origin);
    assert_int_equal(origin.variant_count, sample_plan.variant_count);
    assert_int_equal(origin.method_count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(origin.methods[i].name, sample_methods[i].name);
        assert_string_equal(origin.methods[i].folder, sample_methods[i].folder);
        assert_string_equal(origin.methods[i].file, sample_methods[i].file);
        assert_string_equal(origin.methods[i].text, sample_methods[i].text);
        assert_string_equal(origin.methods[i].path, sample_methods[i].path);
    }
    assert_false(origin.complete);
    assert_string_equal(origin.scenario_text, sample_plan.scenario_text); /* byte for byte, to be run again */
    arena_free(&arena);
}

static void a_results_file_tells_how_it_was_made(void **state)
{
    struct bench *bench = *state;
    struct text file = completed(bench, &sample_plan, false);
    text_free(&file);
    struct arena arena = {0};
    struct record_origin origin;
    assert_int_equal(record_origin(bench->target, NULL, &arena, &origin, &bench->trouble), STATUS_FINE);
    same_origin(&origin);
    assert_true(origin.complete);
    assert_null(origin.methods);
    assert_string_equal(origin.scenario_text, "title: A\n# caf\xC3\xA9, \xEF\xBF\xBD is not UTF-8\n");
    arena_free(&arena);
}

static void nothing_is_made_of_what_can_be_left_out(void **state)
{
    struct bench *bench = *state;
    const struct record_plan least = sample_least_plan();
    struct text file = completed(bench, &least, false);
    text_free(&file);
    struct arena arena = {0};
    struct record_origin origin;
    assert_int_equal(record_origin(bench->target, NULL, &arena, &origin, &bench->trouble), STATUS_FINE);
    assert_int_equal(origin.override_count, 0);
    arena_free(&arena);
}

static void told(struct bench *bench, enum status expected, const char *words)
{
    struct arena arena = {0};
    struct record_origin origin;
    enum status status = record_origin(bench->target, NULL, &arena, &origin, &bench->trouble);
    assert_told(bench, expected, status, words);
    arena_free(&arena);
}

static void other_files_have_no_origin(void **state)
{
    struct bench *bench = *state;
    told(bench, STATUS_NO_INPUT, "there are no results here: No such file");
    put_bytes(bench->target, "no results", 10);
    told(bench, STATUS_BAD_INPUT, "this is not a results file of Groundswell");
    hid_t file = H5Fcreate(bench->target, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    H5Gclose(H5Gcreate2(file, "provenance", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    hid_t space = H5Screate(H5S_SCALAR);
    H5Dclose(H5Dcreate2(file, "provenance/scenario_text", H5T_NATIVE_INT, space, H5P_DEFAULT, H5P_DEFAULT,
                        H5P_DEFAULT));
    H5Sclose(space);
    H5Fclose(file);
    told(bench, STATUS_BAD_INPUT, "this is not a results file of Groundswell");
    put_bytes(bench->journal, "GSJR", 4);
    told(bench, STATUS_BAD_INPUT, "this is not an interrupted run");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(an_interrupted_run_tells_how_to_go_on),
        BENCH_TEST(a_results_file_tells_how_it_was_made),
        BENCH_TEST(nothing_is_made_of_what_can_be_left_out),
        BENCH_TEST(other_files_have_no_origin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
