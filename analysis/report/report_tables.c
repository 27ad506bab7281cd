#include "analysis/report/report_parts.h"

#include <math.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/course.h"
#include "analysis/numbers/looks.h"
#include "analysis/numbers/movement.h"
#include "analysis/numbers/path.h"
#include "analysis/numbers/proposals.h"
#include "analysis/numbers/sweep.h"
#include "analysis/numbers/worlds.h"
#include "analysis/report/html.h"
#include "analysis/words/best_text.h"
#include "analysis/words/sentence.h"
#include "analysis/words/sweep_text.h"

/* The table behind a figure: its numbers, for those who want them or do not see it. */

enum { MOST_ROWS = 12 };

static void number_cell(struct page *page, double number)
{
    text_say(page->text, "<td class=\"n\">");
    if (isfinite(number))
        say_number(page->text, number);
    text_say(page->text, "</td>");
}

static void value_cell(struct page *page, const struct results_measure *measure, double value)
{
    text_say(page->text, "<td class=\"n\">");
    if (isfinite(value))
        say_value(page->text, measure, value);
    text_say(page->text, "</td>");
}

/* A heading row: what the rows are, and a column a design. */
static void begin_table(struct page *page, const char *rows)
{
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>");
    html_text(page->text, rows);
    text_say(page->text, "</th>");
    for (size_t i = 0; i < page->results->designs.count; i++) {
        text_say(page->text, "<th>");
        html_text(page->text, page->results->designs.names[i]);
        text_say(page->text, "</th>");
    }
    text_say(page->text, "</tr></thead><tbody>\n");
}

static const char table_end[] = "</tbody></table></div>\n";

/* Mean and range of every design, and how it differs from the base. */
static void table_of_dots(struct page *page, size_t measure)
{
    const struct results *results = page->results;
    const bool compared = page->comparison != NULL;
    double *values = ARENA_NEW(&page->arena, double, results->most_replications);
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>design</th><th>mean and range</th>");
    if (compared) {
        text_say(page->text, "<th>against ");
        html_text(page->text, results->designs.names[page->comparison->base]);
        text_say(page->text, "</th>");
    }
    text_say(page->text, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < results->designs.count; i++) {
        const size_t count = results_run_values(results, measure, 0, i, ALL_SITES, values);
        const struct estimate mean =
            estimate_mean(values, count, results->measures[measure].bounds, page->confidence);
        text_say(page->text, "<tr><th scope=\"row\">");
        html_text(page->text, results->designs.names[i]);
        text_say(page->text, "</th>");
        report_mean(page, &results->measures[measure], &mean);
        if (compared && i != page->comparison->base) {
            const struct contrast contrast =
                contrast_of(results, measure, 0, i, page->comparison->base, page->confidence);
            report_change(page, &contrast);
        } else if (compared) {
            text_say(page->text, "<td></td>");
        }
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, table_end);
}

/* At most a dozen instants, evenly spread, with the first and the last; of a histogram all bins. */
static void table_of_course(struct page *page, size_t measure)
{
    const struct results *results = page->results;
    const struct results_measure *facts = &results->measures[measure];
    const bool is_course = facts->extent == EXTENT_TIME;
    const size_t designs = results->designs.count, length = facts->length;
    const size_t rows = is_course && length > MOST_ROWS ? MOST_ROWS : length;
    struct trouble nobody_reads = {0};
    struct text bins = {0};
    const double *loaded = results_load(page->results, measure, &nobody_reads);
    struct estimate *means = ARENA_NEW(&page->arena, struct estimate, designs * length);
    for (size_t i = 0; loaded != NULL && i < designs; i++)
        course_means(results, measure, loaded, i, page->confidence, means + i * length);
    if (!is_course)
        say_bins(&bins, facts->bin_name);
    double most = -INFINITY;
    for (size_t i = 0; i < designs * length; i++)
        most = isfinite(means[i].value) ? fmax(most, means[i].value) : most;
    const struct shown shown = shown_up_to(facts, most); /* as the figure does */
    const bool in_days = shown.unit != facts->unit;
    if (in_days)
        text_say(page->text, "<p class=\"small\">In days.</p>\n");
    begin_table(page, is_course ? "day" : bins.length > 0 ? bins.bytes : "");
    for (size_t row = 0; loaded != NULL && row < rows; row++) {
        const size_t at = rows > 1 ? row * (length - 1) / (rows - 1) : 0;
        text_say(page->text, "<tr><th scope=\"row\">");
        say_number(page->text, course_place(results, facts, at));
        text_say(page->text, "</th>");
        for (size_t i = 0; i < designs; i++)
            in_days ? number_cell(page, shown.factor * means[i * length + at].value)
                    : value_cell(page, facts, means[i * length + at].value);
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, table_end);
    text_free(&bins);
    trouble_free(&nobody_reads);
}

/* By when a quarter, half and three quarters are decided. */
static void table_of_survival(struct page *page)
{
    static const double shares[] = {.25, .5, .75, .9};
    static const double percent = 100;
    struct trouble nobody_reads = {0};
    const size_t designs = page->results->designs.count;
    begin_table(page, "decided within so many days");
    for (size_t row = 0; row < sizeof shares / sizeof *shares; row++) {
        text_print(page->text, "<tr><th scope=\"row\">%.0f %%</th>", shares[row] * percent);
        for (size_t i = 0; i < designs; i++) {
            const struct survival *curve = &proposals_waiting(page->results, i, &nobody_reads)->curve;
            size_t step = 0;
            while (step < curve->steps && curve->surviving[step] > 1 - shares[row])
                step++;
            number_cell(page, step < curve->steps ? curve->times[step] : NAN);
        }
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, table_end);
    trouble_free(&nobody_reads);
}

/* Point by point: the leader, or the mean of the only design. */
static void table_of_sweep(struct page *page, size_t measure)
{
    struct sweep_map map;
    if (!sweep_map(page->results, measure, page->confidence, &page->arena, &map))
        return;
    begin_table(page, "with");
    for (size_t i = 0; i < map.point_count; i++) {
        struct text point = {0};
        sweep_say_point(page->results, &map, &map.points[i], &point);
        text_say(page->text, "<tr><th scope=\"row\">");
        html_text(page->text, point.bytes);
        text_say(page->text, "</th>");
        for (size_t design = 0; design < page->results->designs.count; design++)
            report_mean(page, &page->results->measures[measure], &map.points[i].means[design]);
        text_say(page->text, "</tr>\n");
        text_free(&point);
    }
    text_say(page->text, table_end);
}

/* Differentiation and integration at a dozen instants of each design. */
static void table_of_path(struct page *page)
{
    struct trouble nobody_reads = {0};
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>design</th><th>day</th><th>"
                         "differentiation</th><th>integration</th></tr></thead><tbody>\n");
    for (size_t design = 0; design < page->results->designs.count; design++) {
        const struct path path = path_of(page->results, design, &page->arena, &nobody_reads);
        const size_t rows = path.count > MOST_ROWS ? MOST_ROWS : path.count;
        for (size_t row = 0; row < rows; row++) {
            const struct stop *stop = &path.stops[rows > 1 ? row * (path.count - 1) / (rows - 1) : 0];
            text_say(page->text, "<tr><th scope=\"row\">");
            html_text(page->text, row == 0 ? page->results->designs.names[design] : "");
            text_say(page->text, "</th>");
            number_cell(page, stop->day);
            number_cell(page, stop->differentiation);
            number_cell(page, stop->integration);
            text_say(page->text, "</tr>\n");
        }
    }
    text_say(page->text, table_end);
    trouble_free(&nobody_reads);
}

static void count_cell(struct page *page, size_t count)
{
    text_print(page->text, "<td class=\"n\">%zu</td>", count);
}

/* In how many worlds each design is ahead, and how far. */
static void table_of_worlds(struct page *page)
{
    const struct worlds_told *told = page->worlds;
    text_say(
        page->text,
        "<div class=\"scroll\"><table><thead><tr><th>worlds in which it is</th><th>ahead</th><th>clearly</th>"
        "<th>behind</th><th>clearly</th><th>1 in 10 below</th><th>middle</th><th>1 in 10 above</th></tr>"
        "</thead><tbody>\n");
    for (size_t i = 0; told != NULL && i < told->design_count; i++) {
        const struct worlds_of_design *one = &told->designs[i];
        text_say(page->text, "<tr><th scope=\"row\">");
        html_text(page->text, page->results->designs.names[one->design]);
        text_say(page->text, one->by_ratio ? " <span class=\"small\">(times)</span></th>"
                                           : " <span class=\"small\">(difference)</span></th>");
        count_cell(page, one->ahead);
        count_cell(page, one->clearly_ahead);
        count_cell(page, one->behind);
        count_cell(page, one->clearly_behind);
        number_cell(page, one->spread.low);
        number_cell(page, one->spread.middle);
        number_cell(page, one->spread.high);
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, table_end);
}

/* Groups of the run that is shown: how many were founded, and how many live at its end. */
static void table_of_groups(struct page *page)
{
    struct trouble nobody_reads = {0};
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>design</th><th>founded</th><th>alive "
                         "at the end</th></tr></thead><tbody>\n");
    for (size_t design = 0; design < page->results->designs.count; design++) {
        const struct group_lives lives =
            movement_groups(page->results, design, SHOWN_REPLICATION, &page->arena, &nobody_reads);
        size_t alive = 0;
        for (size_t i = 0; i < lives.count; i++)
            alive += lives.items[i].lives ? 1 : 0;
        text_say(page->text, "<tr><th scope=\"row\">");
        html_text(page->text, page->results->designs.names[design]);
        text_say(page->text, "</th>");
        count_cell(page, lives.count);
        count_cell(page, alive);
        text_say(page->text, "</tr>\n");
    }
    text_say(page->text, table_end);
    trouble_free(&nobody_reads);
}

/* Links between sites of the run that is shown, on a few days. */
static void table_of_sites(struct page *page)
{
    enum { DAYS = 5 };
    struct trouble nobody_reads = {0};
    const struct results *results = page->results;
    text_say(page->text,
             "<div class=\"scroll\"><table><thead><tr><th>design</th><th>day</th><th>links</th><th>linked "
             "pairs of sites</th></tr></thead><tbody>\n");
    for (size_t design = 0; design < results->designs.count; design++)
        for (size_t row = 0; row < DAYS && results->time_count > 1; row++) {
            const double day = results->times[row * (results->time_count - 1) / (DAYS - 1)];
            const struct ties ties = movement_ties(page->results, design, day, &page->arena, &nobody_reads);
            text_say(page->text, "<tr><th scope=\"row\">");
            html_text(page->text, row == 0 ? results->designs.names[design] : "");
            text_say(page->text, "</th>");
            number_cell(page, day);
            count_cell(page, ties.links);
            count_cell(page, ties.count);
            text_say(page->text, "</tr>\n");
        }
    text_say(page->text, table_end);
    trouble_free(&nobody_reads);
}

/* Designs in their order, and where the best one was looked for, what became of each. */
static void table_of_ranking(struct page *page)
{
    const struct results *results = page->results;
    const size_t measure = ranking_measure(results);
    const struct best_found found = best_found_in(results);
    const struct ranking ranking = ranking_of(results, measure, page->confidence, &page->arena);
    text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>design</th><th>mean</th>");
    text_say(page->text, "<th>runs</th><th></th></tr></thead><tbody>\n");
    for (size_t i = 0; i < ranking.count; i++) {
        const size_t design = ranking.designs[i].design;
        text_say(page->text, "<tr><th scope=\"row\">");
        html_text(page->text, results->designs.names[design]);
        text_say(page->text, "</th>");
        report_mean(page, &results->measures[measure], &ranking.designs[i].mean);
        text_print(page->text, "<td class=\"n\">%zu</td><td>", results->runs[design]);
        if (*results->best.of != '\0')
            say_standing(page->text, &found, design);
        text_say(page->text, "</td></tr>\n");
    }
    text_say(page->text, "</tbody></table></div>\n");
}

static void look_row(struct page *page, const struct looks *looks, size_t look)
{
    const struct results_measure *measure = &page->results->measures[looks->measure];
    text_say(page->text, "<tr><th scope=\"row\">");
    text_print(page->text, "%zu</th>", looks->designs[0].looks[look].runs);
    for (size_t i = 0; i < looks->design_count; i++) {
        const struct look *one = &looks->designs[i].looks[look];
        text_say(page->text, "<td class=\"n\">");
        say_value(page->text, measure, one->mean);
        if (isfinite(one->half)) {
            text_say(page->text, " <span class=\"small\">(");
            say_values(page->text, measure, one->mean - one->half, one->mean + one->half);
            text_say(page->text, ")</span>");
        }
        text_say(page->text, "</td>");
    }
    text_say(page->text, "</tr>\n");
}

/* The mean of each design after each look; and of worlds, in how many it was clear by then. */
static void table_of_looks(struct page *page)
{
    struct trouble nobody_reads = {0};
    const struct looks looks = looks_of(page->results, &page->arena, &nobody_reads);
    if (looks.design_count > 0) {
        text_say(page->text, "<div class=\"scroll\"><table><thead><tr><th>runs</th>");
        for (size_t i = 0; i < looks.design_count; i++) {
            text_say(page->text, "<th>");
            html_text(page->text, page->results->designs.names[looks.designs[i].design]);
            text_say(page->text, "</th>");
        }
        text_say(page->text, "</tr></thead><tbody>\n");
        for (size_t i = 0; i < looks.count; i++)
            look_row(page, &looks, i);
        text_say(page->text, table_end);
    }
    for (size_t i = 0; i < looks.world_look_count; i++)
        text_print(page->text, "%s%zu of %zu worlds after %zu runs%s", i == 0 ? "<p>Clear in " : ", ",
                   looks.world_looks[i].clear, looks.worlds, looks.world_looks[i].runs,
                   i + 1 == looks.world_look_count ? ".</p>\n" : "");
    trouble_free(&nobody_reads);
}

void report_table(struct page *page, const struct figure_request *request)
{
    struct text words = {0};
    text_say(page->text, "<details><summary>The numbers</summary>\n");
    switch (request->kind) {
    case FIGURE_DOTS:
        table_of_dots(page, request->measure);
        break;
    case FIGURE_COURSE:
    case FIGURE_HISTOGRAM:
        table_of_course(page, request->measure);
        break;
    case FIGURE_SURVIVAL:
        table_of_survival(page);
        break;
    case FIGURE_MAP:
    case FIGURE_LINE:
        table_of_sweep(page, request->measure);
        break;
    case FIGURE_PATH:
        table_of_path(page);
        break;
    case FIGURE_GROUPS:
        table_of_groups(page);
        break;
    case FIGURE_SITES:
        table_of_sites(page);
        break;
    case FIGURE_WORLDS:
    case FIGURE_SCATTER:
        table_of_worlds(page);
        break;
    case FIGURE_RANKING:
        table_of_ranking(page);
        break;
    case FIGURE_PRECISION:
        table_of_looks(page);
        break;
    case FIGURE_CASCADES:
    case FIGURE_TREES:
    case FIGURE_HELP:
    case FIGURE_WEEK:
    case FIGURE_COURSES:
    case FIGURE_FRONT:
    case FIGURE_SCREENING:
    case FIGURE_FIT:
    case FIGURE_INDICES: /* of networks and the like what there is to say is a sentence or a table of the file
                          */
        figure_words(page->results, request, &words);
        text_say(page->text, "<p>");
        html_names(page->text, words.bytes);
        text_say(page->text, "</p>\n");
        text_free(&words);
    }
    text_say(page->text, "</details>\n");
}
