#include "record/checksum.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void crc32c_gives_the_check_value_of_its_standard(void **state)
{
    (void)state;
    assert_int_equal(crc32c(0, "123456789", 9), 0xE3069283U);
    unsigned char block[32] = {0}; /* RFC 3720, B.4 */
    assert_int_equal(crc32c(0, block, sizeof block), 0x8A9136AAU);
    memset(block, 0xFF, sizeof block);
    assert_int_equal(crc32c(0, block, sizeof block), 0x62A8AB43U);
    for (unsigned i = 0; i < sizeof block; i++)
        block[i] = (unsigned char)i;
    assert_int_equal(crc32c(0, block, sizeof block), 0x46DD794EU);
}

static void crc32c_can_be_taken_piece_by_piece(void **state)
{
    (void)state;
    static const char digits[] = "123456789";
    for (size_t cut = 0; cut <= 9; cut++)
        assert_int_equal(crc32c(crc32c(0, digits, cut), &digits[cut], 9 - cut), 0xE3069283U);
}

/* One bit after the other, as the polynomial says. */
static uint32_t by_bits(const unsigned char *bytes, size_t length)
{
    uint32_t crc = ~0U;
    for (size_t i = 0; i < length * 8; i++) {
        uint32_t out = (crc ^ (bytes[i / 8] >> i % 8 & 1U)) & 1U;
        crc = crc >> 1 ^ (out ? 0x82F63B78U : 0);
    }
    return ~crc;
}

static void crc32c_is_that_of_single_bits_at_every_length_and_place(void **state)
{
    (void)state;
    unsigned char block[48];
    for (unsigned i = 0; i < sizeof block; i++)
        block[i] = (unsigned char)(37 * i + 11);
    for (size_t first = 0; first < 9; first++)
        for (size_t length = 0; first + length <= sizeof block; length++)
            assert_int_equal(crc32c(0, &block[first], length), by_bits(&block[first], length));
}

static void digest_gives_the_known_answers_of_fnv_1a(void **state)
{
    (void)state;
    struct digest empty = digest_begin();
    assert_true(empty.high == 0x6c62272e07bb0142U && empty.low == 0x62b821756295c58dU);
    struct digest a = digest_begin();
    digest_bytes(&a, "a", 1);
    assert_true(a.high == 0xd228cb696f1a8cafU && a.low == 0x78912b704e4a8964U);
    struct digest foobar = digest_begin();
    digest_bytes(&foobar, "foobar", 6);
    assert_true(foobar.high == 0x343e1662793c64bfU && foobar.low == 0x6f0d3597ba446f18U);
}

static void a_letter_that_moves_to_the_next_text_changes_the_digest(void **state)
{
    (void)state;
    struct digest one = digest_begin(), two = digest_begin();
    digest_text(&one, "ab");
    digest_text(&one, "c");
    digest_text(&two, "a");
    digest_text(&two, "bc");
    assert_false(one.high == two.high && one.low == two.low);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crc32c_gives_the_check_value_of_its_standard),
        cmocka_unit_test(crc32c_can_be_taken_piece_by_piece),
        cmocka_unit_test(crc32c_is_that_of_single_bits_at_every_length_and_place),
        cmocka_unit_test(digest_gives_the_known_answers_of_fnv_1a),
        cmocka_unit_test(a_letter_that_moves_to_the_next_text_changes_the_digest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
