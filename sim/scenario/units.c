#include "scenario/units.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "scenario/quantity.h"

const struct unit duration_units[DURATION_UNIT_COUNT] = {
    {"w", SIM_WEEK},           {"d", SIM_DAY}, {"h", SIM_HOUR}, {"min", SIM_MINUTE}, {"s", SIM_SECOND},
    {"ms", SIM_SECOND / 1000}, {"us", 1},
};

const struct unit rate_units[RATE_UNIT_COUNT] = {
    {"/week", SIM_WEEK}, {"/d", SIM_DAY}, {"/h", SIM_HOUR}, {"/min", SIM_MINUTE}, {"/s", SIM_SECOND},
};

static const struct unit *unit_named(const struct unit *units, size_t count, const char *name, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(units[i].name) == length && memcmp(units[i].name, name, length) == 0)
            return &units[i];
    return NULL;
}

/* One rounding whichever way the unit goes, so that "6 /min" and "360 /h" are the same rate. */
double rate_per_hour(double count, const struct unit *unit)
{
    if (unit->length >= SIM_HOUR) {
        sim_time hours = unit->length / SIM_HOUR;
        return count / (double)hours;
    }
    sim_time in_an_hour = SIM_HOUR / unit->length;
    return count * (double)in_an_hour;
}

// clang-format off
static const struct {
    const char *word, *duration, *rate;
} meant[] = {
    {"sec",     "s",   "/s"},    {"secs",    "s",   "/s"},    {"second", "s",   "/s"},    {"seconds", "s",   "/s"},
    {"m",       "min", "/min"},  {"mins",    "min", "/min"},  {"minute", "min", "/min"},  {"minutes", "min", "/min"},
    {"hr",      "h",   "/h"},    {"hrs",     "h",   "/h"},    {"hour",   "h",   "/h"},    {"hours",   "h",   "/h"},
    {"day",     "d",   "/d"},    {"days",    "d",   "/d"},    {"wk",     "w",   "/week"}, {"week",    "w",   "/week"},
    {"weeks",   "w",   "/week"}, {"w",       "w",   "/week"}, {"d",      "d",   "/d"},    {"h",       "h",   "/h"},
    {"min",     "min", "/min"},  {"s",       "s",   "/s"},    {"ms",     "ms",  NULL},    {"us",      "us",  NULL},
    {"microseconds", "us", NULL}, {"milliseconds", "ms", NULL}, {"\xC2\xB5s", "us", NULL},
};
// clang-format on

enum { MEANT = sizeof meant / sizeof meant[0] };

static size_t meant_by(const char *word, size_t length)
{
    size_t i = 0;
    while (i < MEANT && !(strlen(meant[i].word) == length && strncasecmp(meant[i].word, word, length) == 0))
        i++;
    return i;
}

const char *duration_unit_meant(const char *word, size_t length)
{
    size_t i = meant_by(word, length);
    return i == MEANT ? NULL : meant[i].duration;
}

/* What is left of " per day" without the words that make a rate of it. */
static const char *without_per(const char *word, size_t *length)
{
    static const char *const befores[] = {"/", "per", "an ", "a ", " "};
    const char *end = word + *length;
    for (size_t i = 0; i < sizeof befores / sizeof befores[0]; i++) {
        size_t before = strlen(befores[i]);
        while ((size_t)(end - word) > before && strncasecmp(word, befores[i], before) == 0)
            word += before;
    }
    *length = (size_t)(end - word);
    return word;
}

const char *rate_unit_meant(const char *word, size_t length)
{
    word = without_per(word, &length);
    size_t i = meant_by(word, length);
    return i == MEANT ? NULL : meant[i].rate;
}

/* "m" may be minutes or months. */
static bool is_ambiguous(const char *word, size_t length)
{
    return length == 1 && (*word == 'm' || *word == 'M');
}

const struct unit *duration_unit(const char *name, size_t length)
{
    const struct unit *unit = unit_named(duration_units, DURATION_UNIT_COUNT, name, length);
    const char *word = is_ambiguous(name, length) ? NULL : duration_unit_meant(name, length);
    return unit != NULL || word == NULL ? unit
                                        : unit_named(duration_units, DURATION_UNIT_COUNT, word, strlen(word));
}

/* A rate says that it is one: "4 days" is none. */
const struct unit *rate_unit(const char *name)
{
    size_t length = strlen(name);
    const struct unit *unit = unit_named(rate_units, RATE_UNIT_COUNT, name, length);
    const char *word = without_per(name, &length);
    const char *meant_unit =
        word == name || is_ambiguous(word, length) ? NULL : rate_unit_meant(word, length);
    return unit != NULL || meant_unit == NULL
               ? unit
               : unit_named(rate_units, RATE_UNIT_COUNT, meant_unit, strlen(meant_unit));
}
