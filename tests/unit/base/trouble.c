#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/trouble.h"

static const struct place nowhere = {0};

static void no_trouble_is_fine(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    assert_int_equal(trouble_status(&trouble), STATUS_FINE);
    trouble_hint(&trouble, "a hint without a sentence goes nowhere");
    assert_int_equal(trouble.count, 0);
    trouble_free(&trouble);
}

static void sentences_are_kept_in_order_with_their_places_and_hints(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    char file[] = "a.yaml";
    struct place place = {file, 3, 7, 2, "  x: 1", 0};
    assert_int_equal(trouble_add(&trouble, STATUS_BAD_INPUT, place, "`%s` is %d", "x", 1), STATUS_BAD_INPUT);
    trouble_hint(&trouble, "did you mean `%s`?", "y");
    trouble_add(&trouble, STATUS_NO_INPUT, nowhere, "second");
    file[0] = 'z'; /* what was told is a copy */

    assert_int_equal(trouble.count, 2);
    assert_string_equal(trouble.complaints[0].sentence, "`x` is 1");
    assert_string_equal(trouble.complaints[0].hint, "did you mean `y`?");
    assert_string_equal(trouble.complaints[0].where.file, "a.yaml");
    assert_string_equal(trouble.complaints[0].where.excerpt, "  x: 1");
    assert_int_equal(trouble.complaints[0].where.line, 3);
    assert_string_equal(trouble.complaints[1].sentence, "second");
    assert_null(trouble.complaints[1].hint);
    assert_int_equal(trouble_status(&trouble), STATUS_BAD_INPUT);
    trouble_free(&trouble);
    assert_int_equal(trouble_status(&trouble), STATUS_FINE);
}

static void the_same_sentence_about_the_same_place_is_told_once(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 1}, "x");
    trouble_hint(&trouble, "first");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 1}, "x");
    trouble_hint(&trouble, "of the second, which is not kept");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 2}, "x");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "b", .line = 1}, "x");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 1}, "y");
    assert_int_equal(trouble.count, 4);
    assert_int_equal(trouble.dropped, 0);
    assert_string_equal(trouble.complaints[0].hint, "first");
    trouble_free(&trouble);
}

static void sentences_beyond_the_most_are_counted_and_take_no_hint(void **state)
{
    (void)state;
    struct trouble trouble = {.most = 2};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(trouble_full(&trouble), i >= 2);
        trouble_add(&trouble, STATUS_BAD_INPUT, nowhere, "sentence %d", i);
        trouble_hint(&trouble, "hint %d", i);
    }
    assert_int_equal(trouble.count, 2);
    assert_int_equal(trouble.dropped, 3);
    assert_string_equal(trouble.complaints[1].hint, "hint 1");
    trouble_free(&trouble);
}

static void the_usual_most_is_a_hundred(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    for (int i = 0; i < 105; i++)
        trouble_add(&trouble, STATUS_BAD_INPUT, nowhere, "sentence %d", i);
    assert_int_equal(trouble.count, 100);
    assert_int_equal(trouble.dropped, 5);
    trouble_free(&trouble);
}

static void sorting_follows_the_file_and_leaves_what_was_told_before(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 9}, "before");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 4, .column = 1}, "third");
    trouble_hint(&trouble, "of the third");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 2, .column = 8}, "second");
    trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){.file = "a", .line = 2, .column = 3}, "first");
    trouble_sort(&trouble, 1);
    const char *const order[] = {"before", "first", "second", "third"};
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(trouble.complaints[i].sentence, order[i]);
    assert_string_equal(trouble.complaints[3].hint, "of the third");
    trouble_free(&trouble);
}

static const char *const known[] = {"retention", "repeat", "stack", "progressive-stack", "for", "at"};
enum { KNOWN = sizeof known / sizeof known[0] };

static void a_slip_of_the_pen_finds_the_word_that_was_meant(void **state)
{
    (void)state;
    assert_string_equal(nearest_word("retenton", known, KNOWN), "retention");   /* a letter left out */
    assert_string_equal(nearest_word("retentiion", known, KNOWN), "retention"); /* one too many */
    assert_string_equal(nearest_word("retnetion", known, KNOWN), "retention");  /* two swapped */
    assert_string_equal(nearest_word("fro", known, KNOWN), "for");
    assert_string_equal(nearest_word("stock", known, KNOWN), "stack");
    assert_string_equal(nearest_word("RETENTION", known, KNOWN), "retention");
    assert_string_equal(nearest_word("Progressive_Stack", known, KNOWN), "progressive-stack");
}

static void the_nearest_of_several_wins_and_of_equals_the_first(void **state)
{
    (void)state;
    const char *const words[] = {"seats", "seat", "seal"};
    assert_string_equal(nearest_word("seet", words, 3), "seat");
    assert_string_equal(nearest_word("sea", words, 3), "seat");
}

static void a_word_far_from_all_finds_none(void **state)
{
    (void)state;
    assert_null(nearest_word("colour", known, KNOWN));
    assert_null(nearest_word("x", known, KNOWN));
    assert_null(nearest_word("", known, KNOWN));
    assert_null(nearest_word("retention", known, 0));
    char endless[200];
    memset(endless, 'a', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    assert_null(nearest_word(endless, known, KNOWN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_trouble_is_fine),
        cmocka_unit_test(sentences_are_kept_in_order_with_their_places_and_hints),
        cmocka_unit_test(the_same_sentence_about_the_same_place_is_told_once),
        cmocka_unit_test(sentences_beyond_the_most_are_counted_and_take_no_hint),
        cmocka_unit_test(the_usual_most_is_a_hundred),
        cmocka_unit_test(sorting_follows_the_file_and_leaves_what_was_told_before),
        cmocka_unit_test(a_slip_of_the_pen_finds_the_word_that_was_meant),
        cmocka_unit_test(the_nearest_of_several_wins_and_of_equals_the_first),
        cmocka_unit_test(a_word_far_from_all_finds_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
