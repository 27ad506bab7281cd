/* Shocks: raids, cold, the press. They come from outside; nothing that the movement does calls for them.
 *
 * A shock happens at an instant, at one site or at all, on a date or at random. It makes waves (times more
 * arrivals, times more or fewer who come to a session, times more who leave) that pass, and it may close the
 * site: then the sessions of the calendar are broken off and none opens for a while, people leave, and
 * working groups end or continue scattered. A raid, a spell of cold and a story in the press are the same
 * thing with other numbers; each has a list of its own in a scenario, so that all its numbers stand in a
 * table.
 *
 * Since shocks come from outside, all shocks of a run are drawn before it begins, and what depends on them
 * can be drawn ahead too. A site hears of a shock elsewhere one lookahead later: nothing crosses between
 * sites faster.
 */
#ifndef SHOCKS_SHOCKS_H
#define SHOCKS_SHOCKS_H

#include "base/arena.h"
#include "kernel/run.h"
#include "parts.h"
#include "people/climate.h"
#include "scenario/field.h"
#include "shocks/numbers.h"

/* One entry in the list of a kind. */
struct shock_settings {
    sim_time at;                          /* since the scenario began; unless it comes at random */
    double per_hour;                      /* at random, at each site by itself; 0: it comes once, `at` */
    const char *site;                     /* NULL: all */
    sim_time lasts;                       /* at full strength */
    sim_time half_life;                   /* of what is left of it afterwards */
    double arrivals, attendance, leaving; /* factors at this site */
    double elsewhere;                     /* factor of attendance at all other sites */
    double closes;                        /* chance that the site is closed */
    sim_time closed_for;
    double leave;     /* chance that a person leaves when the site is closed */
    double scattered; /* chance that a working group continues without the place */

    uint32_t first, beyond; /* sites that it may come to; filled in when they are known */
};

enum shock_kind { SHOCK_RAID, SHOCK_COLD, SHOCK_MEDIA, SHOCK_KINDS };

/* A list of struct shock_settings for each kind. */
struct shocks_settings {
    struct field_list of[SHOCK_KINDS];
};

extern const struct section shocks_section;

struct checking;
/* Finds the sites that shocks come to, and reports what their tables cannot (checking.h). */
void shocks_check(const struct checking *checking);

enum { SHOCKS_ENTRIES = 256 }; /* at most, in a list */

struct shock {
    sim_time at;
    enum shock_kind kind;
    uint32_t luck; /* names its draws: kind, entry and how often it came, so other entries do not change it */
    const struct shock_settings *settings;
};

/* The shocks of one site. */
struct shocks {
    struct climate climate;
    const struct shock *all; /* in the order of time */
    uint32_t count;
    uint32_t next; /* the first that has not come yet */
    uint64_t came[SHOCK_KINDS];
    uint64_t closings;
    sim_time closed_until;
    int64_t closed_time; /* may reach beyond the end of the run */
};

/* NULL where the scenario does not have it. */
PART(shocks, SHOCKS_NUMBER)

/* Draws the shocks of all sites for a whole run. NULL when the scenario has none. They last as long as the
 * arena; the climates in them share the part that reaches all sites. */
struct shocks *shocks_foresee(const struct shocks_settings *settings, uint32_t sites, sim_time ends,
                              sim_time lookahead, const struct luck *luck, struct arena *arena);
/* How many entries the lists of a scenario have; without any there are no shocks. */
size_t shocks_entries(const struct shocks_settings *settings);
/* How many shocks are expected in a run, at all sites together. */
double shocks_expected(const struct shocks_settings *settings, sim_time ends);

/* Schedules the first shock of the site. */
void shocks_start(struct site *site);
void on_shock(struct site *site, const struct event *event);

#endif
