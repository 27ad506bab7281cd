/* What sparks are about, and the trees that they make. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "people/interests.h"
#include "sparks/sparks_parts.h"

/* --- trees: {people, sum of those below each and herself, and of the squares} --- */

static void three_who_told_each_other_in_a_row_are_four_thirds_of_a_step_apart(void **state)
{
    (void)state;
    const struct spark_totals row = {.size = 3, .below = 3 + 2 + 1, .below_squared = 9 + 4 + 1};
    assert_near(spark_virality(&row), 4.0 / 3, 1e-12);
}

static void those_who_heard_the_announcement_are_two_steps_apart(void **state)
{
    (void)state;
    const struct spark_totals star = {.size = 50, .below = 50, .below_squared = 50};
    assert_near(spark_virality(&star), 2, 1e-12);
}

/* One told four others: six pairs of these are two steps apart, four pairs one. */
static void one_who_told_four_others_is_the_middle_of_a_star(void **state)
{
    (void)state;
    const struct spark_totals star = {.size = 5, .below = 5 + 4, .below_squared = 25 + 4};
    assert_near(spark_virality(&star), (6 * 2 + 4) / 10.0, 1e-12);
}

static void cascades_are_counted_by_their_size(void **state)
{
    (void)state;
    struct cascades cascades = {0};
    const uint64_t sizes[] = {1, 1, 2, 19, 20, 100, 99};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        cascade_counts(&cascades, sizes[i]);
    assert_int_equal(cascades.count, 7);
    assert_int_equal(cascades.alone, 2);
    assert_int_equal(cascades.hundred, 1);
    assert_int_equal(cascades.people, 242);
    assert_int_equal(cascades.bins[0], 2);
    assert_int_equal(cascades.bins[1], 1);
    assert_int_equal(cascades.bins[18], 1);
    assert_int_equal(cascades.bins[CASCADE_BINS - 1], 3);
}

/* --- concepts --- */

enum { TOPICS = 12, PERSONS = 3 };

/* The first cares for the first topic alone, the second for the first two alike, the third for all alike. */
static const float cares[PERSONS][TOPICS] = {
    {1},
    {0.70710678F, 0.70710678F},
    {0.28867513F, 0.28867513F, 0.28867513F, 0.28867513F, 0.28867513F, 0.28867513F, 0.28867513F, 0.28867513F,
     0.28867513F, 0.28867513F, 0.28867513F, 0.28867513F},
};
static const struct people three = {.count = PERSONS, .topics = TOPICS, .interest = cares[0]};

static void a_topic_fits_as_much_as_somebody_cares_for_it(void **state)
{
    (void)state;
    struct spark_concept first = concept_of_topic(0), last = concept_of_topic(11);
    assert_near(concept_fits(&first, &three, 0), 1, 1e-6);
    assert_near(concept_fits(&first, &three, 1), sqrt(0.5), 1e-6);
    assert_near(concept_fits(&first, &three, 2), 1 / sqrt(12), 1e-6);
    assert_near(concept_fits(&last, &three, 0), 0, 1e-12);
}

static void the_common_concept_fits_who_cares_for_much(void **state)
{
    (void)state;
    struct spark_concept all = concept_common(12), four = concept_common(4);
    assert_near(concept_fits(&all, &three, 0), 1 / sqrt(12), 1e-6);
    assert_near(concept_fits(&all, &three, 2), 1, 1e-6);
    assert_near(concept_fits(&four, &three, 1), 2 * sqrt(0.5) / 2, 1e-6);
}

/* In 255 parts of the largest weight. */
static void people_find_what_they_care_for_on_average(void **state)
{
    (void)state;
    const uint32_t two[] = {0, 1};
    struct spark_concept found = concept_of_people(&three, two, 2);
    double first = 1 + sqrt(0.5), second = sqrt(0.5), length = sqrt(first * first + second * second);
    assert_near(concept_fits(&found, &three, 0), first / length, 2e-3);
    assert_int_equal(concept_topic(&found), 0);
}

static void without_interests_everything_fits(void **state)
{
    (void)state;
    const struct people none = {.count = PERSONS};
    struct spark_concept first = concept_of_topic(0);
    assert_near(concept_fits(&first, &none, 0), 1, 0);
}

static void a_concept_is_known_again_by_its_main_topic(void **state)
{
    (void)state;
    struct spark_concept first = concept_of_topic(0), second = concept_of_topic(1);
    struct spark_concept narrow = concept_common(1), broad = concept_common(12);
    assert_true(concept_bit(&first) != concept_bit(&second));
    assert_true(concept_bit(&first) != concept_bit(&narrow));
    assert_true(concept_bit(&narrow) == concept_bit(&broad));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_who_told_each_other_in_a_row_are_four_thirds_of_a_step_apart),
        cmocka_unit_test(those_who_heard_the_announcement_are_two_steps_apart),
        cmocka_unit_test(one_who_told_four_others_is_the_middle_of_a_star),
        cmocka_unit_test(cascades_are_counted_by_their_size),
        cmocka_unit_test(a_topic_fits_as_much_as_somebody_cares_for_it),
        cmocka_unit_test(the_common_concept_fits_who_cares_for_much),
        cmocka_unit_test(people_find_what_they_care_for_on_average),
        cmocka_unit_test(without_interests_everything_fits),
        cmocka_unit_test(a_concept_is_known_again_by_its_main_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
