#include "analysis/report/report_parts.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/report/html.h"
#include "analysis/words/sentence.h"

/* How sure the answer is: runs, pairs, every design against every other one, and other numbers. */

enum { MOST_OPEN = 6 };

static void pairing(struct page *page)
{
    const struct results *results = page->results;
    text_say(page->text, "<p>");
    say_runs_of(page->text, results);
    text_say(page->text,
             ". Run after run, all designs had the same people, the same proposals and the same luck, so "
             "they are compared pair by pair.</p>\n<ul>\n");
    for (size_t i = 0; i + 1 < results->designs.count; i++) {
        const struct contrast *contrast = &page->comparison->contrasts[i];
        const size_t pairs = contrast->lead.ahead + contrast->lead.behind + contrast->lead.tied;
        struct text lead = {0};
        if (pairs == 0)
            text_say(&lead, "no run has a value in both");
        else
            contrast_lead(results, contrast, &lead);
        if (contrast->saved > 0)
            text_say(&lead, "; ");
        contrast_saved(contrast, &lead);
        text_say(page->text, "<li><strong>");
        html_text(page->text, results->designs.names[contrast->design]);
        text_say(page->text, "</strong> against ");
        html_text(page->text, results->designs.names[contrast->base]);
        text_print(page->text, ": %s.</li>\n", lead.bytes);
        text_free(&lead);
    }
    text_say(page->text, "</ul>\n");
}

static void pair_cell(struct page *page, size_t design, size_t other)
{
    if (design == other) {
        text_say(page->text, "<td></td>");
        return;
    }
    const struct contrast *contrast = ranking_pair(&page->ranking, design, other);
    const bool clear = contrast->verdict == VERDICT_HIGHER || contrast->verdict == VERDICT_LOWER;
    struct text mark = {0};
    contrast_mark(page->results, contrast, &mark);
    text_say(page->text, "<td class=\"n\">");
    if (contrast->verdict == VERDICT_SAME)
        text_say(page->text, "the same");
    else if (clear)
        text_print(page->text, "<strong>%s</strong>", mark.bytes);
    else
        text_print(page->text, "(%s)", mark.length == 0 ? "not known" : mark.bytes);
    text_say(page->text, "</td>");
    text_free(&mark);
}

/* In the order of the ranking, so that what is better stands above. */
static void all_pairs(struct page *page)
{
    const struct ranking *ranking = &page->ranking;
    const bool folded = ranking->count > MOST_OPEN;
    if (ranking->count < 3)
        return;
    text_print(page->text, "%s<div class=\"scroll\"><table class=\"pairs\"><thead><tr><th>%s</th>",
               folded ? "<details><summary>Every design against every other one</summary>\n" : "",
               folded ? "" : "Each against each");
    for (size_t i = 0; i < ranking->count; i++)
        text_print(page->text, "<th>%zu</th>", i + 1);
    text_say(page->text, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < ranking->count; i++) {
        text_print(page->text, "<tr><th scope=\"row\">%zu ", i + 1);
        html_text(page->text, page->results->designs.names[ranking->designs[i].design]);
        text_say(page->text, "</th>");
        for (size_t j = 0; j < ranking->count; j++)
            pair_cell(page, ranking->designs[i].design, ranking->designs[j].design);
        text_say(page->text, "</tr>\n");
    }
    text_print(page->text,
               "</tbody></table></div>\n<p class=\"small\">How much more or less the design of the row has "
               "than that of "
               "the column; in brackets where that is not clear.</p>\n%s",
               folded ? "</details>\n" : "");
}

static void check_row(struct page *page, const struct assumption_check *check)
{
    const struct results *results = page->results;
    struct text change = {0};
    bool strong = check->turn == TURN_AROUND || check->turn == TURN_UNCLEAR;
    contrast_shortest(results, &check->contrast, &change);
    text_say(page->text, "<tr><th scope=\"row\">");
    html_text(page->text, results->designs.names[check->contrast.design]);
    text_print(page->text, "</th><td><span class=\"tag%s\">%s</span></td><td class=\"n\">",
               strong ? " strong" : "", turn_name(check->turn));
    html_text(page->text, change.bytes);
    text_say(page->text, "</td></tr>\n");
    text_free(&change);
}

/* The designs of one variant: the checks come variant by variant. */
static size_t check_group(struct page *page, size_t first)
{
    const struct comparison *comparison = page->comparison;
    const struct assumption_check *checks = comparison->checks;
    size_t variant = checks[first].contrast.variant, next = first;
    text_say(page->text, "<tbody><tr><th colspan=\"3\" scope=\"rowgroup\">");
    html_text(page->text, page->results->variants[variant].label);
    text_print(page->text, " <span class=\"small\">(%zu %s)</span></th></tr>\n", checks[first].runs,
               checks[first].runs == 1 ? "run" : "runs");
    while (next < comparison->check_count && checks[next].contrast.variant == variant)
        check_row(page, &checks[next++]);
    text_say(page->text, "</tbody>\n");
    return next;
}

static size_t checks_that(const struct comparison *comparison, enum turn turn)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->check_count; i++)
        count += comparison->checks[i].turn == turn ? 1 : 0;
    return count;
}

static void checks_in_words(struct page *page)
{
    const struct comparison *comparison = page->comparison;
    size_t around = checks_that(comparison, TURN_AROUND), unclear = checks_that(comparison, TURN_UNCLEAR);
    size_t few = checks_that(comparison, TURN_TOO_FEW);
    text_say(page->text,
             "<p>Some numbers behind this are assumed, because nobody has measured them. The first answer "
             "was worked out again with other values of some of them.");
    if (around + unclear + few == 0)
        text_say(page->text, " It stayed the same each time.");
    if (around + unclear > 0)
        text_print(page->text,
                   " <strong>It turned around in %zu and became unclear in %zu of %zu cases.</strong>",
                   around, unclear, comparison->check_count);
    if (few > 0)
        text_print(
            page->text,
            " In %zu of %zu cases too few runs were made to tell: with as few, the first answer itself "
            "would be unclear.",
            few, comparison->check_count);
    text_say(page->text, "</p>\n");
}

static void other_assumptions(struct page *page)
{
    const struct comparison *comparison = page->comparison;
    if (comparison->check_count == 0) {
        text_say(page->text, page->worlds == NULL || page->results->worlds->count == 0
                                 ? "<p>This scenario does not say how the answer would change with other "
                                   "assumptions.</p>\n"
                                 : "");
        return;
    }
    checks_in_words(page);
    text_print(page->text,
               "<details><summary>Case by case</summary>\n<div "
               "class=\"scroll\"><table><thead><tr><th>if</th><th>the first answer</th><th>against ");
    html_text(page->text, page->results->designs.names[comparison->base]);
    text_say(page->text, "</th></tr></thead>\n");
    for (size_t i = 0; i < comparison->check_count;)
        i = check_group(page, i);
    text_say(page->text, "</table></div></details>\n");
}

void report_sure(struct page *page)
{
    if (page->comparison == NULL)
        return;
    text_say(page->text, "<h2>How sure is this?</h2>\n");
    pairing(page);
    all_pairs(page);
    other_assumptions(page);
}
