#include <ctype.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/fitting.h"
#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/fitting_text.h"
#include "analysis/words/found_text.h"

/* The part on the worlds that agree with the record: what it says of the numbers, and of the designs. */

/* A sentence that begins with a small letter, as one of its own; what stands between ` is a name. */
static void take_whole(struct page *page, const char *before, struct text *sentence, const char *end)
{
    sentence->bytes[0] = (char)toupper((unsigned char)sentence->bytes[0]);
    text_say(page->text, before);
    html_names(page->text, sentence->bytes);
    text_say(page->text, end);
    text_free(sentence);
}

static void number_row(struct page *page, const struct fitting *fitting, const struct fitting_number *number)
{
    struct text part = {0};
    say_factor_meaning(&part, fitting->results, number->factor);
    take_whole(page, "<tr><th scope=\"row\">", &part, "</th>");
    say_prior_of(&part, fitting, number);
    take_whole(page, "<td>", &part, "</td>");
    say_kept_of(&part, fitting, number);
    take_whole(page, "<td>", &part, "</td></tr>\n");
}

/* "The record says", "Your minutes say" */
static void say_record_says(struct page *page, const struct fitting *fitting, const char *before)
{
    const struct record_words *words = record_words(fitting->results);
    text_print(page->text, "%s%c%s %s", before, toupper((unsigned char)words->the[0]), words->the + 1,
               words->say);
}

static void told_numbers(struct page *page, const struct fitting *fitting)
{
    if (fitting->told == 0) {
        say_record_says(page, fitting, "<p>");
        text_say(page->text,
                 " nothing clear about any number: each has about the same range in the kept worlds as "
                 "in all.</p>\n");
        return;
    }
    say_record_says(page, fitting, "<div class=\"scroll\"><table><thead><tr><th>");
    text_say(page->text,
             " something about</th><th>in all worlds</th><th>in the kept worlds</th></tr></thead>\n"
             "<tbody>\n");
    for (size_t i = 0; i < fitting->told; i++)
        number_row(page, fitting, &fitting->numbers[i]);
    text_say(page->text, "</tbody></table></div>\n<p class=\"small\">Eight of ten worlds lie between the two "
                         "values. So narrow "
                         "a range would be rare if as many worlds were drawn by lot.</p>\n");
}

static void other_numbers(struct page *page, const struct fitting *fitting)
{
    const size_t others = fitting->number_count - fitting->told;
    if (others == 0)
        return;
    const struct record_words *words = record_words(fitting->results);
    text_print(page->text, "<details><summary>%zu %s about which %s %s nothing clear</summary>\n<ul>\n",
               others, others == 1 ? "number" : "numbers", words->the, words->say);
    for (size_t i = fitting->told; i < fitting->number_count; i++) {
        struct text name = {0};
        say_factor_meaning(&name, fitting->results, fitting->numbers[i].factor);
        take_whole(page, "<li>", &name, "</li>\n");
    }
    text_say(page->text, "</ul></details>\n");
}

static void found_numbers(struct page *page, const struct fitting *fitting)
{
    struct text sentence = {0};
    for (size_t i = 0; i < fitting->found_count; i++)
        if (say_not_reached(&sentence, fitting, &fitting->found[i]))
            take_whole(page, "<p><strong>", &sentence, ".</strong></p>\n");
        else if (say_not_used(&sentence, fitting, &fitting->found[i]))
            take_whole(page, "<p class=\"small\">", &sentence, ".</p>\n");
}

enum status report_fit(struct page *page, struct trouble *trouble)
{
    const struct fitting *fitting =
        page->worlds == NULL ? NULL : fitting_of(page->results, page->worlds, &page->arena, trouble);
    struct text sentence = {0};
    if (fitting == NULL)
        return page->worlds == NULL ? STATUS_FINE : trouble_status(trouble);
    if (fitting->lack == FITTING_NO_RECORD || fitting->lack == FITTING_NO_SAMPLE)
        return STATUS_FINE;
    text_print(page->text, "<section><h2>%s</h2>\n", record_words(page->results)->title);
    say_which_are_kept(&sentence, fitting);
    take_whole(page, "<p>", &sentence, ".</p>\n");
    for (size_t i = 0; i < fitting->design_count; i++) {
        say_kept_design(&sentence, fitting, &fitting->designs[i]);
        take_whole(page, "<p>", &sentence, ".</p>\n");
    }
    found_numbers(page, fitting);
    enum status status = STATUS_FINE;
    if (fitting->lack == FITTING_FINE) {
        told_numbers(page, fitting);
        status = report_section(page, SECTION_FIT, trouble);
        other_numbers(page, fitting);
        say_how_near(&sentence, fitting);
        take_whole(page, "<p class=\"small\">", &sentence, ".</p>\n");
    }
    text_say(page->text, "</section>\n");
    return status;
}
