/* Who sits down where somebody has just stood up is a member like any other. */
#include "conversation/hearing.h"
#include "conversation/talk.h"
#include "hall.h"

enum { MEMBERS = 6 };

static void who_takes_the_place_of_another_may_speak_too(void **state)
{
    (void)state;
    struct hall hall;
    hall_prepare(&hall);
    hall_open(&hall);
    struct circle *circle =
        circle_open(conversation_of(&hall.parts), NULL, &hall.manner, &guide_talk, 0, MEMBERS, 0);
    for (uint32_t person = 0; person < MEMBERS; person++)
        circle_join(hall.site, circle, person);
    seats_bid(conversation_of(&hall.parts), circle);
    circle_leave(hall.site, circle, 2);
    circle_join(hall.site, circle, MEMBERS); /* as many as before */
    seats_bid(conversation_of(&hall.parts), circle);
    uint32_t seat = seat_of(conversation_of(&hall.parts), MEMBERS);
    assert_int_equal(circle->seats.person[seat], MEMBERS);
    assert_true(circle->seats.wish.bid[seat] > 0);
    hall_close(&hall);
}

/* The others weigh what they weighed before. */
static void who_stays_is_weighed_as_before(void **state)
{
    (void)state;
    struct hall hall;
    hall_prepare(&hall);
    hall_open(&hall);
    struct circle *circle =
        circle_open(conversation_of(&hall.parts), NULL, &hall.manner, &guide_talk, 0, MEMBERS, 0);
    float before[MEMBERS];
    for (uint32_t person = 0; person < MEMBERS; person++)
        circle_join(hall.site, circle, person);
    seats_bid(conversation_of(&hall.parts), circle);
    for (uint32_t person = 0; person < MEMBERS; person++)
        before[person] = circle->seats.wish.bid[seat_of(conversation_of(&hall.parts), person)];
    circle_leave(hall.site, circle, 0);
    circle_join(hall.site, circle, MEMBERS);
    seats_bid(conversation_of(&hall.parts), circle);
    for (uint32_t person = 1; person < MEMBERS; person++)
        assert_float_equal(circle->seats.wish.bid[seat_of(conversation_of(&hall.parts), person)],
                           before[person], 0);
    hall_close(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_takes_the_place_of_another_may_speak_too),
        cmocka_unit_test(who_stays_is_weighed_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
