#include "whole/sites_state.h"

#include "chronicle.h"
#include "groups/groups.h"
#include "links/links.h"
#include "state/pieces.h"

/* Each thread takes so many sites at a time. */
enum { SITES_AT_ONCE = 4 };

struct describing {
    const struct movement_frame *frame;
    struct sites_view sites;
    sim_time now;
    uint32_t **node; /* of each site, by group: its number in the state, NO_GROUP where it has ended */
    struct group_state *groups;
    uint32_t group_count;
    size_t *members; /* of each site: how many are in groups; then the place of the first of them */
    struct efforts *people;
    struct arena *arena, *arenas; /* of this thread; of all */
};

static void number_groups(struct describing *describing)
{
    uint32_t all = 0;
    for (uint32_t i = 0; i < describing->sites.count; i++) {
        const struct groups *groups = groups_of(describing->sites.parts[i]);
        describing->node[i] = ARENA_NEW(describing->arena, uint32_t, (size_t)groups_count(groups) + 1);
        for (uint32_t j = 0; j < groups_count(groups); j++)
            describing->node[i][j] = group_lives(group_numbered(groups, j)) ? all++ : NO_GROUP;
    }
    describing->groups = ARENA_NEW(describing->arena, struct group_state, (size_t)all + 1);
    describing->group_count = all;
}

/* Facets in ascending order. */
static struct number_set facets_of(const struct facet_set *set, struct arena *arena)
{
    uint32_t count = facet_count(set), found = 0;
    uint32_t *items = ARENA_NEW(arena, uint32_t, (size_t)count + 1);
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        for (uint64_t bits = set->word[word]; bits != 0; bits &= bits - 1)
            items[found++] = word * 64 + (uint32_t)__builtin_ctzll(bits);
    return (struct number_set){items, count};
}

/* What some member knows. */
static struct facet_set facets_of_group(const struct parts *parts, const struct group *group)
{
    struct facet_set facets = {{0}};
    for (uint32_t i = 0; i < group->members.count; i++) {
        const struct facet_set known =
            facets_known(knowledge_commons(knowledge_of(parts)), group->members.all[i]);
        for (uint32_t word = 0; word < FACET_WORDS; word++)
            facets.word[word] |= known.word[word];
    }
    return facets;
}

static struct group_state describe_group(const struct describing *describing, uint32_t site,
                                         const struct group *group)
{
    const struct group_work *work = &group->work;
    struct arena *arena = describing->arena;
    struct effort *topic = ARENA_NEW(arena, struct effort, 1);
    struct effort *items = ARENA_NEW(arena, struct effort, (size_t)work->books.effort_count + 1);
    *topic = (struct effort){group->topic, 0};
    for (uint32_t i = 0; i < work->books.effort_count; i++) {
        items[i] = (struct effort){work->books.efforts[i].item, work->books.efforts[i].hours};
        topic->much += work->books.efforts[i].hours;
    }
    const struct facet_set facets = facets_of_group(describing->sites.parts[site], group);
    return (struct group_state){
        .site = site,
        .topics = {topic, 1},
        .work = {items, work->books.effort_count},
        .facets = facets_of(&facets, arena),
    };
}

/* The moment is between events, so its entries in the log get its own time. */
static void tell_of_work(const struct parts *parts, const struct group *group, sim_time now)
{
    const struct group_work *work = &group->work;
    for (uint32_t i = 0; chronicle_of(parts) != NULL && i < work->books.effort_count; i++)
        chronicle_add(chronicle_of(parts),
                      &(struct happening){now, work->books.efforts[i].hours, group->number,
                                          work->books.efforts[i].item, TOLD_TASK_WORKED});
}

static void describe_groups(const struct describing *describing, uint32_t site)
{
    const struct parts *parts = describing->sites.parts[site];
    struct groups *groups = groups_of(parts);
    work_settle_all(groups, describing->now);
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        const struct group *group = group_numbered(groups, i);
        if (!group_lives(group))
            continue;
        describing->groups[describing->node[site][i]] = describe_group(describing, site, group);
        tell_of_work(parts, group, describing->now);
    }
    work_begin_sample(groups);
}

/* --- what each person does --- */

/* Her share in each of her groups; two groups on one topic are one effort. */
static struct efforts efforts_of(const struct describing *describing, uint32_t site, uint32_t person)
{
    const struct groups *groups = groups_of(describing->sites.parts[site]);
    struct effort *items = ARENA_NEW(describing->arena, struct effort, GROUPS_EACH);
    size_t count = 0;
    for (uint32_t i = 0; i < GROUPS_EACH; i++) {
        const struct group *group = group_of_person(groups, person, i);
        if (group == NULL)
            continue;
        const struct group_state *described = &describing->groups[describing->node[site][group->number]];
        double share = described->topics.items[0].much / group->members.count;
        size_t same = 0;
        while (same < count && items[same].on != group->topic)
            same++;
        if (same == count)
            items[count++] = (struct effort){group->topic, 0};
        items[same].much += share;
    }
    return (struct efforts){items, count};
}

static uint32_t people_at(const struct describing *describing, uint32_t site)
{
    return people_of(describing->sites.parts[site])->count;
}

static void count_members(const struct describing *describing, uint32_t site)
{
    const struct groups *groups = groups_of(describing->sites.parts[site]);
    size_t members = 0;
    for (uint32_t person = 0; person < people_at(describing, site); person++)
        members += person_in_group(groups, person);
    describing->members[site] = members;
}

static void describe_people(const struct describing *describing, uint32_t site)
{
    const struct groups *groups = groups_of(describing->sites.parts[site]);
    struct efforts *into = &describing->people[describing->members[site]];
    for (uint32_t person = 0; person < people_at(describing, site); person++)
        if (person_in_group(groups, person))
            *into++ = efforts_of(describing, site, person);
}

/* --- the sites, by several threads --- */

typedef void describe_site(const struct describing *describing, uint32_t site);

struct describing_each {
    struct describing describing;
    describe_site *describe;
};

static void describe_some(void *context, uint32_t worker, uint32_t piece)
{
    const struct describing_each *each = context;
    struct describing own = each->describing;
    own.arena = &own.arenas[worker];
    for (uint32_t i = 0, site = piece * SITES_AT_ONCE; i < SITES_AT_ONCE && site < own.sites.count;
         i++, site++)
        each->describe(&own, site);
}

static void describe_all(const struct describing *describing, describe_site *describe)
{
    struct describing_each each = {*describing, describe};
    pieces_share(describing->sites.threads, (describing->sites.count + SITES_AT_ONCE - 1) / SITES_AT_ONCE,
                 describe_some, &each);
}

/* From how many there are at each site to where the first of each goes. Returns how many there are. */
static size_t places_of(size_t *counts, uint32_t sites)
{
    size_t all = 0;
    for (uint32_t site = 0; site < sites; site++) {
        size_t count = counts[site];
        counts[site] = all;
        all += count;
    }
    return all;
}

/* --- who is linked with whom --- */

static struct edges edges_of(const struct describing *describing)
{
    const struct link_edges found = link_edges(describing->sites.parts, describing->sites.count,
                                               describing->frame->shared_members, describing->arena);
    struct edge *items = ARENA_NEW(describing->arena, struct edge, found.count + 1);
    for (size_t i = 0; i < found.count; i++)
        items[i] = (struct edge){describing->node[found.items[i].site][found.items[i].group],
                                 describing->node[found.items[i].other_site][found.items[i].other_group]};
    return (struct edges){items, found.count};
}

struct movement_state sites_state(const struct movement_frame *frame, struct sites_view sites, sim_time now,
                                  struct arena *arenas)
{
    struct arena *arena = &arenas[0];
    struct describing describing = {
        .frame = frame,
        .sites = sites,
        .now = now,
        .node = ARENA_NEW(arena, uint32_t *, sites.count),
        .members = ARENA_NEW(arena, size_t, sites.count),
        .arena = arena,
        .arenas = arenas,
    };
    number_groups(&describing);
    describe_all(&describing, describe_groups);
    describe_all(&describing, count_members);
    const size_t members = places_of(describing.members, sites.count);
    describing.people = ARENA_NEW(arena, struct efforts, members + 1);
    describe_all(&describing, describe_people);
    return (struct movement_state){
        .sites = sites.count,
        .topics = frame->topics,
        .work_items = frame->work_items,
        .facets = frame->facets,
        .groups = describing.groups,
        .group_count = describing.group_count,
        .links = edges_of(&describing),
        .problems = frame->problems,
        .problem_count = frame->problem_count,
        .people = describing.people,
        .person_count = members,
    };
}
