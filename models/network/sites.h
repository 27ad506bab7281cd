/* Which other sites a site turns to. */
#ifndef NETWORK_SITES_H
#define NETWORK_SITES_H

#include <stdbool.h>
#include <stdint.h>

#include "random/draw.h"

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
