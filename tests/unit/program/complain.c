/* The very words that people see when a file is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>

#include "base/shell.h"
#include "program/complain.h"
#include "program/visible.h"

static void assert_complaint(struct place where, const char *sentence, const char *hint, const char *expected)
{
    struct trouble trouble = {0};
    struct text out = {0};
    trouble_add(&trouble, STATUS_BAD_INPUT, where, "%s", sentence);
    if (hint != NULL)
        trouble_hint(&trouble, "%s", hint);
    complaints_text(&trouble, PAINT_PLAIN, &out);
    assert_string_equal(out.bytes, expected);
    text_free(&out);
    trouble_free(&trouble);
}

static void a_caret_stands_under_the_word_that_is_wrong(void **state)
{
    (void)state;
    const struct place where = {"camp.yaml", 12, 3, 8, "  retenton: 40 %", 0};
    assert_complaint(where, "unknown key `retenton`", "did you mean `retention`?",
                     "camp.yaml:12:3: unknown key `retenton`\n"
                     "      retenton: 40 %\n"
                     "      ^~~~~~~~\n"
                     "  did you mean `retention`?\n");
}

static void a_complaint_about_no_file_begins_with_the_program(void **state)
{
    (void)state;
    assert_complaint((struct place){0}, "a command is missing", NULL, "groundswell: a command is missing\n");
}

static void a_complaint_about_a_whole_file_has_no_line(void **state)
{
    (void)state;
    assert_complaint((struct place){.file = "camp.yaml"}, "there is no such file", NULL,
                     "camp.yaml: there is no such file\n");
}

static void wide_and_narrow_letters_before_the_caret_are_measured(void **state)
{
    (void)state;
    /* Two ideographs take four columns, an e with acute one. */
    const struct place where = {"x", 1, 4, 2, "\xe6\x97\xa5\xe6\x9c\xac\xc3\xa9xy", 0};
    assert_complaint(where, "s", NULL,
                     "x:1:4: s\n"
                     "    \xe6\x97\xa5\xe6\x9c\xac\xc3\xa9xy\n"
                     "         ^~\n");
}

static void underlining_ends_with_the_line(void **state)
{
    (void)state;
    const struct place where = {"x", 1, 2, 100, "abc", 0};
    assert_complaint(where, "s", NULL, "x:1:2: s\n    abc\n     ^~\n");
}

static void a_column_beyond_the_line_still_gets_its_caret(void **state)
{
    (void)state;
    const struct place where = {"x", 1, 5, 1, "abc", 0};
    assert_complaint(where, "s", NULL, "x:1:5: s\n    abc\n        ^\n");
}

static void a_line_that_was_cut_has_its_caret_where_the_cut_left_it(void **state)
{
    (void)state;
    const struct place where = {"x", 1, 5000, 3, "... abc def ...", 9};
    assert_complaint(where, "s", NULL, "x:1:5000: s\n    ... abc def ...\n            ^~~\n");
}

static void escapes_of_a_file_are_shown_and_never_sent(void **state)
{
    (void)state;
    const struct place where = {"\033[2J.yaml", 1, 1, 1, "\033]0;x\007", 0};
    assert_complaint(where, "key `\033[31m\x9b`", "\xe2\x80\xae",
                     "\\x1b[2J.yaml:1:1: key `\\x1b[31m\\x9b`\n"
                     "    \\x1b]0;x\\x07\n"
                     "    ^\n"
                     "  \\u{202e}\n");
}

static void what_was_dropped_is_counted(void **state)
{
    (void)state;
    struct trouble trouble = {.most = 2};
    struct text out = {0};
    for (int i = 0; i < 5; i++)
        trouble_add(&trouble, STATUS_BAD_INPUT, (struct place){"x", i + 1, 1, 1, NULL, 0}, "wrong %d", i);
    complaints_text(&trouble, PAINT_PLAIN, &out);
    assert_string_equal(out.bytes, "x:1:1: wrong 0\nx:2:1: wrong 1\ngroundswell: and 3 more of this kind\n");
    text_free(&out);
    trouble_free(&trouble);
}

static void every_status_has_the_exit_status_that_is_documented(void **state)
{
    (void)state;
    static const int expected[][2] = {
        {STATUS_FINE, 0},       {STATUS_USAGE, 64},       {STATUS_BAD_INPUT, 65},
        {STATUS_NO_INPUT, 66},  {STATUS_BUG, 70},         {STATUS_LIMIT, 71},
        {STATUS_NO_OUTPUT, 73}, {STATUS_OUTPUT_LOST, 74}, {STATUS_INTERRUPTED, 75}};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_int_equal(exit_status((enum status)expected[i][0]), expected[i][1]);
}

static void a_word_for_the_shell_is_quoted_only_where_it_must_be(void **state)
{
    (void)state;
    static const char *const words[][2] = {{"camp.h5", "camp.h5"},
                                           {"a b", "'a b'"},
                                           {"it's", "'it'\\''s'"},
                                           {"$(x)", "'$(x)'"},
                                           {"", "''"},
                                           {"conversation.retention=40 %", "'conversation.retention=40 %'"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct text out = {0};
        shell_word(&out, words[i][0]);
        assert_string_equal(out.bytes, words[i][1]);
        text_free(&out);
    }
}

static void line_breaks_are_kept_where_asked(void **state)
{
    (void)state;
    struct text out = {0};
    text_add_visible(&out, "a\n\tb\r\0c", 7, BREAKS_KEPT);
    assert_string_equal(out.bytes, "a\n\tb\\x0d\\x00c");
    text_free(&out);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_caret_stands_under_the_word_that_is_wrong),
        cmocka_unit_test(a_complaint_about_no_file_begins_with_the_program),
        cmocka_unit_test(a_complaint_about_a_whole_file_has_no_line),
        cmocka_unit_test(wide_and_narrow_letters_before_the_caret_are_measured),
        cmocka_unit_test(underlining_ends_with_the_line),
        cmocka_unit_test(a_column_beyond_the_line_still_gets_its_caret),
        cmocka_unit_test(a_line_that_was_cut_has_its_caret_where_the_cut_left_it),
        cmocka_unit_test(escapes_of_a_file_are_shown_and_never_sent),
        cmocka_unit_test(what_was_dropped_is_counted),
        cmocka_unit_test(every_status_has_the_exit_status_that_is_documented),
        cmocka_unit_test(a_word_for_the_shell_is_quoted_only_where_it_must_be),
        cmocka_unit_test(line_breaks_are_kept_where_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
