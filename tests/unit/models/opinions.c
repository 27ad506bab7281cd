#include <stdlib.h>

#include "knowledge/census.h"
#include "unit/analysis/near.h"

enum { MANY = 1000 };

/* Each is of one person. */
static struct opinions of(double *all, uint32_t count)
{
    return (struct opinions){all, NULL, count, count};
}

static double agreement(double *all, uint32_t count)
{
    const struct opinions opinions = of(all, count);
    return opinion_agreement(&opinions);
}

static struct opinion_spread spread_of(double *all, uint32_t count)
{
    const struct opinions opinions = of(all, count);
    return opinion_spread(&opinions);
}

static uint32_t clusters(double *all, uint32_t count, double gap, double least)
{
    const struct opinions opinions = of(all, count);
    return opinion_clusters(&opinions, gap, least);
}

static void consensus_is_full_agreement(void **state)
{
    (void)state;
    double opinions[] = {0.3, 0.3, 0.3, 0.3};
    assert_near(agreement(opinions, 4), 1.0, 1e-15);
}

static void two_poles_of_equal_size_do_not_agree_at_all(void **state)
{
    (void)state;
    double opinions[] = {0, 0, 0, 1, 1, 1};
    assert_near(agreement(opinions, 6), 0.0, 1e-15);
}

/* The middles of n equal cells: 1/3 + 2 / (3 n^2). */
static void opinions_spread_evenly_agree_by_a_third(void **state)
{
    (void)state;
    double opinions[MANY];
    for (int i = 0; i < MANY; i++)
        opinions[i] = (i + 0.5) / MANY;
    assert_near(agreement(opinions, MANY), 1.0 / 3 + 2.0 / 3 / MANY / MANY, 1e-12);
}

static void nobody_has_no_agreement(void **state)
{
    (void)state;
    double none = 0;
    assert_true(isnan(agreement(&none, 0)));
}

static void two_poles_are_spread_by_half_and_all_extreme(void **state)
{
    (void)state;
    double opinions[] = {0, 0, 1, 1};
    struct opinion_spread spread = spread_of(opinions, 4);
    assert_near(spread.mean, 0.5, 0);
    assert_near(spread.deviation, 0.5, 0);
    assert_near(spread.extreme, 1, 0);
}

/* .2 and .8 themselves are not extreme. The squares of the four are .04, .64, .36 and .01. */
static void only_opinions_beyond_a_fifth_from_the_ends_are_extreme(void **state)
{
    (void)state;
    double opinions[] = {0.2, 0.8, 0.6, 0.1}, even[] = {0.2, 0.8, 0.2, 0.8};
    struct opinion_spread spread = spread_of(opinions, 4);
    assert_near(spread.mean, 0.425, 1e-15);
    assert_near(spread.deviation, sqrt(0.2625 - 0.425 * 0.425), 1e-15);
    assert_near(spread.extreme, 0.25, 0);
    assert_near(spread_of(even, 4).extreme, 0, 0);
    assert_true(isnan(spread_of(opinions, 0).mean));
}

static void clusters_are_parted_by_gaps_and_small_ones_are_not_counted(void **state)
{
    (void)state;
    double opinions[] = {0.10, 0.11, 0.12, 0.50, 0.90, 0.915};
    assert_int_equal(clusters(opinions, 6, 0.02, 0.0), 3);
    assert_int_equal(clusters(opinions, 6, 0.02, 0.2), 2);
    assert_int_equal(clusters(opinions, 6, 0.02, 0.4), 1);
    assert_int_equal(clusters(opinions, 6, 0.5, 0.0), 1);
    assert_int_equal(clusters(opinions, 6, 0.005, 0.0), 6);
    assert_int_equal(clusters(opinions, 0, 0.02, 0.0), 0);
}

/* The second opinion is of three people: as if it stood there three times. */
static void who_stands_for_three_counts_three_times(void **state)
{
    (void)state;
    double one_by_one[] = {0.1, 0.4, 0.4, 0.4, 0.85}, all[] = {0.1, 0.4, 0.85}, weights[] = {1, 3, 1};
    const struct opinions opinions = {all, weights, 3, 5};
    assert_near(opinion_agreement(&opinions), agreement(one_by_one, 5), 1e-15);
    struct opinion_spread spread = opinion_spread(&opinions), whole = spread_of(one_by_one, 5);
    assert_near(spread.mean, whole.mean, 1e-15);
    assert_near(spread.deviation, whole.deviation, 1e-15);
    assert_near(spread.extreme, whole.extreme, 1e-15);
    assert_int_equal(opinion_clusters(&opinions, 0.02, 0.3), 1);
    assert_int_equal(opinion_clusters(&opinions, 0.02, 0.2), 3);
}

static void opinions_are_sorted_with_their_weights(void **state)
{
    (void)state;
    double all[] = {0.6, 0.2, 0.9, 0.1, 0.5}, weights[] = {1, 1, 4, 4, 4}, room[5];
    struct opinions opinions = {all, weights, 5, 14};
    opinion_sort(&opinions, 2, room);
    const double sorted[] = {0.1, 0.2, 0.5, 0.6, 0.9}, theirs[] = {4, 1, 4, 1, 4};
    assert_memory_equal(all, sorted, sizeof sorted);
    assert_memory_equal(weights, theirs, sizeof theirs);
}

/* Five people, three facets, known as follows:   person 0: a b c, 1: a b, 2: a b, 3: a b, 4: b. */
struct village {
    uint64_t known[5];
    float leaning[5];
    struct matter matter;
};

static int village_begin(void **state)
{
    struct village *here = malloc(sizeof *here);
    *here = (struct village){.known = {7, 3, 3, 3, 2}, .leaning = {0.2F, 0.5F, 0.5F, 0.5F, 0.9F}};
    here->matter = (struct matter){.facets = 3, .words = 1, .known = here->known, .leaning = here->leaning};
    facet_add(&here->matter.pro, 0);
    *state = here;
    return 0;
}

static int village_end(void **state)
{
    free(*state);
    return 0;
}

static void a_census_counts_coverage_common_knowledge_and_reach(void **state)
{
    struct village *here = *state;
    struct panel panel = {5, 5, 1, 5, 1, here->leaning, here->known};
    struct census census = matter_census(&panel, &here->matter);
    assert_near(census.coverage, 10.0 / 15, 1e-15);
    assert_near(census.common, 2.0 / 3, 1e-15); /* four of five is 80 %, one of five is not */
    assert_near(census.reach, 10.0 / 3, 1e-15);
    panel.each_one = 1; /* the other four stand for three people each */
    panel.weight = 3, panel.people = 13;
    census = matter_census(&panel, &here->matter);
    assert_near(census.coverage, (3 + 3 * 7) / (3.0 * 13), 1e-15);
    assert_near(census.common, 1.0 / 3, 1e-15); /* ten of thirteen know a, all know b, one knows c */
    assert_near(census.reach, 24.0 / 3, 1e-15);
}

/* Facet 0 is known by all, facet 1 by every second person, facet 2 by every third, and so on. */
static void a_census_of_many_misses_nobody_and_no_facet(void **state)
{
    (void)state;
    enum { FACETS = 130, WORDS = 3 };
    static uint64_t known[MANY * WORDS];
    static float leaning[MANY];
    struct matter matter = {.facets = FACETS, .words = WORDS};
    uint32_t minds = 0;
    for (uint32_t person = 0; person < MANY; person++) {
        for (uint32_t facet = 0; facet < FACETS; facet++)
            if (person % (facet + 1) == 0)
                known[person * WORDS + facet / 64] |= UINT64_C(1) << (facet % 64);
    }
    for (uint32_t facet = 0; facet < FACETS; facet++)
        minds += (MANY + facet) / (facet + 1);
    for (uint32_t each_one = 0; each_one <= MANY; each_one += 100) {
        const struct panel panel = {MANY, each_one, 1, MANY, WORDS, leaning, known};
        const struct census census = matter_census(&panel, &matter);
        assert_near(census.reach, (double)minds / FACETS, 1e-12);
        assert_near(census.coverage, (double)minds / FACETS / MANY, 1e-12);
        assert_near(census.common, 1.0 / FACETS, 1e-15);
    }
}

static void an_opinion_weighs_what_is_known_against_the_leaning(void **state)
{
    struct village *here = *state;
    assert_near(person_opinion(&here->matter, 0, 0.0), 0.2, 1e-7);
    assert_near(person_opinion(&here->matter, 0, 1.0), 1.0 / 3, 1e-7);
    assert_near(person_opinion(&here->matter, 0, 0.5), 0.1 + 1.0 / 6, 1e-7);
    assert_near(person_opinion(&here->matter, 4, 1.0), 0.0, 1e-7);
}

static void an_answered_concern_speaks_for_the_matter(void **state)
{
    struct village *here = *state;
    assert_near(matter_value(&here->matter), -1.0 / 3, 1e-15);
    facet_add(&here->matter.heard.addressed, 2);
    assert_near(matter_value(&here->matter), 1.0 / 3, 1e-15);
    assert_near(person_opinion(&here->matter, 0, 1.0), 2.0 / 3, 1e-7);
    facet_add(&here->matter.heard.addressed, 0); /* it was in favour already */
    assert_near(matter_value(&here->matter), 1.0 / 3, 1e-15);
}

static void who_knows_nothing_has_her_leaning_alone(void **state)
{
    struct village *here = *state;
    here->known[4] = 0;
    assert_near(person_opinion(&here->matter, 4, 1.0), 0.9, 1e-7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(consensus_is_full_agreement),
        cmocka_unit_test(two_poles_are_spread_by_half_and_all_extreme),
        cmocka_unit_test(only_opinions_beyond_a_fifth_from_the_ends_are_extreme),
        cmocka_unit_test(two_poles_of_equal_size_do_not_agree_at_all),
        cmocka_unit_test(opinions_spread_evenly_agree_by_a_third),
        cmocka_unit_test(nobody_has_no_agreement),
        cmocka_unit_test(clusters_are_parted_by_gaps_and_small_ones_are_not_counted),
        cmocka_unit_test(who_stands_for_three_counts_three_times),
        cmocka_unit_test(opinions_are_sorted_with_their_weights),
        cmocka_unit_test_setup_teardown(a_census_counts_coverage_common_knowledge_and_reach, village_begin,
                                        village_end),
        cmocka_unit_test(a_census_of_many_misses_nobody_and_no_facet),
        cmocka_unit_test_setup_teardown(an_opinion_weighs_what_is_known_against_the_leaning, village_begin,
                                        village_end),
        cmocka_unit_test_setup_teardown(an_answered_concern_speaks_for_the_matter, village_begin,
                                        village_end),
        cmocka_unit_test_setup_teardown(who_knows_nothing_has_her_leaning_alone, village_begin, village_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
