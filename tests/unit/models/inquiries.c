/* Inquiries at one site: who knows what at first, and who notices an insight when. */
#include "inquiries/inquiries.h"

#include "conversation/talk.h"
#include "conversation/telling.h"
#include "hall.h"
#include "inquiries/inquiries_parts.h"
#include "inquiries/insights.h"
#include "unit/models/near.h"

enum { FACETS = 40, ASPECTS = 6, INSIGHTS = 20 };

struct asked {
    struct hall hall;
    struct inquiry_settings settings;
    uint64_t before[3];
    struct inquiries *inquiries;
    struct inquiry *inquiry;
    struct matter *matter;
};

/* One inquiry of two sites that have as many people; nothing is known to many. */
static void ask(struct asked *asked, uint32_t site, double notice, const char *more)
{
    static handler *const handlers[EVENT_KINDS] = {
        [EVENT_CHANNEL_FREE] = on_channel_free,
        [EVENT_INQUIRY_BEGINS] = on_inquiry_begins,
        [EVENT_INQUIRY_IS_DUE] = on_inquiry_is_due,
    };
    struct hall *hall = &asked->hall;
    const char *text = arena_print(&hall->arena, "{name: winter, facets: %d, aspects: %d, insights: %d%s}",
                                   FACETS, ASPECTS, INSIGHTS, more);
    struct node *tree = node_read("inquiry", text, strlen(text), &hall->arena, &hall->trouble);
    section_bind(&inquiry_section, tree, &asked->settings, &hall->arena, &hall->trouble);
    assert_int_equal(hall->trouble.count, 0);
    asked->before[1] = HALL_PEOPLE, asked->before[2] = 2 * HALL_PEOPLE;
    asked->settings.before = asked->before;
    asked->settings.notice = notice;
    hall_open_with(hall, handlers, EVENT_KINDS);
    const struct field_list list = {&asked->settings, 1};
    asked->inquiries = inquiries_new(&list, knowledge_of(&hall->parts), people_of(&hall->parts),
                                     site_luck(hall->site), (struct inquiry_place){site, 2}, &hall->arena);
    hall->parts.state[INQUIRIES_NUMBER] = asked->inquiries;
    inquiries_start(hall->site);
    run_until(hall->run, 1);
    asked->matter = inquiry_matter(asked->inquiries, 1);
    asked->inquiry = asked->matter->inquiry;
}

static void ask_with_few_knowers(struct asked *asked, uint32_t site, int64_t knowers, double notice,
                                 const char *more)
{
    *asked = (struct asked){0};
    hall_prepare(&asked->hall);
    asked->hall.settings.knowledge.common_share = 0;
    asked->hall.settings.knowledge.knowers = knowers;
    ask(asked, site, notice, more);
}

static void all_sites_together_have_the_knowers_of_each_facet(void **state)
{
    (void)state;
    struct asked north, south;
    ask_with_few_knowers(&north, 0, 5, 0, "");
    ask_with_few_knowers(&south, 1, 5, 0, "");
    uint32_t split = 0;
    for (uint32_t facet = 0; facet < FACETS; facet++) {
        uint32_t here = north.matter->first_knowers[facet], there = south.matter->first_knowers[facet];
        assert_int_equal(here + there, 5);
        split += here > 0 && there > 0 ? 1 : 0;
    }
    assert_in_range(split, FACETS / 2, FACETS - 1); /* 15 of 16 on average */
    assert_memory_equal(&north.matter->pro, &south.matter->pro, sizeof north.matter->pro);
    hall_close(&north.hall);
    hall_close(&south.hall);
}

static void outside_facets_are_the_last_of_each_aspect_and_known_to_nobody(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 40, 0, ", outside: 50 %");
    for (uint32_t facet = 0; facet < FACETS; facet++) {
        /* aspects 0 to 3 have seven facets, of which four (3.5 rounded) are outside; 4 and 5 have six */
        bool outside = facet / ASPECTS >= 3;
        assert_int_equal(asked.matter->first_knowers[facet] == 0, outside);
    }
    hall_close(&asked.hall);
}

/* The insights that a person could notice if she knew these facets. */
static struct facet_set reach_of(const struct asked *asked, const struct facet_set *known)
{
    return insights_within_reach(asked->inquiry, known, &all_facets);
}

/* The parts of an insight: each facet without which it is not within reach. */
static uint32_t parts_of_insight(const struct asked *asked, uint32_t insight, uint32_t *parts)
{
    uint32_t count = 0;
    for (uint32_t facet = 0; facet < FACETS; facet++) {
        struct facet_set most = {{0}};
        for (uint32_t other = 0; other < FACETS; other++)
            if (other != facet)
                facet_add(&most, other);
        struct facet_set within = reach_of(asked, &most);
        if (!facet_in(&within, insight))
            parts[count++] = facet;
    }
    return count;
}

static void an_insight_is_of_different_aspects_and_the_same_at_all_sites(void **state)
{
    (void)state;
    struct asked north, south;
    ask_with_few_knowers(&north, 0, 1, 0, ", parts: 3");
    ask_with_few_knowers(&south, 1, 1, 0, ", parts: 3");
    for (uint32_t insight = FACETS; insight < FACETS + INSIGHTS; insight++) {
        uint32_t here[FACETS], there[FACETS];
        assert_int_equal(parts_of_insight(&north, insight, here), 3);
        assert_int_equal(parts_of_insight(&south, insight, there), 3);
        assert_memory_equal(here, there, 3 * sizeof here[0]);
        assert_true(here[0] % ASPECTS != here[1] % ASPECTS && here[1] % ASPECTS != here[2] % ASPECTS &&
                    here[0] % ASPECTS != here[2] % ASPECTS);
        for (uint32_t aspect = 0; aspect < ASPECTS; aspect++) {
            struct facet_set about = inquiry_aspect(north.inquiry, aspect);
            bool touched = false;
            for (uint32_t i = 0; i < 3; i++)
                touched = touched || here[i] % ASPECTS == aspect;
            assert_int_equal(facet_in(&about, insight), touched);
        }
    }
    hall_close(&north.hall);
    hall_close(&south.hall);
}

static bool knows(struct asked *asked, uint32_t person, uint32_t facet)
{
    struct facet_set known = person_knows(conversation_of(&asked->hall.parts), asked->matter, person);
    return facet_in(&known, facet);
}

static bool learns(struct asked *asked, uint32_t person, uint32_t facet)
{
    return person_learns(conversation_of(&asked->hall.parts), asked->matter, person, facet);
}

static void who_learns_the_last_part_notices_it(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 0, 1, "");
    uint32_t parts[FACETS];
    assert_int_equal(parts_of_insight(&asked, FACETS, parts), 2);
    assert_true(learns(&asked, 3, parts[1]));
    assert_false(knows(&asked, 3, FACETS));
    assert_true(learns(&asked, 3, parts[0]));
    assert_true(knows(&asked, 3, FACETS));
    assert_false(learns(&asked, 3, parts[0])); /* no news */
    assert_false(knows(&asked, 4, FACETS));
    assert_true(facet_in(&asked.matter->pro, FACETS)); /* an insight speaks for the matter */
    inquiries_settle(asked.hall.site);
    hall_close(&asked.hall);
}

static void who_did_not_notice_it_then_needs_another_occasion(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 0, 0, "");
    struct conversation *conversation = conversation_of(&asked.hall.parts);
    uint32_t parts[FACETS];
    parts_of_insight(&asked, FACETS + 7, parts);
    learns(&asked, 3, parts[0]);
    learns(&asked, 3, parts[1]);
    assert_false(knows(&asked, 3, FACETS + 7));
    struct draw draw = draw_for(site_luck(asked.hall.site), 1, 0, 0);
    assert_int_equal(person_notices(conversation, asked.matter, 3, 0, &draw), 0);
    assert_int_equal(person_notices(conversation, asked.matter, 4, 1, &draw), 0); /* she lacks the parts */
    assert_int_equal(person_notices(conversation, asked.matter, 3, 1, &draw), 1);
    assert_true(knows(&asked, 3, FACETS + 7));
    assert_int_equal(person_notices(conversation, asked.matter, 3, 1, &draw), 0); /* once is enough */
    inquiries_settle(asked.hall.site);
    hall_close(&asked.hall);
}

/* She did or did not notice where she learned the last part. */
static void who_brings_both_parts_from_elsewhere_notices_nothing(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 0, 1, "");
    uint32_t parts[FACETS];
    parts_of_insight(&asked, FACETS, parts);
    for (uint32_t i = 0; i < 2; i++)
        assert_true(person_brings(conversation_of(&asked.hall.parts), asked.matter, 3, parts[i]));
    assert_false(knows(&asked, 3, FACETS));
    inquiries_settle(asked.hall.site);
    hall_close(&asked.hall);
}

static void who_knows_all_parts_at_first_notices_it_at_once(void **state)
{
    (void)state;
    struct asked all, none;
    ask_with_few_knowers(&all, 0, 2 * HALL_PEOPLE, 1, "");
    ask_with_few_knowers(&none, 0, 2 * HALL_PEOPLE, 0, "");
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        assert_true(knows(&all, person, FACETS) && knows(&all, person, FACETS + INSIGHTS - 1));
        assert_false(knows(&none, person, FACETS));
    }
    hall_close(&all.hall);
    hall_close(&none.hall);
}

/* Half of them know one part and half the other; in a circle that hears everything all notice at once. */
static void people_notice_it_while_they_hear_each_other(void **state)
{
    (void)state;
    for (int chance = 0; chance <= 1; chance++) {
        struct asked asked = {0};
        hall_prepare(&asked.hall);
        asked.hall.settings.knowledge.common_share = 0;
        asked.hall.settings.knowledge.knowers = 0;
        asked.hall.settings.conversation.retention = 1;
        asked.hall.settings.people.listening_drain = asked.hall.settings.people.speaking_drain = 0;
        ask(&asked, 0, chance, "");
        struct conversation *conversation = conversation_of(&asked.hall.parts);
        uint32_t parts[FACETS];
        parts_of_insight(&asked, FACETS, parts);
        struct circle *circle =
            circle_open(conversation, asked.matter, &asked.hall.manner, &guide_talk, 9, 6, 0);
        for (uint32_t person = 0; person < 6; person++) {
            learns(&asked, person, parts[person % 2]);
            circle_join(asked.hall.site, circle, person);
        }
        circle_wake(asked.hall.site, circle);
        run_until(asked.hall.run, 6 * SIM_HOUR);
        for (uint32_t person = 0; person < 6; person++) {
            assert_true(knows(&asked, person, parts[0]) && knows(&asked, person, parts[1]));
            assert_int_equal(knows(&asked, person, FACETS), chance);
        }
        /* what seats hold of it is right: facets known, and those in favour */
        for (uint32_t seat = 0; seat < 6; seat++)
            assert_near(circle->seats.mind.known[seat], 2 + chance, 1e-6);
        assert_int_equal(facet_in(&circle->talk.voiced, FACETS), chance);
        struct draw draw = draw_for(site_luck(asked.hall.site), 1, 0, 0);
        for (uint32_t person = 0; person < 6; person++)
            assert_int_equal(person_notices(conversation, asked.matter, person, 1, &draw), 1 - chance);
        circle_close(asked.hall.site, circle);
        assert_true(knows(&asked, 5, FACETS));
        inquiries_settle(asked.hall.site);
        hall_close(&asked.hall);
    }
}

static void each_has_a_favourite_aspect_among_those_that_are_left(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 1, 0, "");
    uint64_t taken = 0;
    float last = INFINITY;
    for (uint32_t i = 0; i < ASPECTS; i++) {
        uint32_t aspect = inquiry_favourite(asked.inquiry, 5, taken);
        struct facet_set about = inquiry_aspect(asked.inquiry, aspect);
        float interest = inquiry_interest(asked.inquiry, 5, &about);
        assert_true(aspect < ASPECTS && (taken >> aspect & 1) == 0 && interest <= last);
        taken |= UINT64_C(1) << aspect;
        last = interest;
    }
    assert_int_equal(inquiry_favourite(asked.inquiry, 5, taken), NOBODY);
    assert_near(inquiry_interest(asked.inquiry, 5, &all_facets), asked.matter->interest[5], 0);
    hall_close(&asked.hall);
}

/* One person likes the last aspect most, the next one the first. */
static void interests_in_aspects_are_each_persons_own(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 1, 0, "");
    float interest[6 * ASPECTS] = {0};
    for (uint32_t aspect = 0; aspect < ASPECTS; aspect++) {
        interest[4 * ASPECTS + aspect] = (float)aspect;
        interest[5 * ASPECTS + aspect] = (float)(ASPECTS - aspect);
    }
    asked.inquiry->interest = interest;
    assert_int_equal(inquiry_favourite(asked.inquiry, 4, 0), ASPECTS - 1);
    assert_int_equal(inquiry_favourite(asked.inquiry, 5, 0), 0);
    struct facet_set about = inquiry_aspect(asked.inquiry, 1);
    assert_near(inquiry_interest(asked.inquiry, 5, &about), ASPECTS - 1, 0);
    hall_close(&asked.hall);
}

static void it_is_over_when_it_is_due(void **state)
{
    (void)state;
    struct asked asked;
    ask_with_few_knowers(&asked, 0, 1, 0, ", due: 2 d");
    run_until(asked.hall.run, 2 * SIM_DAY - 1);
    assert_non_null(inquiry_matter(asked.inquiries, 1));
    run_until(asked.hall.run, 2 * SIM_DAY + 1);
    assert_null(inquiry_matter(asked.inquiries, 1));
    assert_null(inquiry_matter(asked.inquiries, 0));
    assert_null(inquiry_matter(asked.inquiries, 2));
    hall_close(&asked.hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_sites_together_have_the_knowers_of_each_facet),
        cmocka_unit_test(outside_facets_are_the_last_of_each_aspect_and_known_to_nobody),
        cmocka_unit_test(an_insight_is_of_different_aspects_and_the_same_at_all_sites),
        cmocka_unit_test(who_learns_the_last_part_notices_it),
        cmocka_unit_test(who_did_not_notice_it_then_needs_another_occasion),
        cmocka_unit_test(who_brings_both_parts_from_elsewhere_notices_nothing),
        cmocka_unit_test(who_knows_all_parts_at_first_notices_it_at_once),
        cmocka_unit_test(people_notice_it_while_they_hear_each_other),
        cmocka_unit_test(each_has_a_favourite_aspect_among_those_that_are_left),
        cmocka_unit_test(interests_in_aspects_are_each_persons_own),
        cmocka_unit_test(it_is_over_when_it_is_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
