#include "analysis/words/found_text.h"

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"

const char *fit_name(enum fit fit)
{
    static const char *const names[] = {"unknown", "fits", "too low", "too high"};
    return names[fit];
}

void fits_text(const struct fits *fits, struct text *out)
{
    text_print(out, "%zu of %zu fit", fits->good, fits->judged);
}

/* As the scenario wrote them, not rounded to the digits of an estimate. */
static const char as_given[] = "%.6g";

void say_found(struct text *out, const struct results *results, const struct results_found *found)
{
    const double factor = shown_factor(&results->measures[found->measure]);
    text_print(out, as_given, factor * found->value);
    text_say(out, factor > 1 ? " %" : "");
}

void say_found_range(struct text *out, const struct results *results, const struct results_found *found)
{
    const double factor = shown_factor(&results->measures[found->measure]);
    if (!found->ranged)
        return;
    text_print(out, as_given, factor * found->least);
    text_say(out, " to ");
    text_print(out, as_given, factor * found->most);
    text_say(out, factor > 1 ? " %" : "");
}

const struct record_words *record_words(const struct results *results)
{
    static const struct record_words record = {"What the record says", "the record", "says", "allows"},
                                     minutes = {"What your minutes say", "your minutes", "say", "allow"};
    return found_in_minutes(results) ? &minutes : &record;
}

static void record_row(struct table *table, const struct results *results, const struct results_found *found)
{
    struct text part = {0};
    table_cell(table, record_words(results)->the);
    say_found(&part, results, found);
    table_take(table, &part);
    say_found_range(&part, results, found);
    table_take(table, &part);
    table_cell(table, "");
}

static void design_row(struct table *table, const struct results *results, const struct found_check *check)
{
    struct text part = {0};
    say_plain(&part, results->designs.names[check->design]);
    table_take(table, &part);
    say_value(&part, &results->measures[check->found->measure], check->mean.value);
    table_take(table, &part);
    if (check->mean.certainty == CERTAINTY_INTERVAL)
        say_values(&part, &results->measures[check->found->measure], check->mean.low, check->mean.high);
    table_take(table, &part);
    table_cell(table, fit_name(check->fit));
}

static void number_block(const struct results *results, size_t number, double confidence, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_LEFT};
    const struct results_found *found = &results->provenance.found[number];
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    text_say(out, "  ");
    say_plain(out, results->measures[found->measure].meaning);
    text_say(out, " [");
    say_plain(out, shown_factor(&results->measures[found->measure]) > 1
                       ? "%"
                       : results->measures[found->measure].unit);
    text_say(out, "]; record: ");
    say_plain(out, found->source);
    text_say(out, "\n");
    record_row(&table, results, found);
    for (size_t design = 0; design < results->designs.count; design++) {
        struct found_check check = found_check(results, number, design, confidence);
        design_row(&table, results, &check);
    }
    table_write(&table, "    ", out);
    table_free(&table);
}

static bool all_ranged(const struct results *results)
{
    for (size_t i = 0; i < results->provenance.found_count; i++)
        if (!results->provenance.found[i].ranged)
            return false;
    return true;
}

void found_text(const struct results *results, double confidence, struct text *out)
{
    if (results->provenance.found_count == 0)
        return;
    const struct record_words *words = record_words(results);
    text_print(out, "Against %s: does the mean lie in the range that %s %s?\n", words->the, words->the,
               words->allow);
    if (!all_ranged(results))
        text_say(out, "Where no range is stated: does the range of the mean hold its number?\n");
    for (size_t i = 0; i < results->provenance.found_count; i++)
        number_block(results, i, confidence, out);
    for (size_t design = 0; design < results->designs.count; design++) {
        struct fits fits = found_fits(results, design, confidence);
        text_say(out, "- ");
        say_design(out, results, design);
        text_say(out, ": ");
        fits_text(&fits, out);
        text_say(out, "\n");
    }
    text_say(out, "\n");
}
