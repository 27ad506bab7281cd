/* The weeks of designs as text, and in words. */
#ifndef ANALYSIS_WEEKS_TEXT_H
#define ANALYSIS_WEEKS_TEXT_H

#include "analysis/numbers/weeks.h"
#include "base/text.h"

/* The letter of a line within its design: "a", "b" ... "z", "a2". */
enum { LINE_LETTER_SIZE = 24 };
char *line_letter(size_t line, char letter[LINE_LETTER_SIZE]);

/* "Every week", "Week 1 of 2, which repeat", "Weeks 1 to 3 of 5": what a picture shows. */
void week_say_which(const struct weeks_found *found, size_t week, struct text *out);
/* "7 sessions a week, together 21 h"; and "; about 2,520 person-hours a week as planned", where that is
 * known.
 */
void week_say_sums(const struct weeks_found *found, struct text *out);
void week_say_planned(const struct weeks_found *found, struct text *out);
/* "General Assembly, every day at 19:00, for 3 h". */
void week_say_line(const struct results_line *line, struct text *out);
/* What pictures leave out, and what people meet for beside the calendar: whole sentences. */
void week_say_rest(const struct results_calendar *calendar, size_t design, const struct weeks_found *found,
                   struct text *out);

/* The weeks of one design (`only`), or of all, drawn with letters. */
struct weeks_drawn {
    const struct results_calendar *calendar;
    const struct names *designs;
    size_t only;  /* NOT_FOUND: all */
    size_t width; /* columns */
};
void weeks_say(const struct weeks_drawn *drawn, struct text *out);

#endif
