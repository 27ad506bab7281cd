/* Designs with different numbers of runs: what is counted, what is said, and files in which it does not fit
 * together. */
#include "unit/analysis/fixture.h"

#include "analysis/numbers/course.h"
#include "analysis/numbers/ranking.h"
#include "analysis/words/best_text.h"

/* What is bent in a file. */
struct bent {
    double runs[3], states[3];
    const char *design, *decided;
    hsize_t count; /* of designs that have a number */
};
static const struct bent sound = {{7, 12, 12}, {1, 0, 1}, "with open space", "yes", 3};

static void make(struct fixture *fixture, const struct bent *bent)
{
    static const char *const designs[] = {"assembly only", "with open space", "assembly again"};
    fixture_begin(fixture);
    fixture_fill(fixture, "Assembly or open space?", designs);
    fixture_numbers(fixture->file, "design_runs", 1, &bent->count, bent->runs);
    fixture_numbers(fixture->file, "design_state", 1, &bent->count, bent->states);
    fixture_attribute(fixture->file, "best_of", "decisions_per_hour");
    fixture_attribute(fixture->file, "best_worth", "0.05");
    fixture_attribute(fixture->file, "best_sure", "0.95");
    fixture_attribute(fixture->file, "best_most", "5000");
    fixture_attribute(fixture->file, "best_delta", "0.06");
    if (bent->design != NULL)
        fixture_attribute(fixture->file, "best_design", bent->design);
    fixture_attribute(fixture->file, "best_decided", bent->decided);
    fixture_end(fixture);
}

static struct results *opened(struct fixture *fixture, const struct bent *bent)
{
    struct trouble trouble = {0};
    make(fixture, bent);
    struct results *results = results_open(fixture->path, &trouble);
    if (results == NULL)
        fail_msg("%s", trouble.count > 0 ? trouble.complaints[0].sentence : "no sentence");
    return results;
}

static void assert_said(const struct bent *bent, const char *sentence)
{
    struct fixture fixture;
    struct text said = {0};
    struct results *results = opened(&fixture, bent);
    const struct best_found found = best_found_in(results);
    say_best(&said, &found);
    assert_string_equal(said.bytes, sentence);
    text_free(&said);
    results_close(results);
    fixture_remove(&fixture);
}

static void runs_that_were_not_made_are_not_counted(void **state)
{
    (void)state;
    struct fixture fixture;
    double values[FIXTURE_REPLICATIONS];
    struct results *results = opened(&fixture, &sound);
    const size_t measure = results->headline;
    assert_int_equal(results->replications, 12);
    assert_int_equal(results->runs[0], 7);
    assert_int_equal(results_fewest(results), 7);
    assert_int_equal(results_pairs(results, 0, 0, 1), 7);
    assert_int_equal(results_pairs(results, 0, 2, 1), 12);
    assert_int_equal(results_run_values(results, measure, 0, 0, ALL_SITES, values), 7);
    assert_int_equal(results_run_values(results, measure, 0, 1, ALL_SITES, values), 12);

    /* Pairs are runs that both have; means are of all that a design has. */
    const struct contrast contrast = contrast_of(results, measure, 0, 1, 0, USUAL_CONFIDENCE);
    assert_int_equal(contrast.lead.ahead + contrast.lead.behind + contrast.lead.tied, 7);
    assert_int_equal(contrast.mean.used, 12);
    assert_int_equal(contrast.base_mean.used, 7);
    assert_int_equal(contrast.base_mean.missing, 0);
    results_close(results);
    fixture_remove(&fixture);
}

static void courses_are_of_the_runs_of_each_design(void **state)
{
    (void)state;
    struct fixture fixture;
    struct trouble trouble = {0};
    struct estimate means[FIXTURE_TIMES];
    struct results *results = opened(&fixture, &sound);
    const size_t backlog = results_find_measure(results, "backlog");
    const double *loaded = results_load(results, backlog, &trouble);
    course_means(results, backlog, loaded, 0, USUAL_CONFIDENCE, means);
    assert_int_equal(means[0].used + means[0].missing, 7);
    course_means(results, backlog, loaded, 1, USUAL_CONFIDENCE, means);
    assert_int_equal(means[0].used + means[0].missing, 12);
    results_close(results);
    fixture_remove(&fixture);
}

/* The fixture decides .4, 1.2 and .41 proposals an hour; here the last one is ahead of the first one, which
 * is out, whatever their means. */
static void who_is_ahead_comes_first_and_who_is_out_last(void **state)
{
    (void)state;
    struct fixture fixture;
    struct arena arena = {0};
    const struct bent bent = {{12, 7, 12}, {0, 1, 0}, "assembly again", "no", 3};
    struct results *results = opened(&fixture, &bent);
    assert_int_equal(ranking_measure(results), results->headline);
    struct ranking ranking = ranking_of(results, results->headline, USUAL_CONFIDENCE, &arena);
    assert_int_equal(ranking.designs[0].design, 2);
    assert_int_equal(ranking.designs[1].design, 0);
    assert_int_equal(ranking.designs[2].design, 1);

    /* By other measures the means alone decide. */
    ranking = ranking_of(results, results_find_measure(results, "people_hours_per_decision"),
                         USUAL_CONFIDENCE, &arena);
    assert_int_equal(ranking.designs[0].design, 1);
    arena_free(&arena);
    results_close(results);
    fixture_remove(&fixture);
}

static void what_came_of_it_is_said_in_a_sentence(void **state)
{
    (void)state;
    assert_said(
        &sound,
        "\xE2\x80\x9Cwith open space\xE2\x80\x9D is the best of 3 by `decisions_per_hour`, or within 5 % "
        "of it (95 % sure); 1 of 3 was out after 7 runs, 2 after 12 runs.");
    assert_said(&(struct bent){{7, 12, 7}, {1, 0, 1}, "with open space", "yes", 3},
                "\xE2\x80\x9Cwith open space\xE2\x80\x9D is the best of 3 by `decisions_per_hour`, or within "
                "5 % of it "
                "(95 % sure); 2 of 3 were out after 7 runs.");
    assert_said(&(struct bent){{7, 12, 10}, {1, 0, 2}, "with open space", "yes", 3},
                "\xE2\x80\x9Cwith open space\xE2\x80\x9D is the best of 3 by `decisions_per_hour`, or within "
                "5 % of it "
                "(95 % sure); 1 of 3 was out after 7 runs; 1 is out because some run of it has no value.");
    assert_said(&(struct bent){{12, 7, 12}, {0, 1, 0}, "assembly again", "yes", 3},
                "\xE2\x80\x9C"
                "assembly again\xE2\x80\x9D and \xE2\x80\x9C"
                "assembly only\xE2\x80\x9D are alike in every "
                "run, and the best of 3 by `decisions_per_hour`, or within 5 % of it (95 % sure); 1 of 3 was "
                "out after "
                "7 runs.");
    assert_said(&(struct bent){{12, 12, 12}, {0, 0, 0}, "assembly only", "yes", 3},
                "No design is the best by `decisions_per_hour`: all 3 are alike in every run.");
    assert_said(
        &(struct bent){{12, 7, 12}, {0, 1, 0}, "assembly again", "no", 3},
        "Stopped at 5000 runs, the most allowed, before it was decided which of 3 designs is the best by "
        "`decisions_per_hour`: 2 are still in, \xE2\x80\x9C"
        "assembly again\xE2\x80\x9D and \xE2\x80\x9C"
        "assembly "
        "only\xE2\x80\x9D (wanted: the best, or within 5 % of it, 95 % sure); 1 of 3 was out after 7 runs.");
    assert_said(&(struct bent){{10, 10, 10}, {2, 2, 2}, NULL, "yes", 3},
                "No design has a value of `decisions_per_hour` in every run, so none is the best by it.");
}

static void other_files_have_as_many_runs_of_each(void **state)
{
    (void)state;
    struct fixture fixture;
    struct trouble trouble = {0};
    struct text said = {0};
    fixture_make(&fixture);
    struct results *results = results_open(fixture.path, &trouble);
    assert_non_null(results);
    assert_int_equal(results->runs[0], FIXTURE_REPLICATIONS);
    assert_int_equal(results_fewest(results), FIXTURE_REPLICATIONS);
    say_best_line(&said, results);
    assert_int_equal(said.length, 0);
    text_free(&said);
    results_close(results);
    fixture_remove(&fixture);
}

static void what_does_not_fit_together_is_refused(void **state)
{
    (void)state;
    static const char runs[] = "`design_runs` says of design 1 that it has more runs than there are, or none";
    static const char states[] = "`design_state` does not say of each design whether it may be the best";
    static const struct {
        struct bent bent;
        const char *sentence;
    } cases[] = {
        {{{7, 13, 12}, {1, 0, 1}, "with open space", "yes", 3}, runs},
        {{{7, 0, 12}, {1, 0, 1}, "with open space", "yes", 3}, runs},
        {{{7, -1, 12}, {1, 0, 1}, "with open space", "yes", 3}, runs},
        {{{7, NAN, 12}, {1, 0, 1}, "with open space", "yes", 3}, runs},
        {{{7, 12, 12}, {1, 3, 1}, "with open space", "yes", 3}, states},
        {{{7, 12, 12}, {1, NAN, 1}, "with open space", "yes", 3}, states},
        {{{7, 12, 12}, {1, -1, 1}, "with open space", "yes", 3}, states},
        {{{7, 12, 12}, {1, 0, 1}, "with open space", "yes", 2},
         "`design_runs` does not have a number for each design"},
        {{{7, 12, 12}, {1, 0, 1}, "a party", "yes", 3},
         "the best design `a party` is none of those in this results file"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct trouble trouble = {0};
        make(&fixture, &cases[i].bent);
        assert_null(results_open(fixture.path, &trouble));
        assert_int_equal(trouble.count, 1);
        assert_string_equal(trouble.complaints[0].sentence, cases[i].sentence);
        trouble_free(&trouble);
        fixture_remove(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_that_were_not_made_are_not_counted),
        cmocka_unit_test(courses_are_of_the_runs_of_each_design),
        cmocka_unit_test(who_is_ahead_comes_first_and_who_is_out_last),
        cmocka_unit_test(what_came_of_it_is_said_in_a_sentence),
        cmocka_unit_test(other_files_have_as_many_runs_of_each),
        cmocka_unit_test(what_does_not_fit_together_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
