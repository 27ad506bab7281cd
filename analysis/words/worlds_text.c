#include "analysis/words/worlds_text.h"

#include <math.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"

enum { SHOWN_FACTORS = 10 };

/* --- factors --- */

void say_factor(struct text *out, const struct results *results, size_t factor)
{
    text_say(out, "`");
    say_setting(out, results, results->worlds->factors[factor].path);
    text_say(out, "`");
}

void say_factor_value(struct text *out, const struct results *results, size_t factor, double value)
{
    const struct results_factor *facts = &results->worlds->factors[factor];
    if (facts->choices.count > 0) {
        say_plain(out, facts->choices.names[(size_t)value]);
        return;
    }
    say_number(out, value);
    if (facts->unit[0] != '\0')
        text_say(out, " ");
    say_plain(out, facts->unit);
}

void say_which_worlds(struct text *out, const struct results *results)
{
    const struct results_worlds *worlds = results->worlds;
    size_t least = worlds->most_runs, most = 0, count = 0;
    for (size_t i = 0; i < worlds->count; i++) {
        if (worlds->runs[i] == 0)
            continue; /* its numbers contradict each other */
        count++;
        least = worlds->runs[i] < least ? worlds->runs[i] : least;
        most = worlds->runs[i] > most ? worlds->runs[i] : most;
    }
    text_print(out,
               "%zu plausible worlds: in each, %zu %s changed at once within what is plausible, and every "
               "design was run ",
               count, worlds->factor_count, worlds->factor_count == 1 ? "number was" : "numbers were");
    if (most == 1)
        text_say(out, "once.");
    else if (least == most)
        text_print(out, "%zu times.", most);
    else
        text_print(out, "%zu to %zu times.", least, most);
    if (count < worlds->count)
        text_print(out, " %zu more were left out, because their numbers contradict each other.",
                   worlds->count - count);
}

/* --- a sample --- */

static const struct worlds_of_design *of_design(const struct worlds_told *told, size_t design)
{
    for (size_t i = 0; told != NULL && i < told->design_count; i++)
        if (told->designs[i].design == design)
            return &told->designs[i];
    return NULL;
}

bool say_in_how_many_worlds(struct text *out, const struct worlds_told *told, size_t design)
{
    const struct worlds_of_design *one = of_design(told, design);
    if (one == NULL || one->worlds == 0)
        return false;
    say_design(out, told->results, design);
    text_print(out, " is ahead of ");
    say_design(out, told->results, told->base);
    text_print(out, " in %zu of %zu plausible worlds (clearly in %zu; clearly behind in %zu)", one->ahead,
               one->worlds, one->clearly_ahead, one->clearly_behind);
    return true;
}

static void say_distance(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one,
                         double value)
{
    if (one->by_ratio) {
        say_times(out, value);
        text_say(out, " times");
        return;
    }
    text_say(out, value > 0 ? "+" : "");
    say_number(out, value);
    say_unit(out, told->results->measures[told->measure].unit);
}

void say_spread_of_worlds(struct text *out, const struct worlds_told *told,
                          const struct worlds_of_design *one)
{
    say_distance(out, told, one, one->spread.middle);
    text_say(out, one->by_ratio ? " " : " beside ");
    say_design(out, told->results, told->base);
    text_say(out, " in the middle world; less than ");
    say_distance(out, told, one, one->spread.low);
    text_say(out, " in 1 of 10, more than ");
    say_distance(out, told, one, one->spread.high);
    text_say(out, " in 1 of 10");
}

/* "`conversation.lull` is at least 3", "... is below 3", "... is yes", "... is not yes" */
static void say_part(struct text *out, const struct results *results, const struct cut *cut, bool below)
{
    say_factor(out, results, cut->factor);
    if (cut->is_choice)
        text_say(out, below ? " is " : " is not ");
    else
        text_say(out, below ? " is below " : " is at least ");
    say_factor_value(out, results, cut->factor, cut->at);
}

/* The parts in which a design is ahead, one after the other. */
static size_t say_parts_ahead(struct text *out, const struct results *results, const struct split *split)
{
    size_t said = 0;
    for (int side = 0; side < 2; side++) {
        const bool below = side == 0, again = below ? split->has_below : split->has_above;
        const struct cut *second = below ? &split->below : &split->above;
        if (!again && !(below ? split->first.below : split->first.above))
            continue;
        if (again && !second->below && !second->above)
            continue;
        text_say(out, said++ == 0 ? "" : ", or where ");
        say_part(out, results, &split->first, below);
        if (again && second->below != second->above) {
            text_say(out, " and ");
            say_part(out, results, second, second->below);
        }
    }
    return said;
}

void say_what_separates(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one)
{
    const struct split *split = &one->split;
    if (!one->is_separated) {
        text_say(out,
                 "no single number, and no two, separate the worlds in which it is ahead from the others");
        return;
    }
    text_say(out, "it is ahead where ");
    say_parts_ahead(out, told->results, split);
    text_print(out,
               ", and not ahead elsewhere: right in %zu of %zu worlds (always saying the same would be right "
               "in %zu)",
               split->right, split->worlds, split->larger);
}

static void spread_cell(struct table *table, const struct worlds_told *told,
                        const struct worlds_of_design *one, double value)
{
    struct text part = {0};
    if (one->by_ratio)
        text_say(&part, "\xC3\x97 ");
    if (one->by_ratio)
        say_times(&part, value);
    else
        say_number(&part, value);
    (void)told;
    table_take(table, &part);
}

static void sample_table(const struct worlds_told *told, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT,
                                       ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT};
    static const char *const headings[] = {
        "design", "ahead", "clearly", "behind", "clearly", "10 % of worlds below", "middle", "10 % above"};
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        table_cell(&table, headings[i]);
    for (size_t i = 0; i < told->design_count; i++) {
        const struct worlds_of_design *one = &told->designs[i];
        const size_t counts[] = {one->ahead, one->clearly_ahead, one->behind, one->clearly_behind};
        struct text part = {0};
        say_plain(&part, told->results->designs.names[one->design]);
        table_take(&table, &part);
        for (size_t j = 0; j < sizeof counts / sizeof *counts; j++) {
            text_print(&part, "%zu", counts[j]);
            table_take(&table, &part);
        }
        spread_cell(&table, told, one, one->spread.low);
        spread_cell(&table, told, one, one->spread.middle);
        spread_cell(&table, told, one, one->spread.high);
    }
    table_write(&table, "  ", out);
    table_free(&table);
}

static size_t worlds_that_were_run(const struct results_worlds *worlds)
{
    size_t count = 0;
    for (size_t i = 0; i < worlds->count; i++)
        count += worlds->runs[i] > 0 ? 1 : 0;
    return count;
}

static void sample_lines(const struct worlds_told *told, struct text *out)
{
    sample_table(told, out);
    for (size_t i = 0; i < told->design_count; i++) {
        const struct worlds_of_design *one = &told->designs[i];
        const size_t missing = worlds_that_were_run(told->results->worlds) - one->worlds;
        text_say(out, "- ");
        say_design(out, told->results, one->design);
        text_say(out, ": ");
        say_what_separates(out, told, one);
        text_say(out, "\n");
        if (missing > 0)
            text_print(out, "  In %zu %s there is no value to compare.\n", missing,
                       missing == 1 ? "world" : "worlds");
    }
}

/* --- walks and rows --- */

void say_response(struct text *out, const struct worlds_told *told, const struct worlds_response *response)
{
    say_design(out, told->results, response->design);
    if (!response->is_contrast)
        return;
    text_say(out, " less ");
    say_design(out, told->results, told->base);
}

bool say_factors_that(struct text *out, const struct results *results, const struct worlds_response *response,
                      enum matters matters)
{
    const size_t factors = results->worlds->factor_count;
    size_t said = 0;
    for (size_t i = 0; i < factors && response->effects != NULL; i++) {
        if (effect_matters(response->effects, factors, i) != matters)
            continue;
        text_say(out, said++ == 0 ? "" : ", ");
        say_factor(out, results, i);
    }
    return said > 0;
}

static void estimate_cell(struct table *table, const struct estimate *estimate)
{
    struct text part = {0};
    say_number(&part, estimate->value);
    table_take(table, &part);
    if (estimate->certainty == CERTAINTY_INTERVAL)
        say_range(&part, estimate->low, estimate->high);
    else
        text_say(&part, "");
    table_take(table, &part);
}

static void effects_table(const struct worlds_told *told, const struct worlds_response *response,
                          const size_t *order, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_RIGHT};
    const size_t factors = told->results->worlds->factor_count;
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    table_cell(&table, "over its range");
    table_cell(&table, "changes it by");
    table_cell(&table, "95 % range");
    table_cell(&table, "with its sign");
    table_cell(&table, "depends on others");
    for (size_t i = 0; i < factors && i < SHOWN_FACTORS; i++) {
        const struct effect *effect = &response->effects[order[i]];
        struct text part = {0};
        if (effect_matters(response->effects, factors, order[i]) != MATTERS)
            break;
        say_factor(&part, told->results, order[i]);
        table_take(&table, &part);
        estimate_cell(&table, &effect->absolute);
        say_number(&part, effect->mean);
        table_take(&table, &part);
        say_number(&part, effect->sd);
        table_take(&table, &part);
    }
    table_write(&table, "  ", out);
    table_free(&table);
}

static void effects_lines(const struct worlds_told *told, const struct worlds_response *response,
                          const size_t *order, struct text *out)
{
    struct text list = {0};
    effects_table(told, response, order, out);
    if (say_factors_that(&list, told->results, response, MATTERS_HARDLY))
        text_print(out, "  Hardly matter: %s.\n", list.bytes);
    list.length = 0;
    if (say_factors_that(&list, told->results, response, MATTERS_NOT_AT_ALL))
        text_print(out, "  Do not matter at all: %s.\n", list.bytes);
    text_free(&list);
}

static void index_row(struct table *table, const struct index *index)
{
    estimate_cell(table, &index->first);
    estimate_cell(table, &index->total);
}

static void indices_table(const struct worlds_told *told, const struct worlds_response *response,
                          const size_t *order, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT};
    const size_t factors = told->results->worlds->factor_count;
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    table_cell(&table, "share of what varies");
    table_cell(&table, "alone");
    table_cell(&table, "95 % range");
    table_cell(&table, "with others");
    table_cell(&table, "95 % range");
    for (size_t i = 0; i < factors && i < SHOWN_FACTORS; i++) {
        struct text part = {0};
        say_factor(&part, told->results, order[i]);
        table_take(&table, &part);
        index_row(&table, &response->indices[order[i]]);
    }
    table_cell(&table, "luck");
    index_row(&table, &response->indices[factors]);
    table_write(&table, "  ", out);
    table_free(&table);
}

static void response_lines(const struct worlds_told *told, const struct worlds_response *response,
                           struct text *out)
{
    struct arena arena = {0};
    size_t *order = ARENA_NEW(&arena, size_t, told->results->worlds->factor_count);
    text_say(out, "- ");
    say_response(out, told, response);
    if (!response->varies) {
        text_say(out, ": nothing varies\n");
    } else {
        text_say(out, ":\n");
        worlds_rank(response, told->results->worlds->factor_count, order);
        if (response->effects != NULL)
            effects_lines(told, response, order, out);
        else
            indices_table(told, response, order, out);
    }
    arena_free(&arena);
}

void worlds_text(const struct worlds_told *told, struct text *out)
{
    if (told == NULL || told->results->worlds->count == 0)
        return;
    text_say(out, told->design_count > 0 ? "Does the answer hold? " : "What does the answer depend on? ");
    say_which_worlds(out, told->results);
    text_say(out, "\n");
    if (told->design_count > 0)
        sample_lines(told, out);
    for (size_t i = 0; i < told->response_count; i++)
        response_lines(told, &told->responses[i], out);
    text_say(out, "\n");
}
