/* People on different sides: known answers, and directions that others found. */
#include "ablation.h"
#include "knowledge/contested.h"

#define TWO_SIDES                                                                                            \
    "sides.kinds=[{name: one, share: 50 %, support: 65 %, support_sd: 0}, "                                  \
    "{name: other, share: 50 %, support: 35 %, support_sd: 0}]"
#define ALL_COME "people.attendance=100 %", "proposals.per_day=0 /d"

static struct division divided(double bias, uint32_t sides)
{
    static const uint8_t nobody[1];
    return (struct division){
        .side = nobody,
        .leans = {{0.75, 0.1}, {0.25, 0.1}, {0.5, 0.1}},
        .sides = sides,
        .bias = bias,
    };
}

static void a_bias_of_4_makes_10_percent_16_and_4(void **state)
{
    (void)state;
    struct division division = divided(4, 2);
    double shares[MOST_SIDES];
    contested_shares(&division, (const uint32_t[]){50, 50}, true, 0.1, shares);
    assert_true(fabs(shares[0] - 0.16) < 1e-12 && fabs(shares[1] - 0.04) < 1e-12);
    contested_shares(&division, (const uint32_t[]){50, 50}, false, 0.1, shares);
    assert_true(fabs(shares[0] - 0.04) < 1e-12 && fabs(shares[1] - 0.16) < 1e-12);
}

/* 80 % on average with a bias of 4 would be 128 % and 32 %. */
static void no_share_is_above_all_and_the_mean_is_kept(void **state)
{
    (void)state;
    struct division division = divided(4, 2);
    double shares[MOST_SIDES];
    contested_shares(&division, (const uint32_t[]){50, 50}, true, 0.8, shares);
    assert_true(shares[0] == 1 && fabs(shares[1] - 0.6) < 1e-12);
    contested_shares(&division, (const uint32_t[]){20, 80}, true, 1, shares);
    assert_true(shares[0] == 1 && fabs(shares[1] - 1) < 1e-12);
    contested_shares(&division, (const uint32_t[]){0, 10}, true, 0.5, shares);
    assert_true(fabs(shares[1] - 0.5) < 1e-12);
}

static void a_side_that_leans_neither_way_knows_as_much_of_both(void **state)
{
    (void)state;
    struct division division = divided(4, 3);
    double pro[MOST_SIDES], against[MOST_SIDES];
    contested_shares(&division, (const uint32_t[]){10, 10, 10}, true, 0.1, pro);
    contested_shares(&division, (const uint32_t[]){10, 10, 10}, false, 0.1, against);
    assert_true(fabs(pro[0] - 0.2) < 1e-12 && fabs(pro[2] - 0.05) < 1e-12);
    assert_true(fabs(against[1] - 0.2) < 1e-12 && fabs(against[2] - 0.05) < 1e-12);
}

/* Sixty people in ten circles: like-minded circles hear nobody of the other side, mixed ones 3 of 5. */
static void circles_of_the_like_minded_hear_only_their_own_side(void **state)
{
    (void)state;
    struct seen alike = CAMP("calendar[0].hold=alike-circles", ALL_COME, TWO_SIDES),
                mixed = CAMP("calendar[0].hold=mixed-circles", ALL_COME, TWO_SIDES);
    assert_is(&alike, "turns_across", 0, 0);
    assert_is(&mixed, "turns_across", 0.6, 0.02);
}

/* What sides think of a question before anybody speaks of it. */
#define MANY_ARGUMENTS                                                                                       \
    ALL_COME, TWO_SIDES, "sites=[{name: the town, people: 240}]", "sides.side_bias=4",                       \
        "knowledge.merit=50 %", "knowledge.common_share=100 %", "knowledge.common_known=10 %",               \
        "proposals.facets=40"

/* Schkade, Sunstein & Hastie 2007: circles of like-minded citizens moved outward and got more alike. Luskin,
 * Sood, Fishkin & Hahn 2022: mixed and moderated ones do not move outward. */
static void like_minded_circles_move_outward_and_mixed_ones_do_not(void **state)
{
    (void)state;
    struct seen before = CAMP("calendar[0].hold=alike-circles", MANY_ARGUMENTS, "conversation.retention=0 %",
                              "opinions.step=0"),
                alike = CAMP("calendar[0].hold=alike-circles", MANY_ARGUMENTS),
                mixed = CAMP("calendar[0].hold=mixed-circles", MANY_ARGUMENTS);
    assert_less(&before, &alike, "side_gap");
    assert_less(&before, &alike, "extremity");
    assert_less(&alike, &before, "spread_within");
    assert_less(&mixed, &before, "side_gap");
    assert_less(&mixed, &before, "extremity");
}

/* Twenty facets, half of them for the matter, each known to three of sixty people: with a bias that leaves
 * none to the other side, who knows any of them holds all of its weight for her own. */
static void a_facet_that_few_know_is_known_on_its_own_side(void **state)
{
    (void)state;
    struct seen even = CAMP("calendar[0].hold=mixed-circles", ALL_COME, TWO_SIDES, "opinions.step=0",
                            "conversation.retention=0 %", "knowledge.common_share=0 %", "knowledge.knowers=3",
                            "knowledge.interest_sd=0", "knowledge.merit=50 %", "opinions.argument_weight=1",
                            "sides.side_bias=1"),
                biased = CAMP("calendar[0].hold=mixed-circles", ALL_COME, TWO_SIDES, "opinions.step=0",
                              "conversation.retention=0 %", "knowledge.common_share=0 %",
                              "knowledge.knowers=3", "knowledge.interest_sd=0", "knowledge.merit=50 %",
                              "opinions.argument_weight=1", "sides.side_bias=100");
    /* A person knows one facet of twenty or more with 1 - .95^20 = .64 where all are alike, half of them her
     * own side's with the bias: 1 - .9^10 = .65. */
    assert_is(&even, "side_gap", 0.36 * 0.30, 0.06);
    assert_is(&biased, "side_gap", 0.35 * 0.30 + 0.65, 0.06);
}

/* Sides that lean .75 and .25 stand half apart or more in half of all pairs. Where nobody is moved a debate
 * warms at a backlash of 1 and cools at 4. */
static void a_debate_of_the_unmoved_warms_or_cools_with_the_backlash(void **state)
{
    (void)state;
#define UNMOVED                                                                                              \
    "calendar[0].hold=one-circle", ALL_COME, "opinions.step=0", "opinions.argument_weight=0",                \
        "conversation.amplified=yes", "tension.outburst=0 %", "sides.ear=1",                                 \
        "sides.kinds=[{name: a, share: 50 %, support: 75 %}, {name: b, share: 50 %, support: 25 %}]"
    struct seen warms = CAMP(UNMOVED, "sides.backlash=1"), cools = CAMP(UNMOVED, "sides.backlash=4");
    assert_true(seen_value(&warms, "warmth_gain") > 0.05);
    assert_true(seen_value(&cools, "warmth_gain") < -0.05);
    assert_is(&warms, "jarred", 0.5, 0.05);
    assert_same_but(&warms, &cools, "warmth_gain");
}

/* Santoro & Broockman 2022: friendly talk warms at once, and three months later it is gone. */
static void warmth_fades(void **state)
{
    (void)state;
    struct seen at_once = CAMP("calendar[0].hold=mixed-stories", "calendar[0].every=360 d", ALL_COME,
                               TWO_SIDES, "lasts=1 d", "sample_every=1 d"),
                later = CAMP("calendar[0].hold=mixed-stories", "calendar[0].every=360 d", ALL_COME, TWO_SIDES,
                             "lasts=91 d", "sample_every=1 d");
    double gain = seen_value(&at_once, "warmth_gain");
    assert_true(gain > 0.05);
    assert_is(&later, "warmth_gain", gain / 8, gain / 1000);
}

/* Two sites of thirty whose people visit each other. Nobody moves, so all of a side lean alike on every
 * proposal, guests too, also on those that were there before they came. */
static void guests_keep_their_side(void **state)
{
    (void)state;
    struct seen seen = CAMP("sites=[{name: one, people: 30}, {name: other, people: 30}]",
                            "people.guest_room=20", "visits.per_day=20 /d", "visits.lasts=1 d",
                            "arrivals.per_day=5 /d", TWO_SIDES, "opinions.step=0",
                            "opinions.argument_weight=0", "decisions.shift=0", "decisions.table_below=0 %");
    assert_true(seen_value(&seen, "guests") > 50);
    assert_true(seen_value(&seen, "decided") > 10);
    assert_is(&seen, "side_gap", 0.3, 1e-6);
    assert_is(&seen, "spread_within", 0, 1e-6);
}

/* Each of two sites is a side of its own: without visits nobody hears the other. */
static void a_site_can_be_a_side(void **state)
{
    (void)state;
#define A_SITE_A_SIDE                                                                                        \
    "sites=[{name: north, people: 30}, {name: south, people: 30}]", "calendar[0].hold=mixed-circles",        \
        "sides.kinds=[{name: a, share: 100 %, support: 75 %, site: north}, "                                 \
        "{name: b, share: 100 %, support: 25 %, site: south}]"
    struct seen alone = CAMP(A_SITE_A_SIDE),
                visited = CAMP(A_SITE_A_SIDE, "people.guest_room=20", "visits.per_day=1 /d");
    assert_is(&alone, "turns_across", 0, 0);
    assert_is(&alone, "warmth_gain", 0, 0);
    assert_true(seen_value(&visited, "turns_across") > 0.1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bias_of_4_makes_10_percent_16_and_4),
        cmocka_unit_test(no_share_is_above_all_and_the_mean_is_kept),
        cmocka_unit_test(a_side_that_leans_neither_way_knows_as_much_of_both),
        cmocka_unit_test(circles_of_the_like_minded_hear_only_their_own_side),
        cmocka_unit_test(like_minded_circles_move_outward_and_mixed_ones_do_not),
        cmocka_unit_test(a_facet_that_few_know_is_known_on_its_own_side),
        cmocka_unit_test(a_debate_of_the_unmoved_warms_or_cools_with_the_backlash),
        cmocka_unit_test(warmth_fades),
        cmocka_unit_test(guests_keep_their_side),
        cmocka_unit_test(a_site_can_be_a_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
