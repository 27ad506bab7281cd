#include "analysis/report/report_parts.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/differences.h"
#include "analysis/report/html.h"
#include "analysis/words/sentence.h"

/* Measures as tables: of the only design, and of all designs against the base. */

void report_title(struct page *page, const struct results_measure *measure, const char *note)
{
    struct text title = {0};
    say_title(&title, measure);
    html_text(page->text, title.bytes);
    text_free(&title);
    if (note[0] != '\0')
        text_print(page->text, " <span class=\"small\">(%s)</span>", note);
    if (strcmp(title_of(measure), measure->meaning) != 0) {
        text_say(page->text, "<span class=\"small meaning\">");
        html_text(page->text, measure->meaning);
        text_say(page->text, "</span>");
    }
}

void report_measures(struct page *page)
{
    const struct results *results = page->results;
    double *values = ARENA_NEW(&page->arena, double, results->most_replications);
    text_say(page->text,
             "<h2>What came out</h2>\n<div class=\"scroll\"><table><thead><tr><th>measure</th><th>mean</th>"
             "<th>range</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < results->measure_count; i++) {
        if (results->measures[i].extent != EXTENT_RUN || !results_any_value(page->results, i))
            continue;
        size_t count = results_run_values(results, i, 0, 0, ALL_SITES, values);
        struct estimate mean = estimate_mean(values, count, results->measures[i].bounds, page->confidence);
        text_say(page->text, "<tr><td>");
        report_title(page, &results->measures[i], "");
        text_say(page->text, "</td><td class=\"n\">");
        say_value(page->text, &results->measures[i], mean.value);
        text_say(page->text, "</td><td class=\"n\">");
        if (mean.certainty == CERTAINTY_INTERVAL)
            say_values(page->text, &results->measures[i], mean.low, mean.high);
        text_say(page->text, "</td></tr>\n");
    }
    text_say(page->text, "</tbody></table></div>\n");
}

void report_change(struct page *page, const struct contrast *contrast)
{
    const struct results *results = page->results;
    struct text change = {0};
    int sign = contrast_sign(results, contrast);
    bool judged = results->measures[contrast->measure].better != DIRECTION_NEITHER;
    contrast_shortest(results, contrast, &change);
    text_say(page->text, "<td class=\"n\">");
    if (contrast->verdict == VERDICT_UNCLEAR || contrast->verdict == VERDICT_UNKNOWN)
        text_say(page->text, "<span class=\"tag\">not clear</span>");
    else if (contrast->verdict == VERDICT_SAME)
        text_say(page->text, "<span class=\"tag\">the same</span>");
    else if (differs_hardly(contrast))
        text_say(page->text, "<span class=\"tag\">hardly differs</span>");
    else if (judged)
        text_print(page->text, "<span class=\"tag strong\">%s</span>", sign > 0 ? "better" : "worse");
    text_say(page->text, "<span class=\"small\">");
    html_text(page->text, change.bytes);
    text_say(page->text, "</span></td>");
    text_free(&change);
}

void report_mean(struct page *page, const struct results_measure *measure, const struct estimate *mean)
{
    text_say(page->text, "<td class=\"n mean\">");
    say_value(page->text, measure, mean->value);
    if (mean->certainty == CERTAINTY_INTERVAL) {
        text_say(page->text, "<span class=\"small\">");
        say_values(page->text, measure, mean->low, mean->high);
        text_say(page->text, "</span>");
    }
    text_say(page->text, "</td>");
}

/* A row a measure, a column a design: the base first, with what each other one has more or less than it. */
static void contrast_cell(struct page *page, const struct contrast *contrast)
{
    const bool clear = contrast->verdict == VERDICT_HIGHER || contrast->verdict == VERDICT_LOWER;
    struct text change = {0};
    contrast_mark(page->results, contrast, &change);
    text_say(page->text, "<td class=\"n\">");
    say_value(page->text, &page->results->measures[contrast->measure], contrast->mean.value);
    text_say(page->text, clear ? "<span class=\"small\"><strong>" : "<span class=\"small\">");
    text_say(page->text, contrast->verdict == VERDICT_SAME ? "the same" : clear ? change.bytes : "not clear");
    text_say(page->text, clear ? "</strong></span></td>" : "</span></td>");
    text_free(&change);
}

static void contrasts_row(struct page *page, size_t place)
{
    const struct comparison *comparison = page->comparison;
    const struct results_measure *measure = &page->results->measures[comparison->measures[place]];
    const size_t others = page->results->designs.count - 1;
    const struct contrast *first = &comparison->contrasts[place * others];
    text_say(page->text, "<tr><th scope=\"row\">");
    report_title(page, measure, "");
    text_say(page->text, "</th><td class=\"n\">");
    say_value(page->text, measure, first->base_mean.value);
    text_say(page->text, "</td>");
    for (size_t i = 0; i < others; i++)
        contrast_cell(page, &first[i]);
    text_say(page->text, "</tr>\n");
}

void report_contrasts(struct page *page, size_t from, size_t to)
{
    const struct results *results = page->results;
    const size_t base = page->comparison->base;
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th></th><th>");
    html_text(page->text, results->designs.names[base]);
    text_say(page->text, "</th>");
    for (size_t i = 0; i < results->designs.count; i++) {
        if (i == base)
            continue;
        text_say(page->text, "<th>");
        html_text(page->text, results->designs.names[i]);
        text_say(page->text, "</th>");
    }
    text_say(page->text, "</tr></thead><tbody>\n");
    for (size_t i = from; i < to; i++)
        contrasts_row(page, i);
    text_say(page->text, "</tbody></table></div>\n");
}
