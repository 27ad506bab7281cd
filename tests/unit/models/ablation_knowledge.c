/* What people know and how they lean at first, switched off piece by piece. */
#include "ablation.h"

#define NOBODY_LEARNS "conversation.retention=0 %"
#define NO_ARGUMENTS  "opinions.argument_weight=0", "opinions.step=0"

static void without_common_facets_each_is_known_to_its_knowers_alone(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=small-circles", NOBODY_LEARNS),
                without = CAMP("calendar[0].hold=small-circles", NOBODY_LEARNS, "knowledge.common_share=0 %",
                               "knowledge.knowers=3");
    assert_is(&without, "question_reach", 3, 1e-9);
    assert_is(&without, "question_coverage", 3.0 / 60, 1e-9);
    assert_less(&without, &with, "question_coverage");
    assert_same_luck(&with, &without);
}

static void what_all_know_at_first_is_common_knowledge(void **state)
{
    (void)state;
    struct seen seen = CAMP("calendar[0].hold=small-circles", NOBODY_LEARNS, "knowledge.common_share=50 %",
                            "knowledge.common_known=100 %", "knowledge.knowers=1");
    assert_is(&seen, "question_common", 0.5, 1e-9);
    assert_is(&seen, "question_coverage", 0.5 + 0.5 / 60, 1e-9);
}

static void without_interest_all_circles_draw_alike(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=chosen", "proposals.per_day=0 /d", "gathering.partners=yes"),
                without = CAMP("calendar[0].hold=chosen", "proposals.per_day=0 /d", "gathering.partners=yes",
                               "knowledge.interest_sd=0");
    assert_less(&without, &with,
                "question_voiced"); /* those who know are not drawn to where they are needed */
    assert_same_luck(&with, &without);
    assert_same(&with, &without, "heads");
}

static void matters_of_full_merit_without_spread_need_no_amendment(void **state)
{
    (void)state;
    struct seen with = CAMP("knowledge.merit=100 %", "knowledge.merit_sd=0.3", "decisions.far=0"),
                without = CAMP("knowledge.merit=100 %", "knowledge.merit_sd=0", "decisions.far=0");
    assert_true(seen_value(&with, "amended") > 0);
    assert_is(&without, "amended", 0, 0);
    assert_is(&without, "regret", 0, 0);
    assert_same_luck(&with, &without);
}

static void people_without_spread_agree_at_first(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=small-circles", NO_ARGUMENTS),
                without = CAMP("calendar[0].hold=small-circles", NO_ARGUMENTS, "knowledge.support_sd=0",
                               "knowledge.support=70 %");
    assert_is(&without, "question_agreement", 1, 1e-6);
    assert_is(&without, "question_opinion", 0.7, 1e-6);
    assert_less(&with, &without, "question_agreement");
    assert_same(&with, &without, "heads");
}

/* Every matter has the same grid and the same given leanings, whatever the luck. */
static void leanings_can_be_laid_out_without_luck(void **state)
{
    (void)state;
    struct seen grid = CAMP("calendar[0].hold=small-circles", NO_ARGUMENTS, "knowledge.start=grid"),
                given = CAMP("calendar[0].hold=small-circles", NO_ARGUMENTS, "knowledge.start=given",
                             "knowledge.leanings=[0, 1]");
    assert_is(&grid, "question_opinion", 0.5, 1e-6);
    assert_is(&grid, "question_agreement", 1.0 - 2.0 * 61 / (3.0 * 60), 1e-6); /* mean |x - y| of a grid */
    assert_is(&given, "question_agreement", 0, 1e-6);
    assert_is(&grid, "question_spread", sqrt((60.0 * 60 - 1) / 12) / 59, 1e-6); /* of k / 59 */
    assert_is(&grid, "question_extreme", 24.0 / 60, 1e-12);                     /* 11 / 59 is below .2 */
    assert_is(&given, "question_spread", 0.5, 1e-6);
    assert_is(&given, "question_extreme", 1, 0);
    assert_is(&given, "question_clusters", 2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_common_facets_each_is_known_to_its_knowers_alone),
        cmocka_unit_test(what_all_know_at_first_is_common_knowledge),
        cmocka_unit_test(without_interest_all_circles_draw_alike),
        cmocka_unit_test(matters_of_full_merit_without_spread_need_no_amendment),
        cmocka_unit_test(people_without_spread_agree_at_first),
        cmocka_unit_test(leanings_can_be_laid_out_without_luck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
