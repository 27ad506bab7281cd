/* Meetings are about the know-how of the topic, so that members learn from each other what their tasks need.
 * A meeting made progress when something of the group's work has moved since the last one, or when members
 * learned something and the work does not wait for approval. Newcomers who sit in talk like everybody else:
 * their floor time is what interjections cost.
 */
#include "groups/meetings.h"

#include <math.h>

#include "chronicle.h"
#include "conversation/telling.h"
#include "gathering/convening.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "knowledge/commons.h"
#include "parts.h"

enum { FIRST_HOUR = 10, LAST_HOUR = 21 };

static struct event_ticket expect_meeting(struct site *site, const struct group *group, sim_time at,
                                          uint32_t kind)
{
    struct group_card card = {group->number};
    return site_schedule(site, at, kind, &card, sizeof card);
}

/* A whole hour from 10 to 21 on a day within the given span from its birth. */
static sim_time first_hour(const struct groups *groups, const struct group *group, sim_time within,
                           uint32_t occasion)
{
    struct draw draw = draw_for(groups->luck, DRAW_MEETING_HOUR, group->luck, occasion);
    sim_time earliest = group->born + (sim_time)(draw_uniform(&draw) * (double)within);
    sim_time hour = (FIRST_HOUR + draw_below(&draw, LAST_HOUR - FIRST_HOUR + 1)) * SIM_HOUR;
    sim_time first = earliest / SIM_DAY * SIM_DAY + hour;
    return first < earliest ? first + SIM_DAY : first;
}

/* The first meetings of groups are spread over the days between two meetings, and over the hours from 10
 * to 21. The first planning is on the first day. */
void meetings_begin(struct site *site, struct group *group)
{
    enum { MEETS, PLANS };
    const struct groups *groups = groups_of(parts_of(site));
    const struct calendar_entry *meetings = &groups->settings->meetings;
    if (meetings->method != NULL)
        group->timers.meets =
            expect_meeting(site, group, first_hour(groups, group, meetings->every, MEETS), EVENT_GROUP_MEETS);
    if (groups->settings->plannings.method != NULL)
        group->timers.plans =
            expect_meeting(site, group, first_hour(groups, group, SIM_DAY, PLANS), EVENT_GROUP_PLANS);
}

/* Facets of its topic that the members know, added up over members. */
static uint64_t know_how(const struct parts *parts, const struct group *group)
{
    struct facet_set about = topic_facets(knowledge_of(parts), group->topic);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < group->members.count; i++) {
        struct facet_set known = person_knows(conversation_of(parts), knowledge_commons(knowledge_of(parts)),
                                              group->members.all[i]);
        known = facet_and(&known, &about);
        sum += facet_count(&known);
    }
    return sum;
}

/* Lists who is called, members first, then visitors; returns how many. */
static uint32_t call_all(struct groups *groups, const struct group *group)
{
    uint32_t count = group->members.count + group->visitors.count;
    if (count > groups->called.room) {
        uint32_t room = count * 2;
        groups->called.person = arena_grow(groups->arena, NULL, 0, room, sizeof *groups->called.person);
        groups->called.room = room;
    }
    for (uint32_t i = 0; i < group->members.count; i++)
        groups->called.person[i] = group->members.all[i];
    for (uint32_t i = 0; i < group->visitors.count; i++)
        groups->called.person[group->members.count + i] = group->visitors.all[i].person;
    return count;
}

static bool meetings_convene(struct site *site, struct group *group, const struct calendar_entry *entry)
{
    const struct parts *parts = parts_of(site);
    struct groups *groups = groups_of(parts);
    const uint32_t stride = UINT32_C(0x9E3779B1);
    uint32_t count = call_all(groups, group);
    struct facet_set about = topic_facets(knowledge_of(parts), group->topic);
    const struct convening convening = {
        .entry = entry,
        .people = groups->called.person,
        .count = count,
        .luck = group->number + group->meetings.convened++ * stride,
        .matter = knowledge_commons(knowledge_of(parts)),
        .about = &about,
        .owner_kind = OWNER_GROUP,
        .owner = group->number,
    };
    for (uint32_t i = 0; i < group->visitors.count; i++)
        group->visitors.all[i].spoke = people_of(parts)->books.spoke[group->visitors.all[i].person];
    group->meetings.knew = know_how(parts, group);
    return gathering_convene(site, &convening);
}

static void hold_meeting(struct site *site, struct group *group, const struct calendar_entry *entry)
{
    if (meetings_convene(site, group, entry))
        return;
    groups_of(parts_of(site))->tally.meetings.nobody_came++;
    chronicle_tell(site, TOLD_MEETING_MISSED, group->number, CHRONICLE_NOBODY, NAN);
}

static struct group *group_on_card(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    return groups_of(parts_of(site))->all.list[card.group];
}

void on_group_meets(struct site *site, const struct event *event)
{
    struct group *group = group_on_card(site, event);
    const struct calendar_entry *entry = &groups_of(parts_of(site))->settings->meetings;
    group->timers.meets = expect_meeting(site, group, site_now(site) + entry->every, EVENT_GROUP_MEETS);
    hold_meeting(site, group, entry);
}

void on_group_plans(struct site *site, const struct event *event)
{
    struct group *group = group_on_card(site, event);
    const struct calendar_entry *entry = &groups_of(parts_of(site))->settings->plannings;
    group->timers.plans = expect_meeting(site, group, site_now(site) + entry->every, EVENT_GROUP_PLANS);
    hold_meeting(site, group, entry);
}

/* A visitor who decides leaves the list, so the loop runs from its end. */
static void hear_visitors(struct site *site, const struct session *session, struct group *group)
{
    const struct parts *parts = parts_of(site);
    struct groups *groups = groups_of(parts);
    for (uint32_t i = group->visitors.count; i-- > 0 && group_lives(group);) {
        const struct visitor visitor = group->visitors.all[i];
        if (!session_has(people_of(parts), session, visitor.person))
            continue;
        groups->tally.meetings.sat_in++;
        double hours = sim_hours(people_of(parts)->books.spoke[visitor.person] - visitor.spoke);
        groups->tally.meetings.interjection_hours += hours;
        chronicle_tell(site, TOLD_VISITOR_HEARD, visitor.person, group->number, hours);
        visitor_decides(site, group, visitor.person);
    }
}

static bool got_somewhere(const struct parts *parts, const struct group *group)
{
    bool learned = know_how(parts, group) > group->meetings.knew;
    return group->meetings.moved || (learned && !lanes_wait(group));
}

void meeting_closes(struct site *site, const struct session *session)
{
    if (session->origin.owner_kind != OWNER_GROUP)
        return;
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = groups->all.list[session->origin.owner];
    double hours = sim_hours(site_now(site) - session->opened);
    groups->tally.meetings.held++;
    groups->tally.meetings.hours += hours;
    groups->tally.meetings.person_hours += sim_hours(session_presence(site, session));
    group->meetings.held++;
    if (!group_lives(group))
        return;
    if (got_somewhere(parts_of(site), group)) {
        group->meetings.with_progress++;
        groups->tally.meetings.with_progress++;
        chronicle_tell(site, TOLD_MEETING_PROGRESS, group->number, CHRONICLE_NOBODY, NAN);
        group_progress(site, group);
    }
    group->meetings.moved = false;
    work_look_up(site, group);
    hear_visitors(site, session, group);
}
