#include "analysis/words/sentence.h"

#include <math.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/compare.h"

/* A contrast in plain words. */

/* From this ratio on people say "times as many" rather than "% more". */
static const double times_from = 2;
static const double percent = 100;
static const char times_sign[] = "\xC3\x97", minus_sign[] = "\xE2\x88\x92";

const char *verdict_name(enum verdict verdict)
{
    static const char *const names[] = {"unknown", "unclear", "higher", "lower", "same"};
    return names[verdict];
}

const char *turn_name(enum turn turn)
{
    static const char *const names[] = {"stays the same", "becomes unclear", "turns around", "becomes clear",
                                        "too few runs to tell"};
    return names[turn];
}

static const char *usual_value(const struct results *results, const char *path)
{
    for (size_t i = 0; i < results->provenance.setting_count; i++)
        if (strcmp(results->provenance.settings[i].path, path) == 0)
            return results->provenance.settings[i].value;
    return "";
}

/* The only setting that a variant changes; NOT_FOUND where it changes several. */
static size_t only_axis(const struct results *results, const struct results_variant *variant)
{
    size_t only = NOT_FOUND, count = 0;
    for (size_t i = 0; i < results->axes.count; i++)
        if (variant->texts[i][0] != '\0') {
            only = i;
            count++;
        }
    return count == 1 ? only : NOT_FOUND;
}

/* "proposals that are submitted (`proposals.per_day`), 1 /d instead of 6 /d"; its label where it changes more
 * than one setting. */
static void say_variant(struct text *out, const struct results *results,
                        const struct results_variant *variant)
{
    const size_t axis = only_axis(results, variant);
    if (axis == NOT_FOUND) {
        say_plain(out, variant->label);
        return;
    }
    const char *usual = usual_value(results, results->axes.names[axis]);
    say_meaning_of_setting(out, results, results->axes.names[axis]);
    text_say(out, ", ");
    say_plain(out, variant->texts[axis]);
    if (usual[0] == '\0')
        return;
    text_say(out, " instead of ");
    say_plain(out, usual);
}

static bool say_labels(struct text *out, const struct comparison *comparison, size_t design, enum turn turn,
                       const char *before, size_t most)
{
    size_t said = 0;
    for (size_t i = 0; i < comparison->check_count; i++) {
        const struct assumption_check *check = &comparison->checks[i];
        if (check->turn != turn || check->contrast.design != design)
            continue;
        if (most > 0 && said++ >= most)
            continue;
        text_say(out, out->length == 0 ? before : "; ");
        say_variant(out, comparison->results, &comparison->results->variants[check->contrast.variant]);
    }
    if (most > 0 && said > most)
        text_print(out, " (and %zu more)", said - most);
    return out->length > 0;
}

void say_what_it_hangs_on(struct text *out, const struct comparison *comparison, size_t design, size_t most)
{
    struct text around = {0}, unclear = {0};
    bool turns = say_labels(&around, comparison, design, TURN_AROUND, "turns around if: ", most);
    bool blurs = say_labels(&unclear, comparison, design, TURN_UNCLEAR, "becomes unclear if: ", most);
    if (turns || blurs) {
        text_say(out, "the answer on ");
        say_design(out, comparison->results, design);
        text_print(out, " %s%s%s", turns ? around.bytes : "", turns && blurs ? ". It " : "",
                   blurs ? unclear.bytes : "");
    }
    text_free(&around);
    text_free(&unclear);
}

void say_reach(struct text *out, const struct results *results)
{
    if (results->assumed == 0)
        return;
    text_print(out, "Of the %zu assumed numbers that this scenario stands on, ", results->assumed);
    bool tries = false;
    for (size_t i = 0; i < results->variant_count; i++)
        tries = tries || results->variants[i].kind == VARIANT_ASSUMPTION;
    if (results->assumed_tried == 0)
        text_say(out, tries ? "none was tried: what was tried is known, fitted or a choice of yours."
                            : "none was tried.");
    else if (results->worlds->count > 0)
        text_print(out, "%zu %s tried: some by the scenario's author, all together in plausible worlds.",
                   results->assumed_tried, results->assumed_tried == 1 ? "was" : "were");
    else
        text_print(out, "%zu %s tried; the scenario's author chose %s.", results->assumed_tried,
                   results->assumed_tried == 1 ? "was" : "were", results->assumed_tried == 1 ? "it" : "them");
}

static size_t pairs_of(const struct contrast *contrast)
{
    return contrast->lead.ahead + contrast->lead.behind + contrast->lead.tied;
}

static void say_confidence(const struct contrast *contrast, struct text *out)
{
    say_number(out, contrast->confidence * percent);
    text_say(out, " % range ");
}

static void say_rest(const struct contrast *contrast, struct text *out)
{
    text_print(out, " of %zu paired runs", pairs_of(contrast));
    if (contrast->lead.tied > 0)
        text_print(out, ", %zu tied", contrast->lead.tied);
    if (contrast->lead.missing > 0)
        text_print(out, ", %zu without a value", contrast->lead.missing);
}

void contrast_lead(const struct results *results, const struct contrast *contrast, struct text *out)
{
    bool judged = results->measures[contrast->measure].better != DIRECTION_NEITHER;
    bool ahead = contrast->lead.ahead >= contrast->lead.behind;
    text_print(out, "%s in %zu", judged ? (ahead ? "ahead" : "behind") : (ahead ? "higher" : "lower"),
               ahead ? contrast->lead.ahead : contrast->lead.behind);
    say_rest(contrast, out);
}

bool contrast_saved(const struct contrast *contrast, struct text *out)
{
    if (!(contrast->saved > 0))
        return false;
    text_say(out, "pairing saved ");
    say_percent(out, contrast->saved);
    text_say(out, " of the runs");
    return true;
}

static bool has_ratio(const struct contrast *contrast)
{
    return contrast->ratio.certainty == CERTAINTY_INTERVAL;
}

static const struct estimate *shown_of(const struct contrast *contrast)
{
    return has_ratio(contrast) ? &contrast->ratio : &contrast->difference;
}

/* What a person calls more and less of a measure, and as many of it. */
struct degrees {
    const char *more, *less, *equal;
};

static struct degrees degrees_of(const struct results *results, const struct contrast *contrast)
{
    const struct phrase *phrase = phrase_of(&results->measures[contrast->measure]);
    return phrase == NULL || !has_ratio(contrast) ? (struct degrees){"more", "less", "as much"}
                                                  : (struct degrees){"more", phrase->less, phrase->equal};
}

/* Which of three ways a contrast is said in. All that is said of one goes through here, so that "ahead" never
 * stands beside a factor that only a table can explain. */
enum form { FORM_TIMES, FORM_PERCENT, FORM_AMOUNT };

static enum form form_of(const struct contrast *contrast)
{
    if (!has_ratio(contrast))
        return FORM_AMOUNT;
    return contrast->ratio.value >= times_from ? FORM_TIMES : FORM_PERCENT;
}

/* How far a value of the estimate is from "no difference": a share of the base, or an amount. */
static double change_at(const struct contrast *contrast, double value)
{
    return has_ratio(contrast) ? value - 1 : value;
}

static void say_size_of(const struct results *results, const struct contrast *contrast, double value,
                        struct text *out)
{
    switch (form_of(contrast)) {
    case FORM_TIMES:
        say_times(out, value);
        return;
    case FORM_PERCENT:
        say_percent(out, change_at(contrast, value));
        return;
    case FORM_AMOUNT:
        say_number(out, fabs(shown_factor(&results->measures[contrast->measure]) * value));
        return;
    }
}

/* Shares differ by points of percent, so that nobody takes them for parts of each other. */
static void say_unit_of_amount(struct text *out, const struct results_measure *measure)
{
    if (shown_factor(measure) > 1)
        text_say(out, " points");
    else
        say_unit(out, measure->unit);
}

/* "3.1 times as many", "54 % fewer", "0.02 hours less", "19 points less" */
static void say_change(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const double value = shown_of(contrast)->value, change = change_at(contrast, value);
    const struct degrees degrees = degrees_of(results, contrast);
    if (change == 0) {
        text_say(out, "the same");
        return;
    }
    say_size_of(results, contrast, value, out);
    if (form_of(contrast) == FORM_TIMES)
        text_print(out, " times %s", degrees.equal);
    if (form_of(contrast) == FORM_AMOUNT && !isnan(change))
        say_unit_of_amount(out, &results->measures[contrast->measure]);
    if (form_of(contrast) != FORM_TIMES && !isnan(change))
        text_print(out, " %s", change > 0 ? degrees.more : degrees.less);
}

/* "2.9 to 3.7", "53 % to 56 %"; where it holds "no difference", "3 % fewer to 8 % more". */
static void say_change_range(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const struct estimate *estimate = shown_of(contrast);
    const struct degrees degrees = degrees_of(results, contrast);
    const double low = change_at(contrast, estimate->low), high = change_at(contrast, estimate->high);
    const bool times = form_of(contrast) == FORM_TIMES;
    const bool both = !times && low < 0 && high > 0, turned = !times && !both && low < 0;
    say_size_of(results, contrast, turned ? estimate->high : estimate->low, out);
    if (both)
        text_print(out, " %s", degrees.less);
    text_say(out, " to ");
    say_size_of(results, contrast, turned ? estimate->low : estimate->high, out);
    if (both)
        text_print(out, " %s", degrees.more);
}

static void say_range_in_brackets(const struct results *results, const struct contrast *contrast,
                                  struct text *out)
{
    if (shown_of(contrast)->certainty != CERTAINTY_INTERVAL)
        return;
    text_say(out, " (");
    say_confidence(contrast, out);
    say_change_range(results, contrast, out);
    text_say(out, ")");
}

void contrast_short(const struct results *results, const struct contrast *contrast, struct text *out)
{
    say_change(results, contrast, out);
    say_range_in_brackets(results, contrast, out);
}

void contrast_shortest(const struct results *results, const struct contrast *contrast, struct text *out)
{
    say_change(results, contrast, out);
    if (shown_of(contrast)->certainty != CERTAINTY_INTERVAL)
        return;
    text_say(out, ", ");
    say_change_range(results, contrast, out);
}

void contrast_mark(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const double value = shown_of(contrast)->value, change = change_at(contrast, value);
    if (isnan(value))
        return;
    if (form_of(contrast) != FORM_TIMES && change != 0)
        text_say(out, change > 0 ? "+" : minus_sign);
    say_size_of(results, contrast, value, out);
    if (form_of(contrast) == FORM_TIMES)
        text_say(out, times_sign);
}

void contrast_phrase(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const struct phrase *phrase = phrase_of(&results->measures[contrast->measure]);
    if (phrase != NULL && has_ratio(contrast)) {
        text_print(out, "%s ", phrase->verb);
        say_change(results, contrast, out);
        text_print(out, " %s", phrase->noun);
    } else {
        say_plain(out, title_of(&results->measures[contrast->measure]));
        text_say(out, ": ");
        say_change(results, contrast, out);
    }
    say_range_in_brackets(results, contrast, out);
}

/* "decided 3.1 times as many proposals per hour as ..." */
static void say_ratio(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const struct results_measure *measure = &results->measures[contrast->measure];
    const struct phrase *phrase = phrase_of(measure);
    say_design(out, results, contrast->design);
    if (phrase == NULL) {
        text_say(out, ": ");
        say_within(out, measure->meaning);
        text_say(out, ", ");
    } else {
        text_print(out, " %s ", phrase->verb);
    }
    say_change(results, contrast, out);
    if (phrase != NULL)
        text_print(out, " %s", phrase->noun);
    text_say(out, form_of(contrast) == FORM_TIMES ? " as " : " than ");
    say_design(out, results, contrast->base);
    say_range_in_brackets(results, contrast, out);
}

static void say_difference(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const struct results_measure *measure = &results->measures[contrast->measure];
    say_design(out, results, contrast->design);
    text_say(out, ": ");
    say_within(out, measure->meaning);
    text_say(out, ", ");
    say_value(out, measure, contrast->mean.value);
    text_say(out, " against ");
    say_value(out, measure, contrast->base_mean.value);
    say_unit(out, measure->unit);
    text_say(out, " in ");
    say_design(out, results, contrast->base);
    text_say(out, ", ");
    contrast_short(results, contrast, out);
}

static void say_unclear(const struct results *results, const struct contrast *contrast, struct text *out)
{
    const struct results_measure *measure = &results->measures[contrast->measure];
    text_say(out, "no clear difference between ");
    say_design(out, results, contrast->design);
    text_say(out, " and ");
    say_design(out, results, contrast->base);
    text_say(out, " in ");
    say_subject(out, measure);
    text_print(out, " after %zu paired runs: ", pairs_of(contrast));
    say_design(out, results, contrast->design);
    text_say(out, " has ");
    contrast_short(results, contrast, out);
    if (isinf(contrast->settle)) {
        text_say(out, "; more runs would hardly settle it");
    } else if (contrast->settle > (double)pairs_of(contrast)) {
        text_say(out, "; ");
        say_runs(out, contrast->settle);
        text_say(out, " runs in all would be needed to settle it");
    }
}

static void say_unknown(const struct results *results, const struct contrast *contrast, struct text *out)
{
    text_say(out, "nothing can be said about ");
    say_subject(out, &results->measures[contrast->measure]);
    text_say(out, " in ");
    say_design(out, results, contrast->design);
    if (pairs_of(contrast) == 0)
        text_say(out, ": no run has a value in both designs");
    else
        text_print(out, ": %zu paired %s too few, at least %zu are needed", pairs_of(contrast),
                   pairs_of(contrast) == 1 ? "run is" : "runs are", fewest_pairs(contrast->confidence));
}

static void say_same(const struct results *results, const struct contrast *contrast, struct text *out)
{
    say_design(out, results, contrast->design);
    text_say(out, " and ");
    say_design(out, results, contrast->base);
    text_say(out, " are equal in ");
    say_subject(out, &results->measures[contrast->measure]);
    text_print(out, " in all of %zu paired runs: ", pairs_of(contrast));
    say_value(out, &results->measures[contrast->measure], contrast->mean.value);
    say_unit(out, results->measures[contrast->measure].unit);
}

void contrast_sentence(const struct results *results, const struct contrast *contrast, struct text *out)
{
    switch (contrast->verdict) {
    case VERDICT_UNKNOWN:
        say_unknown(results, contrast, out);
        return;
    case VERDICT_UNCLEAR:
        say_unclear(results, contrast, out);
        return;
    case VERDICT_SAME:
        say_same(results, contrast, out);
        return;
    case VERDICT_HIGHER:
    case VERDICT_LOWER:
        break;
    }
    if (has_ratio(contrast))
        say_ratio(results, contrast, out);
    else
        say_difference(results, contrast, out);
    text_say(out, ", ");
    contrast_lead(results, contrast, out);
}
