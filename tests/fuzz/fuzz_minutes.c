/* Any bytes at all, taken for a table of minutes. What is found lies within its range, and that within what
 * it can be; what is not used is said with its place. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/require.h"
#include "observed/minutes.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_share(const char *measure)
{
    static const char *const shares[] = {"hearings_passed", "hearings_tabled", "hearings_failed",
                                         "pass_rate",       "amended",         "no_vote"};
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++)
        if (strcmp(measure, shares[i]) == 0)
            return true;
    return false;
}

static void check_minutes(const struct minutes *minutes, struct arena *arena)
{
    const struct minutes_load load = minutes_load(minutes, 0.9);
    const struct minutes_found found = minutes_found(minutes, 0.9, arena);
    require(load.rows > 0 && load.proposals <= load.rows && load.sessions <= load.rows);
    require(isnan(load.a_day) || load.a_day > 0);
    for (size_t i = 0; i < found.count; i++) {
        const struct minutes_number *number = &found.numbers[i];
        require(isfinite(number->value) && number->value >= 0);
        require(!number->ranged || (number->least <= number->value && number->value <= number->most));
        require(!is_share(number->measure) || (number->least >= -1e-12 && number->most <= 1 + 1e-12));
    }
    for (size_t i = 0; i < found.gap_count; i++)
        require(found.gaps[i].why != NULL && *found.gaps[i].why != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena arena = {0};
    struct trouble trouble = {0}, unused = {0};
    const struct minutes_words *words =
        minutes_words_read(GROUNDSWELL_SOURCE "/scenarios/data/minutes.yml", &arena, &trouble);
    require(words != NULL);
    const struct minutes *minutes =
        minutes_read("fuzz.csv", (const char *)bytes, length, words, &arena, &trouble, &unused);
    require((minutes == NULL) == (trouble.count > 0));
    for (size_t i = 0; i < unused.count; i++)
        require(unused.complaints[i].where.line > 0 && unused.complaints[i].where.column > 0);
    if (minutes != NULL)
        check_minutes(minutes, &arena);
    trouble_free(&unused);
    trouble_free(&trouble);
    arena_free(&arena);
    return 0;
}
