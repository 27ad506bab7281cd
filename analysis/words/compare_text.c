#include "analysis/words/comparison.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/compare.h"
#include "analysis/numbers/differences.h"
#include "analysis/numbers/found.h"
#include "analysis/numbers/keeping_up.h"
#include "analysis/numbers/sweep.h"
#include "analysis/plain/table.h"
#include "analysis/words/best_text.h"
#include "analysis/words/differences_text.h"
#include "analysis/words/fitting_text.h"
#include "analysis/words/found_text.h"
#include "analysis/words/front_text.h"
#include "analysis/words/keeping_up_text.h"
#include "analysis/words/precision_text.h"
#include "analysis/words/ranking_text.h"
#include "analysis/words/sentence.h"
#include "analysis/words/sweep_text.h"
#include "analysis/words/worlds_text.h"

enum { MOST_CASES = 3 }; /* a table below has the others */
static const double percent = 100;

static void cell_number(struct table *table, double number)
{
    struct text text = {0};
    say_number(&text, number);
    table_take(table, &text);
}

/* `factor`: of what is shown (shown_factor); 1 of a ratio. */
static void cell_range(struct table *table, const struct estimate *estimate, double factor)
{
    struct text text = {0};
    if (estimate->certainty == CERTAINTY_INTERVAL)
        say_range(&text, factor * estimate->low, factor * estimate->high);
    else
        text_say(&text, "no range");
    table_take(table, &text);
}

static void cell_plain(struct table *table, const char *plain)
{
    struct text text = {0};
    say_plain(&text, plain);
    table_take(table, &text);
}

static void cell_lead(struct table *table, const struct lead *lead)
{
    struct text text = {0};
    if (lead->ahead + lead->behind + lead->tied == 0) {
        table_cell(table, "no value");
        return;
    }
    text_print(&text, "%zu of %zu", lead->ahead, lead->ahead + lead->behind + lead->tied);
    table_take(table, &text);
}

static void contrast_row(struct table *table, const struct results *results, const struct contrast *contrast)
{
    const bool ratio = contrast->ratio.certainty == CERTAINTY_INTERVAL;
    const double factor = shown_factor(&results->measures[contrast->measure]);
    cell_plain(table, results->designs.names[contrast->design]);
    cell_number(table, factor * contrast->mean.value);
    cell_range(table, &contrast->mean, factor);
    table_cell(table, ratio ? "\xC3\x97" : contrast->difference.value > 0 ? "+" : "");
    cell_number(table, ratio ? contrast->ratio.value : factor * contrast->difference.value);
    cell_range(table, ratio ? &contrast->ratio : &contrast->difference, ratio ? 1 : factor);
    cell_lead(table, &contrast->lead);
    table_cell(table, contrast->verdict == VERDICT_UNCLEAR || contrast->verdict == VERDICT_UNKNOWN
                          ? "not clear"
                          : "");
}

static void heading_row(struct table *table, const struct comparison *comparison)
{
    struct text range = {0};
    say_number(&range, comparison->confidence * percent);
    text_say(&range, " % range");
    table_cell(table, "design");
    table_cell(table, "mean");
    table_cell(table, range.bytes);
    table_cell(table, "");
    table_cell(table, "against");
    table_take(table, &range);
    table_cell(table, "ahead");
    table_cell(table, "");
}

static void base_row(struct table *table, const struct comparison *comparison, const struct contrast *first)
{
    const double factor = shown_factor(&comparison->results->measures[first->measure]);
    cell_plain(table, comparison->results->designs.names[comparison->base]);
    cell_number(table, factor * first->base_mean.value);
    cell_range(table, &first->base_mean, factor);
    for (int i = 0; i < 5; i++)
        table_cell(table, "");
}

static void measure_block(const struct comparison *comparison, size_t place, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_LEFT,  ALIGN_RIGHT,
                                       ALIGN_RIGHT, ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_LEFT};
    const struct results *results = comparison->results;
    const struct results_measure *measure = &results->measures[comparison->measures[place]];
    size_t others = results->designs.count - 1;
    const struct contrast *first = &comparison->contrasts[place * others];
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    say_plain(out, measure->meaning);
    text_say(out, " [");
    say_plain(out, shown_factor(measure) > 1 ? "%" : measure->unit);
    text_say(out, "]");
    if (measure->better != DIRECTION_NEITHER)
        text_print(out, ", %s is better", measure->better == DIRECTION_MORE ? "more" : "less");
    text_say(out, "\n");
    heading_row(&table, comparison);
    base_row(&table, comparison, first);
    for (size_t i = 0; i < others; i++)
        contrast_row(&table, results, &first[i]);
    table_write(&table, "  ", out);
    table_free(&table);
    text_say(out, "\n");
}

void comparison_headline(const struct comparison *comparison, struct text *out)
{
    size_t others = comparison->results->designs.count - 1;
    for (size_t i = 0; i < others && i < comparison->contrast_count; i++) {
        contrast_sentence(comparison->results, &comparison->contrasts[i], out);
        text_say(out, "\n");
    }
}

static void checks_block(const struct comparison *comparison, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_LEFT, ALIGN_LEFT};
    const struct results *results = comparison->results;
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    size_t few = 0;
    if (comparison->check_count == 0)
        return;
    text_say(out, "If one of these numbers were another, would the first answer stay the same?\n");
    table_cell(&table, "if");
    table_cell(&table, "runs");
    table_cell(&table, "design");
    table_cell(&table, "against");
    table_cell(&table, "the first answer");
    for (size_t i = 0; i < comparison->check_count; i++) {
        const struct assumption_check *check = &comparison->checks[i];
        struct text text = {0};
        cell_plain(&table, results->variants[check->contrast.variant].label);
        text_print(&text, "%zu", check->runs);
        table_take(&table, &text);
        cell_plain(&table, results->designs.names[check->contrast.design]);
        contrast_short(results, &check->contrast, &text);
        table_take(&table, &text);
        table_cell(&table, turn_name(check->turn));
        few += check->turn == TURN_TOO_FEW ? 1 : 0;
    }
    table_write(&table, "  ", out);
    table_free(&table);
    if (few > 0)
        text_say(out, "  Too few runs: with as few of its own, the scenario itself would be unclear too.\n");
    if (results->assumed > 0) {
        text_say(out, "  ");
        say_reach(out, results);
        text_say(out, "\n");
    }
    text_say(out, "\n");
}

static void sweeps_block(const struct comparison *comparison, struct text *out)
{
    for (size_t i = 0; i < comparison->asked; i++) {
        struct arena arena = {0};
        struct sweep_map map;
        if (sweep_map(comparison->results, comparison->measures[i], comparison->confidence, &arena, &map)) {
            sweep_text(comparison->results, &map, out);
            text_say(out, "\n");
        }
        arena_free(&arena);
    }
}

/* What the sweep of a single design shows, measure by measure. */
static void sweep_sentences(const struct comparison *comparison, struct text *out)
{
    const struct results *results = comparison->results;
    if (results->designs.count > 1 || sweep_axis_count(results) == 0)
        return;
    for (size_t i = 0; i < comparison->asked; i++) {
        struct arena arena = {0};
        struct sweep_map map;
        text_say(out, "- ");
        if (sweep_map(results, comparison->measures[i], comparison->confidence, &arena, &map))
            sweep_sentence(results, &map, 0, &arena, out);
        text_say(out, "\n");
        arena_free(&arena);
    }
    text_say(out, "\n");
}

static void heading_lines(const struct results *results, struct text *out)
{
    say_plain(out, results->title);
    text_say(out, "\n");
    if (results->question[0] != '\0' && strcmp(results->question, results->title) != 0) {
        say_plain(out, results->question);
        text_say(out, "\n");
    }
    say_runs_of(out, results);
    if (results->designs.count > 1)
        text_say(out, ", paired: run i has the same people, proposals and luck in all of them");
    text_say(out, ".\n");
    say_precision(out, &results->precision, results->replications);
    text_say(out, *results->precision.of == '\0' ? "" : "\n");
    say_best_line(out, results);
    say_sites(out, results);
    text_say(out, "\n");
}

/* All designs on the first measure, in their order. */
static void ranking_line(const struct comparison *comparison, struct text *lines)
{
    struct arena arena = {0};
    struct text order = {0};
    if (comparison->contrast_count > 0) {
        const struct ranking ranking =
            ranking_of(comparison->results, comparison->measures[0], comparison->confidence, &arena);
        if (say_ranking(&order, comparison->results, &ranking))
            text_print(lines, "- %s\n", order.bytes);
    }
    text_free(&order);
    arena_free(&arena);
}

/* On what the answer hangs, what pairing gained, and whether the meetings keep up with what comes in. */
static void hanging_block(const struct comparison *comparison, struct text *out)
{
    struct text lines = {0};
    ranking_line(comparison, &lines);
    for (size_t design = 0; design < comparison->results->designs.count; design++) {
        struct text one = {0};
        say_what_it_hangs_on(&one, comparison, design, MOST_CASES);
        if (one.length > 0)
            text_print(&lines, "- %s\n", one.bytes);
        one.length = 0;
        if (say_in_how_many_worlds(&one, comparison->worlds, design))
            text_print(&lines, "- %s\n", one.bytes);
        text_free(&one);
    }
    for (size_t i = 0; i + 1 < comparison->results->designs.count && i < comparison->contrast_count; i++) {
        struct text saved = {0}, design = {0};
        say_design(&design, comparison->results, comparison->contrasts[i].design);
        if (contrast_saved(&comparison->contrasts[i], &saved))
            text_print(&lines, "- %s: %s\n", design.bytes, saved.bytes);
        text_free(&saved);
        text_free(&design);
    }
    keeping_up_lines(&lines, comparison->results, comparison->confidence);
    if (lines.length > 0)
        text_print(out, "%s\n", lines.bytes);
    text_free(&lines);
}

static void sentence_line(const struct results *results, const struct contrast *contrast, struct text *out)
{
    text_say(out, "- ");
    contrast_sentence(results, contrast, out);
    text_say(out, "\n");
}

/* What was asked for first, as it was asked for; then what differs besides, the largest first. */
static void sentences_block(const struct comparison *comparison, struct text *out)
{
    const struct results *results = comparison->results;
    const size_t first = comparison->asked * (results->designs.count - 1);
    if (comparison->contrast_count == 0)
        return;
    for (size_t i = 0; i < first; i++)
        sentence_line(results, &comparison->contrasts[i], out);
    const struct contrast *rest = comparison->contrasts + first;
    const size_t count = comparison->contrast_count - first;
    struct arena arena = {0};
    const struct contrast **sorted = differences_by_size(rest, count, &arena);
    for (size_t i = 0; i < count && differs_clearly(sorted[i]); i++)
        sentence_line(results, sorted[i], out);
    for (size_t design = 0; design < results->designs.count; design++) {
        struct text hardly = {0};
        if (say_what_hardly_differs(&hardly, results, rest, count, design))
            text_print(out, "- %s\n", hardly.bytes);
        text_free(&hardly);
    }
    for (size_t i = 0; i < count; i++)
        if (!differs_clearly(sorted[i]) && !differs_hardly(sorted[i]))
            sentence_line(results, sorted[i], out);
    arena_free(&arena);
    text_say(out, "\n");
}

void comparison_text(const struct comparison *comparison, struct text *out)
{
    const struct results *results = comparison->results;
    heading_lines(results, out);
    front_text(comparison->front, out);
    for (size_t i = 0; results->designs.count > 1 && i < comparison->measure_count; i++) {
        if (i == comparison->movement_from)
            text_say(out, "The movement as a whole\n\n");
        measure_block(comparison, i, out);
    }
    sentences_block(comparison, out);
    sweep_sentences(comparison, out);
    hanging_block(comparison, out);
    found_text(results, comparison->confidence, out);
    checks_block(comparison, out);
    worlds_text(comparison->worlds, out);
    fitting_text(comparison->fitting, out);
    sweeps_block(comparison, out);
    text_print(out, "Ranges: %s (mean)", method_of_mean);
    if (comparison->contrast_count > 0)
        text_print(out, "; %s (\xC3\x97);\n  %s (+)", method_of_ratio, method_of_difference);
    text_say(out, ".\n");
}
