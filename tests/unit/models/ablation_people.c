/* What people bring, switched off piece by piece. */
#include "ablation.h"

#define NO_TENSION      "tension.discord=0", "tension.unmet_bid=0 /h", "tension.contagion=0"
#define ACTS_ON_NOTHING "tension.chill=0 %", "tension.outburst=0 %", "decisions.block_tension=0"

static void without_spread_and_shyness_people_talk_alike(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=one-circle", "conversation.urge=0");
    struct seen without =
        CAMP("calendar[0].hold=one-circle", "conversation.urge=0", "people.talk_sd=0", "people.shyness=0");
    assert_less(&without, &with, "turn_gini");
    assert_less(&with, &without, "effective_speakers");
    assert_same_luck(&without, &with);
    assert_same(&without, &with, "heads");
}

static void without_shyness_nobody_passes_the_piece_on(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=pieces", ACTS_ON_NOTHING, "people.shyness=0.5"),
                without = CAMP("calendar[0].hold=pieces", ACTS_ON_NOTHING, "people.shyness=0"),
                talkers = CAMP("calendar[0].hold=pieces", ACTS_ON_NOTHING, "people.shyness=0",
                               "people.talk_sd=1.5");
    assert_less(&without, &with, "turn_gini");
    assert_same_luck(&without, &with);
    /* the piece goes round, however unlike people are */
    assert_same_but(&without, &talkers, "tension");
}

static void without_the_weight_of_the_audience_its_size_does_not_matter(void **state)
{
    (void)state;
    struct seen plenary = CAMP("calendar[0].hold=one-circle", "people.shyness=0.5"),
                plenary_off =
                    CAMP("calendar[0].hold=one-circle", "people.shyness=0.5", "people.audience_exponent=0"),
                pairs = CAMP("calendar[0].hold=in-pairs", "people.shyness=0.5", "people.attendance=100 %"),
                pairs_off = CAMP("calendar[0].hold=in-pairs", "people.shyness=0.5", "people.attendance=100 %",
                                 "people.audience_exponent=0");
    assert_less(&plenary_off, &plenary, "turn_gini");
    assert_same_luck(&plenary_off, &plenary);
    assert_all_same(&pairs, &pairs_off); /* before one listener there is nothing to weigh */
}

static void without_drains_nobody_tires_and_nobody_goes_home(void **state)
{
    (void)state;
    struct seen with = CAMP("people.listening_drain=0.8 /h"),
                without = CAMP("people.listening_drain=0 /h", "people.speaking_drain=0 /h");
    assert_true(seen_value(&with, "went_home") > 0);
    assert_less(&with, &without, "energy");
    assert_is(&without, "went_home", 0, 0);
    assert_is(&without, "energy", 1, 1e-6);
    assert_same(&with, &without, "submitted");
    assert_same(&with, &without, "sessions");
}

static void those_who_may_stay_at_any_energy_do(void **state)
{
    (void)state;
    struct seen with = CAMP("people.listening_drain=0.8 /h"),
                without = CAMP("people.listening_drain=0.8 /h", "people.leave_below=0 %");
    assert_true(seen_value(&with, "went_home") > 0);
    assert_is(&without, "went_home", 0, 0);
    assert_less(&without, &with, "energy");
}

static void energy_comes_back_at_once_when_recovery_is_fast(void **state)
{
    (void)state;
    struct seen slow = CAMP("people.recovery=0 /h", "people.leave_below=0 %", "proposals.proposer_comes=no"),
                fast =
                    CAMP("people.recovery=100 /h", "people.leave_below=0 %", "proposals.proposer_comes=no");
    assert_less(&slow, &fast, "energy");
    assert_same_luck(&slow, &fast);
    assert_same(&slow, &fast, "heads");
}

static void all_come_when_attendance_is_full(void **state)
{
    (void)state;
    struct seen some = CAMP("people.leave_below=0 %"),
                all = CAMP("people.leave_below=0 %", "people.attendance=100 %");
    assert_is(&all, "heads", 60, 0);
    assert_less(&some, &all, "heads");
    assert_same(&some, &all, "submitted");
}

static void without_its_causes_there_is_no_tension(void **state)
{
    (void)state;
    struct seen with = CAMP("people.talk_sd=0.9"), without = CAMP(NO_TENSION);
    assert_true(seen_value(&with, "tension") > 0);
    assert_is(&without, "tension", 0, 0);
    assert_is(&without, "outbursts", 0, 0);
    assert_same_luck(&with, &without);
}

static void each_cause_of_tension_goes_alone(void **state)
{
    (void)state;
    struct seen both = CAMP("tension.contagion=0"),
                no_discord = CAMP("tension.contagion=0", "tension.discord=0"),
                no_bids = CAMP("tension.contagion=0", "tension.unmet_bid=0 /h");
    assert_less(&no_discord, &both, "tension");
    assert_less(&no_bids, &both, "tension");
    assert_true(seen_value(&no_discord, "tension") > 0);
    assert_true(seen_value(&no_bids, "tension") > 0);
}

static double spread(const double *values, size_t count)
{
    double mean = 0, sum = 0;
    for (size_t i = 0; i < count; i++)
        mean += values[i] / (double)count;
    for (size_t i = 0; i < count; i++)
        sum += (values[i] - mean) * (values[i] - mean);
    return sqrt(sum / (double)count) / mean;
}

static void without_contagion_tension_stays_where_it_arose(void **state)
{
    (void)state;
    struct seen with = CAMP(ACTS_ON_NOTHING, "record_people=yes", "people.attendance=100 %"),
                without = CAMP(ACTS_ON_NOTHING, "record_people=yes", "people.attendance=100 %",
                               "tension.contagion=0");
    assert_int_equal(with.people, 60);
    assert_true(spread(with.tension, with.people) < spread(without.tension, without.people));
    assert_same_but(&with, &without, "tension");
}

static void tension_with_no_half_life_is_gone_at_once(void **state)
{
    (void)state;
    struct seen with = CAMP(ACTS_ON_NOTHING), without = CAMP(ACTS_ON_NOTHING, "tension.half_life=0 min");
    assert_true(seen_value(&with, "tension") > 0);
    assert_is(&without, "tension", 0, 0);
    assert_same_but(&with, &without, "tension");
}

/* The claim of the settings: tension acts on willingness, outbursts and blocks, and on nothing else. */
static void tension_that_acts_on_nothing_changes_nothing_but_itself(void **state)
{
    (void)state;
    struct seen tense = CAMP(ACTS_ON_NOTHING, "tension.discord=0.2", "tension.unmet_bid=2 /h"),
                calm = CAMP(ACTS_ON_NOTHING, NO_TENSION);
    assert_true(seen_value(&tense, "tension") > 0.1);
    assert_is(&calm, "tension", 0, 0);
    assert_same_but(&tense, &calm, "tension");
}

static void without_chill_the_tense_speak_as_readily_as_the_calm(void **state)
{
    (void)state;
    struct seen tense = CAMP("calendar[0].hold=one-stack", "tension.outburst=0 %", "tension.discord=0.2",
                             "tension.unmet_bid=2 /h"),
                no_chill = CAMP("calendar[0].hold=one-stack", "tension.outburst=0 %", "tension.discord=0.2",
                                "tension.unmet_bid=2 /h", "tension.chill=0 %"),
                calm = CAMP("calendar[0].hold=one-stack", "tension.outburst=0 %", NO_TENSION);
    assert_true(
        !same_number(seen_value(&tense, "turn_gini"), seen_value(&calm, "turn_gini"))); /* others speak */
    assert_same_but(&no_chill, &calm, "tension");
}

static void without_outbursts_no_floor_time_is_lost_to_them(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=no-content", "tension.outburst=100 %"),
                without = CAMP("calendar[0].hold=no-content", "tension.outburst=0 %"),
                timeless = CAMP("calendar[0].hold=no-content", "tension.outburst=100 %",
                                "tension.outburst_length=0 min");
    assert_true(seen_value(&with, "outbursts") > 0);
    assert_is(&without, "outbursts", 0, 0);
    assert_less(&with, &without, "turns_per_hour");
    assert_true(seen_value(&timeless, "outbursts") > 0);
    assert_same_but(&timeless, &without, "outbursts");
}

static void without_relief_feelings_are_talk_without_content(void **state)
{
    (void)state;
    struct seen feelings = CAMP("calendar[0].hold=feelings"),
                no_relief =
                    CAMP("calendar[0].hold=feelings", "tension.own_relief=0 %", "tension.heard_relief=0 %"),
                nothing = CAMP("calendar[0].hold=no-content");
    assert_less(&feelings, &no_relief, "tension");
    assert_all_same(&no_relief, &nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_spread_and_shyness_people_talk_alike),
        cmocka_unit_test(without_shyness_nobody_passes_the_piece_on),
        cmocka_unit_test(without_the_weight_of_the_audience_its_size_does_not_matter),
        cmocka_unit_test(without_drains_nobody_tires_and_nobody_goes_home),
        cmocka_unit_test(those_who_may_stay_at_any_energy_do),
        cmocka_unit_test(energy_comes_back_at_once_when_recovery_is_fast),
        cmocka_unit_test(all_come_when_attendance_is_full),
        cmocka_unit_test(without_its_causes_there_is_no_tension),
        cmocka_unit_test(each_cause_of_tension_goes_alone),
        cmocka_unit_test(without_contagion_tension_stays_where_it_arose),
        cmocka_unit_test(tension_with_no_half_life_is_gone_at_once),
        cmocka_unit_test(tension_that_acts_on_nothing_changes_nothing_but_itself),
        cmocka_unit_test(without_chill_the_tense_speak_as_readily_as_the_calm),
        cmocka_unit_test(without_outbursts_no_floor_time_is_lost_to_them),
        cmocka_unit_test(without_relief_feelings_are_talk_without_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
