#include "analysis/words/fitting_text.h"

#include <ctype.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/found_text.h"

enum { MOST_LISTED = 12 }; /* names in one line */

static size_t used_of(const struct fitting *fitting)
{
    size_t used = 0;
    for (size_t i = 0; i < fitting->found_count; i++)
        used += fitting->found[i].unit > 0 && fitting->found[i].worlds > 0 ? 1 : 0;
    return used;
}

void say_which_are_kept(struct text *out, const struct fitting *fitting)
{
    const size_t used = used_of(fitting);
    const char *the = record_words(fitting->results)->the;
    if (fitting->lack == FITTING_TOO_FEW) {
        text_print(
            out, "too few worlds have a value of every number in %s to say which agree with it: it takes %d",
            the, (int)FITTING_FEWEST);
        return;
    }
    text_print(
        out,
        "%zu plausible worlds differ in the numbers that nobody knows for sure. Kept are the %zu that agree "
        "best with ",
        fitting->worlds, fitting->kept - fitting->allowed);
    if (used == 1)
        text_print(out, "the number in %s", the);
    else
        text_print(out, "the %zu numbers in %s", used, the);
    if (fitting->allowed > 0)
        text_print(out, ", and %zu more that %s within the range of %s", fitting->allowed,
                   fitting->allowed == 1 ? "lies" : "lie", used == 1 ? "it" : "each of them");
    if (fitting->results->designs.count > 1) {
        text_print(out, ". What is compared with %s are the runs of ", the);
        say_design(out, fitting->results, fitting->design);
    }
    if (fitting->without > 0)
        text_print(out, ". %zu more %s left out: one of these numbers has no value there", fitting->without,
                   fitting->without == 1 ? "world is" : "worlds are");
}

void say_how_near(struct text *out, const struct fitting *fitting)
{
    const struct record_words *words = record_words(fitting->results);
    text_print(out, "a world at a distance of 1 or less lies within what %s %s%s. The nearest world is at ",
               words->the, words->allow, used_of(fitting) == 1 ? "" : ", on the whole");
    say_number(out, fitting->nearest);
    text_say(out, ", the farthest that is kept at ");
    say_number(out, fitting->farthest);
    text_say(out, used_of(fitting) == 1
                      ? " (counted in half widths of the range of the number, or in its tolerance)"
                      : " (root mean square over the numbers, each in half widths of its range, or in its "
                        "tolerance)");
    if (fitting->nearest > 1)
        text_print(out,
                   ". Even the nearest is outside of what %s %s: the kept worlds are the least bad ones, not "
                   "good ones. Something in the scenario, or in the model, is not as it is there",
                   words->the, words->allow);
}

/* Two digits are enough for what was found in some worlds. */
static void say_range_of(struct text *out, const struct fitting *fitting, size_t factor,
                         const struct fitting_range *range)
{
    say_factor_threshold(out, fitting->results, factor, range->low);
    text_say(out, " to ");
    say_factor_threshold(out, fitting->results, factor, range->high);
    text_say(out, ", and ");
    say_factor_threshold(out, fitting->results, factor, range->middle);
    text_say(out, " in the middle");
}

static bool is_choice(const struct fitting *fitting, const struct fitting_number *number)
{
    return fitting->results->worlds->factors[number->factor].choices.count > 0;
}

static void say_choice(struct text *out, const struct fitting *fitting, const struct fitting_number *number,
                       size_t have, size_t worlds)
{
    text_say(out, "“");
    say_factor_value(out, fitting->results, number->factor, (double)number->choice);
    text_print(out, "” in %zu of %zu", have, worlds);
}

void say_prior_of(struct text *out, const struct fitting *fitting, const struct fitting_number *number)
{
    if (is_choice(fitting, number))
        say_choice(out, fitting, number, number->prior_have, fitting->worlds);
    else
        say_range_of(out, fitting, number->factor, &number->prior);
}

void say_kept_of(struct text *out, const struct fitting *fitting, const struct fitting_number *number)
{
    if (is_choice(fitting, number))
        say_choice(out, fitting, number, number->kept_have, fitting->kept);
    else
        say_range_of(out, fitting, number->factor, &number->kept);
}

static void say_number_of_record(struct text *out, const struct fitting *fitting,
                                 const struct fitting_found *found)
{
    say_plain(out, title_of(&fitting->results->measures[found->found->measure]));
    text_say(out, " (found: ");
    say_found(out, fitting->results, found->found);
    if (found->found->ranged) {
        text_say(out, ", range ");
        say_found_range(out, fitting->results, found->found);
    }
    text_say(out, ")");
}

bool say_not_reached(struct text *out, const struct fitting *fitting, const struct fitting_found *found)
{
    if (!(found->unit > 0) || found->worlds == 0 || found->reached > 0)
        return false;
    text_say(out, "no world reaches ");
    say_number_of_record(out, fitting, found);
    text_say(out, ": worlds have ");
    if (found->least < found->most)
        say_values(out, &fitting->results->measures[found->found->measure], found->least, found->most);
    else
        say_value(out, &fitting->results->measures[found->found->measure], found->least);
    return true;
}

bool say_not_used(struct text *out, const struct fitting *fitting, const struct fitting_found *found)
{
    if (found->unit > 0 && found->worlds > 0)
        return false;
    say_number_of_record(out, fitting, found);
    text_say(out, found->worlds == 0 ? " is left out: no world has a value of it"
                  : found->found->ranged
                      ? " is left out: its range has no width"
                      : " is left out: the record states neither a range nor a `tolerance`");
    return true;
}

void say_kept_design(struct text *out, const struct fitting *fitting, const struct fitting_design *design)
{
    const bool better = fitting->results->measures[fitting->measure].better != DIRECTION_NEITHER;
    text_say(out, "in the kept worlds ");
    say_design(out, fitting->results, design->design);
    text_say(out, better ? " is ahead of " : " has more than ");
    say_design(out, fitting->results, fitting->base);
    text_print(out, " in %zu of %zu (clearly in %zu; clearly %s in %zu), in all worlds in %zu of %zu",
               design->kept_ahead, design->kept, design->kept_clearly_ahead, better ? "behind" : "less",
               design->kept_clearly_behind, design->ahead, design->worlds);
}

/* --- the block of a comparison --- */

/* A sentence that begins with a small letter, as one of its own. */
static void take_line(struct text *out, struct text *sentence)
{
    text_print(out, "- %c%s.\n", toupper((unsigned char)sentence->bytes[0]), sentence->bytes + 1);
    sentence->length = 0;
}

static void number_row(struct table *table, const struct fitting *fitting,
                       const struct fitting_number *number)
{
    const size_t factor = number->factor;
    const double values[] = {number->prior.low, number->prior.middle, number->prior.high,
                             number->kept.low,  number->kept.middle,  number->kept.high};
    struct text part = {0};
    say_setting(&part, fitting->results, fitting->results->worlds->factors[factor].path);
    table_take(table, &part);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (!is_choice(fitting, number))
            say_factor_threshold(&part, fitting->results, factor, values[i]);
        else if (i % 3 == 1)
            say_choice(&part, fitting, number, i < 3 ? number->prior_have : number->kept_have,
                       i < 3 ? fitting->worlds : fitting->kept);
        table_take(table, &part);
    }
}

static void number_table(const struct fitting *fitting, struct text *out)
{
    static const enum align align[] = {ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT,
                                       ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT};
    static const char *const headings[] = {
        "",       "all: 1 in 10 below", "middle", "1 in 10 above", "kept: 1 in 10 below",
        "middle", "1 in 10 above"};
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        table_cell(&table, headings[i]);
    for (size_t i = 0; i < fitting->told; i++)
        number_row(&table, fitting, &fitting->numbers[i]);
    table_write(&table, "  ", out);
    table_free(&table);
}

static void numbers_block(const struct fitting *fitting, struct text *out)
{
    const size_t others = fitting->number_count - fitting->told;
    const struct record_words *words = record_words(fitting->results);
    if (fitting->told > 0) {
        text_print(out, "  %c%s %s something about %zu of %zu numbers:\n",
                   toupper((unsigned char)words->the[0]), words->the + 1, words->say, fitting->told,
                   fitting->number_count);
        number_table(fitting, out);
    }
    if (others == 0)
        return;
    text_print(out, "- %c%s %s nothing clear about %zu %s", toupper((unsigned char)words->the[0]),
               words->the + 1, words->say, others, others == 1 ? "number" : "numbers");
    if (others > MOST_LISTED) {
        text_say(out, " (the report lists them, and so does --json).\n");
        return;
    }
    text_say(out, ": ");
    for (size_t i = fitting->told; i < fitting->number_count; i++) {
        text_say(out, i == fitting->told ? "" : ", ");
        say_setting(out, fitting->results,
                    fitting->results->worlds->factors[fitting->numbers[i].factor].path);
    }
    text_say(out, ".\n");
}

void fitting_text(const struct fitting *fitting, struct text *out)
{
    struct text sentence = {0};
    if (fitting == NULL || fitting->lack == FITTING_NO_RECORD || fitting->lack == FITTING_NO_SAMPLE)
        return;
    text_print(out, "%s\n", record_words(fitting->results)->title);
    say_which_are_kept(&sentence, fitting);
    take_line(out, &sentence);
    if (fitting->lack == FITTING_FINE) {
        say_how_near(&sentence, fitting);
        take_line(out, &sentence);
        numbers_block(fitting, out);
    }
    for (size_t i = 0; i < fitting->found_count; i++)
        if (say_not_reached(&sentence, fitting, &fitting->found[i]) ||
            say_not_used(&sentence, fitting, &fitting->found[i]))
            take_line(out, &sentence);
    for (size_t i = 0; i < fitting->design_count; i++) {
        say_kept_design(&sentence, fitting, &fitting->designs[i]);
        take_line(out, &sentence);
    }
    text_free(&sentence);
    text_say(out, "\n");
}
