/* What a mechanism is: one folder, one const struct in it, and one line in mechanisms.c.
 *
 * A mechanism brings its state at each site, its events and what it listens to (moments.h). movement.c puts a
 * run together: it walks the list and asks each mechanism for what it has. What a table of settings cannot
 * say of a scenario, each says itself (checking.h). Nothing outside the folder needs to know the mechanism by
 * name, but those that are built on it and come later in the list. (Settings are still joined in
 * experiment/settings.c.)
 *
 * The order of the list is the order of creation, of starting and of settling, and of who may see whom: a
 * mechanism sees only those before it. Where a scenario does not have a mechanism, its `create` returns NULL,
 * and nothing else of it is called for that site.
 */
#ifndef MODELS_MECHANISM_H
#define MODELS_MECHANISM_H

#include "moments.h"
#include "numbering.h"
#include "parts.h"
#include "rows.h"
#include "scenario/field.h"

struct arena;
struct checking;
struct climate;
struct ledger_settings;
struct luck;
struct outcome;
struct scenario;
struct site_map;
struct site_settings;

/* What a mechanism is created from, at one site. All that it points to lasts as long as the run. */
struct setup {
    const struct scenario *scenario; /* opaque: see setup_settings */
    struct site *site;
    struct parts *parts; /* of this site: those of earlier mechanisms are there */
    const struct luck *luck;
    struct arena *arena;               /* of this site */
    const struct site_settings *place; /* this site, as the scenario describes it */
    uint32_t sites;                    /* of the run */
    int first_day;                     /* weekday of the first day, 0 to 6 */
    uint32_t facets;                   /* of a matter */
    bool keeps_interests;              /* whether people have interests of their own */
    bool keeps_chronicle;              /* whether events are written down */
    sim_time ends, lookahead;
    const struct site_map *map;
    const struct climate *climate; /* what comes from outside to this site; NULL: nothing does */
    const struct ledger_settings *ledger;
    struct outcome *outcome; /* where measures go */
};

/* The settings that this scenario has for a section: the struct that the section describes, or for a section
 * of a list its struct field_list. The section has to be one of the scenario's own. */
const void *setup_settings(const struct setup *setup, const struct section *section);
/* The same of a scenario by itself, for a chapter that asks whether it means anything. */
const void *scenario_settings(const struct scenario *scenario, const struct section *section);

/* Whether this scenario asks for a row for each event. */
bool scenario_keeps_chronicle(const struct scenario *scenario);

/* What happens at an instant of its own: a kind of event (NAME/numbers.h), its name, and who handles it. */
struct event_row {
    uint32_t kind;
    const char *name;
    handler *handler;
};

struct mechanism {
    struct choice choice; /* name and meaning; source of the theory as a whole */
    uint32_t
        number; /* given once, never again (numbering.h): where its state lies, its events and its luck */
    const struct event_row *events;
    size_t event_count;
    struct moments hears;                  /* what it listens to, where it is there */
    const struct chapter *const *chapters; /* what is measured of it, up to NULL; NULL: nothing */
    /* What the table of its sections cannot say, told where it stands in a scenario (checking.h). May be
     * NULL. */
    void (*check)(const struct checking *checking);
    bool keeps_record; /* it is the ledger: its chapters come first */
    /* Before any site is created: what is drawn ahead for all sites at once. May be NULL. */
    void (*foresee)(struct setup *setups, uint32_t sites);
    /* Its state at a site, or NULL where this scenario does not have it. */
    void *(*create)(const struct setup *setup);
    /* Schedules the first events; all mechanisms of the site are created. May be NULL. */
    void (*start)(struct site *site);
    /* At the end of a run: its books are brought up to date and checked. May be NULL. */
    void (*settle)(struct site *site, sim_time ends);
    /* The same for what has to be checked over all sites, after the last measures were taken. May be NULL. */
    void (*settle_all)(struct parts *const *parts, uint32_t sites);
};

/* All of them, in their order; ends with NULL. */
extern const struct mechanism *const mechanisms[];

#endif
