#include "unit/analysis/fixture.h"

#include <sys/stat.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/file/child.h"
#include "analysis/report/report.h"

static const char *const kinds_of_evil[] = {
    "`touch PWNED`$(touch PWNED) 'q' \"x\" %d %s %g @x $dots0",
    "<script>alert(1)</script> & ]]> --> \n!touch PWNED\nsystem('touch PWNED')",
    "\xff\xc0\x80| tee PWNED {/Bold x}^2_3 </title></svg></style> a name that goes on and on and on",
};

static bool quoted_as(const char *text, size_t longest, const char *expected)
{
    struct text script = {0};
    gnuplot_quote(&script, text, longest);
    bool equal = strcmp(script.bytes, expected) == 0;
    text_free(&script);
    return equal;
}

static void text_for_gnuplot_stands_in_single_quotes(void **state)
{
    (void)state;
    assert_true(quoted_as("plain", 0, "'plain'"));
    assert_true(quoted_as("it's `x`\n!ls", 0, "'it''s `x` !ls'"));
    assert_true(quoted_as("'", 0, "''''"));
    assert_true(quoted_as("\xff", 0, "'\xEF\xBF\xBD'"));
    assert_true(quoted_as("abcdef", 4, "'abc\xE2\x80\xA6'"));
    assert_true(quoted_as("\xC3\xA9\xC3\xA9\xC3\xA9", 3, "'\xC3\xA9\xC3\xA9\xC3\xA9'"));
    assert_true(quoted_as("''''", 3, "'''''\xE2\x80\xA6'"));
    assert_true(quoted_as("", 0, "''"));
}

static void gnuplots_own_words_tell_what_it_could_not_draw(void **state)
{
    (void)state;
    struct text script = {0}, drawing = {0};
    struct trouble trouble = {0};
    text_say(&script, "set terminal svg\nplot nothing_of_this_name\n");
    assert_int_equal(gnuplot_run(&script, "x", GNUPLOT_SECONDS, &drawing, &trouble), STATUS_NO_OUTPUT);
    assert_int_equal(trouble.count, 1);
    assert_non_null(strstr(trouble.complaints[0].sentence, "nothing_of_this_name"));
    text_free(&script);
    text_free(&drawing);
    trouble_free(&trouble);
}

static void a_machine_without_gnuplot_is_told_how_to_get_it(void **state)
{
    (void)state;
#ifdef EMULATED
    skip(); /* under qemu a child cannot say that it found no program to become */
#endif
    struct text script = {0}, drawing = {0};
    struct trouble trouble = {0};
    char *path = strdup(getenv("PATH"));
    setenv("PATH", "/nowhere", 1);
    text_say(&script, "plot x\n");
    assert_int_equal(gnuplot_run(&script, "x", GNUPLOT_SECONDS, &drawing, &trouble), STATUS_NO_OUTPUT);
    setenv("PATH", path, 1);
    free(path);
    assert_non_null(strstr(trouble.complaints[0].sentence, "cannot be started"));
    assert_non_null(strstr(trouble.complaints[0].hint, "gnuplot-nox"));
    text_free(&script);
    trouble_free(&trouble);
}

/* It reads nothing of what it could. */
static void a_child_that_does_not_listen_does_not_kill_us(void **state)
{
    (void)state;
    enum { MUCH = 4000000 };
    static const char *const arguments[] = {"sh", "-c", "exec <&-; echo gone; exit 3", NULL};
    char *input = calloc(MUCH, 1);
    struct child child = {
        .arguments = arguments, .input = input, .length = MUCH, .seconds = 30, .most = MUCH};
    assert_true(child_run(&child));
    assert_int_equal(child.exit_code, 3);
    assert_string_equal(child.output.bytes, "gone\n");
    text_free(&child.output);
    text_free(&child.errors);
    free(input);
}

/* It answers before it has read everything. */
static void much_goes_both_ways(void **state)
{
    (void)state;
    enum { MUCH = 3000000 };
    static const char *const arguments[] = {"cat", NULL};
    char *input = malloc(MUCH);
    memset(input, 'x', MUCH);
    struct child child = {
        .arguments = arguments, .input = input, .length = MUCH, .seconds = 30, .most = MUCH};
    assert_true(child_run(&child));
    assert_int_equal(child.exit_code, 0);
    assert_int_equal(child.output.length, MUCH);
    assert_memory_equal(child.output.bytes, input, MUCH);
    text_free(&child.output);
    text_free(&child.errors);
    free(input);
}

static struct results *evil(struct fixture *fixture)
{
    struct trouble trouble = {0};
    fixture_begin(fixture);
    fixture_fill(
        fixture,
        "<script>alert('t')</script> `touch PWNED` \"q\" $(touch PWNED)\n!touch PWNED \xff & </title>",
        kinds_of_evil);
    fixture_end(fixture);
    struct results *results = results_open(fixture->path, &trouble);
    assert_non_null(results);
    return results;
}

/* Every kind in every format, with design names that would love to run; the folder stays as it was. */
static void every_figure_draws_and_nothing_in_it_runs(void **state)
{
    (void)state;
    static const struct {
        enum figure_kind kind;
        const char *measure;
    } figures[] = {{FIGURE_DOTS, "decisions_per_hour"},
                   {FIGURE_COURSE, "backlog"},
                   {FIGURE_HISTOGRAM, "circle_sizes"},
                   {FIGURE_SURVIVAL, "backlog"},
                   {FIGURE_MAP, "decisions_per_hour"}};
    static const char *const starts[] = {"<?xml", "\x89PNG", "%PDF", ""};
    struct fixture fixture;
    struct results *results = evil(&fixture);
    assert_int_equal(chdir(fixture.folder), 0);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        for (enum figure_format format = FIGURE_SVG; format <= FIGURE_TERMINAL; format++) {
            struct figure_request request = {.kind = figures[i].kind, .format = format};
            struct text drawing = {0}, words = {0};
            struct trouble trouble = {0};
            request.measure = results_find_measure(results, figures[i].measure);
            enum status status = figure_draw(results, &request, &drawing, &trouble);
            if (status != STATUS_FINE)
                fail_msg("figure %zu, format %d: %s", i, (int)format, trouble.complaints[0].sentence);
            assert_int_equal(strncmp(drawing.bytes, starts[format], strlen(starts[format])), 0);
            if (format == FIGURE_SVG)
                assert_null(strstr(drawing.bytes, "<script"));
            figure_words(results, &request, &words);
            assert_true(words.length > 20);
            text_free(&drawing);
            text_free(&words);
        }
    assert_int_equal(access("PWNED", F_OK), -1);
    assert_int_equal(chdir("/"), 0);
    results_close(results);
    fixture_remove(&fixture);
}

static void a_figure_that_does_not_suit_is_refused(void **state)
{
    (void)state;
    struct fixture fixture;
    struct results *results = evil(&fixture);
    struct trouble trouble = {0};
    struct text drawing = {0};
    struct figure_request request = {.kind = FIGURE_DOTS,
                                     .measure = results_find_measure(results, "backlog")};
    assert_int_equal(figure_draw(results, &request, &drawing, &trouble), STATUS_USAGE);
    assert_non_null(strstr(trouble.complaints[0].sentence, "`backlog` is a course over time"));
    enum figure_format format;
    assert_int_equal(figure_format_of("a/b.PNG", &format, &trouble), STATUS_FINE);
    assert_int_equal(format, FIGURE_PNG);
    assert_int_equal(figure_format_of("a/b.jpeg", &format, &trouble), STATUS_USAGE);
    trouble_free(&trouble);
    results_close(results);
    fixture_remove(&fixture);
}

static size_t times_in(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
        count++;
    return count;
}

static void the_page_holds_all_parts_and_no_markup_of_the_scenario(void **state)
{
    (void)state;
    static const char *const parts[] = {"The answer",         "How sure is this?", "What it depends on",
                                        "The numbers",        "The price",         "Every run",
                                        "Over time",          "How to read this",  "Limits",
                                        "How it was made",    "turns around",      "groundswell run x.yaml",
                                        "default-src 'none'", "lang=\"en\"",       "name=\"viewport\""};
    struct fixture fixture;
    struct results *results = evil(&fixture);
    struct trouble trouble = {0};
    struct text page = {0};
    assert_int_equal(report_page(results, &(struct report_request){0}, &page, &trouble), STATUS_FINE);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(page.bytes, parts[i]) == NULL)
            fail_msg("`%s` is not on the page", parts[i]);
    assert_null(strstr(page.bytes, "<script"));
    assert_null(strstr(page.bytes, "http-equiv=\"refresh\""));
    assert_null(strstr(page.bytes, "src="));
    assert_int_equal(times_in(page.bytes, "</title>"), 1 + times_in(page.bytes, "<title>run "));
    assert_true(times_in(page.bytes, "<title>run 1: ") > 0);
    assert_int_equal(times_in(page.bytes, "</style>"), 1);
    assert_int_equal(times_in(page.bytes, "<svg"), times_in(page.bytes, "</svg>"));
    assert_int_equal(times_in(page.bytes, "id=\"f1-gnuplot_canvas\""), 1);
    assert_int_equal(times_in(page.bytes, "id=\"gnuplot_canvas\""), 0);
    /* All but the definitions of the marks say what is to be seen. */
    assert_int_equal(times_in(page.bytes, "<svg"),
                     times_in(page.bytes, "<svg role=\"img\" aria-label=\"") + 1);
    text_free(&page);
    results_close(results);
    fixture_remove(&fixture);
}

static void the_report_is_one_file_that_replaces_the_old_one(void **state)
{
    (void)state;
    static const enum figure_format also[] = {FIGURE_SVG};
    struct fixture fixture;
    struct results *results = evil(&fixture);
    struct trouble trouble = {0};
    struct stat facts;
    char folder[128], file[160];
    snprintf(folder, sizeof folder, "%s/deep/er", fixture.folder);
    struct report_request request = {.directory = folder, .also = also, .also_count = 1};
    assert_int_equal(report_write(results, &request, &trouble), STATUS_FINE);
    assert_int_equal(report_write(results, &request, &trouble), STATUS_FINE);
    snprintf(file, sizeof file, "%s/index.html", folder);
    assert_int_equal(stat(file, &facts), 0);
    assert_true(facts.st_size > 10000);
    snprintf(file, sizeof file, "%s/runs-decisions_per_hour.svg", folder);
    assert_int_equal(stat(file, &facts), 0);
    assert_int_equal(trouble.count, 0);
    request.directory = fixture.path;
    assert_int_equal(report_write(results, &request, &trouble), STATUS_NO_OUTPUT);
    assert_int_equal(trouble.count, 1);
    trouble_free(&trouble);
    results_close(results);
    fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_for_gnuplot_stands_in_single_quotes),
        cmocka_unit_test(gnuplots_own_words_tell_what_it_could_not_draw),
        cmocka_unit_test(a_machine_without_gnuplot_is_told_how_to_get_it),
        cmocka_unit_test(a_child_that_does_not_listen_does_not_kill_us),
        cmocka_unit_test(much_goes_both_ways),
        cmocka_unit_test(every_figure_draws_and_nothing_in_it_runs),
        cmocka_unit_test(a_figure_that_does_not_suit_is_refused),
        cmocka_unit_test(the_page_holds_all_parts_and_no_markup_of_the_scenario),
        cmocka_unit_test(the_report_is_one_file_that_replaces_the_old_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
