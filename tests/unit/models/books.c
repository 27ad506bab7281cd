/* What is required at the end of every run does stop a run whose books are wrong. */
#include "decisions/books.h"
#include "agenda/agenda_parts.h"
#include "conversation/talk.h"
#include "experiment/experiment.h"
#include "gathering/gathering_parts.h"
#include "hall.h"
#include "measures/chapters.h"
#include "measures/ledger.h"
#include "mechanisms.h"
#include "movement.h"
#include "people/people_parts.h"
#include "unit/aborts.h"

static void books_of_an_empty_agenda_balance(void)
{
    struct agenda agenda = {0};
    agenda_settle(&agenda, SIM_DAY);
}

static void an_agenda_that_lost_a_stay_is_settled(void)
{
    struct agenda agenda = {.queue = {.area = SIM_HOUR, .stays = SIM_HOUR - 1}};
    agenda_settle(&agenda, SIM_DAY);
}

static void littles_law_is_required_to_the_microsecond(void **state)
{
    (void)state;
    assert_false(aborts(books_of_an_empty_agenda_balance));
    assert_true(aborts(an_agenda_that_lost_a_stay_is_settled));
}

/* An hour of talk among all, then the books are closed, after `tamper` had its way. */
static void talk_and_finish(void (*tamper)(struct hall *hall))
{
    struct hall hall;
    hall_prepare(&hall);
    hall_open(&hall);
    struct parts *parts = &hall.parts;
    struct arena *arena = &hall.arena;
    struct camp_settings *settings = &hall.settings;
    section_bind(&gathering_section, NULL, &settings->gathering, arena, &hall.trouble);
    section_bind(&decision_section, NULL, &settings->decisions, arena, &hall.trouble);
    struct record_shape shape = *movement_measures(arena);
    shape.sites = shape.times = 1;
    struct outcome *outcome = outcome_new(&shape);
    const struct chapter_list list = chapters_list(mechanisms);
    struct ledger_settings ledger = {.ends = SIM_HOUR, .sample_every = SIM_DAY};
    parts->state[GATHERING_NUMBER] =
        gathering_new(&settings->gathering, (struct field_list){0}, 0, people_of(parts), arena);
    parts->state[AGENDA_NUMBER] = agenda_new(&settings->proposals, knowledge_of(parts), SIM_NEVER, arena);
    parts->state[DECISIONS_NUMBER] = decisions_new(&settings->decisions, arena);
    parts->state[MEASURES_NUMBER] = ledger_new(&ledger, &list, outcome, arena);

    struct circle *circle =
        circle_open(conversation_of(parts), NULL, &hall.manner, &guide_talk, 0, HALL_PEOPLE, 0);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        circle_join(hall.site, circle, person);
    circle_wake(hall.site, circle);
    run_until(hall.run, SIM_HOUR);
    tamper(&hall);
    gathering_settle(hall.site, SIM_HOUR);
    agenda_settle(agenda_of(parts), SIM_HOUR);
    gathering_check_books(hall.site);
    decisions_sum(hall.site);
    ledger_finish(hall.site);
    outcome_free(outcome);
    hall_close(&hall);
}

static void leave_alone(struct hall *hall)
{
    (void)hall;
}

static void hear_a_turn_that_nobody_spoke(struct hall *hall)
{
    people_of(&hall->parts)->own->books.heard[3]++;
}

static void sit_a_microsecond_longer(struct hall *hall)
{
    people_of(&hall->parts)->own->books.seated[3]++;
}

static void finish_honestly(void)
{
    talk_and_finish(leave_alone);
}

static void finish_with_a_hearing_too_many(void)
{
    talk_and_finish(hear_a_turn_that_nobody_spoke);
}

static void finish_with_a_microsecond_too_many(void)
{
    talk_and_finish(sit_a_microsecond_longer);
}

static void hearings_must_be_conserved(void **state)
{
    (void)state;
    assert_false(aborts(finish_honestly));
    assert_true(aborts(finish_with_a_hearing_too_many));
}

static void time_in_circles_must_be_conserved(void **state)
{
    (void)state;
    assert_true(aborts(finish_with_a_microsecond_too_many));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(littles_law_is_required_to_the_microsecond),
        cmocka_unit_test(hearings_must_be_conserved),
        cmocka_unit_test(time_in_circles_must_be_conserved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
