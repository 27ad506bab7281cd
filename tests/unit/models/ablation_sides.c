/* People on different sides, switched off piece by piece. */
#include "ablation.h"

#define TWO_SIDES                                                                                            \
    "sides.kinds=[{name: one, share: 50 %, support: 75 %}, {name: other, share: 50 %, support: 25 %}]"
#define IN_CIRCLES "calendar[0].hold=small-circles"

static void sides_that_differ_in_nothing_change_no_bit(void **state)
{
    (void)state;
    struct seen without = CAMP(IN_CIRCLES),
                with = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.contested_proposals=0 %",
                            "sides.contested_questions=0 %");
    assert_all_same(&without, &with);
    assert_true(seen_value(&with, "turns_across") > 0.4);
    without = CAMP("sample_every=1 d");
    with = CAMP("sample_every=1 d", TWO_SIDES, "sides.ear=1", "sides.contested_proposals=0 %");
    assert_all_same(&without, &with);
}

static void without_contested_questions_sides_lean_alike(void **state)
{
    (void)state;
    struct seen with = CAMP(IN_CIRCLES, TWO_SIDES, "opinions.step=0"),
                without = CAMP(IN_CIRCLES, TWO_SIDES, "opinions.step=0", "sides.contested_questions=0 %");
    assert_true(seen_value(&with, "side_gap") > 0.2);
    assert_true(isnan(seen_value(&without, "side_gap")));
    assert_less(&with, &without, "question_agreement");
    assert_same_luck(&with, &without);
}

static void without_contested_proposals_both_sides_are_not_asked_for(void **state)
{
    (void)state;
    struct seen with = CAMP(TWO_SIDES, "decisions.table_below=0 %"),
                without = CAMP(TWO_SIDES, "sides.contested_proposals=0 %");
    assert_true(seen_value(&with, "both_sides") < 0.9);
    assert_true(isnan(seen_value(&without, "both_sides")));
    assert_same_luck(&with, &without);
}

static void without_bias_sides_know_the_same(void **state)
{
    (void)state;
    struct seen with = CAMP(IN_CIRCLES, TWO_SIDES, "conversation.retention=0 %", "opinions.step=0",
                            "sides.side_bias=4"),
                without = CAMP(IN_CIRCLES, TWO_SIDES, "conversation.retention=0 %", "opinions.step=0");
    assert_less(&without, &with, "side_gap");
    assert_same_luck(&with, &without);
}

/* Warmth alone moves nothing where people listen to all alike. */
static void without_contact_warmth_stays_as_it_was(void **state)
{
    (void)state;
    struct seen with = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1"),
                without = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.contact=0");
    assert_is(&without, "warmth_gain", 0, 0);
    assert_true(fabs(seen_value(&with, "warmth_gain")) > 0.01);
    assert_same_but(&with, &without, "warmth_gain");
}

static void without_backlash_contact_only_warms(void **state)
{
    (void)state;
    struct seen with = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.backlash=4"),
                without = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.backlash=0");
    assert_less(&with, &without, "warmth_gain");
    assert_same_but(&with, &without, "warmth_gain");
}

static void without_a_half_life_warmth_stays(void **state)
{
    (void)state;
    struct seen with = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.half_life=1 d", "sides.backlash=0"),
                without =
                    CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.half_life=0 d", "sides.backlash=0");
    assert_less(&with, &without, "warmth_gain");
    assert_same_but(&with, &without, "warmth_gain");
}

static void without_an_ear_the_other_side_is_not_heard(void **state)
{
    (void)state;
    struct seen with = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=1", "sides.contact=0"),
                without = CAMP(IN_CIRCLES, TWO_SIDES, "sides.ear=0", "sides.contact=0", "sides.warmth=0");
    assert_less(&without, &with, "question_coverage");
    assert_less(&with, &without, "side_gap");
    assert_same_luck(&with, &without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sides_that_differ_in_nothing_change_no_bit),
        cmocka_unit_test(without_contested_questions_sides_lean_alike),
        cmocka_unit_test(without_contested_proposals_both_sides_are_not_asked_for),
        cmocka_unit_test(without_bias_sides_know_the_same),
        cmocka_unit_test(without_contact_warmth_stays_as_it_was),
        cmocka_unit_test(without_backlash_contact_only_warms),
        cmocka_unit_test(without_a_half_life_warmth_stays),
        cmocka_unit_test(without_an_ear_the_other_side_is_not_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
