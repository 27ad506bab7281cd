#include "analysis/report/report_parts.h"

#include <ctype.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/differences.h"
#include "analysis/numbers/keeping_up.h"
#include "analysis/numbers/sweep.h"
#include "analysis/report/html.h"
#include "analysis/words/differences_text.h"
#include "analysis/words/ranking_text.h"
#include "analysis/words/sentence.h"
#include "analysis/words/sweep_text.h"
#include "analysis/words/worlds_text.h"

/* The first page: the answer, on what it depends, its price, whether the designs keep up, what was compared.
 */

enum { MOST_LINES = 3 };

/* Adds what was put together as a sentence of its own, and frees it. */
static void take_sentence(struct page *page, const char *before, struct text *sentence, const char *end)
{
    sentence->bytes[0] = (char)toupper((unsigned char)sentence->bytes[0]);
    text_say(page->text, before);
    html_names(page->text, sentence->bytes);
    text_say(page->text, end);
    text_free(sentence);
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

struct first_pair report_first_pair(const struct page *page)
{
    const size_t base = page->comparison->base, best = page->ranking.designs[0].design;
    const size_t other = best == base ? page->ranking.designs[1].design : base;
    return (struct first_pair){best, other, best == base ? other : best};
}

/* With several designs and a sweep the question is where which design is ahead. */
static bool answer_of_sweep(struct page *page)
{
    struct sweep_map map;
    struct text said = {0};
    if (!sweep_map(page->results, page->results->headline, page->confidence, &page->arena, &map))
        return false;
    if (page->comparison == NULL)
        sweep_sentence(page->results, &map, 0, &page->arena, &said);
    else
        say_where_ahead(&said, page->results, &map);
    take_sentence(page, "<p class=\"answer\">", &said, ".</p>\n");
    return true;
}

static void answer_of_designs(struct page *page, bool after_sweep)
{
    const struct first_pair pair = report_first_pair(page);
    const struct contrast *contrast = ranking_pair(&page->ranking, pair.best, pair.other);
    const bool clear = contrast->verdict == VERDICT_HIGHER || contrast->verdict == VERDICT_LOWER;
    struct text said = {0};
    if (after_sweep)
        text_say(&said, "With the scenario\xE2\x80\x99s own settings: ");
    contrast_sentence(page->results, contrast, &said);
    take_sentence(page,
                  after_sweep ? "<p>"
                  : clear     ? "<p class=\"answer\">"
                              : "<p class=\"answer open\">",
                  &said, ".</p>\n");
    if (say_ranking(&said, page->results, &page->ranking))
        take_sentence(page, "<p>", &said, ".</p>\n");
}

/* On the first page it is enough what a setting means: "proposals a day (`proposals.per_day`)" loses its
 * name. */
static void without_names(struct text *sentence)
{
    static const char begin[] = " (`", end[] = "`)";
    for (char *at = sentence->bytes; at != NULL && (at = strstr(at, begin)) != NULL;) {
        char *after = strstr(at, end);
        if (after == NULL)
            return;
        after += sizeof end - 1;
        memmove(at, after, strlen(after) + 1);
        sentence->length = strlen(sentence->bytes);
    }
}

/* What would change the answer: worlds, single numbers, and how far both were tried. */
static void what_it_depends_on(struct page *page)
{
    const size_t design = page->told;
    struct text said = {0}, list = {0};
    struct text *whole = page->text;
    page->text = &list;
    if (say_in_how_many_worlds(&said, page->worlds, design))
        take_sentence(page, "<li>", &said, ".</li>\n");
    if (say_what_it_hangs_on_most(&said, page->worlds, worlds_of(page->worlds, design)))
        take_sentence(page, "<li>", &said, ".</li>\n");
    say_what_it_hangs_on(&said, page->comparison, design, MOST_LINES);
    without_names(&said);
    if (said.length > 0)
        take_sentence(page, "<li>", &said, ".</li>\n");
    say_reach(&said, page->results);
    if (said.length > 0)
        take_sentence(page, "<li>", &said, "</li>\n");
    page->text = whole;
    if (list.length > 0)
        text_print(page->text, "<h3>What it depends on</h3>\n<ul>\n%s</ul>\n", list.bytes);
    text_free(&list);
    text_free(&said);
}

/* Lines of those that are better (1) or worse (-1), the largest first. */
static size_t lines_of(struct page *page, const struct contrast **sorted, size_t count, int sign)
{
    size_t lines = 0;
    for (size_t i = 0; i < count && lines < MOST_LINES; i++) {
        struct text said = {0};
        if (contrast_sign(page->results, sorted[i]) != sign || !differs_clearly(sorted[i]))
            continue;
        contrast_phrase(page->results, sorted[i], &said);
        take_sentence(page, "<li>", &said, ".</li>\n");
        lines++;
    }
    return lines;
}

/* What the best design is paid with, against the same design as in the answer. */
static void price(struct page *page)
{
    enum { MOST_PRICES = 32 };
    size_t measures[MOST_PRICES];
    const size_t count = price_measures(page->results, measures, MOST_PRICES);
    const struct first_pair pair = report_first_pair(page);
    struct contrast *contrasts = ARENA_NEW(&page->arena, struct contrast, count);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        contrasts[i] = contrast_of(page->results, measures[i], 0, pair.best, pair.other, page->confidence);
    const struct contrast **sorted = differences_by_size(contrasts, count, &page->arena);
    struct text list = {0}, *whole = page->text, name = {0};
    say_design(&name, page->results, pair.best);
    text_say(page->text, "<h3>The price of ");
    html_text(page->text, name.bytes);
    text_say(page->text, "</h3>\n");
    page->text = &list;
    const size_t prices = lines_of(page, sorted, count, -1);
    page->text = whole;
    if (prices > 0)
        text_print(page->text, "<ul>\n%s</ul>\n", list.bytes);
    else
        text_print(page->text, "<p>None of %zu measures is clearly worse.</p>\n", count);
    list.length = 0;
    page->text = &list;
    const size_t gains = lines_of(page, sorted, count, 1);
    page->text = whole;
    if (gains > 0)
        text_print(page->text, "<p>And what it gains besides:</p>\n<ul>\n%s</ul>\n", list.bytes);
    text_free(&name);
    if (say_what_hardly_differs(&name, page->results, contrasts, count, pair.best))
        take_sentence(page, "<p class=\"small\">", &name, ".</p>\n");
    text_free(&list);
    text_free(&name);
}

static void pace_row(struct page *page, size_t design, const struct keeping_up *one)
{
    text_say(page->text, "<tr><th scope=\"row\">");
    html_text(page->text, page->results->designs.names[design]);
    text_say(page->text, "</th><td class=\"n\">");
    say_count(page->text, one->came_in);
    text_say(page->text, "</td><td class=\"n\">");
    say_count(page->text, one->decided);
    text_say(page->text, "</td><td class=\"n\">");
    say_count(page->text, one->open);
    text_say(page->text, "</td><td>");
    if (one->pace == PACE_FALLS_BEHIND) {
        text_say(page->text, "<strong class=\"whole\">falls behind</strong> <span class=\"whole\">by ");
        say_number(page->text, one->trend.value);
        text_say(page->text, " a day</span>");
    } else {
        text_say(page->text, one->pace == PACE_KEEPS_UP ? "keeps up" : "not clear");
    }
    text_say(page->text, "</td></tr>\n");
}

/* Whether each design keeps up with the proposals that come in. */
static void paces(struct page *page)
{
    size_t rows = 0;
    for (size_t design = 0; design < page->results->designs.count; design++) {
        const struct keeping_up one = keeping_up_of(page->results, design, page->confidence, &page->arena);
        if (one.pace == PACE_UNKNOWN)
            continue;
        if (rows++ == 0)
            text_say(page->text,
                     "<h3>Does it keep up with the proposals?</h3>\n<div class=\"scroll\"><table><thead><tr>"
                     "<th>design</th><th>came in</th><th>decided</th><th>open</th><th></th></tr>"
                     "</thead><tbody>\n");
        pace_row(page, design, &one);
    }
    if (rows > 0)
        text_say(page->text, "</tbody></table></div>\n");
}

enum status report_answer(struct page *page, struct trouble *trouble)
{
    enum status status = STATUS_FINE;
    heading(page);
    status = report_front(page, trouble);
    if (status != STATUS_FINE)
        return status;
    if (page->comparison == NULL && sweep_axis_count(page->results) == 0) {
        report_measures(page);
        paces(page);
        return STATUS_FINE;
    }
    text_say(page->text, "<section class=\"first\">\n<div>\n<h2>The answer</h2>\n");
    const bool sweep = answer_of_sweep(page);
    if (page->comparison != NULL) {
        page->told = report_first_pair(page).told;
        answer_of_designs(page, sweep);
        price(page);
    }
    text_say(page->text, "</div>\n<div>\n");
    status = report_first_figure(page, trouble);
    if (page->first.kind == FIGURE_PATH)
        report_unity(page, trouble);
    paces(page);
    text_say(page->text, "</div>\n<div class=\"wide\">\n");
    if (page->comparison != NULL)
        what_it_depends_on(page);
    if (page->results->designs.count <= MOST_LINES)
        report_compared(page);
    text_say(page->text, "</div>\n</section>\n");
    if (page->results->designs.count > MOST_LINES)
        report_compared(page);
    return status;
}
