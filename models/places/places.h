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
    bool forum;           /* people post there (records/forum.h) */
    const char *practice; /* it begins with; NULL: as adoption.start says */
    uint32_t practice_number;
    double east, north; /* km */
    double around;      /* km: several sites lie within it */
    int64_t threshold;  /* of others, for the rule of adoption that has thresholds */
};

extern const struct section site_section;

struct arena;
struct checking;
struct node;
struct scenario;
struct setup;

/* How many sites a scenario has, and how many of them meet online. */
struct place_counts {
    size_t all, online;
};
struct place_counts places_count(const struct checking *checking);
/* Sites of a kind stand one after the other; the name of the kind means all of them. */
struct place_range {
    uint32_t first, beyond;
};
/* The sites of this name; NULL: all there are. Where there are none it reports that at `where`, with the name
 * that may have been meant, or else with the hint `otherwise` (NULL: none), and returns false. */
bool places_find(const struct checking *checking, const struct node *where, const char *name,
                 const char *otherwise, struct place_range *found);
/* The site that is set up, as the scenario describes it. */
const struct site_settings *setup_place(const struct setup *setup);
/* Reports what is wrong with the sites of a scenario, and where a design has others than the first one. */
void places_check(const struct checking *checking);
void places_check_same(const struct checking *checking, const struct scenario *first);
/* Spreads kinds of sites that stand for many, each with its name and its place on the map. */
void places_complete(struct scenario *scenario, struct arena *arena);

#endif
