/* Who helped whom, and how large sparks become: read, drawn and told of. */
#define FIXTURE_SITES 2
#include "unit/analysis/fixture.h"

#include "analysis/figures/figure.h"
#include "analysis/figures/springs.h"
#include "analysis/numbers/help.h"
#include "analysis/report/report.h"

static const char *const plain[] = {"in circles", "with cards", "alone"};
static const char *const evil[] = {"`touch PWNED`'\"", "<script>\n!touch PWNED",
                                   "\xff system('touch PWNED')"};

enum { ROWS = 12, COLUMNS = 7, CROWD = 300 };
#define NOBODY NAN

// clang-format off
/* Design, replication, site, helper, owner, channel, hours. */
static const double help_rows[ROWS][COLUMNS] = {
    {0, 0, 0, 4, 7, 0, 2},           {0, 0, 0, 4, 9, 0, 3},       {0, 0, 0, 7, 4, 2, 1},
    {0, 0, 1, 4, 7, 0, 1},           /* other people, though they have the same numbers */
    {0, 1, 0, 1, 2, 0, 1},           /* of another run */
    {0, 0, 0, NOBODY, 7, 5, 1},      /* a donation */
    {0, 0, 0, 4, NOBODY, 0, 1},      /* of a working group */
    {1, 0, 0, 3, 8, 3, 1},           {1, 0, 0, 3, 8, 3, 1},
    {1, 0, 0, 3, 8, NAN, 1},         {1, 0, 7, -1, 8, 0, 1},      {9, 0, 0, 1, 2, 0, 1},
};
/* Of the first design 1, 2, 2, 10 and 100 people; of the second, sparks that nobody was active on. */
static const double spark_designs[] = {0, 0, 0, 0, 0, 0, 1, 1};
static const double spark_sizes[] = {100, 2, 1, 2, 10, 0, 0, NAN};
enum { SPARKS = sizeof spark_sizes / sizeof spark_sizes[0] };
// clang-format on

static void add_axis(hid_t file, const char *name, hsize_t count)
{
    double numbers[CROWD];
    for (hsize_t i = 0; i < count; i++)
        numbers[i] = (double)i;
    fixture_numbers(file, name, 1, &count, numbers);
    fixture_scale(file, name);
}

static void add_column(hid_t file, const char *table, const char *column, hsize_t count,
                       const double *numbers)
{
    char name[64];
    snprintf(name, sizeof name, "%s_%s", table, column);
    fixture_numbers(file, name, 1, &count, numbers);
    fixture_describe(file, name, "1", name, "neither", &table, 1);
}

static void add_help(hid_t file, size_t columns)
{
    static const char *const names[COLUMNS] = {"design", "replication", "site", "helper",
                                               "owner",  "channel",     "hours"};
    add_axis(file, "need_met", ROWS);
    for (size_t column = 0; column < columns; column++) {
        double numbers[ROWS];
        for (size_t row = 0; row < ROWS; row++)
            numbers[row] = help_rows[row][column];
        add_column(file, "need_met", names[column], ROWS, numbers);
    }
    hid_t channel = H5Dopen2(file, "need_met_channel", H5P_DEFAULT);
    fixture_attribute(channel, "flag_meanings", "circle assembly name `touch_PWNED` board donation");
    H5Dclose(channel);
}

/* So many sites with as many people each, of whom everybody helps the next one of her site. */
static void add_crowd(hid_t file, int sites)
{
    static const double zeros[CROWD];
    double site[CROWD], helper[CROWD], owner[CROWD], ones[CROWD];
    const int each = CROWD / sites;
    for (int i = 0; i < CROWD; i++) {
        int place = i / each;
        site[i] = place;
        helper[i] = i % each;
        owner[i] = (i + 1) % each;
        ones[i] = 1;
    }
    add_axis(file, "need_met", CROWD);
    add_column(file, "need_met", "design", CROWD, zeros);
    add_column(file, "need_met", "replication", CROWD, zeros);
    add_column(file, "need_met", "site", CROWD, site);
    add_column(file, "need_met", "helper", CROWD, helper);
    add_column(file, "need_met", "owner", CROWD, owner);
    add_column(file, "need_met", "channel", CROWD, ones);
    add_column(file, "need_met", "hours", CROWD, ones);
}

static void add_sparks(hid_t file)
{
    static const double zero[SPARKS] = {0};
    add_axis(file, "spark", SPARKS);
    add_column(file, "spark", "design", SPARKS, spark_designs);
    add_column(file, "spark", "replication", SPARKS, zero);
    add_column(file, "spark", "site", SPARKS, zero);
    add_column(file, "spark", "size", SPARKS, spark_sizes);
}

struct helped {
    struct fixture fixture;
    struct results *results;
    struct trouble trouble;
    struct arena arena;
};

enum file_has { HAS_NEITHER, HAS_BOTH, HAS_HELP_WITHOUT_HOURS };

static void begin(struct helped *helped, const char *const *designs, enum file_has has)
{
    *helped = (struct helped){0};
    fixture_begin(&helped->fixture);
    fixture_fill(&helped->fixture, "Who helps whom?", designs);
    if (has != HAS_NEITHER)
        add_help(helped->fixture.file, has == HAS_BOTH ? COLUMNS : COLUMNS - 1);
    if (has == HAS_BOTH)
        add_sparks(helped->fixture.file);
    fixture_end(&helped->fixture);
    helped->results = results_open(helped->fixture.path, &helped->trouble);
    if (helped->results == NULL)
        fail_msg("%s", helped->trouble.complaints[0].sentence);
}

static void end(struct helped *helped)
{
    trouble_free(&helped->trouble);
    arena_free(&helped->arena);
    results_close(helped->results);
    fixture_remove(&helped->fixture);
}

static void people_of_one_run_are_counted_site_by_site(void **state)
{
    (void)state;
    struct helped helped;
    begin(&helped, plain, HAS_BOTH);
    const struct help help = help_of(helped.results, 0, &helped.arena, &helped.trouble);
    assert_int_equal(help.count, 5);
    assert_int_equal(help.times, 4);
    assert_int_equal(help.helpers, 3);
    assert_int_equal(help.left_out, 0);
    assert_int_equal(help.people[0].number, 4);
    assert_int_equal(help.people[0].given, 2);
    assert_int_equal(help.people[0].got, 1);
    assert_true(help.people[0].hours == 5);
    assert_int_equal(help.people[3].site, 1);
    assert_int_equal(help.people[3].given, 1);
    assert_int_equal(help.pair_count, 4);
    assert_int_equal(help.pairs[1].from, 0);
    assert_int_equal(help.pairs[1].to, 2);
    assert_int_equal(help.pairs[2].channel, 2);
    assert_int_equal(help_of(helped.results, 1, &helped.arena, &helped.trouble).times, 3);
    assert_int_equal(help_of(helped.results, 2, &helped.arena, &helped.trouble).count, 0);
    assert_int_equal(helped.trouble.count, 0);
    end(&helped);
}

/* Of three sites of 100 people two fit; one site of 300 does not. */
static void of_many_people_whole_sites_are_shown(void **state)
{
    (void)state;
    for (int sites = 1; sites <= 3; sites += 2) {
        struct helped helped = {0};
        fixture_begin(&helped.fixture);
        fixture_fill(&helped.fixture, "Who helps whom?", plain);
        add_crowd(helped.fixture.file, sites);
        fixture_end(&helped.fixture);
        helped.results = results_open(helped.fixture.path, &helped.trouble);
        const struct help help = help_of(helped.results, 0, &helped.arena, &helped.trouble);
        assert_int_equal(help.times, CROWD);
        assert_int_equal(help.by[1], CROWD);
        assert_int_equal(help.count, sites == 3 ? 200 : MOST_HELP_SHOWN);
        assert_int_equal(help.count + help.left_out, CROWD);
        assert_int_equal(help.people[help.count - 1].site, sites == 3 ? 1 : 0);
        assert_int_equal(help.pair_count, sites == 3 ? 200 : MOST_HELP_SHOWN - 1);
        end(&helped);
    }
}

static void says(struct helped *helped, enum figure_kind kind, const char *sentence)
{
    const struct figure_request request = {.kind = kind};
    struct text words = {0};
    figure_words(helped->results, &request, &words);
    assert_string_equal(words.bytes, sentence);
    text_free(&words);
}

static void figures_say_in_words_what_they_show(void **state)
{
    (void)state;
    struct helped helped;
    begin(&helped, plain, HAS_BOTH);
    says(&helped, FIGURE_HELP,
         "Who helped whom in one run, a line for each need that somebody met: in circles, 4 needs met by 3 "
         "people (3 by circle, 1 by name); with cards, 3 needs met by 1 person (2 by `touch_PWNED`); alone, "
         "0 needs met by 0 people.");
    says(&helped, FIGURE_CASCADES,
         "Sparks by how many people became active on them, in the movement and in the public, all runs "
         "together: in circles, of 5 sparks the middle one has 2 people, the largest 100, and the largest "
         "tenth has "
         "87 % of all who were active (on 1 more spark nobody was); with cards, nobody was active on any of "
         "2 sparks; alone, no sparks.");
    end(&helped);
}

/* In every format, with design names and channels that would love to run. */
static void they_draw_and_nothing_in_them_runs(void **state)
{
    (void)state;
    static const enum figure_kind kinds[] = {FIGURE_HELP, FIGURE_CASCADES};
    struct helped helped;
    begin(&helped, evil, HAS_BOTH);
    assert_int_equal(chdir(helped.fixture.folder), 0);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (enum figure_format format = FIGURE_SVG; format <= FIGURE_TERMINAL; format++) {
            const struct figure_request request = {.kind = kinds[i], .format = format};
            struct text drawing = {0};
            if (figure_draw(helped.results, &request, &drawing, &helped.trouble) != STATUS_FINE)
                fail_msg("figure %zu, format %d: %s", i, (int)format, helped.trouble.complaints[0].sentence);
            assert_true(drawing.length > 500);
            if (format == FIGURE_SVG)
                assert_null(strstr(drawing.bytes, "<script"));
            text_free(&drawing);
        }
    assert_int_equal(access("PWNED", F_OK), -1);
    assert_int_equal(chdir("/"), 0);
    end(&helped);
}

static void refuses(struct helped *helped, enum figure_kind kind, const char *sentence)
{
    const struct figure_request request = {.kind = kind};
    struct text drawing = {0};
    const size_t before = helped->trouble.count;
    assert_int_equal(figure_draw(helped->results, &request, &drawing, &helped->trouble), STATUS_BAD_INPUT);
    assert_true(helped->trouble.count == before + 1);
    assert_string_equal(helped->trouble.complaints[before].sentence, sentence);
    text_free(&drawing);
}

static void a_file_without_them_says_what_it_lacks(void **state)
{
    (void)state;
    struct helped helped;
    begin(&helped, plain, HAS_NEITHER);
    assert_false(figure_possible(helped.results, FIGURE_HELP));
    assert_false(figure_possible(helped.results, FIGURE_CASCADES));
    refuses(&helped, FIGURE_HELP,
            "does not say who helped whom: that takes needs that somebody meets, and `record_people: yes`");
    refuses(&helped, FIGURE_CASCADES, "holds no sparks to draw");
    end(&helped);
    begin(&helped, plain, HAS_HELP_WITHOUT_HOURS);
    refuses(&helped, FIGURE_HELP, "this results file lacks its variable `need_met_hours`");
    end(&helped);
}

static void the_page_shows_both(void **state)
{
    (void)state;
    struct helped helped;
    struct text page = {0};
    begin(&helped, plain, HAS_BOTH);
    assert_int_equal(report_page(helped.results, &(struct report_request){0}, &page, &helped.trouble),
                     STATUS_FINE);
    assert_non_null(strstr(page.bytes, "<h3>Who helped whom</h3>"));
    assert_non_null(strstr(page.bytes, "<h3>How large sparks become</h3>"));
    text_free(&page);
    end(&helped);
}

/* Two threes, each tied within: those who are tied lie nearer than any who are not. */
static void who_is_tied_lies_near(void **state)
{
    (void)state;
    enum { KNOTS = 6 };
    static const struct spring springs[] = {{0, 2}, {2, 4}, {4, 0}, {1, 3}, {3, 5}, {5, 1}};
    struct knot knots[KNOTS], again[KNOTS];
    double tied = 0, apart = INFINITY;
    springs_place(knots, KNOTS, springs, 6);
    springs_place(again, KNOTS, springs, 6);
    assert_memory_equal(knots, again, sizeof knots);
    for (size_t i = 0; i < KNOTS; i++) {
        assert_true(knots[i].across >= 0 && knots[i].across <= 1 && knots[i].up >= 0 && knots[i].up <= 1);
        for (size_t j = 0; j < i; j++) {
            const double way = hypot(knots[i].across - knots[j].across, knots[i].up - knots[j].up);
            if ((i - j) % 2 == 0)
                tied = fmax(tied, way);
            else
                apart = fmin(apart, way);
        }
    }
    assert_true(tied < apart);
}

static void one_knot_lies_in_the_middle_and_none_nowhere(void **state)
{
    (void)state;
    struct knot knot;
    springs_place(&knot, 1, NULL, 0);
    assert_true(knot.across == 0.5 && knot.up == 0.5);
    springs_place(NULL, 0, NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_of_one_run_are_counted_site_by_site),
        cmocka_unit_test(of_many_people_whole_sites_are_shown),
        cmocka_unit_test(figures_say_in_words_what_they_show),
        cmocka_unit_test(they_draw_and_nothing_in_them_runs),
        cmocka_unit_test(a_file_without_them_says_what_it_lacks),
        cmocka_unit_test(the_page_shows_both),
        cmocka_unit_test(who_is_tied_lies_near),
        cmocka_unit_test(one_knot_lies_in_the_middle_and_none_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
