#include "analysis/words/response_text.h"

#include <math.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"
#include "analysis/words/factor_text.h"

enum { SHOWN_FACTORS = 10, SHOWN_OBSERVABLE = 5 };

static const double percent = 100;

void say_response(struct text *out, const struct worlds_told *told, const struct worlds_response *response)
{
    say_design(out, told->results, response->design);
    if (!response->is_contrast)
        return;
    text_say(out, " minus ");
    say_design(out, told->results, told->base);
}

bool say_factors_that(struct text *out, const struct results *results, const struct worlds_response *response,
                      enum matters matters)
{
    const size_t factors = results->worlds->factor_count;
    size_t said = 0;
    for (size_t i = 0; i < factors && response->varies; i++) {
        if (worlds_matter(response, factors, i) != matters)
            continue;
        text_say(out, said++ == 0 ? "" : ", ");
        say_factor(out, results, i);
    }
    return said > 0;
}

bool say_observable_that_matter(struct text *out, const struct results *results,
                                const struct worlds_response *response)
{
    const size_t factors = results->worlds->factor_count;
    struct arena arena = {0};
    size_t *order = ARENA_NEW(&arena, size_t, factors), said = 0;
    worlds_rank(response, factors, order);
    for (size_t i = 0; i < factors && said < SHOWN_OBSERVABLE; i++) {
        if (!results->worlds->factors[order[i]].observable ||
            worlds_matter(response, factors, order[i]) != MATTERS)
            continue;
        text_say(out, said++ == 0 ? "" : "; ");
        say_factor_meaning(out, results, order[i]);
    }
    arena_free(&arena);
    return said > 0;
}

void say_share(struct text *out, double share)
{
    if (isnan(share))
        say_number(out, share);
    else
        text_print(out, "%.0f %%", percent * fmin(fmax(share, 0), 1));
}

void say_share_range(struct text *out, const struct estimate *estimate)
{
    text_print(out, "%.0f to ", percent * fmin(fmax(estimate->low, 0), 1));
    say_share(out, estimate->high);
}

static void range_heading(struct table *table, const struct worlds_told *told)
{
    struct text part = {0};
    say_number(&part, told->confidence * percent);
    text_say(&part, " % range");
    table_take(table, &part);
}

static void effect_cells(struct table *table, const struct effect *effect)
{
    struct text part = {0};
    say_number(&part, effect->absolute.value);
    table_take(table, &part);
    if (effect->absolute.certainty == CERTAINTY_INTERVAL)
        say_range(&part, effect->absolute.low, effect->absolute.high);
    table_take(table, &part);
    text_say(&part, effect->mean > 0 ? "+" : "");
    say_number(&part, effect->mean);
    table_take(table, &part);
    say_number(&part, effect->sd);
    table_take(table, &part);
}

static void effects_table(const struct worlds_told *told, const struct worlds_response *response,
                          const size_t *order, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_RIGHT};
    const size_t factors = told->results->worlds->factor_count;
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    table_cell(&table, "over its whole range");
    table_cell(&table, "changes it by");
    range_heading(&table, told);
    table_cell(&table, "with sign");
    table_cell(&table, "differs by");
    for (size_t i = 0; i < factors && i < SHOWN_FACTORS; i++) {
        struct text part = {0};
        if (effect_matters(response->effects, factors, order[i]) != MATTERS)
            break;
        say_factor(&part, told->results, order[i]);
        table_take(&table, &part);
        effect_cells(&table, &response->effects[order[i]]);
    }
    table_write(&table, "  ", out);
    table_free(&table);
}

static void share_cells(struct table *table, const struct estimate *estimate)
{
    struct text part = {0};
    say_share(&part, estimate->value);
    table_take(table, &part);
    if (estimate->certainty == CERTAINTY_INTERVAL) {
        say_share_range(&part, estimate);
    }
    table_take(table, &part);
}

static void indices_table(const struct worlds_told *told, const struct worlds_response *response,
                          const size_t *order, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT};
    const size_t factors = told->results->worlds->factor_count;
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    table_cell(&table, "share of what varies");
    table_cell(&table, "alone");
    range_heading(&table, told);
    table_cell(&table, "with others");
    range_heading(&table, told);
    for (size_t i = 0; i <= factors && i <= SHOWN_FACTORS; i++) {
        const bool luck = i == factors || i == SHOWN_FACTORS;
        const struct index *index = &response->indices[luck ? factors : order[i]];
        struct text part = {0};
        if (luck)
            text_say(&part, "luck");
        else
            say_factor(&part, told->results, order[i]);
        table_take(&table, &part);
        share_cells(&table, &index->first);
        share_cells(&table, &index->total);
    }
    table_write(&table, "  ", out);
    table_free(&table);
}

static void list_line(const struct worlds_told *told, const struct worlds_response *response,
                      enum matters matters, const char *before, struct text *out)
{
    struct text list = {0};
    if (say_factors_that(&list, told->results, response, matters))
        text_print(out, "  %s: %s.\n", before, list.bytes);
    text_free(&list);
}

static void what_varies(const struct worlds_told *told, const struct worlds_response *response,
                        struct text *out)
{
    struct arena arena = {0};
    struct text find = {0};
    size_t *order = ARENA_NEW(&arena, size_t, told->results->worlds->factor_count);
    worlds_rank(response, told->results->worlds->factor_count, order);
    if (response->effects != NULL)
        effects_table(told, response, order, out);
    else
        indices_table(told, response, order, out);
    list_line(told, response, MATTERS_HARDLY, "These numbers hardly matter", out);
    list_line(told, response, MATTERS_NOT_AT_ALL, "These numbers do not matter at all", out);
    if ((response->is_contrast || told->results->designs.count == 1) &&
        say_observable_that_matter(&find, told->results, response))
        text_print(out, "  What you could find out, what matters most first: %s.\n", find.bytes);
    text_free(&find);
    arena_free(&arena);
}

void response_lines(const struct worlds_told *told, const struct worlds_response *response, struct text *out)
{
    text_say(out, "- ");
    say_title(out, &told->results->measures[told->measure]);
    text_say(out, ", ");
    say_response(out, told, response);
    text_say(out, response->varies ? ":\n" : ": nothing varies\n");
    if (response->varies)
        what_varies(told, response, out);
}
