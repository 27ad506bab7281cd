#include "analysis/words/weeks_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/plain/fold.h"
#include "analysis/plain/plain.h"

enum { LETTERS = 26, HOUR_COLUMNS = 8, WIDEST_DAY = 12 };

static const char *const days[WEEK_DAYS] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

char *line_letter(size_t line, char letter[LINE_LETTER_SIZE])
{
    if (line < LETTERS)
        snprintf(letter, LINE_LETTER_SIZE, "%c", (char)('a' + line));
    else
        snprintf(letter, LINE_LETTER_SIZE, "%c%zu", (char)('a' + line % LETTERS), line / LETTERS + 1);
    return letter;
}

void week_say_which(const struct weeks_found *found, size_t week, struct text *out)
{
    const struct week *shown = &found->weeks[week];
    if (found->total == 1)
        text_say(out, "The whole time");
    else if (found->period == 1)
        text_say(out, "Every week");
    else if (found->period > 1)
        text_print(out, "Week %zu of %zu; it repeats every %zu weeks", shown->first, found->period,
                   found->period);
    else if (shown->first == shown->last)
        text_print(out, "Week %zu of %zu", shown->first, found->total);
    else
        text_print(out, "Weeks %zu to %zu of %zu", shown->first, shown->last, found->total);
}

static void say_hours(struct text *out, double hours)
{
    long minutes = lround(60 * hours);
    if (minutes >= 60 * 100) { /* of a whole movement, nobody counts minutes */
        say_number(out, hours);
        text_say(out, " h");
        return;
    }
    if (minutes >= 60)
        text_print(out, "%ld h", minutes / 60);
    if (minutes % 60 != 0 || minutes < 60)
        text_print(out, "%s%ld min", minutes >= 60 ? " " : "", minutes % 60);
}

void week_say_sums(const struct weeks_found *found, struct text *out)
{
    const char *when = found->total == 1 ? "" : " a week";
    if (!isfinite(found->sessions))
        return;
    say_number(out, found->sessions);
    text_print(out, " session%s%s", fabs(found->sessions - 1) < 0.005 ? "" : "s", when);
    if (isfinite(found->hours)) {
        text_say(out, fabs(found->sessions - 1) < 0.005 ? ", " : ", together ");
        say_hours(out, found->hours);
    }
}

void week_say_planned(const struct weeks_found *found, struct text *out)
{
    if (!isfinite(found->person_hours))
        return;
    text_say(out, "; about ");
    say_number(out, found->person_hours);
    text_print(out, " person-hours%s as planned", found->total == 1 ? "" : " a week");
}

void week_say_line(const struct results_line *line, struct text *out)
{
    text_print(out, "%s: %s, ", line->title, line->when);
    if (isfinite(line->hours)) {
        text_say(out, "for ");
        say_hours(out, line->hours);
    } else {
        text_say(out, "until it is done");
    }
}

void week_say_rest(const struct results_calendar *calendar, size_t design, const struct weeks_found *found,
                   struct text *out)
{
    if (found->left_out > 0)
        text_print(out, "%zu more week%s, unlike these, %s not drawn. ", found->left_out,
                   found->left_out == 1 ? "" : "s", found->left_out == 1 ? "is" : "are");
    if (calendar->dropped > 0)
        text_say(out, "There are more sessions than are drawn: more than the file lists, or at times that "
                      "are not known beforehand. ");
    for (size_t i = 0; i < calendar->meeting_count; i++)
        if (calendar->meetings[i].design == design)
            text_print(out, "%s ", calendar->meetings[i].text);
    if (out->length > 0 && out->bytes[out->length - 1] == ' ')
        out->bytes[--out->length] = '\0';
}

/* --- the picture --- */

struct grid {
    const struct weeks_found *found;
    const struct week *week;
    struct day_span span;
    size_t day_columns;
};

/* The bar that fills most of a row at a place of a day; NULL: none does. */
static const struct week_bar *bar_at(const struct grid *grid, size_t day, double hour, double place)
{
    const struct week_bar *best = NULL;
    double most = 0;
    for (size_t i = 0; i < grid->week->bar_count; i++) {
        const struct week_bar *bar = &grid->week->bars[i];
        double lane = (double)bar->lane, lanes = (double)bar->lanes;
        bool there = bar->day == day && place * lanes >= lane && place * lanes < lane + 1;
        double filled = fmin(bar->to, hour + 1) - fmax(bar->from, hour);
        if (there && bar->is_first && floor(bar->from) == hour)
            filled += 1; /* a short session shows, beside the end of a long one */
        if (there && filled >= 0.5 && filled > most) {
            most = filled;
            best = bar;
        }
    }
    return best;
}

static void say_cell(const struct grid *grid, size_t day, double hour, struct text *out)
{
    for (size_t i = 0; i + 1 < grid->day_columns; i++) {
        double place = ((double)i + 0.5) / (double)(grid->day_columns - 1);
        const struct week_bar *bar = bar_at(grid, day, hour, place);
        char letter[LINE_LETTER_SIZE];
        char empty = i == 0 ? '.' : ' ';
        text_print(out, "%c", bar == NULL ? empty : line_letter(week_line(grid->found, bar), letter)[0]);
    }
    text_say(out, " ");
}

static void drop_blanks(struct text *out)
{
    while (out->length > 0 && out->bytes[out->length - 1] == ' ')
        out->bytes[--out->length] = '\0';
}

static void say_grid(const struct grid *grid, struct text *out)
{
    text_print(out, "%*s", HOUR_COLUMNS, "");
    for (size_t day = 0; day < WEEK_DAYS; day++)
        text_print(out, "%-*s", (int)grid->day_columns,
                   days[(day + (size_t)grid->found->first_day) % WEEK_DAYS]);
    drop_blanks(out);
    text_say(out, "\n");
    for (int hour = (int)grid->span.from; hour < (int)grid->span.to; hour++) {
        text_print(out, "  %2d:00 ", hour);
        for (size_t day = 0; day < WEEK_DAYS; day++)
            say_cell(grid, day, hour, out);
        drop_blanks(out);
        text_say(out, "\n");
    }
}

static void say_labelled(struct text *out, const char *label, const char *words, size_t indent, size_t width)
{
    struct text line = {0};
    text_print(&line, "%s%s", label, words);
    text_print(out, "%*s", (int)indent, "");
    say_folded(out, line.bytes, indent, indent + 2, width);
    text_free(&line);
}

/* What a method is, is said where it is met first. */
static bool is_known(const struct weeks_drawn *drawn, const struct results_line *line)
{
    const struct results_line *first = drawn->calendar->lines;
    while (strcmp(first->method, line->method) != 0 ||
           (drawn->only != NOT_FOUND && first->design != line->design))
        first++;
    return first != line;
}

static void say_line(const struct weeks_drawn *drawn, const struct results_line *line, size_t number,
                     struct text *out)
{
    const size_t width = drawn->width;
    struct text words = {0};
    char letter[LINE_LETTER_SIZE];
    week_say_line(line, &words);
    text_print(out, "  %s  ", line_letter(number, letter));
    say_folded(out, words.bytes, 4 + strlen(letter), 4 + strlen(letter), width);
    text_free(&words);
    say_labelled(out, "who decides: ", *line->deciders == '\0' ? "nothing is decided" : line->deciders, 5,
                 width);
    if (isfinite(line->heads)) {
        text_print(&words, "%s; about ", line->who);
        say_number(&words, line->heads);
        text_say(&words, " in all");
    } else {
        text_say(&words, line->who);
    }
    say_labelled(out, "who is called: ", words.bytes, 5, width);
    if (!is_known(drawn, line))
        say_labelled(out, "what it is: ", line->meaning, 5, width);
    text_free(&words);
}

static void say_design(const struct weeks_drawn *drawn, size_t design, const struct weeks_found *found,
                       struct day_span span, struct text *out)
{
    struct text words = {0};
    size_t columns = (drawn->width - HOUR_COLUMNS) / WEEK_DAYS;
    say_folded(out, drawn->designs->names[design], 0, 2, drawn->width);
    if (found->count == 0)
        text_say(out, "  no session of a calendar\n");
    for (size_t week = 0; week < found->count; week++) {
        const struct grid grid = {found, &found->weeks[week], span,
                                  columns > WIDEST_DAY ? WIDEST_DAY : columns};
        week_say_which(found, week, &words);
        text_print(out, "  %s:\n", words.bytes);
        text_free(&words);
        say_grid(&grid, out);
        text_say(out, "\n");
    }
    for (size_t i = 0; i < found->lines; i++)
        say_line(drawn, &drawn->calendar->lines[found->first_line + i], i, out);
    if (found->count > 0) {
        week_say_sums(found, &words);
        week_say_planned(found, &words);
        if (words.length > 0)
            say_labelled(out, "", words.bytes, 2, drawn->width);
        text_free(&words);
    }
    week_say_rest(drawn->calendar, design, found, &words);
    if (words.length > 0)
        say_labelled(out, "", words.bytes, 2, drawn->width);
    text_free(&words);
}

void weeks_say(const struct weeks_drawn *drawn, struct text *out)
{
    struct arena arena = {0};
    size_t count = drawn->designs->count;
    struct weeks_found *found = ARENA_NEW(&arena, struct weeks_found, count);
    for (size_t i = 0; i < count; i++)
        if (drawn->only == NOT_FOUND || drawn->only == i)
            weeks_find(drawn->calendar, i, &arena, &found[i]);
    const struct day_span span = weeks_span(found, count);
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        if (drawn->only != NOT_FOUND && drawn->only != i)
            continue;
        text_say(out, is_first ? "" : "\n");
        say_design(drawn, i, &found[i], span, out);
        is_first = false;
    }
    arena_free(&arena);
}
