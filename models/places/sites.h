/* The sites of a movement, as each of them knows the others: how large they are, and where. And which of them
 * a site turns to. Made once for all runs, and never changed. */
#ifndef PLACES_SITES_H
#define PLACES_SITES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "random/draw.h"

struct site_place {
    double people;      /* at the start */
    double east, north; /* km */
    bool online;
};

struct site_map {
    const struct site_place *places;
    uint32_t count, meeting, online; /* all; those that are not online; those that are */
    bool placed;                     /* they do not all lie at one point: somebody said where they are */
    const uint32_t *those_online;
    const double *up_to; /* people of the sites that are not online, added up in their order */
};

/* Where number `number` (from 0) of `count` places around one point lies: within `around` km of it, evenly
 * over the disc (Vogel 1979, doi:10.1016/0025-5564(79)90080-4). One alone lies at the point. */
struct site_place site_scatter(struct site_place centre, double around, uint32_t number, uint32_t count);

/* `places` are kept, not copied. */
struct site_map *site_map_of(const struct site_place *places, uint32_t count, struct arena *arena);

/* The other sites as one of them sees them. Each mechanism that draws sites keeps its own for a site. */
struct site_view {
    const struct site_map *map;
    uint32_t own;
    double nearness;
    struct arena *arena; /* for what is found at the first draw */
    double *up_to;       /* weights of the sites before each block of sites, added up; NULL until then */
};

/* One of the other sites that are not online, drawn by its people and its distance d in km: its weight is
 * people / (1 + d)^nearness (gravity model, Zipf 1946, doi:10.2307/2087063). The site itself when there is no
 * other. Where nearness counts, the first draw of a view costs a pass over all sites, and each draw one over
 * a block of them. */
uint32_t site_draw(struct site_view *view, struct draw *draw);
/* One of the others that are online, each as likely; the site itself when there is no other. */
uint32_t site_draw_online(const struct site_map *map, uint32_t own, struct draw *draw);

enum { MOST_CHOSEN = 100 };

/* Some of the others, each as likely as any other; or all of them. */
struct site_choice {
    uint32_t sites, own;
    uint32_t most; /* at most MOST_CHOSEN; 0: all others */
    uint32_t count;
    bool all;
    uint32_t drawn[MOST_CHOSEN];
};

/* Without repetition (Floyd's algorithm, in Bentley & Floyd 1987, doi:10.1145/30401.315746). */
void sites_choose(struct site_choice *choice, struct draw *draw);
uint32_t site_chosen(const struct site_choice *choice, uint32_t index);

#endif
