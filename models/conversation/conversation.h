/* The one primitive: a circle of people, on one matter, with one speaking channel.
 *
 * Every process is a choreography of conversations. A speaking turn is an event: somebody gets the floor,
 * says something new or something known, and everybody else in the circle hears it when the turn ends. A
 * circle holds what it needs of its members in contiguous arrays, one entry a seat, so that hearing is a pass
 * over memory.
 *
 * What must hold, and is required at the end of every run: turns times listeners, counted by the circles,
 * equals the turns heard, counted by the people; time times members, counted by the circles, equals the time
 * seated, counted by the people. Hence hearings per person-minute = turn rate * (1 - 1 / circle size),
 * whatever the number of circles.
 */
#ifndef CONVERSATION_CONVERSATION_H
#define CONVERSATION_CONVERSATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "conversation/numbers.h"
#include "kernel/run.h"
#include "knowledge/knowledge.h"
#include "parts.h"
#include "people/people.h"
#include "scenario/field.h"

struct influence_rule;
struct floor_rule;
struct content_rule;

struct conversation_settings {
    sim_time facet_minutes; /* mean length of a turn */
    double turn_cv;
    sim_time gap_stack, gap_circle;
    bool amplified;                                      /* no people's mic needed */
    int64_t wave_from, two_waves_from, three_waves_from; /* circle sizes */
    double recency;
    double urge;  /* added weight of somebody with something new to say */
    double hands; /* raised per hour by a person of weight 1 */
    double repeat;
    double retention;
    double advocacy;
    const struct content_rule *content;
    int64_t split_above; /* unfacilitated circles larger than this fall apart */
    int64_t lull;        /* turns without anything new after which a matter is talked out */
    double digest_ratio;
    sim_time report_length;
    double report_loss;
};

struct opinion_settings {
    const struct influence_rule *influence;
    double confidence;
    double step;
    double argument_weight;
    double stubbornness;
    struct field_list weights;        /* people x people, row by row; empty: all alike */
    struct field_list susceptibility; /* one a person; empty: 1 - stubbornness */
};

extern const struct section conversation_section;
extern const struct section opinion_section;

struct checking;
/* Reports mistakes that the tables cannot find (checking.h). */
void conversation_check(const struct checking *checking);

enum sharing {
    SHARE_FACETS,
    SHARE_FEELINGS,
    SHARE_NOTHING,
    SHARE_STORIES,
    SHARE_NEEDS,
    SHARE_OFFERS,
    SHARE_THANKS,
};

/* How a circle talks: fixed by the stage of the method. */
struct manner {
    const struct floor_rule *floor;
    sim_time cap; /* per turn; 0: none */
    enum sharing shares;
    bool facilitated;
    bool in_one; /* its form holds it together: people sit around it, confer with it, or make it themselves */
};

/* Who holds a circle together, where that takes somebody of skill. Where it does not (`needed`), nothing here
 * is read, and the manner of the stage says all. What goes wrong does so with the chances below times what is
 * missing of full skill. */
struct circle_holding {
    bool needed;
    uint32_t by; /* a person who sits there; NOBODY: the circle falls apart as if it were not facilitated */
    float skill; /* hers, 0 to 1; 0 where nobody holds it */
    float stray; /* a turn carries nothing */
    float slip;  /* the order of the floor is not kept for a turn; a large circle falls apart at a turn */
    float back;  /* factor of her own wish to speak */
};

#define SPOKE_BEFORE 0.5F

/* How those who sit there feel, true at `computed.felt` of the circle. */
struct seat_bodies {
    float *energy;
    float *tension;
};

/* What they know and think of the matter. */
struct seat_minds {
    float *leaning;   /* social part of the opinion */
    float *first;     /* leaning at first */
    float *known;     /* facets known */
    float *agreed;    /* of those, facets that speak for the matter as it stands */
    float *opinion;   /* leaning and arguments together */
    uint32_t *facets; /* 32 of them a word: facets 32 w to 32 w + 31 of seat i at facets[w * room + i] */
};

/* How much they want to speak. */
struct seat_wishes {
    float *talk;   /* propensity times willingness before this many listeners */
    float *urge;   /* factor on the bid of somebody with something to say that was not voiced here */
    float *bid;    /* weight for the next turn */
    float *hand;   /* 1 when raised, else 0 */
    float *spoken; /* turns in this circle and stage; SPOKE_BEFORE: none, but in the stages before */
};

/* Since when they have been counted: they sat down, or the books were brought up to date. */
struct seat_joinings {
    uint32_t *turns;
    sim_time *at;
};

/* The seats of a circle. All arrays have `room` entries and start on a cache line. */
struct seats {
    uint32_t count, room;
    uint32_t *person;
    struct seat_bodies body;
    struct seat_minds mind;
    struct seat_wishes wish;
    struct seat_joinings joined;
    float *lane; /* draws, or positions shown, for one loop at a time */
};

/* Facets in a word of the seats: half of those in a word elsewhere, as wide as a float, so that both fit the
 * same vectors. */
enum { SEAT_WORD_BITS = 32, SEAT_WORDS = MOST_FACETS / SEAT_WORD_BITS, SEATS_AT_ONCE = 16 };

enum { MOST_SAID = 64, NOTHING_NEW = 0xFFFF };

/* What is being said. */
struct turn {
    uint32_t speaker; /* a person, or NOBODY for a pause */
    uint32_t said;    /* facets */
    bool is_new;      /* brings something that was not voiced here */
    bool strays;      /* has to do with something else: carries nothing, and moves nobody */
    bool bursts;      /* it is an outburst too */
    uint16_t facet[MOST_SAID];
    sim_time began;
    sim_time length;
};

struct circle;

/* Decides what a circle does with its channel. */
struct guide {
    /* The channel is free: after a turn, a pause, or the arrival of somebody in a silent circle. `ended` is
     * the turn or pause that was just heard. Start the next one, or leave the circle silent. */
    void (*channel_free)(struct site *site, struct circle *circle, const struct turn *ended);
};

/* How others name a circle; set when it is opened. */
struct circle_id {
    uint32_t index;      /* in the conversation */
    uint32_t generation; /* of this use of the struct */
    uint32_t number;     /* counts the circles of a site from 1 */
    uint32_t group;      /* circles of one group split from each other and share a matter and a host */
    uint32_t luck;       /* entity of the circle's draws */
};

/* Who speaks now and who comes next; written by turn.c and the rules of the floor. */
struct circle_channel {
    bool busy; /* a turn or pause is under way */
    struct turn turn;
    struct event_ticket ending;
    uint32_t last, before_last; /* speakers */
    uint32_t *queue;            /* raised hands, first come first */
    uint32_t queued, queue_room;
    uint32_t ring; /* whose turn it is in a go-round */
};

/* What has been said so far; written by turn.c and hearing.c. */
struct circle_talk {
    struct facet_set voiced;
    struct facet_set said; /* of its matter, by somebody who sat here; in this round of the stage */
    uint32_t turns, novel; /* novel: turns that brought something new */
    uint32_t turns_before; /* of these, in the stages before */
    uint32_t dull;         /* turns in a row without anything new; those that stray are passed over */
};

/* For what the arrays of the seats were last computed; written by hearing.c, reset where a seat changes. */
struct circle_computed {
    sim_time felt;              /* until when energy and tension are true */
    uint32_t size;              /* the size of the circle for which seats.wish.talk was computed */
    bool urged;                 /* seats.wish.urge was computed for those who sit here and for: */
    struct facet_set urged_for; /* what is talked about and was not voiced */
};

/* Where a circle is counted, and since when at its present size; written by circle.c. */
struct circle_books {
    struct tally *tally;
    sim_time changed;
};

/* Everybody may read this. What others do to a circle has a name below. */
struct circle {
    struct circle_id id;
    bool open;
    uint32_t host; /* a person who keeps her seat, or NOBODY */
    struct matter *matter;
    struct facet_set about; /* facets of its matter that are talked about */
    const struct manner *manner;
    struct circle_holding held; /* set by circle_is_held */
    const struct guide *guide;
    void *process; /* the session that opened it */
    struct seats seats;
    uint32_t behind; /* of those who sit here: they hear what is said and never have the floor */
    struct circle_channel channel;
    struct circle_talk talk;
    struct circle_computed computed;
    struct circle_books books;
    struct circle *spare; /* next of the free list */
};

struct tally {
    uint64_t turns, hearings, outbursts, cut;
    uint64_t returns, returnable; /* turns of the speaker before last, of those where there was one */
    uint64_t novel;               /* turns that brought something new to their circle */
    uint64_t strayed;             /* turns that had to do with something else */
    int64_t talk_time;            /* of the channels, microseconds */
    int64_t seat_time;            /* of circles: size integrated over time */
    int64_t alone_time;           /* of it, in circles of one */
    double *size_time;            /* hours that circles of each size have lasted; last bin: larger */
};

enum { SIZE_BINS = 40 };

/* How well each seat listens to the turn that is heard now, where a mechanism has a say in it: factors from 0
 * to 1, for whole vectors of seats (SEATS_AT_ONCE), on what is retained and on how far leanings move. It is
 * asked before anything is heard; all of the circle is as it was. */
struct heed {
    const float *(*of_turn)(void *keeper, const struct circle *circle);
    void *keeper;
};

/* The circles of one site (conversation_parts.h). */
struct conversation;

/* NULL where the scenario does not have it. */
PART(conversation, CONVERSATION_NUMBER)

struct conversation *conversation_new(const struct conversation_settings *settings,
                                      const struct opinion_settings *opinions, struct people *people,
                                      uint32_t words, const struct luck *luck, struct arena *arena);

/* From now on people listen like this. It is kept, not copied. */
void conversation_gets_heed(struct conversation *conversation, const struct heed *heed);
const struct conversation_settings *conversation_settings(const struct conversation *conversation);
/* How much arguments weigh in an opinion; 0 where the influence rule does not argue. */
double conversation_argument_weight(const struct conversation *conversation);
/* Of circles of the calendar's sessions; of all others. */
const struct tally *conversation_tally(const struct conversation *conversation);
const struct tally *conversation_tally_apart(const struct conversation *conversation);
/* All circles so far, closed ones among them: how many, and number `index` from 0. */
uint32_t conversation_circles(const struct conversation *conversation);
struct circle *conversation_circle(const struct conversation *conversation, uint32_t index);

/* Opens an empty circle. `luck` keys its draws; `room` is how many people are expected. */
struct circle *circle_open(struct conversation *conversation, struct matter *matter,
                           const struct manner *manner, const struct guide *guide, uint32_t luck,
                           uint32_t room, sim_time now);
/* The same, counted apart. */
struct circle *circle_open_apart(struct conversation *conversation, struct matter *matter,
                                 const struct manner *manner, const struct guide *guide, uint32_t luck,
                                 uint32_t room, sim_time now);
/* Another circle of the same group: matter, manner, guide, session and what was voiced are
 * those of `circle`. */
struct circle *circle_open_beside(struct conversation *conversation, const struct circle *circle,
                                  uint32_t luck, uint32_t room, sim_time now);
/* Everybody stands up; a turn under way is cut and heard by nobody. */
void circle_close(struct site *site, struct circle *circle);
void circle_join(struct site *site, struct circle *circle, uint32_t person);
void circle_leave(struct site *site, struct circle *circle, uint32_t person);
/* She sits down behind the circle: she hears and learns like the others, and does not want the floor. Who
 * speaks speaks before all of them. Only in a circle that does not fall apart (manner->facilitated). */
void circle_join_behind(struct site *site, struct circle *circle, uint32_t person);
/* Somebody of those behind comes forward, and somebody who does not speak now goes behind. */
void circle_comes_forward(struct site *site, struct circle *circle, uint32_t person);
void circle_goes_behind(struct site *site, struct circle *circle, uint32_t person);
/* Brings people's own books up to date with what their seats hold, without anybody standing up. */
void circle_settle(struct conversation *conversation, struct circle *circle, sim_time now);
/* Takes up another matter: stores what all seats hold of the old one and loads the new one. */
void circle_take_up(struct conversation *conversation, struct circle *circle, struct matter *matter);

/* Starts a turn by the person who gets the floor. False when nobody wants it. */
bool circle_next_turn(struct site *site, struct circle *circle);
/* Gives the floor to a person for `length`. She tells up to `most` facets that she knows and that were not
 * voiced in this circle, drawn by lot. */
void circle_give_floor(struct site *site, struct circle *circle, uint32_t person, sim_time length,
                       uint32_t most);
/* Nobody speaks for a while (a show of hands, a count, silence). */
void circle_pause(struct site *site, struct circle *circle, sim_time length);
/* Cuts the turn or pause under way, if any. */
void circle_hush(struct site *site, struct circle *circle);
/* People stay in their circle for another stage: it talks in another manner, and from now on the turns of
 * each person and of all together are counted anew. */
void circle_begin_stage(struct circle *circle, const struct manner *manner, const struct guide *guide);
/* How much of its turn or pause is left; 0 where there is none, or where it ends at this very moment. */
sim_time circle_rest(const struct site *site, const struct circle *circle);
/* The guide of plain talk: turn after turn until the stage is over. */
extern const struct guide guide_talk;

/* A person has the floor at this moment. */
static inline bool circle_hears(const struct circle *circle, uint32_t person)
{
    return circle->channel.busy && circle->channel.turn.speaker == person;
}

static inline bool circle_holds_itself(const struct circle *circle)
{
    return circle->manner->in_one || circle->behind > 0;
}

/* Its people stay together, as somebody facilitates it: one whom the stage takes for granted or, where that
 * takes somebody of skill, a person who holds it. Some are held together by their form. */
static inline bool circle_is_together(const struct circle *circle)
{
    return circle->manner->facilitated &&
           (circle_holds_itself(circle) || !circle->held.needed || circle->held.by != NOBODY);
}

/* Needs or offers are told in it, one a turn; who tells what is asked for (moments.h, telling_takes). */
static inline bool circle_tells_of_help(const struct circle *circle)
{
    return circle->manner->shares == SHARE_NEEDS || circle->manner->shares == SHARE_OFFERS;
}

/* So many turns in a row brought nothing new that the matter is talked out. */
bool circle_is_talked_out(const struct conversation *conversation, const struct circle *circle);

/* The circle in which a person sits; NULL: in none. And her seat in it. */
struct circle *circle_of(struct conversation *conversation, uint32_t person);
uint32_t seat_of(const struct conversation *conversation, uint32_t person);
/* Whether she sits behind a circle; and how many may have the floor of a circle. */
bool person_sits_behind(const struct conversation *conversation, uint32_t person);
/* The same of somebody in this circle: mostly nobody sits behind it. */
static inline bool circle_has_behind(const struct conversation *conversation, const struct circle *circle,
                                     uint32_t person)
{
    return circle->behind > 0 && person_sits_behind(conversation, person);
}
static inline uint32_t circle_speakers(const struct circle *circle)
{
    return circle->seats.count - circle->behind;
}

/* --- what others do to a circle --- */

/* It belongs to a session, in which these facets of its matter are talked about. */
void circle_belongs_to(struct circle *circle, void *process, const struct facet_set *about);
void circle_follows(struct circle *circle, const struct guide *guide);
void circle_gets_host(struct circle *circle, uint32_t person);
/* From now on somebody who sits there holds it together, or nobody does. Her mechanism is notified when she
 * leaves (moments.h, holder_leaves). */
void circle_is_held(struct circle *circle, const struct circle_holding *held);
/* Its matter is over and nobody can store anything about it. */
void circle_loses_matter(struct circle *circle);
/* These facets, and no others, count as voiced here. */
void circle_takes_as_voiced(struct circle *circle, const struct facet_set *facets);
/* What was said in it so far is written down: what it says from now on is kept apart. */
void circle_is_written_down(struct circle *circle);
/* Something new comes up: turns in a row without anything new are counted from 0. */
void circle_livens_up(struct circle *circle);
/* Those with an opinion against the matter lean more in favour, by `shift`; circle_weigh after it. */
void circle_wins_over(struct circle *circle, float shift);

/* Opinions of all seats from leanings and arguments; after the matter itself was changed. */
void circle_weigh(struct conversation *conversation, struct circle *circle);
/* Everybody shows where she stands, and everybody moves by the influence rule at once. */
void circle_show(struct conversation *conversation, struct circle *circle);
uint32_t circle_waves(const struct conversation_settings *settings, uint32_t members);

void on_channel_free(struct site *site, const struct event *event);

#endif
