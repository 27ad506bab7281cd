#include "analysis/report/report_parts.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/differences.h"
#include "analysis/numbers/keeping_up.h"
#include "analysis/numbers/sweep.h"
#include "analysis/report/html.h"
#include "analysis/words/differences_text.h"
#include "analysis/words/keeping_up_text.h"
#include "analysis/words/sentence.h"
#include "analysis/words/sweep_text.h"
#include "analysis/words/worlds_text.h"

/* Parts 1 to 3: the headline in words, the paired runs, the price. */

static const double percent = 100;

static void sentence(struct page *page, const struct contrast *contrast)
{
    struct text text = {0};
    contrast_sentence(page->results, contrast, &text);
    text.bytes[0] = (char)toupper((unsigned char)text.bytes[0]);
    html_text(page->text, text.bytes);
    text_free(&text);
}

static void heading(struct page *page)
{
    const struct results *results = page->results;
    text_say(page->text, "<h1>");
    html_text(page->text, results->title);
    text_say(page->text, "</h1>\n");
    if (results->question[0] != '\0' && strcmp(results->question, results->title) != 0) {
        text_say(page->text, "<p class=\"lead\">");
        html_text(page->text, results->question);
        text_say(page->text, "</p>\n");
    }
}

/* Nothing where no design says more than its name. */
static void designs_in_words(struct page *page)
{
    const struct results *results = page->results;
    size_t said = 0;
    for (size_t i = 0; i < results->design_meanings.count; i++)
        said += results->design_meanings.names[i][0] != '\0' ? 1 : 0;
    if (said == 0)
        return;
    text_say(page->text, "<p>What was compared:</p>\n<ul>\n");
    for (size_t i = 0; i < results->designs.count; i++) {
        text_say(page->text, "<li><strong>");
        html_text(page->text, results->designs.names[i]);
        text_say(page->text, "</strong>");
        if (results->design_meanings.names[i][0] != '\0') {
            text_say(page->text, ": ");
            html_text(page->text, results->design_meanings.names[i]);
        }
        text_say(page->text, "</li>\n");
    }
    text_say(page->text, "</ul>\n");
}

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

/* With one design there is nothing to set against: its measures are all there is to say. */
static void measures_alone(struct page *page)
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
        say_number(page->text, mean.value);
        text_say(page->text, "</td><td class=\"n\">");
        if (mean.certainty == CERTAINTY_INTERVAL)
            say_range(page->text, mean.low, mean.high);
        text_say(page->text, "</td></tr>\n");
    }
    text_say(page->text, "</tbody></table></div>\n");
}

/* Whether each design keeps up with the proposals that come in. */
static void paces(struct page *page)
{
    const struct results *results = page->results;
    struct text list = {0};
    for (size_t design = 0; design < results->designs.count; design++) {
        struct keeping_up one = keeping_up_of(results, design, page->confidence, &page->arena);
        struct text said = {0};
        if (one.pace == PACE_UNKNOWN)
            continue;
        say_keeping_up(&said, results, design, &one, page->confidence);
        text_say(&list, "<li>");
        html_text(&list, said.bytes);
        text_say(&list, ".</li>\n");
        text_free(&said);
    }
    if (list.length > 0)
        text_print(page->text, "<ul>\n%s</ul>\n", list.bytes);
    text_free(&list);
}

/* With one design the answer is what its sweep shows. False where there is none. */
static bool answer_of_sweep(struct page *page)
{
    struct sweep_map map;
    struct text said = {0};
    if (!sweep_map(page->results, page->results->headline, page->confidence, &page->arena, &map))
        return false;
    sweep_sentence(page->results, &map, 0, &page->arena, &said);
    text_say(page->text, "<h2>The answer</h2>\n<p class=\"answer\">");
    html_text(page->text, said.bytes);
    text_say(page->text, ".</p>\n");
    text_free(&said);
    paces(page);
    return true;
}

void report_measures(struct page *page)
{
    if (page->comparison == NULL && sweep_axis_count(page->results) > 0)
        measures_alone(page);
}

void report_answer(struct page *page)
{
    heading(page);
    if (page->comparison == NULL) {
        if (!answer_of_sweep(page))
            measures_alone(page);
        return;
    }
    text_say(page->text, "<h2>The answer</h2>\n");
    for (size_t i = 0; i + 1 < page->results->designs.count; i++) {
        const struct contrast *contrast = &page->comparison->contrasts[i];
        bool clear = contrast->verdict == VERDICT_HIGHER || contrast->verdict == VERDICT_LOWER;
        text_print(page->text, "<p class=\"answer%s\">", clear ? "" : " open");
        sentence(page, contrast);
        text_say(page->text, ".</p>\n");
        struct text hangs = {0};
        say_what_it_hangs_on(&hangs, page->comparison, contrast->design);
        if (hangs.length > 0) {
            text_say(page->text, "<p><strong>But</strong> ");
            html_text(page->text, hangs.bytes);
            text_say(page->text, ".</p>\n");
        }
        hangs.length = 0;
        if (say_in_how_many_worlds(&hangs, page->worlds, contrast->design)) {
            text_say(page->text, "<p>");
            html_text(page->text, hangs.bytes);
            text_say(page->text, ".</p>\n");
        }
        text_free(&hangs);
    }
    paces(page);
    designs_in_words(page);
}

static void bar_piece(struct page *page, const char *class, size_t part, size_t whole)
{
    if (part > 0)
        text_print(page->text, "<span class=\"%s\" style=\"width:%.2f%%\"></span>", class,
                   percent * (double)part / (double)whole);
}

void report_pairs(struct page *page)
{
    if (page->comparison == NULL)
        return;
    const struct results *results = page->results;
    text_say(page->text, "<h2>In how many runs</h2>\n<p>This rests on ");
    say_size(page->text, results->replications);
    text_say(page->text,
             ". Run after run, all designs had the same people, the same proposals and the same luck, so "
             "they are compared pair by pair.</p>\n");
    for (size_t i = 0; i + 1 < results->designs.count; i++) {
        const struct contrast *contrast = &page->comparison->contrasts[i];
        size_t pairs = contrast->lead.ahead + contrast->lead.behind + contrast->lead.tied;
        struct text lead = {0};
        if (pairs == 0)
            text_say(&lead, "no run has a value in both");
        else
            contrast_lead(results, contrast, &lead);
        if (contrast->saved > 0)
            text_say(&lead, "; ");
        contrast_saved(contrast, &lead);
        text_say(page->text, "<p><strong>");
        html_text(page->text, results->designs.names[contrast->design]);
        text_say(page->text, "</strong> against ");
        html_text(page->text, results->designs.names[contrast->base]);
        text_print(page->text, ": %s</p>\n<div class=\"bar\" role=\"img\" aria-label=\"%s\">", lead.bytes,
                   lead.bytes);
        if (pairs > 0) {
            bar_piece(page, "ahead", contrast->lead.ahead, pairs);
            bar_piece(page, "tied", contrast->lead.tied, pairs);
            bar_piece(page, "behind", contrast->lead.behind, pairs);
        }
        text_say(page->text, "</div>\n");
        text_free(&lead);
    }
    text_say(page->text, "<p class=\"small\">Full: ahead. Hatched: tied. Empty: behind.</p>\n");
}

static void change_cell(struct page *page, const struct contrast *contrast)
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

void report_mean(struct page *page, const struct estimate *mean)
{
    text_say(page->text, "<td class=\"n mean\">");
    say_number(page->text, mean->value);
    if (mean->certainty == CERTAINTY_INTERVAL) {
        text_say(page->text, "<span class=\"small\">");
        say_range(page->text, mean->low, mean->high);
        text_say(page->text, "</span>");
    }
    text_say(page->text, "</td>");
}

static void price_row(struct page *page, const struct contrast *contrast)
{
    text_say(page->text, "<tr><th scope=\"row\">");
    html_text(page->text, page->results->designs.names[contrast->design]);
    text_say(page->text, "</th>");
    report_mean(page, &contrast->mean);
    change_cell(page, contrast);
    text_say(page->text, "</tr>\n");
}

static void price_group(struct page *page, size_t place)
{
    static const char *const notes[] = {
        [DIRECTION_NEITHER] = "", [DIRECTION_MORE] = "more is better", [DIRECTION_LESS] = "less is better"};
    const struct comparison *comparison = page->comparison;
    const struct results_measure *measure = &page->results->measures[comparison->measures[place]];
    size_t others = page->results->designs.count - 1;
    const struct contrast *first = &comparison->contrasts[place * others];
    text_say(page->text, "<tbody><tr><th colspan=\"3\" scope=\"rowgroup\">");
    report_title(page, measure, notes[measure->better]);
    text_say(page->text, "</th></tr>\n<tr><th scope=\"row\">");
    html_text(page->text, page->results->designs.names[comparison->base]);
    text_say(page->text, "</th>");
    report_mean(page, &first->base_mean);
    text_say(page->text, "<td></td></tr>\n");
    for (size_t i = 0; i < others; i++)
        price_row(page, &first[i]);
    text_say(page->text, "</tbody>\n");
}

void report_contrasts(struct page *page, size_t from, size_t to)
{
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>design</th><th>mean and range</th><th>"
                         "against ");
    html_text(page->text, page->results->designs.names[page->comparison->base]);
    text_say(page->text, "</th></tr></thead>\n");
    for (size_t i = from; i < to; i++)
        price_group(page, i);
    text_say(page->text, "</table></div>\n");
}

/* The largest difference first; the table says what is not clear. */
static void price_list(struct page *page)
{
    const struct comparison *comparison = page->comparison;
    const size_t others = page->results->designs.count - 1, count = (comparison->movement_from - 1) * others;
    const struct contrast *prices = comparison->contrasts + others;
    const struct contrast **sorted = differences_by_size(prices, count, &page->arena);
    for (size_t i = 0; i < count; i++) {
        if (!differs_clearly(sorted[i]) && sorted[i]->verdict != VERDICT_SAME)
            continue;
        text_say(page->text, "<li>");
        sentence(page, sorted[i]);
        text_say(page->text, ".</li>\n");
    }
    for (size_t design = 0; design <= others; design++) {
        struct text hardly = {0};
        if (say_what_hardly_differs(&hardly, page->results, prices, count, design)) {
            text_say(page->text, "<li>");
            html_text(page->text, hardly.bytes);
            text_say(page->text, ".</li>\n");
        }
        text_free(&hardly);
    }
}

void report_price(struct page *page)
{
    const struct comparison *comparison = page->comparison;
    if (comparison == NULL)
        return;
    text_say(page->text, "<h2>The price</h2>\n");
    if (comparison->movement_from < 2) {
        text_say(page->text,
                 "<p>This file holds no measure of person-hours, shared understanding or voices.</p>\n");
        return;
    }
    text_say(page->text,
             "<p>A gain in one thing is often paid for with another: person-hours, what people know in "
             "common, who gets to speak.</p>\n<ul>\n");
    price_list(page);
    text_say(page->text, "</ul>\n");
    report_contrasts(page, 0, comparison->movement_from);
}
