#include "analysis/report/report_parts.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/worlds.h"
#include "analysis/report/html.h"
#include "analysis/words/precision_text.h"
#include "analysis/words/sentence.h"

/* How sure the answer is: runs, pairs, every design against every other one, and other numbers. */

enum { MOST_OPEN = 6, FEWEST_IN_TABLE = 3 };

/* How many runs there are, why, and what makes them differ. */
static void runs_and_luck(struct page *page)
{
    struct text said = {0};
    say_why_so_many(&said, page->results);
    text_say(page->text, "<p><strong>Runs.</strong> ");
    html_names(page->text, said.bytes);
    text_say(page->text,
             " What differs from run to run is luck: who comes, who speaks, which proposals arrive.");
    text_say(page->text, page->comparison == NULL
                             ? "</p>\n"
                             : " Run after run, all designs had the same luck, so they are "
                               "compared pair by pair.</p>\n");
    text_free(&said);
}

static void what_range_remains(struct page *page)
{
    struct text said = {0};
    bool any =
        *page->results->precision.of == '\0' && say_what_luck_leaves(&said, page->results, page->confidence);
    if (page->comparison != NULL) {
        const struct first_pair pair = report_first_pair(page);
        text_say(&said, any ? " " : "");
        say_what_range_means(&said, page->results, ranking_pair(&page->ranking, pair.best, pair.other));
        any = true;
    }
    if (any) {
        text_say(page->text, "<p><strong>What luck leaves open.</strong> ");
        html_names(page->text, said.bytes);
        text_say(page->text, "</p>\n");
    }
    text_free(&said);
}

/* Folded where a table of all pairs stands beside it. */
static void pairing(struct page *page)
{
    const struct results *results = page->results;
    const bool folded = page->ranking.count >= FEWEST_IN_TABLE;
    text_say(page->text, folded ? "<details><summary>Run by run</summary>\n<ul>\n" : "<ul>\n");
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
    text_say(page->text, folded ? "</ul>\n</details>\n" : "</ul>\n");
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
    if (ranking->count < FEWEST_IN_TABLE)
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
    text_say(page->text, " The first answer was worked out again with other values of some of them.");
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
}

/* What is the same in all runs, which no range tells of. */
static void what_no_run_tells(struct page *page)
{
    const struct results *results = page->results;
    text_say(page->text, "<p><strong>What more runs do not tell.</strong> The rules of the model and ");
    if (results->assumed > 0)
        text_print(page->text, "%zu assumed %s", results->assumed,
                   results->assumed == 1 ? "number" : "numbers");
    else
        text_say(page->text, "the assumed numbers");
    text_say(page->text,
             ", which nobody has measured, are the same in all runs; no range above covers them.");
    if (page->comparison != NULL && page->comparison->check_count > 0)
        checks_in_words(page);
    else if (results->worlds->count == 0)
        text_say(page->text, " This scenario does not say how the answer would change with other values.");
    if (results->worlds->count > 0)
        text_say(page->text, page->comparison == NULL || page->worlds->design_count == 0
                                 ? " <em>What does the answer depend on?</em> changes many at once."
                                 : " <em>Does the answer hold?</em> changes many at once.");
    text_say(page->text, "</p>\n");
}

static void case_by_case(struct page *page)
{
    const struct comparison *comparison = page->comparison;
    if (comparison == NULL || comparison->check_count == 0)
        return;
    text_print(page->text,
               "<details><summary>Case by case</summary>\n<div "
               "class=\"scroll\"><table><thead><tr><th>if</th><th>the first answer</th><th>against ");
    html_text(page->text, page->results->designs.names[comparison->base]);
    text_say(page->text, "</th></tr></thead>\n");
    for (size_t i = 0; i < comparison->check_count;)
        i = check_group(page, i);
    text_say(page->text, "</table></div></details>\n");
}

enum status report_sure(struct page *page, struct trouble *trouble)
{
    text_say(page->text, "<h2>How sure is this?</h2>\n");
    runs_and_luck(page);
    if (page->comparison != NULL)
        pairing(page);
    what_range_remains(page);
    if (page->comparison != NULL)
        all_pairs(page);
    const enum status status = report_section(page, SECTION_SURE, trouble);
    if (status != STATUS_FINE)
        return status;
    what_no_run_tells(page);
    case_by_case(page);
    return STATUS_FINE;
}
