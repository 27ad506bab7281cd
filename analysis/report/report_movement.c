#include "analysis/report/report_parts.h"

#include <math.h>

#include "analysis/numbers/movement.h"
#include "analysis/numbers/path.h"
#include "analysis/plain/plain.h"
#include "analysis/report/html.h"
#include "analysis/words/path_text.h"

/* Working groups, and the movement as a whole: where a file has them. */

static void design_begins(struct page *page, size_t design)
{
    text_say(page->text, "<li><strong>");
    html_text(page->text, page->results->designs.names[design]);
    text_say(page->text, "</strong>: ");
}

/* "41.2 working groups in a run; half of them lived longer than 12.3 days, and 30 % were alive at the end."
 */
static void groups_of_design(struct page *page, size_t design, struct trouble *trouble)
{
    struct group_lives lives =
        movement_groups(page->results, design, ALL_REPLICATIONS, &page->arena, trouble);
    struct survival survival = movement_lifetimes(&lives, &page->arena);
    double living = 0, count = (double)lives.count, median;
    for (size_t i = 0; i < lives.count; i++)
        living += lives.items[i].lives ? 1 : 0;
    design_begins(page, design);
    if (lives.count == 0) {
        text_say(page->text, "no working groups.</li>\n");
        return;
    }
    say_number(page->text, count / (double)page->results->runs[design]);
    text_say(page->text, " working groups in a run, on average; ");
    median = estimate_median(&survival, page->confidence).value;
    if (isfinite(median)) {
        text_say(page->text, "half of them lived longer than ");
        say_number(page->text, median);
        text_say(page->text, " days, and ");
    } else {
        text_say(page->text, "more than half of them outlived the run, and ");
    }
    say_percent(page->text, living / count);
    text_say(page->text, " were alive at the end.</li>\n");
}

enum status report_groups(struct page *page, struct trouble *trouble)
{
    const bool rows = groups_recorded(page->results);
    if (!rows && !report_has(page, SECTION_GROUPS))
        return STATUS_FINE;
    const size_t before = trouble->count;
    text_say(page->text, rows ? "<h2>Working groups</h2>\n<ul>\n" : "<h2>Working groups</h2>\n");
    for (size_t i = 0; rows && i < page->results->designs.count; i++)
        groups_of_design(page, i, trouble);
    text_say(page->text, rows ? "</ul>\n" : "");
    if (trouble->count > before)
        return STATUS_BAD_INPUT;
    return report_section(page, SECTION_GROUPS, trouble);
}

static bool has_movement(struct page *page)
{
    for (size_t i = 0; i < page->results->measure_count; i++)
        if (page->results->measures[i].of_movement)
            return true;
    return report_has(page, SECTION_MOVEMENT);
}

/* "7 of 12 runs became one network, on day 14 on average; integration is 0.63 at the end." */
static void unity_of_design(struct page *page, size_t design, struct trouble *trouble)
{
    const struct results *results = page->results;
    size_t measure = results_find_role(results, "unity");
    struct path path = path_of(page->results, design, &page->arena, trouble);
    if (measure != NOT_FOUND && results->measures[measure].extent == EXTENT_RUN) {
        double *values = ARENA_NEW(&page->arena, double, results->most_replications);
        size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
        struct estimate mean =
            estimate_mean(values, count, results->measures[measure].bounds, page->confidence);
        text_print(page->text, "%zu of %zu runs became one network", mean.used, count);
        if (mean.used > 0) {
            text_say(page->text, ", on day ");
            say_number(page->text, mean.value);
            text_say(page->text, " on average");
        }
        text_say(page->text, "; ");
    }
    if (path.count == 0) {
        text_say(page->text, "no groups that need each other.");
        return;
    }
    text_say(page->text, "integration is ");
    say_number(page->text, path.stops[path.count - 1].integration);
    text_say(page->text, " and differentiation ");
    say_number(page->text, path.stops[path.count - 1].differentiation);
    text_say(page->text, " at the end.");
}

void report_unity(struct page *page, struct trouble *trouble)
{
    if (!path_recorded(page->results))
        return;
    text_say(
        page->text,
        "<p><strong>Differentiation</strong>: how many different things people work on. "
        "<strong>Integration</strong>: how well those who need each other are linked. From an integration "
        "of one half on, the movement is called united.</p>\n<ul>\n");
    for (size_t i = 0; i < page->results->designs.count; i++) {
        design_begins(page, i);
        unity_of_design(page, i, trouble);
        text_say(page->text, "</li>\n");
    }
    text_say(page->text, "</ul>\n");
}

/* What is not drawn here can be. */
static void name_the_others(struct page *page)
{
    const struct results *results = page->results;
    size_t others = 0;
    for (size_t i = 0; i < results->measure_count; i++) {
        if (report_draws(&results->measures[i]) || results->measures[i].extent != EXTENT_TIME ||
            !results_any_value(page->results, i))
            continue;
        text_say(page->text, others++ == 0 ? "<p class=\"small\">Also in the file, to be drawn by <code>"
                                             "groundswell plot</code>: "
                                           : ", ");
        html_text(page->text, results->measures[i].name);
    }
    text_say(page->text, others == 0 ? "" : ".</p>\n");
}

enum status report_movement(struct page *page, struct trouble *trouble)
{
    if (!has_movement(page))
        return STATUS_FINE;
    const struct comparison *comparison = page->comparison;
    const size_t before = trouble->count;
    text_say(page->text, "<h2>The movement</h2>\n<p>What goes on between sites, and what only all of them "
                         "together have.</p>\n");
    if (page->first.kind != FIGURE_PATH)
        report_unity(page, trouble);
    if (comparison != NULL && comparison->movement_from < comparison->measure_count)
        report_contrasts(page, comparison->movement_from, comparison->measure_count);
    if (trouble->count > before)
        return STATUS_BAD_INPUT;
    enum status status = report_section(page, SECTION_MOVEMENT, trouble);
    if (status == STATUS_FINE)
        name_the_others(page);
    return status;
}
