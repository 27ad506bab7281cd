/* Gifts and needs: lists of what is open, what people have in mind, kinds by rank; by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gifts/gifts_parts.h"
#include "random/draw.h"

enum { PEOPLE = 4, ROOM = 3 };

/* A site of four people with room for three things in mind; nothing is forgotten or lapses. */
struct house_of_gifts {
    struct arena arena;
    struct luck luck;
    struct people people;
    struct gift_settings settings;
    double weight[3];
    struct gifts gifts;
};

static struct gifts *open_house(struct house_of_gifts *house)
{
    *house = (struct house_of_gifts){
        .luck = luck_of(7, 0),
        .people = {.count = PEOPLE},
        .settings = {.types = 3, .uses = 2, .help = SIM_HOUR, .generosity = 1},
        .weight = {1, 1.5, 1.5 + 1.0 / 3},
    };
    house->gifts = (struct gifts){
        .terms = {.settings = &house->settings,
                  .people = &house->people,
                  .luck = &house->luck,
                  .arena = &house->arena,
                  .weight = house->weight,
                  .ends = 30 * SIM_DAY},
        .persons = ARENA_NEW(&house->arena, struct of_person, PEOPLE),
        .minds = {.places = ARENA_NEW(&house->arena, struct in_mind, PEOPLE * ROOM), .room = ROOM},
    };
    return &house->gifts;
}

/* It is there, and nobody of these people has it. */
static struct thing need_number(struct gifts *gifts, uint32_t number)
{
    while (gifts->needs.count < number)
        need_begins(gifts, NOBODY, 1, 0, 0);
    return (struct thing){number, false};
}

static void in_a_full_mind_the_oldest_gives_way(void **state)
{
    (void)state;
    struct house_of_gifts house;
    struct gifts *gifts = open_house(&house);
    for (uint32_t number = 1; number <= 4; number++)
        mind_keeps(gifts, 2, need_number(gifts, number), 0);
    assert_false(mind_has(gifts, 2, need_number(gifts, 1), 0));
    for (uint32_t number = 2; number <= 4; number++)
        assert_true(mind_has(gifts, 2, need_number(gifts, number), 0));
    assert_int_equal(mind_at(gifts, 2, 0, 0).number, 4);
    assert_int_equal(mind_at(gifts, 2, 2, 0).number, 2);
    assert_int_equal(mind_at(gifts, 1, 0, 0).number, 0);
    mind_is_empty(gifts, 2);
    assert_int_equal(mind_at(gifts, 2, 0, 0).number, 0);
    arena_free(&house.arena);
}

static void what_is_heard_again_takes_one_place(void **state)
{
    (void)state;
    struct house_of_gifts house;
    struct gifts *gifts = open_house(&house);
    const struct thing gift = {gift_begins(gifts, 1, 0, SIM_NEVER), true};
    mind_keeps(gifts, 0, need_number(gifts, 1), 0);
    mind_keeps(gifts, 0, gift, 0); /* the first gift is another thing than the first need */
    mind_keeps(gifts, 0, need_number(gifts, 1), 0);
    mind_keeps(gifts, 0, need_number(gifts, 2), 0);
    assert_true(mind_has(gifts, 0, need_number(gifts, 1), 0) && mind_has(gifts, 0, gift, 0) &&
                mind_has(gifts, 0, need_number(gifts, 2), 0));
    arena_free(&house.arena);
}

/* Whatever the lot: half of many are forgotten after a half-life. */
static void half_of_what_is_kept_is_forgotten_in_a_half_life(void **state)
{
    (void)state;
    enum { MANY = 4000 };
    struct house_of_gifts house;
    struct gifts *gifts = open_house(&house);
    house.settings.forget = 3 * SIM_DAY;
    uint32_t left = 0;
    for (uint32_t number = 1; number <= MANY; number++) {
        mind_keeps(gifts, 3, need_number(gifts, number), SIM_DAY);
        left += mind_has(gifts, 3, need_number(gifts, number), 4 * SIM_DAY) ? 1 : 0;
    }
    assert_in_range(left, MANY / 2 - 4 * 32, MANY / 2 + 4 * 32); /* four standard errors */
    arena_free(&house.arena);
}

/* Of other things of the same kind of help: needs do not fit needs. */
static void of_what_is_in_mind_the_newest_that_fits_is_named(void **state)
{
    (void)state;
    struct house_of_gifts house;
    struct gifts *gifts = open_house(&house);
    need_begins(gifts, 1, 0, 2, 0);
    const struct thing need = {1, false}, older = {gift_begins(gifts, 2, 2, SIM_NEVER), true},
                       newer = {gift_begins(gifts, 3, 2, SIM_NEVER), true},
                       other = {gift_begins(gifts, 3, 1, SIM_NEVER), true};
    assert_int_equal(mind_fitting(gifts, 0, need, 0), 0);
    mind_keeps(gifts, 0, older, 0);
    mind_keeps(gifts, 0, newer, 0);
    mind_keeps(gifts, 0, other, 0);
    assert_int_equal(mind_fitting(gifts, 0, need, 0), newer.number);
    mind_keeps(gifts, 0, need, 0); /* the oldest gives way */
    assert_int_equal(mind_fitting(gifts, 0, need, 0), newer.number);
    assert_int_equal(mind_fitting(gifts, 0, older, 0), 1);
    assert_int_equal(mind_fitting(gifts, 0, other, 0), 0);
    arena_free(&house.arena);
}

static void needs_are_told_in_the_order_in_which_they_arose(void **state)
{
    (void)state;
    struct house_of_gifts house;
    struct gifts *gifts = open_house(&house);
    need_begins(gifts, 1, 0, 2, 0);
    need_begins(gifts, 0, 0, 2, SIM_DAY);
    need_begins(gifts, 1, 0, 0, 2 * SIM_DAY);
    need_begins(gifts, NOBODY, 5, 0, 3 * SIM_DAY); /* of a group: in no list of a person */
    assert_int_equal(gifts->persons[1].first_need, 1);
    assert_int_equal(need_of(gifts, 1)->next, 3);
    assert_int_equal(need_of(gifts, 3)->next, 0);
    assert_int_equal(gifts->persons[0].first_need, 2);
    assert_int_equal(gifts->tally.arisen, 4);
    assert_int_equal(gifts->tally.early, 3);
    gifts_count_time(gifts, 5 * SIM_DAY); /* open for 5, 4, 3 and 2 days */
    assert_int_equal(gifts->tally.open_time, 14 * SIM_DAY);
    arena_free(&house.arena);
}

static void a_gift_that_is_used_up_or_has_lapsed_is_passed_over(void **state)
{
    (void)state;
    struct house_of_gifts house;
    struct gifts *gifts = open_house(&house);
    uint32_t used = gift_begins(gifts, 0, 1, SIM_NEVER);
    uint32_t lapsed = gift_begins(gifts, 0, 1, SIM_DAY);
    uint32_t other = gift_begins(gifts, 0, 2, SIM_NEVER);
    uint32_t open = gift_begins(gifts, 0, 1, SIM_NEVER);
    assert_ptr_equal(gift_fitting(gifts, 0, 1, 0), gift_of(gifts, used));
    gift_of(gifts, used)->uses = 0;
    assert_ptr_equal(gift_fitting(gifts, 0, 1, 0), gift_of(gifts, lapsed));
    assert_ptr_equal(gift_fitting(gifts, 0, 1, SIM_DAY), gift_of(gifts, open));
    assert_ptr_equal(gift_fitting(gifts, 0, 2, SIM_DAY), gift_of(gifts, other));
    assert_null(gift_fitting(gifts, 0, 0, SIM_DAY));
    assert_null(gift_fitting(gifts, 1, 1, 0));
    assert_int_equal(gift_next_open(gifts, 0, 0, SIM_DAY), other);
    arena_free(&house.arena);
}

/* Of three kinds the first has 6 of 11, the second 3, the third 2. */
static void kinds_are_drawn_by_the_weight_of_their_rank(void **state)
{
    (void)state;
    enum { DRAWS = 11000 };
    struct house_of_gifts house;
    const struct gifts *gifts = open_house(&house);
    uint32_t count[3] = {0};
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct draw draw = draw_for(&house.luck, DRAW_NEED_ARISES, 1, i);
        count[gifts_draw_type(gifts, &draw)]++;
    }
    assert_in_range(count[0], 6000 - 210, 6000 + 210); /* four standard errors */
    assert_in_range(count[1], 3000 - 187, 3000 + 187);
    assert_in_range(count[2], 2000 - 162, 2000 + 162);
    arena_free(&house.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_a_full_mind_the_oldest_gives_way),
        cmocka_unit_test(what_is_heard_again_takes_one_place),
        cmocka_unit_test(half_of_what_is_kept_is_forgotten_in_a_half_life),
        cmocka_unit_test(of_what_is_in_mind_the_newest_that_fits_is_named),
        cmocka_unit_test(needs_are_told_in_the_order_in_which_they_arose),
        cmocka_unit_test(a_gift_that_is_used_up_or_has_lapsed_is_passed_over),
        cmocka_unit_test(kinds_are_drawn_by_the_weight_of_their_rank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
