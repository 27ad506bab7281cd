#include "analysis/report/report_parts.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/found.h"
#include "analysis/report/html.h"
#include "analysis/words/found_text.h"

/* How what was simulated compares with the historical record, where the scenario names numbers of it. */

/* "assembly only: 5 of 7 fit. Too low: share of hearings tabled." */
static void design_in_words(struct page *page, size_t design)
{
    const struct results *results = page->results;
    struct fits fits = found_fits(results, design, page->confidence);
    struct text text = {0};
    fits_text(&fits, &text);
    text_say(page->text, "<li><strong>");
    html_text(page->text, results->designs.names[design]);
    text_print(page->text, "</strong>: %s.", text.bytes);
    text_free(&text);
    static const struct {
        enum fit fit;
        const char *words;
    } misses[] = {{FIT_TOO_LOW, " Too low"}, {FIT_TOO_HIGH, " Too high"}, {FIT_UNKNOWN, " Cannot be said"}};
    for (size_t miss = 0; miss < sizeof misses / sizeof *misses; miss++) {
        size_t count = 0;
        for (size_t i = 0; i < results->provenance.found_count; i++) {
            struct found_check check = found_check(results, i, design, page->confidence);
            if (check.fit != misses[miss].fit)
                continue;
            say_within(&text, title_of(&results->measures[check.found->measure]));
            text_print(page->text, "%s", count++ == 0 ? misses[miss].words : "");
            text_say(page->text, count == 1 ? ": " : "; ");
            html_text(page->text, text.bytes);
            text_free(&text);
        }
        text_say(page->text, count > 0 ? "." : "");
    }
    text_say(page->text, "</li>\n");
}

static void record_cell(struct page *page, const struct results_found *found)
{
    text_say(page->text, "<td class=\"n\">");
    say_found(page->text, page->results, found);
    if (found->ranged) {
        text_say(page->text, "<span class=\"small\">");
        say_found_range(page->text, page->results, found);
        text_say(page->text, "</span>");
    }
    text_say(page->text, "</td>");
}

static void design_cell(struct page *page, const struct found_check *check)
{
    text_say(page->text, "<td class=\"n\">");
    say_value(page->text, &page->results->measures[check->found->measure], check->mean.value);
    text_print(page->text,
               check->fit == FIT_GOOD ? "<span class=\"small\">%s</span></td>"
                                      : "<span class=\"small\"><strong>%s</strong></span></td>",
               fit_name(check->fit));
}

static void number_row(struct page *page, size_t number)
{
    const struct results *results = page->results;
    const struct results_found *found = &results->provenance.found[number];
    struct text title = {0};
    say_title(&title, &results->measures[found->measure]);
    text_say(page->text, "<tr><th scope=\"row\">");
    html_text(page->text, title.bytes);
    text_say(page->text, "</th>");
    record_cell(page, found);
    for (size_t design = 0; design < results->designs.count; design++) {
        const struct found_check check = found_check(results, number, design, page->confidence);
        design_cell(page, &check);
    }
    text_say(page->text, "</tr>\n");
    text_free(&title);
}

/* Where each number of the record is from. */
static void sources(struct page *page)
{
    const struct results *results = page->results;
    text_say(page->text, "<details><summary>Where each number is from</summary>\n<ul>\n");
    for (size_t i = 0; i < results->provenance.found_count; i++) {
        const struct results_found *found = &results->provenance.found[i];
        text_say(page->text, "<li>");
        html_text(page->text, title_of(&results->measures[found->measure]));
        text_say(page->text, ": ");
        html_text(page->text, found->source);
        text_say(page->text, "</li>\n");
    }
    text_say(page->text, "</ul>\n</details>\n");
}

void report_record(struct page *page)
{
    const struct results *results = page->results;
    size_t count = results->provenance.found_count;
    if (count == 0)
        return;
    const struct record_words *words = record_words(results);
    text_print(
        page->text,
        "<h2>How it compares with %s</h2>\n<p>The scenario names %zu %s of %s. "
        "The program fits nothing to %s here. A design fits when the mean of its runs lies in the range that "
        "%s %s; where no range is stated, when the range of the mean holds the number.</p>\n<ul>\n",
        words->the, count, count == 1 ? "number" : "numbers",
        found_in_minutes(results) ? words->the : "the historical record", count == 1 ? "it" : "them",
        words->the, words->allow);
    for (size_t design = 0; design < results->designs.count; design++)
        design_in_words(page, design);
    text_print(page->text, "</ul>\n<div class=\"scroll\"><table><thead><tr><th></th><th>%s</th>", words->the);
    for (size_t design = 0; design < results->designs.count; design++) {
        text_say(page->text, "<th>");
        html_text(page->text, results->designs.names[design]);
        text_say(page->text, "</th>");
    }
    text_say(page->text, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < count; i++)
        number_row(page, i);
    text_say(page->text, "</tbody></table></div>\n");
    sources(page);
}
