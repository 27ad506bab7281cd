/* Designs in their order: better ones first, with ties, and every pair. */
#include "unit/analysis/fixture.h"

#include "analysis/numbers/ranking.h"
#include "analysis/words/ranking_text.h"
#include "analysis/words/sentence.h"

struct opened {
    struct fixture fixture;
    struct results *results;
    struct arena arena;
    struct ranking ranking;
};

static void open_on(struct opened *opened, const char *measure)
{
    struct trouble trouble = {0};
    *opened = (struct opened){0};
    fixture_make(&opened->fixture);
    opened->results = results_open(opened->fixture.path, &trouble);
    assert_non_null(opened->results);
    opened->ranking = ranking_of(opened->results, results_find_measure(opened->results, measure),
                                 USUAL_CONFIDENCE, &opened->arena);
}

static void finish(struct opened *opened)
{
    arena_free(&opened->arena);
    results_close(opened->results);
    fixture_remove(&opened->fixture);
}

/* The fixture decides 0.4, 1.2 and 0.41 proposals an hour: the first and the last are not clearly apart. */
static void the_best_comes_first_and_what_is_not_clearly_apart_shares_a_place(void **state)
{
    (void)state;
    struct opened opened;
    open_on(&opened, "decisions_per_hour");
    assert_int_equal(opened.ranking.count, 3);
    assert_int_equal(opened.ranking.designs[0].design, 1);
    assert_int_equal(opened.ranking.designs[0].place, 1);
    assert_int_equal(opened.ranking.designs[1].place, 2);
    assert_int_equal(opened.ranking.designs[2].place, 2);
    finish(&opened);
}

/* 67, 30 and 67.5 person-hours a decision. */
static void where_less_is_better_the_least_comes_first(void **state)
{
    (void)state;
    struct opened opened;
    open_on(&opened, "people_hours_per_decision");
    assert_int_equal(opened.ranking.designs[0].design, 1);
    assert_true(opened.ranking.designs[0].mean.value < opened.ranking.designs[1].mean.value);
    finish(&opened);
}

static void a_pair_is_the_first_design_against_the_second(void **state)
{
    (void)state;
    struct opened opened;
    open_on(&opened, "decisions_per_hour");
    const struct contrast *up = ranking_pair(&opened.ranking, 1, 0),
                          *down = ranking_pair(&opened.ranking, 0, 1);
    assert_int_equal(up->verdict, VERDICT_HIGHER);
    assert_int_equal(down->verdict, VERDICT_LOWER);
    assert_true(fabs(up->ratio.value * down->ratio.value - 1) < 1e-12);
    finish(&opened);
}

static void the_order_is_one_sentence_that_says_what_is_not_clear(void **state)
{
    (void)state;
    struct opened opened;
    struct text said = {0};
    open_on(&opened, "decisions_per_hour");
    assert_true(say_ranking(&said, opened.results, &opened.ranking));
    assert_non_null(strstr(said.bytes, "in order: 1. \xE2\x80\x9C"));
    assert_non_null(strstr(said.bytes, ", 2. \xE2\x80\x9C"));
    assert_non_null(strstr(said.bytes, " (not clearly apart)"));
    assert_null(strstr(said.bytes, "3. "));
    text_free(&said);
    finish(&opened);
}

static void a_phrase_leaves_out_the_designs_that_stand_above_it(void **state)
{
    (void)state;
    struct opened opened;
    struct text said = {0};
    open_on(&opened, "people_hours_per_decision");
    contrast_phrase(opened.results, ranking_pair(&opened.ranking, 1, 0), &said);
    assert_int_equal(strncmp(said.bytes, "took 5", strlen("took 5")), 0);
    assert_non_null(strstr(said.bytes, " % fewer person-hours for each decision (95 % range "));
    text_free(&said);
    finish(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_comes_first_and_what_is_not_clearly_apart_shares_a_place),
        cmocka_unit_test(where_less_is_better_the_least_comes_first),
        cmocka_unit_test(a_pair_is_the_first_design_against_the_second),
        cmocka_unit_test(the_order_is_one_sentence_that_says_what_is_not_clear),
        cmocka_unit_test(a_phrase_leaves_out_the_designs_that_stand_above_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
