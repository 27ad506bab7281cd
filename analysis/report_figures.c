/* The map, and parts 4 and 5: every run, courses over time, circles. */
#include <stdio.h>
#include <string.h>

#include "analysis/html.h"
#include "analysis/report_parts.h"
#include "analysis/words.h"

enum { MOST_PRICES = 8 };

static void add(struct figure_request *figures, size_t *count, enum figure_kind kind, size_t measure)
{
    if (*count < REPORT_MOST_FIGURES)
        figures[(*count)++] = (struct figure_request){.kind = kind, .measure = measure, .format = FIGURE_SVG};
}

size_t report_figures(struct results *results, struct figure_request figures[REPORT_MOST_FIGURES])
{
    size_t count = 0, prices[MOST_PRICES];
    size_t price_count = price_measures(results, prices, MOST_PRICES);
    add(figures, &count, FIGURE_DOTS, results->headline);
    for (size_t i = 0; i < price_count; i++)
        add(figures, &count, FIGURE_DOTS, prices[i]);
    if (figure_possible(results, FIGURE_SURVIVAL))
        add(figures, &count, FIGURE_SURVIVAL, 0);
    for (size_t i = 0; i < results->measure_count; i++)
        if (results->measures[i].extent == EXTENT_TIME && results_any_value(results, i))
            add(figures, &count, FIGURE_COURSE, i);
    for (size_t i = 0; i < results->measure_count; i++)
        if (results->measures[i].extent == EXTENT_BIN && results_any_value(results, i))
            add(figures, &count, FIGURE_HISTOGRAM, i);
    if (figure_possible(results, FIGURE_MAP)) {
        add(figures, &count, FIGURE_MAP, results->headline);
        for (size_t i = 0; i < price_count; i++)
            add(figures, &count, FIGURE_MAP, prices[i]);
    }
    return count;
}

static const char *caption_of(enum figure_kind kind)
{
    static const char *const captions[] = {
        [FIGURE_DOTS] =
            "Each small mark is one run; the bar is the mean with its range. All designs on one scale.",
        [FIGURE_COURSE] = "Mean of all runs; the band is the range in which the mean lies.",
        [FIGURE_HISTOGRAM] = "Mean of all runs for each value, with its range.",
        [FIGURE_SURVIVAL] =
            "The lower a curve, the more is decided. A small cross marks a proposal that was still open "
            "when the run ended.",
        [FIGURE_MAP] =
            "The letter says which design is ahead, and below it by how many times; in brackets and pale "
            "where the lead is not clear.",
    };
    return captions[kind];
}

/* What is the same for all figures of a kind is said under the first of them. */
enum caption { CAPTION_SAID, CAPTION_KNOWN };

static enum status figure(struct page *page, struct figure_request *request, enum caption caption,
                          struct trouble *trouble)
{
    struct text drawing = {0}, words = {0};
    char prefix[32];
    request->confidence = page->confidence;
    enum status status = figure_draw(page->results, request, &drawing, trouble);
    if (status == STATUS_FINE) {
        figure_words(page->results, request, &words);
        if (request->kind == FIGURE_SURVIVAL) {
            text_say(page->text, "<p>");
            html_text(page->text, words.bytes);
            text_say(page->text, "</p>\n");
        }
        snprintf(prefix, sizeof prefix, "f%zu-", ++page->figures);
        text_say(page->text, "<figure>\n");
        html_drawing(page->text, &drawing, prefix, words.bytes);
        if (caption == CAPTION_SAID)
            text_print(page->text, "<figcaption>%s</figcaption>\n", caption_of(request->kind));
        text_say(page->text, "</figure>\n");
    }
    text_free(&words);
    text_free(&drawing);
    return status;
}

/* Under a short heading stands what exactly is counted. */
static void heading_of(struct page *page, const struct figure_request *request)
{
    const struct results_measure *measure = &page->results->measures[request->measure];
    const char *title =
        request->kind == FIGURE_SURVIVAL ? "Time from proposal to decision" : title_of(measure);
    text_say(page->text, "<h3>");
    html_text(page->text, title);
    text_say(page->text, "</h3>\n");
    if (request->kind == FIGURE_SURVIVAL || strcmp(title, measure->meaning) == 0)
        return;
    text_say(page->text, "<p class=\"small\">");
    html_text(page->text, measure->meaning);
    text_say(page->text, "</p>\n");
}

/* Figures of the page from `first` on that are of one of two kinds. */
static enum status figures_of(struct page *page, enum figure_kind from, enum figure_kind to,
                              struct trouble *trouble)
{
    struct figure_request figures[REPORT_MOST_FIGURES];
    size_t count = report_figures(page->results, figures);
    for (size_t i = 0; i < count; i++) {
        if (figures[i].kind < from || figures[i].kind > to)
            continue;
        heading_of(page, &figures[i]);
        enum caption caption = i > 0 && figures[i - 1].kind == figures[i].kind ? CAPTION_KNOWN : CAPTION_SAID;
        enum status status = figure(page, &figures[i], caption, trouble);
        if (status != STATUS_FINE)
            return status;
    }
    return STATUS_FINE;
}

enum status report_runs(struct page *page, struct trouble *trouble)
{
    text_say(page->text, "<h2>Every run</h2>\n");
    return figures_of(page, FIGURE_DOTS, FIGURE_DOTS, trouble);
}

enum status report_courses(struct page *page, struct trouble *trouble)
{
    text_say(page->text, "<h2>Over time</h2>\n");
    return figures_of(page, FIGURE_COURSE, FIGURE_SURVIVAL, trouble);
}

/* The fewest runs that a point of the sweep rests on. */
static size_t runs_of_sweep(const struct results *results)
{
    size_t fewest = results->most_replications;
    for (size_t i = 0; i < results->variant_count; i++)
        if (results->variants[i].kind == VARIANT_SWEEP && results->variants[i].replications < fewest)
            fewest = results->variants[i].replications;
    return fewest;
}

enum status report_map(struct page *page, struct trouble *trouble)
{
    if (!figure_possible(page->results, FIGURE_MAP))
        return STATUS_FINE;
    text_say(page->text,
             "<h2>Where which design is ahead</h2>\n<p>The same comparison, made again with other "
             "settings, ");
    say_size(page->text, runs_of_sweep(page->results));
    text_say(page->text, " at every point. The axes name the settings.</p>\n");
    return figures_of(page, FIGURE_MAP, FIGURE_MAP, trouble);
}
