/* Sessions of one site go on side by side, and know nothing of each other. */
#include "conversation/talk.h"
#include "house.h"
#include "people/people_parts.h"

static const char talk[] = "{do: converse, lasts: 1 h}";

static void every_session_keeps_books_of_its_own(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house, house_line(&house, "{do: converse, lasts: 2 h}"), 0);
    house_open(&house);
    struct session *five = house_convene(&house, house_line(&house, talk), 0, 5, NULL, NULL);
    struct session *three = house_convene(&house, house_line(&house, talk), 5, 3, NULL, NULL);
    run_until(house.hall.run, 90 * SIM_MINUTE);
    const struct parts *parts = &house.hall.parts;
    assert_true(five->slot != three->slot && five->number != three->number);
    assert_false(five->open || three->open);
    assert_int_equal(gathering_of(parts)->convened.sessions, 2);
    assert_int_equal(gathering_of(parts)->convened.heads, 5 + 3);
    assert_int_equal(gathering_of(parts)->convened.session_time, 2 * SIM_HOUR);
    assert_int_equal(gathering_of(parts)->convened.people_time, (5 + 3) * SIM_HOUR);
    assert_int_equal(conversation_tally_apart(conversation_of(parts))->seat_time, (5 + 3) * SIM_HOUR);
    assert_true(five->books.turns > 0 && three->books.turns > 0);
    assert_int_equal(five->books.turns + three->books.turns,
                     conversation_tally_apart(conversation_of(parts))->turns);

    house_check_books(&house);
    assert_int_equal(gathering_of(parts)->tally.sessions, 1);
    assert_int_equal(gathering_of(parts)->tally.heads, HALL_PEOPLE - 5 - 3);
    assert_int_equal(gathering_of(parts)->tally.session_time, 90 * SIM_MINUTE);
    assert_int_equal(conversation_tally(conversation_of(parts))->seat_time,
                     (HALL_PEOPLE - 5 - 3) * 90 * SIM_MINUTE);
    house_close(&house);
}

static void a_person_is_in_one_session_at_most(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house, house_line(&house, talk), 10 * SIM_MINUTE);
    house_open(&house);
    struct session *first = house_convene(&house, house_line(&house, talk), 0, 6, NULL, NULL);
    struct session *second = house_convene(&house, house_line(&house, talk), 3, 6, NULL, NULL);
    assert_int_equal(first->here.count, 6);
    assert_int_equal(second->here.count, 3);
    run_until(house.hall.run, 11 * SIM_MINUTE);
    const struct session *assembly = house_session(&house, 0);
    assert_true(assembly->open);
    assert_int_equal(assembly->here.count, HALL_PEOPLE - 9);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        assert_ptr_equal(house_session_of(&house, person), person < 6   ? first
                                                           : person < 9 ? second
                                                                        : assembly);
    run_until(house.hall.run, 3 * SIM_HOUR);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        assert_true(person_is_free(people_of(&house.hall.parts), person));
    house_check_books(&house);
    house_close(&house);
}

static void one_alone_does_not_meet(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    assert_null(house_convene(&house, house_line(&house, talk), 7, 1, NULL, NULL));
    assert_true(person_is_free(people_of(&house.hall.parts), 7));
    house_convene(&house, house_line(&house, talk), 0, 7, NULL, NULL);
    assert_null(house_convene(&house, house_line(&house, talk), 6, 2, NULL, NULL));
    assert_true(person_is_free(people_of(&house.hall.parts), 7));
    assert_int_equal(gathering_of(&house.hall.parts)->convened.sessions, 1);
    house_close(&house);
}

static void the_tired_stay_away_from_meetings_too(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.people.leave_below = 0.5;
    house_open(&house);
    people_of(&house.hall.parts)->own->body.energy[1] = 0.3F;
    const struct session *session = house_convene(&house, house_line(&house, talk), 0, 4, NULL, NULL);
    assert_int_equal(session->here.count, 3);
    assert_true(person_is_free(people_of(&house.hall.parts), 1));
    house_close(&house);
}

/* What is left of an assembly of persons 8 to 23: everything that is counted of it, and how these people are.
 */
struct traces {
    struct tally talk;
    struct gathering_tally gathering;
    double size_time[SIZE_BINS + 1];
    float energy[HALL_PEOPLE], tension[HALL_PEOPLE];
    int64_t spoke[HALL_PEOPLE];
    uint32_t heard[HALL_PEOPLE];
    uint64_t hearings;
    uint32_t items;
    struct item_record record;
};

/* An assembly with a question, circles that fall apart, moves and proposals; beside it persons 0 to 7 meet.
 */
static struct traces assembly_beside(const char *stages, uint32_t at_once, sim_time again_after)
{
    struct house house;
    house_prepare(&house);
    house.hall.settings.proposals.waiting = 3;
    house.hall.settings.proposals.proposer_comes = false;
    house_hold(
        &house,
        house_line(&house,
                   "{do: converse, lasts: 44 min}, {do: converse, lasts: 22 min, seating: random, "
                   "circle_size: 8, facilitated: no, "
                   "matter: question, movement: two-feet}, {do: market, circle_size: 4}, {do: converse, "
                   "lasts: 30 min, matter: posted, seating: chosen}, {do: decide, matter: agenda, "
                   "lasts: 2 h}"),
        1);
    house_open(&house);
    struct parts *parts = &house.hall.parts;
    for (sim_time at = 0; at < 5 * SIM_HOUR; at += again_after) {
        for (uint32_t i = 0; i < at_once; i++)
            house_convene(&house, house_line(&house, stages), i * 8 / at_once, 8 / at_once, NULL, NULL);
        run_until(house.hall.run, at + again_after);
    }
    struct traces traces;
    memset(&traces, 0, sizeof traces);
    traces.talk = *conversation_tally(conversation_of(parts));
    traces.talk.size_time = NULL;
    traces.gathering = gathering_of(parts)->tally;
    memcpy(traces.size_time, conversation_tally(conversation_of(parts))->size_time, sizeof traces.size_time);
    for (uint32_t person = 8; person < HALL_PEOPLE; person++) {
        traces.energy[person] = people_of(parts)->body.energy[person];
        traces.tension[person] = people_of(parts)->body.tension[person];
        traces.spoke[person] = people_of(parts)->books.spoke[person];
        traces.heard[person] = people_of(parts)->books.heard[person];
    }
    traces.hearings = agenda_books(agenda_of(parts))->hearings;
    traces.items = agenda_count(agenda_of(parts));
    traces.record = agenda_item(agenda_of(parts), 0)->record;
    assert_int_equal(gathering_of(parts)->tally.sessions, 1);
    assert_int_equal(gathering_of(parts)->tally.heads, HALL_PEOPLE - 8);
    assert_true(gathering_of(parts)->tally.postings > 0 && agenda_books(agenda_of(parts))->hearings > 0);
    house_check_books(&house);
    house_close(&house);
    return traces;
}

static void a_meeting_changes_nothing_of_an_assembly_of_others(void **state)
{
    (void)state;
    struct traces silence = assembly_beside("{do: reflect, lasts: 5 h}", 1, 5 * SIM_HOUR);
    struct traces meetings =
        assembly_beside("{do: converse, lasts: 8 min, times: 5, seating: random, circle_size: 4, "
                        "facilitated: no, matter: question, "
                        "movement: two-feet}, {do: market, circle_size: 2, lasts: 5 min}",
                        2, 48 * SIM_MINUTE);
    assert_memory_equal(&silence, &meetings, sizeof silence);
}

static void meetings_of_the_same_people_differ_in_luck(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    const struct calendar_entry line = house_line(&house, talk);
    const struct session *session = house_convene(&house, line, 0, 4, NULL, NULL);
    uint32_t first = session->origin.luck;
    run_until(house.hall.run, 2 * SIM_HOUR);
    session = house_convene(&house, line, 0, 4, NULL, NULL);
    uint32_t second = session->origin.luck;
    run_until(house.hall.run, 4 * SIM_HOUR);
    const uint32_t people[] = {0, 1, 2, 3};
    struct convening call = {
        .entry = &line, .people = people, .count = 4, .luck = 0, .owner_kind = OWNER_LINK};
    assert_true(gathering_convene(house.hall.site, &call));
    uint32_t of_a_link = house_session_of(&house, 0)->origin.luck;
    assert_true(first != second && first != of_a_link && second != of_a_link);
    house_close(&house);
}

static void the_memory_of_sessions_is_used_again(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    const struct calendar_entry line = house_line(&house, talk);
    for (int i = 0; i < 20; i++) {
        house_convene(&house, line, 0, 4, NULL, NULL);
        house_convene(&house, line, 4, 4, NULL, NULL);
        run_until(house.hall.run, (i + 1) * 2 * SIM_HOUR);
    }
    assert_int_equal(gathering_of(&house.hall.parts)->sessions.count, 1 + 2);
    assert_int_equal(gathering_of(&house.hall.parts)->convened.sessions, 40);
    house_check_books(&house);
    house_close(&house);
}

/* --- what the convener hears --- */

static struct {
    uint32_t closed, owner_kind, owner, people;
    uint64_t turns, novel;
    uint32_t circles, seated;
    double spoken;
} told; /* a callback has no other place */

static void hear_of_session(struct site *site, const struct session *session)
{
    told.closed++;
    told.owner_kind = session->origin.owner_kind;
    told.owner = session->origin.owner;
    told.people = session->here.count;
    told.turns = session->books.turns;
    told.novel = session->books.novel;
    for (uint32_t i = 0; i < session->here.count; i++) {
        assert_true(session_has(people_of(parts_of(site)), session, session->here.people[i]));
        assert_null(circle_of(conversation_of(parts_of(site)), session->here.people[i]));
    }
}

static void hear_of_circle(struct site *site, const struct session *session, const struct circle *circle)
{
    (void)site;
    assert_ptr_equal(circle_session(circle), session);
    told.circles++;
    told.seated += circle->seats.count;
    for (uint32_t i = 0; i < circle->seats.count; i++)
        told.spoken += (double)circle->seats.wish.spoken[i];
}

static void the_convener_hears_who_was_there_and_what_was_new(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house, house_line(&house, "{do: converse, lasts: 30 min, matter: question}"), 0);
    house_open(&house);
    memset(&told, 0, sizeof told);
    static const struct moments hears = {.session_closes = hear_of_session};
    parts_hear(&house.hall.parts, &hears);
    struct matter *matter = matter_new(knowledge_of(&house.hall.parts), MATTER_QUESTION, 77, NOBODY);
    house_convene(&house,
                  house_line(&house, "{do: converse, lasts: 20 min, matter: own, times: 2, seating: random, "
                                     "circle_size: 3}, {do: harvest}"),
                  4, 6, matter, NULL);
    run_until(house.hall.run, 3 * SIM_HOUR);
    const struct tally *apart = conversation_tally_apart(conversation_of(&house.hall.parts));
    assert_int_equal(told.closed, 1); /* the calendar has no convener */
    assert_int_equal(told.owner_kind, OWNER_GROUP);
    assert_int_equal(told.owner, 100);
    assert_int_equal(told.people, 6);
    assert_int_equal(told.turns, apart->turns);
    assert_int_equal(told.novel, apart->novel);
    assert_true(told.novel > 0 && told.novel < told.turns);
    house_close(&house);
}

static void a_circle_is_shown_before_it_closes_with_its_people_in_it(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    memset(&told, 0, sizeof told);
    static const struct moments hears = {.circle_closes = hear_of_circle};
    parts_hear(&house.hall.parts, &hears);
    house_convene(&house,
                  house_line(&house, "{do: converse, lasts: 30 min, facilitated: no}, {do: converse, lasts: "
                                     "30 min, seating: random, circle_size: 4}"),
                  0, 12, NULL, NULL);
    run_until(house.hall.run, 2 * SIM_HOUR);
    assert_true(told.circles >= 3 + 3); /* pieces of at most five people, and three circles of four */
    assert_int_equal(told.seated, 12 + 12);
    assert_true(told.spoken > 0);
    house_check_books(&house);
    house_close(&house);
}

/* Two of four leave while a proposal is heard, and two cannot decide: it waits, though it was heard as often
 * as may be. */
static void a_hearing_that_people_leave_decides_nothing_when_too_few_are_left(void **state)
{
    (void)state;
    for (int64_t least = 2; least <= 3; least++) {
        struct house house;
        house_prepare(&house);
        house.hall.settings.decisions.item_length = 40 * SIM_MINUTE;
        house.hall.settings.decisions.item_cv = 0;
        house.hall.settings.decisions.most_visits = 1;
        house.hall.settings.decisions.least = least;
        house_open(&house);
        struct parts *parts = &house.hall.parts;
        const struct item *item = agenda_submit(house.hall.site, agenda_of(parts));
        house_convene(&house, house_line(&house, "{do: decide, matter: agenda}"), 4, 4, NULL, NULL);
        run_until(house.hall.run, 20 * SIM_MINUTE);
        assert_true(item->heard.now);
        person_leaves(house.hall.site, 4, LEFT_DRIFTED);
        person_leaves(house.hall.site, 5, LEFT_DRIFTED);
        run_until(house.hall.run, SIM_HOUR);
        assert_int_equal(item->open, least == 3);
        assert_int_equal(item->outcome, least == 3 ? ITEM_PENDING : ITEM_PASSED);
        house_close(&house);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hearing_that_people_leave_decides_nothing_when_too_few_are_left),
        cmocka_unit_test(every_session_keeps_books_of_its_own),
        cmocka_unit_test(a_person_is_in_one_session_at_most),
        cmocka_unit_test(one_alone_does_not_meet),
        cmocka_unit_test(the_tired_stay_away_from_meetings_too),
        cmocka_unit_test(a_meeting_changes_nothing_of_an_assembly_of_others),
        cmocka_unit_test(meetings_of_the_same_people_differ_in_luck),
        cmocka_unit_test(the_memory_of_sessions_is_used_again),
        cmocka_unit_test(the_convener_hears_who_was_there_and_what_was_new),
        cmocka_unit_test(a_circle_is_shown_before_it_closes_with_its_people_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
