#include "program/asking.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/sim_time.h"

enum { LONGEST_ANSWER = 200, MOST_TRIES = 20 };

struct asking asking_begin(struct call *call)
{
    return (struct asking){call, isatty(STDIN_FILENO) != 0};
}

/* One line without its end and the blanks around it; false at the end of the answers. */
static bool next_answer(const struct asking *asking, const char *question, const char *usual,
                        char answer[LONGEST_ANSWER])
{
    if (asking->at_terminal) {
        fprintf(stderr, "%s [%s] ", question, usual);
        fflush(stderr);
    }
    if (fgets(answer, LONGEST_ANSWER, stdin) == NULL) {
        if (asking->at_terminal)
            fprintf(stderr, "\n");
        return false;
    }
    bool whole = strchr(answer, '\n') != NULL || feof(stdin) != 0;
    for (int rest = 0; !whole && rest != '\n' && rest != EOF;)
        rest = getc(stdin);
    size_t length = strlen(answer), start = strspn(answer, " \t");
    while (length > start && isspace((unsigned char)answer[length - 1]))
        length--;
    memmove(answer, answer + start, length - start);
    answer[length - start] = '\0';
    if (*answer == '\0')
        snprintf(answer, LONGEST_ANSWER, "%s", usual);
    return true;
}

static enum status say_ended(const struct asking *asking, const char *question)
{
    return call_trouble(asking->call, STATUS_USAGE, "the answers ended before \"%s\"; nothing was written",
                        question);
}

/* A wrong answer: asked again at a terminal. */
static enum status say_wrong(const struct asking *asking, const char *answer, const char *wanted)
{
    struct text plain = {0};
    for (const char *at = answer; *at != '\0'; at++)
        text_print(&plain, "%c", (unsigned char)*at < ' ' || *at == 0x7f ? ' ' : *at);
    struct text valid = {0};
    text_add_utf8(&valid, plain.bytes == NULL ? "" : plain.bytes, plain.length);
    enum status status = STATUS_FINE;
    if (asking->at_terminal)
        fprintf(stderr, "  please answer with %s\n", wanted);
    else
        status = call_trouble(asking->call, STATUS_USAGE, "the answer `%s` is not %s; nothing was written",
                              valid.bytes == NULL ? "" : valid.bytes, wanted);
    text_free(&valid);
    text_free(&plain);
    return status;
}

/* --- numbers --- */

/* "1,200" is 1200, "2,5" is 2.5; "1.200" may be either, and is taken for none. */
static bool read_digits(const char **at, double *value)
{
    char digits[LONGEST_ANSWER];
    size_t length = strspn(*at, "0123456789.,"), kept = 0;
    if (length == 0 || length >= sizeof digits)
        return false;
    const char *point = memchr(*at, '.', length), *comma = memchr(*at, ',', length);
    size_t behind_point = point == NULL ? 0 : (size_t)(*at + length - point - 1);
    size_t behind_comma = comma == NULL ? 0 : (size_t)(*at + length - comma - 1);
    if (point != NULL && behind_point == 3 && comma == NULL && **at != '0')
        return false;
    for (size_t i = 0; i < length; i++) {
        char byte = (*at)[i];
        if (byte == ',' && behind_comma == 3)
            continue;
        digits[kept++] = byte == ',' ? '.' : byte;
    }
    digits[kept] = '\0';
    char *end;
    *value = strtod(digits, &end);
    *at += length;
    return *end == '\0' && isfinite(*value);
}

static bool begins(const char *word, const char *beginning)
{
    return strncasecmp(word, beginning, strlen(beginning)) == 0;
}

static const char *without_before(const char *answer)
{
    static const char *const befores[] = {"about ", "around ", "roughly ", "ca. ", "ca ", "~"};
    for (size_t i = 0; i < sizeof befores / sizeof *befores; i++)
        if (begins(answer, befores[i]))
            return answer + strlen(befores[i]) + strspn(answer + strlen(befores[i]), " ");
    return answer;
}

/* By what a unit multiplies; 0: it is none of these. */
static double times_of(const char *unit, enum asked_unit kind)
{
    static const double minutes_an_hour = 60, days_a_week = 7, weeks_a_month = 4.345;
    static const char *const pers[] = {"per ", "a ", "an ", "/ ", "/"};
    bool hours = begins(unit, "h"), minutes = begins(unit, "min") || strcasecmp(unit, "m") == 0;
    if (*unit == '\0')
        return 1;
    if (kind == ASKED_MINUTES)
        return hours ? minutes_an_hour : minutes ? 1 : 0;
    if (kind == ASKED_HOURS)
        return hours ? 1 : minutes ? 1 / minutes_an_hour : 0;
    if (kind == ASKED_COUNT)
        return begins(unit, "p") || begins(unit, "member") ? 1 : 0; /* people, persons */
    if (kind == ASKED_SHARE)
        return begins(unit, "%") || begins(unit, "percent") || begins(unit, "per cent") ? 0.01 : 0;
    if (begins(unit, "proposals"))
        unit += strlen("proposals") + strspn(unit + strlen("proposals"), " ");
    for (size_t i = 0; i < sizeof pers / sizeof *pers; i++)
        if (begins(unit, pers[i])) {
            unit += strlen(pers[i]);
            break;
        }
    return *unit == '\0' || begins(unit, "w") ? 1
           : begins(unit, "d")                ? days_a_week
           : begins(unit, "mo")               ? 1 / weeks_a_month
                                              : 0;
}

bool asked_read(const char *answer, enum asked_unit unit, double *value)
{
    const char *at = without_before(answer);
    if (!read_digits(&at, value))
        return false;
    at += strspn(at, " ");
    double times = times_of(at, unit);
    if (unit == ASKED_SHARE && *at == '\0') /* 40 is 40 %, .4 too; 1 may be 1 % or all */
        times = *value > 1 ? 0.01 : *value < 1 ? 1 : 0;
    *value *= times;
    return times > 0;
}

enum status ask_number(struct asking *asking, const struct asked_number *asked, double *value)
{
    char answer[LONGEST_ANSWER];
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        if (!next_answer(asking, asked->question, asked->usual, answer))
            return say_ended(asking, asked->question);
        bool whole = asked->unit != ASKED_COUNT;
        if (asked_read(answer, asked->unit, value) && *value >= asked->least && *value <= asked->most &&
            (whole || *value == floor(*value)))
            return STATUS_FINE;
        enum status status = say_wrong(asking, answer, asked->wanted);
        if (status != STATUS_FINE)
            return status;
    }
    return call_trouble(asking->call, STATUS_USAGE, "no answer to \"%s\" could be used; nothing was written",
                        asked->question);
}

/* --- words --- */

/* "all together|everybody": the first one is shown, the others mean the same. */
static const char *shown_word(struct arena *arena, const char *words)
{
    return arena_text(arena, words, strcspn(words, "|"));
}

/* Whether any of the words begins so; `whole`: is so. */
static bool any_word(const char *words, const char *answer, bool whole)
{
    for (const char *at = words; *at != '\0';) {
        const size_t length = strcspn(at, "|"), said = strlen(answer);
        if (said > 0 && said <= length && (said == length || !whole) && strncasecmp(at, answer, said) == 0)
            return true;
        at += length + (at[length] == '|' ? 1 : 0);
    }
    return false;
}

static bool read_choice(const char *answer, const char *const *words, size_t count, size_t *choice)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        bool by_number = answer[0] == (char)('1' + i) && answer[1] == '\0';
        if (by_number || any_word(words[i], answer, true)) {
            *choice = i;
            return true;
        }
        if (any_word(words[i], answer, false)) {
            *choice = i;
            found++;
        }
    }
    return found == 1;
}

enum status ask_choice(struct asking *asking, const char *question, const char *const *words, size_t count,
                       size_t *choice)
{
    char answer[LONGEST_ANSWER];
    const char *wanted = "one of";
    for (size_t i = 0; i < count; i++)
        wanted = arena_print(&asking->call->arena, "%s%s `%s`", wanted, i == 0 ? "" : ",",
                             shown_word(&asking->call->arena, words[i]));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        if (!next_answer(asking, question, shown_word(&asking->call->arena, words[0]), answer))
            return say_ended(asking, question);
        if (read_choice(answer, words, count, choice))
            return STATUS_FINE;
        enum status status = say_wrong(asking, answer, wanted);
        if (status != STATUS_FINE)
            return status;
    }
    return call_trouble(asking->call, STATUS_USAGE, "no answer to \"%s\" could be used; nothing was written",
                        question);
}
