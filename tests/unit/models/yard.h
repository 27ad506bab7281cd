/* A yard with people who come and go, and nothing else: no sessions, no matters but those of a test. */
#ifndef UNIT_MODELS_YARD_H
#define UNIT_MODELS_YARD_H

#include "knowledge/commons.h"
#include "near.h"
#include "numbering.h"
#include "parts.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/numbers.h"
#include "people/presence.h"
#include "unit/models/camp_settings.h"

struct yard {
    struct arena arena;
    struct trouble trouble;
    struct camp_settings settings; /* defaults; change what a test is about before yard_open */
    struct population population;
    struct model model;
    struct run *run;
    struct site *site;
    struct parts parts;
};

static inline void yard_prepare(struct yard *yard, uint32_t people, sim_time ends)
{
    *yard = (struct yard){0};
    struct camp_settings *settings = &yard->settings;
    section_bind(&people_section, NULL, &settings->people, &yard->arena, &yard->trouble);
    section_bind(&tension_section, NULL, &settings->tension, &yard->arena, &yard->trouble);
    section_bind(&arrival_section, NULL, &settings->arrivals, &yard->arena, &yard->trouble);
    section_bind(&presence_section, NULL, &settings->presence, &yard->arena, &yard->trouble);
    section_bind(&interest_section, NULL, &settings->interests, &yard->arena, &yard->trouble);
    section_bind(&knowledge_section, NULL, &settings->knowledge, &yard->arena, &yard->trouble);
    assert_int_equal(yard->trouble.count, 0);
    yard->population = (struct population){
        .people = &settings->people,
        .tension = &settings->tension,
        .arrivals = &settings->arrivals,
        .presence = &settings->presence,
        .interests = &settings->interests,
        .count = people,
        .arrival_factor = 1,
        .ends = ends,
    };
}

static inline void yard_open(struct yard *yard, uint64_t seed)
{
    static handler *const handlers[EVENT_KINDS] = {
        [EVENT_PERSON_ARRIVES] = on_person_arrives,
        [EVENT_PERSON_DRIFTS] = on_person_drifts,
        [EVENT_PERSON_BURNS_OUT] = on_person_burns_out,
        [EVENT_PERSON_RETURNS] = on_person_returns,
    };
    yard->model = (struct model){handlers, EVENT_KINDS};
    struct run_plan plan = {.model = &yard->model,
                            .sites = 1,
                            .ends = yard->population.ends,
                            .lookahead = SIM_HOUR,
                            .seed = seed};
    yard->run = run_new(&plan);
    yard->site = run_site(yard->run, 0);
    const struct luck *luck = site_luck(yard->site);
    yard->parts.state[PEOPLE_NUMBER] = people_new(&yard->population, luck, &yard->arena);
    yard->parts.state[KNOWLEDGE_NUMBER] =
        knowledge_new(&yard->settings.knowledge, people_of(&yard->parts), 40, luck, &yard->arena);
    site_attach(yard->site, &yard->parts);
    people_start(yard->site);
}

static inline void yard_close(struct yard *yard)
{
    run_free(yard->run);
    trouble_free(&yard->trouble);
    arena_free(&yard->arena);
}

#endif
