/* Gifts and needs, switched off piece by piece, and in cases so small that the answer is known. */
#include "ablation.h"

/* Nobody helps by chance or forgets, nothing lapses, and all who belong to the site come and keep what they
 * hear. */
#define SURE                                                                                                 \
    "people.attendance=100 %", "people.listening_drain=0 /h", "people.speaking_drain=0 /h",                  \
        "conversation.retention=100 %", "gifts.generosity=100 %", "gifts.need_half_life=0 d",                \
        "gifts.gift_half_life=0 d", "proposals.per_day=0 /d", "lasts=20 d"
/* One needs what another one has. */
#define TWO                                                                                                  \
    SURE, "sites=[{name: the camp, people: 2}]", "gifts.start_needs=1", "gifts.start_gifts=1", "gifts.types=1"
/* One of ten has what the others need. */
#define TEN                                                                                                  \
    SURE, "sites=[{name: the camp, people: 10}]", "gifts.start_needs=9", "gifts.start_gifts=1",              \
        "gifts.types=1"
/* Needs and gifts arise as the days pass. */
#define DAYS "gifts.needs=2 /week", "gifts.gifts=2 /week", "lasts=20 d", "proposals.per_day=1 /d"

static void gifts_that_nobody_gives_change_nothing_else(void **state)
{
    (void)state;
    struct seen none = CAMP("lasts=16 d"),
                idle = CAMP("lasts=16 d", "gifts.needs=2 /week", "gifts.gifts=2 /week",
                            "gifts.generosity=0 %", "cards.use=100 %", "board.use=100 %");
    for (size_t i = 0; i < none.count; i++)
        assert_same(&none, &idle, none.name[i]);
    assert_is(&idle, "matches", 0, 0);
    assert_true(seen_value(&idle, "needs") > 100);
}

static void a_need_is_met_where_it_is_told_to_who_can_help(void **state)
{
    (void)state;
    struct seen told = CAMP(TWO, "calendar[0].hold=needs"),
                all = CAMP(TWO, "calendar[0].hold=needs-in-one-circle"),
                silent = CAMP(TWO, "calendar[0].hold=one-circle"),
                deaf = CAMP(TWO, "calendar[0].hold=needs", "conversation.retention=0 %");
    assert_is(&told, "matches", 1, 0);
    assert_is(&told, "needs_met", 1, 0);
    assert_is(&told, "met_in_circles", 1, 0);
    assert_is(&all, "matches", 1, 0);
    assert_is(&all, "met_in_assembly", 1, 0);
    assert_is(&silent, "matches", 0, 0);
    assert_is(&deaf, "matches", 0, 0);
}

/* Both tell from 19:00 on; a turn is of about two minutes. */
static void it_is_met_at_the_end_of_the_turn_in_which_it_is_told(void **state)
{
    (void)state;
    struct seen told = CAMP(TWO, "calendar[0].hold=needs", "gifts.need_minutes=12 min",
                            "conversation.turn_cv=0", "conversation.gap_circle=0 s");
    assert_is(&told, "hours_to_match", 19.2, 0.001);
}

static void an_offer_is_as_good_as_a_need(void **state)
{
    (void)state;
    struct seen offered = CAMP(TWO, "calendar[0].hold=offers");
    assert_is(&offered, "matches", 1, 0);
}

static void a_gift_meets_as_many_needs_as_it_has_uses(void **state)
{
    (void)state;
    struct seen one = CAMP(TEN, "calendar[0].hold=needs-in-one-circle"),
                three = CAMP(TEN, "calendar[0].hold=needs-in-one-circle", "gifts.uses=3"),
                many = CAMP(TEN, "calendar[0].hold=needs-in-one-circle", "gifts.uses=100");
    assert_is(&one, "matches", 1, 0);
    assert_is(&three, "matches", 3, 0);
    assert_is(&many, "matches", 9, 0);
    assert_is(&many, "given_gini", 0.9, 1e-9);
}

static void help_that_is_arranged_for_after_the_end_is_not_given(void **state)
{
    (void)state;
    struct seen soon = CAMP(TWO, "calendar[0].hold=needs", "gifts.arrange=0 d", "gifts.help=3 h"),
                late = CAMP(TWO, "calendar[0].hold=needs", "gifts.arrange=60 d", "gifts.help=3 h");
    assert_true(seen_value(&soon, "hours_given") > 0);
    assert_is(&late, "hours_given", 0, 0);
    assert_is(&late, "matches", 1, 0);
}

static void who_keeps_offers_in_mind_names_who_could_help(void **state)
{
    (void)state;
    struct seen with = CAMP(DAYS, "calendar[0].hold=offers-then-needs"),
                without = CAMP(DAYS, "calendar[0].hold=offers-then-needs", "gifts.minds=0");
    assert_true(seen_value(&with, "met_by_name") > 0.05);
    assert_is(&without, "met_by_name", 0, 0);
    assert_less(&without, &with, "needs_met");
}

/* Six needs that stay open, and nobody forgets. */
#define FEW "calendar[0].hold=needs", "gifts.start_needs=6", "gifts.forget=0 d", "lasts=3 d"

static void needs_that_are_told_again_reach_more_people(void **state)
{
    (void)state;
    struct seen with = CAMP(SURE, FEW, "gifts.retell=100 %"), without = CAMP(SURE, FEW, "gifts.retell=0 %");
    assert_less(&without, &with, "need_reach");
}

static void people_who_forget_know_of_fewer_needs(void **state)
{
    (void)state;
    struct seen keeps = CAMP(DAYS, "calendar[0].hold=needs", "gifts.generosity=0 %", "gifts.forget=0 d"),
                forgets = CAMP(DAYS, "calendar[0].hold=needs", "gifts.generosity=0 %", "gifts.forget=2 h");
    assert_less(&forgets, &keeps, "need_reach");
}

static void needs_that_lapse_and_gifts_that_do_are_met_less_often(void **state)
{
    (void)state;
    struct seen lasting = CAMP(DAYS, "calendar[0].hold=needs", "gifts.need_half_life=0 d",
                               "gifts.gift_half_life=0 d"),
                needs = CAMP(DAYS, "calendar[0].hold=needs", "gifts.need_half_life=6 h",
                             "gifts.gift_half_life=0 d"),
                gifts = CAMP(DAYS, "calendar[0].hold=needs", "gifts.need_half_life=0 d",
                             "gifts.gift_half_life=6 h");
    assert_less(&needs, &lasting, "needs_met");
    assert_less(&gifts, &lasting, "needs_met");
}

static void needs_of_a_few_kinds_are_met_more_often(void **state)
{
    (void)state;
    struct seen alike = CAMP(DAYS, "calendar[0].hold=needs", "gifts.zipf=0"),
                unequal = CAMP(DAYS, "calendar[0].hold=needs", "gifts.zipf=2");
    assert_less(&alike, &unequal, "needs_met");
}

static void a_longer_turn_lets_fewer_needs_be_told(void **state)
{
    (void)state;
    struct seen brief = CAMP(DAYS, "calendar[0].hold=needs-in-one-circle", "gifts.need_minutes=1 min"),
                slow = CAMP(DAYS, "calendar[0].hold=needs-in-one-circle", "gifts.need_minutes=20 min");
    assert_less(&slow, &brief, "needs_met");
}

static void thanks_ease_tension_as_feelings_do(void **state)
{
    (void)state;
    struct seen thanks = CAMP("calendar[0].hold=thanks", "ties.gain=0.05"),
                feelings = CAMP("calendar[0].hold=feelings", "ties.gain=0.05");
    assert_all_same(&thanks, &feelings);
}

static void cards_find_who_can_help_unless_they_are_lost(void **state)
{
    (void)state;
    struct seen with = CAMP(TEN, "calendar=[]", "cards.use=100 %", "cards.loss=0 %", "gifts.uses=100"),
                lost = CAMP(TEN, "calendar=[]", "cards.use=100 %", "cards.loss=100 %", "gifts.uses=100"),
                without = CAMP(TEN, "calendar=[]", "gifts.uses=100");
    assert_is(&with, "matches", 9, 0);
    assert_is(&with, "met_by_card", 1, 0);
    assert_is(&with, "cards_lost", 0, 0);
    assert_is(&lost, "matches", 0, 0);
    assert_is(&lost, "cards_lost", 1, 0);
    assert_is(&without, "matches", 0, 0);
}

/* The owner hands each card on to the only other person. */
static void between_two_people_a_card_takes_one_hop(void **state)
{
    (void)state;
    struct seen with = CAMP(TWO, "calendar=[]", "cards.use=100 %", "cards.loss=0 %"),
                slow = CAMP(TWO, "calendar=[]", "cards.use=100 %", "cards.loss=0 %", "cards.hop=10 h");
    assert_is(&with, "card_hops", 1, 0);
    assert_less(&with, &slow, "hours_to_match");
}

/* Three have their hands full with what they wrote, and nobody can take a card of another. */
static void cards_for_full_hands_stay_where_they_are(void **state)
{
    (void)state;
    const char *few = "sites=[{name: the camp, people: 3}]";
    struct seen with = CAMP(SURE, few, "calendar=[]", "gifts.start_needs=3", "gifts.start_gifts=3",
                            "gifts.types=1", "cards.use=100 %", "cards.loss=0 %", "cards.hand=1",
                            "gifts.uses=3"),
                without = CAMP(SURE, few, "calendar=[]", "gifts.start_needs=3", "gifts.start_gifts=3",
                               "gifts.types=1", "cards.use=100 %", "cards.loss=0 %", "cards.hand=2",
                               "gifts.uses=3");
    assert_is(&with, "matches", 0, 0);
    assert_is(&without, "matches", 3, 0);
}

static void cards_along_ties_go_to_those_whom_one_knows(void **state)
{
    (void)state;
    struct seen people = CAMP(DAYS, "calendar[0].hold=feelings", "ties.gain=0.2", "gathering.partners=yes",
                              "cards.use=100 %", "cards.along=people"),
                ties = CAMP(DAYS, "calendar[0].hold=feelings", "ties.gain=0.2", "gathering.partners=yes",
                            "cards.use=100 %", "cards.along=ties", "cards.reach=0.0001");
    assert_less(&ties, &people, "met_across");
}

/* In a circle of one there is nobody else; on a mesh of circles of one she sits with the others in the
 * second. */
static void cards_stay_within_the_circles_of_an_arrangement(void **state)
{
    (void)state;
    struct seen apart = CAMP(TEN, "calendar=[]", "cards.use=100 %", "cards.along=tree", "cards.circles=1",
                             "cards.circle_size=1", "gifts.uses=100"),
                together = CAMP(TEN, "calendar=[]", "cards.use=100 %", "cards.loss=0 %", "cards.along=mesh",
                                "cards.circles=10", "cards.circle_size=1", "gifts.uses=100");
    assert_is(&apart, "matches", 0, 0);
    assert_is(&together, "matches", 9, 0);
}

#define BOARD TEN, "calendar=[]", "gifts.uses=100", "board.use=100 %", "board.reads=2 /d", "gifts.minds=0"

static void what_hangs_at_the_board_is_read_unless_nobody_keeps_it(void **state)
{
    (void)state;
    struct seen with = CAMP(BOARD, "board.read_retention=100 %"),
                without = CAMP(BOARD, "board.read_retention=0 %"), never = CAMP(BOARD, "board.reads=0 /d"),
                none = CAMP(TEN, "calendar=[]", "gifts.uses=100");
    assert_is(&with, "matches", 9, 0);
    assert_is(&with, "met_at_board", 1, 0);
    assert_is(&without, "matches", 0, 0);
    assert_is(&without, "notes_hours", seen_value(&without, "notes_read") * 0.2 / 60, 1e-9);
    assert_is(&never, "notes_read", 0, 0);
    assert_is(&none, "matches", 0, 0);
}

/* Everybody comes by once in a while, and passes all but the newest of the ten notes. */
static void of_a_short_page_only_the_newest_notes_are_read(void **state)
{
    (void)state;
    struct seen all = CAMP(BOARD, "board.read_retention=0 %", "board.reads=5 /d"),
                one = CAMP(BOARD, "board.read_retention=0 %", "board.reads=5 /d", "board.page=1");
    assert_is(&all, "notes_read", 90, 0);
    assert_is(&one, "notes_read", 10, 0);
}

static void a_donation_meets_the_need_of_its_kind(void **state)
{
    (void)state;
    struct seen with = CAMP(SURE, "calendar=[]", "gifts.start_needs=5", "gifts.types=1",
                            "gifts.donations=10 /d"),
                without = CAMP(SURE, "calendar=[]", "gifts.start_needs=5", "gifts.types=1");
    assert_is(&with, "matches", 5, 0);
    assert_is(&with, "met_from_stock", 1, 0);
    assert_is(&without, "matches", 0, 0);
}

/* Groups of people who have all that is needed, and tasks that all lack it. */
#define SHOP                                                                                                 \
    "groups.form=yes", "groups.start.groups=6", "groups.start.members=5", "groups.work.content=20 h",        \
        "groups.founding.announce=0 %", "resources.lack=100 %", "gifts.types=1", "lasts=16 d",               \
        "gifts.gifts=1 /week", "gifts.generosity=100 %"

static void tasks_that_lack_something_stand_still_until_it_is_found(void **state)
{
    (void)state;
    struct seen none = CAMP(SHOP, "resources.lack=0 %", "gifts.needs=1 /week"),
                harmless = CAMP(SHOP, "resources.short_pace=1", "resources.ask=nobody"),
                still = CAMP(SHOP, "resources.short_pace=0", "resources.ask=nobody"),
                half = CAMP(SHOP, "resources.ask=nobody");
    assert_same(&none, &harmless, "tasks_done");
    assert_is(&still, "tasks_done", 0, 0);
    assert_less(&half, &none, "tasks_done");
    assert_less(&still, &half, "tasks_done");
    assert_is(&half, "resources_found", 0, 0);
}

/* Circles in the morning, an assembly in the evening. */
#define BOTH                                                                                                 \
    "calendar=[{every: 1 d, at: \"10:00\", hold: needs}, {every: 1 d, at: \"19:00\", hold: "                 \
    "general-assembly, for: 3 h}]"

static void a_circle_finds_what_a_task_lacks_and_the_assembly_buys_it(void **state)
{
    (void)state;
    struct seen circle = CAMP(SHOP, BOTH, "resources.ask=circle"),
                assembly = CAMP(SHOP, "resources.ask=assembly", "resources.purchase=0 d"),
                later = CAMP(SHOP, "resources.ask=assembly", "resources.purchase=2 d"),
                nobody = CAMP(SHOP, BOTH, "resources.ask=nobody");
    assert_true(seen_value(&circle, "resources_found") > 0.3);
    assert_is(&circle, "resources_bought", 0, 0);
    assert_true(seen_value(&assembly, "resources_bought") > 0.3);
    assert_less(&assembly, &later, "resources_waited");
    assert_is(&nobody, "resources_found", 0, 0);
    assert_less(&nobody, &circle, "tasks_done");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gifts_that_nobody_gives_change_nothing_else),
        cmocka_unit_test(a_need_is_met_where_it_is_told_to_who_can_help),
        cmocka_unit_test(it_is_met_at_the_end_of_the_turn_in_which_it_is_told),
        cmocka_unit_test(an_offer_is_as_good_as_a_need),
        cmocka_unit_test(a_gift_meets_as_many_needs_as_it_has_uses),
        cmocka_unit_test(help_that_is_arranged_for_after_the_end_is_not_given),
        cmocka_unit_test(who_keeps_offers_in_mind_names_who_could_help),
        cmocka_unit_test(needs_that_are_told_again_reach_more_people),
        cmocka_unit_test(people_who_forget_know_of_fewer_needs),
        cmocka_unit_test(needs_that_lapse_and_gifts_that_do_are_met_less_often),
        cmocka_unit_test(needs_of_a_few_kinds_are_met_more_often),
        cmocka_unit_test(a_longer_turn_lets_fewer_needs_be_told),
        cmocka_unit_test(thanks_ease_tension_as_feelings_do),
        cmocka_unit_test(cards_find_who_can_help_unless_they_are_lost),
        cmocka_unit_test(between_two_people_a_card_takes_one_hop),
        cmocka_unit_test(cards_for_full_hands_stay_where_they_are),
        cmocka_unit_test(cards_along_ties_go_to_those_whom_one_knows),
        cmocka_unit_test(cards_stay_within_the_circles_of_an_arrangement),
        cmocka_unit_test(what_hangs_at_the_board_is_read_unless_nobody_keeps_it),
        cmocka_unit_test(of_a_short_page_only_the_newest_notes_are_read),
        cmocka_unit_test(a_donation_meets_the_need_of_its_kind),
        cmocka_unit_test(tasks_that_lack_something_stand_still_until_it_is_found),
        cmocka_unit_test(a_circle_finds_what_a_task_lacks_and_the_assembly_buys_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
