#include <math.h>
#include <string.h>

#include "analysis/numbers/course.h"
#include "analysis/report/report_parts.h"

/* Which figures of many are worth the first look: those in which the designs are furthest apart. */

static const double *loaded_of(struct results *results, size_t measure)
{
    struct trouble nobody_reads = {0};
    const double *loaded = results_load(results, measure, &nobody_reads);
    trouble_free(&nobody_reads);
    return loaded;
}

struct reach {
    double least, most;
    size_t bins; /* in which anything is above zero */
};

/* Of the means of all designs. */
static struct reach reach_of(struct results *results, size_t measure, struct arena *arena)
{
    const size_t length = results->measures[measure].length;
    const double *loaded = loaded_of(results, measure);
    struct estimate *means = ARENA_NEW(arena, struct estimate, length);
    bool *filled = ARENA_NEW(arena, bool, length);
    struct reach reach = {INFINITY, -INFINITY, 0};
    for (size_t design = 0; loaded != NULL && design < results->designs.count; design++) {
        course_means(results, measure, loaded, design, USUAL_CONFIDENCE, means);
        for (size_t i = 0; i < length; i++) {
            filled[i] = filled[i] || (isfinite(means[i].value) && means[i].value > 0);
            reach.least = fmin(reach.least, isfinite(means[i].value) ? means[i].value : INFINITY);
            reach.most = fmax(reach.most, isfinite(means[i].value) ? means[i].value : -INFINITY);
        }
    }
    for (size_t i = 0; i < length; i++)
        reach.bins += filled[i] ? 1 : 0;
    return reach;
}

bool report_shows(struct results *results, const struct figure_request *request)
{
    struct arena arena = {0};
    bool shows = true;
    if (request->kind == FIGURE_COURSE || request->kind == FIGURE_HISTOGRAM) {
        const struct reach reach = reach_of(results, request->measure, &arena);
        shows = reach.most > reach.least && (request->kind == FIGURE_COURSE || reach.bins > 1);
    }
    arena_free(&arena);
    return shows;
}

/* How far the designs are apart, at the place where they are furthest, in parts of the height of the figure;
 * figures of other kinds come first. */
static double apart(struct results *results, const struct figure_request *request, struct arena *arena)
{
    if (request->kind != FIGURE_COURSE && request->kind != FIGURE_HISTOGRAM)
        return INFINITY;
    const size_t length = results->measures[request->measure].length, designs = results->designs.count;
    const double *loaded = loaded_of(results, request->measure);
    const struct reach reach = reach_of(results, request->measure, arena);
    struct estimate *means = ARENA_NEW(arena, struct estimate, length * designs);
    double widest = 0;
    for (size_t design = 0; loaded != NULL && design < designs; design++)
        course_means(results, request->measure, loaded, design, USUAL_CONFIDENCE, means + design * length);
    for (size_t i = 0; i < length; i++)
        for (size_t one = 0; one < designs; one++)
            for (size_t other = 0; other < one; other++) {
                const double gap = fabs(means[one * length + i].value - means[other * length + i].value);
                widest = isfinite(gap) ? fmax(widest, gap) : widest;
            }
    const double height = reach.most - fmin(reach.least, 0);
    return height > 0 ? widest / height : 0;
}

size_t report_order(struct page *page, struct figure_request *figures, size_t count, size_t most)
{
    if (count <= most)
        return count;
    double *heights = ARENA_NEW(&page->arena, double, count);
    for (size_t i = 0; i < count; i++)
        heights[i] = apart(page->results, &figures[i], &page->arena);
    for (size_t i = 1; i < count; i++) {
        const struct figure_request one = figures[i];
        const double height = heights[i];
        size_t at = i;
        for (; at > 0 && heights[at - 1] < height; at--) {
            figures[at] = figures[at - 1];
            heights[at] = heights[at - 1];
        }
        figures[at] = one;
        heights[at] = height;
    }
    return most;
}
