/* What a site holds, and how it takes over what others hold.
 *
 * A practice is a name on lines of the calendar: a site holds the lines of its own practice and those without
 * one. Sites tell each other what they hold and how it fares, one lookahead later, and a rule says when a
 * site changes its practice:
 *
 * - compare: every so often a site weighs its practice against the best that it has heard of since, by
 *   decisions per person and hour of presence, and changes with probability r^s / (1 + r^s), r the ratio of
 *   both and s the sensitivity: the logit of the log ratio (McFadden 1974). What fares worse is left alone.
 * - bass: a site takes up the practice that spreads at the rate p + q F, F the share of those who would tell
 *   it that have told they hold it (Bass 1969). Compare has this term too, where p or q is given.
 * - threshold: a site takes it up as soon as so many others have told that they hold it (Granovetter 1978).
 *
 * Rates that rise with F are drawn by thinning: candidates come at the rate p + q and are taken with
 * probability (p + q F) / (p + q), so that nothing is drawn anew when somebody tells something (Lewis &
 * Shedler 1979).
 */
#ifndef PRACTICES_ADOPTION_H
#define PRACTICES_ADOPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "kernel/run.h"
#include "parts.h"
#include "practices/numbers.h"
#include "scenario/field.h"

struct news;

struct adoption_rule {
    struct choice choice;
    void (*begin)(struct site *site);                          /* NULL: nothing ever changes */
    void (*heard)(struct site *site, const struct news *news); /* after it was written down; may be NULL */
    bool compares, spreads; /* whether it reads the settings of the one and of the other */
};

extern const struct choice *const adoption_rules[];

struct adoption_settings {
    const struct adoption_rule *rule;
    const char *start;  /* practice that sites begin with; NULL: only what is held everywhere */
    const char *spread; /* the practice that innovation, imitation and thresholds are about */
    sim_time every;     /* between two reviews of a site */
    int64_t told;       /* sites that a site tells; 0: all */
    double sensitivity; /* of a change to the logarithm of the ratio */
    double innovation;  /* per hour */
    double imitation;   /* per hour, when all others hold it */
    /* Practices have numbers from 1, in the order of the calendar (check.c). */
    uint32_t practices;
    uint32_t start_number, spread_number; /* 0: none */
};

extern const struct section adoption_section;

struct checking;
/* Numbers the practices that only it names, and those of the sites; and tells what tables cannot
 * (checking.h). */
void adoption_check(const struct checking *checking);

/* How a practice fared: decisions by hours that people were present. */
struct fare {
    double decisions, hours;
};

/* What others told of one practice since the last review. */
struct told {
    double performance; /* sum over those who told */
    uint32_t count;
};

struct adoption {
    const struct adoption_settings *settings;
    const struct luck *luck;
    uint32_t sites;
    uint32_t threshold;
    uint32_t holders;   /* others that told they hold the practice that spreads */
    struct told *heard; /* by practice; number 0 is what is held everywhere, and never told */
    struct fare then;   /* the site's own books at the last review or change */
    uint32_t reviews, tries, changes;
    sim_time changed; /* for the first time; -1: not yet */
};

/* NULL where the scenario does not have it. */
PART(adoption, ADOPTION_NUMBER)

/* Where a site begins. */
struct adoption_start {
    uint32_t sites, threshold;
};

struct adoption *adoption_new(const struct adoption_settings *settings, const struct adoption_start *start,
                              const struct luck *luck, struct arena *arena);
/* Schedules what the rule needs. Sites that begin with what spreads tell so. */
void adoption_start(struct site *site);

void on_site_told(struct site *site, const struct event *event);
void on_site_reviews(struct site *site, const struct event *event);
void on_site_tries(struct site *site, const struct event *event);

#endif
