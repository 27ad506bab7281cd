#include "analysis/words/best_text.h"

#include <math.h>

#include "analysis/plain/plain.h"

static const double percent = 100;
enum { MOST_NAMED = 6 };

struct best_found best_found_in(const struct results *results)
{
    return (struct best_found){&results->best, results->designs.names, results->runs, results->designs.count};
}

static size_t count_of(const struct best_found *found, enum best_standing standing)
{
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++)
        count += found->best->standings[i] == standing ? 1 : 0;
    return count;
}

/* How many were out after at most so many runs. */
static size_t out_after(const struct best_found *found, size_t runs)
{
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++)
        count += found->best->standings[i] == STANDING_OUT && found->runs[i] <= runs ? 1 : 0;
    return count;
}

/* The runs after which a half of those that went out were out, and after which all were. */
static void find_ends(const struct best_found *found, size_t *half, size_t *all)
{
    const size_t out = count_of(found, STANDING_OUT);
    *half = *all = 0;
    for (size_t i = 0; i < found->count; i++) {
        const size_t runs = found->runs[i];
        if (found->best->standings[i] != STANDING_OUT)
            continue;
        *all = runs > *all ? runs : *all;
        if (2 * out_after(found, runs) >= out && (*half == 0 || runs < *half))
            *half = runs;
    }
}

static void say_after(struct text *out, size_t runs)
{
    text_print(out, " after %zu run%s", runs, runs == 1 ? "" : "s");
}

static void say_who_went_out(struct text *out, const struct best_found *found)
{
    const size_t gone = count_of(found, STANDING_OUT), absent = count_of(found, STANDING_ABSENT);
    size_t half, all;
    find_ends(found, &half, &all);
    if (gone > 0 && found->count == 2) {
        text_say(out, "; the other one was out");
        say_after(out, all);
    } else if (gone > 0 && half == all) {
        text_print(out, "; %zu of %zu %s out", gone, found->count, gone == 1 ? "was" : "were");
        say_after(out, all);
    } else if (gone > 0) {
        const size_t first = out_after(found, half);
        text_print(out, "; %zu of %zu %s out", first, found->count, first == 1 ? "was" : "were");
        say_after(out, half);
        text_print(out, ", %zu", gone);
        say_after(out, all);
    }
    if (absent > 0)
        text_print(out, "; %zu %s out because some run of %s has no value", absent,
                   absent == 1 ? "is" : "are", absent == 1 ? "it" : "them");
}

static void say_name(struct text *out, const struct best_found *found, size_t design)
{
    text_say(out, "\xE2\x80\x9C");
    say_plain(out, found->designs[design]);
    text_say(out, "\xE2\x80\x9D");
}

static void say_end_of_list(struct text *out, size_t said, size_t count)
{
    text_say(out, said == 0 ? "" : said + 1 == count ? " and " : ", ");
}

/* "“a”, “b” and “c”", the one that is ahead first; "“a”, “b” and 12 others". */
static void say_who_is_in(struct text *out, const struct best_found *found)
{
    const size_t in = count_of(found, STANDING_IN), leader = found->best->leader;
    const size_t named = in > MOST_NAMED ? MOST_NAMED - 1 : in, parts = in > MOST_NAMED ? named + 1 : in;
    size_t said = 0;
    if (leader != NOT_FOUND)
        say_name(out, found, leader);
    said = leader == NOT_FOUND ? 0 : 1;
    for (size_t i = 0; i < found->count && said < named; i++) {
        if (found->best->standings[i] != STANDING_IN || i == leader)
            continue;
        say_end_of_list(out, said++, parts);
        say_name(out, found, i);
    }
    if (in > named)
        text_print(out, " and %zu others", in - named);
}

static void say_by(struct text *out, const struct results_best *best)
{
    text_say(out, " by `");
    say_plain(out, best->of);
    text_say(out, "`");
}

static void say_wish(struct text *out, const struct results_best *best, const char *of_what)
{
    text_print(out, "within %g %% of %s", best->worth * percent, of_what);
}

static void say_sure(struct text *out, const struct results_best *best)
{
    text_print(out, "%g %% sure", best->sure * percent);
}

static void say_decided(struct text *out, const struct best_found *found)
{
    const struct results_best *best = found->best;
    const size_t in = count_of(found, STANDING_IN);
    if (in == found->count) {
        text_say(out, "No design is the best");
        say_by(out, best);
        text_print(out, ": all %zu are alike in every run", in);
        return;
    }
    say_who_is_in(out, found);
    text_print(out, in == 1 ? " is the best of %zu" : " are alike in every run, and the best of %zu",
               found->count);
    say_by(out, best);
    text_say(out, ", or ");
    say_wish(out, best, "it");
    text_say(out, " (");
    say_sure(out, best);
    text_say(out, ")");
}

static void say_not_decided(struct text *out, const struct best_found *found)
{
    const struct results_best *best = found->best;
    const size_t in = count_of(found, STANDING_IN);
    text_print(out,
               "Stopped at %g runs, the most allowed, before it was decided which of %zu designs is the best",
               best->most, found->count);
    say_by(out, best);
    text_print(out, ": %zu are still in, ", in);
    say_who_is_in(out, found);
    text_say(out, " (wanted: the best, or ");
    say_wish(out, best, "it");
    text_say(out, ", ");
    say_sure(out, best);
    text_say(out, ")");
    if (best->delta == 0)
        text_say(out, "; the best mean of the first runs is zero, and no share of zero can be found");
}

void say_best(struct text *out, const struct best_found *found)
{
    const struct results_best *best = found->best;
    if (*best->of == '\0')
        return;
    if (best->leader == NOT_FOUND) {
        text_say(out, "No design has a value of `");
        say_plain(out, best->of);
        text_say(out, "` in every run, so none is the best by it.");
        return;
    }
    if (best->decided)
        say_decided(out, found);
    else
        say_not_decided(out, found);
    say_who_went_out(out, found);
    text_say(out, ".");
}

void say_best_line(struct text *out, const struct results *results)
{
    const struct best_found found = best_found_in(results);
    say_best(out, &found);
    text_say(out, *results->best.of == '\0' ? "" : "\n");
}

void say_standing(struct text *out, const struct best_found *found, size_t design)
{
    const bool alone = count_of(found, STANDING_IN) == 1;
    switch (found->best->standings[design]) {
    case STANDING_IN:
        text_say(out, found->best->decided ? alone ? "the best" : "one of the best" : "still in");
        break;
    case STANDING_OUT:
        text_say(out, "out");
        say_after(out, found->runs[design]);
        break;
    case STANDING_ABSENT:
        text_say(out, "no value in some run");
        break;
    }
}
