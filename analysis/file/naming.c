#include "analysis/file/naming.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

// clang-format off
/* What the bins of a histogram count, where the name of its dimension does not say it. */
static const struct {const char *dimension, *words;} bins[] = {
    {"circle_size_bin", "people in the circle"}, {"first_knowers", "people who knew the facet at first"},
    {"visit", "hearings"}, {"rank", "rank of the speaker"}, {"cascade_people", "people in the cascade"},
    {"tenure_bin", "time here: 1 less than a day, 2 than 3, 3 than 7, 4 than 14, 5 than 30 days, 6 longer"},
};
// clang-format on

const struct phrase *phrase_of(const struct results_measure *measure)
{
    return measure->phrase.verb == NULL || measure->phrase.verb[0] == '\0' ? NULL : &measure->phrase;
}

void say_subject(struct text *out, const struct results_measure *measure)
{
    const struct phrase *phrase = phrase_of(measure);
    if (phrase == NULL)
        say_within(out, measure->meaning);
    else
        text_say(out, phrase->noun);
}

const char *title_of(const struct results_measure *measure)
{
    const char *title = measure->phrase.title;
    return title == NULL || title[0] == '\0' ? measure->meaning : title;
}

void say_title(struct text *out, const struct results_measure *measure)
{
    const char *title = title_of(measure), *unit = unit_of_axis(measure->unit);
    say_plain(out, title);
    if (unit == NULL) {
        text_say(out, " [");
        say_plain(out, measure->unit);
        text_say(out, "]");
    } else if (unit[0] != '\0' && strcasestr(title, strrchr(unit, ' ') + 1) == NULL) {
        text_print(out, ", %s", unit); /* "Person-hours" says it already */
    }
}

double shown_factor(const struct results_measure *measure)
{
    static const double percent = 100;
    static const char share[] = "share of";
    const bool is_share = strcmp(measure->unit, "1") == 0 && (strcasestr(title_of(measure), share) != NULL ||
                                                              strcasestr(measure->meaning, share) != NULL);
    return is_share ? percent : 1;
}

struct shown shown_up_to(const struct results_measure *measure, double most)
{
    static const double hours_a_day = 24, many_hours = 72;
    const bool is_time = strcmp(measure->unit, "h") == 0 && strcasestr(title_of(measure), "hours") == NULL &&
                         strcasestr(title_of(measure), "presence") == NULL;
    if (is_time && most > many_hours)
        return (struct shown){1 / hours_a_day, "d"};
    return (struct shown){shown_factor(measure), measure->unit};
}

static void say_percent_sign(struct text *out, const struct results_measure *measure)
{
    text_say(out, shown_factor(measure) > 1 ? " %" : "");
}

void say_value(struct text *out, const struct results_measure *measure, double value)
{
    say_number(out, shown_factor(measure) * value);
    if (isfinite(value))
        say_percent_sign(out, measure);
}

void say_values(struct text *out, const struct results_measure *measure, double low, double high)
{
    say_range(out, shown_factor(measure) * low, shown_factor(measure) * high);
    say_percent_sign(out, measure);
}

void say_bins(struct text *out, const char *dimension)
{
    for (size_t i = 0; i < sizeof bins / sizeof *bins; i++)
        if (strcmp(bins[i].dimension, dimension) == 0) {
            text_say(out, bins[i].words);
            return;
        }
    for (const char *at = dimension; *at != '\0'; at++)
        text_add(out, *at == '_' ? " " : at, 1);
}

void say_runs_of(struct text *out, const struct results *results)
{
    const size_t fewest = results_fewest(results);
    if (fewest < results->replications)
        text_print(out, "%zu to ", fewest);
    say_size(out, results->replications);
}

void say_sites(struct text *out, const struct results *results)
{
    if (results->sites.count > 1)
        text_print(out, "Counts and hours are added up over the %zu sites; all else is their mean.\n",
                   results->sites.count);
}

void say_setting(struct text *out, const struct results *results, const char *path)
{
    unsigned long site = ULONG_MAX;
    int length = 0;
    if (sscanf(path, "sites[%lu].%n", &site, &length) != 1 || length == 0 || path[length] == '\0' ||
        site >= results->sites.count) {
        say_plain(out, path);
        return;
    }
    say_plain(out, path + length);
    if (results->sites.count > 1) {
        text_say(out, " of ");
        say_plain(out, results->sites.names[site]);
    }
}

/* Elements of a list mean the same: "sites[3].people" as "sites[0].people". */
static bool same_but_element(const char *one, const char *other)
{
    const char *open = strchr(one, '['), *close = strchr(other, ']');
    if (open == NULL || close == NULL || strncmp(one, other, (size_t)(open - one) + 1) != 0)
        return strcmp(one, other) == 0;
    const char *rest = strchr(open, ']');
    return rest != NULL && strcmp(rest, close) == 0;
}

/* Up to what is only said besides; a comma ends it where enough stands before. */
static size_t length_of_first(const char *meaning)
{
    enum { ENOUGH = 20 };
    const size_t length = strcspn(meaning, ";("), comma = strcspn(meaning, ",");
    return comma < length && comma >= ENOUGH ? comma : length;
}

/* The meaning up to there, nothing where the file does not say. */
static void find_meaning(struct text *first, const struct results *results, const char *path)
{
    const struct provenance *provenance = &results->provenance;
    for (size_t i = 0; i < provenance->setting_count && first->length == 0; i++) {
        const char *meaning = provenance->settings[i].meaning;
        if (meaning[0] != '\0' && same_but_element(provenance->settings[i].path, path))
            text_add(first, meaning, length_of_first(meaning));
    }
    while (first->length > 0 && first->bytes[first->length - 1] == ' ')
        first->bytes[--first->length] = '\0';
}

void say_meaning_of_setting(struct text *out, const struct results *results, const char *path)
{
    struct text first = {0};
    find_meaning(&first, results, path);
    if (first.length > 0) {
        say_within(out, first.bytes);
        text_say(out, " (");
    }
    text_say(out, "`");
    say_setting(out, results, path);
    text_say(out, first.length > 0 ? "`)" : "`");
    text_free(&first);
}

void say_title_of_setting(struct text *out, const struct results *results, const char *path)
{
    struct text first = {0};
    unsigned long site = ULONG_MAX;
    find_meaning(&first, results, path);
    if (first.length == 0) {
        say_setting(out, results, path);
        return;
    }
    say_plain(out, first.bytes);
    if (sscanf(path, "sites[%lu].", &site) == 1 && results->sites.count > 1 && site < results->sites.count) {
        text_say(out, ", ");
        say_plain(out, results->sites.names[site]);
    }
    text_free(&first);
}

void say_design(struct text *out, const struct results *results, size_t design)
{
    text_say(out, "\xE2\x80\x9C");
    say_plain(out, results->designs.names[design]);
    text_say(out, "\xE2\x80\x9D");
}
