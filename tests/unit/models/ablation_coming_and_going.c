/* What changes, and what does not, when a part of how people come, stay and go is switched off. */
#include "ablation.h"

#define ANY_HOUR                                                                                             \
    "presence.weekday_from=0:00", "presence.weekday_until=0:00", "presence.weekend_from=0:00",               \
        "presence.weekend_until=0:00"

static void without_arrivals_those_of_the_start_are_all_there_are(void **state)
{
    (void)state;
    struct seen with = CAMP("arrivals.per_day=20 /d"), without = CAMP("arrivals.per_day=0 /d");
    assert_is(&with, "arrived", 20 * 6, 4 * sqrt(20.0 * 6 / REPLICATIONS));
    assert_less(&without, &with, "heads");
    assert_less(&with, &without, "coverage"); /* who comes late has heard nothing */
    assert_same(&with, &without, "submitted");
    assert_same(&with, &without, "sessions");
}

static void arrivals_that_do_not_fade_go_on(void **state)
{
    (void)state;
    struct seen fading = CAMP("arrivals.per_day=20 /d", "arrivals.fades=1 d"),
                steady = CAMP("arrivals.per_day=20 /d");
    assert_less(&fading, &steady, "arrived");
    assert_less(&fading, &steady, "heads");
}

static void attendance_without_a_half_life_does_not_fall(void **state)
{
    (void)state;
    struct seen falling = CAMP("people.attendance_half_life=3 d"), steady = CAMP("people.attendance=60 %");
    assert_less(&falling, &steady, "heads");
    assert_same(&falling, &steady, "submitted");
    assert_same(&falling, &steady, "sessions");
}

static void attendance_with_a_floor_of_all_does_not_fall(void **state)
{
    (void)state;
    struct seen held = CAMP("people.attendance_half_life=1 d", "people.attendance_floor=100 %"),
                some = CAMP("people.attendance_half_life=1 d", "people.attendance_floor=50 %"),
                steady = CAMP("people.attendance=60 %");
    assert_all_same(&held, &steady);
    assert_less(&some, &steady, "heads");
}

static void those_who_can_come_every_day_at_any_hour_are_like_residents(void **state)
{
    (void)state;
    struct seen daily = CAMP("presence.daily=100 %", ANY_HOUR),
                late = CAMP("presence.daily=100 %", "presence.weekday_from=20:00"),
                residents = CAMP("people.attendance=60 %");
    assert_all_same(&daily, &residents);
    assert_less(&late, &residents, "heads"); /* on Saturday only, since assemblies begin at seven */
}

static void those_who_can_come_on_every_day_are_not_occasional(void **state)
{
    (void)state;
    struct seen always = CAMP("presence.occasional=100 %", "presence.chance=100 %", ANY_HOUR),
                seldom = CAMP("presence.occasional=100 %", "presence.chance=20 %", ANY_HOUR),
                residents = CAMP("people.attendance=60 %");
    assert_all_same(&always, &residents);
    assert_less(&seldom, &always, "heads");
}

static void without_drift_everybody_stays(void **state)
{
    (void)state;
    struct seen with = CAMP("people.drift=0.3 /d"),
                without = CAMP("people.drift=0 /d", "people.attendance_half_life=1000 d");
    assert_true(seen_value(&with, "left_drifted") > 20);
    assert_is(&without, "left", 0, 0);
    assert_less(&with, &without, "heads");
    assert_same(&with, &without, "submitted");
}

static void without_returns_who_left_stays_away(void **state)
{
    (void)state;
    struct seen with = CAMP("people.drift=0.3 /d", "people.returns=1 /d"),
                without = CAMP("people.drift=0.3 /d", "people.returns=0 /d");
    assert_true(seen_value(&with, "came_back") > 10);
    assert_is(&without, "came_back", 0, 0);
    assert_less(&without, &with, "heads");
}

static void without_burn_out_nobody_leaves_for_meetings(void **state)
{
    (void)state;
    struct seen with = CAMP("people.burn_out=4 /d"),
                long_memory = CAMP("people.burn_out=4 /d", "people.burn_out_memory=300 d"),
                without = CAMP("people.burn_out=0 /d", "people.attendance_half_life=1000 d");
    assert_true(seen_value(&with, "left_burnt_out") > 10);
    assert_is(&without, "left", 0, 0);
    assert_less(&with, &without, "heads");
    assert_less(&long_memory, &with, "left_burnt_out"); /* it takes long to fill */
}

/* The books of those who are not there must not show in any number. */
static void room_for_guests_that_nobody_takes_changes_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP("people.guest_room=40", "calendar[0].hold=open-space-decides",
                            "gathering.partners=yes"),
                without = CAMP("calendar[0].hold=open-space-decides", "gathering.partners=yes");
    assert_all_same(&with, &without);
}

static void interests_that_nothing_needs_change_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP("interests.kept=yes", "interests.facets_per_topic=8"),
                without = CAMP("interests.kept=no");
    assert_all_same(&with, &without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_arrivals_those_of_the_start_are_all_there_are),
        cmocka_unit_test(arrivals_that_do_not_fade_go_on),
        cmocka_unit_test(attendance_without_a_half_life_does_not_fall),
        cmocka_unit_test(attendance_with_a_floor_of_all_does_not_fall),
        cmocka_unit_test(those_who_can_come_every_day_at_any_hour_are_like_residents),
        cmocka_unit_test(those_who_can_come_on_every_day_are_not_occasional),
        cmocka_unit_test(without_drift_everybody_stays),
        cmocka_unit_test(without_returns_who_left_stays_away),
        cmocka_unit_test(without_burn_out_nobody_leaves_for_meetings),
        cmocka_unit_test(room_for_guests_that_nobody_takes_changes_nothing),
        cmocka_unit_test(interests_that_nothing_needs_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
