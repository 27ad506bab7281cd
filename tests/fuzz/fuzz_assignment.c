/* Any bytes at all, taken for what `--set` says of a small scenario with everything in it that can be named:
 * one assignment a line. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment/experiment.h"
#include "sentences.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char scenario[] = "title: T\nlasts: 3 d\nsites: [{name: A, people: 17}, {name: B, people: 5}]\n"
                               "proposals: {per_day: 9 /d}\nconversation: {urge: 8}\n"
                               "designs: {\"two words\": {people: {attendance: 50 %}}}\n"
                               "sweep:\n  - {set: proposals.facets, to: [5, 6]}\n"
                               "calendar: []\n";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { MOST_LINES = 8 };
    const char *lines[MOST_LINES];
    size_t count = 0;
    char *text = must_allocate(length + 1, 1);
    memcpy(text, bytes, length);
    for (char *line = text; line != NULL && count < MOST_LINES;) {
        char *end = strchr(line, '\n');
        lines[count++] = line;
        if (end != NULL)
            *end++ = '\0';
        line = end;
    }
    struct arena arena = {0};
    struct trouble trouble = {0};
    const struct experiment_request request = {
        .path = "fuzz.yaml",
        .text = scenario,
        .length = sizeof scenario - 1,
        .library = GROUNDSWELL_SOURCE "/scenarios",
        .overrides = lines,
        .override_count = count,
        .base_only = length % 64 != 0, /* variants take several times as long */
    };
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    require((experiment == NULL) == (trouble.count > 0));
    check_sentences(&trouble);
    trouble_free(&trouble);
    arena_free(&arena);
    free(text);
    return 0;
}
