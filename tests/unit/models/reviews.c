/* Work that is heard after it was finished, and tasks in sprints, with numbers worked out by hand: two
 * members do ten hours of work in 60. */
#include "crew.h"
#include "near.h"
#include "unit/aborts.h"

static void open_after(struct crew *crew)
{
    struct work_settings *work = &crew->hall.settings.groups.work;
    static const struct approval_rule after = {{"after", "", ""}, true};
    work->approval_when = &after.choice;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew->hall.settings.groups.category[i].approval = 1;
    crew_open(crew);
}

static void decide(struct crew *crew, const struct item *item, enum outcome_of_item outcome)
{
    agenda_dispose(crew->site, agenda_of(&crew->hall.parts), item, outcome);
}

static const struct item *next_item(struct crew *crew)
{
    return agenda_next(agenda_of(&crew->hall.parts), 1);
}

static void a_group_works_at_once_and_what_it_finished_is_done_when_it_is_accepted(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_after(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    assert_true(group->work.lanes[0].state == TASK_WORKED);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 0);
    crew_until(&crew, 60.01);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 1);
    assert_int_equal(group->work.books.done, 0);
    assert_true(group->work.lanes[0].state == TASK_WORKED); /* the next one */
    crew_until(&crew, 84);
    const struct item *item = next_item(&crew);
    decide(&crew, item, ITEM_PASSED);
    assert_int_equal(group->work.books.done, 1);
    assert_true(item->moot);
    assert_int_equal(crew.groups->work.approved, 1);
    assert_near(crew.groups->work.flow.lead, 2.5, 1e-3); /* until it was finished */
    assert_near(sim_hours(crew.groups->reviews.stays), 24, 0.02);
    crew_close(&crew);
}

/* Refused after 70 h; done again by half after the task at hand, from 120 to 150 h. */
static void what_is_refused_is_done_again_before_anything_new(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_after(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 70);
    decide(&crew, next_item(&crew), ITEM_FAILED);
    assert_int_equal(group->work.books.refusals, 1);
    assert_int_equal(group->work.books.dropped, 0);
    crew_until(&crew, 130);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 1); /* the second one */
    assert_near(group->work.lanes[0].task.round.size, 5, 1e-9);
    crew_until(&crew, 150.01);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 2);
    assert_near(crew.groups->work.content.again, 5, 1e-9);
    assert_int_equal(crew.groups->reviews.asked, 3);
    assert_int_equal(crew.groups->reviews.ends[REVIEW_SENT_BACK], 1);
    crew_close(&crew);
}

/* Two conditions at a cost of one half: 12.5 more person-hours, from 120 to 195 h; then it is done. */
static void what_conditions_add_is_done_and_not_heard_again(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.decisions.condition_cost = 0.5;
    open_after(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 70);
    const struct item *item = next_item(&crew);
    for (int i = 0; i < 2; i++)
        agenda_amend(agenda_of(&crew.hall.parts), item);
    decide(&crew, item, ITEM_PASSED);
    crew_until(&crew, 194.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 195.01);
    assert_int_equal(group->work.books.done, 1);
    assert_near(crew.groups->work.on_conditions, 12.5, 1e-2);
    assert_int_equal(crew.groups->reviews.asked, 2);
    crew_close(&crew);
}

static void a_group_that_ends_answers_for_nothing_any_more(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_after(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 130);
    decide(&crew, next_item(&crew), ITEM_FAILED);
    group_dissolve(crew.site, group, GROUP_EVICTED);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 0);
    assert_int_equal(group->work.books.dropped, 3); /* at hand, sent back, and waiting */
    assert_int_equal(crew.groups->reviews.ends[REVIEW_WITHDRAWN], 1);
    crew_close(&crew);
}

/* --- sprints --- */

static void between_plannings_nothing_is_taken_up(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.sprint = 2;
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 20);
    assert_true(group->work.lanes[0].state == TASK_NONE);
    assert_int_equal(work_at(group), 0);
    work_plan(crew.site, group);
    crew_until(&crew, 400);
    assert_int_equal(group->work.books.done, 2);
    assert_near(group->work.books.effort, 20, 1e-6);
    assert_near(crew.groups->work.flow.lead, (60 + 120) / 24.0,
                1e-3); /* both were asked for at the planning */
    assert_near(crew.groups->work.flow.cycle, 120 / 24.0, 1e-3);
    crew_close(&crew);
}

static void what_is_not_done_at_the_next_planning_is_part_of_the_next_sprint(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.sprint = 1;
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    work_plan(crew.site, group);
    crew_until(&crew, 30);
    work_plan(crew.site, group);
    crew_until(&crew, 400);
    assert_int_equal(group->work.books.done, 1);
    crew_close(&crew);
}

static void in_a_sprint_nothing_is_dropped_that_others_have_solved(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.sprint = 1;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].common = 1;
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    work_plan(crew.site, group);
    work_give_solution(crew.site, group, work_at(group), 0);
    assert_int_equal(group->work.books.dropped, 0);
    work_plan(crew.site, group);
    assert_int_equal(group->work.books.dropped, 1);
    crew_close(&crew);
}

/* --- Little's law, and what is done again --- */

static void finish_with(int64_t microseconds, double content)
{
    struct crew crew;
    crew_prepare(&crew);
    open_after(&crew);
    crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 70);
    crew.groups->reviews.stays += microseconds;
    crew.groups->work.content.again += content;
    crew_close(&crew);
}

static void finish_honestly(void)
{
    finish_with(0, 0);
}

static void finish_with_a_microsecond_too_many(void)
{
    finish_with(1, 0);
}

static void finish_with_content_from_nowhere(void)
{
    finish_with(0, 0.1);
}

static void littles_law_of_reviews_and_the_sum_of_all_work_are_required(void **state)
{
    (void)state;
    assert_false(aborts(finish_honestly));
    assert_true(aborts(finish_with_a_microsecond_too_many));
    assert_true(aborts(finish_with_content_from_nowhere));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_group_works_at_once_and_what_it_finished_is_done_when_it_is_accepted),
        cmocka_unit_test(what_is_refused_is_done_again_before_anything_new),
        cmocka_unit_test(what_conditions_add_is_done_and_not_heard_again),
        cmocka_unit_test(a_group_that_ends_answers_for_nothing_any_more),
        cmocka_unit_test(between_plannings_nothing_is_taken_up),
        cmocka_unit_test(what_is_not_done_at_the_next_planning_is_part_of_the_next_sprint),
        cmocka_unit_test(in_a_sprint_nothing_is_dropped_that_others_have_solved),
        cmocka_unit_test(littles_law_of_reviews_and_the_sum_of_all_work_are_required),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
