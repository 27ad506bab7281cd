/* The weeks that a calendar makes, and how they are shown. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/figures/week_picture.h"
#include "analysis/numbers/weeks.h"
#include "analysis/plain/table.h"
#include "analysis/words/weeks_text.h"

enum { MOST = 400 };

/* A calendar in the making. */
struct made {
    struct results_line lines[8];
    struct results_session sessions[MOST];
    struct results_calendar calendar;
    struct arena arena;
    struct weeks_found found;
};

static void begin(struct made *made, double days, int first_weekday)
{
    *made = (struct made){.calendar = {.lines = made->lines,
                                       .sessions = made->sessions,
                                       .first_weekday = first_weekday,
                                       .looked_at = 24 * days}};
}

static void line(struct made *made, const char *method, double hours)
{
    made->lines[made->calendar.line_count++] =
        (struct results_line){0, method, method, "what it is", "all", "when", "who", hours, 40};
}

static void session(struct made *made, size_t number, double day, double hour)
{
    made->sessions[made->calendar.session_count++] = (struct results_session){number, 24 * day + hour};
}

static const struct weeks_found *find(struct made *made)
{
    assert_true(weeks_find(&made->calendar, 0, &made->arena, &made->found));
    return &made->found;
}

static size_t bars_on(const struct week *week, size_t day)
{
    size_t count = 0;
    for (size_t i = 0; i < week->bar_count; i++)
        count += week->bars[i].day == day ? 1 : 0;
    return count;
}

static void what_is_held_every_day_is_one_week_that_repeats(void **state)
{
    (void)state;
    struct made made;
    begin(&made, 30, 5); /* from a Saturday on: the first week is not whole */
    line(&made, "assembly", 3);
    for (int day = 0; day < 30; day++)
        session(&made, 0, day, 19);
    const struct weeks_found *found = find(&made);
    assert_int_equal(found->period, 1);
    assert_int_equal(found->count, 1);
    assert_int_equal(found->first_day, 0);
    assert_int_equal(found->weeks[0].bar_count, 7);
    assert_true(fabs(found->sessions - 7) < 1e-9 && fabs(found->hours - 21) < 1e-9);
    assert_true(fabs(found->person_hours - 7 * 3 * 40) < 1e-9);
    arena_free(&made.arena);
}

static void days_are_counted_from_monday_whatever_the_first_day_is(void **state)
{
    (void)state;
    struct made made;
    begin(&made, 28, 5);
    line(&made, "open space", 6);
    for (int day = 1; day < 28; day += 7) /* the day after a Saturday */
        session(&made, 0, day, 10);
    const struct weeks_found *found = find(&made);
    assert_int_equal(found->period, 1);
    assert_int_equal(found->weeks[0].bar_count, 1);
    assert_int_equal(found->weeks[0].bars[0].day, 6);
    arena_free(&made.arena);
}

static void every_second_day_is_two_weeks_that_repeat(void **state)
{
    (void)state;
    struct made made;
    struct text words = {0};
    begin(&made, 56, 0);
    line(&made, "assembly", 3);
    for (int day = 0; day < 56; day += 2)
        session(&made, 0, day, 19);
    const struct weeks_found *found = find(&made);
    assert_int_equal(found->period, 2);
    assert_int_equal(found->count, 2);
    assert_int_equal(found->weeks[0].bar_count, 4);
    assert_int_equal(found->weeks[1].bar_count, 3);
    assert_true(fabs(found->sessions - 3.5) < 1e-9);
    week_say_which(found, 1, &words);
    assert_string_equal(words.bytes, "Week 2 of 2; it repeats every 2 weeks");
    text_free(&words);
    arena_free(&made.arena);
}

static void weeks_that_do_not_repeat_are_drawn_once_where_they_are_alike(void **state)
{
    (void)state;
    struct made made;
    struct text words = {0};
    begin(&made, 42, 0);
    line(&made, "assembly", 3);
    line(&made, "congress", 8);
    for (int day = 2; day < 42; day += 7)
        session(&made, 0, day, 19);
    session(&made, 1, 26, 9); /* once, in the fourth week */
    for (size_t i = made.calendar.session_count - 1; i > 0; i--)
        if (made.sessions[i].begins < made.sessions[i - 1].begins) {
            struct results_session other = made.sessions[i];
            made.sessions[i] = made.sessions[i - 1];
            made.sessions[i - 1] = other;
        }
    const struct weeks_found *found = find(&made);
    assert_int_equal(found->period, 0);
    assert_int_equal(found->count, 3);
    assert_int_equal(found->weeks[0].first, 1);
    assert_int_equal(found->weeks[0].last, 3);
    assert_int_equal(found->weeks[1].first, 4);
    assert_int_equal(bars_on(&found->weeks[1], 5), 1);
    assert_int_equal(found->weeks[2].last, 6);
    assert_int_equal(found->left_out, 0);
    week_say_which(found, 0, &words);
    assert_string_equal(words.bytes, "Weeks 1 to 3 of 6");
    text_free(&words);
    arena_free(&made.arena);
}

static void weeks_that_are_not_drawn_are_counted(void **state)
{
    (void)state;
    struct made made;
    struct text words = {0};
    begin(&made, 42, 0);
    line(&made, "assembly", 1);
    for (int week = 0; week < 6; week++)
        session(&made, 0, 7 * week + week, 19);
    const struct weeks_found *found = find(&made);
    assert_int_equal(found->count, MOST_WEEKS_DRAWN);
    assert_int_equal(found->left_out, 2);
    week_say_rest(&made.calendar, 0, found, &words);
    assert_string_equal(words.bytes, "2 more weeks, unlike these, are not drawn.");
    text_free(&words);
    arena_free(&made.arena);
}

static void a_few_days_begin_with_the_first_of_them(void **state)
{
    (void)state;
    struct made made;
    begin(&made, 3, 4);
    line(&made, "future search", 8);
    for (int day = 0; day < 3; day++)
        session(&made, 0, day, 9);
    const struct weeks_found *found = find(&made);
    assert_int_equal(found->total, 1);
    assert_int_equal(found->first_day, 4);
    assert_int_equal(bars_on(&found->weeks[0], 0) + bars_on(&found->weeks[0], 2), 2);
    assert_true(fabs(found->hours - 24) < 1e-9);
    arena_free(&made.arena);
}

static void a_session_over_midnight_goes_on_the_next_day(void **state)
{
    (void)state;
    struct made made;
    begin(&made, 28, 0);
    line(&made, "vigil", 4);
    for (int day = 6; day < 28; day += 7)
        session(&made, 0, day, 22);
    const struct weeks_found *found = find(&made);
    const struct week *week = &found->weeks[0];
    assert_int_equal(found->period, 1);
    assert_int_equal(bars_on(week, 6), 1);
    assert_int_equal(bars_on(week, 0), 1);
    for (size_t i = 0; i < week->bar_count; i++)
        assert_true(week->bars[i].to <= 24 && week->bars[i].from >= 0);
    arena_free(&made.arena);
}

static void sessions_at_one_time_stand_beside_each_other(void **state)
{
    (void)state;
    struct made made;
    begin(&made, 14, 0);
    line(&made, "assembly", 3);
    line(&made, "circles", 2);
    line(&made, "late", 1);
    for (int day = 0; day < 14; day += 7) {
        session(&made, 0, day, 18);
        session(&made, 1, day, 19);
        session(&made, 2, day, 21);
    }
    const struct week *week = &find(&made)->weeks[0];
    assert_int_equal(week->bar_count, 3);
    assert_int_equal(week->bars[0].lane, 0);
    assert_int_equal(week->bars[1].lane, 1);
    assert_int_equal(week->bars[2].lane, 0); /* the first one is over */
    assert_int_equal(week->bars[2].lanes, 2);
    arena_free(&made.arena);
}

static void all_designs_have_one_scale_of_hours(void **state)
{
    (void)state;
    struct made early, late;
    begin(&early, 14, 0);
    line(&early, "morning", 1.5);
    begin(&late, 14, 0);
    line(&late, "evening", 3);
    for (int day = 0; day < 14; day++) {
        session(&early, 0, day, 9.5);
        session(&late, 0, day, 19);
    }
    struct weeks_found both[2] = {*find(&early), *find(&late)};
    struct day_span span = weeks_span(both, 2);
    assert_true(span.from == 9 && span.to == 22);
    span = weeks_span(both, 1);
    assert_true(span.from <= 9 && span.to >= 11 && span.to - span.from == 3);
    arena_free(&early.arena);
    arena_free(&late.arena);
}

static void no_line_of_the_text_is_wider_than_the_terminal(void **state)
{
    (void)state;
    const char *names[] = {"our own week, with a name that is rather long for a terminal"};
    const struct names designs = {names, 1};
    struct made made;
    begin(&made, 28, 0);
    line(&made, "a method with quite a long title, told in many words", 2.5);
    for (int day = 0; day < 28; day++)
        session(&made, 0, day, 19);
    for (size_t width = 40; width <= 100; width += 20) {
        struct text out = {0};
        const struct weeks_drawn drawn = {&made.calendar, &designs, NOT_FOUND, width};
        weeks_say(&drawn, &out);
        assert_non_null(strstr(out.bytes, "19:00 aaa"));
        assert_non_null(strstr(out.bytes, " 30 min"));
        for (char *at = out.bytes, *end = NULL; *at != '\0'; at = end + 1) {
            end = strchr(at, '\n');
            assert_non_null(end);
            *end = '\0';
            assert_true(text_width(at) <= width);
        }
        text_free(&out);
    }
    arena_free(&made.arena);
}

static void nothing_of_a_title_becomes_markup_in_a_picture(void **state)
{
    (void)state;
    struct made made;
    struct text out = {0};
    begin(&made, 14, 0);
    line(&made, "<script>\"&'\x1b[31m", 3);
    for (int day = 0; day < 14; day++)
        session(&made, 0, day, 19);
    const struct weeks_found *found = find(&made);
    struct picture picture = {.arena = &made.arena};
    week_picture(&picture, &made.calendar, found, weeks_span(found, 1));
    const struct picture_words words = {"<b>", "\"><script>"};
    picture_svg(&picture, &words, PICTURE_IN_PAGE, &out);
    assert_null(strstr(out.bytes, "<script"));
    assert_null(strstr(out.bytes, "<b>"));
    assert_null(strchr(out.bytes, '\x1b'));
    assert_non_null(strstr(out.bytes, "&lt;script&gt;"));
    assert_true(picture.height > 0);
    text_free(&out);
    arena_free(&made.arena);
}

static void a_method_keeps_its_colour_in_all_designs(void **state)
{
    (void)state;
    struct made made;
    begin(&made, 14, 0);
    line(&made, "assembly", 3);
    line(&made, "circles", 3);
    line(&made, "assembly", 2);
    made.lines[2].design = 1;
    assert_string_equal(week_colour(&made.calendar, 0), week_colour(&made.calendar, 2));
    assert_string_not_equal(week_colour(&made.calendar, 0), week_colour(&made.calendar, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_held_every_day_is_one_week_that_repeats),
        cmocka_unit_test(days_are_counted_from_monday_whatever_the_first_day_is),
        cmocka_unit_test(every_second_day_is_two_weeks_that_repeat),
        cmocka_unit_test(weeks_that_do_not_repeat_are_drawn_once_where_they_are_alike),
        cmocka_unit_test(weeks_that_are_not_drawn_are_counted),
        cmocka_unit_test(a_few_days_begin_with_the_first_of_them),
        cmocka_unit_test(a_session_over_midnight_goes_on_the_next_day),
        cmocka_unit_test(sessions_at_one_time_stand_beside_each_other),
        cmocka_unit_test(all_designs_have_one_scale_of_hours),
        cmocka_unit_test(no_line_of_the_text_is_wider_than_the_terminal),
        cmocka_unit_test(nothing_of_a_title_becomes_markup_in_a_picture),
        cmocka_unit_test(a_method_keeps_its_colour_in_all_designs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
