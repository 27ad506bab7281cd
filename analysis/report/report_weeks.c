/* What was compared: the week of each design as a picture, what its methods are, who decides, what it takes.
 */
#include <math.h>
#include <string.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/week_picture.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/estimate.h"
#include "analysis/plain/plain.h"
#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"
#include "analysis/words/weeks_text.h"

#define PERSON_HOURS "person_hours" /* role of a measure */

/* Three weeks stand side by side on paper, with letters of 8 points. */
enum { MOST_SHOWN = 8, PICTURE_IN_REPORT = 236 };

static const char style[] =
    "<style>.weeks{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:0 "
    "1.5rem}.weeks figure "
    "svg{max-width:18rem}.weeks h3{margin-top:1.2rem}.weeks ul{list-style:none;padding:0}"
    ".weeks .key{display:inline-block;min-width:1.2em;padding:0 .25em;margin-right:.35em;text-align:center;"
    "border-radius:.15em;border:1px solid}\n"
    "@media print{.weeks{grid-template-columns:repeat(auto-fill,minmax(5.6cm,1fr));gap:0 "
    ".5cm}.weeks>div{break-inside:avoid}"
    ".weeks figure svg{max-width:5.8cm}.weeks p,.weeks li{font-size:8pt;line-height:1.3}.weeks "
    ".small{font-size:8pt}.weeks "
    "p,.weeks li{margin:.15rem "
    "0}.weeks h3{margin:.2rem 0}}</style>\n";

static void add_picture(struct page *page, size_t design, const struct weeks_found *found,
                        struct day_span span)
{
    const struct results_calendar *calendar = &page->results->calendar;
    struct picture picture = {.arena = &page->arena, .width = PICTURE_IN_REPORT};
    struct text words = {0};
    if (found->count == 0)
        return;
    week_picture(&picture, calendar, found, span);
    week_picture_words(calendar, page->results->designs.names[design], found, &words);
    text_say(page->text, "<figure>\n");
    const struct picture_words said = {"A week", words.bytes};
    picture_svg(&picture, &said, PICTURE_IN_PAGE, page->text);
    text_say(page->text, "</figure>\n");
    text_free(&words);
}

/* The line before on the page that holds the same method; NULL: this is the first. */
static const struct results_line *known_line(const struct results_calendar *calendar, size_t line)
{
    for (size_t i = line; i-- > 0;)
        if (strcmp(calendar->lines[i].method, calendar->lines[line].method) == 0)
            return &calendar->lines[i];
    return NULL;
}

/* What was said of the method before is not said again. */
static void add_meaning(struct page *page, size_t line)
{
    const struct results_line *said = &page->results->calendar.lines[line];
    const struct results_line *known = known_line(&page->results->calendar, line);
    bool same_people = known != NULL && strcmp(known->who, said->who) == 0;
    if (same_people)
        return;
    text_say(page->text, "<span class=\"small meaning\">");
    if (known == NULL) {
        html_text(page->text, said->meaning);
        text_say(page->text, " ");
    }
    text_say(page->text, "Who is called: ");
    html_text(page->text, said->who);
    text_say(page->text, ".</span>");
}

static void add_line(struct page *page, size_t line, size_t number)
{
    const struct results_calendar *calendar = &page->results->calendar;
    const struct results_line *said = &calendar->lines[line];
    struct text words = {0};
    char letter[LINE_LETTER_SIZE];
    const char *colour = week_colour(calendar, line);
    week_say_line(said, &words);
    text_print(page->text, "<li><span class=\"key\" style=\"background:%s4d;border-color:%s\">%s</span>",
               colour, colour, line_letter(number, letter));
    html_text(page->text, words.bytes);
    text_free(&words);
    text_say(page->text, *said->deciders == '\0' ? ". Nothing is decided." : ". Who decides: ");
    html_text(page->text, said->deciders);
    text_say(page->text, *said->deciders == '\0' ? "" : ".");
    add_meaning(page, line);
    text_say(page->text, "</li>\n");
}

/* Person-hours of sessions in the runs, a week; NaN where the file does not say. */
static double hours_in_runs(struct page *page, size_t design)
{
    const struct results *results = page->results;
    size_t measure = results_find_role(results, PERSON_HOURS);
    if (measure == NOT_FOUND || results->time_count == 0)
        return NAN;
    double *values = ARENA_NEW(&page->arena, double, results->most_replications);
    size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values), used = 0;
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i])) {
            sum += values[i];
            used++;
        }
    double weeks = results->times[results->time_count - 1] / WEEK_DAYS;
    return used == 0 || !(weeks > 0) ? (double)NAN : sum / (double)used / fmax(weeks, 1);
}

static void add_sums(struct page *page, size_t design, const struct weeks_found *found)
{
    struct text words = {0};
    double in_runs = hours_in_runs(page, design);
    if (found->count > 0)
        week_say_sums(found, &words);
    if (isfinite(in_runs)) {
        text_say(&words, words.length > 0 ? "; " : "");
        say_number(&words, in_runs);
        text_say(&words,
                 found->total == 1 ? " person-hours in the runs" : " person-hours a week in the runs");
    } else if (found->count > 0) {
        week_say_planned(found, &words);
    }
    if (words.length > 0) {
        text_say(page->text, "<p class=\"small\">");
        html_text(page->text, words.bytes);
        text_say(page->text, ".</p>\n");
    }
    text_free(&words);
    week_say_rest(&page->results->calendar, design, found, &words);
    if (words.length > 0) {
        text_say(page->text, "<p class=\"small\">");
        html_text(page->text, words.bytes);
        text_say(page->text, "</p>\n");
    }
    text_free(&words);
}

static void add_design(struct page *page, size_t design, const struct weeks_found *found,
                       struct day_span span)
{
    char letter[LETTER_SIZE];
    text_print(page->text, "<div>\n<h3>%s&ensp;", design_letter(design, letter));
    html_text(page->text, page->results->designs.names[design]);
    text_say(page->text, "</h3>\n");
    add_picture(page, design, found, span);
    text_say(page->text, "<ul>\n");
    for (size_t i = 0; i < found->lines; i++)
        add_line(page, found->first_line + i, i);
    text_say(page->text, "</ul>\n");
    add_sums(page, design, found);
    text_say(page->text, "</div>\n");
}

/* Older files know no calendar. Nothing where no design says more than its name. */
static void designs_in_words(struct page *page)
{
    const struct results *results = page->results;
    size_t said = 0;
    for (size_t i = 0; i < results->design_meanings.count; i++)
        said += results->design_meanings.names[i][0] != '\0' ? 1 : 0;
    if (said == 0)
        return;
    text_say(page->text, "<h2>What was compared</h2>\n<ul>\n");
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

void report_compared(struct page *page)
{
    struct results *results = page->results;
    if (results->calendar.line_count == 0) {
        designs_in_words(page);
        return;
    }
    size_t count = results->designs.count < MOST_SHOWN ? results->designs.count : MOST_SHOWN;
    struct weeks_found *found = ARENA_NEW(&page->arena, struct weeks_found, count);
    for (size_t i = 0; i < count; i++)
        weeks_find(&results->calendar, i, &page->arena, &found[i]);
    const struct day_span span = weeks_span(found, count);
    text_print(page->text, "<h2>%s</h2>\n%s<div class=\"weeks\">\n",
               results->designs.count == 1 ? "What was simulated" : "What was compared", style);
    for (size_t i = 0; i < count; i++)
        add_design(page, i, &found[i], span);
    text_say(page->text, "</div>\n");
    if (count < results->designs.count)
        text_print(page->text,
                   "<p class=\"small\">%zu more designs are not drawn; <code>groundswell week FILE --design "
                   "NAME</code> shows the week of one.</p>\n",
                   results->designs.count - count);
}
