/* Questions on the terminal, one line each with a default in brackets; or answers from a pipe, a line each.
 *
 * A wrong answer is asked again on a terminal, and ends the questions from a pipe. Where the answers end
 * (Ctrl-D) nothing more is asked.
 */
#ifndef PROGRAM_ASKING_H
#define PROGRAM_ASKING_H

#include "program/command.h"

struct asking {
    struct call *call;
    bool at_terminal; /* somebody reads the questions */
};

struct asking asking_begin(struct call *call);

/* What a number counts; a unit may stand behind it. */
enum asked_unit {
    ASKED_COUNT,   /* "120", "1,200", "120 people" */
    ASKED_SHARE,   /* "40 %", "40", ".4": as a share */
    ASKED_A_WEEK,  /* "14", "2 a day", "8 a month": a week */
    ASKED_MINUTES, /* "40", "1 h": minutes */
    ASKED_HOURS,   /* "14", "90 min": hours */
};

struct asked_number {
    const char *question;
    const char *usual; /* as an answer */
    enum asked_unit unit;
    double least, most;
    const char *wanted; /* "a number of people from 10 to 100000": for who wrote something else */
};

/* Asks for a number. STATUS_USAGE with trouble when the answers ended, or one from a pipe was wrong. */
enum status ask_number(struct asking *asking, const struct asked_number *asked, double *value);

/* Asks for one of `count` words, each with others that mean the same (`|` between, the first is shown); the
 * first letters of a word are enough, and so is its number. */
enum status ask_choice(struct asking *asking, const char *question, const char *const *words, size_t count,
                       size_t *choice);

/* What a number is, as somebody may write it; false when it is none. For tests. */
bool asked_read(const char *answer, enum asked_unit unit, double *value);

#endif
