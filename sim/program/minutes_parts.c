#include <math.h>
#include <string.h>

#include "program/carry_out.h"
#include "program/minutes_scenario.h"
#include "scenario/quote.h"

enum { COLUMN = 36, LONGEST_DAY = 24, MOST_LISTED = 20 };
static const double percent = 100;

const char minutes_worlds[] = "sensitivity: {by: sample, points: 200, replications: 6}\n"
                              "over: assumed\n";

void minutes_line(struct text *out, const char *line, const char *comment)
{
    text_print(out, "%-*s # %s\n", COLUMN, line, comment);
}

/* In YAML's double quotes, on one line. */
static void say_quoted(struct text *out, const char *words)
{
    struct text valid = {0};
    text_add_utf8(&valid, words, strlen(words));
    text_say(out, "\"");
    for (size_t i = 0; i < valid.length;) {
        const size_t sequence = utf8_sequence(valid.bytes + i, valid.length - i);
        const uint32_t point = utf8_point(valid.bytes + i, sequence);
        if (valid.bytes[i] == '"' || valid.bytes[i] == '\\')
            text_say(out, "\\");
        if (utf8_is_hidden(point) || utf8_is_odd_blank(point) || point < ' ')
            text_say(out, " ");
        else
            text_add(out, valid.bytes + i, sequence);
        i += sequence;
    }
    text_say(out, "\"");
    text_free(&valid);
}

static void say_comment(struct text *out, const char *words)
{
    quote_add(out, words, strlen(words));
}

/* --- what the record says --- */

/* Four digits, the ends of a range rounded outward. */
static double rounded(double value, double (*round_it)(double value))
{
    const double digits = 4;
    if (value == 0)
        return 0;
    const double unit = pow(10, floor(log10(fabs(value))) + 1 - digits);
    return round_it(value / unit) * unit;
}

static void say_number(const struct minutes_number *number, struct text *out)
{
    text_print(out, "  - {measure: %s, value: %.4g", number->measure, rounded(number->value, round));
    if (number->ranged)
        text_print(out, ", least: %.4g, most: %.4g", rounded(number->least, floor),
                   rounded(number->most, ceil));
    text_say(out, ",\n     source: ");
    say_quoted(out, number->source);
    text_say(out, "}\n");
}

void minutes_say_found(const struct minutes_told *told, struct text *out)
{
    const struct minutes_found *found = &told->found;
    text_print(
        out,
        "# What the minutes say. Ranges hold the true number in %.4g of 100 such records: of shares after "
        "Wilson, of means by bootstrap.\n",
        percent * told->confidence);
    if (found->count > 0)
        text_say(out, "found:\n");
    for (size_t i = 0; i < found->count; i++)
        say_number(&found->numbers[i], out);
    if (found->gap_count > 0)
        text_say(out, "# What this table does not say:\n");
    for (size_t i = 0; i < found->gap_count; i++)
        text_print(out, "#   %s: %s\n", found->gaps[i].measure, found->gaps[i].why);
}

bool minutes_can_fit(const struct minutes_told *told)
{
    for (size_t i = 0; i < told->found.count; i++)
        if (told->found.numbers[i].ranged && told->found.numbers[i].least < told->found.numbers[i].most)
            return true;
    return false;
}

void minutes_say_unused(const struct minutes_told *told, struct text *out)
{
    const struct trouble *unused = told->unused;
    const size_t all = unused->count + unused->dropped;
    if (all == 0)
        return;
    text_say(out, "# Not used:\n");
    for (size_t i = 0; i < unused->count && i < MOST_LISTED; i++) {
        const struct complaint *complaint = &unused->complaints[i];
        text_print(out, "#   line %d, column %d: ", complaint->where.line, complaint->where.column);
        say_comment(out, complaint->sentence);
        if (complaint->hint != NULL) {
            text_say(out, "; ");
            say_comment(out, complaint->hint);
        }
        text_say(out, "\n");
    }
    if (all > MOST_LISTED)
        text_print(out, "#   and %zu more\n", all - MOST_LISTED);
}

/* --- what came in --- */

const char *minutes_rate(const struct minutes_told *told, struct arena *arena)
{
    return isnan(told->load.a_day) ? "" : arena_print(arena, "per_day: %.4g /d", told->load.a_day);
}

const char *minutes_rate_from(const struct minutes_told *told, struct arena *arena)
{
    const double week = 7;
    return arena_print(arena, "%zu %s in %.4g days: %.3g a week", told->load.proposals,
                       told->load.named ? "different proposals" : "proposals, of rows without names,",
                       told->load.days, week * told->load.a_day);
}

const char *minutes_facets_from(const struct facets_wanted *wanted, const struct facets_tried *tried,
                                struct arena *arena)
{
    if (isnan(tried->minutes))
        return arena_print(arena,
                           "how complex a proposal is: a guess, since the model hears hardly any "
                           "(in the minutes one takes %.0f minutes)",
                           wanted->minutes);
    return arena_print(arena,
                       "how complex a proposal is: found by trying, so that one takes about %.0f minutes (in "
                       "the minutes %.0f%s)",
                       tried->minutes, wanted->minutes, facets_doubt(wanted, tried));
}

enum status minutes_check(struct call *call, const char *name, const struct text *scenario)
{
    struct arena arena = {0};
    struct experiment_request request;
    enum status status = request_of(call, name, &request);
    if (status == STATUS_FINE) {
        request.text = scenario->bytes;
        request.length = scenario->length;
        request.inputs = NULL;
        status = experiment_load(&request, &arena, &call->trouble) == NULL ? trouble_status(&call->trouble)
                                                                           : STATUS_FINE;
    }
    arena_free(&arena);
    return status;
}
