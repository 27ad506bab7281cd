/* How sure it was look by look: what is worked out again from the runs of a file, and when it says why not.
 */
#define FIXTURE_DESIGNS 2
#include "unit/analysis/near.h"
#include "unit/analysis/worlds_made.h"

#include "analysis/figures/figure.h"
#include "analysis/numbers/estimate.h"
#include "analysis/numbers/looks.h"
#include "analysis/report/report.h"
#include "analysis/words/precision_text.h"

struct looked {
    struct fixture fixture;
    struct results *results;
    struct looks looks;
    struct arena arena;
    struct trouble trouble;
    struct text out;
};

/* A file of which precision was wished; nothing of it where `first` is "". */
static void look_begin(struct looked *looked, const char *first)
{
    static const char *const designs[] = {"assembly only", "with open space"};
    memset(looked, 0, sizeof *looked);
    fixture_begin(&looked->fixture);
    fixture_fill(&looked->fixture, "Assembly or open space?", designs);
    if (first[0] == '\0')
        return;
    fixture_attribute(looked->fixture.file, "precision_of", "decisions_per_hour");
    fixture_attribute(looked->fixture.file, "precision_within", "0.1");
    fixture_attribute(looked->fixture.file, "precision_reached", "0.12");
    fixture_attribute(looked->fixture.file, "precision_first", first);
    fixture_attribute(looked->fixture.file, "precision_most", "12");
}

static void look_open(struct looked *looked)
{
    fixture_end(&looked->fixture);
    looked->results = results_open(looked->fixture.path, &looked->trouble);
    if (looked->results == NULL)
        fail_msg("%s", looked->trouble.complaints[0].sentence);
    looked->looks = looks_of(looked->results, &looked->arena, &looked->trouble);
    assert_int_equal(looked->trouble.count, 0);
}

static void look_end(struct looked *looked)
{
    results_close(looked->results);
    fixture_remove(&looked->fixture);
    arena_free(&looked->arena);
    trouble_free(&looked->trouble);
    text_free(&looked->out);
}

static void each_look_knows_the_runs_up_to_it(void **state)
{
    (void)state;
    static const size_t runs[] = {5, 8, 12};
    struct looked looked;
    look_begin(&looked, "5");
    look_open(&looked);
    const size_t measure = results_find_measure(looked.results, "decisions_per_hour");
    assert_int_equal(looked.looks.measure, measure);
    assert_int_equal(looked.looks.count, 3);
    assert_int_equal(looked.looks.design_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct looks_of_design *one = &looked.looks.designs[i];
        double values[FIXTURE_REPLICATIONS];
        results_run_values(looked.results, measure, 0, one->design, ALL_SITES, values);
        for (size_t look = 0; look < 3; look++) {
            const struct estimate mean =
                estimate_mean(values, runs[look], (struct bounds)UNBOUNDED, USUAL_CONFIDENCE);
            assert_int_equal(one->looks[look].runs, runs[look]);
            assert_int_equal(one->looks[look].values, runs[look]);
            assert_near(one->looks[look].mean, mean.value, 1e-12);
            assert_near(one->looks[look].half, (mean.high - mean.low) / 2, 1e-12);
        }
        assert_near(one->share, one->looks[2].half / one->looks[2].mean, 1e-12);
    }
    assert_true(looked.looks.designs[0].share >= looked.looks.designs[1].share);
    look_end(&looked);
}

/* A damaged file may say anything: nothing at all, more than there are, no number. */
static void the_first_look_is_never_beyond_the_last_run(void **state)
{
    (void)state;
    static const char *const firsts[] = {"12", "1e300", "nan", "-3", "none"};
    static const size_t counts[] = {1, 1, 0, 0, 0};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        struct looked looked;
        look_begin(&looked, firsts[i]);
        look_open(&looked);
        assert_int_equal(looked.looks.count, counts[i]);
        assert_int_equal(figure_possible(looked.results, FIGURE_PRECISION), counts[i] > 0);
        look_end(&looked);
    }
}

/* "with open space" has half as much or twice as much in every run of a world, and in one world nothing. With
 * three pairs nothing is clear, whatever they are. */
static void a_world_is_clear_from_six_pairs_on(void **state)
{
    (void)state;
    struct looked looked;
    look_begin(&looked, "");
    made_worlds_into(looked.fixture.file, BY_MINUTES);
    fixture_number(looked.fixture.file, "worlds/world", "first_runs", 3);
    look_open(&looked);
    assert_int_equal(looked.looks.design_count, 0);
    assert_int_equal(looked.looks.worlds, MADE_WORLDS);
    assert_int_equal(looked.looks.world_look_count, 2);
    assert_int_equal(looked.looks.world_looks[0].runs, 3);
    assert_int_equal(looked.looks.world_looks[0].clear, 0);
    assert_int_equal(looked.looks.world_looks[1].runs, MADE_RUNS);
    assert_int_equal(looked.looks.world_looks[1].clear, MADE_WORLDS - 1);
    look_end(&looked);
}

static void without_looks_it_says_what_that_takes(void **state)
{
    (void)state;
    struct looked looked;
    look_begin(&looked, "");
    made_worlds_into(looked.fixture.file, BY_MINUTES);
    look_open(&looked);
    const struct figure_request request = {.kind = FIGURE_PRECISION, .format = FIGURE_SVG};
    assert_int_equal(looked.looks.design_count + looked.looks.worlds, 0);
    assert_int_equal(figure_draw(looked.results, &request, &looked.out, &looked.trouble), STATUS_BAD_INPUT);
    assert_string_equal(
        looked.trouble.complaints[0].sentence,
        "does not hold how sure it was look by look: that takes `precision` in the scenario, or "
        "`most_replications` of its plausible worlds");
    look_end(&looked);
}

static bool on(const struct text *page, const char *part)
{
    return strstr(page->bytes, part) != NULL;
}

static void the_page_says_why_it_stopped_and_what_luck_leaves(void **state)
{
    (void)state;
    struct looked looked;
    look_begin(&looked, "5");
    look_open(&looked);
    assert_int_equal(report_page(looked.results, &(struct report_request){0}, &looked.out, &looked.trouble),
                     STATUS_FINE);
    assert_true(on(&looked.out, "12 runs of each design were made, the most that was allowed: the mean of "
                                "proposals per hour is only known to ± 12"));
    assert_true(on(&looked.out, " in the design where it is least sure; ± 10"));
    assert_true(on(&looked.out, " was wished. What differs from run to run is luck"));
    assert_true(on(&looked.out, "is hardly luck alone: its whole range lies on one side."));
    assert_true(on(&looked.out, "<h3>How sure it was, look by look</h3>"));
    assert_true(on(&looked.out, "<tr><th scope=\"row\">8</th>"));
    assert_true(on(&looked.out, "are the same in all runs; no range above covers them."));
    look_end(&looked);
}

static void without_precision_as_many_were_made_as_were_asked_for(void **state)
{
    (void)state;
    struct looked looked;
    look_begin(&looked, "");
    look_open(&looked);
    say_why_so_many(&looked.out, looked.results);
    assert_string_equal(looked.out.bytes, "12 runs of each design were made: so many were asked for.");
    looked.out.length = 0;
    assert_true(say_what_luck_leaves(&looked.out, looked.results, USUAL_CONFIDENCE));
    assert_true(on(&looked.out, "After 12 runs the mean of proposals per hour is known to ± "));
    assert_true(on(&looked.out, " % or better in every design."));
    look_end(&looked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_look_knows_the_runs_up_to_it),
        cmocka_unit_test(the_first_look_is_never_beyond_the_last_run),
        cmocka_unit_test(a_world_is_clear_from_six_pairs_on),
        cmocka_unit_test(without_looks_it_says_what_that_takes),
        cmocka_unit_test(the_page_says_why_it_stopped_and_what_luck_leaves),
        cmocka_unit_test(without_precision_as_many_were_made_as_were_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
