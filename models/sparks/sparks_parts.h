/* The sparks of one site, as the files of this folder see them. */
#ifndef SPARKS_SPARKS_PARTS_H
#define SPARKS_SPARKS_PARTS_H

#include "knowledge/knowledge.h"
#include "people/people.h"
#include "random/draw.h"
#include "sparks/sparks.h"
#include "travel/travel.h"

struct circle;
struct item;
struct setup;

/* --- what a spark is --- */

enum { CONCEPT_TOPICS = 8 };

/* A direction in the space of topics: the common one, evenly over the first `common` topics; or with `common`
 * 0 the topics that weigh most, the first of them the most, and the weight of each. */
struct spark_concept {
    uint8_t common;
    uint8_t topic[CONCEPT_TOPICS], weight[CONCEPT_TOPICS];
};

enum spark_state {
    SPARK_WAITS,     /* for the approval of the assembly */
    SPARK_STAYS,     /* with those who found it, and who read it */
    SPARK_HARVESTED, /* readers may object */
    SPARK_ANNOUNCED,
    SPARK_STALE,
    SPARK_REFUSED,
    SPARK_OBJECTED,
    SPARK_STATES
};

/* What became of it at all sites together; true at the end of the run. */
struct spark_totals {
    uint64_t heard, taken, size; /* taken: who ever became active in the movement; size: with the public */
    double below,
        below_squared; /* of each of them, those that are active because of her, and herself: sums */
    uint32_t steps;
    uint32_t active; /* when that was last looked at */
};

/* A spark of this site. */
struct spark {
    struct spark_concept concept;
    uint8_t kind, route, state;   /* enum spark_state */
    sim_time proposed, announced; /* announced: -1, it was not */
    uint32_t item;                /* that waits for approval */
    uint32_t group;               /* that chose it; NOBODY */
    uint32_t local; /* number here, among all that people of the site heard of, plus 1; 0: none yet */
    uint32_t reads;
    struct spark_totals totals;
};

/* A spark that people of this site heard of. */
struct local_spark {
    uint32_t origin, number;
    struct spark_concept concept;
    uint8_t kind;
    bool acted;
    uint16_t steps; /* the farthest that it has come among the public from here */
    uint32_t heard, taken, active;
    uint32_t first_ready, ready; /* who want to talk: number of the first burning + 1, and how many */
    uint32_t outside;            /* people of the public that it is active with from here */
    double below, below_squared; /* of these, as in totals */
};

/* A person who is, or was, active on a spark. */
struct burning {
    uint32_t spark, person;
    uint32_t parent_site, parent; /* who told her: a burning of that site; NOBODY: an announcement */
    uint32_t below;               /* public that is active because of her; at the end, all */
    uint32_t next;                /* the next who is ready to talk, + 1; at the end, the next of its depth */
    uint16_t depth;
    bool burns, gave;
    bool carried; /* she became active elsewhere: as the burning `parent` of `parent_site` */
};

/* When her next event as an active person is, and what is left of her time; kept where sparks travel. */
struct burning_rest {
    sim_time fades;
    uint32_t left; /* passings */
    struct event_ticket burns, gives;
};

/* One thing that a person has in mind. */
struct mind {
    uint32_t spark; /* + 1; 0: nothing */
    uint32_t word;  /* number of her burning + 1, with IS_ACTIVE; else the second at which she forgets it */
};
#define IS_ACTIVE UINT32_C(0x80000000)

/* What goes to another site, or stands for what is heard here. */
struct spark_card {
    uint32_t origin, number;
    struct spark_concept concept;
    uint8_t kind;
    uint8_t way;    /* enum spark_way */
    uint16_t depth; /* of who hears it */
    uint32_t parent_site, parent;
};

/* How somebody comes to hear of it, in the order of SPARK_WAY_WORDS. */
enum spark_way { WAY_BEGAN, WAY_SITE, WAY_OTHER_SITE, WAY_PERSON, WAY_POST };

/* Somebody heard of a spark, where that is written down: row of the table of heard sparks (heard.c). */
struct heard_row {
    uint32_t spark; /* its number here, as of local_spark */
    struct guest_home who;
    uint32_t burning; /* + 1; 0: she did not become active */
    uint32_t parent_site, parent;
    uint16_t depth;
    uint8_t way;
    sim_time at;
};
struct heard_rows {
    struct heard_row **blocks;
    uint32_t count, room; /* room of blocks */
    bool kept;
};

/* Somebody of the public became active: how many are so because of her, she among them; their sums. */
struct outside_tree {
    uint32_t size, height;
    double below, below_squared;
};

/* --- the site --- */

struct spark_terms {
    const struct spark_settings *settings;
    const struct spark_kind *kinds;
    uint32_t kind_count;
    const struct people *people;
    const struct parts *parts; /* of this site */
    const struct luck *luck;
    struct arena *arena;
    uint32_t site, sites;
    sim_time ends;
    struct calendar_entry *talk; /* by kind: the session of its talks */
};

/* Those sparks wait for approval: Little's law. */
struct spark_queue {
    uint32_t *waiting; /* numbers of own sparks */
    uint32_t count, room;
    sim_time changed;
    int64_t area, stays;
};

/* What people of the site heard of, and where it is found by origin and number: open addressing. */
struct spark_index {
    struct local_spark **blocks;
    uint32_t count, room; /* of blocks */
    uint32_t *places;     /* number + 1; 0: free */
    uint32_t size;        /* a power of two */
};

struct hearer {
    uint64_t concepts; /* on which she was active */
    uint32_t read;     /* posts until the last that she has read */
    uint8_t ever;      /* EVER_HEARD, EVER_ACTIVE */
};

struct person_minds {
    uint32_t count;     /* of people */
    struct mind *minds; /* people x attention, the oldest first */
    struct hearer *hearers;
    bool concepts_matter;
};
enum { EVER_HEARD = 1, EVER_ACTIVE = 2 };

/* Where what people pass on goes to. */
enum channel_kind { CHANNEL_OWN, CHANNEL_OTHERS, CHANNEL_SITES, CHANNEL_PUBLIC };
struct channel {
    enum channel_kind kind;
    uint32_t first, beyond; /* CHANNEL_SITES */
    double passes;
};
struct channels {
    struct channel *all;
    uint32_t count;
    double passes; /* of all */
};

/* Sessions that were convened for sparks; `number` is a spark of this site for talks, else the route. */
enum meeting_purpose { MEETING_CHOOSES, MEETING_CIRCLE, MEETING_TALK };
struct spark_meeting {
    enum meeting_purpose purpose;
    uint32_t number, group;
};

struct spark_posts {
    uint32_t *all; /* numbers of own sparks, the oldest first */
    uint32_t count, room;
    uint32_t harvested; /* of the first ones, all that had been posted when it was last harvested */
    bool somebody_comes;
    uint32_t drawn;
};

/* What has come in on an inquiry at this site. */
struct spark_harvest {
    struct facet_set given, hung; /* hung: of these, in a record */
    uint64_t active, gave;
};

struct spark_tally {
    uint64_t proposed, by_state[SPARK_STATES];
    double announcement_hours; /* from proposed, added up */
    uint64_t heard, missed, taken, faded, passed, outside, contributed;
    uint64_t talks, actions, acting, read;
    double session_hours, other_hours; /* of people, added up */
    uint64_t sent, sent_late, come;
    uint64_t went, went_late, brought; /* people who are active on a spark and travel; who have come */
    uint64_t hearings, passings, cascades, calls, reads, contributions, announcements; /* name draws */
};

enum { CASCADE_BINS = 20 };
/* Cascades, by how many people they hold. */
struct cascades {
    uint64_t count, alone, hundred, people;
    uint64_t bins[CASCADE_BINS];
};

/* What all sites are together; the same at each of them. */
struct spark_whole {
    double concert, effective, largest;
    double alone, hundred, mean;
    double steps, virality;
    double harvest_coverage, harvest_insights, contributed;
};

struct sparks {
    struct spark_terms terms;
    struct spark *own;
    uint32_t count, room;
    struct spark_index heard;
    struct burning **burning; /* in blocks */
    uint32_t burnt, burning_room;
    struct burning_rest **rests; /* by burning; NULL: sparks do not travel */
    uint32_t rest_room;
    uint32_t carried; /* of the burnings */
    struct person_minds persons;
    struct heard_rows rows;
    struct channels channels;
    struct spark_queue queue;
    struct spark_posts posts;
    struct spark_harvest *harvest; /* by inquiry; NULL: there are none */
    uint32_t inquiries;
    struct spark_meeting *meetings;
    uint32_t meeting_count, meeting_room;
    uint32_t *called; /* room for MOST_ASKED + 1 people */
    struct tree_stack {
        struct tree_place *all;
        uint32_t room;
    } stack;
    struct spark_tally tally;
    struct cascades cascades; /* of the public, until all are counted */
    struct spark_whole whole;
};

/* Many thousands of these: in blocks, so that none is copied, nor the room of an older copy lost. */
enum { BLOCK = 128 };

static inline struct burning *burning_at(const struct sparks *sparks, uint32_t number)
{
    return &sparks->burning[number / BLOCK][number % BLOCK];
}

static inline struct local_spark *local_at(const struct sparks *sparks, uint32_t number)
{
    return &sparks->heard.blocks[number / BLOCK][number % BLOCK];
}

static inline struct burning_rest *rest_at(const struct sparks *sparks, uint32_t number)
{
    return &sparks->rests[number / BLOCK][number % BLOCK];
}

/* Whether sparks of this site may be in her mind; she need not be here. */
static inline bool takes_part(const struct sparks *sparks, uint32_t person)
{
    return person_belongs(sparks->terms.people, person) ||
           (sparks->terms.settings->travel &&
            sparks->terms.people->standing.of_person[person] == STANDING_GUEST);
}

/* People are numbered below this who may take part. */
static inline uint32_t most_people(const struct sparks *sparks)
{
    return sparks->terms.settings->travel ? sparks->terms.people->count : people_ever(sparks->terms.people);
}

/* How many people who became active elsewhere are so here, less those who are active elsewhere now. */
static inline uint64_t sparks_active(const struct spark_tally *tally)
{
    return tally->taken + tally->brought - tally->went - tally->faded;
}

static inline struct draw spark_draw(const struct sparks *sparks, uint32_t purpose, uint64_t occasion)
{
    return draw_for(sparks->terms.luck, purpose, sparks->terms.site, (uint32_t)occasion);
}

static inline const struct spark_route *spark_route_at(const struct sparks *sparks, uint32_t route)
{
    return (const struct spark_route *)sparks->terms.settings->routes.items + route;
}

/* --- concepts.c --- */

struct spark_concept concept_common(uint32_t breadth);
struct spark_concept concept_of_topic(uint32_t topic);
/* What these people care for on average; without interests, topic 0. */
struct spark_concept concept_of_people(const struct people *people, const uint32_t *persons, uint32_t count);
/* The cosine with her interests; 1 where nobody has any. */
double concept_fits(const struct spark_concept *idea, const struct people *people, uint32_t person);
/* The same concept has the same bit. */
uint64_t concept_bit(const struct spark_concept *idea);
uint32_t concept_topic(const struct spark_concept *idea);

/* --- sparks.c: the sparks of the site --- */

/* A new spark comes up; `concept` is its own, which the common one may replace. */
uint32_t spark_proposed(struct site *site, uint32_t route, const struct spark_concept *idea, uint32_t group);
/* It is announced: to those who began it (they become active), and to the audiences of the route. */
void spark_announced(struct site *site, uint32_t number, uint32_t route, const uint32_t *starters,
                     uint32_t count);
/* Those who began it become active, and nobody else hears of it yet. */
void spark_begun_by(struct site *site, uint32_t number, const uint32_t *starters, uint32_t count);
void spark_stands(struct site *site, uint32_t number, enum spark_state state);
void spark_waits(struct site *site, uint32_t number);
void spark_leaves_queue(struct site *site, uint32_t number);
void sparks_hear_decision(struct site *site, const struct item *item);
void on_spark_stale(struct site *site, const struct event *event);

/* --- routes.c --- */

void routes_start(struct site *site);
void on_route_is_due(struct site *site, const struct event *event);
void on_silence_ends(struct site *site, const struct event *event);

/* --- finding.c --- */

/* A group, or those who came together, have found a spark. */
void found_by_group(struct site *site, uint32_t route, uint32_t group, const uint32_t *people,
                    uint32_t count);
void found_by_circle(struct site *site, uint32_t route, const uint32_t *people, uint32_t count);

/* --- convening.c --- */

/* False: too few could come. */
bool meeting_convened(struct site *site, const struct spark_meeting *meeting,
                      const struct calendar_entry *entry, const uint32_t *people, uint32_t count);
/* Whether she is among those called; whether she could come now. */
bool meeting_calls(const uint32_t *called, uint32_t count, uint32_t person);
bool meeting_suits(const struct people *people, uint32_t person, sim_time now);

/* --- meetings.c --- */

void sparks_session_closes(struct site *site, const struct session *session);
void sparks_circle_closes(struct site *site, const struct session *session, const struct circle *circle);
/* Somebody may call others together, some time. */
void meetings_expect_call(struct site *site, uint32_t route);
void on_spark_called(struct site *site, const struct event *event);

/* --- talks.c --- */

/* Somebody more is ready to talk. */
void talk_is_tried(struct site *site, uint32_t local);
/* She is not, any more: false where she was not. */
bool talk_goes_without(struct sparks *sparks, uint32_t number);

/* --- blocks.c --- */

/* Room for one more block of BLOCK things of this size, where the last one is full. */
void *spark_blocks_make_room(struct arena *arena, void *blocks, uint32_t count, uint32_t *room, size_t size);

/* --- minds.c --- */

/* What she has in mind, the oldest first; and how many things are left of it now, the forgotten ones gone. */
struct mind *spark_minds(const struct sparks *sparks, uint32_t person);
uint32_t spark_minds_kept(const struct sparks *sparks, uint32_t person, sim_time now);
bool spark_in_mind(const struct sparks *sparks, uint32_t person, uint32_t local);
/* The second at which something is forgotten, as a mind holds it. */
uint32_t spark_second(sim_time instant);
void spark_oldest_gives_way(struct site *site, uint32_t person);

/* --- heard.c --- */

/* She heard of it, and became active as number `burning` - 1 (0: she did not). */
void heard_is_noted(struct sparks *sparks, const struct heard_row *row);

/* --- hearing.c --- */

/* The spark of the card, as the people of this site know it. */
uint32_t spark_of_card(struct sparks *sparks, const struct spark_card *card);
/* People of the site hear of it, each with this chance. */
void spark_is_heard(struct site *site, const struct spark_card *card, double reach);
/* One person does. */
void person_hears_spark(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card,
                        struct draw *draw);
/* One person becomes active, since she began it. */
void person_begins_spark(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card);
void on_spark_comes(struct site *site, const struct event *event);
void on_spark_passed(struct site *site, const struct event *event);
/* People whom somebody may meet: those who belong to the site, here or not, and guests where they take part.
 */
uint32_t spark_people_to_meet(const struct sparks *sparks);
uint32_t spark_person_to_meet(const struct sparks *sparks, uint32_t number);
/* A person who is here, drawn by lot; NOBODY. */
uint32_t person_drawn_here(const struct sparks *sparks, struct draw *draw);
/* Somebody is active here from now on: those who act together may be enough, and she may be ready to talk. */
void spark_may_act(struct site *site, uint32_t local);
void spark_is_ready(struct site *site, uint32_t number);
/* A new burning, and its number. */
uint32_t burning_added(struct sparks *sparks, const struct burning *burning);
/* She is active on it no more: in her mind there is room. */
void spark_fades(struct site *site, uint32_t number);
/* She goes for good, with all that she has in mind. */
void sparks_person_leaves(struct site *site, uint32_t person, uint32_t why);

/* --- burning.c --- */

/* What is left of the time of an active person. */
struct burning_card {
    uint32_t number, left; /* passings */
    sim_time fades;
};

void burning_begins(struct site *site, uint32_t number);
void burning_expect_next(struct site *site, const struct burning_card *card, struct draw *draw);
/* --- passing.c --- */

void on_spark_burns(struct site *site, const struct event *event);

/* --- outside.c --- */

/* Somebody of the public has become active. */
struct outside_tree outside_cascade(struct site *site);
/* People of the public hear of an announcement, so many on average. */
void outside_hears(struct site *site, uint32_t local, double mean);

/* --- posts.c --- */

void post_spark(struct site *site, uint32_t number);
void on_sparks_read(struct site *site, const struct event *event);

/* --- giving.c --- */

void giving_begins(struct site *site, uint32_t burning);
/* The same of somebody who became active before, and has come back or from elsewhere. */
void giving_goes_on(struct site *site, uint32_t burning);
/* This was said in a talk on the inquiry of the spark, by people of whom she is one. */
void giving_in_talk(struct sparks *sparks, uint32_t local, const struct facet_set *said);
void giving_by(struct sparks *sparks, uint32_t local, uint32_t person);
void on_spark_gives(struct site *site, const struct event *event);

/* --- carrying.c --- */

/* moments.h */
void sparks_traveller_goes(struct site *site, uint32_t person, uint32_t to, const struct guest_home *who);
void on_minds_carried(struct site *site, const struct event *event);
void on_spark_carried(struct site *site, const struct event *event);
void on_burning_carried(struct site *site, const struct event *event);

/* --- whole.c: all sites together --- */

void *sparks_begin(const struct setup *setups, uint32_t sites);
sim_time sparks_due(const void *all);
void sparks_look(void *all);

/* --- cascades.c --- */

void cascade_counts(struct cascades *cascades, uint64_t size);
/* Mean distance of two people in the tree; size is 2 or more. */
double spark_virality(const struct spark_totals *totals);
/* At the end of the run: the trees of all sparks. */
void cascades_close(struct sparks *const *sparks, uint32_t sites, struct arena *arena);

/* --- books.c --- */

void sparks_settle(struct site *site, sim_time ends);
void sparks_settle_all(struct parts *const *parts, uint32_t sites);

#endif
