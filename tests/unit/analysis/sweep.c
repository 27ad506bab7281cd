/* The sweep of a single design: its value at every point, and what is clear of it. */
#define FIXTURE_DESIGNS 1
#include "unit/analysis/fixture.h"
#include "unit/analysis/near.h"

#include <jansson.h>

#include "analysis/figures/figure.h"
#include "analysis/numbers/compare.h"
#include "analysis/numbers/sweep.h"
#include "analysis/report/report.h"
#include "analysis/words/comparison.h"

enum { FIRST_POINT = 3, POINTS = 6, RUNS = FIXTURE_REPLICATIONS };

struct opened {
    struct fixture fixture;
    struct results *results;
    struct arena arena;
    struct trouble trouble;
    struct text out;
};

/* Every run of a point has its level, give or take `spread`. */
static void write_levels(hid_t file, const double levels[POINTS], double spread)
{
    double numbers[FIXTURE_VARIANTS * RUNS];
    for (size_t i = 0; i < FIXTURE_VARIANTS * RUNS; i++) {
        double level = i / RUNS < FIRST_POINT ? 1 : levels[i / RUNS - FIRST_POINT];
        numbers[i] = level + (i % 2 == 0 ? spread : -spread);
    }
    hid_t dataset = H5Dopen2(file, "variants/decisions_per_hour", H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    H5Dclose(dataset);
}

/* One axis: proposals a day, not in the order of their numbers. */
static void write_one_axis(hid_t file, const char *const texts[POINTS])
{
    const char *cells[FIXTURE_VARIANTS][FIXTURE_AXES];
    double values[FIXTURE_VARIANTS][FIXTURE_AXES];
    for (size_t i = 0; i < FIXTURE_VARIANTS; i++)
        for (size_t j = 0; j < FIXTURE_AXES; j++) {
            bool moved = i >= FIRST_POINT && j == 2;
            char *end = NULL;
            cells[i][j] = moved ? texts[i - FIRST_POINT] : "";
            values[i][j] = moved ? strtod(cells[i][j], &end) : (double)NAN;
            if (moved && end == cells[i][j])
                values[i][j] = NAN;
        }
    hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    hid_t dataset = H5Dopen2(file, "variants/axis_text", H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, cells) >= 0);
    H5Dclose(dataset);
    H5Tclose(type);
    dataset = H5Dopen2(file, "variants/axis_value", H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
    H5Dclose(dataset);
}

/* `texts`: of the only axis; NULL: the two of the fixture, facets 5, 20, 60 by 1 and 8 proposals a day. */
static void open_sweep(struct opened *opened, const char *const texts[POINTS], const double levels[POINTS],
                       double spread)
{
    static const char *const designs[] = {"as it is"};
    memset(opened, 0, sizeof *opened);
    fixture_begin(&opened->fixture);
    fixture_fill(&opened->fixture, "How many proposals", designs);
    write_levels(opened->fixture.file, levels, spread);
    if (texts != NULL)
        write_one_axis(opened->fixture.file, texts);
    fixture_end(&opened->fixture);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
    assert_non_null(opened->results);
}

static void close_sweep(struct opened *opened)
{
    results_close(opened->results);
    fixture_remove(&opened->fixture);
    arena_free(&opened->arena);
    trouble_free(&opened->trouble);
    text_free(&opened->out);
}

static void says(const struct opened *opened, const char *part)
{
    if (opened->out.bytes == NULL || strstr(opened->out.bytes, part) == NULL)
        fail_msg("`%s` is not in `%s`", part, opened->out.bytes == NULL ? "" : opened->out.bytes);
}

static void compare_text(struct opened *opened)
{
    struct comparison *comparison =
        compare(opened->results, &(struct compare_request){0}, &opened->arena, &opened->trouble);
    assert_non_null(comparison);
    comparison_text(comparison, &opened->out);
}

static const char *const per_day[POINTS] = {"9 /d", "1 /d", "2 /d", "4 /d", "6 /d", "8 /d"};

static void a_sweep_of_one_design_is_told_from_its_least_to_its_greatest_setting(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, per_day, (const double[]){4, 1, 2, 3, 3.5, 3.9}, 0.1);
    compare_text(&opened);
    /* t(.975; 11) s / sqrt(12), with s = .1 sqrt(12 / 11), is .0664 */
    says(&opened, "- Proposals decided per hour of sessions: 1 (95 % range 0.934 to 1.07) with "
                  "proposals.per_day = 1 "
                  "/d, rising to 4 (95 % range 3.93 to 4.07) with proposals.per_day = 9 /d\n");
    says(&opened, "[h-1], more is better, point by point:\n");
    says(&opened, "  proposals.per_day  mean  95 % range     runs\n");
    says(&opened, "  9 /d                  4  3.93 to 4.07     12\n");
    assert_null(strstr(opened.out.bytes, "against"));
    close_sweep(&opened);
}

static void a_fall_is_a_fall(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, per_day, (const double[]){1, 4, 4, 3, 2, 1}, 0.1);
    compare_text(&opened);
    says(&opened, "with proposals.per_day = 1 /d, falling to 1");
    close_sweep(&opened);
}

static void up_and_down_is_neither(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, per_day, (const double[]){1.5, 1, 2, 4, 3, 2}, 0.1);
    compare_text(&opened);
    says(&opened, "with proposals.per_day = 1 /d, the lowest, and 4");
    says(&opened, "with proposals.per_day = 4 /d, the highest of 6 points\n");
    close_sweep(&opened);
}

static void where_all_ranges_overlap_it_is_hardly_different(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, per_day, (const double[]){2.2, 2, 2.1, 2.15, 2.05, 2}, 1);
    compare_text(&opened);
    says(&opened, "hardly different at any point of the sweep, from 2");
    says(&opened, "to 2.20, and all ranges overlap\n");
    close_sweep(&opened);
}

/* Rules have no order in which a value could rise. */
static void settings_that_are_no_numbers_have_a_lowest_and_a_highest(void **state)
{
    (void)state;
    static const char *const rules[POINTS] = {"stack", "open", "progressive", "hands", "alike", "mixed"};
    struct opened opened;
    open_sweep(&opened, rules, (const double[]){1, 2, 3, 4, 5, 6}, 0.1);
    compare_text(&opened);
    says(&opened, "with proposals.per_day = stack, the lowest, and 6");
    assert_null(strstr(opened.out.bytes, "rising"));
    close_sweep(&opened);
}

static void with_two_settings_each_says_where_it_raises_the_value(void **state)
{
    (void)state;
    struct opened opened;
    /* facets 5: 4 and 8; facets 20: 2 and 5; facets 60: 1 and 1 */
    open_sweep(&opened, NULL, (const double[]){4, 8, 2, 5, 1, 1}, 0.1);
    compare_text(&opened);
    says(&opened, "with proposals.facets = 60 and proposals.per_day = 1 /d, the lowest, and 8");
    says(&opened,
         "with proposals.facets = 5 and proposals.per_day = 8 /d, the highest of 6 points. It falls with "
         "proposals.facets at 2 of 2 values of proposals.per_day. It rises with proposals.per_day at 2 "
         "of 3 values of proposals.facets\n");
    close_sweep(&opened);
}

static void the_json_holds_the_value_at_every_point(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, per_day, (const double[]){4, 1, 2, 3, 3.5, 3.9}, 0.1);
    struct comparison *comparison =
        compare(opened.results, &(struct compare_request){0}, &opened.arena, &opened.trouble);
    assert_non_null(comparison);
    assert_int_equal(comparison->contrast_count, 0);
    comparison_json(comparison, &opened.out);
    json_t *json = json_loads(opened.out.bytes, 0, NULL);
    assert_non_null(json);
    json_t *points = json_object_get(json_array_get(json_object_get(json, "sweeps"), 0), "points");
    assert_int_equal(json_array_size(points), POINTS);
    json_t *mean = json_object_get(json_object_get(json_array_get(points, 3), "means"), "as it is");
    assert_near(json_number_value(json_object_get(mean, "value")), 3, 1e-9);
    assert_near(json_number_value(json_object_get(mean, "low")), 3 - 0.0664, 1e-4);
    assert_true(json_is_null(json_object_get(json_array_get(points, 3), "ratio")));
    json_decref(json);
    close_sweep(&opened);
}

static void draws(struct opened *opened, enum figure_kind kind)
{
    static const char *const starts[] = {"<?xml", "\x89PNG", "%PDF", ""};
    for (enum figure_format format = FIGURE_SVG; format <= FIGURE_TERMINAL; format++) {
        struct figure_request request = {
            .kind = kind, .format = format, .measure = opened->results->headline};
        struct text drawing = {0};
        enum status status = figure_draw(opened->results, &request, &drawing, &opened->trouble);
        if (status != STATUS_FINE)
            fail_msg("kind %d, format %d: %s", (int)kind, (int)format,
                     opened->trouble.complaints[0].sentence);
        assert_int_equal(strncmp(drawing.bytes, starts[format], strlen(starts[format])), 0);
        text_free(&drawing);
    }
}

/* What a scenario wrote stands below the axis as text, where gnuplot would take a tic for a format. */
static void lines_and_maps_draw_with_any_settings_and_nothing_in_them_runs(void **state)
{
    (void)state;
    static const char *const wild[POINTS] = {"%d%s%n", "40 %",           "`touch PWNED`",
                                             "it's",   "$(touch PWNED)", "\xC3\xA9"};
    static const char *const wide[POINTS] = {"1", "10", "100", "1000", "1001", "1002"};
    static const double levels[POINTS] = {4, 1, 2, 3, 3.5, 3.9};
    const char *const *const kinds[] = {per_day, wild, wide};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct opened opened;
        open_sweep(&opened, kinds[i], levels, 0.1);
        assert_int_equal(chdir(opened.fixture.folder), 0);
        draws(&opened, FIGURE_LINE);
        draws(&opened, FIGURE_MAP);
        assert_int_equal(access("PWNED", F_OK), -1);
        assert_int_equal(chdir("/"), 0);
        close_sweep(&opened);
    }
}

static void two_settings_are_a_map_and_no_line(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, NULL, (const double[]){4, 8, 2, 5, 1, 1}, 0.1);
    draws(&opened, FIGURE_MAP);
    assert_false(figure_possible(opened.results, FIGURE_LINE));
    struct figure_request request = {.kind = FIGURE_LINE, .measure = opened.results->headline};
    struct text drawing = {0};
    assert_int_equal(figure_draw(opened.results, &request, &drawing, &opened.trouble), STATUS_BAD_INPUT);
    assert_non_null(strstr(opened.trouble.complaints[0].sentence, "no sweep of a single setting"));
    text_free(&drawing);
    close_sweep(&opened);
}

static const char *place_in(const struct opened *opened, const char *part)
{
    const char *at = strstr(opened->out.bytes, part);
    if (at == NULL)
        fail_msg("`%s` is not on the page", part);
    return at;
}

static void the_page_of_one_design_leads_with_its_sweep(void **state)
{
    (void)state;
    struct opened opened;
    open_sweep(&opened, per_day, (const double[]){4, 1, 2, 3, 3.5, 3.9}, 0.1);
    assert_int_equal(report_page(opened.results, &(struct report_request){0}, &opened.out, &opened.trouble),
                     STATUS_FINE);
    const char *answer = place_in(&opened, "with proposals.per_day = 1 /d, rising to 4 (95");
    const char *line = place_in(&opened, "aria-label=\"Line over the sweep");
    const char *table = place_in(&opened, "<th scope=\"row\">proposals.per_day = 6 /d</th>");
    assert_true(place_in(&opened, "The answer") < answer && answer < line && line < table);
    assert_true(table < place_in(&opened, "What came out"));
    assert_null(strstr(opened.out.bytes, "Where which design is ahead"));
    assert_null(strstr(opened.out.bytes, "Map of the sweep"));
    assert_null(strstr(opened.out.bytes, "not shown"));
    close_sweep(&opened);
}

/* 1 + 4 as dots, 5 maps, 1 survival, the backlog, 70 more courses and 1 histogram: 83, of which 64 have room.
 */
static void figures_that_have_no_room_are_named(void **state)
{
    (void)state;
    enum { MORE = 70 };
    static const char *const designs[] = {"as it is"};
    struct opened opened = {0};
    fixture_begin(&opened.fixture);
    fixture_fill(&opened.fixture, "Very much", designs);
    for (int i = 0; i < MORE; i++) {
        char name[16];
        snprintf(name, sizeof name, "extra%02d", i);
        fixture_measure(opened.fixture.file, name, "1", name, "neither", "time", FIXTURE_TIMES,
                        (const double[]){1}, 0.1);
    }
    fixture_end(&opened.fixture);
    opened.results = results_open(opened.fixture.path, &opened.trouble);
    assert_non_null(opened.results);
    assert_int_equal(report_page(opened.results, &(struct report_request){0}, &opened.out, &opened.trouble),
                     STATUS_FINE);
    says(&opened,
         "19 more figures are not shown; <code>groundswell plot FILE NAME</code> draws them: extra52, ");
    says(&opened, "extra69, circle_sizes.</p>");
    assert_null(strstr(opened.out.bytes, "Histogram: "));
    close_sweep(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sweep_of_one_design_is_told_from_its_least_to_its_greatest_setting),
        cmocka_unit_test(a_fall_is_a_fall),
        cmocka_unit_test(up_and_down_is_neither),
        cmocka_unit_test(where_all_ranges_overlap_it_is_hardly_different),
        cmocka_unit_test(settings_that_are_no_numbers_have_a_lowest_and_a_highest),
        cmocka_unit_test(with_two_settings_each_says_where_it_raises_the_value),
        cmocka_unit_test(the_json_holds_the_value_at_every_point),
        cmocka_unit_test(lines_and_maps_draw_with_any_settings_and_nothing_in_them_runs),
        cmocka_unit_test(two_settings_are_a_map_and_no_line),
        cmocka_unit_test(the_page_of_one_design_leads_with_its_sweep),
        cmocka_unit_test(figures_that_have_no_room_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
