/* Tasks that wait for the assembly, with numbers worked out by hand. */
#include "crew.h"
#include "experiment/experiment_parts.h"
#include "near.h"
#include "unit/aborts.h"

static void open_waiting(struct crew *crew)
{
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        crew->hall.settings.groups.category[i].approval = 1;
    crew_open(crew);
}

static void decide(struct crew *crew, const struct item *item, enum outcome_of_item outcome)
{
    agenda_dispose(crew->site, agenda_of(&crew->hall.parts), item, outcome);
}

/* It waits 24 h for the word, and then works its 60. */
static void nothing_is_worked_before_the_assembly_says_yes(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *proposal = group->work.lanes[0].task.proposal;
    assert_true(lanes_wait(group));
    assert_ptr_equal(agenda_next(agenda_of(&crew.hall.parts), 1), proposal);
    assert_true(proposal->matter->proposer < 2);
    crew_until(&crew, 24);
    assert_near(group->work.books.effort, 0, 0);
    decide(&crew, proposal, ITEM_PASSED);
    assert_true(group->meetings.moved);
    crew_until(&crew, 83.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 84.01);
    assert_int_equal(group->work.books.done, 1);
    assert_int_equal(group->work.books.waited, 24 * SIM_HOUR);
    assert_true(proposal->moot);                       /* what is done is not reopened */
    assert_int_equal(crew.groups->approvals.asked, 2); /* it waits for the next already */
    assert_int_equal(crew.groups->approvals.granted, 1);
    assert_int_equal(crew.groups->work.approved, 1);
    crew_close(&crew);
}

/* Two conditions at a cost of one half: 10 * 1.5 * 1.5 = 22.5 person-hours, 135 h; of them 12.5 for
 * conditions. */
static void conditions_lengthen_the_work(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.decisions.condition_cost = 0.5;
    open_waiting(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    for (int i = 0; i < 2; i++)
        agenda_amend(agenda_of(&crew.hall.parts), group->work.lanes[0].task.proposal);
    decide(&crew, group->work.lanes[0].task.proposal, ITEM_PASSED);
    crew_until(&crew, 134.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 135.01);
    assert_int_equal(group->work.books.done, 1);
    assert_near(group->work.books.effort, 22.5, 1e-6);
    assert_near(crew.groups->work.on_conditions, 12.5, 1e-6);
    crew_close(&crew);
}

static void what_is_refused_is_dropped_and_the_next_is_proposed(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *first = group->work.lanes[0].task.proposal;
    crew_until(&crew, 24);
    decide(&crew, first, ITEM_FAILED);
    assert_ptr_not_equal(group->work.lanes[0].task.proposal, first);
    assert_true(lanes_wait(group));
    assert_int_equal(group->work.books.refusals, 1);
    assert_int_equal(crew.groups->approvals.refused, 1);
    assert_int_equal(crew.groups->work.dropped, 1);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 1);
    crew_close(&crew);
}

static void a_group_that_dissolves_takes_its_proposal_along(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *proposal = group->work.lanes[0].task.proposal;
    crew_until(&crew, 24);
    group_dissolve(crew.site, group, GROUP_EVICTED);
    assert_false(proposal->open);
    assert_int_equal(proposal->times.left, 24 * SIM_HOUR);
    assert_int_equal(crew.groups->approvals.orphaned, 1);
    assert_int_equal(crew.groups->approvals.waiting, 0);
    assert_int_equal(group->work.books.waited, 24 * SIM_HOUR);
    assert_int_equal(agenda_queued(agenda_of(&crew.hall.parts)), 0);
    crew_until(&crew, 48);
    crew_close(&crew);
}

static void a_group_that_dissolves_while_it_is_heard_is_not_told_of_the_decision(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *proposal = group->work.lanes[0].task.proposal;
    agenda_hearing_begins(agenda_of(&crew.hall.parts), proposal, 0);
    crew_until(&crew, 24);
    group_dissolve(crew.site, group, GROUP_EVICTED);
    assert_true(proposal->open && proposal->moot);
    assert_int_equal(crew.groups->approvals.orphaned, 1);
    agenda_let_go(crew.site, agenda_of(&crew.hall.parts), proposal);
    assert_int_equal(group->work.books.approvals, 0);
    crew_close(&crew);
}

/* The calendar of the small camp: an assembly every evening at seven. */
static void borrow_calendar(struct crew *crew)
{
    struct hall *hall = &crew->hall;
    static const struct experiment_request request = {
        .path = GROUNDSWELL_SOURCE "/tests/unit/models/camp.yaml",
        .library = GROUNDSWELL_SOURCE "/scenarios",
    };
    struct experiment *experiment = experiment_load(&request, &hall->arena, &hall->trouble);
    assert_non_null(experiment);
    hall->settings.calendar = camp_settings_of(experiment->settings[0]).calendar;
}

static void a_hearing_is_broken_off_when_the_group_that_proposed_is_gone(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    borrow_calendar(&crew);
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    const struct group *next = crew_found(&crew, 4, 2, 2);
    const struct item *heard = group->work.lanes[0].task.proposal, *after = next->work.lanes[0].task.proposal;
    double minute = 19 * 60;
    while (!heard->heard.now && minute < 24 * 60)
        crew_until(&crew, ++minute / 60);
    assert_true(minute > 19 * 60 + 30); /* after the report-backs */
    group_dissolve(crew.site, group, GROUP_EVICTED);
    assert_true(heard->open);
    while (heard->open && minute < 24 * 60)
        crew_until(&crew, ++minute / 60);
    assert_int_equal(heard->heard.visits, 1);
    assert_int_equal(heard->decisions.times, 0);
    assert_true(heard->heard.touch > 0);
    assert_true(after->heard.now); /* and the assembly goes on with the next */
    crew_until(&crew, 24);
    crew_close(&crew);
}

static void a_moot_proposal_does_not_return_when_the_session_is_over(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.decisions.item_length = 20 * SIM_HOUR; /* longer than any session */
    borrow_calendar(&crew);
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *heard = group->work.lanes[0].task.proposal;
    crew_until(&crew, 20);
    assert_true(heard->heard.now);
    group_dissolve(crew.site, group, GROUP_EVICTED);
    crew_until(&crew, 21.9);
    assert_true(heard->open);
    crew_until(&crew, 24);
    assert_false(heard->open);
    assert_int_equal(heard->times.left, 22 * SIM_HOUR);
    crew_close(&crew);
}

static void somebody_else_stands_for_the_proposal_when_the_proposer_leaves(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    uint32_t first = group->work.lanes[0].task.proposal->matter->proposer;
    group_leave(crew.site, group, first);
    assert_int_equal(group->work.lanes[0].task.proposal->matter->proposer, 1 - first);
    crew_close(&crew);
}

static void reopen(struct crew *crew, const struct item *item)
{
    struct event event = {.time = site_now(crew->site)};
    memcpy(event.payload, &item->number, sizeof item->number);
    on_matter_reopens(crew->site, &event);
}

static void somebody_else_stands_for_it_when_it_comes_back_without_her(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.proposals.reopening = 0.001;
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *item = group->work.lanes[0].task.proposal;
    uint32_t first = item->matter->proposer;
    decide(&crew, item, ITEM_PASSED);
    group_leave(crew.site, group, first);
    assert_int_equal(item->matter->proposer, first);
    agenda_forget(crew.site, agenda_of(&crew.hall.parts), nobody_speaks_of);
    reopen(&crew, item); /* it will come back, so it is not forgotten */
    assert_int_equal(item->matter->proposer, 1 - first);
    crew_close(&crew);
}

static void who_leaves_after_all_was_decided_and_forgotten_is_not_missed(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *item = group->work.lanes[0].task.proposal;
    decide(&crew, item, ITEM_PASSED);
    agenda_forget(crew.site, agenda_of(&crew.hall.parts), nobody_speaks_of);
    assert_null(item->matter->interest);
    group_leave(crew.site, group, item->matter->proposer);
    crew_until(&crew, 121);
    assert_int_equal(group->work.books.done, 1);
    crew_close(&crew);
}

static void work_goes_on_while_what_was_allowed_is_talked_over_again(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *proposal = group->work.lanes[0].task.proposal;
    decide(&crew, proposal, ITEM_PASSED);
    crew_until(&crew, 30);
    reopen(&crew, proposal);
    assert_false(lanes_wait(group));
    crew_until(&crew, 60.01);
    assert_int_equal(group->work.books.done, 1);
    assert_false(proposal->open); /* it is done: nothing is left to talk over */
    assert_int_equal(proposal->outcome, ITEM_PASSED);
    crew_close(&crew);
}

/* 30 h of work, 20 of waiting, and the other 30. */
static void where_approval_lapses_work_stops_until_it_is_decided_anew(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    crew.hall.settings.groups.work.approval_lapses = true;
    open_waiting(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *proposal = group->work.lanes[0].task.proposal;
    decide(&crew, proposal, ITEM_PASSED);
    crew_until(&crew, 30);
    reopen(&crew, proposal);
    assert_true(lanes_wait(group));
    crew_until(&crew, 50);
    assert_near(group->work.books.effort, 5, 1e-6);
    decide(&crew, proposal, ITEM_PASSED);
    crew_until(&crew, 79.99);
    assert_int_equal(group->work.books.done, 0);
    crew_until(&crew, 80.01);
    assert_int_equal(group->work.books.done, 1);
    assert_int_equal(group->work.books.waited, 20 * SIM_HOUR);
    crew_close(&crew);
}

static void a_second_thought_of_the_assembly_ends_the_work(void **state)
{
    (void)state;
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    const struct group *group = crew_found(&crew, 3, 0, 2);
    const struct item *proposal = group->work.lanes[0].task.proposal;
    decide(&crew, proposal, ITEM_PASSED);
    crew_until(&crew, 30);
    reopen(&crew, proposal);
    decide(&crew, proposal, ITEM_FAILED);
    assert_int_equal(group->work.books.dropped, 1);
    assert_near(crew.groups->work.in_vain, 5, 1e-6);
    assert_true(lanes_wait(group)); /* for the next */
    crew_close(&crew);
}

/* --- Little's law --- */

static void finish_with(int64_t microseconds)
{
    struct crew crew;
    crew_prepare(&crew);
    open_waiting(&crew);
    crew_found(&crew, 3, 0, 2);
    crew_found(&crew, 4, 2, 3);
    crew_until(&crew, 24);
    decide(&crew, crew.groups->all.list[0]->work.lanes[0].task.proposal, ITEM_PASSED);
    crew_until(&crew, 36);
    crew.groups->approvals.stays += microseconds;
    crew_close(&crew);
}

static void finish_honestly(void)
{
    finish_with(0);
}

static void finish_with_a_microsecond_too_many(void)
{
    finish_with(1);
}

static void littles_law_of_approvals_is_required_to_the_microsecond(void **state)
{
    (void)state;
    assert_false(aborts(finish_honestly));
    assert_true(aborts(finish_with_a_microsecond_too_many));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_worked_before_the_assembly_says_yes),
        cmocka_unit_test(conditions_lengthen_the_work),
        cmocka_unit_test(what_is_refused_is_dropped_and_the_next_is_proposed),
        cmocka_unit_test(a_group_that_dissolves_takes_its_proposal_along),
        cmocka_unit_test(a_group_that_dissolves_while_it_is_heard_is_not_told_of_the_decision),
        cmocka_unit_test(a_hearing_is_broken_off_when_the_group_that_proposed_is_gone),
        cmocka_unit_test(a_moot_proposal_does_not_return_when_the_session_is_over),
        cmocka_unit_test(somebody_else_stands_for_the_proposal_when_the_proposer_leaves),
        cmocka_unit_test(somebody_else_stands_for_it_when_it_comes_back_without_her),
        cmocka_unit_test(who_leaves_after_all_was_decided_and_forgotten_is_not_missed),
        cmocka_unit_test(work_goes_on_while_what_was_allowed_is_talked_over_again),
        cmocka_unit_test(where_approval_lapses_work_stops_until_it_is_decided_anew),
        cmocka_unit_test(a_second_thought_of_the_assembly_ends_the_work),
        cmocka_unit_test(littles_law_of_approvals_is_required_to_the_microsecond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
