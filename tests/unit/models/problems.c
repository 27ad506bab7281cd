/* Problems that need know-how of several topics. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* cmocka needs the three above */
#include <cmocka.h>

#include "whole/problems.h"

enum { PROBLEMS = 200 };

static const struct number_set *draw(int64_t facets, int64_t topics, uint64_t seed, struct arena *arena)
{
    const struct problem_settings settings = {PROBLEMS, facets, topics};
    const struct interest_settings interests = {.topics = 6, .facets_per_topic = 4};
    const struct luck luck = luck_of(seed, 0);
    return problems_draw(&settings, &interests, &luck, arena);
}

static uint32_t topics_of(struct number_set problem)
{
    uint32_t seen = 0;
    for (size_t i = 0; i < problem.count; i++)
        seen |= 1U << (problem.items[i] / 4);
    return (uint32_t)__builtin_popcount(seen);
}

static void a_problem_needs_so_many_facets_of_so_many_topics(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct number_set *problems = draw(4, 3, 1, &arena);
    for (size_t i = 0; i < PROBLEMS; i++) {
        assert_int_equal(problems[i].count, 4);
        assert_int_equal(topics_of(problems[i]), 3);
        for (size_t j = 1; j < problems[i].count; j++)
            assert_true(problems[i].items[j - 1] < problems[i].items[j]);
        assert_true(problems[i].items[3] < 24);
    }
    arena_free(&arena);
}

static void every_topic_is_needed_as_often_as_any_other(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct number_set *problems = draw(4, 3, 1, &arena);
    double needed[6] = {0}, chi = 0;
    for (size_t i = 0; i < PROBLEMS; i++)
        for (size_t j = 0; j < problems[i].count; j++)
            needed[problems[i].items[j] / 4]++;
    for (int topic = 0; topic < 6; topic++) {
        double expected = PROBLEMS * 4 / 6.0;
        chi += (needed[topic] - expected) * (needed[topic] - expected) / expected;
    }
    assert_true(chi < 20.5); /* one seed in a thousand would be above; facets of a problem even that out */
    arena_free(&arena);
}

static void a_movement_with_few_facets_has_problems_that_need_them_all(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct number_set *problems = draw(60, 60, 1, &arena);
    for (size_t i = 0; i < PROBLEMS; i++)
        assert_int_equal(problems[i].count, 24);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_problem_needs_so_many_facets_of_so_many_topics),
        cmocka_unit_test(every_topic_is_needed_as_often_as_any_other),
        cmocka_unit_test(a_movement_with_few_facets_has_problems_that_need_them_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
