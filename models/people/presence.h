/* Who can come when: some live at a site, some come after work, some now and then, some only online. */
#ifndef PEOPLE_PRESENCE_H
#define PEOPLE_PRESENCE_H

#include "people/people.h"

enum presence_kind { PRESENCE_RESIDENT, PRESENCE_DAILY, PRESENCE_OCCASIONAL, PRESENCE_ONLINE };

struct presence_settings {
    double daily, occasional, online; /* shares; the rest is resident */
    sim_time weekday_from, weekday_until;
    sim_time weekend_from, weekend_until; /* hours of all but residents */
    double chance;                        /* per day, of an occasional one */
};

extern const struct section presence_section;

/* One draw a person. */
void presence_draw(struct people *people, struct arena *arena);

#endif
