/* The table behind the figure of trees: the largest cascades of the shown run of each design. */
#include <math.h>

#include "analysis/numbers/trees.h"
#include "analysis/plain/plain.h"
#include "analysis/report/html.h"
#include "analysis/report/report_parts.h"

enum { MOST_ALONE = 6, MOST_EACH = 3 };

static void number_cell(struct page *page, double number)
{
    text_print(page->text, "<td class=\"n\">%.0f</td>", number);
}

static void row_of_tree(struct page *page, size_t design, const struct tree *tree, const struct names *ways)
{
    text_say(page->text, "<tr><th scope=\"row\">");
    html_text(page->text, page->results->designs.names[design]);
    text_say(page->text, "</th><td>");
    html_text(page->text, page->results->sites.names[tree->spark_site]);
    text_print(page->text, ", %zu</td>", tree->spark);
    number_cell(page, (double)tree->members);
    number_cell(page, tree->people - (double)tree->members);
    number_cell(page, (double)tree->steps);
    number_cell(page, isfinite(tree->began) ? floor(tree->began) : 0);
    text_say(page->text, "<td>");
    html_text(page->text, page->results->sites.names[tree->site]);
    text_say(page->text, ", ");
    struct text way = {0};
    say_plain(&way, tree->way < ways->count ? ways->names[tree->way] : "not known");
    html_text(page->text, way.bytes);
    text_free(&way);
    text_say(page->text, "</td></tr>\n");
}

enum status report_trees(struct page *page, struct trouble *trouble)
{
    const size_t most = page->results->designs.count == 1 ? MOST_ALONE : MOST_EACH;
    const struct names ways = trees_ways(page->results, &page->arena);
    text_say(page->text, "<details><summary>The largest cascades, one by one</summary>\n<div "
                         "class=\"scroll\"><table><thead><tr><th>design</th><th>spark</th><th>people</th>"
                         "<th>of the public</th><th>steps</th><th>day</th><th>who began, and "
                         "how</th></tr></thead><tbody>\n");
    for (size_t design = 0; design < page->results->designs.count; design++) {
        const struct trees trees =
            trees_of(page->results, design, (struct trees_room){most, 1}, &page->arena, trouble);
        for (size_t i = 0; i < trees.count; i++)
            row_of_tree(page, design, &trees.items[i], &ways);
    }
    text_say(page->text, "</tbody></table></div></details>\n");
    return trouble->count == 0 ? STATUS_FINE : STATUS_BAD_INPUT;
}
