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
/* Tells what the tables cannot (checking.h). */
void conversation_check(const struct checking *checking);

enum sharing { SHARE_FACETS, SHARE_FEELINGS, SHARE_NOTHING };

/* How a circle talks: fixed by the stage of the method. */
struct manner {
    const struct floor_rule *floor;
    sim_time cap; /* per turn; 0: none */
    enum sharing shares;
    bool facilitated;
};

/* The seats of a circle. All arrays have `room` entries and start on a cache line. */
#define SPOKE_BEFORE 0.5F

struct seats {
    uint32_t count, room;
    uint32_t *person;
    float *talk; /* propensity times willingness before this many listeners */
    float *bid;  /* weight for the next turn */
    float *energy;
    float *tension;
    float *leaning; /* social part of the opinion */
    float *first;   /* leaning at first */
    float *known;   /* facets known */
    float *agreed;  /* of those, facets that speak for the matter as it stands */
    float *urge;    /* factor on the bid of somebody with something to say that was not voiced here */
    float *opinion; /* leaning and arguments together */
    float *hand;    /* 1 when raised, else 0 */
    float *spoken;  /* turns in this circle and stage; SPOKE_BEFORE: none, but in the stages before */
    float *lane;    /* draws, or positions shown, for one loop at a time */
    uint32_t *joined_turns;
    sim_time *joined;
    uint32_t *facets; /* 32 of them a word: facets 32 w to 32 w + 31 of seat i at facets[w * room + i] */
};

/* Facets in a word of the seats: half of those in a word elsewhere, as wide as a float, so that both fit the
 * same vectors. */
enum { SEAT_WORD_BITS = 32, SEATS_AT_ONCE = 16 };

enum { MOST_SAID = 64, NOTHING_NEW = 0xFFFF };

/* What is being said. */
struct turn {
    uint32_t speaker; /* a person, or NOBODY for a pause */
    uint32_t said;    /* facets */
    bool is_new;      /* brings something that was not voiced here */
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

struct circle {
    uint32_t index;      /* in the conversation */
    uint32_t generation; /* of this use of the struct */
    uint32_t number;     /* counts the circles of a site from 1 */
    bool open;
    bool busy;      /* a turn or pause is going on */
    uint32_t group; /* circles of one group split from each other and share a matter and a host */
    uint32_t luck;  /* entity of the circle's draws */
    uint32_t host;  /* a person who keeps her seat, or NOBODY */
    struct matter *matter;
    const struct manner *manner;
    const struct guide *guide;
    void *process;       /* of who opened it: its session */
    struct tally *tally; /* where it is counted */
    struct seats seats;
    struct facet_set about;     /* facets of its matter that are talked about */
    struct facet_set voiced;    /* in this circle */
    uint32_t last, before_last; /* speakers */
    uint32_t turns, novel;      /* novel: turns that brought something new */
    uint32_t turns_before;      /* of these, in the stages before */
    uint32_t dull;              /* turns in a row without anything new */
    uint32_t weighed_for;       /* the size of the circle for which seats.talk was computed */
    bool urged;                 /* seats.urge was computed for those who sit here and for: */
    struct facet_set urged_for; /* what is talked about and was not voiced */
    sim_time felt;              /* until when energy and tension of the seats are true */
    uint32_t *queue;            /* raised hands, first come first */
    uint32_t queued, queue_room;
    uint32_t ring; /* whose turn it is in a go-round */
    struct turn turn;
    struct event_ticket ending;
    sim_time opened, changed; /* when it was opened; when its size changed last */
    struct circle *spare;
};

struct tally {
    uint64_t turns, hearings, outbursts, cut;
    uint64_t returns, returnable; /* turns of the speaker before last, of those where there was one */
    uint64_t novel;               /* turns that brought something new to their circle */
    int64_t talk_time;            /* of the channels, microseconds */
    int64_t seat_time;            /* of circles: size integrated over time */
    int64_t alone_time;           /* of it, in circles of one */
    double *size_time;            /* hours that circles of each size have lasted; last bin: larger */
};

enum { SIZE_BINS = 40 };

struct conversation {
    const struct conversation_settings *settings;
    const struct opinion_settings *opinions;
    struct people *people;
    const struct luck *luck;
    struct arena *arena;
    uint32_t words; /* of a bit set of facets */
    struct circle **circles;
    uint32_t count, room;
    uint32_t numbered; /* circles so far */
    struct circle *spare, *spare_apart;
    uint32_t *where;       /* circle of a person + 1, or 0 */
    uint32_t *seat;        /* of a person in it */
    void *spare_seats[32]; /* by the power of two of their room */
    struct tally tally;    /* of circles of the calendar's sessions */
    struct tally apart;    /* of all others: they change no number of these */
};

/* NULL where the scenario does not have it. */
PART(conversation, CONVERSATION_NUMBER)

struct conversation *conversation_new(const struct conversation_settings *settings,
                                      const struct opinion_settings *opinions, struct people *people,
                                      uint32_t words, const struct luck *luck, struct arena *arena);

/* Opens an empty circle. `luck` names its draws; `room` is how many are expected. */
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
/* Brings people's own books up to date with what their seats hold, without anybody standing up. */
void circle_settle(struct conversation *conversation, struct circle *circle, sim_time now);
/* Goes over to another matter: knowledge and leanings of all seats are put back and taken anew. */
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
/* People stay in their circle for another stage: from now on its turns are counted anew, of
 * each and of all. */
void circle_begin_stage(struct circle *circle);
/* How much of its turn or pause is left; 0 where there is none, or where it ends at this very moment. */
sim_time circle_rest(const struct site *site, const struct circle *circle);
/* The guide of plain talk: turn after turn until the stage is over. */
extern const struct guide guide_talk;

struct circle *circle_of(struct conversation *conversation, uint32_t person);
/* Opinions of all seats from leanings and arguments; after the matter itself was changed. */
void circle_weigh(struct conversation *conversation, struct circle *circle);
/* Everybody shows where she stands, and everybody moves by the influence rule at once. */
void circle_show(struct conversation *conversation, struct circle *circle);
uint32_t circle_waves(const struct conversation_settings *settings, uint32_t members);

void on_channel_free(struct site *site, const struct event *event);

#endif
