/* When things are over: items that end with their session or are cut by it, circles too small to decide,
 * rounds. */
#include "ablation.h"
#include "near.h"

#define ITEMS                                                                                                \
    "calendar[0].hold=items", "calendar[0].for=100 min", "people.attendance=100 %",                          \
        "people.leave_below=0 %", "proposals.per_day=0 /d", "proposals.waiting=5",                           \
        "proposals.reopening=0 /d", "decisions.item_length=40 min", "decisions.item_cv=0"
#define ROUNDS                                                                                               \
    "sites[0].people=12", "people.attendance=100 %", "people.leave_below=0 %", "proposals.per_day=0 /d",     \
        "tension.outburst=0 %", "conversation.turn_cv=0", "conversation.gap_circle=0 s",                     \
        "conversation.gap_stack=0 s"

/* Five items of 40 minutes, 100 minutes a day: two and a half on the first day; on the second the half, the
 * fourth, and the fifth, which ends exactly with the session. Decided 40, 80, 20 + 1 d, 60 + 1 d, 100 + 1 d
 * minutes after the opening at 19. */
static void an_item_that_is_cut_goes_on_and_one_that_ends_with_its_session_is_done(void **state)
{
    (void)state;
    struct seen seen = CAMP(ITEMS, "lasts=2 d", "decisions.least_left=0 min");
    assert_is(&seen, "decided", 5, 0);
    assert_near(seen_value(&seen, "hours_to_decision"), 19 + (40 + 80 + 20 + 60 + 100 + 3 * 1440) / 5.0 / 60,
                1e-6);
    assert_near(seen_value(&seen, "hearing_hours"), 40.0 / 60, 1e-6);
    assert_near(seen_value(&seen, "visits"), 6.0 / 5, 1e-9);
}

/* With 40 minutes asked for none is begun that cannot be done: two a day, and the fifth on the third. */
static void an_item_of_fixed_length_is_not_begun_with_too_little_left(void **state)
{
    (void)state;
    struct seen two = CAMP(ITEMS, "lasts=2 d", "decisions.least_left=40 min"),
                three = CAMP(ITEMS, "lasts=3 d", "decisions.least_left=40 min");
    assert_is(&two, "decided", 4, 0);
    assert_is(&two, "visits", 1, 0);
    assert_is(&three, "decided", 5, 0);
}

static void nothing_is_decided_by_fewer_than_the_least(void **state)
{
    (void)state;
    struct seen two = CAMP("sites[0].people=2", "people.attendance=100 %", "people.leave_below=0 %"),
                two_may = CAMP("sites[0].people=2", "people.attendance=100 %", "people.leave_below=0 %",
                               "decisions.least=1"),
                three = CAMP("sites[0].people=3", "people.attendance=100 %", "people.leave_below=0 %");
    assert_is(&two, "decided", 0, 0);
    assert_true(seen_value(&two_may, "decided") > 0);
    assert_true(seen_value(&three, "decided") > 0);
}

/* Three rounds of twelve turns of a minute. */
static void a_round_counts_the_turns_of_its_own_stage(void **state)
{
    (void)state;
    struct seen seen = CAMP(ROUNDS, "calendar[0].hold=three-rounds");
    assert_near(seen_value(&seen, "session_length"), 36.0 / 60, 1e-6);
}

/* One turn each at the microphone, although all have spoken in the round before. */
static void a_microphone_counts_the_turns_of_its_own_stage(void **state)
{
    (void)state;
    struct seen seen = CAMP(ROUNDS, "calendar[0].hold=mic-after-round");
    assert_near(seen_value(&seen, "turns_per_hour"), 24 / (72.0 / 60), 1e-6);
}

static void while_no_group_lives_a_council_is_one_circle_of_all(void **state)
{
    (void)state;
    struct seen council =
        CAMP("calendar[0].hold=council", "groups.form=yes", "groups.meetings.hold=small-circles",
             "people.attendance=100 %", "lasts=1 d", "groups.founding.size=1000");
    assert_true(seen_value(&council, "circle_size") > 20);
    assert_is(&council, "groups_born", 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_that_is_cut_goes_on_and_one_that_ends_with_its_session_is_done),
        cmocka_unit_test(an_item_of_fixed_length_is_not_begun_with_too_little_left),
        cmocka_unit_test(nothing_is_decided_by_fewer_than_the_least),
        cmocka_unit_test(a_round_counts_the_turns_of_its_own_stage),
        cmocka_unit_test(a_microphone_counts_the_turns_of_its_own_stage),
        cmocka_unit_test(while_no_group_lives_a_council_is_one_circle_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
