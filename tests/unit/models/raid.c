/* A site is closed: what becomes of its groups and its people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "crew.h"
#include "gathering/gathering_parts.h"
#include "people/people_parts.h"
#include "shocks/numbers.h"
#include "shocks/shocks.h"

enum { GROUPS_HERE = 6, MEMBERS = 4 };

struct plaza {
    struct crew crew;
    struct shock_settings settings;
    struct shock raid;
    struct shocks shocks;
};

/* Six groups of four, and a raid at the very beginning that closes the place for a day. */
static void plaza_open(struct plaza *plaza, double scattered, double leave)
{
    *plaza = (struct plaza){0};
    plaza->settings =
        (struct shock_settings){.closes = 1, .closed_for = SIM_DAY, .leave = leave, .scattered = scattered};
    plaza->raid = (struct shock){.kind = SHOCK_RAID, .luck = 7, .settings = &plaza->settings};
    plaza->shocks = (struct shocks){.all = &plaza->raid, .count = 1};
    crew_prepare(&plaza->crew);
    crew_open(&plaza->crew);
    struct hall *hall = &plaza->crew.hall;
    section_bind(&gathering_section, NULL, &hall->settings.gathering, &hall->arena, &hall->trouble);
    hall->parts.state[GATHERING_NUMBER] = gathering_new(&hall->settings.gathering, (struct field_list){0}, 0,
                                                        people_of(&hall->parts), &hall->arena);
    hall->parts.state[SHOCKS_NUMBER] = &plaza->shocks;
    for (uint32_t i = 0; i < GROUPS_HERE; i++)
        crew_found(&plaza->crew, i, i * MEMBERS, MEMBERS);
}

static void raid(struct plaza *plaza)
{
    const struct event event = {.kind = EVENT_SHOCK};
    on_shock(plaza->crew.site, &event);
}

static void a_place_that_is_closed_stays_closed_for_as_long_as_said(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_open(&plaza, 1, 0);
    raid(&plaza);
    assert_int_equal(plaza.shocks.came[SHOCK_RAID], 1);
    assert_int_equal(plaza.shocks.closings, 1);
    assert_int_equal(plaza.shocks.closed_time, SIM_DAY);
    assert_int_equal(gathering_of(&plaza.crew.hall.parts)->place.closed_until, SIM_DAY);
    crew_close(&plaza.crew);
}

static void groups_that_all_go_on_scattered_live(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_open(&plaza, 1, 0);
    raid(&plaza);
    assert_int_equal(plaza.crew.groups->all.living, GROUPS_HERE);
    crew_close(&plaza.crew);
}

static void groups_that_cannot_go_on_are_evicted(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_open(&plaza, 0, 0);
    raid(&plaza);
    assert_int_equal(plaza.crew.groups->all.living, 0);
    assert_int_equal(plaza.crew.groups->tally.membership.ends[GROUP_EVICTED], GROUPS_HERE);
    assert_int_equal(people_here(people_of(&plaza.crew.hall.parts)), HALL_PEOPLE);
    crew_close(&plaza.crew);
}

static void people_who_are_driven_off_are_gone(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_open(&plaza, 0, 1);
    raid(&plaza);
    assert_int_equal(people_here(people_of(&plaza.crew.hall.parts)), 0);
    assert_int_equal(people_of(&plaza.crew.hall.parts)->own->standing.departures[LEFT_RAIDED], HALL_PEOPLE);
    crew_close(&plaza.crew);
}

static void a_raid_that_does_not_close_the_place_leaves_all_as_it_is(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_open(&plaza, 0, 1);
    plaza.settings.closes = 0;
    raid(&plaza);
    assert_int_equal(plaza.shocks.closings, 0);
    assert_int_equal(plaza.crew.groups->all.living, GROUPS_HERE);
    assert_int_equal(people_here(people_of(&plaza.crew.hall.parts)), HALL_PEOPLE);
    crew_close(&plaza.crew);
}

/* Closed until day 1, then again for as long: a day in all, not two. */
static void two_raids_at_once_close_a_place_once(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_open(&plaza, 1, 0);
    const struct shock both[] = {plaza.raid, plaza.raid};
    plaza.shocks.all = both;
    plaza.shocks.count = 2;
    raid(&plaza);
    raid(&plaza);
    assert_int_equal(plaza.shocks.closings, 2);
    assert_int_equal(plaza.shocks.closed_time, SIM_DAY);
    crew_close(&plaza.crew);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_that_is_closed_stays_closed_for_as_long_as_said),
        cmocka_unit_test(groups_that_all_go_on_scattered_live),
        cmocka_unit_test(groups_that_cannot_go_on_are_evicted),
        cmocka_unit_test(people_who_are_driven_off_are_gone),
        cmocka_unit_test(a_raid_that_does_not_close_the_place_leaves_all_as_it_is),
        cmocka_unit_test(two_raids_at_once_close_a_place_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
