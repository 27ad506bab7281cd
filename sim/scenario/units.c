#include "scenario/units.h"

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

const struct unit *duration_unit(const char *name, size_t length)
{
    for (size_t i = 0; i < DURATION_UNIT_COUNT; i++)
        if (strlen(duration_units[i].name) == length && memcmp(duration_units[i].name, name, length) == 0)
            return &duration_units[i];
    return NULL;
}

const struct unit *rate_unit(const char *name)
{
    for (size_t i = 0; i < RATE_UNIT_COUNT; i++)
        if (strcmp(rate_units[i].name, name) == 0)
            return &rate_units[i];
    return NULL;
}

/* One rounding whichever way the unit goes, so that "6 /min" and "360 /h" are the same rate. */
double rate_per_hour(double count, const struct unit *unit)
{
    if (unit->length >= SIM_HOUR)
        return count / (double)(unit->length / SIM_HOUR);
    return count * (double)(SIM_HOUR / unit->length);
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

const char *rate_unit_meant(const char *word, size_t length)
{
    static const char *const befores[] = {"/", "per", "a", " "};
    for (size_t i = 0; i < sizeof befores / sizeof befores[0]; i++) {
        size_t before = strlen(befores[i]);
        while (length > before && strncmp(word, befores[i], before) == 0) {
            word += before;
            length -= before;
        }
    }
    size_t i = meant_by(word, length);
    return i == MEANT ? NULL : meant[i].rate;
}
