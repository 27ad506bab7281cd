#include "analysis/words/worlds_text.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/response_text.h"

enum {
    FEWEST_TO_SEPARATE = 4 /* worlds of the smaller side: fewer are never cut off (numbers/splitting.c) */
};

static void say_numbers_of(struct text *out, const struct results_worlds *worlds, size_t count)
{
    const bool one = worlds->factor_count == 1;
    if (worlds->by == WORLDS_MORRIS)
        text_print(out,
                   "%zu plausible worlds in %zu walks: in each walk %zu %s one after the other, within what "
                   "is plausible",
                   count, worlds->groups, worlds->factor_count,
                   one ? "number was changed" : "numbers were changed");
    else
        text_print(out, "%zu plausible worlds: in each, %zu %s within what is plausible", count,
                   worlds->factor_count, one ? "number was changed" : "numbers were changed at once");
}

void say_which_worlds(struct text *out, const struct results *results)
{
    const struct results_worlds *worlds = results->worlds;
    const size_t count = worlds_that_were_run(worlds);
    size_t least = worlds->most_runs, most = 0;
    for (size_t i = 0; i < worlds->count; i++) {
        if (worlds->runs[i] == 0)
            continue; /* its numbers contradict each other */
        least = worlds->runs[i] < least ? worlds->runs[i] : least;
        most = worlds->runs[i] > most ? worlds->runs[i] : most;
    }
    say_numbers_of(out, worlds, count);
    text_say(out, worlds->by == WORLDS_MORRIS ? ", and in each world every design was run "
                                              : ", and every design was run ");
    if (most == 1)
        text_say(out, "once.");
    else if (least == most)
        text_print(out, "%zu times.", most);
    else
        text_print(out, "%zu to %zu times.", least, most);
    if (count < worlds->count)
        text_print(out,
                   worlds->count - count == 1
                       ? " %zu more was left out, because its numbers contradict each other."
                       : " %zu more were left out, because their numbers contradict each other.",
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

static bool is_judged(const struct worlds_told *told)
{
    return told->results->measures[told->measure].better != DIRECTION_NEITHER;
}

bool say_in_how_many_worlds(struct text *out, const struct worlds_told *told, size_t design)
{
    const struct worlds_of_design *one = of_design(told, design);
    if (one == NULL || one->worlds == 0)
        return false;
    say_design(out, told->results, design);
    text_say(out, is_judged(told) ? " is ahead of " : " has more than ");
    say_design(out, told->results, told->base);
    text_print(out, " in %zu of %zu plausible worlds (clearly in %zu; clearly %s in %zu)", one->ahead,
               one->worlds, one->clearly_ahead, is_judged(told) ? "behind" : "less", one->clearly_behind);
    return true;
}

static void say_amount(struct text *out, const struct worlds_told *told, double value)
{
    say_number(out, fabs(value));
    say_unit(out, told->results->measures[told->measure].unit);
    text_say(out, value < 0 ? " less" : " more");
}

void say_spread_of_worlds(struct text *out, const struct worlds_told *told,
                          const struct worlds_of_design *one)
{
    const struct spread_of_worlds *spread = &one->spread;
    if (one->by_ratio) {
        say_times(out, spread->middle);
        text_say(out, " times ");
        say_design(out, told->results, told->base);
        text_say(out, " in the middle world, and ");
        say_times(out, spread->low);
        text_say(out, " to ");
        say_times(out, spread->high);
        text_say(out, " times in 8 of 10 worlds");
        return;
    }
    say_amount(out, told, spread->middle);
    text_say(out, " than ");
    say_design(out, told->results, told->base);
    text_say(out, " in the middle world, and ");
    say_amount(out, told, spread->low);
    text_say(out, " to ");
    say_amount(out, told, spread->high);
    text_say(out, " in 8 of 10 worlds");
}

/* "`conversation.lull` is at least 3", "... is below 3", "... is yes", "... is not yes" */
static void say_part(struct text *out, const struct results *results, const struct cut *cut, bool below)
{
    say_factor(out, results, cut->factor);
    if (cut->is_choice)
        text_say(out, below ? " is " : " is not ");
    else
        text_say(out, below ? " is below " : " is at least ");
    say_factor_threshold(out, results, cut->factor, cut->at);
}

/* The parts in which a design is ahead, one after the other. */
static void say_parts_ahead(struct text *out, const struct results *results, const struct split *split)
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
}

static void say_side(struct text *out, const struct worlds_told *told)
{
    text_say(out, is_judged(told) ? "ahead" : "higher");
}

/* "how long one thing takes (`talk.facet`); then how many come (`sites[0].people`)" */
static void say_meanings(struct text *out, const struct results *results, const struct split *split)
{
    size_t named[MOST_NAMED];
    const size_t count = split_factors(split, named);
    for (size_t i = 0; i < count; i++) {
        text_say(out, i == 0 ? "" : "; then ");
        say_factor_meaning(out, results, named[i]);
    }
}

/* What the larger side of the worlds is: what somebody would say who knows nothing of them. */
static void say_larger_side(struct text *out, const struct worlds_told *told,
                            const struct worlds_of_design *one)
{
    text_say(out, 2 * one->ahead < one->worlds ? "not " : "");
    say_side(out, told);
}

/* "“circles” is ahead where ..., and not elsewhere: right in 7 of 8 worlds" */
static void say_split(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one,
                      const struct split *split)
{
    say_design(out, told->results, one->design);
    text_say(out, " is ");
    say_side(out, told);
    text_say(out, " where ");
    say_parts_ahead(out, told->results, split);
    text_print(out, ", and not elsewhere: right in %zu of %zu worlds", split->right, split->worlds);
}

/* "“circles” is ahead in 1 world alone: too few to say what sets it apart" */
static void say_too_few(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one,
                        size_t other)
{
    const bool mostly = 2 * one->ahead >= one->worlds;
    say_design(out, told->results, one->design);
    text_say(out, mostly && other > 0 ? " is not " : " is ");
    say_side(out, told);
    if (other == 0)
        text_say(out, mostly ? " in all worlds" : " in no world");
    else
        text_print(out, " in %zu %s alone: too few to say what sets %s apart", other,
                   other == 1 ? "world" : "worlds", other == 1 ? "it" : "them");
}

void say_what_separates(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one)
{
    const struct split *split = &one->split;
    const size_t other = one->ahead < one->worlds - one->ahead ? one->ahead : one->worlds - one->ahead;
    if (one->worlds == 0) {
        text_say(out, "nothing can be said about ");
        say_design(out, told->results, one->design);
        return;
    }
    if (!one->is_separated && other < FEWEST_TO_SEPARATE) {
        say_too_few(out, told, one, other);
        return;
    }
    if (!one->is_separated) {
        text_say(out, "no single number, and no two, separate the worlds in which ");
        say_design(out, told->results, one->design);
        text_say(out, " is ");
        say_side(out, told);
        text_say(out, " from the others");
        return;
    }
    text_say(out, "what separates the worlds of ");
    say_design(out, told->results, one->design);
    text_say(out, " best: ");
    say_meanings(out, told->results, split);
    text_say(out, ". ");
    say_split(out, told, one, split);
    if (split->has_below || split->has_above) {
        text_say(out, " (");
        say_factor(out, told->results, split->first.factor);
        text_print(out, " alone in %zu)", split->right_of_first);
    }
    text_say(out, ", where always saying \xE2\x80\x9C");
    say_larger_side(out, told, one);
    text_print(out, "\xE2\x80\x9D would be right in %zu", split->larger);
}

bool say_what_it_hangs_on_most(struct text *out, const struct worlds_told *told,
                               const struct worlds_of_design *one)
{
    if (one == NULL || !one->is_separated)
        return false;
    text_say(out, "it hangs most on ");
    say_meanings(out, told->results, &one->split);
    text_say(out, ". ");
    say_split(out, told, one, &one->split);
    return true;
}

static size_t named_that_are(const struct results *results, const struct split *split, bool observable,
                             struct text *list)
{
    size_t named[MOST_NAMED], count = split_factors(split, named), said = 0;
    for (size_t i = 0; i < count; i++) {
        if (results->worlds->factors[named[i]].observable != observable)
            continue;
        text_say(list, said++ == 0 ? "" : " and ");
        say_factor(list, results, named[i]);
    }
    return said;
}

bool say_what_to_find_out(struct text *out, const struct worlds_told *told,
                          const struct worlds_of_design *one)
{
    struct text can = {0}, cannot = {0};
    if (!one->is_separated)
        return false;
    named_that_are(told->results, &one->split, true, &can);
    const bool all = named_that_are(told->results, &one->split, false, &cannot) == 0;
    if (can.length > 0)
        text_print(out, "what you could find out: count or time %s where you are%s", can.bytes,
                   all ? ", and you know better on which side you are" : "");
    if (!all)
        text_print(out, "%s%s cannot be counted or timed", can.length > 0 ? "; " : "", cannot.bytes);
    if (one->is_separated_by_observable) {
        text_say(out, ". Of the numbers that can, this one separates them best: ");
        say_factor_meaning(out, told->results, one->by_observable.first.factor);
        text_say(out, ". ");
        say_split(out, told, one, &one->by_observable);
    } else if (!all && can.length == 0) {
        text_say(out, ", and of the numbers that can, none separates these worlds");
    }
    text_free(&can);
    text_free(&cannot);
    return true;
}

static void spread_cell(struct table *table, const struct worlds_of_design *one, double value)
{
    struct text part = {0};
    if (one->by_ratio)
        text_say(&part, "\xC3\x97 ");
    if (one->by_ratio)
        say_times(&part, value);
    else
        text_say(&part, value > 0 ? "+" : "");
    if (!one->by_ratio)
        say_number(&part, value);
    table_take(table, &part);
}

static void sample_table(const struct worlds_told *told, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT,
                                       ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT};
    static const char *const headings[] = {"design",  "ahead",         "clearly", "behind",
                                           "clearly", "1 in 10 below", "middle",  "1 in 10 above"};
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
        spread_cell(&table, one, one->spread.low);
        spread_cell(&table, one, one->spread.middle);
        spread_cell(&table, one, one->spread.high);
    }
    table_write(&table, "  ", out);
    table_free(&table);
}

/* --- a design by itself --- */

void say_level_of_worlds(struct text *out, const struct worlds_told *told, const struct worlds_level *level)
{
    const char *unit = told->results->measures[told->measure].unit;
    if (level->worlds == 0) {
        text_say(out, "no value in any world");
        return;
    }
    say_number(out, level->spread.middle);
    say_unit(out, unit);
    text_say(out, " in the middle world, and ");
    say_range(out, level->spread.low, level->spread.high);
    say_unit(out, unit);
    text_say(out, " in 8 of 10 worlds");
}

void say_what_raises(struct text *out, const struct worlds_told *told, const struct worlds_level *level)
{
    const struct split *split = &level->split;
    if (!level->is_separated) {
        text_say(out, "no single number, and no two, separate the worlds above the middle from the others");
        return;
    }
    text_say(out, "what separates the worlds above the middle best: ");
    say_meanings(out, told->results, split);
    text_say(out, ". A world is above the middle where ");
    say_parts_ahead(out, told->results, split);
    text_print(out, ", and not elsewhere: right in %zu of %zu worlds", split->right, split->worlds);
}

static void level_lines(const struct worlds_told *told, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT};
    static const char *const headings[] = {"1 in 10 below", "middle", "1 in 10 above", "worlds"};
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    struct text heading = {0};
    text_print(&heading, "by itself [%s]", told->results->measures[told->measure].unit);
    table_take(&table, &heading);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        table_cell(&table, headings[i]);
    for (size_t i = 0; i < told->level_count; i++) {
        const struct worlds_level *level = &told->levels[i];
        const double values[] = {level->spread.low, level->spread.middle, level->spread.high};
        struct text part = {0};
        say_plain(&part, told->results->designs.names[level->design]);
        table_take(&table, &part);
        for (size_t j = 0; j < sizeof values / sizeof *values; j++) {
            if (level->worlds > 0)
                say_number(&part, values[j]);
            table_take(&table, &part);
        }
        text_print(&part, "%zu", level->worlds);
        table_take(&table, &part);
    }
    table_write(&table, "  ", out);
    table_free(&table);
    if (told->level_count != 1)
        return;
    struct text sentence = {0};
    say_what_raises(&sentence, told, &told->levels[0]);
    text_print(out, "- %c%s.\n", toupper((unsigned char)sentence.bytes[0]), sentence.bytes + 1);
    text_free(&sentence);
}

static void sample_lines(const struct worlds_told *told, struct text *out)
{
    sample_table(told, out);
    for (size_t i = 0; i < told->design_count; i++) {
        const struct worlds_of_design *one = &told->designs[i];
        const size_t missing = worlds_that_were_run(told->results->worlds) - one->worlds;
        struct text sentence = {0};
        say_what_separates(&sentence, told, one);
        text_print(out, "- %c%s.\n", toupper((unsigned char)sentence.bytes[0]), sentence.bytes + 1);
        sentence.length = 0;
        if (say_what_to_find_out(&sentence, told, one))
            text_print(out, "  %c%s.\n", toupper((unsigned char)sentence.bytes[0]), sentence.bytes + 1);
        text_free(&sentence);
        if (missing > 0)
            text_print(out, "  In %zu %s there is no value to compare.\n", missing,
                       missing == 1 ? "world" : "worlds");
    }
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
    if (told->level_count > 0)
        level_lines(told, out);
    for (size_t i = 0; i < told->response_count; i++)
        response_lines(told, &told->responses[i], out);
    text_say(out, "\n");
}
