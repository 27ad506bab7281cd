#include "analysis/figures/week_picture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/figures/drawing.h"
#include "analysis/plain/plain.h"
#include "analysis/words/weeks_text.h"

static const double left = 40, most_height = 230, least_hour = 5.5, most_hour = 22, foot = 10, hair = 1e-6,
                    padding = 3, tick_room = 22;
static const char *const days[WEEK_DAYS] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

const char *week_colour(const struct results_calendar *calendar, size_t line)
{
    size_t methods = 0;
    for (size_t i = 0; i <= line; i++) {
        size_t first = 0;
        while (strcmp(calendar->lines[first].method, calendar->lines[i].method) != 0)
            first++;
        if (strcmp(calendar->lines[first].method, calendar->lines[line].method) == 0)
            return category_colour(methods);
        methods += first == i ? 1 : 0;
    }
    return category_colour(0);
}

/* Where a week lies in the picture. */
struct field {
    struct picture *picture;
    const struct results_calendar *calendar;
    const struct weeks_found *found;
    const struct week *week;
    struct day_span span;
    double top, hour, column; /* px */
};

static double height_of(const struct field *field, double hour)
{
    return field->top + (hour - field->span.from) * field->hour;
}

static void draw_hours(const struct field *field)
{
    int step = 1, from = (int)field->span.from, to = (int)field->span.to;
    while (step * field->hour < tick_room)
        step++;
    for (int hour = from; hour <= to; hour += step) {
        char clock[16];
        double y = height_of(field, hour);
        snprintf(clock, sizeof clock, "%d:00", hour);
        picture_words(field->picture, left - 4, y + 4, PLACE_RIGHT, clock);
        picture_line(field->picture, left, y, picture_wide(field->picture) - 1, y, NULL);
    }
}

static void draw_days(const struct field *field)
{
    for (size_t day = 0; day <= WEEK_DAYS; day++) {
        double x = left + field->column * (double)day;
        picture_line(field->picture, x - (day == WEEK_DAYS ? 1 : 0), field->top,
                     x - (day == WEEK_DAYS ? 1 : 0), height_of(field, field->span.to), NULL);
        if (day < WEEK_DAYS)
            picture_words(field->picture, x + field->column / 2, field->top - 6, PLACE_MIDDLE,
                          days[(day + (size_t)field->found->first_day) % WEEK_DAYS]);
    }
}

static bool same_place(const struct week_bar *one, const struct week_bar *other)
{
    return one->line == other->line && fabs(one->from - other->from) < hair &&
           fabs(one->to - other->to) < hair && one->lane == other->lane && one->lanes == other->lanes &&
           one->is_first == other->is_first;
}

static const struct week_bar *bar_on(const struct field *field, const struct week_bar *like, size_t day)
{
    for (size_t i = 0; i < field->week->bar_count; i++)
        if (field->week->bars[i].day == day && same_place(&field->week->bars[i], like))
            return &field->week->bars[i];
    return NULL;
}

static double left_of(const struct field *field, const struct week_bar *bar)
{
    double lane = field->column / (double)bar->lanes;
    return left + field->column * (double)bar->day + lane * (double)bar->lane + 1;
}

static double right_of(const struct field *field, const struct week_bar *bar)
{
    return left_of(field, bar) + field->column / (double)bar->lanes - 2;
}

static void draw_bar(const struct field *field, const struct week_bar *bar)
{
    const struct results_line *line = &field->calendar->lines[bar->line];
    struct text words = {0};
    week_say_line(line, &words);
    const char *said = arena_text(field->picture->arena, words.bytes, words.length);
    text_free(&words);
    picture_box(field->picture, left_of(field, bar), height_of(field, bar->from) + 1, right_of(field, bar),
                height_of(field, bar->to) - 1, week_colour(field->calendar, bar->line), 0.3, said);
    picture_frame(field->picture, bar->is_open);
}

/* The letter and the title where there is room, over as many days in a row as the session is held; else the
 * letter alone. */
static void name_bar(const struct field *field, const struct week_bar *bar)
{
    if (bar->day > 0 && bar->lanes == 1 && bar_on(field, bar, bar->day - 1) != NULL)
        return;
    const struct week_bar *last = bar;
    while (bar->lanes == 1 && last->day + 1 < WEEK_DAYS && bar_on(field, bar, last->day + 1) != NULL)
        last = bar_on(field, bar, last->day + 1);
    double from = left_of(field, bar), to = right_of(field, last);
    double top = height_of(field, bar->from), bottom = height_of(field, bar->to);
    char letter[LINE_LETTER_SIZE];
    line_letter(week_line(field->found, bar), letter);
    const char *words =
        arena_print(field->picture->arena, "%s %s", letter, field->calendar->lines[bar->line].title);
    double width = to - from - 2 * padding;
    size_t lines = picture_lines_of(words, width);
    if (lines == 0 || (double)lines * PICTURE_LINE > bottom - top - padding) {
        words = letter;
        lines = 1;
    }
    if (bottom - top < PICTURE_LETTER || picture_width(words) > (double)lines * width + PICTURE_LETTER)
        return;
    double first = (top + bottom) / 2 - (double)(lines - 1) * PICTURE_LINE / 2 + 4;
    picture_lines(field->picture, (from + to) / 2, first, width + padding, lines, PLACE_MIDDLE, words);
}

static void draw_week(struct field *field, size_t number)
{
    struct text which = {0};
    double hours = field->span.to - field->span.from;
    week_say_which(field->found, number, &which);
    picture_words(field->picture, 0, field->picture->height + PICTURE_LETTER, PLACE_LEFT, which.bytes);
    text_free(&which);
    field->week = &field->found->weeks[number];
    field->top = field->picture->height + 2.6 * PICTURE_LINE;
    field->hour =
        fmin(most_hour,
             fmax(least_hour,
                  (picture_wide(field->picture) < PICTURE_WIDTH ? most_height / 3 : most_height) / hours));
    field->column = (picture_wide(field->picture) - left) / WEEK_DAYS;
    draw_hours(field);
    draw_days(field);
    for (size_t i = 0; i < field->week->bar_count; i++)
        draw_bar(field, &field->week->bars[i]);
    for (size_t i = 0; i < field->week->bar_count; i++)
        name_bar(field, &field->week->bars[i]);
    field->picture->height = height_of(field, field->span.to) + foot;
}

void week_picture(struct picture *picture, const struct results_calendar *calendar,
                  const struct weeks_found *found, struct day_span span)
{
    struct field field = {.picture = picture, .calendar = calendar, .found = found, .span = span};
    for (size_t week = 0; week < found->count; week++)
        draw_week(&field, week);
}

void week_picture_words(const struct results_calendar *calendar, const char *design,
                        const struct weeks_found *found, struct text *out)
{
    text_say(out, "The week of ");
    say_plain(out, design);
    text_say(out, found->lines == 0 ? ": no sessions" : ": ");
    for (size_t i = 0; i < found->lines; i++) {
        text_say(out, i == 0 ? "" : "; ");
        week_say_line(&calendar->lines[found->first_line + i], out);
    }
    text_say(out, ".");
}
