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

/* gnuplot shows the line it stumbled over, a caret and then its sentence: the last line
 * that says something. */
static const char *last_words(struct child *gnuplot)
{
    if (gnuplot->errors.length == 0)
        return "it said nothing";
    char *errors = gnuplot->errors.bytes;
    size_t end = strlen(errors);
    while (end > 0 && (errors[end - 1] == '\n' || errors[end - 1] == ' '))
        end--;
    size_t start = end;
    while (start > 0 && errors[start - 1] != '\n')
        start--;
    errors[end - start > LONGEST_ERROR ? start + LONGEST_ERROR : end] = '\0';
    return errors + start;
}

/* Why there is no drawing, NULL when there is one. */
static const char *failure_of(struct child *gnuplot, struct arena *arena)
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
    return gnuplot->exit_code != 0 || gnuplot->output.length == 0 ? last_words(gnuplot) : NULL;
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

enum status gnuplot_run(const struct text *script, const char *figure, unsigned seconds, struct text *drawing,
                        struct trouble *trouble)
{
    static const char *const arguments[] = {"gnuplot", "--default-settings", "-", NULL};
    struct child gnuplot = {.arguments = arguments,
                            .input = script->bytes,
                            .length = script->length,
                            .seconds = seconds,
                            .most = LARGEST_DRAWING};
    struct arena arena = {0};
    enum status status = STATUS_FINE;
    if (!child_run(&gnuplot)) {
        status = not_started(errno, trouble);
    } else {
        const char *why = failure_of(&gnuplot, &arena);
        if (why != NULL)
            status = gnuplot_failed(figure, why, trouble);
        else
            text_add(drawing, gnuplot.output.bytes, gnuplot.output.length);
    }
    arena_free(&arena);
    text_free(&gnuplot.output);
    text_free(&gnuplot.errors);
    return status;
}
