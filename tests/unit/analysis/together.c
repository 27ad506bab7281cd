/* Figures that one gnuplot draws, one after the other, are those that it draws alone. */
#include "unit/analysis/fixture.h"

#include "analysis/figures/figure_batch.h"

enum { JOBS = 3 };

static struct gnuplot_job job_of(const char *figure, const char *script)
{
    struct gnuplot_job job = {.figure = figure};
    text_say(&job.script, script);
    return job;
}

static void jobs_free(struct gnuplot_job *jobs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_free(&jobs[i].script);
        text_free(&jobs[i].drawing);
    }
}

/* Settings, variables, functions, kinds of lines, data and where prints go: the second one knows of none. */
static void a_figure_does_not_know_what_was_set_for_the_one_before(void **state)
{
    (void)state;
    static const char svg[] = "set terminal svg size 420,300 dynamic noenhanced font 'sans-serif,14'\n",
                      plain[] = "plot x**2 title 'square', exists('counted') ? 1 : 0 title 'unset'\n";
    struct text alone = {0}, script = {0};
    struct trouble trouble = {0};
    text_say(&script, svg);
    text_say(&script, plain);
    struct gnuplot_job jobs[] = {job_of("first", svg), job_of("second", script.bytes)};
    text_say(&jobs[0].script,
             "set title 'first'\nset label 'here' at 1,1\nset object rectangle from 1,1 to 2,2\nset grid\n"
             "set xrange [1:9]\nset logscale y\nset style data points\nset linetype 1 linecolor rgb 'red'\n"
             "set samples 7\nset print '/dev/null'\ncounted = 3\nf(x) = x\n$d << EOD\n1 2\n3 4\nEOD\n"
             "plot $d title 'd', f(x) with filledcurves linecolor rgb '#80ff0000'\n");
    assert_int_equal(gnuplot_run(&script, "second", GNUPLOT_SECONDS, &alone, &trouble), STATUS_FINE);
    assert_int_equal(
        gnuplot_run_all((struct gnuplot_job *[]){&jobs[0], &jobs[1]}, 2, GNUPLOT_SECONDS, &trouble),
        STATUS_FINE);
    assert_non_null(strstr(jobs[0].drawing.bytes, "first"));
    assert_string_equal(jobs[1].drawing.bytes, alone.bytes);
    jobs_free(jobs, 2);
    text_free(&alone);
    text_free(&script);
}

/* Each kind in each format but PDF, which holds the time. */
static void every_figure_is_the_same_in_company(void **state)
{
    (void)state;
    static const struct {
        enum figure_kind kind;
        const char *measure;
    } figures[] = {{FIGURE_MAP, "decisions_per_hour"}, {FIGURE_COURSE, "backlog"},
                   {FIGURE_WEEK, "backlog"},           {FIGURE_HISTOGRAM, "circle_sizes"},
                   {FIGURE_SURVIVAL, "backlog"},       {FIGURE_DOTS, "decisions_per_hour"}};
    static const enum figure_format formats[] = {FIGURE_SVG, FIGURE_PNG, FIGURE_TERMINAL};
    static const char *const designs[] = {"one", "two", "three"};
    struct fixture fixture;
    struct trouble trouble = {0};
    struct figure_batch batch = {0};
    struct figure_request requests[sizeof figures / sizeof *figures * 3];
    size_t count = 0;
    fixture_begin(&fixture);
    fixture_fill(&fixture, "Together", designs);
    fixture_end(&fixture);
    struct results *results = results_open(fixture.path, &trouble);
    assert_non_null(results);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        for (size_t j = 0; j < sizeof formats / sizeof *formats; j++) {
            struct figure_request request = {.kind = figures[i].kind, .format = formats[j]};
            request.measure = results_find_measure(results, figures[i].measure);
            if (!figure_possible(results, request.kind))
                continue;
            requests[count++] = request;
            assert_int_equal(figure_plan(results, &request, &batch, &trouble), STATUS_FINE);
        }
    assert_true(count >= 15);
    assert_int_equal(figure_batch_draw(&batch, &trouble), STATUS_FINE);
    for (size_t i = 0; i < count; i++) {
        struct text alone = {0};
        const struct text *together = &batch.all[i].job.drawing;
        assert_int_equal(figure_draw(results, &requests[i], &alone, &trouble), STATUS_FINE);
        assert_int_equal(together->length, alone.length);
        assert_memory_equal(together->bytes, alone.bytes, alone.length);
        text_free(&alone);
    }
    figure_batch_free(&batch);
    results_close(results);
    fixture_remove(&fixture);
}

/* The first drawing is there, the second is named, and what was said of the first is not said of it. */
static void who_hangs_is_named(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    struct gnuplot_job jobs[JOBS] = {job_of("first", "set terminal dumb\nplot x\n"),
                                     job_of("second", "set terminal dumb\npause 600\n"),
                                     job_of("third", "set terminal dumb\nplot x\n")};
    assert_int_equal(
        gnuplot_run_all((struct gnuplot_job *[]){&jobs[0], &jobs[1], &jobs[2]}, JOBS, 5, &trouble),
        STATUS_NO_OUTPUT);
    assert_int_equal(trouble.count, 1);
    assert_string_equal(trouble.complaints[0].sentence,
                        "gnuplot could not draw the figure `second`: it did not end within 5 s");
    assert_true(jobs[0].drawing.length > 100);
    jobs_free(jobs, JOBS);
    trouble_free(&trouble);
}

static void what_is_said_of_one_figure_is_not_said_of_the_next(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    struct gnuplot_job jobs[] = {job_of("first", "set terminal dumb\nset print\nprint 'a warning'\nplot x\n"),
                                 job_of("second", "set terminal dumb\nexit status 3\n")};
    assert_int_equal(
        gnuplot_run_all((struct gnuplot_job *[]){&jobs[0], &jobs[1]}, 2, GNUPLOT_SECONDS, &trouble),
        STATUS_NO_OUTPUT);
    assert_string_equal(trouble.complaints[0].sentence,
                        "gnuplot could not draw the figure `second`: it said nothing");
    jobs_free(jobs, 2);
    trouble_free(&trouble);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_does_not_know_what_was_set_for_the_one_before),
        cmocka_unit_test(every_figure_is_the_same_in_company),
        cmocka_unit_test(who_hangs_is_named),
        cmocka_unit_test(what_is_said_of_one_figure_is_not_said_of_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
