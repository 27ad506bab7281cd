/* Any bytes at all, taken for a method that a small scenario holds. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "small_run.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char scenario[] = "title: T\nlasts: 1 d\nsites: [{name: A, people: 17}]\n"
                                   "proposals: {per_day: 9 /d, facets: 7, waiting: 3}\n"
                                   "calendar:\n"
                                   "  - {every: 6 h, hold: held, for: 2 h}\n"
                                   "  - {at: \"3:00\", hold: held, for: 1 h}\n";
    char path[256];
    snprintf(path, sizeof path, "%s/held.yaml", fuzz_folder());
    fuzz_write(path, (const char *)bytes, length);
    snprintf(path, sizeof path, "%s/scenario.yaml", fuzz_folder());
    load_and_run(path, scenario, strlen(scenario));
    return 0;
}
