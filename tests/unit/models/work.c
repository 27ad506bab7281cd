/* Tasks of working groups, with numbers worked out by hand. */
#include "conversation/talk.h"
#include "conversation/telling.h"
#include "crew.h"
#include "groups/pace.h"
#include "near.h"

/* Two members work 2 h a day each: 1/6 person-hour an hour. Ten person-hours take 60 h. */
static void two_members_do_ten_hours_of_work_in_sixty(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew_open(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 59.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 60.01);
    assert_int_equal(group->work.books.done, 1);
    assert_near(group->work.books.effort, 10, 1e-6);
    crew_until(&crew, 180.01);
    assert_int_equal(group->work.books.done, 3);
    crew_close(&crew);
}

/* Two members work ten person-hours in 60 h, three others fifteen: 25 in all. */
static void the_hours_of_all_groups_and_all_times_are_one_sum(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew_open(&crew);
    struct group *two = crew_found(&crew, 3, 0, 2), *three = crew_found(&crew, 4, 4, 3);
    for (int hours = 20; hours <= 60; hours += 20) {
        crew_until(&crew, hours);
        pace_settle(crew.groups, two, hours * SIM_HOUR);
        pace_settle(crew.groups, three, hours * SIM_HOUR);
        assert_near(crew.groups->work.hours, hours * 5 / 12.0, 1e-6);
    }
    assert_near(two->work.books.effort, 10, 1e-6);
    assert_near(three->work.books.effort, 15, 1e-6);
    crew_close(&crew);
}

/* After 30 h half is done; the other half takes one member 5 / (1/12) = 60 h more. */
static void when_one_of_two_leaves_in_the_middle_the_rest_takes_twice_as_long(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 30);
    group_leave(crew.site, group, 1);
    crew_until(&crew, 89.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 90.01);
    assert_int_equal(group->work.books.done, 1);
    crew_close(&crew);
}

/* After 30 h half is done; three do the other half in 5 / (3/12) = 20 h. */
static void when_a_third_joins_in_the_middle_the_rest_goes_faster(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 30);
    group_join(crew.site, group, 9);
    crew_until(&crew, 49.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 50.01);
    assert_int_equal(group->work.books.done, 1);
    assert_near(group->work.books.effort, 10 + 0.01 * 3 / 12, 0.005);
    crew_close(&crew);
}

/* At exponent 1 the second task is done at twice the speed, the third at three times: 60, 30 and 20 h. */
static void each_task_is_done_faster_than_the_one_before(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.learning = 1;
    crew_open(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    const double done[] = {60, 90, 110};
    for (uint32_t i = 0; i < 3; i++) {
        crew_until(&crew, done[i] - 0.01);
        assert_int_equal(group->work.books.done, i);
        crew_until(&crew, done[i] + 0.01);
        assert_int_equal(group->work.books.done, i + 1);
    }
    crew_close(&crew);
}

/* Wright's curve of 80 %: the task that doubles experience takes .8 of the time, at exponent -log2(.8). */
static void at_doubled_experience_a_task_takes_four_fifths_of_the_time(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.learning = -log2(0.8);
    crew_open(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 60 + 48 - 0.01);
    assert_int_equal(group->work.books.done, 1);
    crew_until(&crew, 60 + 48 + 0.01);
    assert_int_equal(group->work.books.done, 2);
    crew_close(&crew);
}

/* Four tasks by three members (10 / (3/12) = 40 h each); one of three takes a third of it with her. */
static void a_member_who_leaves_takes_her_share_of_the_experience_with_her(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 3);
    crew_until(&crew, 161);
    assert_near(group->work.memory.experience, 4, 1e-12);
    group_leave(crew.site, group, 1);
    assert_near(group->work.memory.experience, 4 * 2 / 3.0, 1e-12);
    group_join(crew.site, group, 5);
    assert_near(group->work.memory.experience, 4 * 2 / 3.0, 1e-12);
    group_leave(crew.site, group, 5);
    assert_near(group->work.memory.experience, 4 * 2 / 3.0 * 2 / 3.0, 1e-12);
    crew_close(&crew);
}

static void without_hours_there_is_neither_work_nor_a_task(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.hours = 0;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].approval = 1;
    crew_open(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 4);
    crew_until(&crew, 500);
    assert_int_equal(group->work.lanes[0].state, TASK_NONE);
    assert_int_equal(agenda_count(agenda_of(&crew.hall.parts)), 0);
    assert_near(crew.groups->work.hours, 0, 0);
    crew_close(&crew);
}

/* --- know-how --- */

/* The first word of the commons holds topics 0 to 15, four facets each: those of topic 3 begin with bit 12.
 */
static const uint64_t of_topic_3 = UINT64_C(0xF) << 12;

/* With a floor of 20 % and two facets of four known, speed is .2 + .8 / 2 = .6: 100 h. */
static void what_members_know_together_decides_the_speed(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.needs = 4;
    crew.hall.settings.groups.work.skill_floor = 0.2;
    crew.hall.settings.groups.work.practice = 0;
    crew_open(&crew);
    crew_knows(&crew, 0, UINT64_C(1) << 12);
    crew_knows(&crew, 1, UINT64_C(1) << 14 | ~of_topic_3); /* what belongs to other topics does not help */
    const struct group *group = crew_found(&crew, 3, 0, 2);
    assert_int_equal(group->work.lanes[0].task.needs.word[0], of_topic_3);
    crew_until(&crew, 99.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 100.01);
    assert_int_equal(group->work.books.done, 1);
    assert_near(crew.groups->work.skill, 0.5, 1e-12);
    assert_int_equal(crew.groups->work.learned, 0);
    crew_close(&crew);
}

/* Half of it is done at speed .2 in 150 h; then the rest at full speed, in 30 h. */
static void what_is_learned_in_the_middle_counts_from_the_next_look(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.needs = 4;
    crew.hall.settings.groups.work.skill_floor = 0.2;
    crew_open(&crew);
    crew_knows(&crew, 0, 0);
    crew_knows(&crew, 1, 0);
    struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 150);
    crew_knows(&crew, 1, of_topic_3);
    work_look_up(crew.site, group);
    crew_until(&crew, 179.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 180.01);
    assert_int_equal(group->work.books.done, 1);
    crew_close(&crew);
}

static void in_practice_members_learn_what_was_needed_and_others_know(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.needs = 4;
    crew.hall.settings.groups.work.skill_floor = 1;
    crew.hall.settings.groups.work.practice = 1;
    crew_open(&crew);
    crew_knows(&crew, 0, UINT64_C(3) << 12 | 1);
    crew_knows(&crew, 1, UINT64_C(2) << 12);
    crew_knows(&crew, 2, 0);
    crew_found(&crew, 3, 0, 3);
    crew_until(&crew, 40.01);
    const struct matter *commons = knowledge_commons(knowledge_of(&crew.hall.parts));
    assert_int_equal(crew.groups->work.learned, 3);
    for (uint32_t person = 1; person < 3; person++)
        assert_int_equal(facets_known(commons, person).word[0], UINT64_C(3) << 12);
    crew_close(&crew);
}

static void who_sits_in_a_circle_about_it_learns_there(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew_open(&crew);
    struct parts *parts = &crew.hall.parts;
    struct matter *commons = knowledge_commons(knowledge_of(parts));
    crew_knows(&crew, 0, 1);
    struct circle *circle =
        circle_open(conversation_of(parts), commons, &crew.hall.manner, &guide_talk, 0, HALL_PEOPLE, 0);
    circle_join(crew.site, circle, 0);
    assert_true(person_learns(conversation_of(parts), commons, 0, 40));
    assert_false(person_learns(conversation_of(parts), commons, 0, 40));
    assert_near((double)circle->seats.mind.known[0], 2, 0);
    struct facet_set while_seated = person_knows(conversation_of(parts), commons, 0);
    assert_int_equal(facet_count(&while_seated), 2);
    circle_leave(crew.site, circle, 0);
    struct facet_set after = facets_known(commons, 0);
    assert_memory_equal(&after, &while_seated, sizeof after);
    crew_close(&crew);
}

/* --- items --- */

static void an_item_takes_the_same_whoever_does_it(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.content_cv = 1;
    crew.hall.settings.groups.work.common_items = 1;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].common = 1;
    crew_open(&crew);
    const struct group *one = crew_found(&crew, 3, 0, 4), *other = crew_found(&crew, 3, 4, 4);
    const struct group *apart = crew_found(&crew, 4, 8, 4);
    assert_true(one->work.lanes[0].task.common);
    assert_int_equal(one->work.lanes[0].task.item, other->work.lanes[0].task.item);
    assert_near(one->work.lanes[0].task.content, other->work.lanes[0].task.content, 0);
    assert_int_not_equal(one->work.lanes[0].task.item, apart->work.lanes[0].task.item);
    assert_true(fabs(one->work.lanes[0].task.content - apart->work.lanes[0].task.content) > 1e-6);
    crew_close(&crew);
}

/* Items that differ much: of twelve topics with an item each, some items are drawn as small as nothing. Four
 * members do eight hours a day, and so at most eight tasks a day of the least length. */
static void no_task_is_so_small_that_a_group_does_it_over_and_over(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.content_cv = 2;
    crew.hall.settings.groups.work.local_items = 1;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].common = 0;
    crew_open(&crew);
    enum { TEAMS = 5, DAYS = 10 };
    const struct group *teams[TEAMS];
    uint32_t of_least = 0;
    for (uint32_t i = 0; i < TEAMS; i++) {
        teams[i] = crew_found(&crew, i, 4 * i, 4);
        assert_true(teams[i]->work.lanes[0].task.content >= 1);
        of_least += teams[i]->work.lanes[0].task.content <= 1 ? 1 : 0;
    }
    assert_true(of_least > 0);
    crew_until(&crew, 24.0 * DAYS);
    for (uint32_t i = 0; i < TEAMS; i++)
        assert_true(teams[i]->work.books.done <= 8 * DAYS);
    crew_close(&crew);
}

static void what_all_know_to_be_solved_is_not_done_again(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.common_items = 3;
    crew.hall.settings.groups.work.local_items = 1;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].common = 1;
    crew_open(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    uint64_t at = 0;
    for (int i = 0; i < 3; i++) {
        assert_true(group->work.lanes[0].task.common);
        assert_int_equal(at & work_at(group), 0);
        at |= work_at(group);
        crew_until(&crew, 60.01 * (i + 1));
    }
    assert_int_equal(at, 7);
    assert_int_equal(group->work.memory.solved, 7);
    assert_false(group->work.lanes[0].task.common); /* and so it turns to the site, again and again */
    uint32_t local = group->work.lanes[0].task.item;
    crew_until(&crew, 241);
    assert_int_equal(group->work.lanes[0].task.item, local);
    assert_int_equal(crew.groups->work.common, 3);
    crew_close(&crew);
}

static void a_solution_from_elsewhere_ends_the_work_on_it(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.common_items = 3;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].common = 1;
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    crew_until(&crew, 30);
    uint64_t at = work_at(group), others = 7 & ~at, next = others & -others;
    work_give_solution(crew.site, group, 0, next); /* nothing is solved yet, so it goes on */
    assert_int_equal(work_at(group), at);
    work_give_solution(crew.site, group, at, 0);
    assert_int_equal(group->work.books.dropped, 1);
    assert_int_equal(group->work.books.done, 0);
    assert_near(crew.groups->work.in_vain, 5, 1e-9);
    assert_int_equal(work_at(group), others & ~next); /* the one that nobody is at */
    crew_until(&crew, 90.01);
    assert_int_equal(group->work.books.done, 1);
    assert_int_equal(work_at(group), next); /* nothing else is left */
    crew_close(&crew);
}

static void hours_are_kept_by_item_until_they_are_forgotten(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.common_items = 64;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew.hall.settings.groups.category[i].common = 1;
    crew_open(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    uint32_t first = group->work.lanes[0].task.item;
    crew_until(&crew, 90);
    pace_settle(crew.groups, group, 90 * SIM_HOUR);
    assert_int_equal(group->work.books.effort_count, 2);
    assert_int_equal(group->work.books.efforts[0].item, first);
    assert_near(group->work.books.efforts[0].hours, 10, 1e-6);
    assert_int_equal(group->work.books.efforts[1].item, group->work.lanes[0].task.item);
    assert_near(group->work.books.efforts[1].hours, 5, 1e-6);
    work_begin_sample(crew.groups);
    crew_until(&crew, 96);
    pace_settle(crew.groups, group, 96 * SIM_HOUR);
    assert_int_equal(group->work.books.effort_count, 1);
    assert_near(group->work.books.efforts[0].hours, 1, 1e-6);
    assert_near(group->work.books.effort, 16, 1e-6);
    crew_close(&crew);
}

/* Two members, 1/6 person-hour an hour: two tasks of ten person-hours that are in hand together take 120 h,
 * each half as fast. In the first 120 h one after the other is done in 60. */
static void two_tasks_at_once_take_twice_as_long_and_end_together(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.at_once = 2;
    crew_open(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    assert_int_equal(lanes_in_hand(group), 2);
    assert_int_not_equal(group->work.lanes[0].task.item, group->work.lanes[1].task.item);
    crew_until(&crew, 119.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 120.01);
    assert_int_equal(group->work.books.done, 2);
    assert_int_equal(lanes_in_hand(group), 2);
    assert_near(group->work.books.effort, 20, 1e-6);
    crew_close(&crew);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_members_do_ten_hours_of_work_in_sixty),
        cmocka_unit_test(the_hours_of_all_groups_and_all_times_are_one_sum),
        cmocka_unit_test(when_one_of_two_leaves_in_the_middle_the_rest_takes_twice_as_long),
        cmocka_unit_test(when_a_third_joins_in_the_middle_the_rest_goes_faster),
        cmocka_unit_test(each_task_is_done_faster_than_the_one_before),
        cmocka_unit_test(at_doubled_experience_a_task_takes_four_fifths_of_the_time),
        cmocka_unit_test(a_member_who_leaves_takes_her_share_of_the_experience_with_her),
        cmocka_unit_test(without_hours_there_is_neither_work_nor_a_task),
        cmocka_unit_test(what_members_know_together_decides_the_speed),
        cmocka_unit_test(what_is_learned_in_the_middle_counts_from_the_next_look),
        cmocka_unit_test(in_practice_members_learn_what_was_needed_and_others_know),
        cmocka_unit_test(who_sits_in_a_circle_about_it_learns_there),
        cmocka_unit_test(an_item_takes_the_same_whoever_does_it),
        cmocka_unit_test(no_task_is_so_small_that_a_group_does_it_over_and_over),
        cmocka_unit_test(what_all_know_to_be_solved_is_not_done_again),
        cmocka_unit_test(a_solution_from_elsewhere_ends_the_work_on_it),
        cmocka_unit_test(hours_are_kept_by_item_until_they_are_forgotten),
        cmocka_unit_test(two_tasks_at_once_take_twice_as_long_and_end_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
