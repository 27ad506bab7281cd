/* The weeks of all designs in one picture, each with what stands in it in words. */
#include <stdlib.h>
#include <string.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/week_picture.h"
#include "analysis/plain/plain.h"
#include "analysis/words/weeks_text.h"

enum { MOST_SHOWN = 12, MOST_LINES = 6 };

static bool week_possible(const struct results *results)
{
    return results->calendar.session_count > 0;
}

static void add_lines(struct picture *picture, const char *words)
{
    picture->height += PICTURE_LINE * (double)picture_lines(picture, 0, picture->height + PICTURE_LETTER,
                                                            PICTURE_WIDTH, MOST_LINES, PLACE_LEFT, words);
}

static void add_line(struct picture *picture, const struct results_calendar *calendar, size_t line,
                     size_t number)
{
    const struct results_line *said = &calendar->lines[line];
    struct text words = {0};
    char letter[LINE_LETTER_SIZE];
    text_print(&words, "%s  ", line_letter(number, letter));
    week_say_line(said, &words);
    text_print(&words, *said->deciders == '\0' ? ". Nothing is decided." : ". Who decides: %s.",
               said->deciders);
    add_lines(picture, words.bytes);
    text_free(&words);
}

static void add_design(struct picture *picture, const struct results *results, size_t design,
                       const struct weeks_found *found, struct day_span span)
{
    const struct results_calendar *calendar = &results->calendar;
    char letter[LETTER_SIZE];
    struct text words = {0};
    picture_words(
        picture, 0, picture->height + PICTURE_LETTER, PLACE_LEFT,
        arena_print(picture->arena, "%s  %s", design_letter(design, letter), results->designs.names[design]));
    picture_bold(picture);
    picture->height += PICTURE_LINE + 2;
    week_picture(picture, calendar, found, span);
    for (size_t i = 0; i < found->lines; i++)
        add_line(picture, calendar, found->first_line + i, i);
    week_say_sums(found, &words);
    week_say_planned(found, &words);
    if (found->count > 0 && words.length > 0)
        add_lines(picture, words.bytes);
    text_free(&words);
    week_say_rest(calendar, design, found, &words);
    if (words.length > 0)
        add_lines(picture, words.bytes);
    text_free(&words);
    picture->height += PICTURE_LINE;
}

static void week_draw(const struct drawing *drawing, struct picture *picture)
{
    const struct results *results = drawing->results;
    size_t count = results->designs.count < MOST_SHOWN ? results->designs.count : MOST_SHOWN;
    struct weeks_found *found = ARENA_NEW(picture->arena, struct weeks_found, count);
    for (size_t i = 0; i < count; i++)
        weeks_find(&results->calendar, i, picture->arena, &found[i]);
    const struct day_span span = weeks_span(found, count);
    for (size_t i = 0; i < count; i++)
        add_design(picture, results, i, &found[i], span);
    if (count < results->designs.count)
        add_lines(picture, arena_print(picture->arena, "%zu more designs are not drawn.",
                                       results->designs.count - count));
    add_lines(picture, "As planned in the scenario: the plan of a model, not a record.");
    picture->height += 4;
}

static void week_words(struct drawing *drawing, struct text *out)
{
    const struct results *results = drawing->results;
    for (size_t i = 0; i < results->designs.count && i < MOST_SHOWN; i++) {
        struct weeks_found found;
        weeks_find(&results->calendar, i, &drawing->arena, &found);
        text_say(out, i == 0 ? "" : " ");
        week_picture_words(&results->calendar, results->designs.names[i], &found, out);
    }
}

static void week_text(const struct drawing *drawing, size_t columns, struct text *out)
{
    const struct weeks_drawn drawn = {&drawing->results->calendar, &drawing->results->designs, NOT_FOUND,
                                      columns};
    weeks_say(&drawn, out);
}

const struct figure_rule figure_week = {
    FIGURE_WEEK, "does not say when sessions are held: there are none, or an older version wrote it",
    week_possible, NULL, week_words};
const struct picture_rule picture_week = {week_draw, week_text};
