/* Moments: what a mechanism lets all others know of, and any of them may listen to.
 *
 * A listener fills in the functions it cares for in `hears` of its mechanism; where a scenario has several
 * listeners they hear in the order of the list. Nobody has to know who listens. A listener may change its own
 * state and that of mechanisms below it, and schedule events; what the comment on a moment says is true when
 * it is called. Some are questions: there the first listener that can answer is heard (ASK).
 */
#ifndef MODELS_MOMENTS_H
#define MODELS_MOMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "parts.h"

struct circle;
struct facet_set;
struct group;
struct guest_home;
struct item;
struct item_advice;
struct matter;
struct session;
struct task;
struct task_lane;
struct turn;
struct work_pace;

struct moments {
    /* people: somebody who may sit in a session is about to be gone: she gets up. */
    void (*person_stands_up)(struct site *site, uint32_t person);
    /* people: somebody came, or came back. */
    void (*person_comes)(struct site *site, uint32_t person);
    /* people: somebody of another site, `person` there, has taken the place of a guest, and sits nowhere yet.
     */
    void (*guest_comes)(struct site *site, uint32_t guest, uint32_t home, uint32_t person);
    /* people: somebody is about to leave; `why` is an enum departure. She stands and is in no session any
     * more. */
    void (*person_leaves)(struct site *site, uint32_t person, uint32_t why);
    /* conversation: somebody has sat down in a circle. */
    void (*person_sits_down)(struct site *site, const struct circle *circle, uint32_t person);
    /* conversation: a turn is over, and all who sit in the circle have heard it. */
    void (*turn_heard)(struct site *site, const struct circle *circle, const struct turn *turn);
    /* conversation: who held the circle together (circle->held) has got up; nobody holds it now. */
    void (*holder_leaves)(struct site *site, struct circle *circle, uint32_t person);
    /* conversation asks, where needs or offers are told in a circle: how long a turn of this person takes on
     * average; 0: she has nothing to tell. As any turn where nobody answers. */
    sim_time (*telling_takes)(struct site *site, const struct circle *circle, uint32_t person);
    /* gathering: a round of a stage begins, of any session; what it does has not begun. */
    void (*stage_begins)(struct site *site, const struct session *session);
    /* gathering: a stage opened its circles. Who brought a matter, or stays from the round before, sits; the
     * others are about to, and a mechanism that has a reason may seat people first. Not where people sit in
     * one circle, or stay where they sat. */
    void (*circles_open)(struct site *site, const struct session *session);
    /* gathering: everybody sits in a circle of the session as the stage has it; nobody has spoken. */
    void (*circles_are_seated)(struct site *site, const struct session *session);
    /* gathering: a circle of any session is about to close; its people still sit in it, its books are true.
     * The pieces that it fell into are circles too, and close one by one. */
    void (*circle_closes)(struct site *site, const struct session *session, const struct circle *circle);
    /* gathering: a round in which circles talked, or reported, is over; they still sit there. */
    void (*circles_have_talked)(struct site *site, const struct session *session);
    /* gathering: a question of the calendar is about to be forgotten. */
    void (*question_closes)(struct site *site, const struct matter *matter);
    /* inquiries: it is over at this instant; what people know of it is about to be counted. */
    void (*inquiry_is_due)(struct site *site, const struct matter *matter);
    /* gathering: a convened session is about to close; its circles are closed, its people are still there.
     * The listener looks at session->origin.owner_kind. */
    void (*session_closes)(struct site *site, const struct session *session);
    /* gathering: the same of a session of the calendar. */
    void (*calendar_session_closes)(struct site *site, const struct session *session);
    /* decisions: consensus was called on a proposal, and so many blocked. */
    void (*consensus_is_called)(struct site *site, const struct item *item, uint32_t blocks);
    /* agenda: a proposal goes back to the queue undecided; it is still the matter of its circle. */
    void (*proposal_is_tabled)(struct site *site, const struct item *item);
    /* agenda: a proposal was decided (item->outcome), or a passed one is open again. */
    void (*proposal_decided)(struct site *site, const struct item *item);
    void (*proposal_reopens)(struct site *site, const struct item *item);
    /* travel: somebody of another site has come for this purpose (travel/travel.h), and sits nowhere yet; or
     * there was no place for her. `number` is what the purpose means to who sent her. */
    void (*traveller_comes)(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
    void (*traveller_turned_away)(struct site *site, uint32_t purpose, uint32_t number);
    /* travel: `person` has just set out for another site, or home from this one; `who` is where she is at
     * home. What is told to `to` now arrives right after her (travel/travel.h, travel_place_of). */
    void (*traveller_goes)(struct site *site, uint32_t person, uint32_t to, const struct guest_home *who);
    /* groups: a group was born and everything about it is in place; one is about to end, its members still
     * there; somebody is no member any more, and her group may have ended with that. */
    void (*group_born)(struct site *site, const struct group *group);
    /* groups: somebody joined or left; there were `before` members. The group may be about to end. */
    void (*group_changes)(struct site *site, const struct group *group, uint32_t before);
    void (*group_ends)(struct site *site, const struct group *group);
    void (*member_parts)(struct site *site, uint32_t person);
    /* groups: a task begins, stops or is over (the states of group->work.lanes say which), its members came
     * or went, they may know more, or conditions were added. The hours so far are booked. */
    void (*work_changes)(struct site *site, const struct group *group);
    /* groups ask, after that: whether the members of a group work on this task apart, each by herself, at the
     * pace that is written then; false where nobody answers, and all work on the task together. */
    bool (*works_apart)(struct site *site, const struct group *group, const struct task_lane *lane,
                        struct work_pace *pace);
    /* groups ask: whether a member works on what her group has in hand; yes where nobody answers. */
    bool (*works_on_tasks)(struct site *site, const struct group *group, uint32_t person);
    /* groups: work on a task begins, or begins again after it had to wait (lane->chosen names the task); and
     * it ends, done or not. */
    void (*task_is_worked)(struct site *site, const struct group *group, const struct task_lane *lane);
    void (*task_is_put_down)(struct site *site, const struct group *group, const struct task_lane *lane);
    /* groups ask: by what the pace of work on a task is multiplied; 1 where nobody answers. */
    double (*pace_of_work)(struct site *site, const struct group *group, const struct task_lane *lane);
    /* gathering asks (below): the working groups of a person, one after the other from 0; NOBODY when there
     * are no more. And who speaks for a working group in this session; NOBODY: nobody does. It asks anew
     * whenever people are called or seated. The delegates rotate with session->origin.of_calendar. */
    uint32_t (*group_of)(struct site *site, uint32_t person, uint32_t which);
    uint32_t (*delegate_of)(struct site *site, const struct session *session, uint32_t group);
    /* gathering asks: the facets of the commons that a circle is about which talks about tasks of working
     * groups (`matter: task`), those of everybody in the session as long as nobody sits in it; false where
     * nobody answers. */
    bool (*tasks_in_hand)(struct site *site, const struct session *session, const struct circle *circle,
                          struct facet_set *about);
    /* gathering asks: whether a guest was sent here as a delegate; no where nobody answers. */
    bool (*is_sent_here)(struct site *site, uint32_t guest);
    /* groups: the group is about to take up a common item; a listener may leave open fewer than those in
     * `advice`, and name one of them (groups/work.h). And it has taken up a task, which is in place; it has
     * done one, and it was accepted where it had to be. */
    void (*common_item_is_sought)(struct site *site, const struct group *group, struct item_advice *advice);
    void (*task_is_taken_up)(struct site *site, const struct group *group);
    void (*task_is_done)(struct site *site, const struct group *group, const struct task *task);
    /* links: a call with a group of another site was held, and groups tell each other what they are at; both
     * ends are notified. */
    void (*call_was_held)(struct site *site, const struct group *group, uint32_t other_site,
                          uint32_t other_group);
    /* people and groups ask: by what the rate is multiplied at which a person drifts away, or a member leaves
     * her group: from 0 to 1, and 1 where nobody answers. */
    double (*kept_here)(struct site *site, uint32_t person);
    double (*kept_in_group)(struct site *site, const struct group *group, uint32_t person);
    /* groups ask: the chance that somebody tells a person of this group when she looks for one; 0 where
     * nobody answers. */
    double (*told_of_group)(struct site *site, const struct group *group, uint32_t person);
    /* gathering asks: the number of the side that a person is of, from 0; NOBODY: of none. */
    uint32_t (*side_of)(struct site *site, uint32_t person);
    /* measures: the sample of this instant was taken. */
    void (*sample_taken)(struct site *site, sim_time instant);
};

/* MOMENT(site, circle_closes, session, circle): all who listen hear of it. */
#define MOMENT(site, moment, ...)                                                                            \
    do {                                                                                                     \
        for (const struct moments *const *heard_ = parts_of(site)->hears; *heard_ != NULL; heard_++)         \
            if ((*heard_)->moment != NULL)                                                                   \
                (*heard_)->moment(site, __VA_ARGS__);                                                        \
    } while (0)

/* ASK(site, answer, group_of, person, which): the first who can answer does; else the answer stays as it is.
 */
#define ASK(site, answer, question, ...)                                                                     \
    do {                                                                                                     \
        const struct moments *const *asked_ = parts_of(site)->hears;                                         \
        while (*asked_ != NULL && (*asked_)->question == NULL)                                               \
            asked_++;                                                                                        \
        if (*asked_ != NULL)                                                                                 \
            (answer) = (*asked_)->question(site, __VA_ARGS__);                                               \
    } while (0)

/* Another one who listens at this site, after those before. */
void parts_hear(struct parts *parts, const struct moments *moments);

#endif
