/* What is written can be read back to the very same value, whatever the value and the unit of the default. */
#include "unit/scenario/reading.h"

#include <float.h>
#include <math.h>

enum { ROUNDS = 6000 };

/* splitmix64 (Steele, Lea, Flood 2014): the tests of this room see no other room. */
static uint64_t next_draw(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* Any normal double, of every order of magnitude; every second one is short, as people write. */
static double any_real(uint64_t *state)
{
    for (;;) {
        uint64_t bits = next_draw(state);
        double real;
        memcpy(&real, &bits, sizeof real);
        if (bits % 2 == 0)
            return (double)(int64_t)(bits >> 50) / 1000 * (bits & 2 ? 1 : -1);
        if (isfinite(real) && fabs(real) > DBL_MIN && fabs(real) < 1e300)
            return real;
    }
}

static struct field field_of(enum field_kind kind, const char *usual, const char *unit)
{
    return (struct field){.name = "x", .kind = kind, .usual = usual, .unit = unit, .meaning = "Tested"};
}

/* Writes the slot, reads it back and compares the bytes. */
static void assert_round_trip(const struct field *field, const void *slot, size_t size)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    const char *written = field_write(field, slot, &arena);
    const struct document document = {"written", written, strlen(written)};
    const struct node scalar = {.kind = NODE_SCALAR, .document = &document, .line = 1, .text = written};
    char back[16] = {0};
    field_parse(field, &scalar, back, &trouble);
    if (trouble.count > 0 || memcmp(back, slot, size) != 0)
        fail_msg("`%s` does not come back: %s", written,
                 trouble.count > 0 ? trouble.complaints[0].sentence : "");
    trouble_free(&trouble);
    arena_free(&arena);
}

static void reals_come_back(void **state)
{
    (void)state;
    uint64_t draws = 1;
    const struct field fields[] = {field_of(FIELD_REAL, "", "1"),
                                   field_of(FIELD_REAL, "0.10 /listener", "/listener")};
    for (int i = 0; i < ROUNDS; i++) {
        double real = any_real(&draws);
        assert_round_trip(&fields[i % 2], &real, sizeof real);
    }
}

static void shares_come_back_in_percent_and_bare(void **state)
{
    (void)state;
    uint64_t draws = 2;
    const struct field fields[] = {field_of(FIELD_SHARE, "5 %", "1"), field_of(FIELD_SHARE, "0.05", "1"),
                                   field_of(FIELD_SHARE, "", "1")};
    for (int i = 0; i < ROUNDS; i++) {
        double share = i % 2 == 0 ? any_real(&draws) : (double)(next_draw(&draws) >> 11) * 0x1p-53;
        assert_round_trip(&fields[i % 3], &share, sizeof share);
    }
}

static void rates_come_back_in_every_unit(void **state)
{
    (void)state;
    uint64_t draws = 3;
    const struct field fields[] = {
        field_of(FIELD_RATE, "4 /d", "h-1"),   field_of(FIELD_RATE, "1 /week", "h-1"),
        field_of(FIELD_RATE, "0.1 /h", "h-1"), field_of(FIELD_RATE, "1 /min", "h-1"),
        field_of(FIELD_RATE, "0.5 /s", "h-1"), field_of(FIELD_RATE, "", "h-1")};
    for (int i = 0; i < ROUNDS; i++) {
        double rate = fabs(any_real(&draws));
        assert_round_trip(&fields[i % 6], &rate, sizeof rate);
    }
}

static void durations_come_back_to_the_microsecond(void **state)
{
    (void)state;
    uint64_t draws = 4;
    const char *const usual[] = {"1 us", "250 ms", "10 s", "1 min", "3 h", "0.5 d", "2 w", "1 h 30 min", ""};
    for (int i = 0; i < ROUNDS; i++) {
        struct field field = field_of(FIELD_DURATION, usual[i % 9], "h");
        sim_time span = (sim_time)(next_draw(&draws) >> 1 >> next_draw(&draws) % 63);
        if (i % 3 == 0)
            span -= span % (i % 2 == 0 ? SIM_MINUTE : SIM_SECOND / 10);
        if (span == SIM_NEVER)
            continue;
        assert_round_trip(&field, &span, sizeof span);
    }
}

static void counts_clocks_and_switches_come_back(void **state)
{
    (void)state;
    uint64_t draws = 5;
    const struct field count_field = field_of(FIELD_COUNT, "3", "1");
    const struct field clock_field = field_of(FIELD_CLOCK, "19:00", NULL);
    const struct field switch_field = field_of(FIELD_SWITCH, "no", NULL);
    for (int i = 0; i < ROUNDS; i++) {
        int64_t count = (int64_t)next_draw(&draws) >> next_draw(&draws) % 63;
        assert_round_trip(&count_field, &count, sizeof count);
        sim_time clock = (sim_time)(next_draw(&draws) % 86400) * SIM_SECOND;
        assert_round_trip(&clock_field, &clock, sizeof clock);
    }
    const int64_t ends[] = {INT64_MIN, INT64_MAX, 0};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        assert_round_trip(&count_field, &ends[i], sizeof ends[i]);
    for (int i = 0; i < 2; i++) {
        bool on = i == 1;
        assert_round_trip(&switch_field, &on, sizeof on);
    }
}

static void choices_and_texts_come_back(void **state)
{
    (void)state;
    struct field field = field_of(FIELD_CHOICE, "stack", NULL);
    field.choices = camp_floors;
    for (size_t i = 0; camp_floors[i] != NULL; i++)
        assert_round_trip(&field, &camp_floors[i], sizeof camp_floors[i]);
    struct reading_room room;
    read_camp(&room, "title: \"two\\nlines, `ticks`\"\n");
    assert_string_equal(field_write(&camp_fields[0], &room.camp, &room.arena), "two\nlines, `ticks`");
    leave(&room);
}

static void values_are_written_as_people_write_them(void **state)
{
    (void)state;
    // clang-format off
    const struct {
        enum field_kind kind;
        const char *usual;
        double real;
        sim_time span;
        const char *written;
    } rows[] = {
        {FIELD_REAL,     "1",          0.1,         0, "0.1"},
        {FIELD_REAL,     "1",          -0.0,        0, "0"},
        {FIELD_REAL,     "1",          1e6,         0, "1000000"},
        {FIELD_REAL,     "1",          1234.5,      0, "1234.5"},
        {FIELD_REAL,     "1",          1e-5,        0, "0.00001"},
        {FIELD_REAL,     "1",          1.5e-9,      0, "1.5e-9"},
        {FIELD_REAL,     "1",          1e22,        0, "1e22"},
        {FIELD_REAL,     "1",          1.0 / 3,     0, "0.3333333333333333"},
        {FIELD_SHARE,    "5 %",        0.07,        0, "7 %"},
        {FIELD_SHARE,    "5 %",        0.285,       0, "28.5 %"},
        {FIELD_SHARE,    "5 %",        1,           0, "100 %"},
        {FIELD_SHARE,    "0.05",       0.07,        0, "0.07"},
        {FIELD_RATE,     "4 /d",       4.0 / 24,    0, "4 /d"},
        {FIELD_RATE,     "4 /d",       1,           0, "24 /d"},
        {FIELD_RATE,     "1 /week",    1.0 / 168,   0, "1 /week"},
        {FIELD_RATE,     "0.0667 /min", 4,          0, "0.06666666666666667 /min"},
        {FIELD_RATE,     "",           0.5,         0, "0.5 /h"},
        {FIELD_DURATION, "1 min",      0, 90 * SIM_SECOND, "1.5 min"},
        {FIELD_DURATION, "1 min",      0, 3 * SIM_HOUR,    "180 min"},
        {FIELD_DURATION, "1 min",      0, 20 * SIM_SECOND, "20 s"},
        {FIELD_DURATION, "3 h",        0, SIM_HOUR + 1,    "1 h 1 us"},
        {FIELD_DURATION, "30 d",       0, 45 * SIM_DAY,    "45 d"},
        {FIELD_DURATION, "",           0, 90 * SIM_MINUTE, "90 min"},
        {FIELD_DURATION, "",           0, 14 * SIM_DAY,    "14 d"},
        {FIELD_DURATION, "1 min",      0, 0,               "0 min"},
        {FIELD_CLOCK,    "19:00",      0, 7 * SIM_HOUR + 5 * SIM_MINUTE, "07:05"},
        {FIELD_CLOCK,    "19:00",      0, 23 * SIM_HOUR + 9 * SIM_SECOND, "23:00:09"},
    };
    // clang-format on
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct field field = field_of(rows[i].kind, rows[i].usual, NULL);
        bool is_span = rows[i].kind == FIELD_DURATION || rows[i].kind == FIELD_CLOCK;
        const void *slot = is_span ? (const void *)&rows[i].span : &rows[i].real;
        assert_string_equal(field_write(&field, slot, &arena), rows[i].written);
    }
    arena_free(&arena);
}

static void the_same_rate_in_two_units_is_the_same_number(void **state)
{
    (void)state;
    struct reading_room one, other;
    read_camp(&one, "title: x\nconversation: {arrivals: 7 /week}\n");
    read_camp(&other, "title: x\nconversation: {arrivals: 1 /d}\n");
    assert_true(one.camp.talk.arrivals == other.camp.talk.arrivals);
    leave(&one);
    leave(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reals_come_back),
        cmocka_unit_test(shares_come_back_in_percent_and_bare),
        cmocka_unit_test(rates_come_back_in_every_unit),
        cmocka_unit_test(durations_come_back_to_the_microsecond),
        cmocka_unit_test(counts_clocks_and_switches_come_back),
        cmocka_unit_test(choices_and_texts_come_back),
        cmocka_unit_test(values_are_written_as_people_write_them),
        cmocka_unit_test(the_same_rate_in_two_units_is_the_same_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
