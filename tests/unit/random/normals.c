/* Normals of many keys at once are those that are drawn one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random/draw.h"

enum { MANY = 200000, MOST = 600 };

static double alone(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion)
{
    struct draw draw = draw_for(luck, purpose, entity, occasion);
    return draw_normal(&draw);
}

/* So many that the tail and every edge of the ziggurat are among them. */
static void each_is_the_one_that_its_key_gives(void **state)
{
    (void)state;
    static double normals[MANY];
    struct luck luck = luck_of(2011, 9);
    double furthest = 0;
    draw_normals(&luck, 17, 0xFFFFFFFF, 5, 1, normals, MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_true(normals[i] == alone(&luck, 17, 0xFFFFFFFF, 5 + i));
        furthest = normals[i] > furthest ? normals[i] : furthest;
    }
    assert_true(furthest > 3.7); /* beyond where the tail begins */
}

static void any_count_writes_just_so_many(void **state)
{
    (void)state;
    double normals[MOST + 1];
    struct luck luck = luck_of(1, 2);
    for (uint32_t count = 0; count <= MOST; count += count < 40 ? 1 : 37) {
        for (uint32_t i = 0; i <= MOST; i++)
            normals[i] = 100;
        draw_normals(&luck, 1, 2, 3, 1, normals, count);
        for (uint32_t i = 0; i < count; i++)
            assert_true(normals[i] == alone(&luck, 1, 2, 3 + i));
        for (uint32_t i = count; i <= MOST; i++)
            assert_true(normals[i] == 100);
    }
}

/* Numbers of occasions go round like all numbers of 32 bits. */
static void occasions_go_round(void **state)
{
    (void)state;
    double normals[32];
    struct luck luck = luck_of(1, 2);
    draw_normals(&luck, 1, 2, UINT32_MAX - 9, 1, normals, 32);
    for (uint32_t i = 0; i < 32; i++)
        assert_true(normals[i] == alone(&luck, 1, 2, UINT32_MAX - 9 + i));
}

static void every_so_manieth_is_the_one_that_its_key_gives(void **state)
{
    (void)state;
    double normals[MOST];
    struct luck luck = luck_of(3, 4);
    for (uint32_t every = 1; every < 5000; every = 3 * every + 1)
        for (uint32_t count = 1; count <= MOST; count += 41) {
            draw_normals(&luck, 1, 2, 7, every, normals, count);
            for (uint32_t i = 0; i < count; i++)
                assert_true(normals[i] == alone(&luck, 1, 2, 7 + i * every));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_the_one_that_its_key_gives),
        cmocka_unit_test(any_count_writes_just_so_many),
        cmocka_unit_test(occasions_go_round),
        cmocka_unit_test(every_so_manieth_is_the_one_that_its_key_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
