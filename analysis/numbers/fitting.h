/* Which plausible worlds agree with the record, and what that says of the numbers that they differ in.
 *
 * Rejection (Pritchard et al. 1999; Beaumont, Zhang & Balding 2002): of the worlds of a sample, the share
 * that is nearest to the record is kept. How far a world is from a number of the record is the distance of
 * its mean (over the runs of the design that was held there) from that number, in half widths of the range
 * that the record states, or in its tolerance; how far it is from the record is the root mean square of
 * these. Not the largest of them: a number that no world can reach would then decide alone which worlds are
 * kept.
 *
 * Of each factor the range in the kept worlds is set beside the range in all. The record says something about
 * a factor where the range from 10 to 90 % is narrower than it is, but in rare cases, in as many worlds drawn
 * at random from the same sample; of a factor of choices, where their counts differ so. The chances of all
 * factors are held to 5 % together (Holm 1979), so that in 19 of 20 files no number is named by luck alone.
 */
#ifndef ANALYSIS_FITTING_H
#define ANALYSIS_FITTING_H

#include "analysis/numbers/worlds.h"

/* Fewest worlds that are kept, and fewest of which they can be: with 20, the range of the kept from 5 to 95 %
 * holds nine of ten. */
enum { FITTING_FEWEST_KEPT = 20, FITTING_FEWEST = 2 * FITTING_FEWEST_KEPT };

enum fitting_lack {
    FITTING_FINE,
    FITTING_NO_RECORD, /* no number of the record has a range or tolerance */
    FITTING_NO_SAMPLE, /* the file has no sample of worlds */
    FITTING_TOO_FEW,   /* fewer worlds than can be told from luck have values to compare */
};

/* 10, 50 and 90 % of worlds have less; and 5 and 95 %. */
struct fitting_range {
    double low, middle, high, lowest, highest;
};

/* A factor in all worlds and in the kept ones. */
struct fitting_number {
    size_t factor;
    struct fitting_range prior, kept;       /* in the unit of the factor; nothing of choices */
    struct fitting_range prior_at, kept_at; /* the same as places in its range, from 0 to 1 */
    size_t choice;                          /* of choices: the one that most of the kept worlds have */
    size_t prior_have, kept_have;           /* worlds that have it */
    double narrower;                        /* width of the kept range, as a share of that of the prior */
    double chance;                          /* that as many worlds drawn at random would show so much */
    bool is_told;                           /* the record says something about it */
};

/* A number of the record, in all worlds. */
struct fitting_found {
    const struct results_found *found;
    double unit; /* what distances are measured in; 0: the record states neither range nor tolerance */
    size_t worlds, reached; /* worlds that have a value, and of these the ones that are in its range */
    size_t kept_reached;    /* of the kept ones */
    double least, most;     /* of the means of worlds */
};

/* A design against the base, in all worlds that are compared and in the kept ones. */
struct fitting_design {
    size_t design;
    size_t worlds, ahead, behind;
    size_t kept, kept_ahead, kept_clearly_ahead, kept_behind, kept_clearly_behind;
};

struct fitting {
    const struct results *results;
    enum fitting_lack lack;   /* where it is not FITTING_FINE, nothing below but `found` holds */
    size_t design;            /* the one whose runs are held against the record */
    size_t measure, base;     /* of what is compared below */
    double share;             /* that was asked for */
    size_t allowed;           /* kept beyond that share, within the range of every number */
    size_t worlds, kept;      /* worlds that have all values; so many are kept */
    size_t without;           /* worlds that lack one of the values */
    double nearest, farthest; /* distance of the nearest world, and of the farthest that is kept */
    const bool *is_kept;      /* by world */
    const struct fitting_number *numbers; /* all factors, the narrowest first */
    size_t number_count, told;
    const struct fitting_found *found;
    size_t found_count;
    const struct fitting_design *designs;
    size_t design_count;
};

/* Whether a file can have any of it, by what is known without its numbers. */
enum fitting_lack fitting_lacks(const struct results *results);

/* What is kept of the worlds of which `told` speaks. NULL with trouble where the numbers cannot be read. In
 * `arena`. */
const struct fitting *fitting_of(struct results *results, const struct worlds_told *told, struct arena *arena,
                                 struct trouble *trouble);

#endif
