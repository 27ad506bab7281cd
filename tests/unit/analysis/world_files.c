/* Plausible worlds in a file: the numbers that come of them, and what is said of them. */
#include "unit/analysis/near.h"
#include "unit/analysis/worlds_made.h"

#include <jansson.h>

#include "analysis/numbers/worlds.h"
#include "analysis/report/report.h"
#include "analysis/words/comparison.h"
#include "analysis/words/worlds_text.h"

struct opened {
    struct fixture fixture;
    struct results *results;
    const struct worlds_told *told;
    struct comparison *comparison;
    struct arena arena;
    struct trouble trouble;
    struct text out;
};

static void open_worlds(struct opened *opened, enum deciding how)
{
    memset(opened, 0, sizeof *opened);
    made_file(&opened->fixture, how);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
    if (opened->results == NULL)
        fail_msg("%s", opened->trouble.complaints[0].sentence);
    opened->comparison =
        compare(opened->results, &(struct compare_request){0}, &opened->arena, &opened->trouble);
    assert_non_null(opened->comparison);
    opened->told = opened->comparison->worlds;
}

static void close_worlds(struct opened *opened)
{
    results_close(opened->results);
    fixture_remove(&opened->fixture);
    arena_free(&opened->arena);
    trouble_free(&opened->trouble);
    text_free(&opened->out);
}

static void says(const struct opened *opened, const char *part)
{
    if (opened->out.bytes == NULL || strstr(opened->out.bytes, part) == NULL)
        fail_msg("`%s` is not in `%s`", part, opened->out.bytes == NULL ? "" : opened->out.bytes);
}

static void worlds_are_counted_by_who_is_ahead(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINUTES);
    assert_int_equal(opened.told->design_count, 2);
    const struct worlds_of_design *one = &opened.told->designs[0], *other = &opened.told->designs[1];
    assert_int_equal(one->worlds, 59);
    assert_int_equal(one->ahead, 42);
    assert_int_equal(one->clearly_ahead, 42);
    assert_int_equal(one->behind, 17);
    assert_int_equal(one->clearly_behind, 17);
    assert_true(one->by_ratio);
    assert_near(one->spread.low, 0.5, 1e-12);
    assert_near(one->spread.middle, 2, 1e-12);
    assert_near(one->spread.high, 2, 1e-12);
    assert_int_equal(other->worlds, 59);
    assert_int_equal(other->ahead + other->behind, 0);
    assert_int_equal(other->clearly_ahead + other->clearly_behind, 0);
    assert_false(other->is_separated);
    close_worlds(&opened);
}

static void the_number_that_decides_is_found(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINUTES);
    const struct worlds_of_design *one = &opened.told->designs[0];
    assert_true(one->is_separated);
    assert_int_equal(one->split.first.factor, 0);
    assert_near(one->split.first.at, 0.2 + 2.8 * 17 / 60, 1e-9);
    assert_int_equal(one->split.right, 59);
    assert_false(one->is_separated_by_observable); /* it can be timed itself */
    worlds_text(opened.told, &opened.out);
    says(&opened, "Does the answer hold? 60 plausible worlds: in each, 3 numbers were changed at once within "
                  "what is plausible, and every design was run 6 times.\n");
    says(
        &opened,
        "- What separates the worlds of “with open space” best: how long one takes to say one thing "
        "(`talk.minutes`). “with open space” is ahead where `talk.minutes` is at least 0.99 min, and not "
        "elsewhere: right in 59 of 59 worlds, where always saying “ahead” would be right in 42.\n"
        "  What you could find out: count or time `talk.minutes` where you are, and you know better on which "
        "side you are.\n  In 1 world there is no value to compare.\n");
    says(&opened, "- “assembly again” is ahead in no world.\n");
    close_worlds(&opened);
}

static void of_minds_the_best_number_that_can_be_counted_is_said_besides(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINDS);
    const struct worlds_of_design *one = &opened.told->designs[0];
    assert_int_equal(one->split.first.factor, 1);
    assert_true(one->is_separated_by_observable);
    assert_int_equal(one->by_observable.first.factor, 0);
    assert_int_equal(one->by_observable.right, 53);
    assert_true(say_what_to_find_out(&opened.out, opened.told, one));
    assert_string_equal(
        opened.out.bytes,
        "`minds.interest` cannot be counted or timed. Of the numbers that can, this one separates them best: "
        "how long one takes to say one thing (`talk.minutes`). “with open space” is ahead where "
        "`talk.minutes` is at least 1.6 min, and not elsewhere: right in 53 of 59 worlds");
    close_worlds(&opened);
}

static void where_nothing_decides_no_number_is_named(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_NOTHING);
    const struct worlds_of_design *one = &opened.told->designs[0];
    assert_false(one->is_separated);
    say_what_separates(&opened.out, opened.told, one);
    assert_string_equal(opened.out.bytes, "no single number, and no two, separate the worlds in which “with "
                                          "open space” is ahead from the others");
    assert_false(say_what_to_find_out(&opened.out, opened.told, one));
    close_worlds(&opened);
}

/* The page answers with “with open space”, whose worlds nothing separates; the scatter is of the other one.
 */
static void the_page_draws_the_design_whose_worlds_part(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, OF_ANOTHER);
    assert_false(opened.told->designs[0].is_separated);
    assert_true(opened.told->designs[1].is_separated);
    if (report_page(opened.results, &(struct report_request){0}, &opened.out, &opened.trouble) != STATUS_FINE)
        fail_msg("%s", opened.trouble.complaints[0].sentence);
    says(&opened, "<h3>What separates the worlds</h3>");
    close_worlds(&opened);
}

/* Twice the base in 29 worlds, half of it in 30: the middle world is one of the 30. */
static void a_design_has_a_level_of_its_own(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINDS);
    assert_int_equal(opened.told->level_count, 3);
    const struct worlds_level *base = &opened.told->levels[0], *one = &opened.told->levels[1];
    assert_int_equal(one->design, 1);
    assert_int_equal(one->worlds, 59);
    assert_near(base->spread.low, base->spread.high, 1e-12);
    assert_near(one->spread.low, base->spread.middle / 2, 1e-12);
    assert_near(one->spread.middle, base->spread.middle / 2, 1e-12);
    assert_near(one->spread.high, base->spread.middle * 2, 1e-12);
    assert_false(base->is_separated);
    assert_true(one->is_separated);
    assert_int_equal(one->split.right, 59);
    say_what_raises(&opened.out, opened.told, one);
    assert_string_equal(
        opened.out.bytes,
        "what separates the worlds above the middle best: how much people care for what is said "
        "(`minds.interest`). A world is above the middle where `minds.interest` is at least "
        "0.5 %, and not elsewhere: right in 59 of 59 worlds");
    opened.out.length = 0;
    worlds_text(opened.told, &opened.out);
    says(&opened, "  by itself [h-1]");
    close_worlds(&opened);
}

/* 3 per hour for the whole range of the first factor, a hundredth of it for the second, nothing for the
 * third. */
static void walks_rank_the_numbers(void **state)
{
    (void)state;
    struct opened opened;
    size_t order[MADE_FACTORS];
    open_worlds(&opened, IN_WALKS);
    assert_int_equal(opened.told->response_count, 5);
    const struct worlds_response *response = &opened.told->responses[0];
    assert_true(response->is_contrast && response->design == 1 && response->varies);
    assert_near(response->effects[0].absolute.value, 3, 1e-9);
    worlds_rank(response, MADE_FACTORS, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[1], 1);
    assert_int_equal(worlds_matter(response, MADE_FACTORS, 0), MATTERS);
    assert_int_equal(worlds_matter(response, MADE_FACTORS, 1), MATTERS_HARDLY);
    assert_int_equal(worlds_matter(response, MADE_FACTORS, 2), MATTERS_NOT_AT_ALL);
    worlds_text(opened.told, &opened.out);
    says(&opened,
         "What does the answer depend on? 32 plausible worlds in 8 walks: in each walk 3 numbers were "
         "changed one after the other, within what is plausible, and in each world every design was "
         "run once.\n- Proposals decided per hour of sessions, “with open space” minus “assembly "
         "only”:\n");
    says(&opened, "  These numbers hardly matter: `minds.interest`.\n  These numbers do not matter at all: "
                  "`people`.\n  What you could find out, what matters most first: how long one takes to say "
                  "one thing (`talk.minutes`).\n");
    says(&opened, "“assembly again” minus “assembly only”: nothing varies\n");
    close_worlds(&opened);
}

static void rows_share_out_what_varies(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, IN_ROWS);
    const struct worlds_response *response = &opened.told->responses[0];
    assert_true(response->varies);
    assert_near(response->indices[0].total.value, 1, 0.25);
    assert_near(response->indices[2].total.value, 0, 1e-12);
    assert_int_equal(worlds_matter(response, MADE_FACTORS, 0), MATTERS);
    assert_int_equal(worlds_matter(response, MADE_FACTORS, 1), MATTERS_HARDLY);
    worlds_text(opened.told, &opened.out);
    says(&opened, "  These numbers hardly matter: `minds.interest`, `people`.\n");
    says(&opened, "  luck                    0 %  0 to 0 %             0 %  0 to 0 %\n");
    close_worlds(&opened);
}

static void the_comparison_says_in_how_many_worlds_it_holds(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINUTES);
    comparison_text(opened.comparison, &opened.out);
    says(&opened,
         "- “with open space” is ahead of “assembly only” in 42 of 59 plausible worlds (clearly in 42; "
         "clearly behind in 17)\n");
    says(&opened,
         "  with open space     42       42      17       17         × 0.50   × 2.0          × 2.0\n");
    close_worlds(&opened);
}

static json_t *part(json_t *json, const char *key)
{
    json_t *found = json_object_get(json, key);
    if (found == NULL)
        fail_msg("`%s` is not in the JSON", key);
    return found;
}

static void the_json_has_worlds_and_what_separates_them(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINDS);
    comparison_json(opened.comparison, &opened.out);
    json_t *json = json_loads(opened.out.bytes, 0, NULL), *worlds = part(json, "worlds");
    json_t *one = json_array_get(part(worlds, "designs"), 0), *separation = part(one, "separation");
    assert_int_equal(json_integer_value(part(one, "missing")), 1);
    assert_string_equal(json_string_value(part(separation, "factor")), "minds.interest");
    assert_true(json_is_false(part(separation, "below")) && json_is_true(part(separation, "above")));
    assert_string_equal(json_string_value(part(part(separation, "by_observable"), "factor")), "talk.minutes");
    assert_true(json_is_true(part(json_array_get(part(worlds, "factors"), 0), "observable")));
    assert_true(json_is_false(part(json_array_get(part(worlds, "factors"), 1), "observable")));
    json_decref(json);
    close_worlds(&opened);
}

static void the_json_of_walks_says_what_matters(void **state)
{
    (void)state;
    static const char *const expected[] = {"yes", "hardly", "not at all"};
    struct opened opened;
    open_worlds(&opened, IN_WALKS);
    comparison_json(opened.comparison, &opened.out);
    json_t *json = json_loads(opened.out.bytes, 0, NULL);
    json_t *effects = part(json_array_get(part(part(json, "worlds"), "responses"), 0), "effects");
    for (size_t i = 0; i < MADE_FACTORS; i++)
        assert_string_equal(json_string_value(part(json_array_get(effects, i), "matters")), expected[i]);
    json_decref(json);
    close_worlds(&opened);
}

static void draws(struct opened *opened, enum figure_kind kind, const char *factor)
{
    static const char *const starts[] = {"<?xml", "\x89PNG", "%PDF", ""};
    for (enum figure_format format = FIGURE_SVG; format <= FIGURE_TERMINAL; format++) {
        struct figure_request request = {
            .kind = kind, .format = format, .measure = opened->results->headline, .factor = factor};
        struct text drawing = {0};
        enum status status = figure_draw(opened->results, &request, &drawing, &opened->trouble);
        if (status != STATUS_FINE)
            fail_msg("kind %d, format %d: %s", (int)kind, (int)format,
                     opened->trouble.complaints[0].sentence);
        assert_int_equal(strncmp(drawing.bytes, starts[format], strlen(starts[format])), 0);
        text_free(&drawing);
    }
    struct figure_request request = {.kind = kind, .measure = opened->results->headline, .factor = factor};
    opened->out.length = 0;
    figure_words(opened->results, &request, &opened->out);
}

static void worlds_are_drawn_in_order_and_by_one_number(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINUTES);
    draws(&opened, FIGURE_WORLDS, NULL);
    says(&opened,
         "Every plausible world as a mark, in the order of the difference. “with open space” is ahead "
         "of “assembly only” in 42 of 59 plausible worlds (clearly in 42; clearly behind in 17), 2.0 "
         "times “assembly only” in the middle world, and 0.50 to 2.0 times in 8 of 10 worlds; ");
    draws(&opened, FIGURE_SCATTER, NULL);
    says(&opened,
         "Every plausible world by one number and the difference: what separates the worlds of “with "
         "open space” best: how long one takes to say one thing (`talk.minutes`).");
    draws(&opened, FIGURE_SCATTER, "minds.interest");
    says(&opened, "“with open space” by how much people care for what is said (`minds.interest`)");
    assert_false(figure_possible(opened.results, FIGURE_SCREENING));
    assert_false(figure_possible(opened.results, FIGURE_INDICES));
    close_worlds(&opened);
}

static void where_nothing_separates_a_scatter_wants_a_number(void **state)
{
    (void)state;
    struct opened opened;
    struct text drawing = {0};
    open_worlds(&opened, BY_NOTHING);
    struct figure_request request = {.kind = FIGURE_SCATTER, .measure = opened.results->headline};
    assert_int_equal(figure_draw(opened.results, &request, &drawing, &opened.trouble), STATUS_BAD_INPUT);
    assert_string_equal(opened.trouble.complaints[0].sentence,
                        "no single number separates the worlds of a design");
    assert_non_null(strstr(opened.trouble.complaints[0].hint, "plot FILE.h5 talk.minutes"));
    text_free(&drawing);
    close_worlds(&opened);
}

static void walks_and_rows_are_drawn_number_by_number(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, IN_WALKS);
    draws(&opened, FIGURE_SCREENING, NULL);
    says(&opened, "“with open space” minus “assembly only”, the most first: talk.minutes: by 3");
    says(&opened, ", up.");
    assert_false(figure_possible(opened.results, FIGURE_WORLDS));
    close_worlds(&opened);
    open_worlds(&opened, IN_ROWS);
    draws(&opened, FIGURE_INDICES, NULL);
    says(&opened, "the most first: talk.minutes: 100 % alone, 92 % with others; ");
    says(&opened, "; luck: 0 % alone, 0 % with others.");
    close_worlds(&opened);
}

static const char *place_in(const struct opened *opened, const char *part)
{
    const char *at = strstr(opened->out.bytes, part);
    if (at == NULL)
        fail_msg("`%s` is not on the page", part);
    return at;
}

static void write_page(struct opened *opened)
{
    opened->out.length = 0;
    assert_int_equal(
        report_page(opened->results, &(struct report_request){0}, &opened->out, &opened->trouble),
        STATUS_FINE);
}

static void the_page_says_in_how_many_worlds_it_holds_and_why(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, BY_MINUTES);
    write_page(&opened);
    const char *said =
        "“with open space” is ahead of “assembly only” in 42 of 59 plausible worlds (clearly in "
        "42; clearly behind in 17).";
    const char *answer = place_in(&opened, said), *runs = place_in(&opened, "How sure is this?");
    const char *section = place_in(&opened, "<h2>Does the answer hold?</h2>");
    assert_true(answer < runs && runs < section && section < place_in(&opened, "<h2>Every run</h2>"));
    assert_non_null(strstr(section, said));
    place_in(&opened, "In 1 world there is no value to compare.</p>");
    place_in(&opened, "<p>What separates the worlds of “with open space” best: how long one takes to say one "
                      "thing (<code>talk.minutes</code>).");
    place_in(&opened,
             "<p>What you could find out: count or time <code>talk.minutes</code> where you are, and");
    assert_true(section < place_in(&opened, "aria-label=\"Every plausible world as a mark"));
    close_worlds(&opened);
}

static void the_page_says_what_each_number_changes(void **state)
{
    (void)state;
    struct opened opened;
    open_worlds(&opened, IN_WALKS);
    write_page(&opened);
    place_in(&opened, "<h2>What does the answer depend on?</h2>");
    place_in(&opened, "How long one takes to say one thing (<code>talk.minutes</code>) <span "
                      "class=\"tag\">count or time it</span></th>");
    place_in(&opened,
             "<summary>1 number hardly matters</summary>\n<ul>\n<li>How much people care for what is said "
             "(<code>minds.interest</code>)</li>");
    place_in(&opened, "<summary>1 number does not matter at all</summary>");
    place_in(&opened, "aria-label=\"How much each number changes the answer");
    close_worlds(&opened);
    open_worlds(&opened, IN_ROWS);
    write_page(&opened);
    place_in(&opened, "<tr><th scope=\"row\">Luck</th><td class=\"n\">0\xC2\xA0%<span class=\"small\">0 to "
                      "0\xC2\xA0%</span></td>");
    place_in(&opened, "aria-label=\"The share of each number, and of luck, in what varies.");
    close_worlds(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worlds_are_counted_by_who_is_ahead),
        cmocka_unit_test(the_number_that_decides_is_found),
        cmocka_unit_test(of_minds_the_best_number_that_can_be_counted_is_said_besides),
        cmocka_unit_test(where_nothing_decides_no_number_is_named),
        cmocka_unit_test(the_page_draws_the_design_whose_worlds_part),
        cmocka_unit_test(a_design_has_a_level_of_its_own),
        cmocka_unit_test(walks_rank_the_numbers),
        cmocka_unit_test(rows_share_out_what_varies),
        cmocka_unit_test(the_comparison_says_in_how_many_worlds_it_holds),
        cmocka_unit_test(the_json_has_worlds_and_what_separates_them),
        cmocka_unit_test(the_json_of_walks_says_what_matters),
        cmocka_unit_test(worlds_are_drawn_in_order_and_by_one_number),
        cmocka_unit_test(where_nothing_separates_a_scatter_wants_a_number),
        cmocka_unit_test(walks_and_rows_are_drawn_number_by_number),
        cmocka_unit_test(the_page_says_in_how_many_worlds_it_holds_and_why),
        cmocka_unit_test(the_page_says_what_each_number_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
