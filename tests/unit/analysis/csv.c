/* Cells of CSV: what they hold, letter by letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/export/csv.h"

/* What a cell is written as; for the caller to free. */
static char *written(const char *text, double number)
{
    char *bytes = NULL;
    size_t length;
    struct csv csv = {.file = open_memstream(&bytes, &length)};
    if (text != NULL)
        csv_text(&csv, text);
    else
        csv_number(&csv, number);
    fclose(csv.file);
    return bytes;
}

static void assert_text(const char *text, const char *expected)
{
    char *cell = written(text, 0);
    assert_string_equal(cell, expected);
    free(cell);
}

static void assert_number(double number, const char *expected)
{
    char *cell = written(NULL, number);
    assert_string_equal(cell, expected);
    if (isfinite(number))
        assert_true(strtod(cell, NULL) == number);
    free(cell);
}

static void texts_are_quoted_where_they_must_be(void **state)
{
    (void)state;
    assert_text("plain text", "plain text");
    assert_text("", "");
    assert_text("a, b", "\"a, b\"");
    assert_text("say \"yes\"", "\"say \"\"yes\"\"\"");
    assert_text("two\nlines", "\"two\nlines\"");
    assert_text("two\r\nlines", "\"two\nlines\"");
    assert_text(" blank", "\" blank\"");
    assert_text("\xE6\x98\xA5", "\xE6\x98\xA5");
}

static void what_a_spreadsheet_would_carry_out_has_an_apostrophe(void **state)
{
    (void)state;
    assert_text("=1+1", "'=1+1");
    assert_text("+1 more", "'+1 more");
    assert_text("-1+cmd|x", "'-1+cmd|x");
    assert_text("@SUM(A1)", "'@SUM(A1)");
    assert_text("\t=1", "\"'\t=1\"");
    assert_text("\n=1", "\"'\n=1\"");
    assert_text("\xEF\xBC\x9D"
                "1",
                "'\xEF\xBC\x9D"
                "1"); /* a full-width equals sign */
    assert_text("'quoted'", "''quoted'");
    assert_text("=a,b", "\"'=a,b\"");
    /* within a text they do no harm */
    assert_text("1=1", "1=1");
    assert_text("it's", "it's");
}

static void numbers_are_no_formulas(void **state)
{
    (void)state;
    assert_text("-5", "-5");
    assert_text("+0.25", "+0.25");
    assert_text("-1e-9", "-1e-9");
    assert_text("-", "'-");
    assert_text("-5 %", "'-5 %");
    assert_text("-1e", "'-1e");
    assert_text("-.", "'-.");
}

static void what_nobody_sees_is_replaced(void **state)
{
    (void)state;
    assert_text("red\033[31m", "red\xEF\xBF\xBD[31m");
    assert_text("lone\rreturn", "lone\xEF\xBF\xBDreturn");
    assert_text("\xE2\x80\xAEturned", "\xEF\xBF\xBDturned");
    assert_text("bad \xFF byte", "bad \xEF\xBF\xBD byte");
}

static void numbers_read_back_the_same(void **state)
{
    (void)state;
    assert_number(0, "0");
    assert_number(-3, "-3");
    assert_number(0.1, "0.1");
    assert_number(0.1 + 0.2, "0.30000000000000004");
    assert_number(1.0 / 3, "0.3333333333333333");
    assert_number(1e300, "1e+300");
    assert_number(5e-324, "4.94065645841247e-324");
    assert_number(123456789012345680.0, "1.2345678901234568e+17");
    assert_number(NAN, "");
    assert_number(INFINITY, "INF");
    assert_number(-INFINITY, "-INF");
}

static void cells_and_rows_are_set_apart(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length;
    struct csv csv = {.file = open_memstream(&bytes, &length)};
    csv_text(&csv, "");
    csv_whole(&csv, -9007199254740993);
    csv_empty(&csv);
    csv_end_row(&csv);
    csv_text(&csv, "next");
    csv_end_row(&csv);
    fclose(csv.file);
    assert_string_equal(bytes, ",-9007199254740993,\r\nnext\r\n");
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_quoted_where_they_must_be),
        cmocka_unit_test(what_a_spreadsheet_would_carry_out_has_an_apostrophe),
        cmocka_unit_test(numbers_are_no_formulas),
        cmocka_unit_test(what_nobody_sees_is_replaced),
        cmocka_unit_test(numbers_read_back_the_same),
        cmocka_unit_test(cells_and_rows_are_set_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
