/* Proposals of working groups on the agenda: whose luck they have, who stands for them, and how they leave.
 */
#include "agenda/agenda_parts.h"
#include "gathering/gathering_parts.h"
#include "hall.h"

enum { GROUP = 7 };

static uint32_t decided, reopened;

static void note_decision(struct site *site, const struct item *item)
{
    (void)site;
    decided += item->group == GROUP ? 1 : 0;
}

static void note_reopening(struct site *site, const struct item *item)
{
    (void)site;
    assert_true(item->open);
    reopened++;
}

static const uint32_t members[] = {4, 11, 17};

struct desk {
    struct hall hall;
    struct agenda *agenda;
};

static void desk_open(struct desk *desk)
{
    hall_prepare(&desk->hall);
    desk->hall.settings.proposals.reopening = 0; /* the tests reopen by hand */
    hall_open(&desk->hall);
    struct parts *parts = &desk->hall.parts;
    parts->state[AGENDA_NUMBER] =
        agenda_new(&desk->hall.settings.proposals, knowledge_of(parts), SIM_NEVER, &desk->hall.arena);
    static const struct moments notes = {.proposal_decided = note_decision,
                                         .proposal_reopens = note_reopening};
    parts_hear(parts, &notes);
    desk->agenda = agenda_of(parts);
    decided = reopened = 0;
}

static const struct item *submit_of_group(struct desk *desk)
{
    return agenda_submit_of(desk->hall.site, desk->agenda, GROUPS_FROM + 5, GROUP, members, 3);
}

static void proposals_of_groups_do_not_shift_the_luck_of_others(void **state)
{
    (void)state;
    struct desk with, without;
    desk_open(&with);
    desk_open(&without);
    submit_of_group(&with);
    const struct item *after = agenda_submit(with.hall.site, with.agenda);
    const struct item *alone = agenda_submit(without.hall.site, without.agenda);
    assert_int_equal(after->number, 1);
    assert_int_equal(after->matter->id, alone->matter->id);
    assert_int_equal(after->matter->proposer, alone->matter->proposer);
    assert_memory_equal(after->matter->known, alone->matter->known, HALL_PEOPLE * sizeof(uint64_t));
    hall_close(&with.hall);
    hall_close(&without.hall);
}

static void the_most_interested_member_proposes_and_stays_while_she_is_one(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    const struct item *item = submit_of_group(&desk);
    const float *interest = item->matter->interest;
    uint32_t first = item->matter->proposer;
    assert_true(first == 4 || first == 11 || first == 17);
    for (size_t i = 0; i < 3; i++)
        assert_true(interest[members[i]] <= interest[first]);

    const uint32_t grown[] = {0, 1, 2, 3, first, 5};
    item_stays_with(item, grown, 6);
    assert_int_equal(item->matter->proposer, first);
    const uint32_t others[] = {20, 21};
    item_stays_with(item, others, 2);
    assert_int_equal(item->matter->proposer, interest[21] > interest[20] ? 21 : 20);
    hall_close(&desk.hall);
}

static void one_that_is_dropped_leaves_at_once_undecided(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    const struct item *item = submit_of_group(&desk), *other = agenda_submit(desk.hall.site, desk.agenda);
    run_until(desk.hall.run, 3 * SIM_HOUR);
    agenda_drop(desk.hall.site, desk.agenda, item);
    assert_false(item->open);
    assert_int_equal(item->outcome, ITEM_WITHDRAWN);
    assert_int_equal(item->times.left, 3 * SIM_HOUR);
    assert_int_equal(item->decisions.times, 0);
    assert_int_equal(desk.agenda->books.moot, 1);
    assert_int_equal(desk.agenda->books.disposed[ITEM_WITHDRAWN], 0);
    assert_ptr_equal(agenda_next(desk.agenda, 1), other);
    assert_int_equal(decided, 0);
    agenda_settle(desk.agenda, 5 * SIM_HOUR); /* Little's law: it stayed three hours, the other five */
    assert_int_equal(desk.agenda->queue.area, 8 * SIM_HOUR);
    hall_close(&desk.hall);
}

static void one_that_is_heard_leaves_when_the_hearing_lets_it_go(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    const struct item *item = submit_of_group(&desk);
    agenda_hearing_begins(desk.agenda, item, 0);
    agenda_drop(desk.hall.site, desk.agenda, item);
    assert_true(item->open && item->moot);
    assert_int_equal(desk.agenda->queue.count, 1);
    run_until(desk.hall.run, SIM_MINUTE);
    agenda_let_go(desk.hall.site, desk.agenda, item);
    assert_false(item->open || item->heard.now);
    assert_int_equal(item->times.left, SIM_MINUTE);
    assert_int_equal(desk.agenda->queue.count, 0);
    agenda_settle(desk.agenda, SIM_HOUR);
    hall_close(&desk.hall);
}

static void reopen(struct desk *desk, const struct item *item)
{
    struct event event = {.time = site_now(desk->hall.site)};
    memcpy(event.payload, &item->number, sizeof item->number);
    on_matter_reopens(desk->hall.site, &event);
}

static void a_decision_is_told_and_stands_when_the_item_is_moot_after_it(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    const struct item *item = submit_of_group(&desk);
    agenda_dispose(desk.hall.site, desk.agenda, item, ITEM_PASSED);
    assert_int_equal(decided, 1);
    reopen(&desk, item);
    assert_true(item->open);
    assert_int_equal(reopened, 1);
    agenda_drop(desk.hall.site, desk.agenda, item); /* off the agenda, and still passed */
    assert_false(item->open);
    assert_int_equal(item->outcome, ITEM_PASSED);
    assert_int_equal(item->times.left, -1);
    reopen(&desk, item);
    assert_false(item->open);
    assert_int_equal(reopened, 1);
    hall_close(&desk.hall);
}

static void a_proposal_counts_once_by_the_decision_that_stands(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    struct agenda *agenda = desk.agenda;
    const struct item *twice = submit_of_group(&desk), *once = agenda_submit(desk.hall.site, agenda);
    agenda_dispose(desk.hall.site, agenda, twice, ITEM_PASSED);
    agenda_dispose(desk.hall.site, agenda, once, ITEM_PASSED);
    assert_int_equal(agenda_decided(agenda), 2);
    reopen(&desk, twice); /* open again: it is not decided, though it was */
    assert_int_equal(agenda_decided(agenda), 1);
    assert_int_equal(agenda->books.first_decisions, 2);
    agenda_dispose(desk.hall.site, agenda, twice, ITEM_FAILED);
    assert_int_equal(agenda_decided(agenda), 2);
    assert_int_equal(agenda->books.standing[ITEM_PASSED], 1);
    assert_int_equal(agenda->books.standing[ITEM_FAILED], 1);
    assert_int_equal(agenda->books.disposed[ITEM_PASSED], 2); /* hearings, not proposals */
    assert_int_equal(agenda->books.first_decisions, 2);
    assert_int_equal(agenda->books.reopened, 1);
    hall_close(&desk.hall);
}

/* One proposal open from hour 0, a second from hour 6 of 8. Over the last four hours the line through 1, 1,
 * 2, 2 has the slope 12/64 (-2 + 4) = .375 an hour. */
static void the_trend_is_the_slope_of_the_open_proposals_over_the_second_half(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk);
    struct agenda *agenda = desk.agenda;
    agenda->ends = 8 * SIM_HOUR;
    agenda->queue.trend_from = 4 * SIM_HOUR;
    agenda_submit(desk.hall.site, agenda);
    run_until(desk.hall.run, 6 * SIM_HOUR);
    const struct item *second = agenda_submit(desk.hall.site, agenda);
    agenda_settle(agenda, 8 * SIM_HOUR);
    assert_float_equal(agenda_trend(agenda), 9, 1e-9);

    struct desk steady;
    desk_open(&steady);
    steady.agenda->ends = 8 * SIM_HOUR;
    steady.agenda->queue.trend_from = 4 * SIM_HOUR;
    agenda_submit(steady.hall.site, steady.agenda);
    run_until(steady.hall.run, 5 * SIM_HOUR);
    agenda_settle(steady.agenda, 8 * SIM_HOUR);
    assert_float_equal(agenda_trend(steady.agenda), 0, 1e-9);
    assert_true(second->open);
    hall_close(&desk.hall);
    hall_close(&steady.hall);
}

static void what_is_over_is_forgotten_and_stays_with_whoever_proposed_it(void **state)
{
    (void)state;
    struct desk desk;
    struct gathering nobody_speaks = {0};
    desk_open(&desk);
    desk.hall.parts.state[GATHERING_NUMBER] = &nobody_speaks;
    const struct item *item = submit_of_group(&desk);
    struct matter *matter = item->matter;
    const uint32_t proposer = matter->proposer, others[] = {0, 1};
    agenda_dispose(desk.hall.site, desk.agenda, item, ITEM_PASSED);
    agenda_forget(desk.hall.site, desk.agenda, nobody_speaks_of);
    assert_null(matter->known);
    item_stays_with(item, others, 2);
    assert_int_equal(matter->proposer, proposer);
    /* its memory serves the next */
    const struct item *next = agenda_submit(desk.hall.site, desk.agenda);
    assert_non_null(next->matter->known);
    assert_null(matter->known);
    hall_close(&desk.hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proposals_of_groups_do_not_shift_the_luck_of_others),
        cmocka_unit_test(the_most_interested_member_proposes_and_stays_while_she_is_one),
        cmocka_unit_test(one_that_is_dropped_leaves_at_once_undecided),
        cmocka_unit_test(one_that_is_heard_leaves_when_the_hearing_lets_it_go),
        cmocka_unit_test(what_is_over_is_forgotten_and_stays_with_whoever_proposed_it),
        cmocka_unit_test(a_proposal_counts_once_by_the_decision_that_stands),
        cmocka_unit_test(the_trend_is_the_slope_of_the_open_proposals_over_the_second_half),
        cmocka_unit_test(a_decision_is_told_and_stands_when_the_item_is_moot_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
