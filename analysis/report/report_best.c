#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"
#include "analysis/words/best_text.h"

/* The part on the best design, where it was looked for: the sentence, and the order of the designs. */

enum status report_best(struct page *page, struct trouble *trouble)
{
    struct text sentence = {0};
    if (*page->results->best.of == '\0')
        return STATUS_FINE;
    const struct best_found found = best_found_in(page->results);
    say_best(&sentence, &found);
    text_say(page->text, "<h2>Which is best</h2>\n<p>");
    html_names(page->text, sentence.bytes);
    text_say(
        page->text,
        "</p>\n<p class=\"small\">Every design was run a few times; those that could no longer be the best "
        "were run no further. So their means rest on fewer runs, and are less sure: one can even be higher "
        "than that of the best, although another design was ahead of it in the very same runs.</p>\n");
    text_free(&sentence);
    return report_section(page, SECTION_BEST, trouble);
}
