/* What the record says of the numbers that worlds differ in: for each its range in all worlds and, below it,
 * in the worlds that agree with the record, the narrowest first. Every number has a scale of its own, from
 * its least to its greatest value; a choice has the share of worlds that make it. */
#include <string.h>

#include "analysis/figures/canvas.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/fitting.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/fitting_text.h"
#include "analysis/words/found_text.h"

enum { HEAD = 62, ROW = 92, FOOT = 76, LEFT = 8, RIGHT = DRAWING_WIDTH - 8, MOST_ROWS = 10, USUAL_ROWS = 6 };
enum { LONGEST = 58 };

static const char prior_colour[] = "#8c8c8c", kept_colour[] = "#0072B2", weak_colour[] = "#8FC1E3";

static bool can_be_fitted(const struct results *results)
{
    return fitting_lacks(results) == FITTING_FINE;
}

static const struct fitting *fitting_drawn(struct drawing *drawing, struct trouble *trouble)
{
    const struct worlds_told *told = worlds_told(drawing->results, drawing->request->measure, 0,
                                                 drawing->confidence, &drawing->arena, trouble);
    return told == NULL ? NULL : fitting_of(drawing->results, told, &drawing->arena, trouble);
}

/* All that the record says something about, and where these are few some of the others. */
static size_t rows_of(const struct fitting *fitting)
{
    const size_t rows = fitting->told > USUAL_ROWS ? fitting->told : USUAL_ROWS;
    const size_t most = rows < MOST_ROWS ? rows : MOST_ROWS;
    return most < fitting->number_count ? most : fitting->number_count;
}

/* What stands over the bars: its meaning, and its name with the kept range. */
static void names_of(struct drawing *drawing, const struct fitting *fitting,
                     const struct fitting_number *number, double top)
{
    const struct results_factor *factor = &drawing->results->worlds->factors[number->factor];
    struct text meaning = {0}, kept = {0};
    text_add(&meaning, factor->meaning, strcspn(factor->meaning, ";"));
    canvas_text(drawing, meaning.bytes == NULL ? "" : meaning.bytes, LONGEST, 2, top - 8, "left", ink);
    text_say(&kept, number->is_told ? "" : "not clear: ");
    if (factor->choices.count > 0) {
        say_kept_of(&kept, fitting, number);
    } else {
        say_factor_threshold(&kept, drawing->results, number->factor, number->kept.low);
        text_say(&kept, " to ");
        say_factor_threshold(&kept, drawing->results, number->factor, number->kept.high);
    }
    canvas_text(drawing, kept.bytes, LONGEST, 2, top - 8 - CANVAS_LINE, "left", ink);
    text_free(&kept);
    text_free(&meaning);
}

/* The ends of its scale, below the bars. */
static void ends_of(struct drawing *drawing, const struct fitting_number *number, double y)
{
    const struct results_factor *factor = &drawing->results->worlds->factors[number->factor];
    const bool choice = factor->choices.count > 0;
    struct text end = {0};
    if (choice)
        text_say(&end, "0 %");
    else
        say_factor_value(&end, drawing->results, number->factor, factor->least);
    canvas_text(drawing, end.bytes, 0, LEFT, y, "left", prior_colour);
    end.length = 0;
    if (choice)
        text_say(&end, "100 %");
    else
        say_factor_value(&end, drawing->results, number->factor, factor->most);
    canvas_text(drawing, end.bytes, 0, RIGHT, y, "right", prior_colour);
    end.length = 0;
    say_setting(&end, drawing->results, factor->path);
    canvas_text(drawing, end.bytes, LONGEST - 20, DRAWING_WIDTH / 2.0, y, "center", prior_colour);
    text_free(&end);
}

/* From and to, and the middle, as places between 0 and 1. */
struct stretch {
    double from, middle, to;
};

static struct stretch stretch_of(const struct fitting *fitting, const struct fitting_number *number,
                                 bool kept)
{
    const struct fitting_range *at = kept ? &number->kept_at : &number->prior_at;
    if (fitting->results->worlds->factors[number->factor].choices.count == 0)
        return (struct stretch){at->low, at->middle, at->high};
    const double share = kept ? (double)number->kept_have / (double)fitting->kept
                              : (double)number->prior_have / (double)fitting->worlds;
    return (struct stretch){0, share, share};
}

static void row_of(struct drawing *drawing, const struct fitting *fitting,
                   const struct fitting_number *number, double top)
{
    static const double half = 4;
    const struct scale widths = {0, 1, LEFT, RIGHT, false};
    const struct stretch prior = stretch_of(fitting, number, false), kept = stretch_of(fitting, number, true);
    const double above = top - 8 - 2.0 * CANVAS_LINE, below = above - 11;
    names_of(drawing, fitting, number, top);
    canvas_line(drawing, LEFT, below - half - 3, RIGHT, below - half - 3, canvas_grey, 0.6, 1);
    ends_of(drawing, number, below - half - 12);
    if (drawing_on_terminal(drawing)) {
        canvas_line(drawing, scale_place(&widths, kept.from), above, scale_place(&widths, kept.to), above,
                    ink, 1, 1);
        return;
    }
    canvas_line(drawing, scale_place(&widths, prior.from), above, scale_place(&widths, prior.to), above,
                prior_colour, 2.4, 1);
    canvas_line(drawing, scale_place(&widths, prior.middle), above - half, scale_place(&widths, prior.middle),
                above + half, prior_colour, 1.6, 1);
    canvas_bar(drawing, scale_place(&widths, kept.from), below - half, scale_place(&widths, kept.to),
               below + half, number->is_told ? kept_colour : weak_colour);
    canvas_line(drawing, scale_place(&widths, kept.middle), below - half - 2,
                scale_place(&widths, kept.middle), below + half + 2, ink, 1.6, 1);
}

static void head_and_foot(struct drawing *drawing, const struct fitting *fitting, size_t rows)
{
    struct text head = {0}, foot = {0};
    text_print(&head,
               "Of %zu plausible worlds the %zu that agree best with %s: what range each number has in "
               "them, from 10 to 90 %%",
               fitting->worlds, fitting->kept, record_words(fitting->results)->the);
    canvas_lines(drawing, head.bytes, 3, 2, drawing->height - CANVAS_LINE * 0.6);
    text_say(&foot,
             drawing_on_terminal(drawing)
                 ? "Upper line: from 10 to 90 % of the kept worlds. Lower line: all that is plausible. "
                   "Not clear: no narrower than luck makes it."
                 : "Grey: in all worlds. Blue: in the kept worlds; the line is the middle. Pale: no "
                   "narrower than luck makes it.");
    if (rows < fitting->number_count)
        text_print(&foot, " %zu more %s not shown.", fitting->number_count - rows,
                   fitting->number_count - rows == 1 ? "number is" : "numbers are");
    canvas_lines(drawing, foot.bytes, 4, 2, FOOT - CANVAS_LINE * 0.6);
    text_free(&foot);
    text_free(&head);
}

static enum status figure_fit_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct fitting *fitting = fitting_drawn(drawing, trouble);
    if (fitting == NULL)
        return trouble_status(trouble);
    if (fitting->lack != FITTING_FINE)
        return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = drawing->results->path},
                           "too few worlds have a value of every number of the record to say which agree "
                           "with it: it takes %d",
                           (int)FITTING_FEWEST);
    const size_t rows = rows_of(fitting);
    drawing->height = HEAD + ROW * (int)rows + FOOT;
    head_and_foot(drawing, fitting, rows);
    for (size_t i = 0; i < rows; i++)
        row_of(drawing, fitting, &fitting->numbers[i], drawing->height - HEAD - ROW * (double)i);
    canvas_end(drawing);
    text_say(&drawing->body, "plot NaN notitle\n");
    return STATUS_FINE;
}

static void figure_fit_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    const struct fitting *fitting = fitting_drawn(drawing, &nobody_reads);
    text_say(out,
             "The numbers that worlds differ in, in the worlds that are kept: the narrowest range first. ");
    for (size_t i = 0; fitting != NULL && i < fitting->told; i++) {
        text_say(out, i == 0 ? "" : "; ");
        say_setting(out, drawing->results,
                    drawing->results->worlds->factors[fitting->numbers[i].factor].path);
        text_say(out, ": ");
        say_kept_of(out, fitting, &fitting->numbers[i]);
        text_say(out, "; in all worlds ");
        say_prior_of(out, fitting, &fitting->numbers[i]);
    }
    text_say(out, fitting == NULL || fitting->told == 0 ? "None of them is clear." : ".");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_fit = {
    FIGURE_FIT,
    "does not hold what a fit to the record needs: numbers under `found` that have a range or a `tolerance`, "
    "and a sample of at least 40 plausible worlds",
    can_be_fitted, figure_fit_draw, figure_fit_words};
