#include "analysis/figures/figure.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/figure_batch.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/figures/picture.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/estimate.h"
#include "analysis/plain/fold.h"
#include "base/require.h"

enum {
    USUAL_COLUMNS = 79,
    USUAL_ROWS = 24,
    USUAL_HEIGHT = 300,
    PIXEL_SCALE = 3,
    ROW_PIXELS = 12,
    ABOVE = 28,
    BELOW = 44,
    LONGEST_TITLE = 50,
    LONGEST_FOOT = 58
};
static const char *const soft_ink = "#6e6e6e";
static const double pixels_per_inch = 96;

static const struct figure_rule *const rules[] = {
    &figure_dots,    &figure_course,  &figure_histogram, &figure_survival, &figure_sweep,   &figure_groups,
    &figure_path,    &figure_sites,   &figure_line,      &figure_cascades, &figure_trees,   &figure_help,
    &figure_worlds,  &figure_scatter, &figure_screening, &figure_fit,      &figure_indices, &figure_week,
    &figure_courses, &figure_front,   &figure_ranking,   &figure_precision};

enum { RULES = sizeof rules / sizeof rules[0] };

static const struct figure_rule *rule_of(enum figure_kind kind)
{
    size_t place = 0;
    while (place < RULES && rules[place]->kind != kind)
        place++;
    require(place < RULES);
    return rules[place];
}

enum figure_kind figure_kind_of(const struct results *results, size_t measure)
{
    static const enum figure_kind kinds[] = {
        [EXTENT_RUN] = FIGURE_DOTS, [EXTENT_TIME] = FIGURE_COURSE, [EXTENT_BIN] = FIGURE_HISTOGRAM};
    require(measure < results->measure_count);
    return kinds[results->measures[measure].extent];
}

bool figure_has_measure(enum figure_kind kind)
{
    return kind == FIGURE_DOTS || kind == FIGURE_COURSE || kind == FIGURE_HISTOGRAM || kind == FIGURE_MAP ||
           kind == FIGURE_LINE || kind == FIGURE_COURSES;
}

bool figure_possible(const struct results *results, enum figure_kind kind)
{
    return rule_of(kind)->possible(results);
}

/* A tall figure gets the rows that it needs; a terminal scrolls. */
static size_t terminal_rows(const struct drawing *drawing)
{
    size_t needed = (size_t)drawing->height / ROW_PIXELS;
    return needed > USUAL_ROWS ? needed : USUAL_ROWS;
}

/* Which terminals a gnuplot has is its own knowledge, so the script asks for the better
 * one and falls back. */
static void set_terminal(const struct drawing *drawing, struct text *script)
{
    const struct figure_request *request = drawing->request;
    int width = DRAWING_WIDTH, height = drawing_height(drawing);
    switch (request->format) {
    case FIGURE_SVG:
        text_print(script,
                   "set terminal svg size %d,%d dynamic noenhanced font 'sans-serif,14' linewidth 1\n", width,
                   height);
        break;
    case FIGURE_PNG:
        text_print(script,
                   "if (strstrt(GPVAL_TERMINALS, 'pngcairo') > 0) {\nset terminal pngcairo size %d,%d "
                   "noenhanced font "
                   "'sans,9' fontscale %d linewidth %d pointscale %d background '#ffffff'\n} else {\nset "
                   "terminal png "
                   "size %d,%d noenhanced linewidth %d background '#ffffff'\n}\n",
                   width * PIXEL_SCALE, height * PIXEL_SCALE, PIXEL_SCALE, PIXEL_SCALE, PIXEL_SCALE,
                   width * PIXEL_SCALE, height * PIXEL_SCALE, PIXEL_SCALE);
        break;
    case FIGURE_PDF:
        text_print(script,
                   "set terminal pdfcairo size %.3fin,%.3fin noenhanced font 'sans,9' background '#ffffff'\n",
                   width / pixels_per_inch, height / pixels_per_inch);
        break;
    case FIGURE_TERMINAL:
        text_print(script, "set terminal dumb noenhanced size %zu,%zu\n",
                   request->columns == 0 ? USUAL_COLUMNS : request->columns,
                   request->rows == 0 ? terminal_rows(drawing) : request->rows);
        break;
    }
}

static void set_style(const struct drawing *drawing, struct text *script)
{
    text_say(script, "set encoding utf8\nset termoption noenhanced\n");
    if (drawing_on_terminal(drawing))
        return;
    text_print(script,
               "set border 3 linecolor rgb '#8c8c8c'\nset tics textcolor rgb '%s' nomirror\n"
               "set grid linecolor rgb '#8c8c8c' linewidth 0.3\nset key textcolor rgb '%s'\n",
               ink, ink);
}

/* A figure that stands alone says what it shows, on how many runs it rests, and that it is a model. */
static void set_frame(const struct drawing *drawing, struct text *script)
{
    static const double indent = 0.01;
    const struct results *results = drawing->results;
    const int height = drawing_height(drawing);
    struct text foot = {0};
    if (drawing->above == 0)
        return;
    text_print(script, "set size 1,%.5f\nset origin 0,%.5f\nset label ", (double)drawing->height / height,
               (double)drawing->below / height);
    gnuplot_quote(script, figure_title(results, drawing->request), LONGEST_TITLE);
    text_print(script, " at screen %.3f, screen %.5f left front textcolor rgb '%s'\nset label ", indent,
               1 - drawing->above / 2.0 / height, ink);
    gnuplot_quote(script, results->title, LONGEST_TITLE);
    text_print(script, " at screen %.3f, screen %.5f left front textcolor rgb '%s'\nset label ", indent,
               drawing->below * 0.72 / height, soft_ink);
    if (drawing->request->kind == FIGURE_FRONT)
        text_say(&foot, "Fresh runs of each week");
    else
        say_runs_of(&foot, results);
    text_say(&foot, "; a model, not a record");
    gnuplot_quote(script, foot.bytes, LONGEST_FOOT);
    text_print(script, " at screen %.3f, screen %.5f left front textcolor rgb '%s'\n", indent,
               drawing->below * 0.28 / height, soft_ink);
    text_free(&foot);
}

/* Whether the measure has the extent that the kind of figure shows. */
static bool suits(const struct results *results, const struct figure_request *request)
{
    if (!figure_has_measure(request->kind))
        return true;
    enum figure_kind usual = figure_kind_of(results, request->measure);
    return usual == request->kind || (usual == FIGURE_COURSE && request->kind == FIGURE_COURSES) ||
           (usual == FIGURE_DOTS && (request->kind == FIGURE_MAP || request->kind == FIGURE_LINE));
}

static enum status figure_check(const struct results *results, const struct figure_request *request,
                                struct trouble *trouble)
{
    static const char *const shown[] = {[FIGURE_DOTS] = "one number a run",
                                        [FIGURE_COURSE] = "a course over time",
                                        [FIGURE_HISTOGRAM] = "a histogram"};
    const struct place place = {.file = results->path};
    if (!rule_of(request->kind)->possible(results))
        return trouble_add(trouble, STATUS_BAD_INPUT, place, "%s", rule_of(request->kind)->lacks);
    if (!suits(results, request))
        return trouble_add(trouble, STATUS_USAGE, place, "`%s` is %s and cannot be drawn that way",
                           results->measures[request->measure].name,
                           shown[figure_kind_of(results, request->measure)]);
    return STATUS_FINE;
}

const char *figure_name(enum figure_kind kind)
{
    static const char *const kinds[] = {
        [FIGURE_SURVIVAL] = "survival",   [FIGURE_GROUPS] = "groups",     [FIGURE_PATH] = "path",
        [FIGURE_SITES] = "map",           [FIGURE_CASCADES] = "cascades", [FIGURE_TREES] = "trees",
        [FIGURE_HELP] = "help",           [FIGURE_WORLDS] = "worlds",     [FIGURE_SCATTER] = "scatter",
        [FIGURE_SCREENING] = "screening", [FIGURE_FIT] = "fit",           [FIGURE_INDICES] = "indices",
        [FIGURE_WEEK] = "week",           [FIGURE_FRONT] = "front",       [FIGURE_RANKING] = "ranking",
        [FIGURE_PRECISION] = "precision"};
    require(kind < sizeof kinds / sizeof *kinds && kinds[kind] != NULL);
    return kinds[kind];
}

const char *figure_title(const struct results *results, const struct figure_request *request)
{
    static const char *const titles[] = {[FIGURE_SURVIVAL] = "Time from proposal to decision",
                                         [FIGURE_GROUPS] = "From founding to end",
                                         [FIGURE_PATH] = "Differentiation and integration",
                                         [FIGURE_SITES] = "Sites and the links between them",
                                         [FIGURE_CASCADES] = "How large sparks become",
                                         [FIGURE_TREES] = "Who passed a spark to whom",
                                         [FIGURE_HELP] = "Who helped whom",
                                         [FIGURE_WORLDS] = "Every world",
                                         [FIGURE_SCATTER] = "What separates the worlds",
                                         [FIGURE_SCREENING] = "What each number changes",
                                         [FIGURE_FIT] = "The numbers in the kept worlds",
                                         [FIGURE_INDICES] = "Whose share it is",
                                         [FIGURE_WEEK] = "The week of each design",
                                         [FIGURE_FRONT] = "What the finalists bring",
                                         [FIGURE_RANKING] = "The designs in order",
                                         [FIGURE_PRECISION] = "How sure it was, look by look"};
    if (figure_has_measure(request->kind))
        return title_of(&results->measures[request->measure]);
    require(request->kind < sizeof titles / sizeof *titles && titles[request->kind] != NULL);
    return titles[request->kind];
}

/* As `plot` calls it: the name of its measure, or of its kind. */
static const char *name_of(const struct drawing *drawing)
{
    const struct figure_request *request = drawing->request;
    return figure_has_measure(request->kind) ? drawing->results->measures[request->measure].name
                                             : figure_name(request->kind);
}

/* NULL: gnuplot draws it. */
static const struct picture_rule *picture_rule_of(enum figure_kind kind)
{
    return kind == FIGURE_WEEK ? &picture_week : NULL;
}

/* A picture without a scale is written here; gnuplot only turns it into points of colour. */
static void plan_picture(const struct picture *picture, const struct picture_words *words,
                         enum figure_format format, struct figure_batch *batch)
{
    const struct figure_request request = {.kind = FIGURE_WEEK, .format = format};
    const struct drawing drawing = {.request = &request,
                                    .height = (int)ceil(picture_height(picture, DRAWING_WIDTH))};
    struct gnuplot_job *job = figure_batch_add(batch, figure_name(FIGURE_WEEK), format);
    if (format == FIGURE_SVG) {
        picture_svg(picture, words, PICTURE_ALONE, &job->drawing);
        return;
    }
    set_terminal(&drawing, &job->script);
    text_say(&job->script, "set encoding utf8\nset termoption noenhanced\n");
    picture_gnuplot(picture, DRAWING_WIDTH, &job->script);
}

static void plan_by_picture(struct drawing *drawing, const struct picture_rule *rule,
                            struct figure_batch *batch)
{
    const struct figure_request *request = drawing->request;
    if (request->format == FIGURE_TERMINAL) {
        rule->text(drawing, fold_width((int)request->columns),
                   &figure_batch_add(batch, name_of(drawing), request->format)->drawing);
        return;
    }
    struct picture picture = {.arena = &drawing->arena};
    struct text said = {0};
    rule->picture(drawing, &picture);
    rule_of(request->kind)->words(drawing, &said);
    const struct picture_words words = {drawing->results->title, said.bytes};
    plan_picture(&picture, &words, request->format, batch);
    text_free(&said);
}

static enum status plan_by_script(struct drawing *drawing, struct figure_batch *batch,
                                  struct trouble *trouble)
{
    const enum status status = rule_of(drawing->request->kind)->draw(drawing, trouble);
    if (status == STATUS_FINE) {
        struct text *script = &figure_batch_add(batch, name_of(drawing), drawing->request->format)->script;
        set_terminal(drawing, script);
        set_style(drawing, script);
        set_frame(drawing, script);
        text_add(script, drawing->body.bytes, drawing->body.length);
    }
    text_free(&drawing->body);
    return status;
}

enum status figure_plan(struct results *results, const struct figure_request *request,
                        struct figure_batch *batch, struct trouble *trouble)
{
    struct drawing drawing = {.results = results, .request = request, .height = USUAL_HEIGHT};
    const struct picture_rule *picture = picture_rule_of(request->kind);
    drawing.confidence = request->confidence > 0 ? request->confidence : USUAL_CONFIDENCE;
    drawing.above = request->is_alone ? ABOVE : 0;
    drawing.below = request->is_alone ? BELOW : 0;
    enum status status = figure_check(results, request, trouble);
    if (status == STATUS_FINE && picture != NULL)
        plan_by_picture(&drawing, picture, batch);
    else if (status == STATUS_FINE)
        status = plan_by_script(&drawing, batch, trouble);
    arena_free(&drawing.arena);
    return status;
}

/* Draws the only figure of a batch. */
static enum status draw_alone(struct figure_batch *batch, struct text *out, struct trouble *trouble)
{
    const enum status status = figure_batch_draw(batch, trouble);
    if (status == STATUS_FINE)
        text_add(out, batch->all[0].job.drawing.bytes, batch->all[0].job.drawing.length);
    return status;
}

enum status figure_draw(struct results *results, const struct figure_request *request, struct text *out,
                        struct trouble *trouble)
{
    struct figure_batch batch = {0};
    enum status status = figure_plan(results, request, &batch, trouble);
    if (status == STATUS_FINE)
        status = draw_alone(&batch, out, trouble);
    figure_batch_free(&batch);
    return status;
}

enum status figure_of_picture(const struct picture *picture, const struct picture_words *words,
                              enum figure_format format, struct text *out, struct trouble *trouble)
{
    struct figure_batch batch = {0};
    plan_picture(picture, words, format, &batch);
    const enum status status = draw_alone(&batch, out, trouble);
    figure_batch_free(&batch);
    return status;
}

void figure_words(struct results *results, const struct figure_request *request, struct text *out)
{
    struct drawing drawing = {.results = results, .request = request};
    drawing.confidence = request->confidence > 0 ? request->confidence : USUAL_CONFIDENCE;
    rule_of(request->kind)->words(&drawing, out);
    text_free(&drawing.body);
    arena_free(&drawing.arena);
}

enum status figure_format_of(const char *path, enum figure_format *format, struct trouble *trouble)
{
    static const char *const endings[] = {
        [FIGURE_SVG] = ".svg", [FIGURE_PNG] = ".png", [FIGURE_PDF] = ".pdf"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i]) == 0) {
            *format = (enum figure_format)i;
            return STATUS_FINE;
        }
    return trouble_add(trouble, STATUS_USAGE, (struct place){.file = path},
                       "a figure's file should end with .svg, .png or .pdf");
}

/* At the end, where each format allows what no reader looks at. */
void figure_mark(struct text *drawing, enum figure_format format)
{
    /* A chunk of text (length, type, "Comment", NUL, the mark, CRC-32) goes before the last one, of 12 bytes.
     */
    static const char chunk[] = "\0\0\0\x1b"
                                "tEXtComment\0" MARK_OF_FIGURES "dBAN";
    enum { LAST_CHUNK = 12 };
    if (format == FIGURE_SVG)
        text_say(drawing, "<!-- " MARK_OF_FIGURES " -->\n");
    else if (format == FIGURE_PDF)
        text_say(drawing, "%" MARK_OF_FIGURES "\n");
    else if (format == FIGURE_PNG && drawing->length > LAST_CHUNK) {
        char last[LAST_CHUNK];
        drawing->length -= LAST_CHUNK;
        memcpy(last, drawing->bytes + drawing->length, LAST_CHUNK);
        text_add(drawing, chunk, sizeof chunk - 1);
        text_add(drawing, last, LAST_CHUNK);
    }
}

/* gnuplot speaks of itself in <title> and <desc>; here they say what is drawn. */
static void describe(struct results *results, const struct figure_request *request, struct text *drawing)
{
    static const char begin[] = "<title>", end[] = "</desc>";
    const char *from = drawing->bytes == NULL ? NULL : strstr(drawing->bytes, begin),
               *to = from == NULL ? NULL : strstr(from, end);
    struct text whole = {0}, words = {0};
    if (to == NULL)
        return;
    figure_words(results, request, &words);
    text_add(&whole, drawing->bytes, (size_t)(from - drawing->bytes));
    text_say(&whole, begin);
    plain_markup(&whole, figure_title(results, request));
    text_say(&whole, "</title>\n<desc>");
    plain_markup(&whole, words.bytes == NULL ? "" : words.bytes);
    text_say(&whole, to);
    text_free(drawing);
    text_free(&words);
    *drawing = whole;
}

enum status figure_plan_file(struct results *results, const struct figure_request *request,
                             struct figure_batch *batch, struct trouble *trouble)
{
    struct figure_request alone = *request;
    alone.is_alone = true;
    alone.is_titled = figure_has_measure(request->kind) && request->kind != FIGURE_LINE;
    return figure_plan(results, &alone, batch, trouble);
}

enum status figure_write(struct results *results, const struct figure_request *request, struct text *drawing,
                         const struct destination *destination, struct trouble *trouble)
{
    if (request->format == FIGURE_SVG)
        describe(results, request, drawing);
    figure_mark(drawing, request->format);
    return destination_write(destination, drawing->bytes, drawing->length, NULL, trouble);
}
