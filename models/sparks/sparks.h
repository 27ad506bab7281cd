/* Sparks: short messages that go round a movement, are taken up or not, and burn out.
 *
 * A spark has a kind, which says what it asks people to do; a concept, which is a direction in the space of
 * topics; and for some kinds an inquiry. Where it comes from is a route: a working group chooses it, with the
 * approval of the assembly or without; anybody calls a few others together for twenty minutes; it is the most
 * read of what was posted, and nobody objects; or it comes from outside the movement. An announced spark is
 * heard by people of the site, their contacts outside, other sites and the public.
 *
 * Who hears of one has room for a few at a time (Weng et al. 2012). She becomes active on it with a chance
 * that depends on whether its concept fits her interests, stays so for a while, and passes it on to people of
 * the site, of other sites and of the public. How many differs widely between people: lognormal, as with
 * posts in a forum. Where many of the public take it up is counted and not simulated person by person.
 *
 * People who are active on a spark do what it asks: a few at a time talk, or many act at once when enough are
 * active at one site (a threshold, after Granovetter 1978). Where its inquiry has a deadline, they contribute
 * what they know until then.
 *
 * A cascade is who became active by an announcement or began the spark, and all who are active because of
 * her (Goel, Watts & Goldstein 2012). Structural virality is the mean distance of two people in the tree of a
 * spark, whose root is the announcement (Goel et al. 2016).
 *
 * What must hold, and is required at the end of every run: each spark is in one state; Little's law on sparks
 * that wait for approval; who is active on a spark became so and has not faded; what was sent to a site came
 * or is under way; the cascades hold everybody who ever became active, once.
 */
#ifndef SPARKS_SPARKS_H
#define SPARKS_SPARKS_H

#include "gathering/gathering.h"
#include "parts.h"
#include "scenario/field.h"
#include "sparks/numbers.h"

enum { MOST_SPARK_KINDS = 32, MOST_ROUTES = 16, MOST_FLOWS = 64, MOST_ATTENTION = 64, MOST_ASKED = 200 };

/* What a kind of spark asks people to do. */
struct spark_wish {
    struct choice choice;
    bool talks; /* a few who are active talk with each other */
    bool acts;  /* all who are active act at once, when they are enough */
};

struct spark_kind {
    const char *name;
    const struct spark_wish *asks;
    int64_t people; /* of a talk */
    sim_time takes; /* a talk at most; or the time of each person who does what it asks */
    double share;   /* of the sparks, as a weight */
    const char *inquiry;
    uint32_t inquiry_number; /* from 1; 0: none; when complete */
};

struct spark_route;
/* Where sparks come from. */
struct route_rule {
    struct choice choice;
    bool by_group, by_anybody, harvests, from_outside;
};

enum audience { AUDIENCE_ALL, AUDIENCE_SITE, AUDIENCE_CONTACTS, AUDIENCE_SITES, AUDIENCE_PUBLIC };

struct spark_route {
    const struct route_rule *by;
    const struct category_rule *category;
    const char *site;                 /* at which sparks come up so; NULL: at all */
    uint32_t site_first, site_beyond; /* sites of the run of that name; when complete */
    sim_time first, every;
    bool approval;
    int64_t people;                /* who come together at least */
    double calls_per_hour;         /* of a person */
    int64_t asks;                  /* people whom who calls asks */
    double post;                   /* chance that what came of it is posted */
    int64_t take;                  /* sparks harvested at once */
    bool record;                   /* what came in on inquiries hangs as a record */
    uint64_t audiences;            /* bit i: enum audience */
    struct calendar_entry session; /* hold, for */
};

/* How many people of one place somebody of another place passes a spark on to. */
struct spark_flow {
    const char *from, *to;
    double passes;
    uint32_t from_first, from_beyond, to_first, to_beyond; /* sites of the run; when complete */
};

struct spark_reach {
    double site, contacts, sites; /* shares */
    double of_public;             /* people, on average */
    int64_t other_sites;          /* 0: all */
};

struct spark_mix {
    double own, others, of_public;
};

/* Talks that sparks ask for. */
struct spark_talks {
    struct calendar_entry session; /* hold; how long follows from the kind */
    bool contribute;               /* what is said there comes in on the inquiry */
};

struct spark_settings {
    struct field_list routes, flows;
    struct spark_talks talks;
    sim_time stale, silence;
    double object;
    double reads_per_hour;
    int64_t page;
    struct spark_reach reach;
    struct spark_mix mix;
    int64_t attention;
    sim_time lasts; /* half-life */
    double uptake, fit, against, again;
    double passes, pass_sd, strangers;
    int64_t mass;
    double anchor;
    int64_t breadth;
    double contributes_per_hour, urgency;
    sim_time urgent;
    bool travel; /* people who are guests at another site take part there */
};

extern const struct section spark_section, spark_kind_section;

struct checking;
struct scenario;
struct weight;
/* Reports what the tables cannot say, and fills in what names mean (checking.h, mechanism.h). */
void sparks_check(const struct checking *checking);
void sparks_note(const struct checking *checking);
struct weight sparks_weigh(const struct checking *checking);
/* Whether sparks come from anywhere; whether one of them asks to contribute to an inquiry. */
bool sparks_come(const struct scenario *scenario);
bool sparks_have_inquiry(const struct scenario *scenario);

/* The sparks of a site (sparks_parts.h). */
struct sparks;

/* NULL where no route is given. */
PART(sparks, SPARKS_NUMBER)

#endif
