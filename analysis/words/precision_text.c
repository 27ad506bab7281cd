#include "analysis/words/precision_text.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/file/naming.h"
#include "analysis/words/sentence.h"
#include "base/require.h"

static const double percent = 100, most_said = 10; /* ten times the mean: beyond it a number says nothing */

/* Rounded up to two digits, so that what is not enough never looks as if it were. */
void say_precision_share(struct text *out, double share)
{
    double number = share * percent;
    if (share > most_said) {
        text_say(out, "more than \xC2\xB1 1000 %");
        return;
    }
    double step = number > 0 ? pow(10, floor(log10(number)) - 1) : 1;
    text_say(out, "\xC2\xB1 ");
    say_number(out, step * ceil(number / step - 1e-9));
    text_say(out, " %");
}

bool precision_is_reached(const struct results_precision *precision)
{
    return precision->reached <= precision->within;
}

void say_precision(struct text *out, const struct results_precision *precision, size_t runs)
{
    if (*precision->of == '\0')
        return;
    const bool reached = precision_is_reached(precision), none = isnan(precision->reached);
    text_print(out, "%s %zu runs of each design", reached ? "Sure enough after" : "Stopped at", runs);
    text_say(out, reached || none ? ": " : ", the most allowed: ");
    text_say(out, none ? "no run has a value of `" : "the mean of `");
    say_plain(out, precision->of);
    text_say(out, "`");
    if (!none) {
        text_say(out, reached ? " is known to " : " is still ");
        say_precision_share(out, precision->reached);
        text_say(out, reached ? " or better in every design" : " in the design where it is least sure");
        text_say(out, " (wanted: \xC2\xB1 ");
        say_number(out, precision->within * percent);
        text_say(out, " %, 95 % sure)");
    }
    text_say(out, ".");
}

static void say_subject_of(struct text *out, const struct results *results)
{
    const size_t measure = results_find_measure(results, results->precision.of);
    if (measure == NOT_FOUND)
        say_plain(out, results->precision.of);
    else
        say_subject(out, &results->measures[measure]);
}

static void say_why_it_stopped(struct text *out, const struct results *results)
{
    const struct results_precision *precision = &results->precision;
    const bool reached = precision_is_reached(precision);
    text_say(out, reached ? ". It stopped when the mean of " : ", the most that was allowed: ");
    if (isnan(precision->reached))
        text_say(out, "no run has a value of ");
    else
        text_say(out, reached ? "" : "the mean of ");
    say_subject_of(out, results);
    if (isnan(precision->reached)) {
        text_say(out, ".");
        return;
    }
    text_say(out, reached ? " was known to " : " is only known to ");
    say_precision_share(out, precision->reached);
    text_say(out, reached ? " or better in every design; \xC2\xB1 "
                          : " in the design where it is least sure; \xC2\xB1 ");
    say_number(out, precision->within * percent);
    text_say(out, reached ? " % was enough." : " % was wished.");
}

void say_why_so_many(struct text *out, const struct results *results)
{
    say_size(out, results->replications);
    text_say(out, results->replications == 1 ? " was made" : " were made");
    if (*results->precision.of == '\0')
        text_say(out, ": so many were asked for.");
    else
        say_why_it_stopped(out, results);
}

bool say_what_luck_leaves(struct text *out, const struct results *results, double confidence)
{
    const struct results_measure *measure = &results->measures[results->headline];
    double *values = must_allocate(results->most_replications + 1, sizeof *values), worst = 0;
    for (size_t design = 0; design < results->designs.count; design++) {
        const size_t count = results_run_values(results, results->headline, 0, design, ALL_SITES, values);
        const struct estimate mean = estimate_mean(values, count, measure->bounds, confidence);
        const double half = mean.certainty == CERTAINTY_INTERVAL ? (mean.high - mean.low) / 2 : NAN;
        worst = worst >= 0 && half >= 0 ? fmax(worst, half > 0 ? half / fabs(mean.value) : 0) : NAN;
    }
    free(values);
    if (isnan(worst) || results->designs.count == 0)
        return false;
    text_print(out, "After %zu runs the mean of ", results->replications);
    say_subject(out, measure);
    text_say(out, " is known to ");
    say_precision_share(out, worst);
    text_say(out, results->designs.count > 1 ? " or better in every design." : ".");
    return true;
}

static void say_two(struct text *out, const struct results *results, const struct contrast *contrast)
{
    say_design(out, results, contrast->design);
    text_say(out, " and ");
    say_design(out, results, contrast->base);
}

static void say_the_difference(struct text *out, const struct results *results,
                               const struct contrast *contrast)
{
    text_say(out, "The difference between ");
    say_two(out, results, contrast);
    text_say(out, ", ");
    contrast_short(results, contrast, out);
    text_say(out, ", ");
}

void say_what_range_means(struct text *out, const struct results *results, const struct contrast *contrast)
{
    switch (contrast->verdict) {
    case VERDICT_UNKNOWN:
        text_say(out, "There are too few runs to say whether luck alone makes the difference between ");
        say_two(out, results, contrast);
        break;
    case VERDICT_SAME:
        say_two(out, results, contrast);
        text_say(out, " do not differ in any run");
        break;
    case VERDICT_UNCLEAR:
        say_the_difference(out, results, contrast);
        text_say(out, "can be luck alone: its range holds \xE2\x80\x9Cno difference\xE2\x80\x9D");
        break;
    case VERDICT_HIGHER:
    case VERDICT_LOWER:
        say_the_difference(out, results, contrast);
        text_say(out,
                 "is hardly luck alone: its whole range lies on one side. More runs would make the range "
                 "narrower, and hardly change who is ahead");
    }
    text_say(out, ".");
}
