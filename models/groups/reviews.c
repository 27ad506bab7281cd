#include "groups/reviews.h"

#include <math.h>

#include "agenda/agenda.h"
#include "base/require.h"
#include "base/same.h"
#include "chronicle.h"
#include "decisions/decisions.h"
#include "groups/groups_parts.h"
#include "parts.h"

static void count_waiting(struct reviews *reviews, sim_time now)
{
    reviews->area += (now - reviews->changed) * (int64_t)reviews->waiting;
    reviews->changed = now;
}

void review_asks(struct site *site, struct group *group, const struct task *task)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group_work *work = &group->work;
    const uint32_t stride = UINT32_C(0xC2B2AE35); /* odd: keeps proposals of different groups far apart */
    uint32_t id = GROUPS_FROM | (group->luck + ++work->shown * stride);
    struct review *review = ARENA_NEW(groups->arena, struct review, 1), **last = &work->reviews;
    *review = (struct review){.task = *task, .since = site_now(site), .waits = true};
    review->task.proposal = agenda_submit_of(site, agenda_of(parts_of(site)), id, group->number,
                                             group->members.all, group->members.count);
    while (*last != NULL)
        last = &(*last)->next;
    *last = review;
    count_waiting(&groups->reviews, site_now(site));
    groups->reviews.waiting++;
    groups->reviews.asked++;
    chronicle_tell(site, TOLD_WORK_SHOWN, group->number, task->item, task->effort);
}

struct review *review_of(const struct group *group, const struct item *item)
{
    struct review *review = group->work.reviews;
    while (review != NULL && (!review->waits || review->task.proposal != item))
        review = review->next;
    return review;
}

static void unlink_review(struct group *group, const struct review *review)
{
    struct review **place = &group->work.reviews;
    while (*place != review)
        place = &(*place)->next;
    *place = review->next;
}

static void leave_queue(struct site *site, const struct group *group, struct review *review,
                        enum review_end why)
{
    struct reviews *reviews = &groups_of(parts_of(site))->reviews;
    require(review->waits && reviews->waiting > 0);
    count_waiting(reviews, site_now(site));
    reviews->waiting--;
    reviews->stays += site_now(site) - review->since;
    reviews->ends[why]++;
    review->waits = false;
    agenda_drop(site, agenda_of(parts_of(site)), review->task.proposal);
    review->task.proposal = NULL;
    chronicle_tell(site, TOLD_WORK_HEARD, group->number, review->task.item, why);
}

/* What has to be done again, or was added; it is heard again only where it was not accepted. */
static void send_back(struct groups *groups, struct task *task, double content, bool accepted)
{
    task->round = (struct task_round){
        .is_heard = !accepted, .on_conditions = accepted, .number = task->round.number + 1, .size = content};
    task->left = content;
    groups->work.content.again += content;
}

bool review_is_heard(struct site *site, struct group *group, struct review *review, struct task *task)
{
    struct groups *groups = groups_of(parts_of(site));
    const struct item *item = review->task.proposal;
    const double cost = 1.0 + decisions_settings(decisions_of(parts_of(site)))->condition_cost;
    bool accepted = item->outcome == ITEM_PASSED;
    double added = accepted ? review->task.round.size * (same_pow(cost, item->changes.conditions) - 1)
                            : review->task.round.size * groups->settings->work.redo;
    bool is_done = accepted && added <= 0;
    leave_queue(site, group, review,
                is_done    ? REVIEW_ACCEPTED
                : accepted ? REVIEW_CONDITIONS
                           : REVIEW_SENT_BACK);
    group->work.books.refusals += accepted ? 0 : 1;
    group->work.books.approvals += accepted ? 1 : 0;
    review->task.approved = accepted;
    if (!is_done) {
        send_back(groups, &review->task, added, accepted);
        return false;
    }
    unlink_review(group, review);
    *task = review->task;
    return true;
}

bool review_has_room(const struct groups *groups, const struct group *group)
{
    int64_t most = groups->settings->work.unheard, waiting = 0;
    for (const struct review *review = group->work.reviews; review != NULL; review = review->next)
        waiting += review->waits ? 1 : 0;
    return most == 0 || waiting < most;
}

bool review_resumes(struct group *group, struct task *task)
{
    struct review *review = group->work.reviews;
    while (review != NULL && review->waits)
        review = review->next;
    if (review == NULL)
        return false;
    *task = review->task;
    unlink_review(group, review);
    return true;
}

void reviews_stay(struct group *group)
{
    for (struct review *review = group->work.reviews; review != NULL; review = review->next)
        if (review->waits && review->task.proposal->open)
            item_stays_with(review->task.proposal, group->members.all, group->members.count);
}

void reviews_end(struct site *site, struct group *group,
                 void (*lost)(struct site *site, struct group *group, const struct task *task))
{
    for (struct review *review = group->work.reviews; review != NULL; review = review->next) {
        if (review->waits)
            leave_queue(site, group, review, REVIEW_WITHDRAWN);
        lost(site, group, &review->task);
    }
    group->work.reviews = NULL;
}

void reviews_settle(struct groups *groups, sim_time now)
{
    struct reviews *reviews = &groups->reviews;
    count_waiting(reviews, now);
    uint64_t waiting = 0, ended = 0;
    int64_t still = 0;
    for (uint32_t i = 0; i < groups->all.count; i++)
        for (const struct review *review = groups->all.list[i]->work.reviews; review != NULL;
             review = review->next) {
            waiting += review->waits ? 1 : 0;
            still += review->waits ? now - review->since : 0;
        }
    for (int i = 0; i < REVIEW_ENDS; i++)
        ended += reviews->ends[i];
    require(waiting == reviews->waiting && reviews->asked == ended + waiting);
    require(reviews->area == reviews->stays + still); /* Little's law, exactly */
}
