/* A hall with people and circles, without sessions: what the tests of conversations begin with. */
#ifndef UNIT_MODELS_HALL_H
#define UNIT_MODELS_HALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "conversation/conversation.h"
#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "mechanism.h"
#include "numbering.h"
#include "parts.h"
#include "unit/models/camp_settings.h"

extern const struct mechanism gathering_mechanism, groups_mechanism;

enum { HALL_PEOPLE = 24, HALL_FACETS = 70 };

struct hall {
    struct arena arena;
    struct trouble trouble;
    struct camp_settings settings; /* defaults; change what a test is about before hall_open */
    struct manner manner;
    struct model model;
    struct run *run;
    struct site *site;
    struct parts parts;
};

/* All settings at their defaults. */
static inline void hall_prepare(struct hall *hall)
{
    *hall = (struct hall){0};
    struct camp_settings *settings = &hall->settings;
    section_bind(&people_section, NULL, &settings->people, &hall->arena, &hall->trouble);
    section_bind(&tension_section, NULL, &settings->tension, &hall->arena, &hall->trouble);
    section_bind(&knowledge_section, NULL, &settings->knowledge, &hall->arena, &hall->trouble);
    section_bind(&conversation_section, NULL, &settings->conversation, &hall->arena, &hall->trouble);
    section_bind(&opinion_section, NULL, &settings->opinions, &hall->arena, &hall->trouble);
    section_bind(&proposal_section, NULL, &settings->proposals, &hall->arena, &hall->trouble);
    assert_int_equal(hall->trouble.count, 0);
    hall->manner = (struct manner){.floor = (const struct floor_rule *)floor_rules[0], .facilitated = true};
}

static inline void hall_open_with(struct hall *hall, handler *const *handlers, uint32_t kinds)
{
    const struct camp_settings *settings = &hall->settings;
    hall->model = (struct model){handlers, kinds};
    struct run_plan plan = {
        .model = &hall->model, .sites = 1, .ends = SIM_WEEK, .lookahead = SIM_HOUR, .seed = 5};
    hall->run = run_new(&plan);
    hall->site = run_site(hall->run, 0);
    const struct luck *luck = site_luck(hall->site);
    struct parts *parts = &hall->parts;
    const struct population population = {
        .people = &settings->people, .tension = &settings->tension, .count = HALL_PEOPLE, .ends = plan.ends};
    parts->state[PEOPLE_NUMBER] = people_new(&population, luck, &hall->arena);
    parts->state[KNOWLEDGE_NUMBER] =
        knowledge_new(&settings->knowledge, people_of(parts), HALL_FACETS, luck, &hall->arena);
    parts->state[CONVERSATION_NUMBER] =
        conversation_new(&settings->conversation, &settings->opinions, people_of(parts),
                         knowledge_words(knowledge_of(parts)), luck, &hall->arena);
    site_attach(hall->site, parts);
}

static inline void hall_open(struct hall *hall)
{
    static handler *const handlers[EVENT_KINDS] = {[EVENT_CHANNEL_FREE] = on_channel_free};
    hall_open_with(hall, handlers, EVENT_KINDS);
}

static inline void hall_close(struct hall *hall)
{
    run_free(hall->run);
    trouble_free(&hall->trouble);
    arena_free(&hall->arena);
}

/* For agenda_forget, where no circle is open. */
static inline bool nobody_speaks_of(const struct parts *parts, const struct matter *matter)
{
    (void)parts;
    (void)matter;
    return false;
}

#endif
