/* Guests of other sites, with what they take along switched off. */
#include "ablation.h"

/* Two sites, whose people visit each other often. */
#define VISITS "people.guest_room=8", "visits.per_day=1 /d", "visits.lasts=6 h", "proposals.per_day=0 /d"
#define TELLING                                                                                              \
    "calendar=[{every: 1 d, at: \"19:00\", hold: needs, practice: telling}, {every: 1 d, at: \"19:00\", "    \
    "hold: one-circle, practice: silent}]"
/* Needs are told at one of two sites alone. At each one person has a need that the other one could meet; what
 * each hears she keeps, and nothing lapses. */
#define TOLD_THERE                                                                                           \
    VISITS,                                                                                                  \
        "sites=[{name: here, people: 2, practice: silent}, {name: there, people: 2, practice: telling}]",    \
        "people.attendance=100 %", "people.listening_drain=0 /h", "people.speaking_drain=0 /h",              \
        "conversation.retention=100 %", "gifts.start_needs=1", "gifts.start_gifts=1", "gifts.types=1",       \
        "gifts.generosity=100 %", "gifts.need_half_life=0 d", "gifts.gift_half_life=0 d", "lasts=300 d",     \
        TELLING
#define DAYS                                                                                                 \
    VISITS, "sites=[{name: here, people: 20, count: 3}]", "gifts.needs=2 /week", "gifts.gifts=2 /week",      \
        "lasts=40 d", "calendar[0].hold=needs"
/* Sparks come up at one of two sites, and nobody tells the other one of them. */
#define ONE_SITE                                                                                             \
    VISITS, "sites=[{name: here, people: 20}, {name: there, people: 20}]",                                   \
        "sparks.routes=[{by: outside, site: here, first: 6 h, every: 6 h, audiences: site}]",                \
        "sparks.mix={own: 100 %, others: 0 %, public: 0 %}", "sparks.passes=4", "lasts=20 d"

static void who_has_a_need_brings_it_where_needs_are_told(void **state)
{
    (void)state;
    struct seen travel = CAMP(TOLD_THERE, "gifts.travel=yes"), stay = CAMP(TOLD_THERE, "gifts.travel=no");
    assert_is(&stay, "matches", 1, 0);
    assert_is(&travel, "matches", 2, 0);
    assert_is(&travel, "needs", 2, 0);
    assert_true(seen_value(&travel, "met_with_guests") > 0);
}

/* A gift that was not used elsewhere is there again; one that was used is used up, wherever that was. */
static void a_gift_is_used_as_often_as_it_can_be_wherever_it_is(void **state)
{
    (void)state;
    struct seen one = CAMP(TOLD_THERE, "gifts.travel=yes", "gifts.start_needs=3"),
                three = CAMP(TOLD_THERE, "gifts.travel=yes", "gifts.start_needs=3", "gifts.uses=3"),
                stay = CAMP(TOLD_THERE, "gifts.travel=no", "gifts.start_needs=3", "gifts.uses=3");
    assert_is(&one, "matches", 2, 0);
    assert_true(seen_value(&three, "matches") > seen_value(&stay, "matches") + 1);
    assert_true(seen_value(&three, "matches") <= 6);
}

static void needs_that_travel_are_met_more_often(void **state)
{
    (void)state;
    struct seen travel = CAMP(DAYS, "gifts.travel=yes"), stay = CAMP(DAYS, "gifts.travel=no");
    assert_less(&stay, &travel, "matches");
    assert_true(seen_value(&travel, "met_with_guests") > 0.05);
    assert_true(seen_value(&travel, "met_with_guests") < 0.95);
}

/* With or without the switch, where nobody travels. */
static void who_stays_at_home_takes_nothing_along(void **state)
{
    (void)state;
    struct seen home = CAMP("gifts.needs=2 /week", "gifts.gifts=2 /week", "calendar[0].hold=needs"),
                may = CAMP("gifts.needs=2 /week", "gifts.gifts=2 /week", "calendar[0].hold=needs",
                           "gifts.travel=yes");
    for (size_t i = 0; i < home.count; i++)
        assert_same(&home, &may, home.name[i]);
}

static void a_spark_reaches_the_other_site_in_the_minds_of_guests_alone(void **state)
{
    (void)state;
    struct seen travel = CAMP(ONE_SITE, "sparks.travel=yes"), stay = CAMP(ONE_SITE, "sparks.travel=no");
    assert_is(&stay, "spark_reach", 20, 0);
    assert_true(seen_value(&travel, "spark_reach") > 30);
    assert_true(seen_value(&travel, "sparks_brought") > 10);
}

/* Who hears of a spark and never takes it up passes nothing on. */
static void what_nobody_is_active_on_is_carried_in_vain(void **state)
{
    (void)state;
    struct seen idle = CAMP(ONE_SITE, "sparks.travel=yes", "sparks.uptake=0 %");
    assert_is(&idle, "sparks_brought", 0, 0);
    assert_is(&idle, "spark_active", 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_a_need_brings_it_where_needs_are_told),
        cmocka_unit_test(a_gift_is_used_as_often_as_it_can_be_wherever_it_is),
        cmocka_unit_test(needs_that_travel_are_met_more_often),
        cmocka_unit_test(who_stays_at_home_takes_nothing_along),
        cmocka_unit_test(a_spark_reaches_the_other_site_in_the_minds_of_guests_alone),
        cmocka_unit_test(what_nobody_is_active_on_is_carried_in_vain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
