/* The gifts and needs of one site, as the files of this folder see them. */
#ifndef GIFTS_GIFTS_PARTS_H
#define GIFTS_GIFTS_PARTS_H

#include "conversation/conversation.h"
#include "gifts/gifts.h"
#include "kernel/run.h"
#include "people/people.h"

struct group;
struct item;
struct setup;
struct task_lane;
struct turn;

enum need_state { NEED_OPEN, NEED_MET, NEED_LAPSED };

/* How a need and who meets it came together. */
enum channel { BY_CIRCLE, BY_ASSEMBLY, BY_NAME, BY_CARD, BY_BOARD, BY_STOCK, BY_PURCHASE, CHANNELS };

struct need {
    uint32_t owner; /* a person, or NOBODY: */
    uint32_t group; /* of a working group with this number, plus 1 */
    uint32_t next;  /* of the same owner, the next younger open one, plus 1 */
    uint32_t helper;
    uint16_t type;
    uint8_t state, channel; /* enum need_state, enum channel */
    sim_time help;          /* how long it takes */
    sim_time arose, closed;
    struct event_ticket lapse;
};

struct gift {
    uint32_t owner;
    uint32_t next; /* of the same owner, the next younger one, plus 1 */
    uint32_t uses; /* left */
    uint16_t type;
    sim_time lapses; /* SIM_NEVER: it does not */
};

/* What somebody knows of, or tells: a need or a gift. */
struct thing {
    uint32_t number; /* plus 1; 0: nothing */
    bool is_gift;
};

static const struct thing no_thing = {0, false};

struct in_mind {
    struct thing thing;
    sim_time until;
};

/* What each person has in mind: `room` places a person, the oldest gives way. */
struct minds {
    struct in_mind *places; /* of one person after the other */
    uint32_t *kept;         /* by person: so far, also what gave way */
    uint32_t room;
};

/* What was told in the circle that has this place among the circles of the site. */
struct told_there {
    uint32_t circle; /* its number */
    uint32_t count, room;
    struct thing *things;
};

/* All that ever arose; they keep their numbers. `first`: by person, her oldest, plus 1. */
struct needs {
    struct need *all;
    uint32_t count, room;
    uint32_t *first;
};
struct gift_pool {
    struct gift *all;
    uint32_t count, room;
    uint32_t *first;
};

enum card_state { CARD_PASSES, CARD_LOST, CARD_AWAY };

/* Of a need, with its number; a need has one at most. */
struct card {
    uint32_t need, holder;
    uint32_t hops, tries; /* so far; a try may find nobody who takes it */
    uint8_t state;        /* enum card_state */
};

struct cards {
    const struct card_settings *settings; /* NULL: nobody writes any */
    struct card *all;
    uint32_t count, room;
    uint32_t *in_hand;   /* by person */
    uint32_t *sits;      /* by person who was there at the start: her place in a standing arrangement */
    uint32_t *sitting;   /* who sits at each of these places */
    uint64_t lost, away; /* cards */
    uint64_t matches, match_hops; /* needs met by a card, and after how many hops */
};

/* What hangs at the board, the newest last; `seen`: by person, how many there were when she last looked. */
struct notes {
    const struct board_settings *settings; /* NULL: there is no board */
    struct thing *all;
    uint32_t count, room;
    uint32_t *seen;
    uint32_t drawn; /* candidates so far */
    uint64_t read;
    sim_time read_time;
};

/* What was given from outside and waits for a need: by type. */
struct stock {
    uint32_t *left;
    uint64_t come, waiting;
};

/* What a task in hand of a group lacks. */
struct lack {
    uint32_t need;           /* plus 1; 0: nothing, any more */
    uint32_t task;           /* the last one that was looked at */
    const struct item *item; /* before the assembly; NULL: it is not */
};

struct lacks {
    const struct resource_settings *settings; /* NULL: no task lacks anything */
    struct lack *of_task;                     /* by group, `lanes` each: groups/work.h */
    uint32_t room, lanes;
    uint64_t lacked, found, bought, asked;
    sim_time waited; /* of those that were found */
};

struct gift_tally {
    uint64_t arisen, met, lapsed; /* needs */
    uint64_t by[CHANNELS];        /* of those that were met */
    uint64_t early, early_met;    /* of those that had time */
    uint64_t uses;                /* of gifts, spent */
    uint64_t told, learned;       /* turns that told something; times that somebody learned of it */
    uint64_t across, known_pairs; /* met by somebody who never sat with the owner; of so many */
    sim_time waited;              /* of those that were met */
    uint64_t of_people;           /* of those that were met: of persons, not of groups */
    sim_time waited_people;       /* they */
    sim_time open_time;           /* of all needs, until `counted` */
    sim_time counted;
    sim_time given; /* help */
    uint64_t fell_through;
};

/* What does not change. */
struct gift_terms {
    const struct gift_settings *settings;
    const struct people *people;
    const struct luck *luck;
    struct arena *arena;
    const double *weight; /* of all types up to each, added up */
    uint32_t site;
    sim_time ends; /* of the run */
};

struct gifts {
    struct gift_terms terms;
    struct needs needs;
    struct gift_pool gifts;
    struct minds minds;
    struct told_there *told; /* by place of the circle */
    uint32_t told_room;
    uint32_t arising[2]; /* candidates so far, for a need and a gift; they name the draws */
    sim_time *given;     /* by person: time of the help that she gave */
    struct cards cards;
    struct notes notes;
    struct stock stock;
    struct lacks lacks;
    bool *learned; /* by seat of a circle, for one turn */
    uint32_t learned_room;
    struct gift_tally tally;
};

/* Somebody who can have needs and gifts here. */
static inline bool takes_part(const struct gifts *gifts, uint32_t person)
{
    return person_belongs(gifts->terms.people, person) && person_is_here(gifts->terms.people, person);
}

static inline struct need *need_of(const struct gifts *gifts, uint32_t number)
{
    return &gifts->needs.all[number - 1];
}

static inline struct gift *gift_of(const struct gifts *gifts, uint32_t number)
{
    return &gifts->gifts.all[number - 1];
}

static inline bool gift_is_open(const struct gift *gift, sim_time now)
{
    return gift->uses > 0 && now < gift->lapses;
}

/* --- things.c --- */

/* Brings the time that needs were open up to date. */
void gifts_count_time(struct gifts *gifts, sim_time now);
/* A need of a person begins, or one of a group (plus 1, without an owner); it is the last one. A gift begins:
 * its number. */
struct need *need_begins(struct gifts *gifts, uint32_t owner, uint32_t group, uint16_t type, sim_time now);
uint32_t gift_begins(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time lapses);
/* An open need is met, or lapses: it is open no more. */
void need_closes(struct site *site, struct need *need, enum need_state state);
/* Her next open gift after this one, 0 for the first; 0: there is none. What is used up or has lapsed is
 * taken out of the list on the way. */
uint32_t gift_next_open(const struct gifts *gifts, uint32_t person, uint32_t after, sim_time now);
/* Her oldest open gift of this type, or NULL. */
struct gift *gift_fitting(const struct gifts *gifts, uint32_t person, uint32_t type, sim_time now);

/* A type, the first with the greatest weight. */
uint16_t gifts_draw_type(const struct gifts *gifts, struct draw *draw);

/* --- resources.c --- */

/* What the task in this lane of a group lacks, to be written by this folder. */
struct lack *lacks_of_task(struct gifts *gifts, const struct group *group, uint32_t lane);
/* moments.h */
void gifts_task_is_put_down(struct site *site, const struct group *group, const struct task_lane *lane);
double gifts_pace_of_work(struct site *site, const struct group *group, const struct task_lane *lane);
void gifts_group_changes(struct site *site, const struct group *group, uint32_t before);
/* The need of a group was met: its work goes on at full pace. */
void lacks_found(struct site *site, const struct need *need, enum channel channel);
/* The open need of a group that a person is in, in place `which`, plus 1, the first of several; 0: none. */
uint32_t lacks_of_person(struct site *site, uint32_t person, uint32_t which);

/* --- purchases.c --- */

void gifts_task_is_worked(struct site *site, const struct group *group, const struct task_lane *lane);
void gifts_proposal_decided(struct site *site, const struct item *item);
void on_purchase(struct site *site, const struct event *event);

/* --- stock.c --- */

struct stock stock_new(const struct gift_settings *settings, struct arena *arena);
/* A new need draws on the stock: true when it is met. */
bool stock_meets(struct site *site, uint32_t need);
void stock_start(struct site *site);
void on_donation(struct site *site, const struct event *event);

/* --- notes.c --- */

struct notes notes_new(const struct board_settings *settings, const struct people *people,
                       struct arena *arena);
void notes_start(struct site *site);
/* The owner of a new need or gift may put it up. */
void note_is_put_up(struct site *site, struct thing thing, uint32_t owner);
void on_notes_read(struct site *site, const struct event *event);

/* --- arising.c --- */

void gifts_start(struct site *site);
void on_need_arises(struct site *site, const struct event *event);
void on_gift_arises(struct site *site, const struct event *event);
void on_need_lapses(struct site *site, const struct event *event);
/* Her needs lapse, her gifts are withdrawn, and she forgets. */
void gifts_let_go(struct site *site, uint32_t person, uint32_t why);
/* --- minds.c --- */

void mind_keeps(struct gifts *gifts, uint32_t person, struct thing thing, sim_time now);
/* What she has in mind at this place, from 0 for the newest; nothing: it is forgotten, or was never there. */
struct thing mind_at(const struct gifts *gifts, uint32_t person, uint32_t place, sim_time now);
bool mind_has(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now);
void mind_is_empty(struct gifts *gifts, uint32_t person);

/* --- matching.c --- */

/* An open need is met through this channel; `helper` NOBODY: by no person of this site. */
void need_is_met(struct site *site, uint32_t number, uint32_t helper, enum channel channel);
/* She learns of a need: true when she meets it. */
bool need_is_met_by(struct site *site, uint32_t number, uint32_t person, enum channel channel);
/* She learns of a need that nobody here meets, or of a gift that nobody here takes: she keeps it in mind, and
 * names whom it could concern. */
void person_learns_of_help(struct site *site, struct thing thing, uint32_t person);
/* She learns of a gift: true when it meets a need of hers. */
bool gift_is_taken_by(struct site *site, uint32_t number, uint32_t person, enum channel channel);
/* Something has just arisen: its owner looks whether she has in mind what fits. */
void need_looks_for_help(struct site *site, uint32_t need);
void gift_looks_for_use(struct site *site, uint32_t gift);
void on_person_asked(struct site *site, const struct event *event);
void on_help_is_given(struct site *site, const struct event *event);

/* --- telling.c --- */

/* moments.h */
sim_time gifts_telling_takes(struct site *site, const struct circle *circle, uint32_t person);
void gifts_hear_turn(struct site *site, const struct circle *circle, const struct turn *turn);

/* --- cards.c --- */

struct cards cards_new(const struct card_settings *settings, const struct setup *setup);
/* The owner of a new need may write it on a card. */
void card_is_written(struct site *site, uint32_t need);
void on_card_passes(struct site *site, const struct event *event);
/* She is about to leave: what she has in hand is lost. */
void cards_let_go(struct gifts *gifts, uint32_t person);

/* --- passing.c --- */

/* To whom a card goes from this person; NOBODY: there is nobody. */
uint32_t passing_next_holder(struct site *site, uint32_t person, struct draw *draw);

/* --- books.c --- */

void gifts_settle(struct site *site, sim_time ends);

#endif
