#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/text.h"

#define REPLACED "\xEF\xBF\xBD"

static void text_grows_by_bytes_strings_and_formats(void **state)
{
    (void)state;
    struct text text = {0};
    text_say(&text, "ab");
    text_add(&text, "cdXX", 2);
    text_print(&text, "-%d-%s", 7, "e");
    assert_string_equal(text.bytes, "abcd-7-e");
    assert_int_equal(text.length, 8);
    for (int i = 0; i < 1000; i++)
        text_print(&text, "%d", i % 10);
    assert_int_equal(text.length, 1008);
    assert_int_equal(text.bytes[1007], '9');
    assert_int_equal(text.bytes[1008], '\0');
    text_free(&text);
    assert_null(text.bytes);
}

static void adding_nothing_makes_an_empty_string(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, NULL, 0);
    assert_string_equal(text.bytes, "");
    text_free(&text);
}

/* Table 3-7 of the Unicode standard: well-formed byte sequences, and the ones just outside. */
static void only_well_formed_sequences_are_utf8(void **state)
{
    (void)state;
    // clang-format off
    const struct {
        const char *bytes;
        size_t length;
    } sequences[] = {
        {"a", 1},                {"\x7F", 1},
        {"\xC2\x80", 2},         {"\xDF\xBF", 2},
        {"\xE0\xA0\x80", 3},     {"\xED\x9F\xBF", 3},     {"\xEE\x80\x80", 3}, {"\xEF\xBF\xBF", 3},
        {"\xF0\x90\x80\x80", 4}, {"\xF4\x8F\xBF\xBF", 4},
        {"\x80", 0},             {"\xBF", 0},             {"\xFF", 0},         {"\xFE", 0},
        {"\xC0\xAF", 0},         {"\xC1\xBF", 0},         /* overlong */
        {"\xE0\x9F\xBF", 0},     {"\xF0\x8F\xBF\xBF", 0}, /* overlong */
        {"\xED\xA0\x80", 0},     {"\xED\xBF\xBF", 0},     /* surrogates */
        {"\xF4\x90\x80\x80", 0}, {"\xF5\x80\x80\x80", 0}, /* above U+10FFFF */
        {"\xC2", 0},             {"\xE2\x82", 0},         {"\xE2\x28\xA1", 0}, {"\xF0\x9F\x98", 0},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++)
        assert_int_equal(utf8_sequence(sequences[i].bytes, strlen(sequences[i].bytes)), sequences[i].length);
    assert_int_equal(utf8_sequence("abc", 0), 0);
}

static void bytes_that_are_no_text_are_replaced_one_by_one(void **state)
{
    (void)state;
    struct text text = {0};
    const char *bytes = "caf\xC3\xA9 \xFF\xE2\x82 \xED\xA0\x80!";
    text_add_utf8(&text, bytes, strlen(bytes));
    assert_string_equal(text.bytes,
                        "caf\xC3\xA9 " REPLACED REPLACED REPLACED " " REPLACED REPLACED REPLACED "!");
    text_free(&text);
}

/* Unicode TR 36 on the marks of direction; joiners are part of words. */
static void what_nobody_sees_is_escaped_in_json(void **state)
{
    (void)state;
    struct text text = {0};
    text_add_json(&text,
                  "{\n  \"a\": \"x\xE2\x80\xAEy\xD8\x9C\xE2\x81\xA6\xEF\xBB\xBF\xE2\x80\x8B\xC2\x85\xC2\xAD"
                  "\xF3\xA0\x80\x81\"}\n");
    assert_string_equal(text.bytes, "{\n  \"a\": \"x\\u202ey\\u061c\\u2066\\ufeff\\u200b\\u0085\\u00ad"
                                    "\\udb40\\udc01\"}\n");
    text_free(&text);
    static const char shown[] =
        "{\"a\": \"\xC3\xA9 e\xCC\x81 \xD9\x85\xE2\x80\x8C\xD8\xAE \xE2\x9D\xA4\xEF\xB8\x8F\"}";
    text_add_json(&text, shown);
    assert_string_equal(text.bytes, shown);
    text_free(&text);
}

static void blanks_of_no_keyboard_are_known(void **state)
{
    (void)state;
    static const uint32_t blanks[] = {0xA0, 0x1680, 0x2003, 0x2009, 0x202F, 0x205F, 0x3000};
    static const uint32_t others[] = {' ', '\t', 'a', 0xE9, 0x200B, 0x200D, 0x3001};
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        assert_true(utf8_is_odd_blank(blanks[i]));
        assert_false(utf8_is_odd_blank(others[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_by_bytes_strings_and_formats),
        cmocka_unit_test(adding_nothing_makes_an_empty_string),
        cmocka_unit_test(only_well_formed_sequences_are_utf8),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced_one_by_one),
        cmocka_unit_test(what_nobody_sees_is_escaped_in_json),
        cmocka_unit_test(blanks_of_no_keyboard_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
