/* What a site holds, and how it takes over what others hold.
 *
 * A practice is a name on lines of the calendar: a site holds the lines of its own practice and those without
 * one. Sites tell each other what they hold and how it fares, one lookahead later, and a rule says when a
 * site changes its practice:
 *
 * - compare: every so often a site weighs its practice against the best that it has heard of since, by
 *   decisions per person and hour of presence, and changes with probability r^s / (1 + r^s), r the ratio of
 *   both and s the sensitivity: the logit of the log ratio (McFadden 1974). What fares worse is left alone.
 *   Where it is judged by several measures, log r is the sum of their log ratios, each with its weight.
 *   Sites may also experiment: try a practice drawn by lot, and keep it if it fares better (trials.c).
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

/* What a practice is judged by. */
enum judged { JUDGE_DECISIONS, JUDGE_TASKS, JUDGE_VOICE, JUDGE_COVERAGE, JUDGE_CORRECT, JUDGE_DAYS, JUDGED };

/* How a practice fared over a time. NaN: nothing can be said; of decisions 0. */
struct fares {
    double of[JUDGED];
    bool measured; /* somebody was present */
};

/* The books of a site at one moment. */
struct fare_books {
    sim_time at;
    double decisions, hours; /* proposals decided, each once; of presence */
    double tasks;            /* done by working groups */
    sim_time *spoke;         /* by person; NULL: voice is not judged */
    sim_time *attended;
};

struct judge_settings {
    double weight[JUDGED];
};

struct adoption_settings {
    const struct adoption_rule *rule;
    const char *start;  /* practice that sites begin with; NULL: only what is held everywhere */
    const char *spread; /* the practice that innovation, imitation and thresholds are about */
    sim_time every;     /* between two reviews of a site */
    int64_t told;       /* sites that a site tells; 0: all */
    double sensitivity; /* of a change to the logarithm of the ratio */
    double innovation;  /* per hour */
    double imitation;   /* per hour, when all others hold it */
    struct judge_settings judge;
    double experiment;    /* per hour, of a site */
    sim_time trial;       /* how long it tries what it does not know */
    bool told_best;       /* a site tells of its best period and not of the last one */
    uint32_t in_calendar; /* practices that lines of the calendar have: the first ones */
    /* Practices have numbers from 1, in the order of the calendar (check.c). */
    uint32_t practices;
    uint32_t start_number, spread_number; /* 0: none */
};

extern const struct section adoption_section;

struct checking;
/* Numbers the practices that only it names, and those of the sites; and tells what tables cannot
 * (checking.h). */
void adoption_check(const struct checking *checking);

/* What others told of one practice since the last review: sums over those who told, and how many these are.
 */
struct told {
    double sum[JUDGED];
    uint32_t count[JUDGED];
};

/* What a site tries, if it does. Written by trials.c. */
struct trial_now {
    uint32_t number;        /* trials so far */
    uint32_t before;        /* the practice that it comes from; 0: it tries nothing */
    struct fares fared;     /* that one */
    struct fare_books then; /* when the trial began */
    uint32_t ended, kept;
};

struct adoption {
    const struct adoption_settings *settings;
    const struct luck *luck;
    uint32_t sites;
    uint32_t threshold;
    uint32_t holders;   /* others that told they hold the practice that spreads */
    struct told *heard; /* by practice; number 0 is what is held everywhere, and never told */
    struct arena *arena;
    struct fare_books then;  /* the site's own books at the last review or change */
    struct fares last, best; /* of its practice: the last period, and the best so far; `measured` no: none */
    struct trial_now trial;
    uint32_t reviews, tries, changes;
    uint32_t without_choice; /* reviews since which nobody had told of another practice */
    sim_time changed;        /* for the first time; -1: not yet */
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

/* --- fares.c --- */

/* Writes down how the books stand now. */
void fares_begin(struct site *site, struct fare_books *books);
/* How the site fared since then. */
struct fares fares_since(struct site *site, const struct fare_books *then);
/* Sum of the log ratios of one to the other, with the weights of the settings: above 0, the first is better;
 * infinite where the other brings nothing. */
double fares_score(const struct adoption_settings *settings, const struct fares *one,
                   const struct fares *other);
/* Chance of a change to what scores so much better: r^s / (1 + r^s), r = exp(score). */
double fares_chance(const struct adoption_settings *settings, double score);

/* --- adoption.c, for trials.c --- */

void adoption_change(struct site *site, uint32_t practice);

/* --- trials.c --- */

/* Schedules the first experiment, where sites make any. */
void trials_begin(struct site *site);
void on_site_experiments(struct site *site, const struct event *event);
void on_trial_ends(struct site *site, const struct event *event);

void on_site_told(struct site *site, const struct event *event);
void on_site_reviews(struct site *site, const struct event *event);
void on_site_tries(struct site *site, const struct event *event);

#endif
