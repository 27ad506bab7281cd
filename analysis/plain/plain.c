#include "analysis/plain/plain.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double percent = 100, grouped_from = 10000, per_group = 1000, least_plain = 1e-5;

// clang-format off
static const struct {const char *unit, *words, *axis;} units[] = {
    {"1", "", ""}, {"", "", ""}, {"h-1", " per hour", "per hour"}, {"d-1", " per day", "per day"},
    {"h", " hours", "in hours"}, {"d", " days", "in days"}, {"min", " minutes", "in minutes"},
    {"s", " seconds", "in seconds"},
};
// clang-format on

static void say_grouped(struct text *out, double number)
{
    double thousands = floor(number / per_group);
    if (thousands >= per_group)
        say_grouped(out, thousands);
    else
        text_print(out, "%.0f", thousands);
    text_print(out, ",%03.0f", number - thousands * per_group);
}

void say_number(struct text *out, double number)
{
    enum { DIGITS = 3 };
    if (isnan(number)) {
        text_say(out, "no value");
        return;
    }
    if (isinf(number)) {
        text_say(out, number > 0 ? "never" : "-never");
        return;
    }
    double size = fabs(number);
    if (number < 0)
        text_say(out, "-");
    if (size >= grouped_from) {
        say_grouped(out, round(size));
        return;
    }
    if (size > 0 && size < least_plain) {
        text_print(out, "%.1e", size);
        return;
    }
    /* printf itself rounds to three digits first, so that 99.99 is 100 and not 100.0. */
    char rounded[32];
    snprintf(rounded, sizeof rounded, "%.*e", DIGITS - 1, size);
    int whole = size > 0 ? atoi(strchr(rounded, 'e') + 1) + 1 : 1;
    int decimals = whole >= DIGITS ? 0 : DIGITS - whole;
    text_print(out, "%.*f", size == round(size) ? 0 : decimals, size);
}

void say_times(struct text *out, double ratio)
{
    const double many = 10;
    if (ratio >= many)
        text_print(out, "%.0f", ratio);
    else if (ratio >= 1)
        text_print(out, "%.1f", ratio);
    else
        text_print(out, "%.2f", ratio);
}

void say_percent(struct text *out, double share)
{
    double points = fabs(share) * percent;
    if (points >= 10 || points == 0)
        text_print(out, "%.0f %%", points);
    else
        text_print(out, "%.1f %%", points);
}

void say_count(struct text *out, double count)
{
    static const double whole_from = 10;
    say_number(out, fabs(count) >= whole_from ? round(count) : count);
}

/* What is close to zero has no digits that mean anything. */
static void say_around_zero(struct text *out, double low, double high)
{
    const int decimals = 2 - (int)floor(log10(fmax(-low, high)));
    if (decimals < 0) {
        say_number(out, low);
        text_say(out, " to ");
        say_number(out, high);
        return;
    }
    text_print(out, "%.*f to %.*f", decimals, low, decimals, high);
}

void say_range(struct text *out, double low, double high)
{
    if (low < 0 && high > 0 && isfinite(low) && isfinite(high)) {
        say_around_zero(out, low, high);
        return;
    }
    say_number(out, low);
    text_say(out, " to ");
    say_number(out, high);
}

void say_size(struct text *out, size_t runs)
{
    text_print(out, "%zu %s of each design", runs, runs == 1 ? "run" : "runs");
}

void say_runs(struct text *out, double runs)
{
    double step = runs < percent ? 1 : pow(10, floor(log10(runs)) - 1);
    text_say(out, "about ");
    say_number(out, ceil(runs / step) * step);
}

bool unshowable(const char *bytes, size_t length)
{
    enum { DELETE = 0x7F };
    unsigned char first = (unsigned char)bytes[0];
    if (length == 1)
        return first < ' ' || first == DELETE;
    unsigned char second = (unsigned char)bytes[1];
    if (length == 2)
        return first == 0xC2 && second < 0xA0;
    if (length != 3 || first != 0xE2)
        return false;
    /* U+2028 to U+202E and U+2066 to U+2069 */
    unsigned char third = (unsigned char)bytes[2];
    return (second == 0x80 && third >= 0xA8 && third <= 0xAE) ||
           (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

void say_plain(struct text *out, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i);
        if (sequence == 0)
            text_add_utf8(out, text + i, 1);
        else if (unshowable(text + i, sequence))
            text_say(out, " ");
        else
            text_add(out, text + i, sequence);
        i += sequence == 0 ? 1 : sequence;
    }
}

void say_within(struct text *out, const char *text)
{
    size_t start = out->length;
    say_plain(out, text);
    if (out->length > start + 1 && islower((unsigned char)out->bytes[start + 1]))
        out->bytes[start] = (char)tolower((unsigned char)out->bytes[start]);
}

const char *unit_of_axis(const char *unit)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, unit) == 0)
            return units[i].axis;
    return NULL;
}

void say_unit(struct text *out, const char *unit)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, unit) == 0) {
            text_say(out, units[i].words);
            return;
        }
    text_say(out, " ");
    say_plain(out, unit);
}

void plain_character(struct text *out, const char *bytes, size_t length)
{
    switch (bytes[0]) {
    case '&':
        text_say(out, "&amp;");
        break;
    case '<':
        text_say(out, "&lt;");
        break;
    case '>':
        text_say(out, "&gt;");
        break;
    case '"':
        text_say(out, "&quot;");
        break;
    case '\'':
        text_say(out, "&#39;");
        break;
    default:
        text_add(out, bytes, length);
    }
}

void plain_markup(struct text *out, const char *text)
{
    struct text valid = {0};
    say_plain(&valid, text);
    for (size_t i = 0; i < valid.length;) {
        const size_t sequence = utf8_sequence(valid.bytes + i, valid.length - i);
        plain_character(out, valid.bytes + i, sequence == 0 ? 1 : sequence);
        i += sequence == 0 ? 1 : sequence;
    }
    text_free(&valid);
}
