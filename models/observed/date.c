#include "observed/date.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool date_looks_like(const char *words)
{
    int dashes = 0, digits = 0;
    for (const char *at = words; *at != '\0'; at++) {
        dashes += *at == '-' ? 1 : 0;
        digits += isdigit((unsigned char)*at) ? 1 : 0;
    }
    return dashes == 2 && digits > 0 && (size_t)(dashes + digits) == strlen(words);
}

static bool is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of(int64_t year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

/* Days from 1 January 1970 to 1 January of the year, which is not before 1. */
static int64_t days_to(int64_t year)
{
    int64_t before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400 - 719162;
}

bool date_read(const char *words, int64_t *day)
{
    int year, month, of_month, length = 0;
    if (strlen(words) != 10 || sscanf(words, "%4d-%2d-%2d%n", &year, &month, &of_month, &length) != 3 ||
        length != 10 || !date_looks_like(words))
        return false;
    if (year < 1 || month < 1 || month > 12 || of_month < 1 || of_month > days_of(year, month))
        return false;
    *day = days_to(year) + of_month - 1;
    for (int before = 1; before < month; before++)
        *day += days_of(year, before);
    return true;
}

char *date_text(int64_t day, char *text, size_t room)
{
    int64_t year = 1970 + day / 366; /* not too late; the loops below go on from there */
    while (days_to(year + 1) <= day)
        year++;
    while (days_to(year) > day)
        year--;
    int64_t left = day - days_to(year);
    int month = 1;
    while (left >= days_of(year, month))
        left -= days_of(year, month++);
    snprintf(text, room, "%04d-%02d-%02d", (int)year, month, (int)left + 1);
    return text;
}
