/* The table of sites: where each is. A plain struct in, a row out. */
#ifndef PLACES_TABLE_H
#define PLACES_TABLE_H

#include "record/outcome.h"

/* Where a site is. */
struct place_row {
    double east, north; /* km; NaN where the scenario does not say */
    uint32_t people;    /* at the end of the run */
    bool online;
};

extern const struct table place_table;
void place_write(struct outcome *outcome, uint32_t site, const struct place_row *row);

#endif
