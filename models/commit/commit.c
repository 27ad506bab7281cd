#include "commit/commit.h"

#include "gathering/gathering.h"
#include "groups/groups.h"
#include "people/interests.h"

static void add_call(struct commit *commit, const struct people *people, uint32_t person)
{
    if (commit->count == commit->room) {
        uint32_t room = commit->room == 0 ? 8 : 2 * commit->room;
        commit->calls = arena_grow(commit->arena, commit->calls, commit->count, room, sizeof *commit->calls);
        commit->room = room;
    }
    commit->calls[commit->count++] = (struct commit_call){person, person_topic(people, person), 0};
}

/* What was posted and is not over yet; else the circles; where all sat in one, that. */
static void collect_calls(struct site *site, const struct session *session, struct commit *commit)
{
    const struct people *people = people_of(parts_of(site));
    const struct session_circles *circles = &session->circles;
    bool several = circles->caller_count > 0;
    const uint32_t *hosts = several ? circles->callers : circles->hosts;
    uint32_t count = several ? circles->caller_count : circles->host_count;
    commit->count = 0;
    for (uint32_t i = 0; i < session->market.posted; i++) {
        uint32_t caller = session_caller(site, session, &session->market.postings[i]);
        if (caller != NOBODY)
            add_call(commit, people, caller);
    }
    for (uint32_t i = 0; i < count && session->market.posted == 0; i++)
        if (hosts[i] != NOBODY && session_has(people, session, hosts[i]))
            add_call(commit, people, hosts[i]);
}

/* Different for all stages of all sessions. */
static uint32_t stage_luck(const struct session *session)
{
    return session->origin.luck + (session->at.stage * 64 + session->at.round) * UINT32_C(0x9E3779B1);
}

/* A call in proportion to her interest in its topic; from 1. */
static uint32_t chosen_call(const struct commit *commit, const float *interests, struct draw *draw)
{
    double all = 0, sum = 0;
    for (uint32_t i = 0; i < commit->count; i++)
        all += (double)interests[commit->calls[i].topic];
    double at = draw_uniform(draw) * all;
    uint32_t chosen = 0;
    while (chosen + 1 < commit->count) {
        sum += (double)interests[commit->calls[chosen].topic];
        if (at < sum)
            break;
        chosen++;
    }
    return chosen + 1;
}

static void people_sign(struct site *site, const struct session *session, struct commit *commit)
{
    const struct parts *parts = parts_of(site);
    const struct people *people = people_of(parts);
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        struct draw draw = draw_for(site_luck(site), DRAW_SIGN, stage_luck(session), person);
        commit->choice[person] = 0;
        if (!person_belongs(people, person) || !person_has_place(groups_of(parts), person) ||
            draw_uniform(&draw) >= commit->settings->sign)
            continue;
        uint32_t call = chosen_call(commit, interests_of(people, person), &draw);
        commit->choice[person] = call;
        commit->calls[call - 1].signed_by++;
        commit->tally.signed_for++;
    }
}

/* Those who turn up are the group; everybody who was there when it was called for knows of it. */
static void found_group(struct site *site, const struct session *session, struct commit *commit,
                        uint32_t call)
{
    enum { TOO_FEW = 2 };
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
    if (count < TOO_FEW)
        return;
    const struct group *group = group_founded_by(site, commit->calls[call].topic, commit->who, count);
    commit->tally.groups += group != NULL ? 1 : 0;
    for (uint32_t i = 0; i < session->here.count && group != NULL; i++)
        group_becomes_known(site, group, session->here.people[i]);
}

static void commit_begin(struct site *site, struct session *session)
{
    struct commit *commit = commit_of(parts_of(site));
    session_close_circles(site, session);
    if (commit != NULL && groups_of(parts_of(site)) != NULL) {
        commit->tally.stages++;
        collect_calls(site, session, commit);
        if (commit->count > 0)
            people_sign(site, session, commit);
        for (uint32_t call = 0; call < commit->count; call++)
            if (commit->calls[call].signed_by >= (uint64_t)commit->settings->size)
                found_group(site, session, commit, call);
    }
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

static const struct commit_rule into_group = {{"group", "a working group of those who turn up, on the topic of who called", "working groups of New York, 2011-12"}};
// clang-format on

const struct choice *const commit_rules[] = {&into_group.choice, NULL};
