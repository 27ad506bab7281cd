/* Everything that a scenario file may say, bound to one struct. */
#ifndef MODELS_SETTINGS_H
#define MODELS_SETTINGS_H

#include "conversation/conversation.h"
#include "decisions/decisions.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "measures/problems.h"
#include "network/network.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/presence.h"
#include "places/places.h"
#include "practices/adoption.h"
#include "scenario/field.h"
#include "shocks/shocks.h"

/* A setting with values to try: an assumption and its stated alternatives, or an axis of a sweep. */
struct trial {
    const char *set;
    const struct node *to;
    const char *why;
};

/* A number of the record that the scenario is set up to be compared with. */
struct found_number {
    const char *measure;
    double value;
    double least, most; /* the range that the source allows */
    const char *source;
};

/* What a scenario may ask of the machine (workload.h). */
struct limit_settings {
    double memory;  /* GB a run */
    double steps;   /* a run */
    double events;  /* a run */
    double results; /* GB, before they are compressed */
};

extern const struct section limit_section;

struct scenario {
    const char *title, *question, *headline;
    sim_time lasts, sample_every, lookahead;
    const struct weekday *starts_on;
    int64_t seed, replications, variant_replications;
    bool record_people, record_events;
    struct field_list sites;  /* struct site_settings, as written */
    struct field_list places; /* the same, one for each site */
    const struct site_map *map;
    struct people_settings people;
    struct tension_settings tension;
    struct arrival_settings arrivals;
    struct presence_settings presence;
    struct interest_settings interests;
    struct knowledge_settings knowledge;
    struct conversation_settings conversation;
    struct opinion_settings opinions;
    struct proposal_settings proposals;
    struct gathering_settings gathering;
    struct decision_settings decisions;
    struct group_settings groups;
    struct problem_settings problems;
    struct link_settings links;
    struct visit_settings visits;
    struct expert_settings experts;
    struct adoption_settings adoption;
    struct shocks_settings shocks;
    struct field_list calendar; /* struct calendar_entry */
    const struct node *designs;
    const struct node *show;              /* a list of names of measures */
    struct field_list assumptions, sweep; /* struct trial */
    struct field_list found;              /* struct found_number */
    struct limit_settings limits;
};

extern const struct section scenario_section;
extern const struct section method_section;

#endif
