/* The sites of a scenario: where people meet, as its file describes them. */
#ifndef PLACES_PLACES_H
#define PLACES_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "scenario/field.h"

struct site_settings {
    const char *name;
    int64_t people;  /* at the start */
    int64_t count;   /* sites of this kind, called "name 1", "name 2" ... when there are several */
    double arrivals; /* times those of a site */
    bool online;
    const char *practice; /* it begins with; NULL: as adoption.start says */
    uint32_t practice_number;
    double east, north; /* km */
    double around;      /* km: several sites lie within it */
    int64_t threshold;  /* of others, for the rule of adoption that has thresholds */
};

extern const struct section site_section;

#endif
