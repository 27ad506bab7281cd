/* One session as it happened, put in order and told. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/figures/followed_picture.h"
#include "analysis/numbers/followed.h"
#include "analysis/plain/table.h"
#include "analysis/words/followed_text.h"

enum { MOST = 4000 };

struct session_made {
    struct followed_row rows[MOST];
    size_t count;
    struct arena arena;
    struct followed_session session;
};

static const struct followed_stage_words words[] = {
    {"talk", "circles talk", "who wants to", ""}, {"decide", "proposals are decided", "hands", "consensus"}};

static void add(struct session_made *made, enum followed_what what, double minutes, long stage, long circle,
                long who, double amount, long facets)
{
    made->rows[made->count++] = (struct followed_row){.time = 10 + minutes / 60,
                                                      .what = what,
                                                      .about = TALKS_OF_PROPOSAL,
                                                      .stage = stage,
                                                      .round = 1,
                                                      .circle = circle,
                                                      .who = who,
                                                      .matter = 4,
                                                      .amount = amount,
                                                      .facets = facets};
}

static struct followed_told told_of(const struct session_made *made)
{
    return (struct followed_told){.session = &made->session,
                                  .stages = words,
                                  .stage_count = 2,
                                  .scenario = "A camp",
                                  .design = "circles",
                                  .site = "Square",
                                  .method = "Two stages",
                                  .number = 4,
                                  .replication = 17};
}

/* Two circles of two; one person walks from the first to the second and back; then one of them decides. */
static void a_small_session(struct session_made *made)
{
    *made = (struct session_made){0};
    add(made, SESSION_BEGINS, 0, 1, FOLLOWED_NONE, 0, 4, 0);
    add(made, STAGE_BEGINS, 0, 1, FOLLOWED_NONE, 4, NAN, 0);
    for (long person = 0; person < 4; person++)
        add(made, SITS_DOWN, 0, 1, 70 + person / 2, person, NAN, 0);
    add(made, TURN, 6, 1, 70, 0, 0.1, 1);
    add(made, TURN, 18, 1, 70, 1, 0.2, 0);
    add(made, TURN_STRAYS, 6, 1, 71, 3, 0.05, 0);
    add(made, SITS_DOWN, 20, 1, 71, 1, NAN, 0);
    add(made, SITS_DOWN, 24, 1, 70, 1, NAN, 0);
    add(made, STAGE_BEGINS, 30, 2, FOLLOWED_NONE, 4, NAN, 0);
    add(made, CIRCLE_CLOSES, 30, 2, 71, 2, 2, 0);
    add(made, TURN, 33, 2, 70, 1, 0.05, 0);
    add(made, CONSENSUS_CALLED, 40, 2, 70, 4, 0, 0);
    add(made, DECIDED, 40, 2, 70, 4, 1, 0);
    add(made, SESSION_ENDS, 45, 2, FOLLOWED_NONE, 4, NAN, 0);
    assert_true(followed_find(made->rows, made->count, &made->arena, &made->session));
}

static void rows_become_stages_circles_and_speakers(void **state)
{
    (void)state;
    struct session_made made;
    a_small_session(&made);
    const struct followed_session *session = &made.session;
    assert_int_equal(session->came, 4);
    assert_int_equal(session->stayed, 4);
    assert_int_equal(session->turns, 4);
    assert_int_equal(session->decided, 1);
    assert_true(fabs(session->hours - 0.4) < 1e-9);
    assert_int_equal(session->stage_count, 2);
    const struct said_stage *talk = &session->stages[0];
    assert_int_equal(talk->circle_count, 2);
    assert_int_equal(talk->walks, 2);
    const struct said_circle *second = &talk->circles[0], *first = &talk->circles[1];
    assert_int_equal(second->number, 2); /* three sat there, two of them at the end */
    assert_int_equal(second->people, 3);
    assert_int_equal(second->at_end, 2);
    assert_int_equal(second->strayed, 1);
    assert_int_equal(first->number, 1);
    assert_int_equal(first->people, 2); /* who comes back is no other one */
    assert_int_equal(first->speakers[0].person, 1);
    assert_true(fabs(first->speakers[0].hours - 0.2) < 1e-9);
    assert_int_equal(first->turns[0].speaker, 1);
    assert_int_equal(first->facets, 1);
    arena_free(&made.arena);
}

static void people_keep_their_seats_from_stage_to_stage(void **state)
{
    (void)state;
    struct session_made made;
    a_small_session(&made);
    const struct said_stage *decide = &made.session.stages[1];
    assert_int_equal(decide->circle_count, 1);
    assert_int_equal(decide->circles[0].people, 2);
    assert_int_equal(decide->circles[0].step_count, 2);
    arena_free(&made.arena);
}

static void a_decision_is_told_with_its_blocks(void **state)
{
    (void)state;
    struct session_made made;
    struct text out = {0};
    a_small_session(&made);
    const struct said_stage *decide = &made.session.stages[1];
    followed_say_circle(decide, &decide->circles[0], &out);
    assert_string_equal(out.bytes,
                        "all 2 in one circle, on proposal 5: person 2 spoke 3 min; 1 stayed "
                        "silent; 1 turn, nothing new to the circle. At 10:40 proposal 5 passed, with "
                        "0 blocks.");
    text_free(&out);
    arena_free(&made.arena);
}

/* An Open Space of thirty circles: six are shown, of the others there is a sentence. */
static void of_many_circles_the_largest_are_shown(void **state)
{
    (void)state;
    struct session_made made = {0};
    struct text out = {0};
    add(&made, SESSION_BEGINS, 0, 1, FOLLOWED_NONE, 0, 300, 0);
    add(&made, STAGE_BEGINS, 0, 1, FOLLOWED_NONE, 300, NAN, 0);
    long person = 0;
    for (long circle = 1; circle <= 30; circle++)
        for (long i = 0; i < 3 + circle / 3; i++)
            add(&made, SITS_DOWN, 0, 1, circle, person++, NAN, 0);
    for (long circle = 1; circle <= 30; circle++)
        add(&made, TURN, 10, 1, circle, circle, 0.1, 2);
    add(&made, SESSION_ENDS, 60, 1, FOLLOWED_NONE, 300, NAN, 0);
    assert_true(followed_find(made.rows, made.count, &made.arena, &made.session));
    const struct said_stage *stage = &made.session.stages[0];
    assert_int_equal(stage->circle_count, 30);
    assert_int_equal(stage->circles[0].number, 30);
    followed_say_others(stage, CIRCLES_SHOWN, &out);
    assert_string_equal(out.bytes,
                        "24 more circles of 3 to 11 people: 24 turns, 144 min spoken, 48 new things.");
    text_free(&out);
    for (size_t width = 40; width <= 100; width += 30) {
        const struct followed_told told = told_of(&made);
        followed_say(&told, width, &out);
        assert_non_null(strstr(out.bytes, "circle 30"));
        assert_null(strstr(out.bytes, "circle 2,"));
        for (char *at = out.bytes, *end = NULL; *at != '\0'; at = end + 1) {
            end = strchr(at, '\n');
            *end = '\0';
            assert_true(text_width(at) <= width);
        }
        text_free(&out);
    }
    arena_free(&made.arena);
}

static void a_run_that_ends_first_is_said(void **state)
{
    (void)state;
    struct session_made made;
    struct text out = {0};
    a_small_session(&made);
    made.count--;
    assert_true(followed_find(made.rows, made.count, &made.arena, &made.session));
    const struct followed_told told = told_of(&made);
    followed_say_sums(&told, &out);
    assert_non_null(strstr(out.bytes, "The run ended before the session did."));
    text_free(&out);
    assert_false(followed_find(made.rows + 1, made.count - 1, &made.arena, &made.session));
    assert_false(followed_find(made.rows, 0, &made.arena, &made.session));
    arena_free(&made.arena);
}

static void the_picture_has_a_bar_for_each_circle_that_is_shown(void **state)
{
    (void)state;
    struct session_made made;
    struct text out = {0};
    struct trouble trouble = {0};
    a_small_session(&made);
    struct followed_told told = told_of(&made);
    told.scenario = "A <camp>";
    assert_int_equal(followed_figure(&told, FIGURE_SVG, &out, &trouble), STATUS_FINE);
    assert_non_null(strstr(out.bytes, "A &lt;camp&gt;"));
    assert_null(strstr(out.bytes, "<camp>"));
    size_t bars = 0;
    for (const char *at = out.bytes; (at = strstr(at, "fill-opacity=\"0.05\"")) != NULL; at++)
        bars++;
    assert_int_equal(bars, 3);
    text_free(&out);
    arena_free(&made.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_become_stages_circles_and_speakers),
        cmocka_unit_test(people_keep_their_seats_from_stage_to_stage),
        cmocka_unit_test(a_decision_is_told_with_its_blocks),
        cmocka_unit_test(of_many_circles_the_largest_are_shown),
        cmocka_unit_test(a_run_that_ends_first_is_said),
        cmocka_unit_test(the_picture_has_a_bar_for_each_circle_that_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
