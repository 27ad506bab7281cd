/* Rows of measurements, as a Markdown table that also reads well on a terminal. */
#ifndef BENCH_TABLE_H
#define BENCH_TABLE_H

#include <stddef.h>

enum { MOST_REPEATS = 15 };

/* The same thing measured several times. */
struct sample {
    double values[MOST_REPEATS];
    size_t count;
};

void sample_add(struct sample *sample, double value);
double sample_median(const struct sample *sample);
double sample_least(const struct sample *sample);
double sample_most(const struct sample *sample);

void table_begin(const char *title, const char *head, const char *beside);
/* Median, least and most; `beside` is a ratio to a yardstick with a few words, or "". */
void table_row(const char *what, const char *unit, const struct sample *sample, const char *beside);

#endif
