/* A hall with working groups and an agenda, and nobody who decides but the test, unless it fills the
 * calendar. */
#ifndef UNIT_MODELS_CREW_H
#define UNIT_MODELS_CREW_H

#include "conversation/numbers.h"
#include "decisions/decisions.h"
#include "gathering/numbers.h"
#include "groups/groups_parts.h"
#include "groups/numbers.h"
#include "groups/work_parts.h"
#include "hall.h"
#include "numbering.h"
#include "people/interests.h"
#include "teamwork/teamwork.h"

struct crew {
    struct hall hall;
    struct site *site;
    struct groups *groups;
};

/* All settings at their defaults, but: groups form, every item takes 10 person-hours, nothing is learned, no
 * task needs approval, and a group lives while it has a member, whom nothing makes leave. Change what a test
 * is about before crew_open.
 */
static inline void crew_prepare(struct crew *crew)
{
    struct hall *hall = &crew->hall;
    hall_prepare(hall);
    struct camp_settings *settings = &hall->settings;
    section_bind(&gathering_section, NULL, &settings->gathering, &hall->arena, &hall->trouble);
    section_bind(&decision_section, NULL, &settings->decisions, &hall->arena, &hall->trouble);
    section_bind(&interest_section, NULL, &settings->interests, &hall->arena, &hall->trouble);
    section_bind(&group_section, NULL, &settings->groups, &hall->arena, &hall->trouble);
    assert_int_equal(hall->trouble.count, 0);
    settings->proposals.reopening = 0;
    settings->groups.form = true;
    settings->groups.membership.death_below = 1;
    settings->groups.membership.leave_rate = 0;
    settings->groups.work.content = 10 * SIM_HOUR;
    settings->groups.work.content_cv = 0;
    settings->groups.work.learning = 0;
    settings->groups.work.needs = 0;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        settings->groups.category[i].approval = 0;
}

static inline void crew_open(struct crew *crew)
{
    static handler *const handlers[EVENT_KINDS] = {
        [EVENT_CHANNEL_FREE] = on_channel_free,       [EVENT_SESSION_OPENS] = on_session_opens,
        [EVENT_STAGE_ENDS] = on_stage_ends,           [EVENT_SESSION_ENDS] = on_session_ends,
        [EVENT_GROUP_DISSOLVES] = on_group_dissolves, [EVENT_TASK_DONE] = on_task_done,
        [EVENT_PART_FINISHED] = on_part_finished,
    };
    struct hall *hall = &crew->hall;
    hall_open(hall);
    hall->model = (struct model){handlers, EVENT_KINDS};
    run_free(hall->run);
    struct run_plan plan = {
        .model = &hall->model, .sites = 1, .ends = 60 * SIM_DAY, .lookahead = SIM_HOUR, .seed = 5};
    hall->run = run_new(&plan);
    hall->site = crew->site = run_site(hall->run, 0);
    const struct luck *luck = site_luck(hall->site);
    struct parts *parts = &hall->parts;
    const struct camp_settings *settings = &hall->settings;
    const struct population population = {.people = &settings->people,
                                          .tension = &settings->tension,
                                          .interests = &settings->interests,
                                          .count = HALL_PEOPLE,
                                          .ends = plan.ends};
    parts->state[PEOPLE_NUMBER] = people_new(&population, luck, &hall->arena);
    parts->state[KNOWLEDGE_NUMBER] =
        knowledge_new(&settings->knowledge, people_of(parts), HALL_FACETS, luck, &hall->arena);
    parts->state[CONVERSATION_NUMBER] =
        conversation_new(&settings->conversation, &settings->opinions, people_of(parts),
                         knowledge_words(knowledge_of(parts)), luck, &hall->arena);
    parts->state[GATHERING_NUMBER] =
        gathering_new(&settings->gathering, settings->calendar, 0, people_of(parts), &hall->arena);
    parts->state[AGENDA_NUMBER] =
        agenda_new(&hall->settings.proposals, knowledge_of(parts), SIM_NEVER, &hall->arena);
    parts->state[DECISIONS_NUMBER] = decisions_new(&hall->settings.decisions, &hall->arena);
    parts->state[GROUPS_NUMBER] = groups_new(&settings->groups, (uint32_t)settings->interests.topics,
                                             people_of(parts), luck, &hall->arena);
    crew->groups = groups_of(parts);
    site_attach(hall->site, parts);
    parts_hear(parts, &gathering_mechanism.hears);
    parts_hear(parts, &groups_mechanism.hears);
    gathering_start(hall->site);
    groups_start(hall->site);
}

static inline struct group *crew_found(struct crew *crew, uint32_t topic, uint32_t first, uint32_t members)
{
    uint32_t who[HALL_PEOPLE];
    for (uint32_t i = 0; i < members; i++)
        who[i] = first + i;
    return group_found(crew->site, topic, who, members);
}

/* From now on members of the crew know this of the commons, and nothing else. */
static inline void crew_knows(struct crew *crew, uint32_t person, uint64_t know_how)
{
    const struct matter *commons = knowledge_commons(knowledge_of(&crew->hall.parts));
    memset(&commons->known[(size_t)person * commons->words], 0, commons->words * sizeof *commons->known);
    commons->known[(size_t)person * commons->words] = know_how;
}

static inline void crew_until(struct crew *crew, double hours)
{
    run_until(crew->hall.run, sim_time_from_hours(hours));
}

/* The books are closed, and required to be right. */
static inline void crew_close(struct crew *crew)
{
    sim_time now = site_now(crew->site);
    groups_settle(crew->site, now);
    agenda_settle(agenda_of(&crew->hall.parts), now);
    hall_close(&crew->hall);
}

#endif
