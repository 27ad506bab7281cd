/* The weeks that a search left: which could be held, in words and as what a scenario says; all finalists; how
 * they were found, and what that does not say. */
#include <ctype.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"
#include "analysis/words/front_text.h"

static const double percent = 100;

static const char style[] =
    "<style>.held{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:0 "
    "1.8rem}.held>div{min-width:0}.held h3{margin-bottom:.1rem}.held ul{padding-left:1.1rem}.held "
    "table{font-size:.92rem}.held th{width:46%}.held .change{white-space:normal;color:var(--ink)}"
    ".copy{-webkit-user-select:all;user-select:all}.finalists th[scope=row]{min-width:12rem}\n"
    "@media print{.held{grid-template-columns:repeat(auto-fit,minmax(5.4cm,1fr));gap:0 "
    ".6cm}.held>div{break-inside:avoid}.held table,.held ul,.finalists table{font-size:8pt}}</style>\n";

/* Adds what was put together as a sentence of its own, and frees it. */
static void take_sentence(struct page *page, const char *before, struct text *sentence, const char *end)
{
    if (sentence->length == 0)
        return;
    sentence->bytes[0] = (char)toupper((unsigned char)sentence->bytes[0]);
    text_say(page->text, before);
    html_names(page->text, sentence->bytes);
    text_say(page->text, end);
    text_free(sentence);
}

static const struct results_measure *measure_of(const struct page *page, size_t asked)
{
    return &page->results->measures[page->front->choice->asked[asked].measure];
}

/* A line each of what is held. */
static void calendar_of(struct page *page, const char *words)
{
    text_say(page->text, "<ul>\n");
    for (const char *at = words; *at != '\0';) {
        const size_t length = strcspn(at, "\n");
        struct text line = {0};
        text_add(&line, at, length);
        if (length > 0) {
            text_say(page->text, "<li>");
            html_text(page->text, line.bytes);
            text_say(page->text, "</li>\n");
        }
        text_free(&line);
        at += length + (at[length] == '\n' ? 1 : 0);
    }
    text_say(page->text, "</ul>\n");
}

/* What a limit is, and whether it is kept. */
static void limit_of(struct page *page, size_t asked, enum keeps keeps)
{
    static const char *const words[] = {
        [KEEPS_SURELY] = "kept surely", [KEEPS_PERHAPS] = "perhaps kept", [KEEPS_NOT] = "not kept"};
    struct text limit = {0};
    if (page->front->choice->asked[asked].kind != ASKED_LIMIT)
        return;
    front_say_bounds(&limit, page->front, asked);
    take_sentence(page, "<span class=\"small meaning\">", &limit, ": ");
    text_print(page->text, "%s</span>", words[keeps]);
}

/* The mean and its range, where it has one. */
static void mean_of(struct page *page, const struct front_number *number, size_t asked)
{
    say_value(page->text, measure_of(page, asked), number->mean.value);
    if (number->mean.certainty != CERTAINTY_INTERVAL || number->mean.low == number->mean.high)
        return;
    text_say(page->text, "<span class=\"small\">");
    say_values(page->text, measure_of(page, asked), number->mean.low, number->mean.high);
    text_say(page->text, "</span>");
}

static void number_row(struct page *page, const struct front_week *week, size_t asked)
{
    const struct front_number *number = &week->numbers[asked];
    struct text title = {0}, change = {0};
    say_title(&title, measure_of(page, asked));
    take_sentence(page, "<tr><th scope=\"row\">", &title, "");
    limit_of(page, asked, number->keeps);
    text_say(page->text, "</th><td class=\"n mean\">");
    mean_of(page, number, asked);
    const bool is_compared = front_say_change_shortly(&change, page->front, number);
    front_say_worlds(&change, page->front, number);
    if (is_compared)
        take_sentence(page, "<span class=\"small change\">", &change, "</span>");
    text_say(page->text, "</td></tr>\n");
}

static void held_week(struct page *page, const struct front_held *held)
{
    const struct results_finalist *finalist = &page->front->choice->finalists[held->week];
    struct text name = {0};
    text_say(page->text, "<div>\n");
    front_say_name(&name, page->front, held);
    take_sentence(page, "<h3>", &name, "</h3>\n");
    text_print(page->text, "<p class=\"small\">Finalist %zu</p>\n", held->week + 1);
    calendar_of(page, finalist->words);
    text_say(page->text, "<table><tbody>\n");
    const struct front_week *week = &page->front->weeks[held->week];
    for (size_t i = 0; i < page->front->choice->asked_count; i++)
        if (!front_is_goal_too(page->front, week, i))
            number_row(page, week, i);
    text_say(page->text, "</tbody></table>\n<details><summary>To hold it: what to write into the "
                         "scenario</summary>\n<pre class=\"copy\">");
    html_lines(page->text, finalist->sections);
    text_say(page->text, "</pre>\n</details>\n</div>\n");
}

/* --- all finalists --- */

static void finalist_cells(struct page *page, const struct front_week *week)
{
    for (size_t i = 0; i < page->front->choice->asked_count; i++) {
        const struct front_number *number = &week->numbers[i];
        text_say(page->text, "<td class=\"n mean\">");
        mean_of(page, number, i);
        if (number->keeps != KEEPS_SURELY)
            text_print(page->text, "<span class=\"tag\">%s</span>",
                       number->keeps == KEEPS_NOT ? "not kept" : "perhaps kept");
        text_say(page->text, "</td>");
    }
}

static void finalist_row(struct page *page, size_t which)
{
    const struct front *front = page->front;
    const size_t held = front_held_as(front, which);
    struct text name = {0};
    text_print(page->text, "<tr><th scope=\"row\">%zu", which + 1);
    if (held != NOT_FOUND) {
        front_say_name(&name, front, &front->held[held]);
        take_sentence(page, " <span class=\"tag strong\">", &name, "</span>");
    } else if (front->weeks[which].is_on_front || front->weeks[which].is_alike) {
        text_print(page->text, " <span class=\"tag\">%s</span>",
                   front->weeks[which].is_alike ? "alike" : "on the front");
    }
    text_say(page->text, "<span class=\"small meaning\">");
    html_text(page->text, front->choice->finalists[which].words);
    text_say(page->text, "</span></th>");
    finalist_cells(page, &front->weeks[which]);
    text_say(page->text, "</tr>\n");
}

static void all_finalists(struct page *page)
{
    const struct front *front = page->front;
    text_say(page->text, "<h3>All finalists</h3>\n");
    if (front->goals > 1)
        text_say(page->text, "<p class=\"small\">On the front: no other one is as good in every goal and "
                             "better in one.</p>\n");
    text_say(page->text, "<div class=\"scroll finalists\"><table><thead><tr><th>week</th>");
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        struct text title = {0};
        say_title(&title, measure_of(page, i));
        take_sentence(page, "<th>", &title, "</th>");
    }
    text_say(page->text, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < front->week_count; i++)
        finalist_row(page, i);
    text_say(page->text, "<tr><th scope=\"row\">The week as it is</th>");
    finalist_cells(page, &front->as_it_is);
    text_say(page->text, "</tr>\n</tbody></table></div>\n");
}

/* --- all of it --- */

static void heading(struct page *page)
{
    static const char *const counts[] = {"Weeks", "A week", "Two weeks", "Three weeks"};
    text_print(page->text, "<section><h2>%s you could hold</h2>\n%s", counts[page->front->held_count], style);
}

enum status report_front(struct page *page, struct trouble *trouble)
{
    const struct front *front = page->front;
    struct text said = {0};
    if (front == NULL)
        return STATUS_FINE;
    heading(page);
    front_say_kept(&said, front);
    take_sentence(page, "<p>", &said, "</p>\n");
    if (front->held_count == 0)
        text_say(page->text, "<p>No week has a value of every goal.</p>\n");
    text_say(page->text, "<div class=\"held\">\n");
    for (size_t i = 0; i < front->held_count; i++)
        held_week(page, &front->held[i]);
    text_say(page->text, "</div>\n");
    if (front->held_count > 0) {
        text_say(&said, "Below each mean stand its ");
        say_number(&said, page->confidence * percent);
        text_say(&said,
                 " % range, and how much more or less the week has than the week as it is, run by run.");
        take_sentence(page, "<p class=\"small\">", &said, "</p>\n");
    }
    if (front_say_alike(&said, front))
        take_sentence(page, "<p>", &said, ".</p>\n");
    enum status status = report_section(page, SECTION_FRONT, trouble);
    if (front->week_count > 0)
        all_finalists(page);
    text_say(page->text, "<h3>How these weeks were found</h3>\n");
    front_say_search(&said, front);
    take_sentence(page, "<p>", &said, "</p>\n");
    front_say_reach(&said, page->front);
    take_sentence(page, "<h3>What these numbers do not say</h3>\n<p>", &said, "</p>\n</section>\n");
    return status;
}
