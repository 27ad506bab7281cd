/* The results file, read back by HDF5's own library. tests/readers reads it with the programs of other
 * people. */
#include "record/record.h"

#include <hdf5.h>
#include <hdf5_hl.h>

#include "unit/record/bench.h"

static hid_t opened(struct bench *bench, const struct record_plan *plan)
{
    struct text bytes = completed(bench, plan, false);
    text_free(&bytes);
    hid_t file = H5Fopen(bench->target, H5F_ACC_RDONLY, H5P_DEFAULT);
    assert_true(file >= 0);
    return file;
}

static size_t numbers_of(hid_t file, const char *name, double *numbers, size_t most)
{
    hid_t variable = H5Dopen2(file, name, H5P_DEFAULT);
    assert_true(variable >= 0);
    hid_t space = H5Dget_space(variable);
    hssize_t count = H5Sget_simple_extent_npoints(space);
    assert_true(count >= 0 && (size_t)count <= most);
    if (count > 0)
        assert_true(H5Dread(variable, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    H5Sclose(space);
    H5Dclose(variable);
    return (size_t)count;
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static void every_number_lies_where_it_belongs(void **state)
{
    hid_t file = opened(*state, &sample_plan);
    static double numbers[3 * 4 * 2 * SAMPLE_BINS];
    const unsigned lengths[] = {1, 5, 1, SAMPLE_BINS, SAMPLE_BINS};
    for (unsigned measure = 0; measure < 5; measure++) {
        size_t count =
            numbers_of(file, sample_measures[measure]->name, numbers, sizeof numbers / sizeof numbers[0]);
        assert_int_equal(count, 3 * 4 * 2 * lengths[measure]);
        for (unsigned i = 0; i < count; i++) {
            unsigned index = i % lengths[measure], site = i / lengths[measure] % 2,
                     run = i / lengths[measure] / 2;
            const struct sample_run place = {.design = run / 4, .replication = run % 4};
            bool unset = measure == SAMPLE_BACKLOG && site == 1 && index == 2;
            assert_true(
                same_number(numbers[i], unset ? (double)NAN : sample_number(measure, place, site, index)));
        }
    }
    H5Fclose(file);
}

static void variants_are_missing_beyond_their_replications(void **state)
{
    hid_t file = opened(*state, &sample_plan);
    double numbers[3 * 3 * 4 * 2];
    assert_int_equal(numbers_of(file, "variants/agreement", numbers, 72), 72);
    for (unsigned i = 0; i < 72; i++) {
        const struct sample_run place = {.variant = i / 24, .design = i / 8 % 3, .replication = i / 2 % 4};
        bool run = place.replication < sample_variants[place.variant].replications;
        double wanted = run ? sample_number(SAMPLE_AGREEMENT, place, i % 2, 0) : (double)NAN;
        assert_true(same_number(numbers[i], wanted));
    }
    H5Fclose(file);
}

static void rows_of_a_table_know_their_run_and_site(void **state)
{
    hid_t file = opened(*state, &sample_plan);
    double design[12], replication[12], site[12], submitted[12], visits[12], instants[12];
    assert_int_equal(numbers_of(file, "proposal_design", design, 12), 12);
    numbers_of(file, "proposal_replication", replication, 12);
    numbers_of(file, "proposal_site", site, 12);
    numbers_of(file, "proposal_submitted", submitted, 12);
    numbers_of(file, "proposal_visits", visits, 12);
    numbers_of(file, "proposal_instant", instants, 12);
    size_t next = 0;
    for (unsigned run = 0; run < SAMPLE_BASE_RUNS; run++)
        for (unsigned row = 0; row < run % 3; row++, next++) {
            assert_true(design[next] == run % 3 && replication[next] == run / 3);
            assert_true(site[next] == (run + row) % 2 && submitted[next] == run + row / 4.0);
            assert_true(visits[next] == (row == 1 ? -2147483647 : (int)run));
            assert_true(instants[next] == 1e12 + run); /* more than 32 bits hold */
        }
    double none[1];
    assert_int_equal(next, 12);
    assert_int_equal(numbers_of(file, "spark_reach", none, 1), 0);
    H5Fclose(file);
}

static herr_t scale_name(hid_t variable, unsigned axis, hid_t scale, void *name)
{
    (void)variable;
    (void)axis;
    return H5Iget_name(scale, name, 64) > 0 ? 1 : -1;
}

static void assert_axis(hid_t file, const char *name, unsigned axis, const char *wanted)
{
    char found[64] = "";
    hid_t variable = H5Dopen2(file, name, H5P_DEFAULT), scale = H5Dopen2(file, wanted, H5P_DEFAULT);
    assert_true(variable >= 0 && scale >= 0);
    assert_int_equal(H5DSget_num_scales(variable, axis), 1);
    assert_int_equal(H5DSiterate_scales(variable, axis, NULL, scale_name, found), 1);
    assert_string_equal(found, wanted);
    assert_true(H5DSis_scale(scale) > 0);
    assert_true(H5DSis_attached(variable, scale, axis) > 0); /* the reference back is there too */
    H5Dclose(scale);
    H5Dclose(variable);
}

static void dimensions_are_attached_as_the_library_would(void **state)
{
    hid_t file = opened(*state, &sample_plan);
    assert_axis(file, "backlog", 0, "/design");
    assert_axis(file, "backlog", 1, "/replication");
    assert_axis(file, "backlog", 2, "/site");
    assert_axis(file, "backlog", 3, "/time");
    assert_axis(file, "silent_circles", 3, "/circle_size");
    assert_axis(file, "spark_life", 0, "/spark");
    assert_axis(file, "variants/decided", 0, "/variants/variant");
    assert_axis(file, "variants/decided", 3, "/site");
    assert_axis(file, "provenance/setting_unit", 0, "/provenance/setting");
    H5Fclose(file);
}

static herr_t timeless(hid_t file, const char *name, const H5O_info_t *info, void *objects)
{
    (void)file;
    (void)name;
    ++*(int *)objects;
    return info->atime == 0 && info->mtime == 0 && info->ctime == 0 && info->btime == 0 ? 0 : -1;
}

static void no_object_knows_when_it_was_made(void **state)
{
    hid_t file = opened(*state, &sample_plan);
    int objects = 0;
    /* HDF5 1.14 goes on to further objects only where what is basic is asked for too. */
    unsigned asked = H5O_INFO_BASIC | H5O_INFO_TIME;
    assert_int_equal(H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, timeless, &objects, asked), 0);
    assert_true(objects > 40);
    H5Fclose(file);
}

static void a_plan_without_variants_has_no_group_of_them(void **state)
{
    const struct record_plan least = sample_least_plan();
    hid_t file = opened(*state, &least);
    assert_true(H5Lexists(file, "variants", H5P_DEFAULT) == 0);
    assert_true(H5Lexists(file, "provenance", H5P_DEFAULT) > 0);
    double none[1];
    assert_int_equal(numbers_of(file, "time", none, 1), 0);
    assert_int_equal(numbers_of(file, "backlog", none, 1), 0);
    H5Fclose(file);
}

/* More than a chunk holds: 2 x 1500 runs of 2 sites and 60 instants are 2.9 MB. */
static void many_runs_are_cut_into_chunks(void **state)
{
    enum { RUNS = 1500, TIMES = 60, DESIGNS = 2, SITES = 2 };
    static sim_time times[TIMES];
    const struct variant variant = {"", 0, RUNS, sample_none};
    struct record_plan plan = sample_plan;
    plan.variants = &variant;
    plan.variant_count = 1;
    plan.design_count = DESIGNS;
    plan.times = times;
    plan.shape.times = TIMES;
    hid_t file = opened(*state, &plan);
    size_t count = (size_t)DESIGNS * RUNS * SITES * TIMES;
    double *numbers = malloc(count * sizeof *numbers);
    assert_int_equal(numbers_of(file, "backlog", numbers, count), count);
    for (unsigned i = 0; i < count; i++) {
        unsigned index = i % TIMES, site = i / TIMES % SITES, run = i / TIMES / SITES;
        const struct sample_run place = {.design = run / RUNS, .replication = run % RUNS};
        bool unset = site == 1 && index == 2;
        assert_true(
            same_number(numbers[i], unset ? (double)NAN : sample_number(SAMPLE_BACKLOG, place, site, index)));
    }
    free(numbers);
    H5Fclose(file);
}

static void a_text_too_long_for_an_attribute_is_cut_between_letters(void **state)
{
    enum { LETTERS = 40000 };
    struct text title = {0};
    for (int i = 0; i < LETTERS; i++)
        text_say(&title, "\xC3\xA9");
    struct record_plan plan = sample_least_plan();
    plan.title = title.bytes;
    hid_t file = opened(*state, &plan);
    hid_t attribute = H5Aopen(file, "title", H5P_DEFAULT), type = H5Aget_type(attribute);
    size_t size = H5Tget_size(type);
    char *found = calloc(size + 1, 1);
    assert_true(H5Aread(attribute, type, found) >= 0);
    assert_in_range(size, 59000, 60000);
    assert_string_equal(found + size - 5, "\xC3\xA9...");
    assert_memory_equal(found, title.bytes, size - 3);
    free(found);
    H5Tclose(type);
    H5Aclose(attribute);
    H5Fclose(file);
    text_free(&title);
}

static void assert_texts(hid_t file, const char *name, const char *one, const char *other)
{
    hid_t variable = H5Dopen2(file, name, H5P_DEFAULT), type = H5Dget_type(variable),
          space = H5Dget_space(variable);
    char *found[2] = {NULL, NULL};
    assert_int_equal(H5Sget_simple_extent_npoints(space), 2);
    assert_true(H5Dread(variable, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, found) >= 0);
    assert_string_equal(found[0], one);
    assert_string_equal(found[1], other);
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, found);
    H5Sclose(space);
    H5Tclose(type);
    H5Dclose(variable);
}

static void methods_of_any_length_are_kept(void **state)
{
    enum { LENGTH = 1 << 20 };
    struct text long_one = {0};
    while (long_one.length < LENGTH)
        text_print(&long_one, "# line %zu\n", long_one.length);
    struct provenance_method methods[] = {sample_methods[0], sample_methods[1]};
    methods[0].text = long_one.bytes;
    struct record_plan plan = sample_plan;
    plan.methods = methods;
    hid_t file = opened(*state, &plan);
    assert_texts(file, "provenance/method_name", "assembly", "ours");
    assert_texts(file, "provenance/method_folder", "library", "own");
    assert_texts(file, "provenance/method_file", "methods/assembly.yaml", "ours.yaml");
    assert_texts(file, "provenance/method_text", long_one.bytes,
                 "title: \"Ours\"\n# \\ caf\xC3\xA9, \xEF\xBF\xBD is not UTF-8\n");
    assert_axis(file, "provenance/method_text", 0, "/provenance/method");
    H5Fclose(file);
    text_free(&long_one);
}

static void a_scenario_of_any_length_is_kept(void **state)
{
    enum { LENGTH = 1 << 20 };
    struct text scenario = {0};
    while (scenario.length < LENGTH)
        text_print(&scenario, "# line %zu\n", scenario.length);
    struct record_plan plan = sample_least_plan();
    plan.scenario_text = scenario.bytes;
    hid_t file = opened(*state, &plan), variable = H5Dopen2(file, "provenance/scenario_text", H5P_DEFAULT);
    hid_t type = H5Dget_type(variable);
    char *found = NULL;
    assert_true(H5Dread(variable, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &found) >= 0);
    assert_string_equal(found, scenario.bytes);
    H5free_memory(found);
    H5Tclose(type);
    H5Dclose(variable);
    H5Fclose(file);
    text_free(&scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(every_number_lies_where_it_belongs),
        BENCH_TEST(variants_are_missing_beyond_their_replications),
        BENCH_TEST(rows_of_a_table_know_their_run_and_site),
        BENCH_TEST(dimensions_are_attached_as_the_library_would),
        BENCH_TEST(no_object_knows_when_it_was_made),
        BENCH_TEST(a_plan_without_variants_has_no_group_of_them),
        BENCH_TEST(many_runs_are_cut_into_chunks),
        BENCH_TEST(a_text_too_long_for_an_attribute_is_cut_between_letters),
        BENCH_TEST(a_scenario_of_any_length_is_kept),
        BENCH_TEST(methods_of_any_length_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
