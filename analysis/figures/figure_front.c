/* The weeks that a search left, by what they bring of the first goal and of the next: each with the ranges of
 * its fresh runs as a cross. The weeks to hold are named, the scenario as it is has a mark of its own, and
 * with two goals the front is joined. Weeks of the search are left out: their numbers are too good. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/canvas.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/front.h"
#include "analysis/words/front_text.h"
#include "base/require.h"

enum { KEY_ROW = 17, FRAME_HEIGHT = 340, LONGEST_KEY = 42 };
static const char *const grey = "#8c8c8c";

/* What is drawn: the goal across, and the one up. */
struct picture_of_front {
    const struct front *front;
    size_t across, up;
    double factor_across, factor_up; /* of what is shown */
    double left, right, bottom, top;
};

static bool has_two_goals(const struct results *results)
{
    size_t goals = 0;
    for (size_t i = 0; results->choice != NULL && i < results->choice->asked_count; i++)
        goals += results->choice->asked[i].kind != ASKED_LIMIT ? 1 : 0;
    return goals > 1 && results->choice->finalist_count > 0;
}

static const struct results_measure *measure_of(const struct front *front, size_t asked)
{
    return &front->results->measures[front->choice->asked[asked].measure];
}

static double low_of(const struct front_number *number)
{
    return number->mean.certainty == CERTAINTY_INTERVAL ? number->mean.low : number->mean.value;
}

static double high_of(const struct front_number *number)
{
    return number->mean.certainty == CERTAINTY_INTERVAL ? number->mean.high : number->mean.value;
}

/* --- where things stand --- */

static void stretch(struct picture_of_front *picture, const struct front_week *week)
{
    const struct front_number *across = &week->numbers[picture->across], *up = &week->numbers[picture->up];
    picture->left = fmin(picture->left, picture->factor_across * low_of(across));
    picture->right = fmax(picture->right, picture->factor_across * high_of(across));
    picture->bottom = fmin(picture->bottom, picture->factor_up * low_of(up));
    picture->top = fmax(picture->top, picture->factor_up * high_of(up));
}

/* Room at both ends; zero is the end where it is near. */
static void give_room(double *least, double *most)
{
    static const double share = 0.1, near = 0.4;
    const double room = *most > *least ? share * (*most - *least) : 1;
    *least = *least >= 0 && *least < near * *most ? 0 : *least - room;
    *most += room;
}

static struct picture_of_front picture_of(const struct front *front)
{
    struct picture_of_front picture = {front,
                                       front->next,
                                       front->first,
                                       shown_factor(measure_of(front, front->next)),
                                       shown_factor(measure_of(front, front->first)),
                                       INFINITY,
                                       -INFINITY,
                                       INFINITY,
                                       -INFINITY};
    for (size_t i = 0; i < front->week_count; i++)
        stretch(&picture, &front->weeks[i]);
    stretch(&picture, &front->as_it_is);
    if (!isfinite(picture.left) || !isfinite(picture.bottom))
        picture = (struct picture_of_front){front, front->next, front->first, 1, 1, 0, 1, 0, 1};
    give_room(&picture.left, &picture.right);
    give_room(&picture.bottom, &picture.top);
    return picture;
}

/* --- data --- */

static void write_week(struct drawing *drawing, const struct picture_of_front *picture,
                       const struct front_week *week)
{
    const struct front_number *across = &week->numbers[picture->across], *up = &week->numbers[picture->up];
    gnuplot_number(&drawing->body, picture->factor_across * across->mean.value);
    gnuplot_number(&drawing->body, picture->factor_up * up->mean.value);
    gnuplot_number(&drawing->body, picture->factor_across * low_of(across));
    gnuplot_number(&drawing->body, picture->factor_across * high_of(across));
    gnuplot_number(&drawing->body, picture->factor_up * low_of(up));
    gnuplot_number(&drawing->body, picture->factor_up * high_of(up));
    text_say(&drawing->body, "\n");
}

/* Finalists of one kind of mark. */
enum mark { MARK_FRONT, MARK_OTHER };

static bool has_mark(const struct front *front, size_t week, enum mark mark)
{
    return front_held_as(front, week) == NOT_FOUND && front->weeks[week].is_on_front == (mark == MARK_FRONT);
}

static void write_blocks(struct drawing *drawing, const struct picture_of_front *picture)
{
    const struct front *front = picture->front;
    text_say(&drawing->body, "$line << EOD\nNaN NaN NaN NaN NaN NaN\n");
    for (size_t i = 0; i < front->front_count; i++)
        write_week(drawing, picture, &front->weeks[front->on_front[i]]);
    for (size_t i = 0; i < front->held_count; i++) {
        text_print(&drawing->body, "EOD\n$held%zu << EOD\n", i);
        write_week(drawing, picture, &front->weeks[front->held[i].week]);
    }
    for (int mark = MARK_FRONT; mark <= MARK_OTHER; mark++) {
        text_print(&drawing->body, "EOD\n$mark%d << EOD\nNaN NaN NaN NaN NaN NaN\n", mark);
        for (size_t week = 0; week < front->week_count; week++)
            if (has_mark(front, week, (enum mark)mark))
                write_week(drawing, picture, &front->weeks[week]);
    }
    text_say(&drawing->body, "EOD\n$asitis << EOD\n");
    write_week(drawing, picture, &front->as_it_is);
    text_say(&drawing->body, "EOD\n");
}

/* --- numbers beside the marks --- */

struct spot {
    double across, up; /* shares of the frame */
};

static struct spot spot_of(const struct picture_of_front *picture, const struct front_week *week)
{
    const double across = picture->factor_across * week->numbers[picture->across].mean.value,
                 up = picture->factor_up * week->numbers[picture->up].mean.value;
    return (struct spot){(across - picture->left) / (picture->right - picture->left),
                         (up - picture->bottom) / (picture->top - picture->bottom)};
}

/* How crowded a spot is by the marks, and the numbers that stand already. */
static double crowd_at(const struct spot *taken, size_t count, struct spot spot)
{
    static const double wide = 0.05, high = 0.06;
    double crowd = spot.up < 0 || spot.across < 0 ? 1 : 0;
    for (size_t i = 0; i < count; i++) {
        const double across = fabs(taken[i].across - spot.across) / wide,
                     up = fabs(taken[i].up - spot.up) / high;
        crowd += fmax(0, 1 - fmax(across, up));
    }
    return crowd;
}

static void write_numbers(struct drawing *drawing, const struct picture_of_front *picture)
{
    static const struct spot beside[] = {{.035, .045},   {-.035, .045}, {.035, -.045},
                                         {-.035, -.045}, {.06, 0},      {-.06, 0}};
    const struct front *front = picture->front;
    struct spot *taken = ARENA_NEW(&drawing->arena, struct spot, 2 * front->week_count + 1);
    size_t count = 0;
    for (size_t week = 0; week < front->week_count; week++)
        taken[count++] = spot_of(picture, &front->weeks[week]);
    taken[count++] = spot_of(picture, &front->as_it_is);
    for (size_t week = 0; week < front->week_count; week++) {
        char number[24], place[64], style[64];
        const struct spot mark = taken[week];
        struct spot best = {0, 0};
        double least = INFINITY;
        if (!isfinite(mark.across) || !isfinite(mark.up))
            continue;
        for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
            const struct spot spot = {mark.across + beside[i].across, mark.up + beside[i].up};
            if (crowd_at(taken, count, spot) >= least)
                continue;
            least = crowd_at(taken, count, spot);
            best = spot;
        }
        taken[count++] = best;
        snprintf(number, sizeof number, "%zu", week + 1);
        snprintf(place, sizeof place, "graph %.4f, graph %.4f", best.across, best.up);
        snprintf(style, sizeof style, "center front textcolor rgb '%s'", ink);
        drawing_label(drawing, number, 0, place, style);
    }
}

/* --- what is plotted --- */

static void plot_marks(struct drawing *drawing, const char *block, int point, const char *colour,
                       const char *key)
{
    text_print(&drawing->body,
               "%s using 1:2:3:4:5:6 with xyerrorbars pointtype %d pointsize 0.7 linewidth 1.4 linecolor rgb "
               "'%s' title ",
               block, point, colour);
    gnuplot_quote(&drawing->body, key, LONGEST_KEY);
}

/* Marks without an outline, so that its width does not matter. */
static void plot_held(struct drawing *drawing, const struct front *front, size_t held)
{
    static const int points[FRONT_MOST_HELD] = {7, 9, 13};
    struct text key = {0};
    char block[24];
    require(held < FRONT_MOST_HELD);
    snprintf(block, sizeof block, "$held%zu", held);
    text_print(&key, "%zu  ", front->held[held].week + 1);
    front_say_name(&key, front, &front->held[held]);
    plot_marks(drawing, block, points[held], design_colour(held), key.bytes == NULL ? "" : key.bytes);
    text_say(&drawing->body, ", \\\n");
    text_free(&key);
}

/* Returns how many rows the key has. */
static int plot_all(struct drawing *drawing, const struct front *front)
{
    static const char *const names[] = {
        [MARK_FRONT] = "other weeks on the front", [MARK_OTHER] = "finalists that are not proposed"};
    static const int points[] = {[MARK_FRONT] = 7, [MARK_OTHER] = 2};
    int rows = (int)front->held_count + 1;
    text_say(&drawing->body, "plot ");
    if (front->goals == 2)
        text_print(&drawing->body,
                   "$line using 1:2 with lines dashtype 3 linewidth 1.2 linecolor rgb '%s' notitle, \\\n",
                   grey);
    for (size_t i = 0; i < front->held_count; i++)
        plot_held(drawing, front, i);
    for (int mark = MARK_FRONT; mark <= MARK_OTHER; mark++) {
        char block[24];
        size_t count = 0;
        for (size_t week = 0; week < front->week_count; week++)
            count += has_mark(front, week, (enum mark)mark) ? 1 : 0;
        if (count == 0)
            continue;
        snprintf(block, sizeof block, "$mark%d", mark);
        plot_marks(drawing, block, points[mark], grey, names[mark]);
        text_say(&drawing->body, ", \\\n");
        rows++;
    }
    plot_marks(drawing, "$asitis", 11, ink, "the week as it is");
    text_say(&drawing->body, "\n");
    return rows;
}

/* Few and round, so that numbers stand beside each other on a phone. */
static void set_ticks(struct drawing *drawing, const char *axis, double least, double most)
{
    const struct scale scale = {least, most, 0, 1, false};
    double ticks[MOST_TICKS];
    const size_t count = scale_ticks(&scale, ticks);
    text_print(&drawing->body, "set %stics (", axis);
    for (size_t i = 0; i < count; i++)
        text_print(&drawing->body, "%s%.9g", i == 0 ? "" : ", ", ticks[i]);
    text_say(&drawing->body, ")\n");
}

static void set_axes(struct drawing *drawing, const struct picture_of_front *picture)
{
    const struct results_measure *across = measure_of(picture->front, picture->across),
                                 *up = measure_of(picture->front, picture->up);
    text_print(&drawing->body, "set xrange [%.9g:%.9g]\nset yrange [%.9g:%.9g]\n", picture->left,
               picture->right, picture->bottom, picture->top);
    text_say(&drawing->body, picture->factor_across > 1 ? "set format x '%g %%'\n" : "");
    text_say(&drawing->body, picture->factor_up > 1 ? "set format y '%g %%'\n" : "");
    set_ticks(drawing, "x", picture->left, picture->right);
    set_ticks(drawing, "y", picture->bottom, picture->top);
    text_say(&drawing->body, "set key outside above left Left reverse maxcols 1 samplen 2\n");
    drawing_axis(drawing, "x", across);
    drawing_axis(drawing, "y", up);
}

static enum status figure_front_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct front *front = front_of(drawing->results, drawing->confidence, &drawing->arena, trouble);
    if (front == NULL)
        return trouble_status(trouble);
    const struct picture_of_front picture = picture_of(front);
    write_blocks(drawing, &picture);
    set_axes(drawing, &picture);
    write_numbers(drawing, &picture);
    drawing->height = FRAME_HEIGHT + KEY_ROW * plot_all(drawing, front);
    return STATUS_FINE;
}

static void figure_front_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    const struct front *front =
        front_of(drawing->results, drawing->confidence, &drawing->arena, &nobody_reads);
    text_say(out, "The finalists by two goals, each with the ranges of its fresh runs. ");
    for (size_t i = 0; front != NULL && i < front->held_count; i++) {
        const struct front_week *week = &front->weeks[front->held[i].week];
        text_say(out, i == 0 ? "" : "; ");
        front_say_name(out, front, &front->held[i]);
        text_print(out, ", finalist %zu: ", front->held[i].week + 1);
        say_within(out, title_of(measure_of(front, front->first)));
        text_say(out, " ");
        front_say_mean(out, front, &week->numbers[front->first], front->first);
        text_say(out, ", ");
        say_within(out, title_of(measure_of(front, front->next)));
        text_say(out, " ");
        front_say_mean(out, front, &week->numbers[front->next], front->next);
    }
    text_say(out, ".");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_front = {
    FIGURE_FRONT, "holds no weeks that were chosen by two goals or more, so there is nothing to draw",
    has_two_goals, figure_front_draw, figure_front_words};
