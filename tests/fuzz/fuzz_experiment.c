/* Any bytes at all, taken for a scenario. */
#include <stdint.h>

#include "small_run.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    load_and_run("fuzz.yaml", (const char *)bytes, length);
    return 0;
}
