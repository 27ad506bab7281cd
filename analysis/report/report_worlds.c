#include <ctype.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/response_text.h"
#include "analysis/words/worlds_text.h"

/* The part on plausible worlds: in how many of them the answer holds, and what it depends on. */

enum { SHOWN_FACTORS = 8 };
static const double percent = 100;

/* A sentence that was put together, as text of the page; what stands between ` is a name. */
static void take_sentence(struct page *page, struct text *sentence, const char *end)
{
    html_names(page->text, sentence->bytes == NULL ? "" : sentence->bytes);
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

/* A sentence that begins with a small letter, as one of its own. */
static void take_whole(struct page *page, const char *before, struct text *sentence, const char *end)
{
    sentence->bytes[0] = (char)toupper((unsigned char)sentence->bytes[0]);
    text_say(page->text, before);
    take_sentence(page, sentence, end);
}

static void of_design(struct page *page, const struct worlds_told *told, const struct worlds_of_design *one)
{
    const size_t missing = worlds_that_were_run(told->results->worlds) - one->worlds;
    struct text sentence = {0};
    text_say(page->text, "<h3>");
    html_text(page->text, told->results->designs.names[one->design]);
    text_say(page->text, "</h3>\n");
    if (!say_in_how_many_worlds(&sentence, told, one->design)) {
        text_say(page->text, "<p>In no world is there a value to compare.</p>\n");
        return;
    }
    text_say(page->text, "<p><strong>");
    take_sentence(page, &sentence, ".</strong> ");
    say_plain(&sentence, title_of(&told->results->measures[told->measure]));
    text_say(&sentence, ": ");
    say_spread_of_worlds(&sentence, told, one);
    take_sentence(page, &sentence, ".");
    if (missing > 0)
        text_print(page->text, " In %zu %s there is no value to compare.", missing,
                   missing == 1 ? "world" : "worlds");
    text_say(page->text, "</p>\n");
    shares_bar(page, one);
    say_what_separates(&sentence, told, one);
    take_whole(page, "<p>", &sentence, ".</p>\n");
    if (say_what_to_find_out(&sentence, told, one))
        take_whole(page, "<p>", &sentence, ".</p>\n");
}

/* The measure itself, in all worlds: a line a design; of one design alone, what it depends on. */
static void of_levels(struct page *page, const struct worlds_told *told)
{
    struct text sentence = {0};
    if (told->level_count == 0)
        return;
    text_say(page->text, "<h3>");
    say_plain(&sentence, title_of(&told->results->measures[told->measure]));
    take_sentence(page, &sentence, " in these worlds</h3>\n<ul>\n");
    for (size_t i = 0; i < told->level_count; i++) {
        say_plain(&sentence, told->results->designs.names[told->levels[i].design]);
        text_say(&sentence, ": ");
        say_level_of_worlds(&sentence, told, &told->levels[i]);
        text_say(page->text, "<li>");
        take_sentence(page, &sentence, "</li>\n");
    }
    text_say(page->text, "</ul>\n");
    if (told->level_count > 1)
        return;
    say_what_raises(&sentence, told, &told->levels[0]);
    take_whole(page, "<p>", &sentence, ".</p>\n");
}

/* Numbers that matter as little, behind a line that says how many there are; each with what it means. */
static void list_of(struct page *page, const struct worlds_told *told, const struct worlds_response *response,
                    enum matters matters)
{
    const size_t factors = told->results->worlds->factor_count;
    size_t count = 0;
    for (size_t i = 0; i < factors; i++)
        count += worlds_matter(response, factors, i) == matters ? 1 : 0;
    if (count == 0)
        return;
    const char *const one =
        matters == MATTERS_HARDLY ? "number hardly matters" : "number does not matter at all";
    const char *const many =
        matters == MATTERS_HARDLY ? "numbers hardly matter" : "numbers do not matter at all";
    text_print(page->text, "<details><summary>%zu %s</summary>\n<ul>\n", count, count == 1 ? one : many);
    for (size_t i = 0; i < factors; i++) {
        struct text name = {0};
        if (worlds_matter(response, factors, i) != matters)
            continue;
        say_factor_meaning(&name, told->results, i);
        take_whole(page, "<li>", &name, "</li>\n");
    }
    text_say(page->text, "</ul></details>\n");
}

/* What a factor means and is called; said of those that can be counted or timed. */
static void factor_cell(struct page *page, const struct worlds_told *told, size_t factor)
{
    struct text name = {0};
    say_factor_meaning(&name, told->results, factor);
    take_whole(page, "<tr><th scope=\"row\">", &name, "");
    if (told->results->worlds->factors[factor].observable)
        text_say(page->text, " <span class=\"tag\">count or time it</span>");
    text_say(page->text, "</th>");
}

static const char *way_of(const struct effect *effect)
{
    static const double nearly = 0.95;
    return effect->mean >= nearly * effect->absolute.value    ? "up"
           : effect->mean <= -nearly * effect->absolute.value ? "down"
                                                              : "up or down";
}

static void effect_rows(struct page *page, const struct worlds_told *told,
                        const struct worlds_response *response, const size_t *order)
{
    const size_t factors = told->results->worlds->factor_count;
    text_say(page->text,
             "<div class=\"scroll\"><table><thead><tr><th>More of this number, over its plausible "
             "range</th><th>changes it by</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < factors && i < SHOWN_FACTORS; i++) {
        const struct effect *effect = &response->effects[order[i]];
        if (effect_matters(response->effects, factors, order[i]) != MATTERS)
            break;
        factor_cell(page, told, order[i]);
        text_say(page->text, "<td class=\"n\">");
        say_number(page->text, effect->absolute.value);
        text_print(page->text, ", %s", way_of(effect));
        if (effect->absolute.certainty == CERTAINTY_INTERVAL) {
            text_say(page->text, "<span class=\"small\">");
            say_range(page->text, effect->absolute.low, effect->absolute.high);
            text_say(page->text, "</span>");
        }
        text_say(page->text, "</td></tr>\n");
    }
    text_say(page->text, "</tbody></table></div>\n");
}

static void share_cell(struct page *page, const struct estimate *estimate)
{
    struct text share = {0};
    say_share(&share, estimate->value);
    text_say(page->text, "<td class=\"n\">");
    html_text(page->text, share.bytes);
    share.length = 0;
    if (estimate->certainty == CERTAINTY_INTERVAL) {
        say_share_range(&share, estimate);
        text_say(page->text, "<span class=\"small\">");
        html_text(page->text, share.bytes);
        text_say(page->text, "</span>");
    }
    text_say(page->text, "</td>");
    text_free(&share);
}

static void index_rows(struct page *page, const struct worlds_told *told,
                       const struct worlds_response *response, const size_t *order)
{
    const size_t factors = told->results->worlds->factor_count;
    text_say(page->text,
             "<div class=\"scroll\"><table><thead><tr><th>Share in what varies</th><th>alone</th><th>"
             "with others</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i <= factors && i <= SHOWN_FACTORS; i++) {
        const bool luck = i == factors || i == SHOWN_FACTORS;
        const struct index *index = &response->indices[luck ? factors : order[i]];
        if (luck)
            text_say(page->text, "<tr><th scope=\"row\">Luck</th>");
        else
            factor_cell(page, told, order[i]);
        share_cell(page, &index->first);
        share_cell(page, &index->total);
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, "</tbody></table></div>\n");
}

static void of_response(struct page *page, const struct worlds_told *told,
                        const struct worlds_response *response)
{
    struct text heading = {0};
    size_t *order = ARENA_NEW(&page->arena, size_t, told->results->worlds->factor_count);
    text_say(page->text, "<h3>");
    say_plain(&heading, title_of(&told->results->measures[told->measure]));
    text_say(&heading, ": ");
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
    list_of(page, told, response, MATTERS_HARDLY);
    list_of(page, told, response, MATTERS_NOT_AT_ALL);
}

/* Of the other designs, and of the measure itself: for who looks for them. */
static void of_others(struct page *page, const struct worlds_told *told)
{
    const size_t others = told->design_count - (worlds_of(told, page->told) != NULL ? 1 : 0);
    if (others == 0 && told->design_count > 0 && told->level_count == 0)
        return;
    text_say(page->text, told->design_count > 0
                             ? "<details><summary>The other designs, and each by itself</summary>\n"
                             : "");
    for (size_t i = 0; i < told->design_count; i++)
        if (told->designs[i].design != page->told)
            of_design(page, told, &told->designs[i]);
    of_levels(page, told);
    text_say(page->text, told->design_count > 0 ? "</details>\n" : "");
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
        if (told->designs[i].design == page->told)
            of_design(page, told, &told->designs[i]);
    of_others(page, told);
    for (size_t i = 0; i < told->response_count; i++)
        if (told->responses[i].is_contrast || told->results->designs.count == 1)
            of_response(page, told, &told->responses[i]);
    enum status status = report_section(page, SECTION_WORLDS, trouble);
    text_say(page->text, "</section>\n");
    return status;
}
