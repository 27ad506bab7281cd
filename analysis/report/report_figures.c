#include "analysis/report/report_parts.h"

#include <stdio.h>
#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/course.h"
#include "analysis/numbers/looks.h"
#include "analysis/numbers/path.h"
#include "analysis/numbers/sweep.h"
#include "analysis/numbers/worlds.h"
#include "analysis/report/html.h"
#include "analysis/report/inlined.h"
#include "analysis/words/sweep_text.h"
#include "base/require.h"

/* The figures of the page, and the parts that are nothing else: the map, every run, courses over time. */

enum { MOST_PRICES = 8 };

/* Figures as they are found. */
struct collection {
    struct arena *arena;
    struct figure_request *figures;
    size_t room, count;
};

static void figures_add(struct collection *collection, enum figure_kind kind, size_t measure)
{
    enum { FIRST_ROOM = 64 };
    if (collection->count == collection->room) {
        collection->room = collection->room == 0 ? FIRST_ROOM : 2 * collection->room;
        collection->figures = arena_grow(collection->arena, collection->figures, collection->count,
                                         collection->room, sizeof *collection->figures);
    }
    collection->figures[collection->count++] =
        (struct figure_request){.kind = kind, .measure = measure, .format = FIGURE_SVG};
}

/* A file may have both measures and no value of them: no run had two groups that need each other. */
static bool path_drawable(struct results *results)
{
    return figure_possible(results, FIGURE_PATH) &&
           results_any_value(results, results_find_role(results, INTEGRATION));
}

/* What there is to be seen of worlds: something varies between walks or rows; a number separates a sample. */
struct worlds_seen {
    bool vary, part;
};

static struct worlds_seen worlds_seen(struct results *results)
{
    struct arena arena = {0};
    struct trouble nobody_reads = {0};
    const struct worlds_told *told =
        worlds_told(results, results->headline, 0, USUAL_CONFIDENCE, &arena, &nobody_reads);
    struct worlds_seen seen = {false, false};
    for (size_t i = 0; told != NULL && i < told->response_count; i++)
        seen.vary = seen.vary || (told->responses[i].varies &&
                                  (told->responses[i].is_contrast || results->designs.count == 1));
    for (size_t i = 0; told != NULL && i < told->design_count; i++)
        seen.part = seen.part || told->designs[i].is_separated;
    trouble_free(&nobody_reads);
    arena_free(&arena);
    return seen;
}

static void add_worlds(struct collection *collection, struct results *results)
{
    static const enum figure_kind kinds[] = {FIGURE_WORLDS, FIGURE_SCATTER, FIGURE_SCREENING, FIGURE_INDICES};
    if (results->worlds->count == 0)
        return;
    const struct worlds_seen seen = worlds_seen(results);
    const bool shown[] = {true, seen.part, seen.vary, seen.vary};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (shown[i] && figure_possible(results, kinds[i]))
            figures_add(collection, kinds[i], results->headline);
    if (figure_possible(results, FIGURE_FIT))
        figures_add(collection, FIGURE_FIT, results->headline);
}

/* A file may say that it was looked, and have no value in any run. */
static bool looks_can_be_drawn(struct results *results)
{
    struct arena arena = {0};
    struct trouble nobody_reads = {0};
    bool drawn = figure_possible(results, FIGURE_PRECISION);
    if (drawn) {
        const struct looks looks = looks_of(results, &arena, &nobody_reads);
        drawn = nobody_reads.count == 0 && (looks.design_count > 0 || looks.worlds > 0);
    }
    trouble_free(&nobody_reads);
    arena_free(&arena);
    return drawn;
}

/* A sweep of one setting is a line; with several designs, or several settings, it is a map. */
static void add_sweeps(struct collection *collection, struct results *results, const size_t *prices,
                       size_t price_count)
{
    const bool alone = results->designs.count == 1, line = figure_possible(results, FIGURE_LINE);
    if (!figure_possible(results, FIGURE_MAP))
        return;
    const enum figure_kind kind = alone && line ? FIGURE_LINE : FIGURE_MAP;
    if (line && !alone)
        figures_add(collection, FIGURE_LINE, results->headline);
    figures_add(collection, kind, results->headline);
    for (size_t i = 0; i < price_count; i++)
        figures_add(collection, kind, prices[i]);
}

/* Whether there is a value comes last: the numbers of the measure are read for it. */
static void add_measures(struct collection *collection, struct results *results, enum extent extent,
                         enum figure_kind kind)
{
    for (size_t i = 0; i < results->measure_count; i++)
        if (results->measures[i].extent == extent &&
            (extent != EXTENT_TIME || report_draws(&results->measures[i])) &&
            report_shows(results, &(struct figure_request){.kind = kind, .measure = i}) &&
            results_any_value(results, i))
            figures_add(collection, kind, i);
}

void report_find_figures(struct page *page)
{
    struct results *results = page->results;
    struct collection all = {.arena = &page->arena};
    size_t prices[MOST_PRICES], price_count = price_measures(results, prices, MOST_PRICES);
    if (figure_possible(results, FIGURE_FRONT))
        figures_add(&all, FIGURE_FRONT, 0);
    figures_add(&all, FIGURE_DOTS, results->headline);
    for (size_t i = 0; i < price_count; i++)
        figures_add(&all, FIGURE_DOTS, prices[i]);
    if (*results->best.of != '\0')
        figures_add(&all, FIGURE_RANKING, ranking_measure(results));
    add_sweeps(&all, results, prices, price_count);
    if (looks_can_be_drawn(results))
        figures_add(&all, FIGURE_PRECISION, results->headline);
    add_worlds(&all, results);
    if (figure_possible(results, FIGURE_SURVIVAL))
        figures_add(&all, FIGURE_SURVIVAL, 0);
    if (figure_possible(results, FIGURE_GROUPS))
        figures_add(&all, FIGURE_GROUPS, 0);
    if (path_drawable(results))
        figures_add(&all, FIGURE_PATH, 0);
    if (figure_possible(results, FIGURE_SITES))
        figures_add(&all, FIGURE_SITES, 0);
    if (figure_possible(results, FIGURE_CASCADES))
        figures_add(&all, FIGURE_CASCADES, 0);
    if (figure_possible(results, FIGURE_TREES))
        figures_add(&all, FIGURE_TREES, 0);
    if (figure_possible(results, FIGURE_HELP))
        figures_add(&all, FIGURE_HELP, 0);
    add_measures(&all, results, EXTENT_TIME, FIGURE_COURSE);
    add_measures(&all, results, EXTENT_BIN, FIGURE_HISTOGRAM);
    page->figures = all.figures;
    page->shown = all.count < REPORT_MOST_FIGURES ? all.count : REPORT_MOST_FIGURES;
    page->left_out = all.count - page->shown;
}

/* What there is most of comes last, so it is measures that have no room. */
void report_left_out(struct page *page)
{
    const size_t others = page->left_out;
    if (others == 0)
        return;
    text_print(
        page->text,
        "<p class=\"small\">%zu more figure%s not shown; <code>groundswell plot FILE NAME</code> draws "
        "%s: ",
        others, others == 1 ? " is" : "s are", others == 1 ? "it" : "them");
    for (size_t i = 0; i < others; i++) {
        text_say(page->text, i == 0 ? "" : ", ");
        html_text(page->text, page->results->measures[page->figures[page->shown + i].measure].name);
    }
    text_say(page->text, ".</p>\n");
}

static enum section section_of_measure(const struct results_measure *measure)
{
    if (strcmp(measure->section, "groups") == 0)
        return SECTION_GROUPS;
    return strcmp(measure->section, "movement") == 0 ? SECTION_MOVEMENT : SECTION_COURSES;
}

bool report_draws(const struct results_measure *measure)
{
    return !measure->of_movement || measure->is_course;
}

static enum section section_of(const struct results *results, const struct figure_request *request)
{
    static const enum section sections[] = {
        [FIGURE_DOTS] = SECTION_RUNS,         [FIGURE_COURSE] = SECTION_COURSES,
        [FIGURE_HISTOGRAM] = SECTION_COURSES, [FIGURE_SURVIVAL] = SECTION_COURSES,
        [FIGURE_MAP] = SECTION_MAP,           [FIGURE_GROUPS] = SECTION_GROUPS,
        [FIGURE_PATH] = SECTION_MOVEMENT,     [FIGURE_SITES] = SECTION_MOVEMENT,
        [FIGURE_LINE] = SECTION_MAP,          [FIGURE_CASCADES] = SECTION_COURSES,
        [FIGURE_TREES] = SECTION_COURSES,     [FIGURE_HELP] = SECTION_COURSES,
        [FIGURE_WORLDS] = SECTION_WORLDS,     [FIGURE_SCATTER] = SECTION_WORLDS,
        [FIGURE_FIT] = SECTION_FIT,           [FIGURE_SCREENING] = SECTION_WORLDS,
        [FIGURE_INDICES] = SECTION_WORLDS,    [FIGURE_COURSES] = SECTION_MAP,
        [FIGURE_FRONT] = SECTION_FRONT,       [FIGURE_RANKING] = SECTION_BEST,
        [FIGURE_PRECISION] = SECTION_SURE};
    const struct results_measure *measure = &results->measures[request->measure];
    if (sections[request->kind] != SECTION_COURSES || !figure_has_measure(request->kind))
        return sections[request->kind];
    return measure->of_movement ? SECTION_MOVEMENT : section_of_measure(measure);
}

static const char *caption_of(const struct results *results, enum figure_kind kind)
{
    static const char *const captions[] = {
        [FIGURE_DOTS] = "A mark is one run; the bar is the mean with its range.",
        [FIGURE_COURSE] = "Mean of all runs, and the range in which it lies.",
        [FIGURE_HISTOGRAM] = "Mean of all runs, and the range in which it lies.",
        [FIGURE_SURVIVAL] = "The lower, the more is decided. A cross: still open when the run ended.",
        [FIGURE_MAP] =
            "The letter says which design is ahead, and below it how much more or less it has than the one "
            "after it; in brackets and pale where the lead is not clear.",
        [FIGURE_GROUPS] = "The first run of each design; the first group at the top. A dot: the group ended.",
        [FIGURE_PATH] =
            "A dot each sample; the ring is the first. Falling apart: a tenth or more of the highest "
            "integration is lost again.",
        [FIGURE_SITES] = "The first run of each design. The area of a site is as its people on that day; a "
                         "line is the thicker the more links live between two sites. Where more than sixty "
                         "pairs are linked, a square shows them: sites by size, the largest at the top left, "
                         "a cell the fuller the more links. Links within a site are left out.",
        [FIGURE_LINE] = "Mean of all runs at each value of the setting, with the range in which it lies.",
        [FIGURE_CASCADES] = "Read it so: of the sparks that anybody was active on, the share that reached at "
                            "least so many people.",
        [FIGURE_TREES] =
            "The first run of each design. In the middle is who began; each ring is one step further "
            "from person to person, and an arc joins those whom the same person told. The day is "
            "that of the beginning. Behind a + stand people of the public, who are not drawn; a "
            "larger dot stands for people behind her for whom there is no room.",
        [FIGURE_HELP] = "The first run of each design. The area of a person is as the hours of help that she "
                        "gave; a ring got help and gave "
                        "none. People who are joined lie near each other.",
        [FIGURE_WORLDS] = "",
        [FIGURE_SCATTER] = "",
        [FIGURE_SCREENING] = "From walks of worlds in which one number changes at a time.",
        [FIGURE_INDICES] = "Of all that differs between these worlds, the share of each number and of luck.",
        [FIGURE_FIT] = "",
        [FIGURE_FRONT] =
            "A mark is the mean of the fresh runs of a week, the cross its ranges; the number is "
            "that of the finalist. Weeks of the search are left out: their numbers are too good.",
        [FIGURE_RANKING] =
            "Mean of the runs of each design, and the range in which it lies. Pale and dashed: "
            "out, because it cannot be the best.",
        [FIGURE_PRECISION] = "",
        [FIGURE_COURSES] = "Mean of all runs at each point; the band is the range in which the mean lies.",
    };
    if (kind == FIGURE_COURSE && course_has_weekends(results))
        return "Mean of all runs, and the range in which it lies. Grey: weekends.";
    if (kind == FIGURE_MAP && results->designs.count == 1)
        return "The mean at each point, and below it its range where there is room; the fuller the colour, "
               "the "
               "greater the value.";
    return captions[kind];
}

/* What is the same for all figures of a kind is said under the first of them. */
enum caption { CAPTION_SAID, CAPTION_KNOWN };

/* What draws it alone: `groundswell plot FILE NAME`. */
static const char *name_of(const struct results *results, const struct figure_request *request)
{
    return figure_has_measure(request->kind) ? results->measures[request->measure].name
                                             : figure_name(request->kind);
}

/* Of worlds, the design of the answer alone; where nothing separates its worlds, a scatter shows the others.
 */
static size_t only_of(const struct page *page, const struct figure_request *request)
{
    if (section_of(page->results, request) != SECTION_WORLDS || page->comparison == NULL)
        return 0;
    const struct worlds_of_design *one = worlds_of(page->worlds, page->told);
    return request->kind == FIGURE_SCATTER && one != NULL && !one->is_separated ? 0 : page->told + 1;
}

/* For the drawing that was planned last. */
static void leave_gap(struct page *page, const struct text *says)
{
    require(page->gap_count + 1 == page->drawings.count);
    page->gaps = must_grow(page->gaps, page->drawings.count, sizeof *page->gaps);
    page->gaps[page->gap_count++] = (struct page_gap){page->text->length, *says};
}

void report_filled(struct page *page, struct text *whole)
{
    size_t from = 0;
    for (size_t i = 0; i < page->gap_count; i++) {
        const struct page_gap *gap = &page->gaps[i];
        char prefix[32];
        snprintf(prefix, sizeof prefix, "f%zu-", i + 1);
        text_add(whole, page->text->bytes + from, gap->at - from);
        inlined_drawing(whole, &page->drawings.all[i].job.drawing, prefix, gap->says.bytes);
        from = gap->at;
    }
    text_add(whole, page->text->bytes + from, page->text->length - from);
}

static enum status figure(struct page *page, struct figure_request *request, enum caption caption,
                          struct trouble *trouble)
{
    struct text says = {0};
    request->confidence = page->confidence;
    request->only = only_of(page, request);
    request->is_titled = figure_has_measure(request->kind) && request->kind != FIGURE_LINE;
    enum status status = figure_plan(page->results, request, &page->drawings, trouble);
    if (status == STATUS_FINE) {
        text_say(page->text, "<figure>\n");
        figure_words(page->results, request, &says);
        leave_gap(page, &says);
        text_print(page->text, "<figcaption>%s%s<code>",
                   caption == CAPTION_SAID ? caption_of(page->results, request->kind) : "",
                   caption == CAPTION_SAID && caption_of(page->results, request->kind)[0] != '\0' ? " " : "");
        html_text(page->text, name_of(page->results, request));
        text_say(page->text, "</code></figcaption>\n</figure>\n");
        if (request->kind != FIGURE_TREES && request->kind != FIGURE_FRONT)
            report_table(page, request);
    }
    return status;
}

/* Under a short heading stands what exactly is counted. */
static void heading_of(struct page *page, const struct figure_request *request)
{
    const struct results_measure *measure = &page->results->measures[request->measure];
    const char *title = figure_title(page->results, request);
    text_say(page->text, "<h3>");
    html_text(page->text, title);
    text_say(page->text, "</h3>\n");
    if (!figure_has_measure(request->kind) || strcmp(title, measure->meaning) == 0)
        return;
    text_say(page->text, "<p class=\"small\">");
    html_text(page->text, measure->meaning);
    text_say(page->text, "</p>\n");
}

bool report_has(const struct page *page, enum section section)
{
    for (size_t i = 0; i < page->shown; i++)
        if (section_of(page->results, &page->figures[i]) == section)
            return true;
    return false;
}

static bool of_same_measure(const struct figure_request *one, const struct figure_request *other)
{
    return figure_has_measure(one->kind) && figure_has_measure(other->kind) && one->measure == other->measure;
}

static bool is_first_figure(const struct page *page, const struct figure_request *request)
{
    const struct figure_request *first = &page->first;
    return page->has_first && first->kind == request->kind &&
           (!figure_has_measure(first->kind) || first->measure == request->measure);
}

/* One figure with its heading, as a block that is not torn apart on paper. */
static enum status cell(struct page *page, struct figure_request *request, const struct figure_request *last,
                        struct trouble *trouble)
{
    text_say(page->text, "<div class=\"cell\">\n");
    if (last == NULL || !of_same_measure(last, request))
        heading_of(page, request);
    enum status status = figure(
        page, request, last != NULL && last->kind == request->kind ? CAPTION_KNOWN : CAPTION_SAID, trouble);
    if (status == STATUS_FINE && request->kind == FIGURE_TREES)
        status = report_trees(page, trouble);
    text_say(page->text, "</div>\n");
    return status;
}

static void name_others(struct page *page, const struct figure_request *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_say(page->text,
                 i == 0
                     ? "<p class=\"small\">Also in the file, to be drawn by <code>groundswell plot</code>: "
                     : ", ");
        html_text(page->text, name_of(page->results, &figures[i]));
    }
    text_say(page->text, count > 0 ? ".</p>\n" : "");
}

/* Those beyond the first few are folded: they are there for who looks for them, and not on paper; those
 * beyond one more are named. */
enum { MOST_OPEN = 6, MOST_FOLDED = 1 };

enum status report_section(struct page *page, enum section section, struct trouble *trouble)
{
    struct figure_request figures[REPORT_MOST_FIGURES];
    size_t count = 0;
    for (size_t i = 0; i < page->shown; i++)
        if (section_of(page->results, &page->figures[i]) == section &&
            !is_first_figure(page, &page->figures[i]))
            figures[count++] = page->figures[i];
    const size_t open = report_order(page, figures, count, MOST_OPEN), all_of_them = count;
    count = count < MOST_OPEN + MOST_FOLDED ? count : MOST_OPEN + MOST_FOLDED;
    enum status status = STATUS_FINE;
    text_say(page->text, count > 0 ? "<div class=\"grid\">\n" : "");
    for (size_t i = 0; i < count && status == STATUS_FINE; i++) {
        if (i == open)
            text_print(page->text,
                       "</div>\n<details><summary>%zu more figure%s</summary>\n<div class=\"grid\">\n",
                       count - open, count - open == 1 ? "" : "s");
        status = cell(page, &figures[i], i == 0 ? NULL : &figures[i - 1], trouble);
    }
    text_say(page->text, count > 0 ? "</div>\n" : "");
    text_say(page->text, count > open ? "</details>\n" : "");
    name_others(page, figures + count, all_of_them - count);
    return status;
}

/* The one chart of the first page: where which design is ahead; the path of a movement, where that is what is
 * asked about; else every run of the headline. */
enum status report_first_figure(struct page *page, struct trouble *trouble)
{
    struct results *results = page->results;
    const bool sweep = figure_possible(results, FIGURE_MAP);
    page->first = (struct figure_request){.measure = results->headline, .format = FIGURE_SVG};
    page->first.kind = sweep && figure_possible(results, FIGURE_LINE) ? FIGURE_LINE
                       : sweep                                        ? FIGURE_MAP
                       : results->measures[results->headline].of_movement && path_drawable(results)
                           ? FIGURE_PATH
                           : FIGURE_DOTS;
    page->has_first = true;
    text_say(page->text, "<h3>");
    html_text(page->text, figure_title(results, &page->first));
    text_say(page->text, "</h3>\n");
    return figure(page, &page->first, CAPTION_SAID, trouble);
}

enum status report_runs(struct page *page, struct trouble *trouble)
{
    text_say(page->text, "<h2>Every run</h2>\n");
    return report_section(page, SECTION_RUNS, trouble);
}

enum status report_courses(struct page *page, struct trouble *trouble)
{
    if (!report_has(page, SECTION_COURSES))
        return STATUS_FINE;
    text_say(page->text, "<h2>Over time</h2>\n");
    return report_section(page, SECTION_COURSES, trouble);
}

/* The fewest runs that a point of the sweep rests on. */
static size_t runs_of_sweep(const struct results *results)
{
    size_t fewest = results->most_replications;
    for (size_t i = 0; i < results->variant_count; i++)
        if (results->variants[i].kind == VARIANT_SWEEP && results->variants[i].replications < fewest)
            fewest = results->variants[i].replications;
    return fewest;
}

enum status report_map(struct page *page, struct trouble *trouble)
{
    if (!figure_possible(page->results, FIGURE_MAP))
        return STATUS_FINE;
    if (page->results->designs.count > 1) {
        text_say(page->text, "<h2>Which design wins, and where</h2>\n<p>The same comparison, made again with "
                             "other settings, ");
        say_size(page->text, runs_of_sweep(page->results));
    } else {
        text_say(page->text, "<h2>With other settings</h2>\n<p>The same scenario, run again with other "
                             "settings, ");
        text_print(page->text, "%zu times", runs_of_sweep(page->results));
    }
    text_say(page->text, " at every point. The axes name the settings.</p>\n");
    return report_section(page, SECTION_MAP, trouble);
}
