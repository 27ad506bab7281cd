#include "unit/analysis/fixture.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "analysis/file/results.h"
#include "unit/analysis/near.h"

static struct results *opened(const char *path)
{
    struct trouble trouble = {0};
    struct results *results = results_open(path, &trouble);
    if (results == NULL)
        fail_msg("%s", trouble.count > 0 ? trouble.complaints[0].sentence : "no sentence");
    assert_int_equal(trouble.count, 0);
    return results;
}

/* The file is refused with one sentence that holds `part`. */
static void refused(const char *path, enum status status, const char *part)
{
    struct trouble trouble = {0};
    struct results *results = results_open(path, &trouble);
    assert_null(results);
    assert_int_equal(trouble.count, 1);
    assert_int_equal(trouble.complaints[0].status, status);
    if (strstr(trouble.complaints[0].sentence, part) == NULL)
        fail_msg("`%s` is not in `%s`", part, trouble.complaints[0].sentence);
    trouble_free(&trouble);
}

static void names_and_shapes_are_read(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_make(&fixture);
    struct results *results = opened(fixture.path);
    assert_string_equal(results->title, "Assembly or open space?");
    assert_int_equal(results->designs.count, 3);
    assert_string_equal(results->designs.names[1], "with open space");
    assert_string_equal(results->design_meanings.names[0], "the assembly every day");
    assert_int_equal(results->replications, FIXTURE_REPLICATIONS);
    assert_string_equal(results->sites.names[0], "Liberty Plaza");
    assert_int_equal(results->time_count, FIXTURE_TIMES);
    assert_near(results->times[2], 3, 0);
    assert_int_equal(results->measure_count, 8);
    assert_string_equal(results->measures[results->headline].name, "decisions_per_hour");
    assert_int_equal(results->measures[results->headline].better, DIRECTION_MORE);
    size_t backlog = results_find_measure(results, "backlog");
    assert_int_equal(results->measures[backlog].extent, EXTENT_TIME);
    assert_int_equal(results->measures[backlog].better, DIRECTION_LESS);
    size_t circles = results_find_measure(results, "circle_sizes");
    assert_int_equal(results->measures[circles].extent, EXTENT_BIN);
    assert_string_equal(results->measures[circles].bin_name, "circle_size");
    assert_int_equal(results->measures[circles].bins[4], 5);
    assert_int_equal(results_find_measure(results, "no such"), NOT_FOUND);
    results_close(results);
    fixture_remove(&fixture);
}

static void variants_and_provenance_are_read(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_make(&fixture);
    struct results *results = opened(fixture.path);
    assert_int_equal(results->variant_count, FIXTURE_VARIANTS);
    assert_int_equal(results->variants[1].kind, VARIANT_ASSUMPTION);
    assert_int_equal(results->variants[3].kind, VARIANT_SWEEP);
    assert_string_equal(results->axes.names[0], "conversation.digest_ratio");
    assert_string_equal(results->variants[8].texts[2], "8 /d");
    assert_near(results->variants[8].numbers[1], 60, 0);
    assert_true(isnan(results->variants[8].numbers[0]));
    assert_string_equal(results->provenance.seed, "2011");
    assert_string_equal(results->provenance.command, "groundswell run x.yaml");
    assert_int_equal(results->provenance.setting_count, 3);
    assert_string_equal(results->provenance.settings[1].ground, "assumed");
    assert_true(results->provenance.settings[2].given);
    assert_int_equal(results->provenance.method_count, 2);
    assert_string_equal(results->provenance.methods[0].name, "assembly");
    assert_string_equal(results->provenance.methods[0].folder, "library");
    assert_string_equal(results->provenance.methods[1].file, "ours.yaml");
    assert_string_equal(results->provenance.methods[1].text, "title: Ours\n# \xEF\xBF\xBD\n");
    double values[FIXTURE_REPLICATIONS];
    size_t headline = results->headline;
    assert_int_equal(results_run_values(results, headline, 1, 1, ALL_SITES, values), FIXTURE_REPLICATIONS);
    assert_true(values[0] > 0.15 && values[0] < 0.25);
    assert_int_equal(
        results_run_values(results, results_find_measure(results, "never_spoke"), 1, 1, ALL_SITES, values),
        0);
    results_close(results);
    fixture_remove(&fixture);
}

static void bounds_are_read_where_the_file_states_them(void **state)
{
    (void)state;
    struct fixture fixture;
    static const char *const designs[] = {"a", "b", "c"};
    fixture_begin(&fixture);
    fixture_fill(&fixture, "Bounds", designs);
    fixture_number(fixture.file, "voice_gini", "valid_min", 0);
    fixture_number(fixture.file, "voice_gini", "valid_max", 1);
    fixture_number(fixture.file, "decisions_per_hour", "valid_min", 0);
    fixture_number(fixture.file, "never_spoke", "valid_min", 1); /* contradict each other */
    fixture_number(fixture.file, "never_spoke", "valid_max", 0);
    fixture_number(fixture.file, "common_knowledge", "valid_min", (double)NAN);
    fixture_end(&fixture);
    struct results *results = opened(fixture.path);
    static const struct {
        const char *measure;
        struct bounds bounds;
    } wanted[] = {{"voice_gini", SHARE},
                  {"decisions_per_hour", FROM_ZERO},
                  {"never_spoke", UNBOUNDED},
                  {"common_knowledge", UNBOUNDED},
                  {"sessions", UNBOUNDED}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        size_t measure = results_find_measure(results, wanted[i].measure);
        assert_true(results->measures[measure].bounds.least == wanted[i].bounds.least);
        assert_true(results->measures[measure].bounds.most == wanted[i].bounds.most);
    }
    results_close(results);
    fixture_remove(&fixture);
}

static void arrays_are_read_when_asked_for(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_make(&fixture);
    struct results *results = opened(fixture.path);
    struct trouble trouble = {0};
    size_t backlog = results_find_measure(results, "backlog");
    const double *loaded = results_load(results, backlog, &trouble);
    assert_non_null(loaded);
    assert_ptr_equal(loaded, results_load(results, backlog, &trouble));
    double course[FIXTURE_TIMES];
    results_course(results, backlog, loaded, 1, 2, 0, course);
    assert_near(course[3], loaded[(1 * FIXTURE_REPLICATIONS + 2) * FIXTURE_TIMES + 3], 0);
    size_t table = results_find_table(results, "proposal");
    assert_int_equal(results->tables[table].rows, FIXTURE_PROPOSALS);
    assert_int_equal(results->tables[table].column_count, 2);
    const double *design = results_column(results, table, "design", &trouble);
    const double *decided = results_column(results, table, "decided", &trouble);
    assert_near(design[4], 1, 0);
    assert_true(isnan(decided[7]));
    assert_near(decided[8], fixture_decided(8), 0);
    assert_null(results_column(results, table, "colour", &trouble));
    assert_int_equal(trouble.count, 1);
    trouble_free(&trouble);
    results_close(results);
    fixture_remove(&fixture);
}

static void what_is_no_results_file_is_refused(void **state)
{
    (void)state;
    struct fixture fixture;
    char path[128];
    fixture_begin(&fixture);
    fixture_end(&fixture);
    refused(fixture.path, STATUS_BAD_INPUT, "not one of Groundswell");
    refused(fixture.folder, STATUS_NO_INPUT, "is a folder");
    refused("/dev/null", STATUS_NO_INPUT, "not a regular file");
    snprintf(path, sizeof path, "%s/none.h5", fixture.folder);
    refused(path, STATUS_NO_INPUT, "No such file");
    snprintf(path, sizeof path, "%s/text.h5", fixture.folder);
    FILE *file = fopen(path, "w");
    refused(path, STATUS_BAD_INPUT, "is empty");
    fputs("title: a scenario\n", file);
    fclose(file);
    refused(path, STATUS_BAD_INPUT, "HDF5");
    fixture_remove(&fixture);
}

static void an_unfinished_run_says_how_to_go_on(void **state)
{
    (void)state;
    struct fixture fixture;
    char path[160];
    fixture_make(&fixture);
    snprintf(path, sizeof path, "%s/y.h5.partial", fixture.folder);
    fclose(fopen(path, "w"));
    refused(path, STATUS_BAD_INPUT, "y.h5`");
    path[strlen(path) - strlen(".partial")] = '\0';
    refused(path, STATUS_BAD_INPUT, "groundswell resume");
    fixture_remove(&fixture);
}

static void a_file_cut_anywhere_is_refused_and_never_crashes(void **state)
{
    (void)state;
    enum { CUTS = 40 };
    struct fixture fixture;
    struct stat facts;
    fixture_make(&fixture);
    assert_int_equal(stat(fixture.path, &facts), 0);
    for (off_t cut = CUTS - 1; cut > 0; cut--) {
        assert_int_equal(truncate(fixture.path, facts.st_size * cut / CUTS), 0);
        refused(fixture.path, STATUS_BAD_INPUT, "");
    }
    fixture_remove(&fixture);
}

/* A usual file in which one variable is replaced by another of the given length. */
static void with_replaced(const char *name, hsize_t length, const char *part)
{
    struct fixture fixture;
    fixture_make(&fixture);
    fixture.file = H5Fopen(fixture.path, H5F_ACC_RDWR, H5P_DEFAULT);
    assert_true(H5Ldelete(fixture.file, name, H5P_DEFAULT) >= 0);
    if (length > 0) {
        hid_t space = H5Screate_simple(1, &length, NULL), creation = H5Pcreate(H5P_DATASET_CREATE);
        hsize_t chunk = length < 1024 ? length : 1024;
        H5Pset_chunk(creation, 1, &chunk);
        hid_t dataset =
            H5Dcreate2(fixture.file, name, H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, creation, H5P_DEFAULT);
        assert_true(dataset >= 0);
        H5Dclose(dataset);
        H5Pclose(creation);
        H5Sclose(space);
    }
    fixture_end(&fixture);
    refused(fixture.path, STATUS_BAD_INPUT, part);
    fixture_remove(&fixture);
}

static void missing_and_hostile_variables_are_told_by_name(void **state)
{
    (void)state;
    with_replaced("design", 0, "lacks its variable `design`");
    with_replaced("design", 3, "`design` of this results file should be a list of names");
    with_replaced("time", 0, "`time`");
    with_replaced("time", 7, "`backlog` and `time` differ");
    with_replaced("replication", UINT64_C(1) << 60, "`replication`");
    with_replaced("replication", 13, "(design, replication, site)");
    with_replaced("decisions_per_hour", 0, "the measure `decisions_per_hour`");
    with_replaced("proposal_decided", UINT64_C(1) << 60, "`proposal_decided`");
    with_replaced("circle_size", 6, "circle_size");
    with_replaced("variants/kind", 0, "variants/kind");
    with_replaced("variants/axis_value", 5, "axes");
    with_replaced("variants/decisions_per_hour", 5, "(variant, design, replication, site)");
    with_replaced("provenance/setting_given", 9, "settings");
    with_replaced("provenance/method_text", 2,
                  "`provenance/method_text` of this results file should be a list");
    with_replaced("provenance/method_text", 0, "the methods in this results file differ in length");
    with_replaced("provenance/method_name", 0, "the methods in this results file differ in length");
}

/* A reading that fails halfway leaves strings that HDF5 1.10 had already made and tells nobody of. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhdf5";
}

static void a_flipped_byte_never_crashes(void **state)
{
    (void)state;
    enum { FLIPS = 120 };
    struct fixture fixture;
    struct stat facts;
    fixture_make(&fixture);
    assert_int_equal(stat(fixture.path, &facts), 0);
    int file = open(fixture.path, O_RDWR);
    for (uint64_t i = 0; i < FLIPS; i++) {
        off_t where = (off_t)(fixture_luck(i) * (double)facts.st_size);
        unsigned char byte, flipped;
        assert_int_equal(pread(file, &byte, 1, where), 1);
        flipped = byte ^ (unsigned char)(1 + 254 * fixture_luck(i + FLIPS));
        assert_int_equal(pwrite(file, &flipped, 1, where), 1);
        struct trouble trouble = {0};
        struct results *results = results_open(fixture.path, &trouble);
        assert_true((results == NULL) == (trouble.count == 1));
        results_close(results);
        trouble_free(&trouble);
        assert_int_equal(pwrite(file, &byte, 1, where), 1);
    }
    close(file);
    results_close(opened(fixture.path));
    fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_shapes_are_read),
        cmocka_unit_test(variants_and_provenance_are_read),
        cmocka_unit_test(bounds_are_read_where_the_file_states_them),
        cmocka_unit_test(arrays_are_read_when_asked_for),
        cmocka_unit_test(what_is_no_results_file_is_refused),
        cmocka_unit_test(an_unfinished_run_says_how_to_go_on),
        cmocka_unit_test(a_file_cut_anywhere_is_refused_and_never_crashes),
        cmocka_unit_test(missing_and_hostile_variables_are_told_by_name),
        cmocka_unit_test(a_flipped_byte_never_crashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
