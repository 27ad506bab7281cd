#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"
#include "analysis/words/worlds_text.h"

/* The part on plausible worlds: in how many of them the answer holds, and what it depends on. */

enum { SHOWN_FACTORS = 8 };
static const double percent = 100;

/* A sentence that was put together, as text of the page; what stands between ` is a name. */
static void take_sentence(struct page *page, struct text *sentence, const char *end)
{
    bool name = false;
    for (char *at = sentence->bytes; at != NULL && *at != '\0'; name = !name) {
        char *next = strchr(at, '`');
        if (next != NULL)
            *next = '\0';
        text_say(page->text, name ? "<code>" : "");
        html_text(page->text, at);
        text_say(page->text, name ? "</code>" : "");
        at = next == NULL ? NULL : next + 1;
    }
    text_say(page->text, end);
    text_free(sentence);
}

/* Clearly ahead, ahead, neither, behind and clearly behind, as one bar. */
static void shares_bar(struct page *page, const struct worlds_of_design *one)
{
    const size_t equal = one->worlds - one->ahead - one->behind;
    const struct {
        size_t count;
        const char *kind;
    } parts[] = {{one->clearly_ahead, "w1"},
                 {one->ahead - one->clearly_ahead, "w2"},
                 {equal, "w3"},
                 {one->behind - one->clearly_behind, "w4"},
                 {one->clearly_behind, "w5"}};
    text_say(page->text, "<div class=\"bar\" aria-hidden=\"true\">");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].count > 0)
            text_print(page->text, "<span class=\"%s\" style=\"width:%.2f%%\"></span>", parts[i].kind,
                       percent * (double)parts[i].count / (double)one->worlds);
    text_print(page->text,
               "</div>\n<p class=\"small\">From left to right: clearly ahead in %zu worlds, ahead in %zu, "
               "equal in %zu, behind in "
               "%zu, clearly behind in %zu.</p>\n",
               parts[0].count, parts[1].count, parts[2].count, parts[3].count, parts[4].count);
}

static void of_design(struct page *page, const struct worlds_told *told, const struct worlds_of_design *one)
{
    struct text sentence = {0};
    if (!say_in_how_many_worlds(&sentence, told, one->design)) {
        text_free(&sentence);
        return;
    }
    text_say(page->text, "<h3>");
    html_text(page->text, told->results->designs.names[one->design]);
    text_say(page->text, "</h3>\n<p><strong>");
    take_sentence(page, &sentence, ".</strong> ");
    text_say(&sentence, told->results->measures[told->measure].phrase.title);
    text_say(&sentence, ": ");
    say_spread_of_worlds(&sentence, told, one);
    take_sentence(page, &sentence, ".</p>\n");
    shares_bar(page, one);
    text_say(page->text, "<p>What separates these worlds: ");
    say_what_separates(&sentence, told, one);
    take_sentence(page, &sentence, ".</p>\n");
    if (one->is_separated) {
        const size_t factor = one->split.first.factor;
        text_say(page->text, "<p class=\"small\">");
        say_factor(&sentence, told->results, factor);
        text_say(&sentence, ": ");
        say_within(&sentence, told->results->worlds->factors[factor].meaning);
        take_sentence(
            page, &sentence,
            ". If you can find out what it is in your camp, you know better which world is yours.</p>\n");
    }
}

static void effect_rows(struct page *page, const struct worlds_told *told,
                        const struct worlds_response *response, const size_t *order)
{
    const size_t factors = told->results->worlds->factor_count;
    text_say(page->text, "<table><thead><tr><th>Over its plausible range</th><th>changes it "
                         "by</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < factors && i < SHOWN_FACTORS; i++) {
        if (effect_matters(response->effects, factors, order[i]) != MATTERS)
            break;
        struct text name = {0};
        text_say(page->text, "<tr><th scope=\"row\">");
        say_factor(&name, told->results, order[i]);
        take_sentence(page, &name, " <span class=\"small meaning\">");
        html_text(page->text, told->results->worlds->factors[order[i]].meaning);
        text_say(page->text, "</span></th>");
        report_mean(page, &response->effects[order[i]].absolute);
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, "</tbody></table>\n");
    struct text list = {0};
    if (say_factors_that(&list, told->results, response, MATTERS_NOT_AT_ALL)) {
        text_say(page->text, "<p class=\"small\">Do not matter at all: ");
        take_sentence(page, &list, ".</p>\n");
    }
    text_free(&list);
}

static void index_rows(struct page *page, const struct worlds_told *told,
                       const struct worlds_response *response, const size_t *order)
{
    const size_t factors = told->results->worlds->factor_count;
    text_say(page->text, "<table><thead><tr><th>Share of what varies</th><th>alone</th><th "
                         "class=\"n\">with others</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i <= factors && i <= SHOWN_FACTORS; i++) {
        const size_t factor = i < factors && i < SHOWN_FACTORS ? order[i] : factors;
        struct text name = {0};
        text_say(page->text, "<tr><th scope=\"row\">");
        if (factor < factors)
            say_factor(&name, told->results, factor);
        else
            text_say(&name, "luck");
        take_sentence(page, &name, "</th>");
        report_mean(page, &response->indices[factor].first);
        report_mean(page, &response->indices[factor].total);
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, "</tbody></table>\n");
}

static void of_response(struct page *page, const struct worlds_told *told,
                        const struct worlds_response *response)
{
    struct text heading = {0};
    size_t *order = ARENA_NEW(&page->arena, size_t, told->results->worlds->factor_count);
    text_say(page->text, "<h3>");
    say_response(&heading, told, response);
    take_sentence(page, &heading, "</h3>\n");
    if (!response->varies) {
        text_say(page->text, "<p>Nothing varies.</p>\n");
        return;
    }
    worlds_rank(response, told->results->worlds->factor_count, order);
    if (response->effects != NULL)
        effect_rows(page, told, response, order);
    else
        index_rows(page, told, response, order);
}

enum status report_worlds(struct page *page, struct trouble *trouble)
{
    const struct worlds_told *told = page->worlds;
    if (told == NULL || told->results->worlds->count == 0)
        return STATUS_FINE;
    struct text which = {0};
    text_say(page->text, told->design_count > 0 ? "<section><h2>Does the answer hold?</h2>\n<p>"
                                                : "<section><h2>What does the answer depend on?</h2>\n<p>");
    say_which_worlds(&which, told->results);
    take_sentence(page, &which, "</p>\n");
    for (size_t i = 0; i < told->design_count; i++)
        of_design(page, told, &told->designs[i]);
    for (size_t i = 0; i < told->response_count; i++)
        if (told->responses[i].is_contrast || told->results->designs.count == 1)
            of_response(page, told, &told->responses[i]);
    enum status status = report_section(page, SECTION_WORLDS, trouble);
    text_say(page->text, "</section>\n");
    return status;
}
