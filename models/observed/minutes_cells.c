/* Numbers in cells. A cell that can be read in two ways is not read. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "observed/minutes_parts.h"

enum { LONGEST_NUMBER = 40 };
static const double longest_hearing = 24 * 60; /* minutes */
static const double most_amendments = 1000;

/* A number that is written with digits and at most one point (or comma, where that is the decimal sign);
 * where it ends, or NULL. */
static const char *number_in(const char *at, bool commas, double *value)
{
    char plain[LONGEST_NUMBER];
    size_t length = strspn(at, "0123456789"), whole = length;
    if (length > 0 && (at[length] == '.' || (commas && at[length] == ',')))
        length += 1 + strspn(at + length + 1, "0123456789");
    if (whole == 0 || length >= sizeof plain || at[length - 1] == '.' || at[length - 1] == ',')
        return NULL;
    memcpy(plain, at, length);
    plain[length] = '\0';
    if (plain[whole] == ',')
        plain[whole] = '.';
    *value = strtod(plain, NULL);
    return at + length;
}

static const char *past_blanks(const char *at)
{
    return at + strspn(at, " ");
}

/* Adds one number with its unit, which is that many minutes; NULL where it is none. Without a unit it counts
 * minutes. */
static const char *one_length(const char *at, bool commas, const struct minutes_words *list,
                              struct arena *arena, double *minutes, int *unit)
{
    double number;
    at = number_in(at, commas, &number);
    if (at == NULL)
        return NULL;
    at = past_blanks(at);
    const size_t length = strcspn(at, "0123456789 ,:");
    const char *form = minutes_form(at, length, arena);
    *unit = *form == '\0' && length == 0 ? 1 : minutes_meaning(&list->units, form);
    if (*unit < 0)
        return NULL;
    *minutes += number * *unit;
    return past_blanks(at + length);
}

const char *minutes_length_read(const char *words, bool commas, const struct minutes_words *list,
                                struct arena *arena, double *minutes)
{
    if (strchr(words, ':') != NULL)
        return "this may be hours and minutes or minutes and seconds; write minutes, as in 70";
    if (!commas && strchr(words, ',') != NULL)
        return "write decimals with a point, as in 12.5";
    double sum = 0;
    int unit = 0, smaller = 0;
    const char *at = one_length(past_blanks(words), commas, list, arena, &sum, &unit);
    if (at != NULL && *at != '\0' && unit > 1)
        at = one_length(at, commas, list, arena, &sum, &smaller); /* "1 h 10 min" */
    if (smaller >= unit)
        at = NULL;
    if (at == NULL || *at != '\0')
        return "this is no number of minutes; write it as in 25, or 1 h 10 min";
    if (!(sum > 0 && sum <= longest_hearing))
        return "a proposal is heard for more than 0 minutes and at most a day";
    *minutes = sum;
    return NULL;
}

const char *minutes_count_read(const char *words, double most, double *count)
{
    const size_t digits = strspn(words, "0123456789");
    if (digits > 0 && digits < LONGEST_NUMBER && words[digits] == '\0') {
        *count = strtod(words, NULL);
        return *count <= most ? NULL : "this number is too large";
    }
    if (digits > 0 && (words[digits] == '.' || words[digits] == ','))
        return "a point or comma means one thing in some countries and another in others; write a whole "
               "number, as in 1200";
    return "this is no whole number; write it as in 120";
}

const char *minutes_amendments_read(const char *words, const struct minutes_words *list, struct arena *arena,
                                    double *count)
{
    const int said = minutes_meaning(&list->switches, minutes_form(words, strlen(words), arena));
    if (said >= 0) {
        *count = said;
        return NULL;
    }
    if (!isdigit((unsigned char)*words))
        return "this is no number of amendments; write it as in 2, or yes or no";
    return minutes_count_read(words, most_amendments, count);
}
