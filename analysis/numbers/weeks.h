/* The weeks of a design, from when its sessions begin: which of them differ, whether they repeat, and what
 * stands where in each. */
#ifndef ANALYSIS_WEEKS_H
#define ANALYSIS_WEEKS_H

#include "analysis/file/results.h"

enum { WEEK_DAYS = 7, MOST_WEEKS_DRAWN = 4 };

/* A session in a day, or the part of one that lies in that day. */
struct week_bar {
    size_t line;        /* of the calendar */
    size_t day;         /* column, from 0 */
    double from, to;    /* hours of the day */
    bool is_first;      /* the part with which the session begins */
    bool is_open;       /* when it ends is not known beforehand */
    size_t lane, lanes; /* beside others at the same time, at other sites: place, and how many there are */
};

struct week {
    size_t first, last; /* weeks that look like this one, counted from 1 */
    struct week_bar *bars;
    size_t bar_count;
};

struct weeks_found {
    struct week weeks[MOST_WEEKS_DRAWN];
    size_t count;      /* that are worth drawing */
    size_t period;     /* 1: all weeks are alike; 2: every second one ...; 0: they do not repeat */
    size_t total;      /* weeks that the file lists */
    size_t left_out;   /* weeks unlike these, beyond MOST_WEEKS_DRAWN */
    int first_day;     /* weekday of the first column: Monday, but where the scenario is over too soon */
    size_t lines;      /* of the design */
    size_t first_line; /* of it in the calendar */
    double sessions, hours, person_hours; /* a week, as planned; NaN: not known beforehand */
};

/* What `design` has. False where the file says nothing of it, or it has no session in that time. The bars
 * live in `arena`. */
bool weeks_find(const struct results_calendar *calendar, size_t design, struct arena *arena,
                struct weeks_found *found);

/* From which full hour to which one all sessions of these designs lie, so that their pictures have one scale.
 */
struct day_span {
    double from, to;
};
struct day_span weeks_span(const struct weeks_found *found, size_t count);

/* The line's number within its design. */
size_t week_line(const struct weeks_found *found, const struct week_bar *bar);

#endif
