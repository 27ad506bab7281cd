/* How many people know a matter at first: small cases worked out by hand. */
#include "hall.h"

/* Of 70 facets, how many all 24 know; each of the others is known to three. */
static uint32_t known_to_all(double common_share)
{
    struct hall hall;
    hall_prepare(&hall);
    hall.settings.knowledge.common_share = common_share;
    hall.settings.knowledge.common_known = 1;
    hall.settings.knowledge.knowers = 3;
    hall_open(&hall);
    const struct matter *matter = matter_new(knowledge_of(&hall.parts), MATTER_QUESTION, 77, NOBODY);
    uint32_t all = 0;
    for (uint32_t facet = 0; facet < HALL_FACETS; facet++) {
        uint32_t knowers = 0;
        for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
            struct facet_set known = facets_known(matter, person);
            knowers += facet_in(&known, facet) ? 1 : 0;
        }
        assert_int_equal(knowers, matter->first_knowers[facet]);
        if (knowers == HALL_PEOPLE)
            all++;
        else
            assert_int_equal(knowers, 3);
    }
    hall_close(&hall);
    return all;
}

/* 21.7 are 22, 21.35 are 21, 31.5 are 32. */
static void the_number_of_common_facets_is_rounded(void **state)
{
    (void)state;
    assert_int_equal(known_to_all(0.31), 22);
    assert_int_equal(known_to_all(0.305), 21);
    assert_int_equal(known_to_all(0.45), 32);
    assert_int_equal(known_to_all(0), 0);
    assert_int_equal(known_to_all(1), HALL_FACETS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_number_of_common_facets_is_rounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
