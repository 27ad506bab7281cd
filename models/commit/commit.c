#include "commit/commit.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "people/interests.h"
#include "sides/sides.h"

static void add_call(struct commit *commit, const struct commit_call *call)
{
    if (commit->count == commit->room) {
        uint32_t room = commit->room == 0 ? 8 : 2 * commit->room;
        commit->calls = arena_grow(commit->arena, commit->calls, commit->count, room, sizeof *commit->calls);
        commit->room = room;
    }
    commit->calls[commit->count++] = *call;
}

static void person_calls(struct commit *commit, const struct people *people, uint32_t person)
{
    add_call(commit, &(struct commit_call){person, person_topic(people, person), NOBODY, 0});
}

/* What was posted and is not over yet; else the circles; where all sat in one, that. */
static void collect_people(struct site *site, const struct session *session, struct commit *commit)
{
    const struct people *people = people_of(parts_of(site));
    const struct session_circles *circles = &session->circles;
    bool several = circles->caller_count > 0;
    const uint32_t *hosts = several ? circles->callers : circles->hosts;
    uint32_t count = several ? circles->caller_count : circles->host_count;
    for (uint32_t i = 0; i < session->market.posted; i++) {
        uint32_t caller = session_caller(site, session, &session->market.postings[i]);
        if (caller != NOBODY)
            person_calls(commit, people, caller);
    }
    for (uint32_t i = 0; i < count && session->market.posted == 0; i++)
        if (hosts[i] != NOBODY && session_has(people, session, hosts[i]))
            person_calls(commit, people, hosts[i]);
}

/* Different for all stages of all sessions. */
static uint32_t stage_luck(const struct session *session)
{
    return session->origin.luck + (session->at.stage * 64 + session->at.round) * UINT32_C(0x9E3779B1);
}

/* Each working group of which somebody is there; in a meeting of one, that. */
static void collect_groups(struct site *site, const struct session *session, struct commit *commit)
{
    const struct parts *parts = parts_of(site);
    const struct groups *groups = groups_of(parts);
    bool own = session->origin.owner_kind == OWNER_GROUP;
    for (uint32_t number = 0; number < groups_count(groups); number++) {
        const struct group *group = group_numbered(groups, number);
        if (!group_lives(group) || (own && session->origin.owner != number))
            continue;
        bool is_here = false;
        for (uint32_t i = 0; i < group->members.count && !is_here; i++)
            is_here = session_has(people_of(parts), session, group->members.all[i]);
        if (is_here)
            add_call(commit, &(struct commit_call){NOBODY, group->topic, number, 0});
    }
}

static const struct commit_rule *rule_of(const struct session *session)
{
    return (const struct commit_rule *)session_stage(session)->into;
}

/* Whether the call is one that she may sign. */
static bool is_for_her(const struct groups *groups, const struct commit_call *call, uint32_t person)
{
    return call->group == NOBODY || group_has(groups, group_numbered(groups, call->group), person);
}

/* How much she cares for its topic; where people go by warmth, times hers if somebody of another side stands
 * for it. 0: it is not for her. */
static double weight_of_call(const struct parts *parts, const struct commit *commit,
                             const struct commit_call *call, uint32_t person, sim_time now)
{
    const struct sides *sides = commit->settings->by_warmth ? sides_of(parts) : NULL;
    if (!is_for_her(groups_of(parts), call, person))
        return 0;
    double interest = (double)interests_of(people_of(parts), person)[call->topic];
    bool across = sides != NULL && call->person != NOBODY &&
                  sides_of_person(sides, call->person) != sides_of_person(sides, person);
    return across ? interest * sides_warmth(sides, person, now) : interest;
}

/* A call in proportion to its weight; from 1, or 0 where none is for her. */
static uint32_t chosen_call(const struct commit *commit, const struct parts *parts, uint32_t person,
                            sim_time now, struct draw *draw)
{
    double all = 0, sum = 0;
    for (uint32_t i = 0; i < commit->count; i++)
        all += weight_of_call(parts, commit, &commit->calls[i], person, now);
    double at = draw_uniform(draw) * all;
    uint32_t chosen = 0;
    for (uint32_t i = 0; i < commit->count; i++) {
        double weight = weight_of_call(parts, commit, &commit->calls[i], person, now);
        if (weight <= 0)
            continue;
        chosen = i + 1;
        sum += weight;
        if (at < sum)
            break;
    }
    return chosen;
}

/* Whether she can take on what the calls are for: a place in a group; who is in one has her share of it. */
static bool may_sign(const struct parts *parts, const struct commit_rule *rule, uint32_t person)
{
    return person_belongs(people_of(parts), person) &&
           (rule->of_groups || person_has_place(groups_of(parts), person));
}

static void people_sign(struct site *site, const struct session *session, struct commit *commit)
{
    const struct parts *parts = parts_of(site);
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        struct draw draw = draw_for(site_luck(site), DRAW_SIGN, stage_luck(session), person);
        commit->choice[person] = 0;
        if (!may_sign(parts, rule_of(session), person) || draw_uniform(&draw) >= commit->settings->sign)
            continue;
        uint32_t call = chosen_call(commit, parts, person, site_now(site), &draw);
        commit->choice[person] = call;
        if (call == 0)
            continue;
        commit->calls[call - 1].signed_by++;
        commit->tally.signed_for++;
        chronicle_tell(site, TOLD_SIGNED, person, CHRONICLE_NOBODY, NAN);
    }
}

static void tell_who_turned_up(struct site *site, const struct commit *commit, uint32_t count,
                               const struct group *group)
{
    for (uint32_t i = 0; i < count; i++)
        chronicle_tell(site, TOLD_TURNED_UP, commit->who[i], group == NULL ? CHRONICLE_NOBODY : group->number,
                       NAN);
}

/* Lists those who signed for the call and turn up; returns how many. */
static uint32_t those_who_turn_up(struct site *site, const struct session *session, struct commit *commit,
                                  uint32_t call)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        if (commit->choice[person] != call + 1)
            continue;
        struct draw draw = draw_for(site_luck(site), DRAW_TURN_UP, stage_luck(session), person);
        if (draw_uniform(&draw) < commit->settings->follow_through)
            commit->who[count++] = person;
    }
    commit->tally.turned_up += count;
    return count;
}

/* Those who turn up are the group; everybody who was there when it was called for knows of it. */
static void found_group(struct site *site, const struct session *session, struct commit *commit,
                        uint32_t call)
{
    enum { TOO_FEW = 2 };
    uint32_t count = those_who_turn_up(site, session, commit, call);
    const struct group *group =
        count < TOO_FEW ? NULL : group_founded_by(site, commit->calls[call].topic, commit->who, count);
    tell_who_turned_up(site, commit, count, group);
    commit->tally.groups += group != NULL ? 1 : 0;
    for (uint32_t i = 0; i < session->here.count && group != NULL; i++)
        group_becomes_known(site, group, session->here.people[i]);
}

/* The groups of whose tasks she sits one out, GROUPS_EACH of them: number plus 1, or 0. */
static uint32_t *sat_out(const struct commit *commit, uint32_t person)
{
    return &commit->sits_out[(size_t)person * GROUPS_EACH];
}

bool commit_works_on_tasks(struct site *site, const struct group *group, uint32_t person)
{
    const uint32_t *groups = sat_out(commit_of(parts_of(site)), person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (groups[i] == group->number + 1)
            return false;
    return true;
}

/* A place of a group that she is in no more is free. */
static void sits_out(struct site *site, const struct group *group, uint32_t person, bool does)
{
    const struct groups *all = groups_of(parts_of(site));
    uint32_t *groups = sat_out(commit_of(parts_of(site)), person), free = 0;
    for (uint32_t i = 0; i < GROUPS_EACH; i++) {
        bool is_old = groups[i] > 0 && !group_has(all, group_numbered(all, groups[i] - 1), person);
        groups[i] = is_old || groups[i] == group->number + 1 ? 0 : groups[i];
    }
    while (free < GROUPS_EACH && groups[free] > 0)
        free++;
    require(!does || free < GROUPS_EACH);
    if (does)
        groups[free] = group->number + 1;
}

/* The group takes up its next tasks. Those of its members who signed for them and turn up work on them, and
 * the others on none until its next planning. */
static void group_plans(struct site *site, const struct session *session, struct commit *commit,
                        uint32_t call)
{
    const struct group *group = group_numbered(groups_of(parts_of(site)), commit->calls[call].group);
    for (uint32_t i = 0; i < group->members.count; i++)
        sits_out(site, group, group->members.all[i], true);
    uint32_t count = those_who_turn_up(site, session, commit, call);
    for (uint32_t i = 0; i < count; i++)
        sits_out(site, group, commit->who[i], false);
    tell_who_turned_up(site, commit, count, group);
    commit->tally.plannings++;
    chronicle_tell(site, TOLD_PLANNED, group->number, CHRONICLE_NOBODY, NAN);
    work_plan(site, group);
    work_look_up(site, group);
}

static bool is_signed(const struct parts *parts, const struct commit_call *call)
{
    uint64_t size = (uint64_t)commit_of(parts)->settings->size;
    if (call->group != NOBODY) {
        const struct group *group = group_numbered(groups_of(parts), call->group);
        size = size < group->members.count ? size : group->members.count;
    }
    return call->signed_by >= size;
}

static void calls_are_signed(struct site *site, const struct session *session, struct commit *commit)
{
    commit->tally.stages++;
    commit->count = 0;
    if (rule_of(session)->of_groups)
        collect_groups(site, session, commit);
    else
        collect_people(site, session, commit);
    if (commit->count > 0)
        people_sign(site, session, commit);
    for (uint32_t call = 0; call < commit->count; call++)
        if (is_signed(parts_of(site), &commit->calls[call]))
            rule_of(session)->becomes(site, session, commit, call);
}

static void commit_begin(struct site *site, struct session *session)
{
    struct commit *commit = commit_of(parts_of(site));
    session_close_circles(site, session);
    if (commit != NULL && groups_of(parts_of(site)) != NULL)
        calls_are_signed(site, session, commit);
    if (session_stage(session)->lasts == 0)
        session_stage_done(site, session);
}

// clang-format off
const struct verb verb_commit = {
    .choice = {"commit", "everybody signs for one call at most: what was posted, or the circles before; a call that enough people sign becomes something", "Owen 2008, Open Space Technology: action planning; follow-through after Sheeran 2002"},
    .silent = true,
    .commits = true,
    .begin = commit_begin,
};

static const struct commit_rule into_group = {{"group", "a working group of those who turn up, on the topic of who called", "working groups of New York, 2011-12"}, false, found_group};
static const struct commit_rule into_task = {{"task", "the next tasks of a working group (`groups.work.sprint`); those of its members who signed and turn up work on them until its next planning", "Schwaber & Sutherland 2020, The Scrum Guide: sprint planning"}, true, group_plans};
// clang-format on

const struct choice *const commit_rules[] = {&into_group.choice, &into_task.choice, NULL};
