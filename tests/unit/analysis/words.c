#include "unit/analysis/near.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"
#include "analysis/report/html.h"

static void said(struct text *text, const char *expected)
{
    assert_string_equal(text->bytes == NULL ? "" : text->bytes, expected);
    text_free(text);
}

static void numbers_have_three_digits(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *words;
    } cases[] = {{0, "0"},         {3, "3"},          {3.14159, "3.14"},      {0.0123456, "0.0123"},
                 {67.25, "67.2"},  {1234.5, "1234"},  {1234567, "1,234,567"}, {10001, "10,001"},
                 {-0.5, "-0.500"}, {1e-9, "1.0e-09"}, {99.99, "100"},         {2000000000, "2,000,000,000"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = {0};
        say_number(&text, cases[i].number);
        said(&text, cases[i].words);
    }
    struct text text = {0};
    say_number(&text, NAN);
    said(&text, "no value");
    say_number(&text, INFINITY);
    said(&text, "never");
}

static void runs_are_rounded_up_to_two_digits(void **state)
{
    (void)state;
    struct text text = {0};
    say_runs(&text, 37);
    said(&text, "about 37");
    say_runs(&text, 3641);
    said(&text, "about 3700");
    say_runs(&text, 371);
    said(&text, "about 380");
}

static void a_text_of_a_scenario_cannot_steer_a_terminal(void **state)
{
    (void)state;
    struct text text = {0};
    say_plain(&text, "a\x1b[31mb\nc\td\x7f"
                     "e\xC2\x9B"
                     "f\xE2\x80\xAEg\xffh\xC3\xA9");
    said(&text, "a [31mb c d e f g\xEF\xBF\xBDh\xC3\xA9");
}

static void markup_of_a_scenario_stays_text(void **state)
{
    (void)state;
    struct text text = {0};
    html_text(&text, "<b title='x'>\"a\" & b</b>\n\xff");
    said(&text, "&lt;b title=&#39;x&#39;&gt;&quot;a&quot; &amp; b&lt;/b&gt; \xEF\xBF\xBD");
    html_lines(&text, "a: 1\n\tb: <2>\r\n");
    said(&text, "a: 1\n\tb: &lt;2&gt; \n");
}

static void columns_line_up_by_what_a_terminal_shows(void **state)
{
    (void)state;
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT};
    static const char *const cells[] = {"caf\xC3\xA9", "1", "\xE6\x98\xA5", "22", "e\xCC\x81", "333"};
    struct table table = {.align = align, .columns = 2};
    struct text out = {0};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        table_cell(&table, cells[i]);
    table_write(&table, ">", &out);
    table_free(&table);
    said(&out, ">caf\xC3\xA9    1\n>\xE6\x98\xA5     22\n>e\xCC\x81     333\n");
    assert_int_equal(text_width("\xE6\x98\xA5"), 2);
    assert_int_equal(text_width("\xF0\x9F\x8C\xB1"), 2);
}

static void shares_are_shown_in_percent_and_nothing_else_is(void **state)
{
    (void)state;
    static const struct {
        struct results_measure measure;
        double value;
        const char *words;
    } cases[] = {
        {{.unit = "1", .meaning = "Share of those who ever came that never spoke"}, 0.119, "11.9 %"},
        {{.unit = "1", .meaning = "what most people know: the share of its facets"}, 0.289, "28.9 %"},
        {{.unit = "1", .meaning = "Inequality of speaking time (Gini coefficient)"}, 0.536, "0.536"},
        {{.unit = "h", .meaning = "Share of the time, in hours"}, 3, "3"},
        {{.unit = "1", .meaning = "Share of those who ever came"}, NAN, "no value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = {0};
        say_value(&text, &cases[i].measure, cases[i].value);
        said(&text, cases[i].words);
    }
    struct text range = {0};
    say_values(&range, &cases[0].measure, 0.114, 0.124);
    said(&range, "11.4 to 12.4 %");
}

static void times_of_more_than_three_days_are_shown_in_days(void **state)
{
    (void)state;
    const struct results_measure wait = {.unit = "h", .meaning = "Time from submission to decision"};
    const struct results_measure presence = {.unit = "h", .meaning = "Person-hours for each decision"};
    assert_string_equal(shown_up_to(&wait, 73).unit, "d");
    assert_true(73 * shown_up_to(&wait, 73).factor == 73 / 24.0);
    assert_string_equal(shown_up_to(&wait, 71).unit, "h");
    assert_string_equal(shown_up_to(&presence, 1000).unit, "h");
    assert_true(shown_up_to(&presence, 1000).factor == 1);
}

static void around_zero_both_ends_of_a_range_have_the_digits_of_the_larger(void **state)
{
    (void)state;
    struct text range = {0};
    say_range(&range, -0.000572, 0.398);
    said(&range, "-0.001 to 0.398");
    say_range(&range, -450, 12.3);
    said(&range, "-450 to 12");
    say_range(&range, 0.0499, 0.946);
    said(&range, "0.0499 to 0.946");
}

static void a_measure_has_a_short_heading_with_its_unit_in_words(void **state)
{
    (void)state;
    static const struct {
        struct results_measure measure;
        const char *title, *axis;
    } cases[] = {
        {{.name = "hours_to_decision",
          .phrase = {.title = "Time from proposal to decision"},
          .unit = "h",
          .meaning = "long"},
         "Time from proposal to decision",
         "Time from proposal to decision, in hours"},
        {{.name = "people_hours", .phrase = {.title = "Person-hours"}, .unit = "h", .meaning = "long"},
         "Person-hours",
         "Person-hours"},
        {{.name = "passes_per_session",
          .phrase = {.title = "Proposals passed per session"},
          .unit = "1",
          .meaning = "long"},
         "Proposals passed per session",
         "Proposals passed per session"},
        {{.name = "session_hours", .unit = "h", .meaning = "Hours of sessions"},
         "Hours of sessions",
         "Hours of sessions"},
        {{.name = "unheard_of", .unit = "km s-1", .meaning = "Speed of rumours"},
         "Speed of rumours",
         "Speed of rumours [km s-1]"},
        {{.name = "outbursts", .phrase = {.title = "Outbursts per hour"}, .unit = "h-1", .meaning = "long"},
         "Outbursts per hour",
         "Outbursts per hour"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = {0};
        assert_string_equal(title_of(&cases[i].measure), cases[i].title);
        say_title(&text, &cases[i].measure);
        said(&text, cases[i].axis);
    }
}

static void a_measure_with_a_heading_need_not_have_a_sentence(void **state)
{
    (void)state;
    const struct results_measure heading = {.name = "pass_rate", .phrase = {.title = "Share", .verb = ""}},
                                 sentence = {.name = "decided", .phrase = {.title = "D", .verb = "decided"}},
                                 neither = {.name = "unheard_of"};
    assert_null(phrase_of(&heading));
    assert_string_equal(phrase_of(&sentence)->verb, "decided");
    assert_null(phrase_of(&neither));
}

static void a_setting_of_the_only_site_is_named_without_it(void **state)
{
    (void)state;
    static const char *const sites[] = {"Liberty Plaza", "Oakland"};
    static const struct {
        const char *path;
        size_t sites;
        const char *words;
    } cases[] = {
        {"sites[0].people", 1, "people"},
        {"sites[1].people", 2, "people of Oakland"},
        {"sites[2].people", 2, "sites[2].people"},
        {"sites[0", 1, "sites[0"},
        {"sites[0].", 1, "sites[0]."},
        {"proposals.facets", 1, "proposals.facets"},
        {"designs.sites[0].people", 1, "designs.sites[0].people"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct results results = {.sites = {(const char **)(uintptr_t)sites, cases[i].sites}};
        struct text text = {0};
        say_setting(&text, &results, cases[i].path);
        said(&text, cases[i].words);
    }
}

static void bins_are_named_by_what_they_count(void **state)
{
    (void)state;
    struct text text = {0};
    say_bins(&text, "circle_size_bin");
    said(&text, "people in the circle");
    say_bins(&text, "some_other_thing");
    said(&text, "some other thing");
}

static void a_percent_sign_stays_with_its_number(void **state)
{
    (void)state;
    struct text text = {0};
    html_text(&text, "95 % range");
    said(&text, "95\xC2\xA0% range");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_three_digits),
        cmocka_unit_test(runs_are_rounded_up_to_two_digits),
        cmocka_unit_test(a_text_of_a_scenario_cannot_steer_a_terminal),
        cmocka_unit_test(markup_of_a_scenario_stays_text),
        cmocka_unit_test(columns_line_up_by_what_a_terminal_shows),
        cmocka_unit_test(shares_are_shown_in_percent_and_nothing_else_is),
        cmocka_unit_test(times_of_more_than_three_days_are_shown_in_days),
        cmocka_unit_test(around_zero_both_ends_of_a_range_have_the_digits_of_the_larger),
        cmocka_unit_test(a_measure_has_a_short_heading_with_its_unit_in_words),
        cmocka_unit_test(a_measure_with_a_heading_need_not_have_a_sentence),
        cmocka_unit_test(a_setting_of_the_only_site_is_named_without_it),
        cmocka_unit_test(bins_are_named_by_what_they_count),
        cmocka_unit_test(a_percent_sign_stays_with_its_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
