#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "scenario/quantity.h"
#include "scenario/units.h"

enum { LONGEST_NUMBER = 120, MOST_EXPONENT = 100000, PERCENT_DIGITS = 2, COUNT_BASE = 10 };

#define EXACT_WHOLE 9007199254740992.0 /* 2^53: from here doubles skip whole numbers */

/* A decimal number cut into mantissa and exponent. Hexadecimal, infinities and NaN, which strtod would take,
 * are none. */
struct decimal {
    char mantissa[LONGEST_NUMBER + 1];
    int exponent;
    const char *rest; /* what follows, without blanks before it; NULL when there is no number */
};

static const char *digits_end(const char *at)
{
    while (isdigit((unsigned char)*at))
        at++;
    return at;
}

/* Also the blanks that a word processor puts between a number and its unit. */
static const char *blanks_end(const char *at)
{
    for (;;) {
        size_t sequence = utf8_sequence(at, strlen(at));
        bool odd = sequence > 1 && utf8_is_odd_blank(utf8_point(at, sequence));
        if (!odd && *at != ' ' && *at != '\t' && *at != '\n')
            return at;
        at += sequence;
    }
}

static struct decimal cut_decimal(const char *text)
{
    struct decimal number = {.rest = NULL};
    const char *start = text + (*text == '-' || *text == '+' ? 1 : 0);
    const char *whole_end = digits_end(start);
    const char *end = *whole_end == '.' ? digits_end(whole_end + 1) : whole_end;
    size_t digits = (size_t)(end - start) - (*whole_end == '.' ? 1 : 0);
    if (digits == 0 || end - text > LONGEST_NUMBER)
        return number;
    memcpy(number.mantissa, text, (size_t)(end - text));
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1 + (end[1] == '-' || end[1] == '+' ? 1 : 0);
        if (digits_end(exponent) > exponent) {
            long power = strtol(end + 1, NULL, COUNT_BASE);
            number.exponent = power > MOST_EXPONENT    ? MOST_EXPONENT
                              : power < -MOST_EXPONENT ? -MOST_EXPONENT
                                                       : (int)power;
            end = digits_end(exponent);
        }
    }
    number.rest = blanks_end(end);
    return number;
}

static bool is_zero(const struct decimal *number)
{
    return strpbrk(number->mantissa, "123456789") == NULL;
}

static enum fault decimal_value(const struct decimal *number, int shift, double *value)
{
    if (number->rest == NULL)
        return FAULT_NO_NUMBER;
    char text[LONGEST_NUMBER + 16];
    snprintf(text, sizeof text, "%se%d", number->mantissa, number->exponent + shift);
    *value = strtod(text, NULL);
    if (!isfinite(*value))
        return FAULT_TOO_LARGE;
    if (fabs(*value) < DBL_MIN && !is_zero(number))
        return FAULT_TOO_SMALL;
    return FAULT_NONE;
}

static struct reading wrong_unit(const char *unit)
{
    /* half of the world writes a comma where the other half writes a point */
    return *unit == ',' && isdigit((unsigned char)unit[1])
               ? (struct reading){.fault = FAULT_COMMA}
               : (struct reading){FAULT_WRONG_UNIT, unit, strlen(unit)};
}

struct reading read_real(const char *text, const char *unit, double *value)
{
    struct decimal number = cut_decimal(text);
    enum fault fault = decimal_value(&number, 0, value);
    if (fault == FAULT_NONE && *number.rest != '\0' && (unit == NULL || strcmp(number.rest, unit) != 0))
        return wrong_unit(number.rest);
    return (struct reading){.fault = fault};
}

struct reading read_count(const char *text, int64_t *value)
{
    struct decimal number = cut_decimal(text);
    double real;
    enum fault fault = decimal_value(&number, 0, &real);
    if (fault != FAULT_NONE)
        return (struct reading){.fault = fault == FAULT_TOO_SMALL ? FAULT_NOT_WHOLE : fault};
    if (*number.rest != '\0')
        return wrong_unit(number.rest);
    errno = 0;
    char *end;
    *value = strtoll(text, &end, COUNT_BASE);
    if (*end == '\0')
        return (struct reading){.fault = errno == ERANGE ? FAULT_TOO_LARGE : FAULT_NONE};
    if (real != floor(real))
        return (struct reading){.fault = FAULT_NOT_WHOLE};
    if (strpbrk(text, "eE") == NULL)
        return (struct reading){.fault = FAULT_POINT};
    if (fabs(real) > EXACT_WHOLE)
        return (struct reading){.fault = FAULT_TOO_LARGE};
    *value = (int64_t)real; /* "1e6" */
    return (struct reading){0};
}

struct reading read_share(const char *text, double *value)
{
    struct decimal number = cut_decimal(text);
    if (number.rest != NULL && *number.rest != '\0' && strcmp(number.rest, "%") != 0)
        return wrong_unit(number.rest);
    int shift = number.rest != NULL && *number.rest == '%' ? -PERCENT_DIGITS : 0;
    return (struct reading){.fault = decimal_value(&number, shift, value)};
}

static size_t unit_length(const char *at)
{
    size_t length = strcspn(at, " \t\n0123456789.,+-");
    return length == 0 ? strlen(at) : length;
}

/* One part of a duration, in long double so that microseconds keep all their digits up to 2^63. */
static enum fault part_value(const struct decimal *number, const struct unit *unit, sim_time *value)
{
    char text[LONGEST_NUMBER + 16];
    snprintf(text, sizeof text, "%se%d", number->mantissa, number->exponent);
    long double microseconds = strtold(text, NULL) * (long double)unit->length;
    if (microseconds < 0)
        return FAULT_NEGATIVE;
    if (!(microseconds < (long double)SIM_NEVER))
        return FAULT_TOO_LARGE;
    *value = (sim_time)llrintl(microseconds);
    if (*value == 0 && !is_zero(number))
        return FAULT_TOO_SMALL;
    return FAULT_NONE;
}

struct reading read_duration(const char *text, sim_time *value)
{
    const struct unit *before = NULL;
    *value = 0;
    do {
        struct decimal number = cut_decimal(text);
        if (number.rest == NULL)
            return (struct reading){.fault = FAULT_NO_NUMBER};
        if (*number.rest == '\0')
            return (struct reading){.fault = FAULT_NO_UNIT};
        if (*number.rest == ',')
            return wrong_unit(number.rest);
        size_t length = unit_length(number.rest);
        const struct unit *unit = duration_unit(number.rest, length);
        if (unit == NULL)
            return (struct reading){FAULT_WRONG_UNIT, number.rest, length};
        sim_time part = 0;
        enum fault fault = part_value(&number, unit, &part);
        if (fault == FAULT_NONE && before != NULL && unit->length >= before->length)
            fault = FAULT_ORDER;
        if (fault == FAULT_NONE && (__builtin_add_overflow(*value, part, value) || *value == SIM_NEVER))
            fault = FAULT_TOO_LARGE;
        if (fault != FAULT_NONE)
            return (struct reading){.fault = fault};
        before = unit;
        text = blanks_end(number.rest + length);
    } while (*text != '\0');
    return (struct reading){0};
}

struct reading read_rate(const char *text, double *per_hour)
{
    struct decimal number = cut_decimal(text);
    double count;
    enum fault fault = decimal_value(&number, 0, &count);
    if (fault != FAULT_NONE)
        return (struct reading){.fault = fault};
    if (*number.rest == '\0')
        return (struct reading){.fault = FAULT_NO_UNIT};
    const struct unit *unit = rate_unit(number.rest);
    if (unit == NULL)
        return wrong_unit(number.rest);
    if (count < 0)
        return (struct reading){.fault = FAULT_NEGATIVE};
    *per_hour = rate_per_hour(count, unit);
    if (!isfinite(*per_hour))
        return (struct reading){.fault = FAULT_TOO_LARGE};
    return (struct reading){0};
}

/* "7pm", "7:30 p.m.": the hours 12, 1 ... 11 of the half of the day. False when it is not written so. */
static bool read_half_day(const char *text, sim_time *since_midnight, enum fault *fault)
{
    enum { HALF = 12, SIXTY = 60, TWO_DIGITS = 2, BASE = 10 };
    char *end;
    if (!isdigit((unsigned char)*text))
        return false;
    long hour = strtol(text, &end, BASE), minute = 0;
    if (end - text > TWO_DIGITS)
        return false;
    if (*end == ':') {
        const char *minutes = end + 1;
        if (digits_end(minutes) - minutes != TWO_DIGITS)
            return false;
        minute = strtol(minutes, &end, BASE);
    }
    static const char *const halves[] = {"am", "pm", "a.m.", "p.m."};
    const char *half = blanks_end(end);
    for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++) {
        if (strcasecmp(half, halves[i]) != 0)
            continue;
        *fault = hour < 1 || hour > HALF || minute >= SIXTY ? FAULT_TOO_LARGE : FAULT_NONE;
        *since_midnight = (hour % HALF + (i % 2 == 1 ? HALF : 0)) * SIM_HOUR + minute * SIM_MINUTE;
        return true;
    }
    return false;
}

struct reading read_clock(const char *text, sim_time *since_midnight)
{
    enum fault half_day;
    if (read_half_day(text, since_midnight, &half_day))
        return (struct reading){.fault = half_day};
    enum { HOURS, MINUTES, SECONDS, PARTS, HOURS_A_DAY = 24, SIXTY = 60, TWO_DIGITS = 2 };
    int parts[PARTS] = {0};
    int count = 0;
    for (;;) {
        const char *end = digits_end(text);
        bool short_hour = count == HOURS && end - text == 1;
        if (count == PARTS || (end - text != TWO_DIGITS && !short_hour))
            return (struct reading){.fault = FAULT_NO_NUMBER};
        parts[count++] = atoi(text);
        text = end;
        if (*text != ':')
            break;
        text++;
    }
    if (*text != '\0' || count <= MINUTES)
        return (struct reading){.fault = FAULT_NO_NUMBER};
    if (parts[HOURS] >= HOURS_A_DAY || parts[MINUTES] >= SIXTY || parts[SECONDS] >= SIXTY)
        return (struct reading){.fault = FAULT_TOO_LARGE};
    *since_midnight = parts[HOURS] * SIM_HOUR + parts[MINUTES] * SIM_MINUTE + parts[SECONDS] * SIM_SECOND;
    return (struct reading){0};
}
