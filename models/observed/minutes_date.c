/* Days as people write them: 2011-10-15, 15.10.2011, 15 October 2011, Oct 15, 2011; and 15/10/2011, of which
 * only the whole column may say whether the day or the month stands first. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "observed/date.h"
#include "observed/minutes_parts.h"

enum { MONTHS = 12, MOST_NUMBERS = 3, DIGITS_OF_A_YEAR = 4, LONGEST_DATE = 80 };

/* A date in parts. */
struct date_parts {
    int numbers[MOST_NUMBERS], digits[MOST_NUMBERS];
    char behind[MOST_NUMBERS]; /* what stands behind each number */
    int count, month;          /* month: named, 0: not */
};

static struct minutes_date not_read(const char *why)
{
    return (struct minutes_date){.state = DATE_NOT_READ, .why = why};
}

static struct minutes_date known_day(int year, int month, int of_month)
{
    char iso[LONGEST_DATE];
    struct minutes_date date = {.state = DATE_KNOWN};
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, of_month);
    return date_read(iso, &date.day) ? date : not_read("there is no such day");
}

/* Where the time of day begins in it: at the hour before the first colon, or at its end. */
static size_t before_the_time(const char *words)
{
    size_t at = strcspn(words, ":");
    if (words[at] == '\0')
        return at;
    while (at > 0 && isdigit((unsigned char)words[at - 1]))
        at--;
    return at > 0 && (words[at - 1] == 'T' || words[at - 1] == 't') ? at - 1 : at;
}

/* A word in a date is a month, or stands beside it. */
static bool take_date_word(struct date_parts *parts, const char *form, const struct minutes_words *words)
{
    const int month = minutes_meaning(&words->months, form);
    if (month > 0 && parts->month == 0) {
        parts->month = month;
        return true;
    }
    return month < 0 && (*form == '\0' || minutes_meaning(&words->beside, form) >= 0);
}

static bool take_date_number(struct date_parts *parts, const char *digits, size_t length)
{
    if (parts->count == MOST_NUMBERS || length > DIGITS_OF_A_YEAR + 1)
        return false;
    parts->numbers[parts->count] = (int)strtol(digits, NULL, 10);
    parts->digits[parts->count] = (int)length;
    parts->behind[parts->count++] = digits[length];
    return true;
}

/* False where something in it is neither a number nor a word of dates. */
static bool split_date(const char *written, const struct minutes_words *words, struct arena *arena,
                       struct date_parts *parts)
{
    const char *text = arena_text(arena, written, before_the_time(written));
    bool fine = true;
    for (const char *at = text; *at != '\0' && fine;) {
        const char *from = at;
        if (isdigit((unsigned char)*at)) {
            at += strspn(at, "0123456789");
            fine = take_date_number(parts, from, (size_t)(at - from));
        } else {
            at += strcspn(at, "0123456789 ,./-");
            fine = take_date_word(parts, minutes_form(from, (size_t)(at - from), arena), words);
            at += strspn(at, " ,./-");
        }
    }
    return fine;
}

static struct minutes_date with_named_month(const struct date_parts *parts)
{
    if (parts->count == 2 && parts->digits[1] == DIGITS_OF_A_YEAR)
        return known_day(parts->numbers[1], parts->month, parts->numbers[0]);
    if (parts->count == 2 && parts->digits[0] == DIGITS_OF_A_YEAR)
        return known_day(parts->numbers[0], parts->month, parts->numbers[1]);
    return not_read(parts->count < 2 ? "this date has no year"
                                     : "the year of this date must have four digits");
}

/* Two numbers, then the year: with points the day stands first everywhere. */
static struct minutes_date year_last(const struct date_parts *parts)
{
    const int first = parts->numbers[0], second = parts->numbers[1], year = parts->numbers[2];
    if (parts->behind[0] == '.')
        return known_day(year, second, first);
    struct minutes_date date = {
        .state = DATE_OPEN, .year = year, .first = first, .second = second, .slashed = true};
    if (first == second || first > MONTHS || second > MONTHS)
        date.state = DATE_KNOWN;
    const struct minutes_date known =
        second > MONTHS ? known_day(year, first, second) : known_day(year, second, first);
    if (date.state == DATE_OPEN)
        return date;
    date.state = known.state;
    date.day = known.day;
    date.why = known.why;
    return date;
}

struct minutes_date minutes_date_read(const char *words, const struct minutes_words *list,
                                      struct arena *arena)
{
    static const char forms[] = "this is no date that can be read; write it as in 2011-10-15";
    struct date_parts parts = {0};
    if (strlen(words) > LONGEST_DATE || !split_date(words, list, arena, &parts))
        return not_read(forms);
    if (parts.month > 0)
        return with_named_month(&parts);
    if (parts.count == MOST_NUMBERS && parts.digits[0] == DIGITS_OF_A_YEAR && parts.digits[1] <= 2 &&
        parts.digits[2] <= 2)
        return known_day(parts.numbers[0], parts.numbers[1], parts.numbers[2]);
    if (parts.count == MOST_NUMBERS && parts.digits[2] == DIGITS_OF_A_YEAR && parts.digits[0] <= 2 &&
        parts.digits[1] <= 2)
        return year_last(&parts);
    if (parts.count == MOST_NUMBERS && parts.digits[2] <= 2)
        return not_read("the year of this date must have four digits");
    return not_read(parts.count == 2 ? "this date has no year" : forms);
}

struct minutes_date minutes_date_settle(struct minutes_date date, bool day_first)
{
    if (date.state != DATE_OPEN)
        return date;
    return day_first ? known_day(date.year, date.second, date.first)
                     : known_day(date.year, date.first, date.second);
}
