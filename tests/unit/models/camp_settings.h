/* The settings of a scenario as one struct, for tests that change some of them by hand. */
#ifndef TESTS_CAMP_SETTINGS_H
#define TESTS_CAMP_SETTINGS_H

#include "conversation/conversation.h"
#include "decisions/decisions.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "links/links.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/presence.h"
#include "practices/adoption.h"
#include "scenario.h"
#include "shocks/shocks.h"
#include "travel/travel.h"

/* SETTINGS(scenario, group)->form */
#define SETTINGS(scenario, name)                                                                             \
    ((const struct name##_settings *)scenario_settings((scenario), &name##_section))

struct camp_settings {
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
    struct link_settings links;
    struct visit_settings visits;
    struct expert_settings experts;
    struct adoption_settings adoption;
    struct shocks_settings shocks;
    struct field_list calendar; /* struct calendar_entry */
};

static inline struct camp_settings camp_settings_of(const struct scenario *scenario)
{
    return (struct camp_settings){
        .people = *SETTINGS(scenario, people),
        .tension = *SETTINGS(scenario, tension),
        .arrivals = *SETTINGS(scenario, arrival),
        .presence = *SETTINGS(scenario, presence),
        .interests = *SETTINGS(scenario, interest),
        .knowledge = *SETTINGS(scenario, knowledge),
        .conversation = *SETTINGS(scenario, conversation),
        .opinions = *SETTINGS(scenario, opinion),
        .proposals = *SETTINGS(scenario, proposal),
        .gathering = *SETTINGS(scenario, gathering),
        .decisions = *SETTINGS(scenario, decision),
        .groups = *SETTINGS(scenario, group),
        .links = *SETTINGS(scenario, link),
        .visits = *SETTINGS(scenario, visit),
        .experts = *SETTINGS(scenario, expert),
        .adoption = *SETTINGS(scenario, adoption),
        .shocks = *SETTINGS(scenario, shocks),
        .calendar = *(const struct field_list *)scenario_settings(scenario, &calendar_section),
    };
}

#endif
