#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/quantity.h"
#include "scenario/units.h"

enum {
    MOST_DIGITS = 17,
    SHORT_DIGITS = 6,
    PERCENT_DIGITS = 2,
    LEAST_POWER = -6,
    MOST_POWER = 15,
    NUMBER_SIZE = 48
};

/* The shortest digits that strtod returns to `value`, as "d.ddde+xx". */
static void shortest(double value, char *text, size_t size)
{
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
        snprintf(text, size, "%.*e", digits - 1, value);
        if (strtod(text, NULL) == value)
            return;
    }
}

/* `value` times ten to the `shift`, moved as a decimal. */
static void write_decimal(struct text *out, double value, int shift)
{
    char text[NUMBER_SIZE];
    require(isfinite(value));
    shortest(fabs(value), text, sizeof text);
    char *mark = strchr(text, 'e');
    int power = atoi(mark + 1) + shift;
    *mark = '\0';
    char digits[NUMBER_SIZE];
    int count = 0;
    for (const char *at = text; *at != '\0'; at++)
        if (*at != '.')
            digits[count++] = *at;
    digits[count] = '\0';

    text_say(out, signbit(value) && value != 0 ? "-" : "");
    if (value == 0) {
        text_say(out, "0");
    } else if (power < LEAST_POWER || power > MOST_POWER) {
        text_print(out, "%c%s%se%d", digits[0], count > 1 ? "." : "", digits + 1, power);
    } else if (power < 0) {
        text_say(out, "0.");
        for (int i = -1; i > power; i--)
            text_say(out, "0");
        text_say(out, digits);
    } else {
        for (int i = 0; i <= power; i++)
            text_add(out, i < count ? digits + i : "0", 1);
        if (count > power + 1)
            text_print(out, ".%s", digits + power + 1);
    }
}

void write_real(struct text *out, double value, const char *like)
{
    write_decimal(out, value, 0);
    const char *unit = like == NULL ? "" : like + strspn(like, "+-.0123456789eE");
    if (unit != like && *unit == ' ')
        text_say(out, unit);
}

void write_share(struct text *out, double value, const char *like)
{
    if (like != NULL && *like != '\0' && strchr(like, '%') == NULL) {
        write_decimal(out, value, 0);
    } else {
        write_decimal(out, value, PERCENT_DIGITS);
        text_say(out, " %");
    }
}

/* In one unit when that takes few digits: returns false, with nothing written, when it does not. */
static bool write_in_unit(struct text *out, sim_time value, const struct unit *unit)
{
    if (value % unit->length == 0) {
        text_print(out, "%lld %s", (long long)(value / unit->length), unit->name);
        return true;
    }
    char text[NUMBER_SIZE];
    snprintf(text, sizeof text, "%.*g %s", SHORT_DIGITS, (double)value / (double)unit->length, unit->name);
    sim_time back;
    if (read_duration(text, &back).fault != FAULT_NONE || back != value || strchr(text, 'e') != NULL)
        return false;
    text_say(out, text);
    return true;
}

void write_duration(struct text *out, sim_time value, const char *like)
{
    const struct unit *unit = NULL;
    size_t letters = like == NULL ? 0 : strcspn(like, "usmhdw");
    if (like != NULL && strchr(like + letters, ' ') == NULL)
        unit = duration_unit(like + letters, strlen(like + letters));
    for (size_t i = 0; unit == NULL && i + 1 < DURATION_UNIT_COUNT; i++)
        if (value % duration_units[i + 1].length == 0 && value >= duration_units[i + 1].length)
            unit = &duration_units[i + 1];
    if (unit == NULL)
        unit = &duration_units[DURATION_UNIT_COUNT - 1];
    if (value == SIM_NEVER) {
        text_say(out, "never");
        return;
    }
    if (write_in_unit(out, value, unit))
        return;
    const char *between = "";
    for (size_t i = 0; i < DURATION_UNIT_COUNT && value > 0; i++) {
        sim_time whole = value / duration_units[i].length;
        value %= duration_units[i].length;
        if (whole > 0) {
            text_print(out, "%s%lld %s", between, (long long)whole, duration_units[i].name);
            between = " ";
        }
    }
}

static bool write_rate_in(struct text *out, double per_hour, const struct unit *unit)
{
    double guess = per_hour / rate_per_hour(1, unit);
    const double near[] = {guess, nextafter(guess, INFINITY), nextafter(guess, 0)};
    for (size_t i = 0; i < sizeof near / sizeof near[0]; i++)
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            char text[NUMBER_SIZE];
            snprintf(text, sizeof text, "%.*e", digits - 1, near[i]);
            double tried = strtod(text, NULL);
            bool readable = isfinite(tried) && (tried == 0 || tried >= DBL_MIN);
            if (readable && rate_per_hour(tried, unit) == per_hour) {
                write_decimal(out, tried, 0);
                text_print(out, " %s", unit->name);
                return true;
            }
        }
    return false;
}

void write_rate(struct text *out, double per_hour, const char *like)
{
    const char *slash = like == NULL ? NULL : strchr(like, '/');
    const struct unit *unit = slash == NULL ? NULL : rate_unit(slash);
    if (unit != NULL && write_rate_in(out, per_hour, unit))
        return;
    write_decimal(out, per_hour, 0);
    text_say(out, " /h");
}

void write_clock(struct text *out, sim_time since_midnight)
{
    long long seconds = since_midnight / SIM_SECOND;
    enum { SIXTY = 60 };
    text_print(out, "%02lld:%02lld", seconds / SIXTY / SIXTY, seconds / SIXTY % SIXTY);
    if (seconds % SIXTY != 0)
        text_print(out, ":%02lld", seconds % SIXTY);
}
