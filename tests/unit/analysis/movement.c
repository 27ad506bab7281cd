/* Working groups, links, places and measures of the movement as a whole: read, drawn, compared, told of. */
#include "unit/analysis/moved.h"
#include "unit/analysis/near.h"

#include "analysis/figures/figure.h"
#include "analysis/numbers/movement.h"
#include "analysis/numbers/path.h"
#include "analysis/report/report.h"
#include "analysis/words/comparison.h"
#include "analysis/words/path_text.h"

static const char *const plain[] = {"camps alone", "with link calls", "no groups"};
static const char *const evil[] = {"`touch PWNED`'\"", "<script>\n!touch PWNED",
                                   "\xff system('touch PWNED')"};

struct moved {
    struct fixture fixture;
    struct results *results;
    struct trouble trouble;
    struct arena arena;
};

static void begin(struct moved *moved, const char *const *designs)
{
    *moved = (struct moved){0};
    moved_make(&moved->fixture, designs);
    moved->results = results_open(moved->fixture.path, &moved->trouble);
    if (moved->results == NULL)
        fail_msg("%s", moved->trouble.complaints[0].sentence);
}

static void end(struct moved *moved)
{
    assert_int_equal(moved->trouble.count, 0);
    arena_free(&moved->arena);
    results_close(moved->results);
    fixture_remove(&moved->fixture);
}

static void a_measure_of_the_movement_has_no_site(void **state)
{
    (void)state;
    struct moved moved;
    begin(&moved, plain);
    const struct results *results = moved.results;
    size_t unity = results_find_measure(results, "time_to_unity");
    size_t integration = results_find_measure(results, "integration");
    assert_true(results->measures[unity].of_movement && results->measures[unity].extent == EXTENT_RUN);
    assert_true(results->measures[integration].extent == EXTENT_TIME);
    assert_false(results->measures[results_find_measure(results, "sessions")].of_movement);
    double values[FIXTURE_REPLICATIONS], course[FIXTURE_TIMES];
    assert_int_equal(results_run_values(results, unity, 0, 1, ALL_SITES, values), FIXTURE_REPLICATIONS);
    assert_near(values[4], 3.001, 1e-12);
    results_run_values(results, unity, 0, 1, 1, values); /* whichever site is asked for */
    assert_near(values[5], 2.999, 1e-12);
    results_run_values(results, unity, 4, 1, ALL_SITES, values); /* at other settings */
    assert_near(values[5], 11, 1e-12);
    const double *loaded = results_load(moved.results, integration, &moved.trouble);
    results_course(results, integration, loaded, 1, 7, ALL_SITES, course);
    assert_near(course[3], 0.799, 1e-12);
    end(&moved);
}

static void bins_that_are_called_like_a_column_are_none(void **state)
{
    (void)state;
    struct moved moved;
    begin(&moved, plain);
    const struct results_table *groups = &moved.results->tables[results_find_table(moved.results, "group")];
    assert_int_equal(groups->rows, MOVED_GROUPS);
    assert_int_equal(groups->column_count, 3);
    assert_true(results_find_column(groups, "size") == NOT_FOUND);
    end(&moved);
}

static void groups_of_a_run_stand_by_birth(void **state)
{
    (void)state;
    struct moved moved;
    begin(&moved, plain);
    struct group_lives one =
        movement_groups(moved.results, 0, SHOWN_REPLICATION, &moved.arena, &moved.trouble);
    struct group_lives all =
        movement_groups(moved.results, 1, ALL_REPLICATIONS, &moved.arena, &moved.trouble);
    assert_int_equal(one.count, 15);
    assert_int_equal(all.count, 45);
    for (size_t i = 1; i < all.count; i++)
        assert_true(all.items[i - 1].born <= all.items[i].born);
    assert_near(one.items[0].ended - one.items[0].born, 2, 1e-9);
    assert_false(one.items[0].lives);
    assert_true(all.items[0].lives);
    assert_near(all.items[0].ended, FIXTURE_TIMES, 1e-12); /* the last sampling instant */
    assert_int_equal(movement_groups(moved.results, 2, ALL_REPLICATIONS, &moved.arena, &moved.trouble).count,
                     0);
    struct names categories = movement_categories(moved.results, &moved.arena);
    assert_int_equal(categories.count, 3);
    assert_string_equal(categories.names[1], "sectorial");
    end(&moved);
}

static void a_group_that_lives_to_the_end_lived_at_least_so_long(void **state)
{
    (void)state;
    struct moved moved;
    begin(&moved, plain);
    struct group_lives died =
        movement_groups(moved.results, 0, ALL_REPLICATIONS, &moved.arena, &moved.trouble);
    struct group_lives live =
        movement_groups(moved.results, 1, ALL_REPLICATIONS, &moved.arena, &moved.trouble);
    struct survival two_days = movement_lifetimes(&died, &moved.arena);
    struct survival longer = movement_lifetimes(&live, &moved.arena);
    assert_near(estimate_median(&two_days, USUAL_CONFIDENCE).value, 2, 1e-9);
    assert_true(isinf(estimate_median(&longer, USUAL_CONFIDENCE).value));
    end(&moved);
}

static size_t links_on(struct moved *moved, double day)
{
    struct ties ties = movement_ties(moved->results, 0, day, &moved->arena, &moved->trouble);
    assert_int_equal(ties.count, 1);
    assert_true(ties.items[0].one == 0 && ties.items[0].other == 1);
    assert_int_equal(ties.items[0].links, ties.links);
    return ties.links;
}

/* Made on days 0, 0 and 3, the first ends on day 4. */
static void links_between_two_sites_are_counted_while_they_live(void **state)
{
    (void)state;
    struct moved moved;
    begin(&moved, plain);
    assert_int_equal(links_on(&moved, 1), 2);
    assert_int_equal(links_on(&moved, 3), 3);
    assert_int_equal(links_on(&moved, 4), 2);
    assert_int_equal(movement_ties(moved.results, 2, 3, &moved.arena, &moved.trouble).count, 0);
    end(&moved);
}

static void sites_stand_where_they_are_or_on_a_circle(void **state)
{
    (void)state;
    struct moved moved;
    bool told;
    begin(&moved, plain);
    const struct site_spot *spots = movement_places(moved.results, 0, &told, &moved.arena, &moved.trouble);
    assert_true(told);
    assert_true(spots[0].across == 0 && spots[0].up == 1 && spots[1].across == 1 && spots[1].up == 0);
    assert_near(spots[1].people, 400, 1e-12);
    spots = movement_places(moved.results, 2, &told, &moved.arena, &moved.trouble);
    assert_false(told);
    assert_near(spots[0].up, 1, 1e-12);
    assert_near(spots[1].up, 0, 1e-12);
    end(&moved);
}

/* A file made from a design whose links are off has no row of its places. */
static void lose_the_places_of_the_first_design(struct moved *moved)
{
    results_close(moved->results);
    hid_t file = H5Fopen(moved->fixture.path, H5F_ACC_RDWR, H5P_DEFAULT);
    hid_t designs = H5Dopen2(file, "place_design", H5P_DEFAULT);
    const double numbers[MOVED_PLACES] = {1, 1, 1, 1, 2, 2};
    assert_true(H5Dwrite(designs, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    H5Dclose(designs);
    H5Fclose(file);
    moved->results = results_open(moved->fixture.path, &moved->trouble);
    assert_non_null(moved->results);
}

static void a_design_without_places_has_those_of_the_others(void **state)
{
    (void)state;
    struct moved moved;
    bool told;
    begin(&moved, plain);
    lose_the_places_of_the_first_design(&moved);
    const struct site_spot *spots = movement_places(moved.results, 0, &told, &moved.arena, &moved.trouble);
    assert_true(told);
    assert_true(spots[0].across == 0 && spots[0].up == 1 && spots[1].across == 1 && spots[1].up == 0);
    assert_true(isnan(spots[0].people));
    end(&moved);
}

/* Of the shown run, as the course of each site has them on that sample, in every design. */
static void sites_have_the_people_of_the_day(void **state)
{
    (void)state;
    struct moved moved;
    double people[FIXTURE_SITES], course[FIXTURE_TIMES];
    begin(&moved, plain);
    const size_t measure = results_find_measure(moved.results, "people_here_at");
    const double *loaded = results_load(moved.results, measure, &moved.trouble);
    for (size_t design = 0; design < FIXTURE_DESIGNS; design++)
        for (size_t sample = 0; sample < FIXTURE_TIMES; sample++) {
            assert_true(movement_people(moved.results, design, sample, people, &moved.trouble));
            for (size_t site = 0; site < FIXTURE_SITES; site++) {
                results_course(moved.results, measure, loaded, design, 0, site, course);
                assert_near(people[site], course[sample], 0);
            }
        }
    assert_true(movement_people(moved.results, 1, 0, people, &moved.trouble));
    const double first = people[1];
    assert_true(movement_people(moved.results, 1, FIXTURE_TIMES - 1, people, &moved.trouble));
    assert_true(people[1] > 2 * first);
    assert_false(movement_people(moved.results, 1, FIXTURE_TIMES, people, &moved.trouble));
    end(&moved);
}

static void a_path_has_the_phases_of_its_mean(void **state)
{
    (void)state;
    struct moved moved;
    begin(&moved, plain);
    const struct path apart = path_of(moved.results, 0, &moved.arena, &moved.trouble);
    const struct path united = path_of(moved.results, 1, &moved.arena, &moved.trouble);
    const enum phase expected[] = {PHASE_BEFORE, PHASE_BEFORE, PHASE_UNITED,
                                   PHASE_UNITED, PHASE_UNITED, PHASE_FALLING_APART};
    assert_int_equal(apart.count, FIXTURE_TIMES);
    assert_int_equal(united.count, FIXTURE_TIMES);
    for (size_t i = 0; i < FIXTURE_TIMES; i++) {
        assert_int_equal(apart.stops[i].phase, PHASE_BEFORE);
        assert_int_equal(united.stops[i].phase, expected[i]);
        assert_near(united.stops[i].integration, moved_integration[FIXTURE_TIMES + i], 1e-9);
    }
    assert_int_equal(path_of(moved.results, 2, &moved.arena, &moved.trouble).count, 0);
    struct text words = {0};
    path_words(&united, &words);
    assert_string_equal(words.bytes,
                        ", united by day 3, falling apart from day 6 on, integration 0.600 at the end");
    text_free(&words);
    end(&moved);
}

/* In every format, with design names and categories that would love to run. */
static void every_figure_of_the_movement_draws_and_nothing_in_it_runs(void **state)
{
    (void)state;
    static const enum figure_kind kinds[] = {FIGURE_GROUPS, FIGURE_PATH, FIGURE_SITES};
    struct moved moved;
    begin(&moved, evil);
    assert_int_equal(chdir(moved.fixture.folder), 0);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (enum figure_format format = FIGURE_SVG; format <= FIGURE_TERMINAL; format++) {
            const struct figure_request request = {.kind = kinds[i], .format = format};
            struct text drawing = {0}, words = {0};
            if (figure_draw(moved.results, &request, &drawing, &moved.trouble) != STATUS_FINE)
                fail_msg("figure %zu, format %d: %s", i, (int)format, moved.trouble.complaints[0].sentence);
            figure_words(moved.results, &request, &words);
            assert_true(drawing.length > 500 && words.length > 100);
            if (format == FIGURE_SVG)
                assert_null(strstr(drawing.bytes, "<script"));
            text_free(&drawing);
            text_free(&words);
        }
    assert_int_equal(access("PWNED", F_OK), -1);
    assert_int_equal(chdir("/"), 0);
    end(&moved);
}

static void a_file_without_a_movement_says_what_it_lacks(void **state)
{
    (void)state;
    static const struct {
        enum figure_kind kind;
        const char *sentence;
    } lacking[] = {{FIGURE_GROUPS, "holds no working groups to draw"},
                   {FIGURE_PATH, "holds no differentiation and integration to draw"},
                   {FIGURE_SITES, "holds no links between sites to draw"}};
    struct fixture fixture;
    struct trouble trouble = {0};
    struct text page = {0};
    fixture_begin(&fixture);
    fixture_fill(&fixture, "No movement", plain);
    fixture_end(&fixture);
    struct results *results = results_open(fixture.path, &trouble);
    for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++) {
        const struct figure_request request = {.kind = lacking[i].kind};
        struct text drawing = {0};
        assert_false(figure_possible(results, lacking[i].kind));
        assert_int_equal(figure_draw(results, &request, &drawing, &trouble), STATUS_BAD_INPUT);
        assert_string_equal(trouble.complaints[i].sentence, lacking[i].sentence);
    }
    trouble_free(&trouble);
    assert_int_equal(report_page(results, &(struct report_request){0}, &page, &trouble), STATUS_FINE);
    assert_null(strstr(page.bytes, "Working groups"));
    assert_null(strstr(page.bytes, "The movement"));
    text_free(&page);
    results_close(results);
    fixture_remove(&fixture);
}

static void the_page_tells_of_groups_and_of_the_movement(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "<h2>Working groups</h2>",
        ("camps alone</strong>: 3.75 working groups in a run, on average; half of them lived longer than 2 "
         "days, and 0 % were alive at the end."),
        ("with link calls</strong>: 3.75 working groups in a run, on average; more than half of them "
         "outlived the run, and 100 % were alive at the end."),
        "no groups</strong>: no working groups.",
        "<h2>The movement</h2>",
        "camps alone</strong>: 0 of 12 runs became one network; integration is 0.300",
        "with link calls</strong>: 12 of 12 runs became one network, on day 3",
        "no groups</strong>: 12 of 12 runs became one network, on day 4 on average; no groups that need each "
        "other.",
        "Time until the movement is one, in days",
        "From founding to end",
        "Sites and the links between them",
    };
    struct moved moved;
    struct text page = {0};
    begin(&moved, plain);
    assert_int_equal(report_page(moved.results, &(struct report_request){0}, &page, &moved.trouble),
                     STATUS_FINE);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(page.bytes, parts[i]) == NULL)
            fail_msg("`%s` is not on the page", parts[i]);
    text_free(&page);
    end(&moved);
}

static void the_comparison_has_a_block_of_the_movement(void **state)
{
    (void)state;
    struct moved moved;
    struct text text = {0};
    static const char *const asked[] = {"sessions"};
    begin(&moved, plain);
    struct comparison *comparison =
        compare(moved.results, &(struct compare_request){0}, &moved.arena, &moved.trouble);
    assert_int_equal(comparison->measure_count, comparison->movement_from + 1);
    comparison_text(comparison, &text);
    const char *block =
        strstr(text.bytes, "\nThe movement as a whole\n\ntime_to_unity [d], less is better\n");
    assert_non_null(block);
    assert_non_null(strstr(text.bytes, "never spoke"));
    assert_true(strstr(text.bytes, "never spoke") < block);
    text_free(&text);
    const struct compare_request request = {.measures = asked, .measure_count = 1};
    comparison = compare(moved.results, &request, &moved.arena, &moved.trouble);
    assert_int_equal(comparison->measure_count, 1);
    comparison_text(comparison, &text);
    assert_null(strstr(text.bytes, "The movement as a whole"));
    text_free(&text);
    end(&moved);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_of_the_movement_has_no_site),
        cmocka_unit_test(bins_that_are_called_like_a_column_are_none),
        cmocka_unit_test(groups_of_a_run_stand_by_birth),
        cmocka_unit_test(a_group_that_lives_to_the_end_lived_at_least_so_long),
        cmocka_unit_test(links_between_two_sites_are_counted_while_they_live),
        cmocka_unit_test(sites_stand_where_they_are_or_on_a_circle),
        cmocka_unit_test(a_design_without_places_has_those_of_the_others),
        cmocka_unit_test(sites_have_the_people_of_the_day),
        cmocka_unit_test(a_path_has_the_phases_of_its_mean),
        cmocka_unit_test(every_figure_of_the_movement_draws_and_nothing_in_it_runs),
        cmocka_unit_test(a_file_without_a_movement_says_what_it_lacks),
        cmocka_unit_test(the_page_tells_of_groups_and_of_the_movement),
        cmocka_unit_test(the_comparison_has_a_block_of_the_movement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
