/* Gifts and needs: who needs help, who could give it, and how the two learn of each other.
 *
 * A need has a type and a length, and lapses; a gift has a type and a number of uses, and lapses too. Both
 * arise in people as Poisson processes. Somebody with a fitting gift who learns of an open need meets it with
 * her chance `generosity`, drawn once for a need and a person; of several the first by seat does. What was
 * agreed is done `arrange` later.
 *
 * Information is all there is to it. In a circle whose stage shares needs or offers, a turn tells one: the
 * speaker's own oldest one that was not told in this circle, else one that she has in mind, with the chance
 * `retell`. Who hears one that is not matched there keeps it in mind for a while. Who hears a need, and has a
 * fitting gift of somebody else in mind, names her, and she is asked one lookahead later; and the same the
 * other way round. Nobody knows whether what she has in mind is still open.
 *
 * Needs and gifts stay at the site, and guests neither help there nor keep anything in mind. With `travel`
 * who goes to another site takes her needs and gifts along (carrying.c), and takes part there; what others
 * need and can give, whom she may name, stays in mind at the site of those others.
 *
 * What must hold, and is required at the end of every run: needs that arose = open + met + lapsed, those that
 * travelled counted where they are; the time that needs were open, added up need by need, is their number
 * integrated over time (Little 1961); every use of a gift that is gone met a need; the hours that people gave
 * are those of the help that was given.
 */
#ifndef GIFTS_GIFTS_H
#define GIFTS_GIFTS_H

#include "gifts/numbers.h"
#include "parts.h"
#include "scenario/field.h"

struct gift_settings {
    double needs_per_hour, gifts_per_hour; /* of a person */
    int64_t start_needs, start_gifts;      /* of a site */
    int64_t types;
    double zipf;
    sim_time help;                           /* mean length of what a need asks for */
    int64_t uses;                            /* of a gift */
    sim_time need_half_life, gift_half_life; /* 0: they do not lapse */
    sim_time arrange;
    double generosity;
    double retell;
    int64_t minds;   /* needs and gifts of others that a person has in mind */
    sim_time forget; /* half-life; 0: never */
    sim_time need_minutes;
    double donations_per_hour; /* to a site */
    bool travel;               /* people who are guests at another site take part there */
};

extern const struct section gift_section;

/* Cards: a need is also written on a card that goes from hand to hand, each time to somebody drawn among
 * people who are here. Who gets it learns of the need. It can get lost on the way, and who has her hands full
 * does not take it. Once the need is met or has lapsed, the card is put away. */
struct card_settings {
    double use; /* share of needs */
    sim_time hop;
    double loss; /* each time that it is passed on */
    int64_t hand;
    const struct card_way *along;
    double reach; /* weight of anybody, beside the strength of ties */
    int64_t circles, circle_size;
};

/* Among whom the next holder is drawn. */
struct card_way {
    struct choice choice;
    bool by_ties;  /* with the weight of ties */
    bool standing; /* only who sits in a circle with her in a standing arrangement: */
    bool across,
        hosts_meet; /* the first of each circle, the second, ... are circles too; the hosts are one */
};

extern const struct section card_section;
extern const struct choice *const card_ways[];

enum { MOST_IN_MIND = 64 };

/* A need counts in `needs_met` when it arose so long before the end of the run. */
#define NEED_HAD_TIME (14 * SIM_DAY)

/* The board: needs and gifts are put up there, and taken off when they are open no more. Who comes by reads
 * the newest that she has not seen. At a site with a forum this is the forum. */
struct board_settings {
    double use; /* share of needs and gifts */
    double reads_per_hour;
    int64_t page;
    sim_time note_length;
    double retention;
};

/* What tasks of working groups lack: a need of the group. Its members tell it in circles, or the group asks
 * the assembly, which buys it. */
struct resource_settings {
    double lack; /* share of tasks */
    double short_pace;
    const struct resource_way *ask;
    sim_time purchase;
};

struct resource_way {
    struct choice choice;
    bool circle, assembly;
};

extern const struct section board_section, resource_section;
extern const struct choice *const resource_ways[];

struct checking;
struct scenario;
struct weight;
/* Reports what the table cannot say, and notes what is given in vain (checking.h). */
void gifts_check(const struct checking *checking);
void gifts_note(const struct checking *checking);
/* Memory before the first event (mechanism.h). */
struct weight gifts_weigh(const struct checking *checking);
/* Whether anybody has a need in this scenario. */
bool gifts_are_there(const struct scenario *scenario);
bool gifts_travel(const struct scenario *scenario);
bool gifts_have_cards(const struct scenario *scenario);
bool gifts_have_board(const struct scenario *scenario);
bool gifts_are_donated(const struct scenario *scenario);
bool gifts_are_lacked(const struct scenario *scenario);

/* The gifts and needs of a site (gifts_parts.h). */
struct gifts;

/* NULL where nobody has a need. */
PART(gifts, GIFTS_NUMBER)

#endif
