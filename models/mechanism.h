/* What a mechanism is: one folder, one const struct in it, and one line in mechanisms.c.
 *
 * A mechanism brings the sections of its settings, what a table of them cannot say of a scenario
 * (checking.h), its state at each site, its events, what it listens to (moments.h), and what is measured of
 * it (rows.h). scenario_fields.c joins the sections to the table of a scenario; movement.c puts a run
 * together: it walks the list and asks each mechanism for what it has. Nothing outside the folder needs to
 * know the mechanism by name, but those that are built on it and come later in the list.
 *
 * The order of the list is the order of creation, of starting and of settling, and of who may see whom: a
 * mechanism sees only those before it. Where a scenario does not have a mechanism, its `create` returns NULL,
 * and nothing else of it is called for that site. What is NULL in the struct is not needed.
 */
#ifndef MODELS_MECHANISM_H
#define MODELS_MECHANISM_H

#include "moments.h"
#include "numbering.h"
#include "parts.h"
#include "rows.h"
#include "scenario.h"
#include "scenario/field.h"

struct arena;
struct checking;
struct climate;
struct luck;
struct method;
struct outcome;
struct run_tally;
struct site_map;
struct site_settings;
struct weeks;

/* What a mechanism is created from, at one site. All that it points to lasts as long as the run. */
struct setup {
    const struct scenario *scenario; /* opaque: see setup_settings */
    struct site *site;
    struct parts *parts; /* of this site: those of earlier mechanisms are there */
    const struct luck *luck;
    struct arena *arena;  /* of this site */
    uint32_t sites;       /* of the run */
    uint32_t threads;     /* that may work at once while all sites wait */
    int first_day;        /* weekday of the first day, 0 to 6 */
    struct wishes wishes; /* of all mechanisms */
    sim_time ends, lookahead;
    sim_time lasts;         /* what is drawn ahead is drawn for so long, also where this run stops before */
    sim_time measured_from; /* what happened before does not count in measures; 0: all does */
    const struct site_map *map;
    const struct climate *climate;             /* what comes from outside to this site; NULL: nothing does */
    const struct mechanism *const *mechanisms; /* all of them */
    struct outcome *outcome;                   /* where measures go */
};

/* The settings that this scenario has for a section (scenario_settings). */
static inline const void *setup_settings(const struct setup *setup, const struct section *section)
{
    return scenario_settings(setup->scenario, section);
}

/* Memory that a mechanism takes at all sites before the first event, in bytes, and what in the scenario asks
 * for it. Told from the settings alone, so roughly; what a run needs later is measured while it goes on. */
struct weight {
    double bytes;
    const struct node *where; /* NULL: nothing that somebody wrote */
};

/* A section that a mechanism brings to the table of a scenario. */
struct section_row {
    struct field field; /* where it lies in memory is found when the table is joined */
    /* Whether its numbers bear on a run of this scenario; NULL: always. */
    bool (*in_use)(const struct scenario *scenario);
};

/* A line that holds a method, and the map that it stands in. */
struct held_line {
    struct node *map;
    const char *hold;             /* the name of the method; NULL: none is named */
    const struct method **method; /* where it goes once it is found */
    bool opens;                   /* somebody may meet for it before the run ends */
    const char *who;              /* beside the calendar: "Each working group meets"; NULL: a line of it */
    sim_time every, lasts;        /* how often and how long at most, where `who` is said; 0: not known */
};
typedef void held_found(const struct held_line *line, void *finder);

/* What happens at an instant of its own: a kind of event (NAME/numbers.h), its name, and who handles it. */
struct event_row {
    uint32_t kind;
    const char *name;
    handler *handler;
};

#define SECTIONS(rows_) .sections = (rows_), .section_count = sizeof(rows_) / sizeof((rows_)[0])

struct mechanism {
    struct choice choice; /* name and meaning; source of the theory as a whole */
    /* Given once, never again (numbering.h): where its state lies, its events and its luck. */
    uint32_t number;
    const struct section_row *sections; /* its settings in a scenario */
    size_t section_count;
    const struct choice *const *verbs; /* what stages of a method can do by it, up to NULL */
    const struct field *stage_fields;  /* what it reads in a stage, beside what all stages have */
    size_t stage_field_count;
    const struct event_row *events;
    size_t event_count;
    struct moments hears;                  /* what it listens to, where it is there */
    const struct chapter *const *chapters; /* what is measured of it, up to NULL; NULL: nothing */
    /* What it wants of mechanisms before it. */
    void (*wish)(const struct scenario *scenario, struct wishes *wishes);
    /* Calls `found` for each line of its sections that holds a method. */
    void (*held)(const struct checking *checking, held_found *found, void *finder);
    /* What it plans beforehand in a design, for pictures of its week (weeks.h). All is bound and sound. */
    void (*plan)(const struct checking *checking, struct weeks *weeks);
    /* Reports what the table of its sections cannot say, where it stands in the scenario (checking.h). */
    void (*check)(const struct checking *checking);
    struct weight (*weigh)(const struct checking *checking);
    /* What has to be the same in all designs, and is not: `first` is the first of them. */
    void (*check_same)(const struct checking *checking, const struct scenario *first);
    /* Fills in what follows from its settings; nothing is wrong with them. */
    void (*complete)(struct scenario *scenario, struct arena *arena);
    /* Notes what is no mistake and yet cannot do what it seems to. All is bound, and nothing is wrong. */
    void (*note)(const struct checking *checking);
    /* Before any site is created: what is drawn ahead for all sites at once. */
    void (*foresee)(struct setup *setups, uint32_t sites);
    /* Its state at a site, or NULL where this scenario does not have it. Several threads create sites at
     * once: it writes to what is of this site alone, and schedules nothing. */
    void *(*create)(const struct setup *setup);
    /* Schedules the first events; all mechanisms of the site are created. */
    void (*start)(struct site *site);
    /* At the end of a run: its books are brought up to date and checked. */
    void (*settle)(struct site *site, sim_time ends);
    /* After all books of all sites are settled: sums are made, checked and written down. Several threads
     * close sites at once: it writes to what is of this site alone, its places in the record too. */
    void (*close)(struct site *site);
    /* After all sites have closed: what is checked over all of them, and what is written in their order. */
    void (*settle_all)(struct parts *const *parts, uint32_t sites);
    /* Adds what it counted at a site to the tally of the run. */
    void (*count)(const struct parts *parts, struct run_tally *tally);
    /* What looks at all sites at once, while they wait at the same instant. */
    struct overview {
        /* NULL where nothing is looked at in this run. Lives in the arena of the first site. */
        void *(*begin)(const struct setup *setups, uint32_t sites);
        sim_time (*due)(const void *state); /* the next instant; the end of the run at last */
        void (*look)(void *state);          /* at the instant that is due */
    } overview;
};

#endif
