#include "analysis/figures/followed_picture.h"

#include <math.h>
#include <string.h>

#include "analysis/figures/drawing.h"

enum { MOST_LINES = 14 };
static const double bar_height = 18, gap = 6, minutes_an_hour = 60, hair = 0.4;

// clang-format off
/* None of them is a colour of a design. */
static const char *const colours[] = {"#7a5195", "#2f7f79", "#a6611a", "#5c6f2e", "#b0413e", "#4b6584", "#a5618f", "#94872c"};
// clang-format on
enum { COLOURS = sizeof colours / sizeof *colours };
static const char *const others = "#9a9a9a";

static const char *colour_of(size_t speaker)
{
    return speaker < COLOURS ? colours[speaker] : others;
}

static double place_of(const struct said_stage *stage, double time)
{
    double span = stage->to - stage->from;
    return span > 0 ? (PICTURE_WIDTH - 1) * fmin(1, fmax(0, (time - stage->from) / span)) : 0;
}

/* Turns of one person in a row, as far as they are too narrow to be seen apart, are one box. */
static size_t run_of_turns(const struct said_stage *stage, const struct said_circle *circle, size_t from)
{
    size_t to = from + 1;
    double begins = place_of(stage, circle->turns[from].from);
    while (to < circle->turn_count && circle->turns[to].speaker == circle->turns[from].speaker &&
           place_of(stage, circle->turns[to].to) - begins < 2)
        to++;
    return to;
}

static void draw_turns(struct picture *picture, const struct said_stage *stage,
                       const struct said_circle *circle)
{
    double top = picture->height, bottom = picture->height + bar_height;
    picture_box(picture, 0, top, PICTURE_WIDTH - 1, bottom, NULL, 0.05, NULL);
    for (size_t from = 0, to; from < circle->turn_count; from = to) {
        to = run_of_turns(stage, circle, from);
        const struct said_turn *first = &circle->turns[from], *last = &circle->turns[to - 1];
        double x = place_of(stage, first->from), to_x = place_of(stage, last->to);
        long facets = 0;
        for (size_t i = from; i < to; i++)
            facets += circle->turns[i].facets;
        const char *said =
            arena_print(picture->arena, "person %ld, %.1f min%s", circle->speakers[first->speaker].person + 1,
                        (last->to - first->from) * minutes_an_hour, facets > 0 ? ", something new" : "");
        picture_box(picture, x, facets > 0 ? top : top + bar_height / 3, fmax(to_x - hair, x + hair), bottom,
                    colour_of(first->speaker), first->strays ? 0.3 : 0.85, said);
    }
    picture->height = bottom;
}

static void draw_key(struct picture *picture, const struct said_circle *circle)
{
    const double wide = (double)PICTURE_WIDTH / SPEAKERS_NAMED, square = 9;
    for (size_t i = 0; i < circle->speaker_count && i < SPEAKERS_NAMED; i++) {
        double x = wide * (double)i, y = picture->height + PICTURE_LINE;
        picture_box(picture, x, y - square, x + square, y, colour_of(i), 0.85, NULL);
        picture_words(picture, x + square + 4, y, PLACE_LEFT,
                      arena_print(picture->arena, "person %ld", circle->speakers[i].person + 1));
    }
    picture->height += PICTURE_LINE + gap;
}

void followed_bar(struct picture *picture, const struct said_stage *stage, const struct said_circle *circle)
{
    if (circle->turn_count == 0 || !(stage->to > stage->from))
        return;
    draw_turns(picture, stage, circle);
    draw_key(picture, circle);
}

/* --- all of it --- */

static void add_words(struct picture *picture, struct text *words, bool is_bold)
{
    size_t first = picture->count;
    if (words->length > 0)
        picture->height +=
            PICTURE_LINE * (double)picture_lines(picture, 0, picture->height + PICTURE_LETTER, PICTURE_WIDTH,
                                                 MOST_LINES, PLACE_LEFT, words->bytes);
    for (size_t i = first; i < picture->count && is_bold; i++)
        picture->shapes[i].is_bold = true;
    text_free(words);
}

static void add_stage(struct picture *picture, const struct followed_told *told,
                      const struct said_stage *stage)
{
    struct text words = {0};
    picture->height += gap;
    picture_line(picture, 0, picture->height, PICTURE_WIDTH - 1, picture->height, NULL);
    picture->height += gap;
    followed_say_stage(told, stage, &words);
    add_words(picture, &words, true);
    followed_say_beside(stage, &words);
    add_words(picture, &words, false);
    for (size_t i = 0; i < stage->circle_count && i < CIRCLES_SHOWN; i++) {
        followed_say_circle(stage, &stage->circles[i], &words);
        add_words(picture, &words, false);
        picture->height += 3;
        followed_bar(picture, stage, &stage->circles[i]);
    }
    followed_say_others(stage, CIRCLES_SHOWN, &words);
    add_words(picture, &words, false);
}

enum status followed_figure(const struct followed_told *told, enum figure_format format, struct text *out,
                            struct trouble *trouble)
{
    struct arena arena = {0};
    struct picture picture = {.arena = &arena};
    struct text words = {0}, said = {0};
    text_say(&words, told->scenario);
    add_words(&picture, &words, true);
    followed_say_heading(told, &words);
    followed_say_heading(told, &said);
    add_words(&picture, &words, false);
    followed_say_sums(told, &words);
    add_words(&picture, &words, false);
    text_say(&words,
             "One run of a model, not a record. A bar is a circle, from the beginning of the stage to its "
             "end; a colour is somebody who speaks; a full height is a turn with something new.");
    add_words(&picture, &words, false);
    for (size_t i = 0; i < told->session->stage_count; i++)
        add_stage(&picture, told, &told->session->stages[i]);
    const struct picture_words about = {told->scenario, said.bytes};
    enum status status = figure_of_picture(&picture, &about, format, out, trouble);
    if (status == STATUS_FINE)
        figure_mark(out, format);
    text_free(&said);
    arena_free(&arena);
    return status;
}
