/* Days of the calendar, as a movement's history is told in: 2011-09-17. */
#ifndef OBSERVED_DATE_H
#define OBSERVED_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the words look like a date: numbers with two dashes between, right or not. */
bool date_looks_like(const char *words);
/* Days since 1 January 1970 (Gregorian); false where there is no such day, or it is not written with four,
 * two and two digits. */
bool date_read(const char *words, int64_t *day);
char *date_text(int64_t day, char *text, size_t room);

#endif
