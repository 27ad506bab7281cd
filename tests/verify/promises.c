/* Two promises of the whole program: methods are data, and designs share their luck. */
#include "cli/session.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/file/hdf.h"

enum { DESIGNS = 2, REPLICATIONS = 5 };

static double mean_told(const char *file, const char *measure)
{
    assert_int_equal(GROUNDSWELL("summary", file, "--json", "-m", measure).status, 0);
    json_t *summary = json_load_file(".out", 0, NULL);
    json_t *design = json_array_get(json_object_get(summary, "designs"), 0);
    json_t *facts = json_object_get(json_object_get(design, "measures"), measure);
    double mean = json_number_value(json_object_get(facts, "mean"));
    json_decref(summary);
    return mean;
}

static void a_method_with_a_name_never_seen_runs(void **state)
{
    (void)state;
    session_write("quilting-of-seven-owls.yaml",
                  "title: Quilting of seven owls\n"
                  "stages:\n"
                  "  - {do: arrive, lasts: 5 min}\n"
                  "  - {do: converse, lasts: 20 min, seating: pairs, matter: question}\n"
                  "  - {do: harvest}\n"
                  "  - {do: decide, floor: round, matter: agenda, decision: majority}\n");
    session_write("owls.yaml",
                  "title: Owls\n"
                  "lasts: 5 d\n"
                  "replications: 2\n"
                  "sites: [{name: Barn, people: 30}]\n"
                  "proposals: {per_day: 2 /d, facets: 6}\n"
                  "calendar: [{every: 1 d, at: \"18:00\", hold: quilting-of-seven-owls, for: 3 h}]\n");
    struct said said = GROUNDSWELL("run", "owls.yaml", "-q", "-o", "owls.h5");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
    assert_true(mean_told("owls.h5", "sessions") >= 5);
    assert_true(mean_told("owls.h5", "decided") > 1);
    assert_true(mean_told("owls.h5", "questions") >= 5);
    assert_true(mean_told("owls.h5", "circle_size") > 2);
}

static int64_t run_of_paired_designs(void)
{
    session_write("pair.yaml",
                  "title: A pair\n"
                  "lasts: 8 d\n"
                  "seed: 3\n"
                  "replications: 5\n"
                  "record_people: yes\n"
                  "sites: [{name: Square, people: 120}]\n"
                  "people: {leave_below: 0 %}\n"
                  "proposals: {per_day: 5 /d, facets: 12, proposer_comes: no, reopening: 0 /d}\n"
                  "designs:\n"
                  "  assembly:\n"
                  "    calendar: [{every: 1 d, at: \"18:00\", hold: general-assembly, for: 2 h}]\n"
                  "  open space:\n"
                  "    calendar: [{every: 1 d, at: \"18:00\", hold: open-space-decides, for: 6 h}]\n");
    assert_int_equal(GROUNDSWELL("run", "pair.yaml", "-q", "-o", "pair.h5").status, 0);
    int64_t file = hdf_open("pair.h5");
    assert_true(file >= 0);
    return file;
}

/* One number a (design, replication); there is one site. */
static void read_runs(int64_t file, const char *measure, double runs[DESIGNS][REPLICATIONS])
{
    struct hdf_shape shape;
    assert_true(hdf_shape(file, measure, &shape));
    assert_int_equal(shape.rank, 3);
    assert_int_equal(shape.lengths[0], DESIGNS);
    assert_int_equal(shape.lengths[1], REPLICATIONS);
    assert_int_equal(shape.lengths[2], 1);
    assert_true(hdf_numbers(file, measure, &runs[0][0], (size_t)DESIGNS * REPLICATIONS));
}

static void the_same_number_of_people_come_and_proposals_are_submitted_in_all_designs(void **state)
{
    (void)state;
    int64_t file = run_of_paired_designs();
    static const char *const shared[] = {"heads", "submitted", "sessions"}, *const own[] = {"decided",
                                                                                            "turns_per_hour"};
    double runs[DESIGNS][REPLICATIONS];
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        read_runs(file, shared[i], runs);
        assert_memory_equal(runs[0], runs[1], sizeof runs[0]);
    }
    read_runs(file, "heads", runs);
    assert_memory_not_equal(&runs[0][0], &runs[0][1],
                            sizeof(double)); /* replications have luck of their own */
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        read_runs(file, own[i], runs);
        assert_memory_not_equal(runs[0], runs[1], sizeof runs[0]);
    }
    hdf_close(file);
}

struct rows {
    size_t count;
    double *design, *replication, *value;
};

static double *read_column(int64_t file, const char *column, size_t *count)
{
    struct hdf_shape shape;
    assert_true(hdf_shape(file, column, &shape));
    assert_int_equal(shape.rank, 1);
    *count = shape.lengths[0];
    double *numbers = calloc(*count, sizeof *numbers);
    assert_true(hdf_numbers(file, column, numbers, *count));
    return numbers;
}

static void the_same_values_stand_in_the_same_rows_of_all_designs(int64_t file, const char *table,
                                                                  const char *column)
{
    char name[64];
    struct rows rows;
    snprintf(name, sizeof name, "%s_design", table);
    rows.design = read_column(file, name, &rows.count);
    snprintf(name, sizeof name, "%s_replication", table);
    rows.replication = read_column(file, name, &rows.count);
    snprintf(name, sizeof name, "%s_%s", table, column);
    rows.value = read_column(file, name, &rows.count);
    size_t next[DESIGNS] = {0}, compared = 0;
    for (;; compared++) {
        for (int design = 0; design < DESIGNS; design++)
            while (next[design] < rows.count && rows.design[next[design]] != design)
                next[design]++;
        if (next[0] == rows.count || next[1] == rows.count)
            break;
        assert_true(rows.replication[next[0]] == rows.replication[next[1]]);
        assert_memory_equal(&rows.value[next[0]], &rows.value[next[1]], sizeof(double));
        next[0]++;
        next[1]++;
    }
    assert_int_equal(2 * compared, rows.count);
    assert_true(compared > 50);
    free(rows.design);
    free(rows.replication);
    free(rows.value);
}

static void the_same_proposals_come_at_the_same_instants_in_all_designs(void **state)
{
    (void)state;
    int64_t file = run_of_paired_designs();
    the_same_values_stand_in_the_same_rows_of_all_designs(file, "proposal", "submitted");
    hdf_close(file);
}

static void the_same_people_come_equally_often_in_all_designs(void **state)
{
    (void)state;
    int64_t file = run_of_paired_designs();
    the_same_values_stand_in_the_same_rows_of_all_designs(file, "person", "sessions");
    hdf_close(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_method_with_a_name_never_seen_runs),
        cmocka_unit_test(the_same_number_of_people_come_and_proposals_are_submitted_in_all_designs),
        cmocka_unit_test(the_same_proposals_come_at_the_same_instants_in_all_designs),
        cmocka_unit_test(the_same_people_come_equally_often_in_all_designs),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
