#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fold.h"

static void assert_folded(const char *words, size_t columns, size_t used, size_t indent, const char *expected)
{
    struct text text = {.columns = columns};
    fold_words(&text, words, used, indent, 20);
    assert_string_equal(text.bytes, expected);
    text_free(&text);
}

static void words_are_folded_at_the_page_or_where_it_is_usual(void **state)
{
    (void)state;
    assert_folded("one two three four five", 0, 0, 0, "one two three four\nfive\n");
    assert_folded("one two three four five", 40, 0, 0, "one two three four five\n");
    assert_folded("one two three four five", 0, 10, 2, "one two\n  three four five\n");
    assert_folded("Antidisestablishmentarianism is long", 0, 0, 0, "Antidisestablishmentarianism\nis long\n");
}

static void a_narrow_page_has_a_smaller_indent(void **state)
{
    (void)state;
    assert_folded("one two three", 40, 30, 30, "\n    one two three\n");
}

static void wide_characters_take_two_columns(void **state)
{
    (void)state;
    assert_folded("春春春春春 春春春春春", 0, 0, 0, "春春春春春\n春春春春春\n");
}

static void lines_that_fit_stay_as_they_are(void **state)
{
    (void)state;
    static const char lines[] = "  a   b\n  a line that is longer than forty columns of a page\nshort\n";
    struct text text = {0};
    fold_lines(&text, lines, sizeof lines - 1, 40);
    assert_string_equal(text.bytes,
                        "  a   b\n  a line that is longer than forty\n    columns of a page\nshort\n");
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_folded_at_the_page_or_where_it_is_usual),
        cmocka_unit_test(a_narrow_page_has_a_smaller_indent),
        cmocka_unit_test(wide_characters_take_two_columns),
        cmocka_unit_test(lines_that_fit_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
