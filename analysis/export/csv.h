/* Rows of comma-separated values (RFC 4180, UTF-8): cells with a comma, a quotation mark or a line end are
 * quoted, lines end with CR LF, what is missing is empty.
 *
 * A spreadsheet takes a cell for a formula when it begins with = + - @ (also in full width), a tab or a line
 * end, whether it is quoted or not. Such a text gets an apostrophe in front, and so does one that begins with
 * an apostrophe, so that a reader gets every text back by taking one leading apostrophe away. Numbers stay:
 * "-5" is no formula. */
#ifndef ANALYSIS_CSV_H
#define ANALYSIS_CSV_H

#include <stdint.h>
#include <stdio.h>

struct csv {
    FILE *file;
    size_t cells; /* of this row so far */
};

/* Characters that nobody sees, or that a terminal would obey, become U+FFFD, except line end and tab. */
void csv_text(struct csv *csv, const char *text);
/* The shortest decimal number that reads back as the same; NaN is empty, infinity INF as in XML Schema. */
void csv_number(struct csv *csv, double number);
void csv_whole(struct csv *csv, int64_t number);
void csv_empty(struct csv *csv);
void csv_end_row(struct csv *csv);

#endif
