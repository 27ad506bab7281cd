/* A site with working groups that meet, and assemblies that a test convenes: people come and go as the
 * settings say, but nobody tires, no work is done, and nobody leaves a group by herself.
 *
 *     struct plaza plaza;
 *     plaza_prepare(&plaza);
 *     plaza.settings.groups... = what a test is about;
 *     plaza_open(&plaza, 12);
 *     run_until(plaza.run, SIM_DAY);
 *     plaza_close(&plaza);
 */
#ifndef UNIT_MODELS_PLAZA_H
#define UNIT_MODELS_PLAZA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "decisions/decisions.h"
#include "experiment/experiment.h"
#include "gathering/convening.h"
#include "gathering/numbers.h"
#include "groups/groups_parts.h"
#include "groups/knowing.h"
#include "groups/meetings.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "groups/turnover.h"
#include "knowledge/commons.h"
#include "mechanism.h"
#include "numbering.h"
#include "parts.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/numbers.h"
#include "people/people_parts.h"
#include "unit/models/camp_settings.h"

enum { PLAZA_TOPICS = 6, PLAZA_LASTS = 40, MOST_CALLED = 64, PLAZA_PATIENCE = 3 };

extern const struct mechanism gathering_mechanism, groups_mechanism;

struct plaza {
    struct arena arena;
    struct trouble trouble;
    struct camp_settings settings;
    struct model model;
    struct run *run;
    struct site *site;
    struct parts parts;
    struct calendar_entry assembly; /* that a test convenes: everybody speaks in turn for half an hour */
    uint32_t convened;
};

static inline const struct method *plaza_method(struct plaza *plaza, const char *stages)
{
    struct method *method = ARENA_NEW(&plaza->arena, struct method, 1);
    const char *text = arena_print(&plaza->arena, "{title: a method, stages: [%s]}", stages);
    struct node *tree = node_read("method", text, strlen(text), &plaza->arena, &plaza->trouble);
    section_bind(method_settings_table(&plaza->arena), tree, method, &plaza->arena, &plaza->trouble);
    if (plaza->trouble.count > 0)
        fail_msg("%s", plaza->trouble.complaints[0].sentence);
    method_prepare(method);
    return method;
}

/* Everything that is drawn by chance about groups is switched off. */
static inline void plaza_prepare(struct plaza *plaza)
{
    *plaza = (struct plaza){0};
    struct camp_settings *settings = &plaza->settings;
    const char *text = "{title: a plaza, lasts: 40 d, sites: [], interests: {topics: 6}}";
    struct node *tree = node_read("plaza", text, strlen(text), &plaza->arena, &plaza->trouble);
    *settings = camp_settings_of(
        scenario_bind(scenario_settings_table(&plaza->arena), tree, &plaza->arena, &plaza->trouble));
    assert_int_equal(plaza->trouble.count, 0);
    settings->people.leave_below = 0;
    settings->proposals.per_hour = 0;
    settings->arrivals.patience = PLAZA_PATIENCE;
    settings->arrivals.visit_every = SIM_DAY;
    struct group_settings *groups = &settings->groups;
    groups->form = true;
    groups->newcomers = (struct newcomer_settings){.fit = 0};
    groups->founding.announce = 0;
    groups->founding.respond = 1;
    groups->membership.leave_rate = 0;
    groups->membership.most = 0;
    groups->attention.attraction = 0;
    groups->work.hours = 0;
    plaza->assembly = (struct calendar_entry){
        .held = true,
        .lasts = 30 * SIM_MINUTE,
        .method = plaza_method(plaza, "{do: converse, floor: round, turns_each: 1, matter: own}"),
    };
}

/* Groups meet every two days for an hour at most. */
static inline void plaza_let_meet(struct plaza *plaza)
{
    plaza->settings.groups.meetings.method = plaza_method(plaza, "{do: converse, floor: round, matter: own}");
    plaza->settings.groups.meetings.every = 2 * SIM_DAY;
    plaza->settings.groups.meetings.lasts = SIM_HOUR;
}

static inline void plaza_open(struct plaza *plaza, uint32_t people)
{
    static handler *const handlers[EVENT_KINDS] = {
        [EVENT_PERSON_ARRIVES] = on_person_arrives,   [EVENT_CHANNEL_FREE] = on_channel_free,
        [EVENT_STAGE_ENDS] = on_stage_ends,           [EVENT_SESSION_ENDS] = on_session_ends,
        [EVENT_PERSON_LOOKS] = on_person_looks,       [EVENT_GROUP_MEETS] = on_group_meets,
        [EVENT_MEMBER_LEAVES] = on_member_leaves,     [EVENT_MEMBER_JOINS] = on_member_joins,
        [EVENT_GROUP_DISSOLVES] = on_group_dissolves,
    };
    const struct camp_settings *settings = &plaza->settings;
    plaza->model = (struct model){handlers, EVENT_KINDS};
    struct run_plan plan = {
        .model = &plaza->model, .sites = 1, .ends = PLAZA_LASTS * SIM_DAY, .lookahead = SIM_HOUR, .seed = 11};
    plaza->run = run_new(&plan);
    plaza->site = run_site(plaza->run, 0);
    const struct luck *luck = site_luck(plaza->site);
    const struct population population = {.people = &settings->people,
                                          .tension = &settings->tension,
                                          .arrivals = &settings->arrivals,
                                          .interests = &settings->interests,
                                          .count = people,
                                          .arrival_factor = 1,
                                          .ends = plan.ends};
    struct parts *parts = &plaza->parts;
    struct arena *arena = &plaza->arena;
    parts->state[PEOPLE_NUMBER] = people_new(&population, luck, arena);
    parts->state[KNOWLEDGE_NUMBER] = knowledge_new(&settings->knowledge, people_of(parts), 8, luck, arena);
    parts->state[CONVERSATION_NUMBER] =
        conversation_new(&settings->conversation, &settings->opinions, people_of(parts),
                         knowledge_words(knowledge_of(parts)), luck, arena);
    parts->state[GATHERING_NUMBER] =
        gathering_new(&settings->gathering, (struct field_list){0}, 0, people_of(parts), arena);
    parts_hear(parts, &gathering_mechanism.hears);
    parts_hear(parts, &groups_mechanism.hears);
    parts->state[AGENDA_NUMBER] = agenda_new(&settings->proposals, knowledge_of(parts), SIM_NEVER, arena);
    parts->state[DECISIONS_NUMBER] = decisions_new(&settings->decisions, arena);
    parts->state[GROUPS_NUMBER] = groups_new(&settings->groups, PLAZA_TOPICS, people_of(parts), luck, arena);
    site_attach(plaza->site, parts);
    people_start(plaza->site);
    groups_start(plaza->site);
}

/* She cares for this topic and for no other. */
static inline void plaza_care(struct plaza *plaza, uint32_t person, uint32_t topic)
{
    float *row = &people_of(&plaza->parts)->own->interest[(size_t)person * PLAZA_TOPICS];
    for (uint32_t i = 0; i < PLAZA_TOPICS; i++)
        row[i] = i == topic ? 1.0F : 0.0F;
}

static inline struct group *plaza_found(struct plaza *plaza, uint32_t topic, uint32_t first, uint32_t count)
{
    uint32_t founders[MOST_CALLED];
    for (uint32_t i = 0; i < count; i++)
        founders[i] = first + i;
    return group_found(plaza->site, topic, founders, count);
}

/* Persons from `first` on meet now, and each speaks once. */
static inline bool plaza_convene(struct plaza *plaza, uint32_t first, uint32_t count)
{
    uint32_t called[MOST_CALLED];
    for (uint32_t i = 0; i < count; i++)
        called[i] = first + i;
    const struct convening convening = {.entry = &plaza->assembly,
                                        .people = called,
                                        .count = count,
                                        .luck = plaza->convened++,
                                        .owner_kind = OWNER_LINK};
    return gathering_convene(plaza->site, &convening);
}

/* So many hours pass. */
static inline void plaza_wait(struct plaza *plaza, double hours)
{
    run_until(plaza->run, site_now(plaza->site) + sim_time_from_hours(hours));
}

static inline void plaza_close(struct plaza *plaza)
{
    groups_settle(plaza->site, site_now(plaza->site));
    run_free(plaza->run);
    trouble_free(&plaza->trouble);
    arena_free(&plaza->arena);
}

#endif
