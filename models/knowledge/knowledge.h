/* Matters, their facets, and who knows which.
 *
 * A matter (a proposal, a question) has up to 256 facets: things one can know about it. Each speaks for or
 * against (its valence). A share of the facets is common, known to many; each of the rest is known to
 * `knowers` people, drawn with a chance in proportion to their interest (Stasser & Titus 1985,
 * doi:10.1037/0022-3514.48.6.1467). Knowledge is a bit set a person and matter: person-major, so that a
 * listener's update touches one word. A person who comes later knows nothing of a matter that was there
 * before.
 *
 * Interest of a person in a matter is lognormal; the same number draws her to a circle about it.
 *
 * A question of a large site, and a proposal that was not heard yet, keep minds only of those who have met
 * them (knowledge/met.h): the functions below answer for everybody all the same.
 */
#ifndef KNOWLEDGE_KNOWLEDGE_H
#define KNOWLEDGE_KNOWLEDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "knowledge/met.h"
#include "knowledge/numbers.h"
#include "parts.h"
#include "people/people.h"
#include "random/draw.h"
#include "scenario/field.h"

enum { MOST_FACETS = 256, FACET_WORDS = MOST_FACETS / 64 };

struct inquiry;
struct panel;
struct start_rule;
struct minds;

struct knowledge_settings {
    double common_share; /* of the facets */
    double common_known; /* share of the people who know a common facet */
    int64_t knowers;     /* of a facet that is not common */
    int64_t each;        /* facets that every person knows, in place of the three above; 0: not given */
    double interest_sd;  /* of the logarithm of interest */
    double merit;        /* mean share of facets that speak for a matter */
    double merit_sd;     /* between matters */
    double support;      /* mean leaning of people before any argument, 0 to 1 */
    double support_sd;
    const struct start_rule *start; /* how leanings are laid out at first */
    struct field_list leanings;     /* for the start rule `given` */
};

extern const struct section knowledge_section;

struct checking;
/* Reports mistakes that the tables cannot find (checking.h). */
void knowledge_check(const struct checking *checking);

struct facet_set {
    uint64_t word[FACET_WORDS];
};

static const struct facet_set all_facets = {{~UINT64_C(0), ~UINT64_C(0), ~UINT64_C(0), ~UINT64_C(0)}};

enum matter_kind { MATTER_PROPOSAL, MATTER_QUESTION, MATTER_COMMONS, MATTER_INQUIRY };

/* What was said of a matter. */
struct matter_heard {
    struct facet_set voiced;    /* said anywhere so far */
    struct facet_set addressed; /* facets against it that an amendment answered */
    struct facet_set declined;  /* concerns that were raised and not answered */
};

/* Facets that people here came to know since it began, each person's added up. */
struct matter_growth {
    uint64_t learned; /* by reading and hearing, by noticing, and brought along */
    uint64_t brought; /* of these, by people who learned them elsewhere */
};

/* Its place in the lists of a site; written by matter.c. */
struct matter_chain {
    struct matter *before, *behind; /* in the list of those that people know something of */
    struct matter *spare;           /* next of the free list */
};

/* Everybody may read this. What others do to a matter has a name below. */
struct matter {
    uint32_t id; /* numbers its draws: proposals count from 0, questions from QUESTIONS_FROM and
                    QUESTIONS_APART_FROM */
    enum matter_kind kind;
    uint32_t number; /* of a proposal on its agenda */
    uint32_t facets;
    uint32_t words;       /* of a person's bit set */
    struct facet_set pro; /* facets that speak for it, by nature */
    uint16_t
        first_knowers[MOST_FACETS]; /* how many knew each facet at first, at most 65535; where minds were
                                       kept of those who met it, KNOWER_BINS stands for that many and more */
    uint64_t *known;                /* people x words */
    float *interest;                /* people */
    float *leaning;                 /* people: the social part of the opinion, 0 against to 1 for */
    float *first;                   /* people: leaning at first (Friedkin-Johnsen) */
    struct minds *minds;            /* the memory of the four above; NULL, as they, once forgotten */
    struct met *met;                /* in place of these: minds of who met it; else NULL */
    struct matter_heard heard;
    struct matter_growth growth;
    uint32_t proposer;
    bool contested; /* sides lean apart on it, and know what speaks for theirs (knowledge/contested.h) */
    bool prepared;  /* was discussed in a circle before; its presenter gives a digest */
    struct inquiry *inquiry; /* that lasts over sessions (inquiries/inquiries.h); NULL: it is of none */
    struct matter_chain chain;
};

/* Questions and proposals, and the matters of different sites, draw from different numbers. */
enum { QUESTIONS_FROM = 0x40000000, SITE_STRIDE = 0x00010001 };
/* So do the proposals of working groups, and the questions of sessions outside the calendar. */
#define GROUPS_FROM          UINT32_C(0x80000000)
#define QUESTIONS_APART_FROM UINT32_C(0xC0000000)

/* The matters of one site (knowledge_parts.h). */
struct knowledge;

/* NULL where the scenario does not have it. */
PART(knowledge, KNOWLEDGE_NUMBER)

/* `facets`: of each proposal and question. */
struct knowledge *knowledge_new(const struct knowledge_settings *settings, const struct people *people,
                                uint32_t facets, const struct luck *luck, struct arena *arena);
/* The same, with room for a matter of `most` facets. */
struct knowledge *knowledge_new_wide(const struct knowledge_settings *settings, const struct people *people,
                                     uint32_t facets, uint32_t most, const struct luck *luck,
                                     struct arena *arena);
const struct knowledge_settings *knowledge_settings(const struct knowledge *knowledge);
/* Words of a person's bit set, for every matter of the site. */
uint32_t knowledge_words(const struct knowledge *knowledge);
/* What people know how to do (knowledge/commons.h); NULL: not kept. */
struct matter *knowledge_commons(const struct knowledge *knowledge);
/* Memory for one number a person, twice; its content does not last beyond the function that asks for it. */
double *knowledge_scratch(struct knowledge *knowledge);
double *knowledge_more_scratch(struct knowledge *knowledge);
/* Those over whom is counted what people know and think of a matter, a proposal that was heard or a question
 * (knowledge/census.h). It lasts until the next one is asked for. */
struct panel knowledge_panel(struct knowledge *knowledge, const struct matter *matter);

/* A matter of which nobody knows anything and for which nobody cares. */
struct matter *matter_blank(struct knowledge *knowledge, enum matter_kind kind, uint32_t id, uint32_t facets);
struct matter *matter_new(struct knowledge *knowledge, enum matter_kind kind, uint32_t id, uint32_t proposer);

enum { KNOWN_TO_MANY = INT32_MAX };

/* A matter of which somebody else says how large it is, and how many people here know each facet. */
struct matter_plan {
    enum matter_kind kind;
    uint32_t id;                  /* numbers what is drawn of its people */
    uint32_t drawn_as;            /* numbers the draws of what speaks for it: the same at all sites */
    uint32_t facets;              /* at most 64 times knowledge_words */
    const int32_t *knower_counts; /* of each facet; KNOWN_TO_MANY: each with the chance of a common one */
};
struct matter *matter_planned(struct knowledge *knowledge, const struct matter_plan *plan);
/* The same with all that was said of it, and what people here know and think of it, under another number. */
struct matter *matter_copy(struct knowledge *knowledge, const struct matter *matter, enum matter_kind kind,
                           uint32_t id);
void matter_release(struct knowledge *knowledge, struct matter *matter);
/* A guest has gone: her entry knows nothing of any matter and leans as at first, for the next guest. */
void knowledge_forget(struct knowledge *knowledge, uint32_t person);
/* A circle is about to talk about it. Of a proposal minds of all people are kept from now on, as they would
 * be if they had been kept from the beginning. */
void matter_is_heard(struct knowledge *knowledge, struct matter *matter);
/* Gives back what each person knows of it and thinks about it; keeps what was voiced and how it stands. */
void matter_forget(struct knowledge *knowledge, struct matter *matter);

static inline bool facet_in(const struct facet_set *set, uint32_t facet)
{
    return (set->word[facet / 64] >> (facet % 64)) & 1;
}

static inline void facet_add(struct facet_set *set, uint32_t facet)
{
    set->word[facet / 64] |= UINT64_C(1) << (facet % 64);
}

/* What draws a person to it; how she leans, and leaned at first. */
static inline float matter_interest(const struct matter *matter, uint32_t person)
{
    return matter->met == NULL ? matter->interest[person] : met_interest(matter, person);
}

static inline float matter_leaning(const struct matter *matter, uint32_t person)
{
    return matter->met == NULL ? matter->leaning[person] : met_leaning(matter, person);
}

static inline float matter_first_leaning(const struct matter *matter, uint32_t person)
{
    return matter->met == NULL ? matter->first[person] : met_first_leaning(matter, person);
}

/* What draws all people of the site to it; it lasts until the next one is asked for, or a matter is made. */
const float *matter_interests(struct knowledge *knowledge, const struct matter *matter);
/* How all people of the site lean. */
void matter_leanings(const struct knowledge *knowledge, const struct matter *matter, float *leanings);

/* --- what others do to a matter --- */

/* It is number `number` of its agenda; somebody proposes it. */
void matter_goes_on_agenda(struct matter *matter, uint32_t number);
void matter_gets_proposer(struct matter *matter, uint32_t person);
/* It is about this inquiry; a facet speaks for it. */
void matter_belongs_to(struct matter *matter, struct inquiry *inquiry);
void matter_is_favoured(struct matter *matter, uint32_t facet);
/* A circle has discussed it. */
void matter_gets_prepared(struct matter *matter);
/* An amendment answers a facet against it; a concern is raised and not answered. */
void matter_is_amended(struct matter *matter, uint32_t facet);
void matter_is_declined(struct matter *matter, uint32_t facet);
/* It is taken up again: all concerns may be raised once more. */
void matter_is_taken_up(struct matter *matter);
/* A person learns a facet. True when it was new to her. */
bool matter_learn(struct matter *matter, uint32_t person, uint32_t facet);
/* Somebody who comes brings a facet along that she learns here in this way. */
void matter_is_brought(struct matter *matter);

/* Somebody says a facet. */
static inline void matter_voice(struct matter *matter, uint32_t facet)
{
    facet_add(&matter->heard.voiced, facet);
}

/* A person stands up: what her seat holds is stored, her facets word by word, and her leaning. */
static inline void matter_store_word(struct matter *matter, uint32_t person, uint32_t word, uint64_t bits)
{
    uint64_t *known =
        (matter->met == NULL ? &matter->known[(size_t)person * matter->words] : met_known(matter, person)) +
        word;
    matter->growth.learned += (uint64_t)__builtin_popcountll(bits & ~*known);
    *known = bits;
}

static inline void matter_store_leaning(struct matter *matter, uint32_t person, float leaning)
{
    if (matter->met == NULL)
        matter->leaning[person] = leaning;
    else
        met_lean(matter, person, leaning);
}

/* --- sets of facets --- */

uint32_t facet_count(const struct facet_set *set);
/* The facet number `index` (from 0) of the set. */
uint32_t facet_pick(const struct facet_set *set, uint32_t index);
struct facet_set facet_and(const struct facet_set *a, const struct facet_set *b);
struct facet_set facet_or(const struct facet_set *a, const struct facet_set *b);
struct facet_set facet_without(const struct facet_set *a, const struct facet_set *b);
struct facet_set facets_known(const struct matter *matter, uint32_t person);
/* Facets that speak for the matter as it stands now, answered concerns among them. */
struct facet_set facets_for(const struct matter *matter);
/* (for - against) / facets as it stands now, with everything known: -1 to 1. */
double matter_value(const struct matter *matter);

/* A matter is over: its facets go into the books. */
void matter_count_voiced(struct knowledge *knowledge, const struct matter *matter);

#endif
