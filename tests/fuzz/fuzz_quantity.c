/* Any bytes at all, taken for a number, a share, a duration, a rate and a time of day. What is read and
 * written again is read as the very same. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/quantity.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* A wrong unit stands in the text. */
static bool is_fine(struct reading reading, const char *text)
{
    if (reading.unit != NULL)
        require(reading.unit >= text && reading.unit + reading.unit_length <= text + strlen(text));
    return reading.fault == FAULT_NONE;
}

static void check_real(const char *text, const char *like)
{
    static const char *const units[] = {"", "1", "m"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        double value = 0, again = 0;
        struct text written = {0};
        if (!is_fine(read_real(text, units[i], &value), text))
            continue;
        require(isfinite(value));
        write_real(&written, value, like);
        require(read_real(written.bytes, units[i], &again).fault == FAULT_NONE && again == value);
        text_free(&written);
    }
}

static void check_share(const char *text, const char *like)
{
    double value = 0, again = 0;
    struct text written = {0};
    if (!is_fine(read_share(text, &value), text))
        return;
    write_share(&written, value, like);
    require(read_share(written.bytes, &again).fault == FAULT_NONE && again == value);
    text_free(&written);
}

static void check_duration(const char *text, const char *like)
{
    sim_time value = 0, again = 0;
    struct text written = {0};
    if (!is_fine(read_duration(text, &value), text))
        return;
    require(value >= 0);
    write_duration(&written, value, like);
    require(read_duration(written.bytes, &again).fault == FAULT_NONE && again == value);
    text_free(&written);
}

static void check_rate(const char *text, const char *like)
{
    double value = 0, again = 0;
    struct text written = {0};
    if (!is_fine(read_rate(text, &value), text))
        return;
    require(isfinite(value) && value >= 0);
    write_rate(&written, value, like);
    require(read_rate(written.bytes, &again).fault == FAULT_NONE && again == value);
    text_free(&written);
}

static void check_clock(const char *text)
{
    sim_time value = 0, again = 0;
    struct text written = {0};
    if (!is_fine(read_clock(text, &value), text))
        return;
    require(value >= 0 && value < SIM_DAY);
    write_clock(&written, value);
    require(read_clock(written.bytes, &again).fault == FAULT_NONE && again == value);
    text_free(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = must_allocate(length + 1, 1);
    memcpy(text, bytes, length);
    int64_t count = 0;
    is_fine(read_count(text, &count), text);
    check_real(text, length % 2 == 0 ? "0.5" : "12");
    check_share(text, length % 2 == 0 ? "0.5" : "50 %");
    check_duration(text, length % 2 == 0 ? "3 min" : "1 h 30 min");
    check_rate(text, length % 2 == 0 ? "4 /d" : "0.3 /week");
    check_clock(text);
    duration_unit_meant(text, strlen(text));
    rate_unit_meant(text, strlen(text));
    free(text);
    return 0;
}
