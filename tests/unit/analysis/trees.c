/* Cascades of sparks as trees: read, drawn and told of. */
#define FIXTURE_SITES 2
#include "unit/analysis/fixture.h"

#include "analysis/figures/figure.h"
#include "analysis/numbers/trees.h"
#include "analysis/report/report.h"

static const char *const plain[] = {"in circles", "with cards", "alone"};
static const char *const evil[] = {"`touch PWNED`'\"", "<script>\n!touch PWNED",
                                   "\xff system('touch PWNED')"};

enum { COLUMNS = 13, MOST_ROWS = 400, STAR = 300 };
#define NOBODY NAN

static const char *const column_names[COLUMNS] = {
    "design", "replication", "site",      "spark_site",  "spark",      "at",    "way",
    "active", "number",      "from_site", "from_number", "generation", "people"};

// clang-format off
/* Of the first design: she begins; tells two, of whom the second, at the other site, tells one more; two who are
 * alone. Of the second: rows of which nobody can make sense. */
static const double few[][COLUMNS] = {
    /* design, run, site, spark's site, spark, at, way, active, number, from site, from number, steps, people */
    {0, 0, 0, 1, 5, 48, 1, 1, 0, NOBODY, NOBODY, 0, 7},
    {0, 0, 0, 1, 5, 49, 3, 1, 1, 0, 0, 1, 1},
    {0, 0, 1, 1, 5, 50, 3, 1, 0, 0, 0, 1, 2},
    {0, 0, 1, 1, 5, 51, 3, 1, 1, 1, 0, 2, 1},
    {0, 0, 1, 1, 5, 51, 3, 0, NOBODY, 1, 0, 2, 0}, /* heard, and did not become active */
    {0, 0, 0, 0, 5, 50, 0, 1, 2, NOBODY, NOBODY, 0, 1},
    {0, 0, 0, 0, 6, 50, 4, 1, 3, 0, 0, 1, 1}, /* of another spark than who told her: she began it */
    {0, 1, 0, 0, 5, 50, 0, 1, 0, NOBODY, NOBODY, 0, 1}, /* of another run */
    {1, 0, 0, 0, 1, 50, 3, 1, 0, 0, 1, 1, 1}, {1, 0, 0, 0, 1, 50, 3, 1, 1, 0, 0, 1, 1}, /* told each other */
    {1, 0, 0, 0, 1, 50, 3, 1, 2, 0, 2, 1, 1}, /* told herself */
    {1, 0, 7, 0, 1, 50, 3, 1, 0, 0, 2, 1, 1}, {1, 0, 0, -1, 1, 50, 3, 1, 9, 0, 2, 1, 1}, {1, 0, 0, 0, 1, 50, 3, 1, NAN, 0, 2, 1, 1},
    {9, 0, 0, 0, 1, 50, 3, 1, 9, 0, 2, 1, 1},
};
// clang-format on
enum { FEW = sizeof few / sizeof few[0] };

/* One who told so many at the other site, of whom the last one told another one. */
static hsize_t star_of(double rows[][COLUMNS])
{
    static const double first[COLUMNS] = {0, 0, 0, 0, 0, 24, 1, 1, 0, NOBODY, NOBODY, 0, STAR + 2};
    static const double last[COLUMNS] = {0, 0, 0, 0, 0, 26, 3, 1, 1, 1, STAR - 1, 2, 1};
    for (size_t column = 0; column < COLUMNS; column++) {
        rows[0][column] = first[column];
        rows[STAR + 1][column] = last[column];
    }
    for (int i = 0; i < STAR; i++) {
        const double told[COLUMNS] = {0, 0, 1, 0, 0, 25, 3, 1, i, 0, 0, 1, i == STAR - 1 ? 2 : 1};
        memcpy(rows[i + 1], told, sizeof told);
    }
    return STAR + 2;
}

static void add_table(hid_t file, const double rows[][COLUMNS], hsize_t count, size_t columns)
{
    static const char *const table = "heard_spark";
    double numbers[MOST_ROWS];
    for (hsize_t i = 0; i < count; i++)
        numbers[i] = (double)i;
    fixture_numbers(file, table, 1, &count, numbers);
    fixture_scale(file, table);
    for (size_t column = 0; column < columns; column++) {
        char name[64];
        for (hsize_t row = 0; row < count; row++)
            numbers[row] = rows[row][column];
        snprintf(name, sizeof name, "%s_%s", table, column_names[column]);
        fixture_numbers(file, name, 1, &count, numbers);
        fixture_describe(file, name, "1", name, "neither", &table, 1);
    }
    hid_t way = H5Dopen2(file, "heard_spark_way", H5P_DEFAULT);
    fixture_attribute(way, "flag_meanings", "began site other_site `touch_PWNED` post");
    H5Dclose(way);
}

struct grown {
    struct fixture fixture;
    struct results *results;
    struct trouble trouble;
    struct arena arena;
};

enum file_has { HAS_NONE, HAS_FEW, HAS_STAR, HAS_FEW_WITHOUT_PEOPLE };

static void begin(struct grown *grown, const char *const *designs, enum file_has has)
{
    static double rows[MOST_ROWS][COLUMNS];
    *grown = (struct grown){0};
    fixture_begin(&grown->fixture);
    fixture_fill(&grown->fixture, "Who passes it on?", designs);
    if (has == HAS_STAR)
        add_table(grown->fixture.file, rows, star_of(rows), COLUMNS);
    else if (has != HAS_NONE)
        add_table(grown->fixture.file, few, FEW, has == HAS_FEW ? COLUMNS : COLUMNS - 1);
    fixture_end(&grown->fixture);
    grown->results = results_open(grown->fixture.path, &grown->trouble);
    if (grown->results == NULL)
        fail_msg("%s", grown->trouble.complaints[0].sentence);
}

static void end(struct grown *grown)
{
    trouble_free(&grown->trouble);
    arena_free(&grown->arena);
    results_close(grown->results);
    fixture_remove(&grown->fixture);
}

static struct trees trees_in(struct grown *grown, size_t design, size_t people)
{
    const struct trees_room room = {3, people};
    return trees_of(grown->results, design, room, &grown->arena, &grown->trouble);
}

static void a_cascade_is_who_began_it_and_all_who_are_active_because_of_her(void **state)
{
    (void)state;
    struct grown grown;
    begin(&grown, plain, HAS_FEW);
    const struct trees trees = trees_in(&grown, 0, 100);
    assert_int_equal(trees.cascades, 3);
    assert_int_equal(trees.alone, 2);
    assert_int_equal(trees.count, 1); /* who is alone is no tree */
    const struct tree *tree = &trees.items[0];
    assert_int_equal(tree->members, 4);
    assert_int_equal(tree->count, 4);
    assert_int_equal(tree->steps, 2);
    assert_true(tree->people == 7 && tree->began == 2);
    assert_int_equal(tree->spark_site, 1);
    assert_int_equal(tree->spark, 5);
    assert_int_equal(tree->site, 0);
    assert_int_equal(tree->way, 1);
    assert_int_equal(tree->persons[0].parent, NOT_FOUND);
    assert_int_equal(tree->persons[1].parent, 0);
    assert_int_equal(tree->persons[2].parent, 0);
    assert_int_equal(tree->persons[2].site, 1);
    assert_int_equal(tree->persons[3].parent, 2);
    assert_int_equal(tree->persons[3].depth, 2);
    assert_int_equal(trees_in(&grown, 2, 100).cascades, 0);
    assert_int_equal(grown.trouble.count, 0);
    end(&grown);
}

static void nobody_told_herself_and_two_did_not_tell_each_other(void **state)
{
    (void)state;
    struct grown grown;
    begin(&grown, plain, HAS_FEW);
    const struct trees trees = trees_in(&grown, 1, 100);
    assert_int_equal(trees.cascades, 3);
    assert_int_equal(trees.alone, 3);
    assert_int_equal(trees.count, 0);
    end(&grown);
}

/* Of 302 people there is room for ten: who began, the one who told another one, and eight more; the others
 * are counted behind who told them. */
static void of_a_large_cascade_those_stand_who_have_most_behind_them(void **state)
{
    (void)state;
    struct grown grown;
    begin(&grown, plain, HAS_STAR);
    const struct trees trees = trees_in(&grown, 0, 10);
    const struct tree *tree = &trees.items[0];
    size_t behind = 0, of_last = 0;
    assert_int_equal(tree->members, STAR + 2);
    assert_int_equal(tree->steps, 2);
    assert_int_equal(tree->count, 10);
    for (size_t i = 0; i < tree->count; i++) {
        assert_true(tree->persons[i].parent == NOT_FOUND ? i == 0 : tree->persons[i].parent < i);
        behind += tree->persons[i].behind;
        of_last += i > 0 ? tree->persons[i].behind : 0;
    }
    assert_int_equal(behind, STAR + 2 - 10);
    assert_int_equal(of_last, 1); /* behind the one who told another one: she has no place herself */
    end(&grown);
}

static void says(struct grown *grown, const char *sentence)
{
    const struct figure_request request = {.kind = FIGURE_TREES};
    struct text words = {0};
    figure_words(grown->results, &request, &words);
    assert_string_equal(words.bytes, sentence);
    text_free(&words);
}

static void the_figure_says_in_words_what_it_shows(void **state)
{
    (void)state;
    struct grown grown;
    begin(&grown, plain, HAS_FEW);
    says(&grown,
         "The largest cascades of sparks in one run as trees: in circles, 3 cascades, 2 of them of one "
         "person; the largest has 4 people in 2 steps and 3 of the public; with cards, nobody passed a "
         "spark on to others; alone, nobody was active on a spark.");
    end(&grown);
    begin(&grown, plain, HAS_STAR);
    says(&grown,
         "The largest cascades of sparks in one run as trees: in circles, 1 cascade, 0 of them of one "
         "person; the largest has 302 people in 2 steps, of whom 133 are drawn; with cards, nobody was "
         "active on a spark; alone, nobody was active on a spark.");
    end(&grown);
}

/* In every format, with design names that would love to run. */
static void it_draws_and_nothing_in_it_runs(void **state)
{
    (void)state;
    for (enum file_has has = HAS_FEW; has <= HAS_STAR; has++) {
        struct grown grown;
        begin(&grown, evil, has);
        assert_int_equal(chdir(grown.fixture.folder), 0);
        for (enum figure_format format = FIGURE_SVG; format <= FIGURE_TERMINAL; format++) {
            const struct figure_request request = {.kind = FIGURE_TREES, .format = format};
            struct text drawing = {0};
            if (figure_draw(grown.results, &request, &drawing, &grown.trouble) != STATUS_FINE)
                fail_msg("format %d: %s", (int)format, grown.trouble.complaints[0].sentence);
            assert_true(drawing.length > 500);
            if (format == FIGURE_SVG)
                assert_null(strstr(drawing.bytes, "<script"));
            text_free(&drawing);
        }
        assert_int_equal(access("PWNED", F_OK), -1);
        assert_int_equal(chdir("/"), 0);
        end(&grown);
    }
}

static void refuses(struct grown *grown, const char *sentence)
{
    const struct figure_request request = {.kind = FIGURE_TREES};
    struct text drawing = {0};
    assert_int_equal(figure_draw(grown->results, &request, &drawing, &grown->trouble), STATUS_BAD_INPUT);
    assert_string_equal(grown->trouble.complaints[0].sentence, sentence);
    text_free(&drawing);
}

static void a_file_without_them_says_what_it_lacks(void **state)
{
    (void)state;
    struct grown grown;
    begin(&grown, plain, HAS_NONE);
    assert_false(figure_possible(grown.results, FIGURE_TREES));
    refuses(&grown, "does not say who passed a spark to whom: that takes sparks that somebody hears of, and "
                    "`record_people: yes`");
    end(&grown);
    begin(&grown, plain, HAS_FEW_WITHOUT_PEOPLE);
    refuses(&grown, "this results file lacks its variable `heard_spark_people`");
    end(&grown);
}

static void the_page_shows_it_with_its_table(void **state)
{
    (void)state;
    struct grown grown;
    struct text page = {0};
    begin(&grown, evil, HAS_FEW);
    assert_int_equal(report_page(grown.results, &(struct report_request){0}, &page, &grown.trouble),
                     STATUS_FINE);
    assert_non_null(strstr(page.bytes, "<h3>Who passed a spark to whom</h3>"));
    assert_non_null(strstr(page.bytes, "<summary>The largest cascades, one by one</summary>"));
    assert_non_null(strstr(page.bytes, ", 5</td><td class=\"n\">4</td><td class=\"n\">3</td><td "
                                       "class=\"n\">2</td><td class=\"n\">2</td>"));
    text_free(&page);
    end(&grown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cascade_is_who_began_it_and_all_who_are_active_because_of_her),
        cmocka_unit_test(nobody_told_herself_and_two_did_not_tell_each_other),
        cmocka_unit_test(of_a_large_cascade_those_stand_who_have_most_behind_them),
        cmocka_unit_test(the_figure_says_in_words_what_it_shows),
        cmocka_unit_test(it_draws_and_nothing_in_it_runs),
        cmocka_unit_test(a_file_without_them_says_what_it_lacks),
        cmocka_unit_test(the_page_shows_it_with_its_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
