/* Any bytes at all, taken for the calendar of a small scenario. Whatever it says, openings come one after the
 * other, on days on which the session is held. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"
#include "experiment/experiment_parts.h"
#include "gathering/gathering.h"
#include "sentences.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_openings(const struct calendar_entry *entry, int first_day)
{
    enum { OPENINGS = 20 };
    sim_time before = -1;
    for (int i = 0; i < OPENINGS; i++) {
        sim_time opening = calendar_next(entry, first_day, before + 1);
        require(opening > before);
        if (opening == SIM_NEVER)
            return;
        require(calendar_next(entry, first_day, opening) == opening);
        int weekday = (int)((opening / SIM_DAY + first_day) % 7);
        unsigned on = weekday_bits(entry->on), except = weekday_bits(entry->except);
        require(on == 0 || (on >> weekday & 1) != 0);
        require(entry->every <= 0 || (except >> weekday & 1) == 0);
        before = opening;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct text text = {0};
    text_say(&text,
             "title: T\nlasts: 9 d\nsites: [{name: A, people: 17}]\nproposals: {per_day: 9 /d}\ncalendar:\n");
    text_add(&text, (const char *)bytes, length);
    struct arena arena = {0};
    struct trouble trouble = {0};
    const struct experiment_request request = {
        .path = "fuzz.yaml",
        .text = text.bytes,
        .length = text.length,
        .library = GROUNDSWELL_SOURCE "/scenarios",
        .base_only = true,
    };
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    require((experiment == NULL) == (trouble.count > 0));
    check_sentences(&trouble);
    if (experiment != NULL) {
        const struct scenario *scenario = experiment->settings[0];
        const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
        const struct calendar_entry *entries = calendar->items;
        for (size_t i = 0; i < calendar->count; i++)
            check_openings(&entries[i], scenario_first_day(scenario));
    }
    trouble_free(&trouble);
    arena_free(&arena);
    text_free(&text);
    return 0;
}
