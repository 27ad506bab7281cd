/* People sit down and stand up in any order, while turns go on: the books of the circles and of the people
 * agree. */
#include <string.h>

#include "conversation/talk.h"
#include "hall.h"

enum { CIRCLES = 3, DEEDS = 3000, LONGEST_PAUSE = 90 };

/* What a bystander with a notebook knows. */
struct notebook {
    struct circle *circles[CIRCLES];
    int sits[HALL_PEOPLE]; /* circle, or -1 */
    int64_t seated[HALL_PEOPLE];
    sim_time since[HALL_PEOPLE];
};

static void open_circles(struct hall *hall, struct notebook *book)
{
    for (int i = 0; i < CIRCLES; i++) {
        struct matter *matter =
            i == 0 ? NULL : matter_new(knowledge_of(&hall->parts), MATTER_QUESTION, (uint32_t)i, NOBODY);
        book->circles[i] = circle_open(conversation_of(&hall->parts), matter, &hall->manner, &guide_talk,
                                       (uint32_t)i, 2, site_now(hall->site));
    }
    for (int person = 0; person < HALL_PEOPLE; person++)
        book->sits[person] = -1;
}

static void stand_up(struct hall *hall, struct notebook *book, uint32_t person)
{
    struct circle *circle = book->circles[book->sits[person]];
    circle_leave(hall->site, circle, person);
    circle_wake(hall->site, circle); /* somebody else speaks when the speaker has gone */
    book->seated[person] += site_now(hall->site) - book->since[person];
    book->sits[person] = -1;
}

static void sit_down(struct hall *hall, struct notebook *book, uint32_t person, int where)
{
    circle_join(hall->site, book->circles[where], person);
    circle_wake(hall->site, book->circles[where]);
    book->since[person] = site_now(hall->site);
    book->sits[person] = where;
}

static void seats_match(struct hall *hall, const struct notebook *book)
{
    uint32_t seated = 0, expected = 0;
    for (int i = 0; i < CIRCLES; i++) {
        const struct seats *seats = &book->circles[i]->seats;
        assert_true(seats->count <= seats->room);
        seated += seats->count;
        for (uint32_t seat = 0; seat < seats->count; seat++) {
            assert_int_equal(book->sits[seats->person[seat]], i);
            assert_int_equal(seat_of(conversation_of(&hall->parts), seats->person[seat]), seat);
        }
    }
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        const struct circle *circle = circle_of(conversation_of(&hall->parts), person);
        assert_ptr_equal(circle, book->sits[person] < 0 ? NULL : book->circles[book->sits[person]]);
        expected += circle == NULL ? 0 : 1;
    }
    assert_int_equal(seated, expected);
}

static void wander(struct hall *hall, struct notebook *book)
{
    struct draw draw = draw_for(site_luck(hall->site), UINT32_MAX, 1, 1);
    for (int deed = 0; deed < DEEDS; deed++) {
        run_until(hall->run, site_now(hall->site) + draw_below(&draw, LONGEST_PAUSE) * SIM_SECOND);
        uint32_t person = draw_below(&draw, HALL_PEOPLE);
        if (book->sits[person] >= 0)
            stand_up(hall, book, person);
        else
            sit_down(hall, book, person, (int)draw_below(&draw, CIRCLES));
        seats_match(hall, book);
    }
    for (int i = 0; i < CIRCLES; i++)
        circle_settle(conversation_of(&hall->parts), book->circles[i], site_now(hall->site));
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        if (book->sits[person] >= 0)
            book->seated[person] += site_now(hall->site) - book->since[person];
}

static void everybody_sits_where_she_sat_down_and_nowhere_else(void **state)
{
    (void)state;
    struct hall hall;
    struct notebook book = {0};
    hall_prepare(&hall);
    hall_open(&hall);
    open_circles(&hall, &book);
    wander(&hall, &book);
    hall_close(&hall);
}

static void hearings_and_time_in_circles_are_the_same_by_circle_and_by_person(void **state)
{
    (void)state;
    struct hall hall;
    struct notebook book = {0};
    hall_prepare(&hall);
    hall_open(&hall);
    open_circles(&hall, &book);
    wander(&hall, &book);
    const struct people *people = people_of(&hall.parts);
    const struct tally *tally = conversation_tally(conversation_of(&hall.parts));
    uint64_t heard = 0, spoken = 0;
    int64_t seated = 0;
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        assert_int_equal(people->books.seated[person], book.seated[person]);
        heard += people->books.heard[person];
        spoken += people->books.turns[person];
        seated += people->books.seated[person];
    }
    assert_true(tally->turns > DEEDS / 10 && tally->cut > 0);
    assert_int_equal(heard, tally->hearings);
    assert_int_equal(spoken, tally->turns);
    assert_int_equal(seated, tally->seat_time);
    hall_close(&hall);
}

static void who_learns_nothing_knows_the_same_after_any_number_of_seats(void **state)
{
    (void)state;
    struct hall hall;
    struct notebook book = {0};
    hall_prepare(&hall);
    hall.settings.conversation.retention = 0;
    hall_open(&hall);
    open_circles(&hall, &book);
    const struct matter *matter = book.circles[1]->matter;
    size_t bytes = HALL_PEOPLE * matter->words * sizeof(uint64_t);
    assert_int_equal(matter->words, 2);
    void *before = arena_take(&hall.arena, bytes, 1);
    memcpy(before, matter->known, bytes);
    wander(&hall, &book);
    assert_memory_equal(matter->known, before, bytes);
    hall_close(&hall);
}

static void whoever_learns_forgets_nothing_between_seats(void **state)
{
    (void)state;
    struct hall hall;
    struct notebook book = {0};
    hall_prepare(&hall);
    hall_open(&hall);
    open_circles(&hall, &book);
    const struct matter *matter = book.circles[2]->matter;
    uint64_t before[HALL_PEOPLE * 2];
    memcpy(before, matter->known, sizeof before);
    wander(&hall, &book);
    uint32_t learned = 0;
    for (size_t word = 0; word < HALL_PEOPLE * 2; word++) {
        assert_true((before[word] & ~matter->known[word]) == 0);
        learned += matter->known[word] != before[word] ? 1 : 0;
    }
    assert_true(learned > HALL_PEOPLE / 2);
    hall_close(&hall);
}

static void the_peoples_mic_has_a_wave_from_forty_two_from_250_and_three_from_800(void **state)
{
    (void)state;
    struct hall hall;
    hall_prepare(&hall);
    struct conversation_settings *settings = &hall.settings.conversation;
    static const uint32_t members[] = {2, 39, 40, 249, 250, 799, 800, 100000},
                          waves[] = {0, 0, 1, 1, 2, 2, 3, 3};
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        assert_int_equal(circle_waves(settings, members[i]), waves[i]);
    settings->amplified = true;
    assert_int_equal(circle_waves(settings, 100000), 0);
    trouble_free(&hall.trouble);
    arena_free(&hall.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_sits_where_she_sat_down_and_nowhere_else),
        cmocka_unit_test(hearings_and_time_in_circles_are_the_same_by_circle_and_by_person),
        cmocka_unit_test(who_learns_nothing_knows_the_same_after_any_number_of_seats),
        cmocka_unit_test(whoever_learns_forgets_nothing_between_seats),
        cmocka_unit_test(the_peoples_mic_has_a_wave_from_forty_two_from_250_and_three_from_800),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
