/* Questions of large sites, and proposals there until they are heard: minds of those alone who met them, and
 * the same answers for everybody. */
#include <stdlib.h>
#include <string.h>

#include "house.h"
#include "knowledge/initial.h"
#include "knowledge/knowledge_parts.h"
#include "yard.h"

enum { ONE = 77, TOWN = 3000 };

static struct matter *asked_in(struct hall *hall, uint32_t whole_up_to)
{
    hall_open(hall);
    struct knowledge *knowledge = knowledge_of(&hall->parts);
    knowledge->whole_up_to = whole_up_to;
    return matter_new(knowledge, MATTER_QUESTION, ONE, NOBODY);
}

static void assert_same_minds(const struct hall *one, const struct matter *whole, const struct matter *met)
{
    float leanings[HALL_PEOPLE];
    matter_leanings(knowledge_of(&one->parts), met, leanings);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        struct facet_set known = facets_known(whole, person), also = facets_known(met, person);
        assert_memory_equal(&known, &also, sizeof known);
        assert_memory_equal(&whole->interest[person], &(float){matter_interest(met, person)}, sizeof(float));
        assert_memory_equal(&whole->leaning[person], &(float){matter_leaning(met, person)}, sizeof(float));
        assert_memory_equal(&whole->first[person], &(float){matter_first_leaning(met, person)},
                            sizeof(float));
        assert_memory_equal(&whole->leaning[person], &leanings[person], sizeof(float));
    }
    assert_memory_equal(&whole->pro, &met->pro, sizeof whole->pro);
    for (uint32_t facet = 0; facet < HALL_FACETS; facet++) {
        uint32_t knowers = whole->first_knowers[facet];
        bool many = facet < initial_common(knowledge_of(&one->parts), met) || knowers > KNOWER_BINS;
        assert_int_equal(met->first_knowers[facet], many && knowers > KNOWER_BINS ? KNOWER_BINS : knowers);
    }
}

/* Changes the settings of both halls, and compares. */
static void compare(void (*change)(struct hall *hall))
{
    struct hall one, other;
    hall_prepare(&one);
    hall_prepare(&other);
    change(&one);
    change(&other);
    const struct matter *whole = asked_in(&one, WHOLE_UP_TO), *met = asked_in(&other, 0);
    assert_null(whole->met);
    assert_non_null(met->met);
    assert_same_minds(&other, whole, met);
    hall_close(&one);
    hall_close(&other);
}

static void nothing(struct hall *hall)
{
    (void)hall;
}

static void all_care_alike(struct hall *hall)
{
    hall->settings.knowledge.interest_sd = 0;
}

static void many_know_little(struct hall *hall)
{
    hall->settings.knowledge.common_share = 0.9;
    hall->settings.knowledge.common_known = 0.2;
}

static void each_knows_five(struct hall *hall)
{
    hall->settings.knowledge.each = 5;
}

static void people_know_and_think_the_same_whether_minds_are_kept_or_drawn_when_needed(void **state)
{
    (void)state;
    compare(nothing);
    compare(all_care_alike);
    compare(many_know_little);
    compare(each_knows_five);
}

static void contested_matters_are_the_same_too(void **state)
{
    (void)state;
    uint8_t sides[HALL_PEOPLE];
    for (int person = 0; person < HALL_PEOPLE; person++)
        sides[person] = person % 3 == 0;
    const struct division division = {
        .side = sides, .leans = {{0.2, 0.1}, {0.8, 0.2}}, .sides = 2, .bias = 4, .questions = 1};
    struct hall halls[2];
    const struct matter *asked[2];
    for (int i = 0; i < 2; i++) {
        hall_prepare(&halls[i]);
        hall_open(&halls[i]);
        struct knowledge *knowledge = knowledge_of(&halls[i].parts);
        knowledge_is_divided(knowledge, &division);
        knowledge->whole_up_to = i == 0 ? WHOLE_UP_TO : 0;
        asked[i] = matter_new(knowledge, MATTER_QUESTION, ONE, NOBODY);
        assert_true(asked[i]->contested);
    }
    assert_same_minds(&halls[1], asked[0], asked[1]);
    for (int i = 0; i < 2; i++)
        hall_close(&halls[i]);
}

static void what_she_learns_and_leans_to_stays_with_her(void **state)
{
    (void)state;
    struct hall hall;
    hall_prepare(&hall);
    struct matter *matter = asked_in(&hall, 0);
    uint32_t rare = HALL_FACETS - 1, person = 0;
    for (; person < HALL_PEOPLE; person++) {
        struct facet_set known = facets_known(matter, person);
        if (!facet_in(&known, rare))
            break;
    }
    float at_first = matter_leaning(matter, person);
    assert_true(matter_learn(matter, person, rare));
    assert_false(matter_learn(matter, person, rare));
    matter_store_leaning(matter, person, 0.125F);
    for (uint32_t other = 0; other < HALL_PEOPLE; other++) /* the table grows */
        matter_store_leaning(matter, other, matter_leaning(matter, other));
    struct facet_set known = facets_known(matter, person);
    assert_true(facet_in(&known, rare));
    assert_float_equal(matter_leaning(matter, person), 0.125F, 0);
    assert_float_equal(matter_first_leaning(matter, person), at_first, 0);
    assert_int_equal(matter->met->count, HALL_PEOPLE);
    hall_close(&hall);
}

static void memory_is_used_again(void **state)
{
    (void)state;
    struct hall hall;
    hall_prepare(&hall);
    struct matter *matter = asked_in(&hall, 0);
    struct knowledge *knowledge = knowledge_of(&hall.parts);
    const struct met *met = matter->met;
    const struct crowd *crowd = met->crowd;
    struct facet_set known = facets_known(matter, 3);
    matter_store_word(matter, 3, 1, ~UINT64_C(0));
    const struct matter *other = matter_new(knowledge, MATTER_QUESTION, ONE + 1, NOBODY);
    assert_ptr_equal(other->met->crowd, crowd); /* nobody came or went */
    matter_release(knowledge, matter);
    matter = matter_new(knowledge, MATTER_QUESTION, ONE, NOBODY);
    assert_ptr_equal(matter->met, met);
    struct facet_set again = facets_known(matter, 3);
    assert_memory_equal(&known, &again, sizeof known);
    hall_close(&hall);
}

static void who_comes_later_knows_nothing_of_it_and_who_left_still_does(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 40, SIM_DAY);
    yard.settings.knowledge.common_known = 1;
    yard.settings.people.guest_room = 1;
    yard_open(&yard, 1);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    struct people *people = people_of(&yard.parts);
    knowledge->whole_up_to = 0;
    struct matter *before = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM, NOBODY);
    person_goes_away(yard.site, 7);
    uint32_t guest = guest_comes(yard.site, 3, 8);
    struct matter *since = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM + 1, NOBODY);
    assert_ptr_not_equal(before->met->crowd, since->met->crowd);
    person_comes_home(yard.site, 7);
    uint32_t common = initial_common(knowledge, before);
    struct facet_set known = facets_known(before, 7);
    assert_true(facet_count(&known) >= common);
    known = facets_known(since, 7);
    assert_int_equal(facet_count(&known), 0);
    known = facets_known(before, guest);
    assert_int_equal(facet_count(&known), 0);
    known = facets_known(since, guest);
    assert_true(facet_count(&known) >= common);
    matter_store_leaning(since, guest, 0.9F);
    guest_goes(yard.site, guest);
    knowledge_forget(knowledge, guest);
    known = facets_known(since, guest);
    assert_int_equal(facet_count(&known), 0);
    assert_float_equal(matter_leaning(since, guest), matter_first_leaning(since, guest), 0);
    assert_int_equal(people_here(people), 40);
    yard_close(&yard);
}

static void a_panel_of_all_is_the_whole_site(void **state)
{
    (void)state;
    struct hall one, other;
    hall_prepare(&one);
    hall_prepare(&other);
    const struct matter *whole = asked_in(&one, WHOLE_UP_TO);
    struct matter *met = asked_in(&other, 0);
    matter_store_leaning(met, 5, matter_leaning(met, 5));
    const struct panel all = knowledge_panel(knowledge_of(&one.parts), whole);
    const struct panel some = knowledge_panel(knowledge_of(&other.parts), met);
    assert_int_equal(all.each_one, HALL_PEOPLE);
    assert_int_equal(some.count, HALL_PEOPLE);
    assert_near(some.weight, 1, 0);
    assert_near(some.people, HALL_PEOPLE, 0);
    struct census here = matter_census(&all, whole), there = matter_census(&some, met);
    assert_near(here.coverage, there.coverage, 0);
    assert_near(here.common, there.common, 0);
    assert_near(here.reach, there.reach, 0);
    hall_close(&one);
    hall_close(&other);
}

/* Means of 200 questions, each with some 1024 of the 3000 who did not meet it; four standard errors of slack,
 * by the spread between questions. */
static void a_panel_by_lot_counts_as_the_whole_site_does(void **state)
{
    (void)state;
    enum { QUESTIONS = 200 };
    struct yard yard;
    yard_prepare(&yard, TOWN, SIM_DAY);
    yard_open(&yard, 1);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    double off[3] = {0}, squares[3] = {0}, room[TOWN];
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        knowledge->whole_up_to = WHOLE_UP_TO;
        struct matter *met = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM + i, NOBODY);
        knowledge->whole_up_to = TOWN;
        struct matter *whole = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM + i, NOBODY);
        assert_non_null(met->met);
        assert_null(whole->met);
        double found[2][3];
        for (int j = 0; j < 2; j++) {
            const struct matter *matter = j == 0 ? met : whole;
            const struct panel panel = knowledge_panel(knowledge, matter);
            struct opinions leanings = panel_leanings(knowledge, &panel, knowledge_scratch(knowledge));
            found[j][0] = matter_census(&panel, matter).coverage;
            found[j][1] = opinion_spread(&leanings).mean;
            opinion_sort(&leanings, panel.each_one, room);
            found[j][2] = opinion_agreement(&leanings);
            if (j == 0)
                assert_true(abs((int)(panel.count - panel.each_one) - PANEL_OTHERS) <= 64);
        }
        for (int k = 0; k < 3; k++) {
            double away = found[0][k] - found[1][k];
            off[k] += away / QUESTIONS;
            squares[k] += away * away / QUESTIONS;
        }
        matter_release(knowledge, met);
        matter_release(knowledge, whole);
    }
    for (int k = 0; k < 3; k++)
        assert_true(squares[k] > 0 && squares[k] < 1e-4);
    assert_near(off[0], 0, 4 * sqrt(squares[0] / QUESTIONS));
    assert_near(off[1], 0, 4 * sqrt(squares[1] / QUESTIONS));
    /* People for whom one stands are taken to think as she does: a thousandth of the disagreement too little.
     */
    assert_near(off[2], 0, 4 * sqrt(squares[2] / QUESTIONS) + 0.001);
    yard_close(&yard);
}

/* About half of the people are away, sixteen in a row, so that the lot finds now more and now fewer of those
 * who are here. */
static void a_panel_has_room_for_all_whom_the_lot_finds(void **state)
{
    (void)state;
    enum { QUESTIONS = 300, PEOPLE = 2080, AWAY = 1024 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, SIM_DAY);
    yard_open(&yard, 1);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    for (uint32_t i = 0; i < AWAY; i++)
        person_goes_away(yard.site, i / 16 * 32 + i % 16);
    double people = 0;
    uint32_t most = 0;
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        struct matter *matter = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM + i, NOBODY);
        const struct panel panel = knowledge_panel(knowledge, matter);
        assert_true(panel.count <= knowledge->panel.room && panel.count <= PEOPLE);
        people += panel.each_one + panel.weight * (panel.count - panel.each_one);
        most = panel.count > most ? panel.count : most;
        matter_release(knowledge, matter);
    }
    assert_near(people / QUESTIONS, PEOPLE - AWAY, 1e-6);
    assert_true(most > PEOPLE - AWAY); /* else this would show nothing */
    yard_close(&yard);
}

/* Everybody is here and a few have met it: a run that the lot finds twice must not make the panel larger than
 * the site, since opinions are written where each person has one place. */
static void a_panel_is_never_larger_than_the_site(void **state)
{
    (void)state;
    enum { QUESTIONS = 400, PEOPLE = 1047, MET = 22 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, SIM_DAY);
    yard.settings.knowledge.knowers = 0;
    yard_open(&yard, 1);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    uint32_t most = 0;
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        struct matter *matter = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM + i, NOBODY);
        for (uint32_t person = 0; person < MET; person++)
            matter_store_leaning(matter, person, 0.5F);
        const struct panel panel = knowledge_panel(knowledge, matter);
        most = panel.count > most ? panel.count : most;
        matter_release(knowledge, matter);
    }
    assert_int_equal(most, PEOPLE); /* without the bound it was larger */
    yard_close(&yard);
}

static void goes_through_something(struct hall *hall, struct matter *matter)
{
    matter_learn(matter, 3, HALL_FACETS - 1);
    matter_learn(matter, 3, 0);
    matter_store_leaning(matter, 4, 0.25F);
    matter_learn(matter, 5, HALL_FACETS - 2);
    knowledge_forget(knowledge_of(&hall->parts), 5);
    knowledge_forget(knowledge_of(&hall->parts), 6);
}

static void a_proposal_that_waited_is_as_if_all_minds_had_been_kept(void **state)
{
    (void)state;
    void (*const changes[])(struct hall *) = {nothing, all_care_alike, many_know_little, each_knows_five};
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct hall halls[2];
        struct matter *proposed[2];
        for (int j = 0; j < 2; j++) {
            hall_prepare(&halls[j]);
            changes[i](&halls[j]);
            hall_open(&halls[j]);
            struct knowledge *knowledge = knowledge_of(&halls[j].parts);
            knowledge->whole_up_to = j == 0 ? WHOLE_UP_TO : 0;
            proposed[j] = matter_new(knowledge, MATTER_PROPOSAL, ONE, NOBODY);
            goes_through_something(&halls[j], proposed[j]);
        }
        assert_non_null(proposed[1]->met);
        assert_same_minds(&halls[1], proposed[0], proposed[1]);
        const float *interests = matter_interests(knowledge_of(&halls[1].parts), proposed[1]);
        assert_memory_equal(proposed[0]->interest, interests, HALL_PEOPLE * sizeof *interests);
        matter_is_heard(knowledge_of(&halls[1].parts), proposed[1]);
        assert_null(proposed[1]->met);
        assert_same_minds(&halls[1], proposed[0], proposed[1]);
        for (int j = 0; j < 2; j++)
            hall_close(&halls[j]);
    }
}

static void a_question_that_is_heard_keeps_minds_of_those_who_met_it(void **state)
{
    (void)state;
    struct hall hall;
    hall_prepare(&hall);
    struct matter *matter = asked_in(&hall, 0);
    matter_is_heard(knowledge_of(&hall.parts), matter);
    assert_non_null(matter->met);
    hall_close(&hall);
}

static void contested_proposals_keep_all_minds(void **state)
{
    (void)state;
    uint8_t sides[HALL_PEOPLE] = {1, 0, 1};
    const struct division division = {
        .side = sides, .leans = {{0.2, 0.1}, {0.8, 0.2}}, .sides = 2, .bias = 4, .proposals = 1};
    struct hall hall;
    hall_prepare(&hall);
    hall_open(&hall);
    struct knowledge *knowledge = knowledge_of(&hall.parts);
    knowledge->whole_up_to = 0;
    knowledge_is_divided(knowledge, &division);
    const struct matter *proposed = matter_new(knowledge, MATTER_PROPOSAL, ONE, NOBODY);
    assert_true(proposed->contested);
    assert_null(proposed->met);
    hall_close(&hall);
}

enum { PROPOSALS = 6 };

/* An assembly hears some of them; the others wait. */
static void hold_an_assembly(struct house *house, uint32_t whole_up_to)
{
    house_prepare(house);
    house_hold(house, house_line(house, "{do: decide, matter: agenda, lasts: 2 h}"), SIM_HOUR);
    house_open(house);
    struct agenda *agenda = agenda_of(&house->hall.parts);
    knowledge_of(&house->hall.parts)->whole_up_to = whole_up_to;
    for (int i = 0; i < PROPOSALS; i++)
        agenda_submit(house->hall.site, agenda);
    for (uint32_t i = 0; i < PROPOSALS; i++)
        assert_true((agenda_item(agenda, i)->matter->met != NULL) == (whole_up_to == 0));
    run_until(house->hall.run, 4 * SIM_HOUR);
}

static void an_assembly_decides_the_same_whether_minds_are_kept_or_drawn_when_needed(void **state)
{
    (void)state;
    struct house houses[2];
    hold_an_assembly(&houses[0], WHOLE_UP_TO);
    hold_an_assembly(&houses[1], 0);
    const struct agenda *agendas[] = {agenda_of(&houses[0].hall.parts), agenda_of(&houses[1].hall.parts)};
    uint32_t decided = 0, waiting = 0;
    for (uint32_t i = 0; i < PROPOSALS; i++) {
        const struct item *one = agenda_item(agendas[0], i), *other = agenda_item(agendas[1], i);
        assert_int_equal(one->outcome, other->outcome);
        assert_int_equal(one->times.decided, other->times.decided);
        assert_int_equal(one->matter->proposer, other->matter->proposer);
        assert_memory_equal(&one->record, &other->record, sizeof one->record);
        assert_true((other->matter->met != NULL) == (other->heard.visits == 0));
        decided += one->times.decided >= 0 ? 1 : 0;
        waiting += one->heard.visits == 0 ? 1 : 0;
    }
    assert_true(decided > 0 && waiting > 0); /* else this would show nothing */
    assert_memory_equal(&knowledge_of(&houses[0].hall.parts)->books,
                        &knowledge_of(&houses[1].hall.parts)->books, sizeof(struct voiced_books));
    for (int i = 0; i < 2; i++)
        house_close(&houses[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_know_and_think_the_same_whether_minds_are_kept_or_drawn_when_needed),
        cmocka_unit_test(contested_matters_are_the_same_too),
        cmocka_unit_test(what_she_learns_and_leans_to_stays_with_her),
        cmocka_unit_test(memory_is_used_again),
        cmocka_unit_test(who_comes_later_knows_nothing_of_it_and_who_left_still_does),
        cmocka_unit_test(a_panel_of_all_is_the_whole_site),
        cmocka_unit_test(a_panel_by_lot_counts_as_the_whole_site_does),
        cmocka_unit_test(a_panel_has_room_for_all_whom_the_lot_finds),
        cmocka_unit_test(a_panel_is_never_larger_than_the_site),
        cmocka_unit_test(a_proposal_that_waited_is_as_if_all_minds_had_been_kept),
        cmocka_unit_test(a_question_that_is_heard_keeps_minds_of_those_who_met_it),
        cmocka_unit_test(contested_proposals_keep_all_minds),
        cmocka_unit_test(an_assembly_decides_the_same_whether_minds_are_kept_or_drawn_when_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
