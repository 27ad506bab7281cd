/* Known answers of Random123 (Salmon et al. 2011), straight and through GSL. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random/philox.h"

struct answer {
    struct philox_counter counter;
    struct philox_key key;
    struct philox_counter block;
};

// clang-format off
static const struct answer answers[] = {
    {{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
    {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}}, {{0xffffffff, 0xffffffff}},
     {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
    {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}},
     {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}},
};
// clang-format on

static void philox_gives_the_known_answers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        struct philox_counter block = philox(answers[i].counter, answers[i].key);
        assert_memory_equal(&block, &answers[i].block, sizeof block);
    }
}

static void one_bit_of_the_counter_changes_half_of_the_block(void **state)
{
    (void)state;
    int flipped = 0, trials = 0;
    struct philox_key key = {{1, 2}};
    for (uint32_t bit = 0; bit < 128; bit++) {
        struct philox_counter counter = {{3, 4, 5, 6}};
        struct philox_counter before = philox(counter, key);
        counter.word[bit / 32] ^= UINT32_C(1) << bit % 32;
        struct philox_counter after = philox(counter, key);
        for (int word = 0; word < PHILOX_WORDS; word++)
            flipped += __builtin_popcount(before.word[word] ^ after.word[word]);
        trials += 128;
    }
    /* Five standard deviations of 16384 coins are 320. */
    assert_in_range(flipped, trials / 2 - 320, trials / 2 + 320);
}

static void the_generator_of_gsl_counts_up_from_the_first_block(void **state)
{
    (void)state;
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_philox);
    gsl_rng_set(rng, 0);
    assert_string_equal(gsl_rng_name(rng), "philox4x32-10");
    assert_int_equal(gsl_rng_min(rng), 0);
    assert_int_equal(gsl_rng_max(rng), UINT32_MAX);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(gsl_rng_get(rng), answers[0].block.word[i]);
    struct philox_counter second = philox((struct philox_counter){{1, 0, 0, 0}}, (struct philox_key){{0, 0}});
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(gsl_rng_get(rng), second.word[i]);
    gsl_rng_free(rng);
}

static void the_seed_of_gsl_is_the_key(void **state)
{
    (void)state;
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_philox);
    gsl_rng_set(rng, 0x299f31d0a4093822);
    struct philox_counter first = philox((struct philox_counter){{0, 0, 0, 0}}, answers[2].key);
    assert_int_equal(gsl_rng_get(rng), first.word[0]);
    gsl_rng *copy = gsl_rng_clone(rng);
    for (int i = 0; i < 10; i++)
        assert_int_equal(gsl_rng_get(rng), gsl_rng_get(copy));
    gsl_rng_free(copy);
    gsl_rng_free(rng);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(philox_gives_the_known_answers),
        cmocka_unit_test(one_bit_of_the_counter_changes_half_of_the_block),
        cmocka_unit_test(the_generator_of_gsl_counts_up_from_the_first_block),
        cmocka_unit_test(the_seed_of_gsl_is_the_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
