/* What comes from outside, switched off piece by piece. */
#include "ablation.h"

/* A raid on the third day that closes the place for two days, drives nobody off and stirs nobody. */
#define CLOSING "at: 2 d, closes: 100 %, closed_for: 2 d, leave: 0 %, attendance: 1, elsewhere: 1"

static void without_entries_nothing_comes_from_outside(void **state)
{
    (void)state;
    struct seen none = CAMP("people.talk_sd=0.9"),
                empty = CAMP("people.talk_sd=0.9", "shocks={raids: [], cold: [], media: []}"),
                too_late = CAMP("people.talk_sd=0.9", "shocks.raids=[{at: 7 d}]");
    assert_all_same(&none, &empty);
    assert_all_same(&none, &too_late);
}

static void shocks_whose_factors_are_1_change_nothing(void **state)
{
    (void)state;
    struct seen none = CAMP("people.drift=0.1 /d", "arrivals.per_day=5 /d"),
                of_no_weight = CAMP("people.drift=0.1 /d", "arrivals.per_day=5 /d",
                                    "shocks.raids=[{at: 2 d, closes: 0 %, attendance: 1}]",
                                    "shocks.cold=[{at: 1 d, attendance: 1, leaving: 1}]",
                                    "shocks.media=[{at: 1 d, arrivals: 1}]");
    assert_all_same(&none, &of_no_weight);
}

static void in_the_cold_fewer_come(void **state)
{
    (void)state;
    struct seen with = CAMP("shocks.cold=[{at: 0 d, lasts: 6 d}]"), without = CAMP("people.talk_sd=1.1");
    assert_less(&with, &without, "heads");
    assert_same(&with, &without, "submitted");
    assert_same(&with, &without, "sessions");
    struct seen empty =
        CAMP("shocks.cold=[{at: 0 d, lasts: 6 d, attendance: 0}]", "proposals.proposer_comes=no");
    assert_is(&empty, "heads", 0, 0);
}

static void in_the_cold_more_leave(void **state)
{
    (void)state;
    struct seen with = CAMP("people.drift=0.1 /d", "shocks.cold=[{at: 0 d, lasts: 6 d, attendance: 1}]"),
                without = CAMP("people.drift=0.1 /d");
    assert_less(&with, &without, "heads");
    assert_true(seen_value(&with, "left_cold") > 0 && seen_value(&without, "left_drifted") > 0);
    assert_is(&without, "left_cold", 0, 0);
    struct seen undrifting = CAMP("people.drift=0 /d"),
                cold = CAMP("people.drift=0 /d", "shocks.cold=[{at: 0 d, lasts: 6 d, attendance: 1}]");
    assert_all_same(&undrifting, &cold); /* nobody leaves twice as readily as not at all */
}

static void solidarity_brings_people(void **state)
{
    (void)state;
    struct seen with = CAMP("people.attendance=20 %", "shocks.raids=[{at: 1 d, closes: 0 %}]"),
                without = CAMP("people.attendance=20 %");
    assert_less(&without, &with, "heads");
    assert_same(&with, &without, "sessions");
    assert_same(&with, &without, "submitted");
}

static void a_closed_site_holds_no_sessions(void **state)
{
    (void)state;
    struct seen closing = CAMP("shocks.raids=[{" CLOSING "}]"), without = CAMP("people.talk_sd=1.1");
    assert_is(&without, "sessions", 6, 0);
    assert_is(&closing, "sessions", 4, 0); /* days 2 and 3 are missed */
    assert_less(&closing, &without, "decided");
    assert_same(&closing, &without, "submitted");
}

static void a_raid_breaks_the_assembly_off(void **state)
{
    (void)state;
    struct seen with = CAMP("shocks.raids=[{at: 2 d 20 h, closes: 100 %, closed_for: 1 h, leave: 0 %, "
                            "attendance: 1}]"),
                without = CAMP("people.talk_sd=1.1");
    assert_same(&with, &without, "sessions");
    assert_less(&with, &without, "session_hours");
    assert_is(&with, "session_hours", seen_value(&without, "session_hours") - 2, 0.5);
}

static void those_who_are_driven_off_do_not_come_again(void **state)
{
    (void)state;
    struct seen all = CAMP("shocks.raids=[{at: 3 d, closes: 100 %, closed_for: 0 d, leave: 100 %}]",
                           "proposals.proposer_comes=no"),
                none = CAMP("shocks.raids=[{at: 3 d, closes: 100 %, closed_for: 0 d, leave: 0 %, "
                            "attendance: 1}]",
                            "proposals.proposer_comes=no"),
                without = CAMP("proposals.proposer_comes=no");
    assert_all_same(&without, &none);
    assert_same(&all, &without, "sessions");
    assert_less(&all, &without, "heads");
    assert_is(&all, "left_raided", 60, 0);
    assert_is(&none, "left_raided", 0, 0);
}

static void the_press_brings_newcomers(void **state)
{
    (void)state;
    struct seen with = CAMP("arrivals.per_day=5 /d", "shocks.media=[{at: 1 d}]"),
                without = CAMP("arrivals.per_day=5 /d");
    assert_less(&without, &with, "heads");
    struct seen nobody = CAMP("arrivals.per_day=0 /d"),
                looked_at = CAMP("arrivals.per_day=0 /d",
                                 "shocks.raids=[{at: 1 d, closes: 0 %, attendance: 1, arrivals: 5}]");
    assert_all_same(&nobody, &looked_at); /* five times nobody */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_entries_nothing_comes_from_outside),
        cmocka_unit_test(shocks_whose_factors_are_1_change_nothing),
        cmocka_unit_test(in_the_cold_fewer_come),
        cmocka_unit_test(in_the_cold_more_leave),
        cmocka_unit_test(solidarity_brings_people),
        cmocka_unit_test(a_closed_site_holds_no_sessions),
        cmocka_unit_test(a_raid_breaks_the_assembly_off),
        cmocka_unit_test(those_who_are_driven_off_do_not_come_again),
        cmocka_unit_test(the_press_brings_newcomers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
