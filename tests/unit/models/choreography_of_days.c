/* Meetings of several days, and people who make circles themselves. */
#include "choreography.h"
#include "conversation/talk.h"
#include "conversation/telling.h"
#include "moments.h"

/* --- a meeting of several days --- */

static void those_who_came_come_again(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.people.attendance = 0.5;
    for (int day = 0; day < 3; day++) {
        struct calendar_entry line = house_line(&house, "{do: converse, lasts: 1 h}");
        line.who = (const struct calling_rule *)calling_rules[2];
        line.series = "three days";
        line.series_number = 1;
        line.returns = day == 1 ? 1 : 0;
        house_hold(&house, line, day * SIM_DAY);
    }
    house_open(&house);
    bool came[HALL_PEOPLE];
    run_until(house.hall.run, 30 * SIM_MINUTE);
    uint32_t count = house_session(&house, 0)->here.count;
    assert_true(count > 2 && count < HALL_PEOPLE);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        came[person] = house_session_of(&house, person) != NULL;
    run_until(house.hall.run, SIM_DAY + 30 * SIM_MINUTE);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        assert_true((house_session_of(&house, person) != NULL) == came[person]);
    run_until(house.hall.run, 2 * SIM_DAY + 1);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        assert_null(house_session_of(&house, person)); /* nobody of them returns */
    finish(&house);
}

/* --- people who mingle --- */

static void who_mingles_stands_alone_or_with_others_and_no_circle_is_empty(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(&house, "{do: converse, lasts: 8 h, seating: random, circle_size: 4, "
                                                "movement: mingle, leave_rate: 6 /h, join_rate: 30 /h}");
    bool alone = false, moved = false;
    for (sim_time at = SIM_MINUTE; at < 7 * SIM_HOUR; at += SIM_MINUTE) {
        run_until(house.hall.run, at);
        uint32_t stand = 0;
        for (uint32_t i = 0; i < session->circles.count; i++) {
            const struct circle *circle = session->circles.all[i];
            assert_true(circle->open && circle->seats.count > 0);
            assert_ptr_equal(sits_in(&house, circle->host), circle);
            assert_true(circle->seats.count == 1 || circle->channel.busy);
            stand += circle->seats.count;
            alone = alone || circle->seats.count == 1;
        }
        moved = moved || session->circles.count != 6;
        assert_int_equal(stand, HALL_PEOPLE);
    }
    assert_true(alone && moved);
    run_until(house.hall.run, 9 * SIM_HOUR);
    finish(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_who_came_come_again),
        cmocka_unit_test(who_mingles_stands_alone_or_with_others_and_no_circle_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
