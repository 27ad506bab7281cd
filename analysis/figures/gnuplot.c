#include "analysis/figures/gnuplot.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "analysis/file/child.h"
#include "analysis/plain/plain.h"
#include "base/arena.h"
#include "base/limits.h"

enum { LONGEST_ERROR = 300, LARGEST_DRAWING = 64 << 20 };

static const char ellipsis[] = "\xE2\x80\xA6";

static void quote_character(struct text *script, const char *bytes, size_t length)
{
    if (unshowable(bytes, length))
        text_say(script, " ");
    else if (bytes[0] == '\'')
        text_say(script, "''");
    else
        text_add(script, bytes, length);
}

static size_t characters_of(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; count++)
        i += utf8_sequence(bytes + i, length - i);
    return count;
}

void gnuplot_quote(struct text *script, const char *text, size_t longest)
{
    struct text valid = {0};
    text_add_utf8(&valid, text, strlen(text));
    size_t count = characters_of(valid.bytes, valid.length);
    size_t most = longest == 0 || count <= longest ? count : longest - 1;
    text_say(script, "'");
    for (size_t i = 0, said = 0; i < valid.length && said < most; said++) {
        size_t length = utf8_sequence(valid.bytes + i, valid.length - i);
        quote_character(script, valid.bytes + i, length);
        i += length;
    }
    if (most < count)
        text_say(script, ellipsis);
    text_say(script, "'");
    text_free(&valid);
}

/* Bytes of the longest beginning of `text` that has at most `width` characters and ends before a space. */
static size_t line_length(const char *text, size_t length, size_t width)
{
    size_t broken = 0, count = 0, i = 0;
    while (i < length && count <= width) {
        if (text[i] == ' ')
            broken = i;
        i += utf8_sequence(text + i, length - i);
        count++;
    }
    return i == length && count <= width ? length : broken;
}

void gnuplot_quote_lines(struct text *script, const char *text, size_t width, size_t lines)
{
    struct text valid = {0};
    text_add_utf8(&valid, text, strlen(text));
    const char *rest = valid.bytes == NULL ? "" : valid.bytes;
    for (size_t line = 1; line < lines; line++) {
        size_t length = line_length(rest, strlen(rest), width);
        if (length == 0 || rest[length] == '\0')
            break;
        struct text part = {0};
        text_add(&part, rest, length);
        gnuplot_quote(script, part.bytes, 0);
        text_say(script, ".\"\\n\".");
        text_free(&part);
        rest += length + 1;
    }
    gnuplot_quote(script, rest, width);
    text_free(&valid);
}

void gnuplot_number(struct text *script, double number)
{
    if (isfinite(number))
        text_print(script, " %.9g", number);
    else
        text_say(script, " NaN");
}

/* The end of a figure, on either stream: text from outside has no control bytes (quote_character). */
static const char mark[] = "\001drawn\001\n";
static const char end_of_figure[] = "\nunset output\nset print '-'\nprint \"\\001drawn\\001\"\n"
                                    "set print\nprint \"\\001drawn\\001\"\nreset session\n";

/* Past the last mark. */
static char *past_marks(const struct text *said)
{
    char *past = said->bytes, *at;
    while ((at = memmem(past, (size_t)(said->bytes + said->length - past), mark, sizeof mark - 1)) != NULL)
        past = at + sizeof mark - 1;
    return past;
}

/* gnuplot shows the line it stumbled over, a caret and then its sentence: the last line that says something.
 * What stands before the last mark was said of another figure. */
static const char *last_words(struct child *gnuplot)
{
    if (gnuplot->errors.length == 0)
        return "it said nothing";
    char *errors = past_marks(&gnuplot->errors);
    size_t end = strlen(errors);
    while (end > 0 && (errors[end - 1] == '\n' || errors[end - 1] == ' '))
        end--;
    size_t start = end;
    while (start > 0 && errors[start - 1] != '\n')
        start--;
    errors[end - start > LONGEST_ERROR ? start + LONGEST_ERROR : end] = '\0';
    return end == 0 ? "it said nothing" : errors + start;
}

/* Why there is no drawing, NULL when there is one. */
static const char *failure_of(struct child *gnuplot, const struct text *drawing, struct arena *arena)
{
    switch (gnuplot->end) {
    case CHILD_SLOW:
        return arena_print(arena, "it did not end within %u s", gnuplot->seconds);
    case CHILD_FLOODED:
        return arena_print(arena, "it wrote more than %zu MB", gnuplot->most >> 20);
    case CHILD_OUTLIVED:
        return "it left another process behind that holds its output";
    case CHILD_KILLED:
        return arena_print(arena, "it was ended by signal %d", gnuplot->exit_code);
    case CHILD_EXITED:
        break;
    }
    return gnuplot->exit_code != 0 || drawing->length == 0 ? last_words(gnuplot) : NULL;
}

static enum status not_started(int why, struct trouble *trouble)
{
    enum status status = limit_trouble(trouble, STATUS_NO_OUTPUT, (struct place){0}, why,
                                       "figures are drawn by gnuplot, which cannot be started");
    if (why == ENOENT)
        trouble_hint(trouble, "install it: apt-get install gnuplot-nox");
    return status;
}

enum status gnuplot_failed(const char *figure, const char *why, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_NO_OUTPUT, (struct place){0},
                       "gnuplot could not draw the figure `%s`: %s", figure, why);
}

/* Deals out what was written; what stands behind the last mark is of the figure that comes next. Returns how
 * many figures came to their mark. */
static size_t deal_out(const struct text *output, struct gnuplot_job *const *jobs, size_t count)
{
    const char *at = output->bytes, *end = at == NULL ? NULL : at + output->length;
    size_t drawn = 0;
    for (const char *next; drawn < count && at != NULL; drawn++, at = next + sizeof mark - 1) {
        next = memmem(at, (size_t)(end - at), mark, sizeof mark - 1);
        text_add(&jobs[drawn]->drawing, at, (size_t)((next == NULL ? end : next) - at));
        if (next == NULL)
            break;
    }
    return drawn;
}

/* The first group of an SVG has the style of what was drawn last before it. In all but the first drawing of a
 * process that is the style of another figure, so all get the group of the first. */
static void open_alike(struct gnuplot_job *const *jobs, size_t count)
{
    static const char begin[] = "<g fill=\"none\" color=\"";
    const char *first = NULL;
    size_t first_length = 0;
    for (size_t i = 0; i < count; i++) {
        struct text *drawing = &jobs[i]->drawing, alike = {0};
        const char *group = drawing->length == 0 || strncmp(drawing->bytes, "<?xml", 5) != 0
                                ? NULL
                                : strstr(drawing->bytes, begin);
        const size_t length = group == NULL ? 0 : strcspn(group, ">");
        if (group == NULL)
            continue;
        if (first == NULL) {
            first = group;
            first_length = length;
        } else if (length != first_length || memcmp(group, first, length) != 0) {
            text_add(&alike, drawing->bytes, (size_t)(group - drawing->bytes));
            text_add(&alike, first, first_length);
            text_add(&alike, group + length, (size_t)(drawing->bytes + drawing->length - group) - length);
            text_free(drawing);
            *drawing = alike;
        }
    }
}

/* What it did with the scripts. */
static enum status judge(struct child *gnuplot, struct gnuplot_job *const *jobs, size_t count,
                         struct trouble *trouble)
{
    struct arena arena = {0};
    const size_t drawn = deal_out(&gnuplot->output, jobs, count);
    struct gnuplot_job *last = jobs[drawn < count ? drawn : count - 1];
    const char *why = failure_of(gnuplot, &last->drawing, &arena);
    const enum status status = why == NULL ? STATUS_FINE : gnuplot_failed(last->figure, why, trouble);
    open_alike(jobs, drawn);
    arena_free(&arena);
    return status;
}

enum status gnuplot_run_all(struct gnuplot_job *const *jobs, size_t count, unsigned seconds,
                            struct trouble *trouble)
{
    /* By this name it reads its standard input in large pieces, and by "-" byte by byte, which takes as long
     * as drawing. */
    static const char *const arguments[] = {"gnuplot", "--default-settings", "/dev/stdin", NULL};
    struct text script = {0};
    if (count == 0)
        return STATUS_FINE;
    for (size_t i = 0; i < count; i++) {
        text_add(&script, jobs[i]->script.bytes, jobs[i]->script.length);
        text_say(&script, end_of_figure);
    }
    struct child gnuplot = {.arguments = arguments,
                            .input = script.bytes,
                            .length = script.length,
                            .mark = mark,
                            .pieces = count,
                            .seconds = seconds,
                            .most = LARGEST_DRAWING};
    const enum status status =
        child_run(&gnuplot) ? judge(&gnuplot, jobs, count, trouble) : not_started(errno, trouble);
    text_free(&script);
    text_free(&gnuplot.output);
    text_free(&gnuplot.errors);
    return status;
}

enum status gnuplot_run(const struct text *script, const char *figure, unsigned seconds, struct text *drawing,
                        struct trouble *trouble)
{
    struct gnuplot_job job = {.figure = figure, .script = *script}, *const jobs[] = {&job};
    const enum status status = gnuplot_run_all(jobs, 1, seconds, trouble);
    if (status == STATUS_FINE)
        text_add(drawing, job.drawing.bytes, job.drawing.length);
    text_free(&job.drawing);
    return status;
}
