/* The gifts and needs of one site, as the files of this folder see them. */
#ifndef GIFTS_GIFTS_PARTS_H
#define GIFTS_GIFTS_PARTS_H

#include "conversation/conversation.h"
#include "gifts/gifts.h"
#include "kernel/run.h"
#include "people/people.h"
#include "travel/travel.h"

struct group;
struct item;
struct setup;
struct task_lane;
struct turn;

/* NEED_AWAY: it went to another site with its owner, and is in the books there, or under way. */
enum need_state { NEED_OPEN, NEED_MET, NEED_LAPSED, NEED_AWAY };

/* How a need and who meets it came together. */
enum channel { BY_CIRCLE, BY_ASSEMBLY, BY_NAME, BY_CARD, BY_BOARD, BY_STOCK, BY_PURCHASE, CHANNELS };

struct need {
    uint32_t owner; /* a person, or NOBODY: */
    uint32_t group; /* of a working group with this number, plus 1 */
    uint32_t next;  /* of the same owner, the next younger open one, plus 1 */
    uint32_t helper;
    uint16_t type;
    uint8_t state, channel; /* enum need_state, enum channel */
    uint32_t at_home;       /* of a guest: its number at her home; 0: it has none there yet */
    sim_time help;          /* how long it takes */
    sim_time arose, closed;
    sim_time opened, open_time; /* here: since when it is open, and how long it was before */
    sim_time lapses;            /* SIM_NEVER: it does not */
    struct event_ticket lapse;
    struct guest_home of, by; /* where owner and helper are at home; of who is a person, once it is met */
};

struct gift {
    uint32_t owner;
    uint32_t next;    /* of the same owner, the next younger one, plus 1 */
    uint32_t uses;    /* left */
    uint32_t brought; /* left when it was last there, and what was used of it here before */
    uint32_t at_home; /* of a guest: as of a need */
    uint16_t type;
    sim_time lapses; /* SIM_NEVER: it does not */
};

/* What somebody knows of, or tells: a need or a gift. */
struct thing {
    uint32_t number; /* plus 1; 0: nothing */
    bool is_gift;
};

static const struct thing no_thing = {0, false};

/* The same for one thing only; 0 for none. */
static inline uint32_t tag_of(struct thing thing)
{
    return thing.number * 2 + (thing.is_gift ? 1 : 0);
}

static inline struct thing thing_of(uint32_t tag)
{
    return (struct thing){tag / 2, tag % 2 == 1};
}

/* Its type stands here too, so that who looks for what fits need not look at all things themselves. */
struct in_mind {
    uint32_t tag;
    uint16_t type;
    sim_time until;
};

/* What each person has in mind: `room` places a person, the oldest gives way. */
struct minds {
    struct in_mind *places; /* of one person after the other */
    uint32_t room;
};

/* What there is of one person, in one place: with many sites little of it is in a cache when she is looked
 * at. */
struct of_person {
    uint32_t first_need, first_gift; /* her oldest open ones, plus 1 */
    uint32_t types;                  /* a bit for each type of her gifts, of those with the same bit */
    uint32_t kept;                   /* in mind so far, also what gave way */
    uint32_t cards;                  /* in hand */
    uint32_t seen;                   /* notes that had been put up when she last looked */
    sim_time given;                  /* the time of her help */
};

/* Many of one kind that keep their numbers, in blocks: none is copied when more come. */
struct pool {
    void **blocks;
    uint32_t count, room; /* room: of blocks */
};
enum { POOL_BLOCK = 64 };

/* What was told in the circle that has this place among the circles of the site. */
struct told_there {
    uint32_t circle; /* its number */
    uint32_t count, room;
    struct thing *things;
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
    struct pool all;
    uint32_t *sits;      /* by person who was there at the start: her place in a standing arrangement */
    uint32_t *sitting;   /* who sits at each of these places */
    uint64_t lost, away; /* cards */
    uint64_t matches, match_hops; /* needs met by a card, and after how many hops */
};

struct note {
    uint32_t tag;    /* of the thing */
    uint32_t number; /* from 1, in the order in which they were put up */
};

/* What hangs at the board, the newest last. What has ended meanwhile is taken off when room is needed. */
struct notes {
    const struct board_settings *settings; /* NULL: there is no board */
    struct note *all;
    uint32_t count, room;
    uint32_t put_up; /* so far */
    uint32_t drawn;  /* candidates so far */
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
    sim_time given;           /* help */
    sim_time given_by_guests; /* of it */
    uint64_t fell_through;
    uint64_t brought, away;         /* needs of guests, one more each time; needs that are away */
    uint64_t sent, sent_late, come; /* needs and gifts that travel; late: they arrive after the end */
    uint64_t uses_begun, uses_late; /* of gifts that arose here; of gifts that arrive after the end */
    uint64_t with_guests;           /* needs that were met, of a guest or by one */
};

/* What does not change. */
struct gift_terms {
    const struct gift_settings *settings;
    const struct parts *parts; /* of this site */
    const struct people *people;
    const struct luck *luck;
    struct arena *arena;
    const double *weight; /* of all types up to each, added up */
    uint32_t site;
    sim_time ends; /* of the run */
};

struct gifts {
    struct gift_terms terms;
    struct pool needs, gifts; /* all that ever arose */
    struct of_person *persons;
    struct minds minds;
    struct told_there *told; /* by place of the circle */
    uint32_t told_room;
    uint32_t arising[2]; /* candidates so far, for a need and a gift; they name the draws */
    struct cards cards;
    struct notes notes;
    struct stock stock;
    struct lacks lacks;
    bool *learned; /* by seat of a circle, for one turn */
    uint32_t learned_room;
    struct gift_tally tally;
};

/* Somebody who belongs here, and is here. */
static inline bool lives_here(const struct gifts *gifts, uint32_t person)
{
    return person_belongs(gifts->terms.people, person) && person_is_here(gifts->terms.people, person);
}

/* Somebody who can have needs and gifts here. */
static inline bool takes_part(const struct gifts *gifts, uint32_t person)
{
    return person_is_here(gifts->terms.people, person) &&
           (gifts->terms.settings->travel || person_belongs(gifts->terms.people, person));
}

/* Keys what this person decides; of a guest as at home. */
static inline uint32_t gift_luck(const struct gifts *gifts, uint32_t person)
{
    if (!gifts->terms.settings->travel || person_belongs(gifts->terms.people, person))
        return person_luck(gifts->terms.people, person);
    const struct guest_home who = travel_home_of(gifts->terms.parts, person);
    return person_luck_at(who.site, who.person);
}

static inline uint64_t needs_open(const struct gift_tally *tally)
{
    return tally->arisen + tally->brought - tally->met - tally->lapsed - tally->away;
}

static inline struct need *need_of(const struct gifts *gifts, uint32_t number)
{
    return (struct need *)gifts->needs.blocks[(number - 1) / POOL_BLOCK] + (number - 1) % POOL_BLOCK;
}

static inline struct gift *gift_of(const struct gifts *gifts, uint32_t number)
{
    return (struct gift *)gifts->gifts.blocks[(number - 1) / POOL_BLOCK] + (number - 1) % POOL_BLOCK;
}

/* By its place, from 0. */
static inline struct card *card_at(const struct cards *cards, uint32_t place)
{
    return (struct card *)cards->all.blocks[place / POOL_BLOCK] + place % POOL_BLOCK;
}

/* Soon looked at: asks for the memory of a person, and of what she has in mind. With many sites it is in no
 * cache. */
static inline void person_is_expected(const struct gifts *gifts, uint32_t person)
{
    const struct in_mind *places = gifts->minds.places + (size_t)person * gifts->minds.room;
    __builtin_prefetch(&gifts->persons[person]);
    for (uint32_t i = 0; i < gifts->minds.room; i += 64 / sizeof *places)
        __builtin_prefetch(&places[i]);
}

static inline bool gift_is_open(const struct gift *gift, sim_time now)
{
    return gift->uses > 0 && now < gift->lapses;
}

/* --- things.c --- */

/* One more: its number, from 1. */
uint32_t gifts_pool_adds(struct pool *pool, struct arena *arena, size_t size);
/* Brings the time that needs were open up to date. */
void gifts_count_time(struct gifts *gifts, sim_time now);
/* A need of a person begins, or one of a group (plus 1, without an owner); it is the last one. A gift begins:
 * its number; it goes last in the list of its owner. */
struct need *need_begins(struct gifts *gifts, uint32_t owner, uint32_t group, uint16_t type, sim_time now);
uint32_t gift_begins(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time lapses);
void gift_goes_last(struct gifts *gifts, uint32_t number);
/* A need or gift of a guest that did not arise here, as one that is away: their numbers. */
uint32_t need_added_away(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time now);
uint32_t gifts_add_away(struct gifts *gifts, uint32_t owner, uint16_t type);
/* A need is open from now on: one that comes home, or a new one of a guest. It lapses when it has to. */
void need_opens(struct site *site, uint32_t number);
/* It lapses at this instant, which may be over. */
void need_expects_end(struct site *site, uint32_t number, sim_time lapses);
/* An open need is met, lapses, or goes away with its owner: it is open no more. */
void need_closes(struct site *site, struct need *need, enum need_state state);
void on_need_lapses(struct site *site, const struct event *event);
/* An open need with this number lapses. */
void need_lapses(struct site *site, uint32_t number);
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

struct notes notes_new(const struct board_settings *settings);
void notes_start(struct site *site);
/* The owner of a new need or gift may put it up. */
void note_is_put_up(struct site *site, struct thing thing, uint32_t owner);
void on_notes_read(struct site *site, const struct event *event);

/* --- arising.c --- */

void gifts_start(struct site *site);
void on_need_arises(struct site *site, const struct event *event);
void on_gift_arises(struct site *site, const struct event *event);
/* Her needs lapse, her gifts are withdrawn, and she forgets. */
void gifts_let_go(struct site *site, uint32_t person, uint32_t why);
/* --- minds.c --- */

void mind_keeps(struct gifts *gifts, uint32_t person, struct thing thing, sim_time now);
/* What she has in mind at this place, from 0 for the newest; nothing: it is forgotten, or was never there. */
struct thing mind_at(const struct gifts *gifts, uint32_t person, uint32_t place, sim_time now);
/* Of what she has in mind the newest that fits: gifts of others to a need, or needs to a gift; 0: none. */
uint32_t mind_fitting(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now);
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
void cards_let_go(struct site *site, uint32_t person);

/* --- passing.c --- */

/* To whom a card goes from this person; NOBODY: there is nobody. */
uint32_t passing_next_holder(struct site *site, uint32_t person, struct draw *draw);

/* --- carrying.c --- */

/* moments.h */
void gifts_traveller_goes(struct site *site, uint32_t person, uint32_t to, const struct guest_home *who);
void on_need_carried(struct site *site, const struct event *event);
void on_gift_carried(struct site *site, const struct event *event);

/* --- books.c --- */

void gifts_settle(struct site *site, sim_time ends);
/* Of all sites: what must balance at the end of a run. */
void gifts_settle_all(struct parts *const *parts, uint32_t sites);

#endif
