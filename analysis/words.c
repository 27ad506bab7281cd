#include "analysis/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double percent = 100, grouped_from = 10000, per_group = 1000;

// clang-format off
static const struct phrase phrases[] = {
    {"decisions_per_hour",       "decided",   "proposals per hour",                       "as many", "fewer"},
    {"decisions_per_day",        "decided",   "proposals per day",                        "as many", "fewer"},
    {"decisions_per_session_hour", "decided", "proposals per hour of meeting",            "as many", "fewer"},
    {"dispositions_per_day",     "disposed of", "proposals per day",                      "as many", "fewer"},
    {"passes_per_session_hour",  "passed",    "proposals per hour of meeting",            "as many", "fewer"},
    {"decided",                  "decided",   "proposals",                                "as many", "fewer"},
    {"hours_per_decision",       "took",      "people's hours for each decision",      "as many", "fewer"},
    {"person_hours_per_decision", "took",     "people's hours for each decision",      "as many", "fewer"},
    {"participant_hours_per_decision", "took", "people's hours for each decision",     "as many", "fewer"},
    {"person_hours",             "took",      "people's hours",                        "as many", "fewer"},
    {"time_to_decision",         "took",      "time from proposal to decision",           "as much", "less"},
    {"backlog_mean",             "left",      "proposals waiting",                        "as many", "fewer"},
    {"common_knowledge",         "left",      "shared understanding",                     "as much", "less"},
    {"facets_voiced",            "heard",     "sides of each matter",                     "as many", "fewer"},
    {"coverage",                 "left each person with", "knowledge of the matters",     "as much", "less"},
    {"voice_gini",               "had",       "inequality of speaking time",              "as much", "less"},
    {"never_spoke",              "left",      "people who never spoke",                   "as many", "fewer"},
    {"effective_speakers",       "gave a real voice to", "people",                        "as many", "fewer"},
    {"agreement",                "ended with", "agreement",                               "as much", "less"},
};
static const struct {const char *unit, *words;} units[] = {
    {"1", ""}, {"", ""}, {"h-1", " per hour"}, {"d-1", " per day"}, {"h", " hours"}, {"d", " days"}, {"min", " minutes"},
    {"s", " seconds"},
};
// clang-format on

const struct phrase *phrase_of(const char *measure)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (strcmp(phrases[i].measure, measure) == 0)
            return &phrases[i];
    return NULL;
}

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
    enum { DIGITS = 3, MOST_DECIMALS = 6 };
    if (isnan(number)) {
        text_say(out, "unknown");
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
    int whole = size > 0 ? (int)floor(log10(size)) + 1 : 1;
    int decimals = whole >= DIGITS ? 0 : DIGITS - whole;
    if (decimals > MOST_DECIMALS)
        decimals = MOST_DECIMALS;
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

void say_range(struct text *out, double low, double high)
{
    say_number(out, low);
    text_say(out, " to ");
    say_number(out, high);
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
