#include "analysis/export/csv.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { DIGITS_AT_LEAST = 15, DIGITS_AT_MOST = 17, LONGEST_NUMBER = 40 };

static void csv_next(struct csv *csv)
{
    if (csv->cells++ > 0)
        fputc(',', csv->file);
}

void csv_empty(struct csv *csv)
{
    csv_next(csv);
}

void csv_end_row(struct csv *csv)
{
    fputs("\r\n", csv->file);
    csv->cells = 0;
}

void csv_whole(struct csv *csv, int64_t number)
{
    csv_next(csv);
    fprintf(csv->file, "%" PRId64, number);
}

void csv_number(struct csv *csv, double number)
{
    static const double wholes = 1e15; /* below, a whole number has all its digits in 15 */
    char digits[LONGEST_NUMBER];
    csv_next(csv);
    if (isnan(number))
        return;
    if (isinf(number)) {
        fputs(number > 0 ? "INF" : "-INF", csv->file);
        return;
    }
    if (fabs(number) < wholes && number == trunc(number) && !(number == 0 && signbit(number))) {
        fprintf(csv->file, "%" PRId64, (int64_t)number);
        return;
    }
    for (int precision = DIGITS_AT_LEAST; precision <= DIGITS_AT_MOST; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, number);
        if (strtod(digits, NULL) == number)
            break;
    }
    fputs(digits, csv->file);
}

/* Whether the whole text is a number as people write one, which no spreadsheet takes for more than that. */
static bool is_number(const char *text)
{
    const char *at = text + (*text == '-' || *text == '+' ? 1 : 0);
    size_t digits = strspn(at, "0123456789"), after = 0;
    at += digits;
    if (*at == '.') {
        after = strspn(at + 1, "0123456789");
        at += 1 + after;
    }
    if (digits + after == 0)
        return false;
    if (*at == 'e' || *at == 'E') {
        at += at[1] == '-' || at[1] == '+' ? 2 : 1;
        if (!isdigit((unsigned char)*at))
            return false;
        at += strspn(at, "0123456789");
    }
    return *at == '\0';
}

static bool needs_apostrophe(const char *text)
{
    static const char *const full_width[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    if (*text == '\0')
        return false;
    if (strchr("=+-@'\t\n\r", *text) != NULL)
        return !is_number(text);
    for (size_t i = 0; i < sizeof full_width / sizeof *full_width; i++)
        if (strncmp(text, full_width[i], strlen(full_width[i])) == 0)
            return true;
    return false;
}

/* `text` without what could harm; CR LF becomes the line end that it is. */
static void make_harmless(struct text *out, const char *text)
{
    static const char unknown[] = "\xEF\xBF\xBD";
    size_t length = strlen(text);
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i);
        bool kept = sequence > 0 &&
                    (text[i] == '\n' || text[i] == '\t' || !utf8_is_hidden(utf8_point(text + i, sequence)));
        if (kept)
            text_add(out, text + i, sequence);
        else if (text[i] != '\r' || text[i + 1] != '\n')
            text_say(out, unknown);
        i += sequence == 0 ? 1 : sequence;
    }
}

void csv_text(struct csv *csv, const char *text)
{
    struct text cell = {0};
    csv_next(csv);
    if (needs_apostrophe(text))
        text_say(&cell, "'");
    make_harmless(&cell, text);
    const char *bytes = cell.bytes == NULL ? "" : cell.bytes;
    const bool blanks = bytes[0] == ' ' || (cell.length > 0 && bytes[cell.length - 1] == ' ');
    if (!blanks && strpbrk(bytes, ",;\"\t\n") == NULL) {
        fputs(bytes, csv->file);
    } else {
        fputc('"', csv->file);
        for (const char *at = bytes; *at != '\0'; at++) {
            if (*at == '"')
                fputc('"', csv->file);
            fputc(*at, csv->file);
        }
        fputc('"', csv->file);
    }
    text_free(&cell);
}
