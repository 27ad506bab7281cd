#include "analysis/words/between_text.h"

#include <math.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/plain/plain.h"
#include "analysis/plain/table.h"
#include "analysis/words/json.h"
#include "analysis/words/sentence.h"

enum { MOST_SETTINGS_SHOWN = 12 };

static void file_line(const char *letter, const struct results *results, struct text *out)
{
    text_print(out, "%s is ", letter);
    say_plain(out, results->path);
    text_say(out, ": ");
    say_plain(out, results->title);
    text_say(out, ", ");
    say_runs_of(out, results);
    text_say(out, "\n");
}

static void pairing_line(const struct between *between, struct text *out)
{
    if (between->why_apart == NULL)
        text_print(
            out, "Paired: run i of both has the same people and luck; %zu run%s of each design %s in both.\n",
            between->pairs, between->pairs == 1 ? "" : "s", between->pairs == 1 ? "is" : "are");
    else
        text_print(out,
                   "Not paired, since %s: the runs of each have luck of their own, so it takes more of them "
                   "to tell.\n",
                   between->why_apart);
    if (!between->by_name)
        text_say(out, "No design was matched by its name: all of B are set against one of A.\n");
}

static void say_setting_as_written(struct text *out, const char *value)
{
    if (value == NULL)
        text_say(out, "not there");
    else if (*value == '\0')
        text_say(out, "nothing");
    else
        say_plain(out, value);
}

static void settings_block(const struct between *between, struct text *out)
{
    if (between->setting_count == 0) {
        text_say(out, "All their settings are the same.\n\n");
        return;
    }
    text_say(out, "Settings that differ:\n");
    for (size_t i = 0; i < between->setting_count && i < MOST_SETTINGS_SHOWN; i++) {
        text_say(out, "  ");
        say_plain(out, between->settings[i].path);
        text_say(out, ": ");
        say_setting_as_written(out, between->settings[i].a);
        text_say(out, " in A, ");
        say_setting_as_written(out, between->settings[i].b);
        text_say(out, " in B\n");
    }
    if (between->setting_count > MOST_SETTINGS_SHOWN)
        text_print(out, "  and %zu more\n", between->setting_count - MOST_SETTINGS_SHOWN);
    text_say(out, "\n");
}

static void design_cell(struct table *table, const struct between *between, const struct contrast *contrast)
{
    struct text cell = {0};
    say_plain(&cell, between->b->designs.names[contrast->design]);
    if (!between->by_name) {
        text_say(&cell, " (B) against ");
        say_plain(&cell, between->a->designs.names[contrast->base]);
        text_say(&cell, " (A)");
    }
    table_take(table, &cell);
}

static void number_cell(struct table *table, double number)
{
    struct text cell = {0};
    say_number(&cell, number);
    table_take(table, &cell);
}

static void range_cell(struct table *table, const struct estimate *estimate)
{
    struct text cell = {0};
    if (estimate->certainty == CERTAINTY_INTERVAL)
        say_range(&cell, estimate->low, estimate->high);
    else
        text_say(&cell, "no range");
    table_take(table, &cell);
}

static const char *verdict_cell(const struct contrast *contrast)
{
    return contrast->verdict == VERDICT_UNCLEAR || contrast->verdict == VERDICT_UNKNOWN ? "not clear"
           : contrast->verdict == VERDICT_SAME                                          ? "the same"
                                                                                        : "";
}

static void table_row(struct table *table, const struct between *between, const struct contrast *contrast)
{
    const bool ratio = contrast->ratio.certainty == CERTAINTY_INTERVAL;
    const struct estimate *shown = ratio ? &contrast->ratio : &contrast->difference;
    design_cell(table, between, contrast);
    number_cell(table, contrast->base_mean.value);
    range_cell(table, &contrast->base_mean);
    number_cell(table, contrast->mean.value);
    range_cell(table, &contrast->mean);
    table_cell(table, ratio ? "\xC3\x97" : contrast->difference.value > 0 ? "+" : "");
    number_cell(table, shown->value);
    range_cell(table, shown);
    table_cell(table, verdict_cell(contrast));
}

static void measure_block(const struct between *between, size_t place, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT,
                                       ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_LEFT};
    static const double percent = 100;
    const struct between_row *rows = &between->rows[place * between->each];
    const struct results_measure *measure = &between->a->measures[rows->contrast.measure];
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    struct text range = {0};
    say_number(&range, between->confidence * percent);
    text_say(&range, " % range");
    say_plain(out, measure->meaning);
    text_say(out, " [");
    say_plain(out, measure->unit);
    text_say(out, "]");
    if (measure->better != DIRECTION_NEITHER)
        text_print(out, ", %s is better", measure->better == DIRECTION_MORE ? "more" : "less");
    text_say(out, "\n");
    const char *const headings[] = {"design", "in A",        range.bytes, "in B", range.bytes,
                                    "",       "B against A", range.bytes, ""};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        table_cell(&table, headings[i]);
    for (size_t i = 0; i < between->each; i++)
        table_row(&table, between, &rows[i].contrast);
    table_write(&table, "  ", out);
    table_free(&table);
    text_free(&range);
    text_say(out, "\n");
}

/* "“open space”, proposals decided per hour: 1.3 times as many (95 % range 1.1 to 1.5) in B" */
static void row_sentence(const struct between *between, const struct contrast *contrast, struct text *out)
{
    const struct results_measure *measure = &between->a->measures[contrast->measure];
    struct text title = {0};
    say_design(out, between->b, contrast->design);
    text_say(out, ", ");
    say_within(&title, title_of(measure));
    text_print(out, "%s: ", title.bytes == NULL ? measure->name : title.bytes);
    text_free(&title);
    if (contrast->verdict == VERDICT_UNKNOWN)
        text_print(out, "nothing can be said, since too few runs have a value: at least %zu are needed",
                   fewest_pairs(contrast->confidence));
    else if (contrast->verdict == VERDICT_SAME)
        text_say(out, "the same in all runs");
    else {
        text_say(out, contrast->verdict == VERDICT_UNCLEAR ? "no clear difference; " : "");
        contrast_short(between->a, contrast, out);
        text_say(out, " in B");
    }
}

void between_text(const struct between *between, struct text *out)
{
    file_line("A", between->a, out);
    file_line("B", between->b, out);
    pairing_line(between, out);
    settings_block(between, out);
    for (size_t i = 0; i < between->measure_count; i++)
        measure_block(between, i, out);
    for (size_t i = 0; i < between->measure_count * between->each; i++) {
        text_say(out, "- ");
        row_sentence(between, &between->rows[i].contrast, out);
        text_say(out, "\n");
    }
    text_print(out, "\nRanges: %s (in A, in B); ", method_of_mean);
    if (between->why_apart == NULL)
        text_print(out, "%s (\xC3\x97);\n  %s (+).\n", method_of_ratio, method_of_difference);
    else
        text_say(
            out,
            "Welch's of the logs of the means (\xC3\x97);\n  Welch's of the difference of the means (+).\n");
}

static json_t *file_json(const struct results *results)
{
    return json_pack("{s:s, s:s, s:s, s:I, s:I, s:s, s:s}", "file", results->path, "title", results->title,
                     "seed", results->provenance.seed, "replications", (json_int_t)results->replications,
                     "first_replication", (json_int_t)results->first_replication, "version",
                     results->provenance.version, "commit", results->provenance.commit);
}

static json_t *row_json(const struct between *between, const struct contrast *contrast)
{
    struct text sentence = {0};
    row_sentence(between, contrast, &sentence);
    const bool paired = between->why_apart == NULL;
    json_t *row = json_pack(
        "{s:s, s:s, s:o, s:o, s:o, s:o, s:s, s:s, s:o}", "design_a",
        between->a->designs.names[contrast->base], "design_b", between->b->designs.names[contrast->design],
        "mean_a", json_estimate(&contrast->base_mean), "mean_b", json_estimate(&contrast->mean), "difference",
        json_estimate(&contrast->difference), "ratio", json_estimate(&contrast->ratio), "verdict",
        verdict_name(contrast->verdict), "sentence", sentence.bytes, "lead",
        paired ? json_pack("{s:I, s:I, s:I, s:I}", "ahead", (json_int_t)contrast->lead.ahead, "behind",
                           (json_int_t)contrast->lead.behind, "tied", (json_int_t)contrast->lead.tied,
                           "missing", (json_int_t)contrast->lead.missing)
               : json_null());
    text_free(&sentence);
    return row;
}

void between_json(const struct between *between, struct text *out)
{
    json_t *settings = json_array(), *measures = json_array();
    for (size_t i = 0; i < between->setting_count; i++)
        json_array_append_new(settings, json_pack("{s:s, s:s?, s:s?}", "setting", between->settings[i].path,
                                                  "a", between->settings[i].a, "b", between->settings[i].b));
    for (size_t i = 0; i < between->measure_count; i++) {
        const struct between_row *rows = &between->rows[i * between->each];
        const struct results_measure *measure = &between->a->measures[rows->contrast.measure];
        json_t *all = json_array();
        for (size_t j = 0; j < between->each; j++)
            json_array_append_new(all, row_json(between, &rows[j].contrast));
        json_array_append_new(measures, json_pack("{s:s, s:s, s:s, s:o}", "name", measure->name, "unit",
                                                  measure->unit, "meaning", measure->meaning, "rows", all));
    }
    json_finish(json_pack("{s:o, s:o, s:b, s:s?, s:I, s:f, s:o, s:o}", "a", file_json(between->a), "b",
                          file_json(between->b), "paired", between->why_apart == NULL ? 1 : 0,
                          "why_not_paired", between->why_apart, "pairs",
                          (json_int_t)(between->why_apart == NULL ? between->pairs : 0), "confidence",
                          between->confidence, "settings_that_differ", settings, "measures", measures),
                out);
}
