/* Another program is called gnuplot, or gnuplot fails: no figure vanishes in silence, and no page has a hole
 * in it. One gnuplot draws all figures that are wanted at once. */
#include "session.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* A program of this name comes first in the search path, and does this. */
static void gnuplot_is(const char *script)
{
    char text[1024];
    mkdir("fake", 0700);
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
    session_write("fake/gnuplot", text);
    chmod("fake/gnuplot", 0700);
}

static void refuses(const char *script, const char *why)
{
    gnuplot_is(script);
    struct said plot = session_shell("PATH=\"$PWD/fake:$PATH\" \"$G\" plot small.h5 -o figure.svg");
    assert_int_equal(plot.status, 73);
    assert_says(plot.err, why);
    assert_false(session_there("figure.svg"));
    struct said page = session_shell("PATH=\"$PWD/fake:$PATH\" \"$G\" report small.h5 -o page");
    assert_int_equal(page.status, 73);
    assert_says(page.err, "gnuplot could not draw the figure");
    assert_says(page.err, why);
    assert_false(session_there("page/index.html"));
}

static void results(void)
{
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-o", "small.h5").status, 0);
}

static void what_is_no_drawing_is_refused_with_its_figure(void **state)
{
    (void)state;
    results();
    refuses("cat >/dev/null; echo hello", "what it wrote is no drawing");
    refuses("cat >/dev/null; exit 0", "could not draw");
    refuses("cat >/dev/null; echo '<svg viewBox=\"0 0 1 1\"><g id=\"gnuplot_canvas\"></g></svg>'",
            "the drawing is empty");
    refuses("cat >/dev/null; printf '<svg viewBox=\"0 0 1 1\"><g id=\"gnuplot_canvas\"><path/>'",
            "the drawing is cut off");
}

static void a_flood_and_a_death_are_said(void **state)
{
    (void)state;
    results();
    refuses("cat >/dev/null; yes", "it wrote more than");
    refuses("cat >/dev/null; kill -SEGV $$", "it was ended by signal 11");
}

/* Passes all on to the real program, which is the next one in the search path. */
#define THE_REAL_ONE "PATH=\"${PATH#*:}\" gnuplot \"$@\""

static long starts(void)
{
    struct stat about;
    const long count = stat("starts", &about) == 0 ? (long)about.st_size : 0;
    remove("starts");
    return count;
}

static void one_gnuplot_draws_all_figures_of_a_command(void **state)
{
    (void)state;
    results();
    gnuplot_is("printf . >>starts; " THE_REAL_ONE);
    static const struct {
        const char *command;
        long starts;
    } commands[] = {{"report small.h5 -o page", 1},
                    {"report small.h5 -o page --figures svg,png,pdf", 1},
                    {"plot small.h5 decisions_per_hour backlog survival", 1},
                    {"plot small.h5 decisions_per_hour backlog survival --terminal", 1},
                    {"plot small.h5 week", 0}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char line[256];
        snprintf(line, sizeof line, "PATH=\"$PWD/fake:$PATH\" \"$G\" %s", commands[i].command);
        assert_int_equal(session_shell(line).status, 0);
        assert_int_equal(starts(), commands[i].starts);
    }
}

/* What `plot` calls the figure that is the third of the page. */
static void name_the_third(char name[128])
{
    char line[16384] = "";
    FILE *page = fopen("page/index.html", "r");
    assert_non_null(page);
    for (int figures = 0; figures < 3 && fgets(line, sizeof line, page) != NULL;)
        figures += strncmp(line, "<figcaption>", 12) == 0 ? 1 : 0;
    fclose(page);
    const char *code = strstr(line, "<code>");
    assert_non_null(code);
    snprintf(name, 128, "%.*s", (int)strcspn(code + 6, "<"), code + 6);
}

static void refuses_the_third(const char *script, const char *why)
{
    char name[128], sentence[256];
    results();
    assert_int_equal(GROUNDSWELL("report", "small.h5", "-o", "page").status, 0);
    name_the_third(name);
    snprintf(sentence, sizeof sentence, "gnuplot could not draw the figure `%s`: ", name);
    gnuplot_is(script);
    struct said page =
        session_shell("PATH=\"$PWD/fake:$PATH\" \"$G\" report small.h5 -o other --figures svg");
    assert_int_equal(page.status, 73);
    assert_says(page.err, sentence);
    assert_says(page.err, why);
    assert_false(session_there("other"));
    struct said plot =
        session_shell("PATH=\"$PWD/fake:$PATH\" \"$G\" plot small.h5 decisions_per_hour survival backlog");
    assert_int_equal(plot.status, 73);
    assert_says(plot.err, "gnuplot could not draw the figure `backlog`: ");
    assert_says(plot.err, why);
    assert_false(session_there("decisions_per_hour.svg"));
}

static void a_death_at_the_third_figure_is_said_of_the_third(void **state)
{
    (void)state;
    refuses_the_third("awk '/^set terminal/ && ++n == 3 {exit} {print}' | " THE_REAL_ONE "; kill -SEGV $$",
                      "it was ended by signal 11");
}

static void an_error_at_the_third_figure_is_said_of_the_third(void **state)
{
    (void)state;
    refuses_the_third(
        "awk '/^set terminal/ && ++n == 3 {print \"plot nothing_of_this_name\"} {print}' | " THE_REAL_ONE,
        "nothing_of_this_name");
}

/* A figure that the file does not have is noticed before anything is drawn or written. */
static void all_figures_are_drawn_or_none(void **state)
{
    (void)state;
    results();
    struct said plot = GROUNDSWELL("plot", "small.h5", "backlog", "no_such_measure");
    assert_int_equal(plot.status, 64);
    assert_false(session_there("backlog.svg"));
}

/* The same file with the real program, so that the refusals above are of what the other program did. */
static void the_real_one_draws(void **state)
{
    (void)state;
    results();
    struct said plot = GROUNDSWELL("plot", "small.h5", "-o", "figure.svg");
    assert_int_equal(plot.status, 0);
    assert_true(session_there("figure.svg"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_no_drawing_is_refused_with_its_figure, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(a_flood_and_a_death_are_said, session_begin, session_end),
        cmocka_unit_test_setup_teardown(the_real_one_draws, session_begin, session_end),
        cmocka_unit_test_setup_teardown(one_gnuplot_draws_all_figures_of_a_command, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(a_death_at_the_third_figure_is_said_of_the_third, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(an_error_at_the_third_figure_is_said_of_the_third, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(all_figures_are_drawn_or_none, session_begin, session_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
