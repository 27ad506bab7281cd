/* Another program is called gnuplot, or gnuplot fails: no figure vanishes in silence, and no page has a hole
 * in it. */
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
