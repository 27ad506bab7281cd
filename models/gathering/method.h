/* A method of meeting, as a facilitator's run sheet: a list of stages, each a verb with named rules.
 *
 * Methods are files. The interpreter knows verbs and rules, never the name of a method.
 */
#ifndef GATHERING_METHOD_H
#define GATHERING_METHOD_H

#include <stdbool.h>
#include <stdint.h>

#include "conversation/conversation.h"
#include "scenario/field.h"

struct session;
struct stage;

struct seating_rule {
    struct choice choice;
    bool in_one;         /* one circle, whatever the numbers and sizes of circles say */
    bool by_choice;      /* everybody goes where she likes */
    bool delegates_talk; /* delegates of groups sit in the middle */
    bool around;         /* some sit in the middle, and the others around them (struct outer_rule) */
    bool of_sides;       /* who sits where depends on the side that she is of */
    bool lots_middle;    /* as many as the stage says sit in the middle */
    bool own_sizes;      /* how large circles are follows from something else than the stage */
    bool from_before;    /* it needs circles of a stage before */
    bool in_new_company; /* it needs to know who sat with whom in this session */
    /* Opens circles and seats everybody present. */
    void (*seat)(struct site *site, struct session *session);
    /* Who decides when people sit like this, as in "each circle by itself"; NULL: as in the stage before. */
    const char *deciders;
};

/* What those have who sit around a circle. */
struct outer_rule {
    struct choice choice;
    bool hears; /* they sit behind it (circle_join_behind); else in no circle */
};

struct movement_rule {
    struct choice choice;
    bool moves;
    bool mingles;              /* people make circles themselves; each moves alone */
    bool chairs;               /* people around the circle take a chair in the middle */
    const struct guide *guide; /* of circles that people move in so; NULL: as of any stage */
    double attraction; /* weight of interest in the choice of the next circle: 1 by interest, 0 uniformly */
};

/* What a circle talks about. */
struct matter_rule {
    struct choice choice;
    /* NULL when there is nothing particular. `circle` counts the circles of this round. */
    struct matter *(*matter)(struct site *site, struct session *session, uint32_t circle);
    /* How many circles the matters make, 0: as the size of circles says. */
    uint32_t (*circles)(struct site *site, struct session *session);
    bool nothing;    /* there is none */
    bool of_agenda;  /* it can be a proposal */
    bool asks;       /* it can be a question */
    bool posted;     /* it was posted in the market */
    bool of_inquiry; /* it is the inquiry of the line */
    bool of_task;    /* it is what working groups have in hand */
    /* The aspect of the inquiry that the circle talks about; NOBODY: all. NULL: always all of the matter. */
    uint32_t (*aspect)(const struct session *session, uint32_t circle);
};

struct sharing_rule {
    struct choice choice;
    enum sharing shares;
};

struct verb {
    struct choice choice;
    bool needs_time;   /* the stage must say how long it lasts */
    bool takes_slot;   /* each round uses up one slot of the market */
    bool decides;      /* proposals are decided in it */
    bool opens_market; /* matters are posted in it */
    bool talks;        /* circles talk in it: a person who comes late may speak at once */
    bool open_ended;   /* it may last until the session ends */
    bool silent;       /* nobody takes a turn in it */
    bool reflects;     /* it is a silence that people keep together (silence.h) */
    bool commits;      /* people sign for calls in it */
    bool recordable;   /* a record can be left of what is said in it */
    void (*begin)(struct site *site, struct session *session);
    void (*end)(struct site *site,
                struct session *session); /* when time is up or the verb is done; may be NULL */
};

/* One field for each row of the table (method.c, and `stage_fields` of mechanisms), and written by reading a
 * method file alone, but for `manner`. */
struct stage {
    const struct verb *verb;
    const char *title;
    sim_time lasts; /* each round; 0: until the verb is done or the session ends */
    sim_time work;  /* shared by the circles: the stage lasts work / circles; 0: not given */
    int64_t times;  /* rounds */
    const struct seating_rule *seating;
    int64_t circle_size;
    int64_t circles; /* 0: as many as the size says */
    bool host_stays;
    int64_t inner_size; /* of a circle that others sit around */
    const struct outer_rule *outer;
    sim_time confer; /* delegates talk with their groups for so long; 0: they do not */
    bool repeats;    /* no: what was voiced in a round is not told again in the next one */
    bool facilitated;
    const struct movement_rule *movement;
    double leave_rate, join_rate; /* per hour; 0: as the settings say, at once */
    const struct floor_rule *floor;
    sim_time cap;
    int64_t turns_each; /* the stage is done when everybody spoke so often; 0: not counted */
    const struct sharing_rule *shares;
    const struct matter_rule *matter;
    const struct choice *decision; /* of a struct decision_rule (decisions/decisions.h) */
    const struct choice *into;     /* of a struct commit_rule (commit/commit.h) */
    int64_t informants;            /* people from outside in each circle (informants/informants.h) */
    double informants_know;        /* share of what is outside that each of them knows */
    const char *informants_side;   /* that this speaks for; NULL: none */
    double posts;                  /* share of those present who post a question of their own */
    int64_t most_items;            /* taken up in one session; 0: no limit */
    bool record;                   /* of what was said in each round (records/records.h) */
    struct manner manner;          /* of its circles; made from the above by method_prepare */
    struct manner conferring;      /* of delegates with their groups; likewise */
};

struct method {
    const char *title;
    const char *meaning;
    const char *source;
    const struct choice *use;    /* of method_uses */
    const char *recommended_for; /* by those who practise it */
    const char *who_decides;     /* where that does not follow from the stages */
    struct field_list stages;    /* struct stage */
};

extern const struct choice *const seating_rules[];
extern const struct choice *const movement_rules[];
extern const struct choice *const outer_rules[];
extern const struct choice *const matter_rules[];
extern const struct choice *const sharing_rules[];
/* What methods are for, in the order in which they are listed. */
extern const struct choice *const method_uses[];

/* What mechanisms bring to the stages of methods. */
struct stage_parts {
    const struct choice *const *verbs; /* of all, up to NULL */
    const struct field *fields;        /* of struct stage, beside those that all stages have */
    size_t field_count;
};

/* The table of a method file. Lives in `arena`; what it points to is kept, not copied. */
struct section *method_table(const struct stage_parts *parts, struct arena *arena);
/* Reports mistakes in the stages of a method that its table cannot find. */
void method_check(const struct method *method, struct node *tree, struct trouble *trouble);
/* Fills in what follows from the settings of the stages. */
void method_prepare(struct method *method);
/* Whether it talks about proposals at all; whether it talks about questions. */
bool method_meets_proposals(const struct method *method);
bool method_meets_questions(const struct method *method);
/* Whether it talks about an inquiry, and about an aspect of one; whether its market is one of aspects. */
bool method_meets_inquiry(const struct method *method);
bool method_meets_aspects(const struct method *method);
/* Whether it talks about tasks of working groups. */
bool method_meets_tasks(const struct method *method);
bool method_posts_aspects(const struct method *method);
/* Whether circles of the stage talk about what was posted in the market. */
bool stage_takes_posted(const struct method *method, const struct stage *stage);
/* Who decides proposals, by the seating of its deciding stages: "all together", "each circle by itself, then
 * all together". Where none decides, what the method itself says; NULL where nothing is decided. */
const char *method_deciders(const struct method *method, struct arena *arena);

#endif
