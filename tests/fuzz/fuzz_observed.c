/* Any bytes at all, taken for an observed movement. What can be measured lies in its range, and what cannot
 * has a reason. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/require.h"
#include "observed/observed.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_value(const char *name, struct measured value)
{
    static const char *const shares[] = {
        "differentiation",         "division_of_labour",   "integration",
        "giant_component",         "shared_facets",        "duplication",
        "transformation",          "covered_by_one_group", "balkanization",
        "duplication_after_unity",
    };
    const double rounding = 1e-9;
    require((value.why == NULL) == isfinite(value.value));
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++)
        if (value.why == NULL && strcmp(name, shares[i]) == 0)
            require(value.value >= -rounding && value.value <= 1 + rounding);
}

static void check_movement(const struct observed_movement *movement, struct arena *arena)
{
    const struct measure_label *labels, *of_course;
    size_t count = observed_labels(arena, &labels), course_count = observed_course_labels(arena, &of_course);
    require(movement->moment_count > 0);
    for (size_t i = 0; i < movement->moment_count; i++)
        for (size_t j = 0; j < count; j++)
            check_value(labels[j].name, movement->moments[i].values[j]);
    for (size_t j = 0; j < course_count; j++)
        check_value(of_course[j].name, movement->course[j]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    const struct observed_movement *movement =
        observed_read("fuzz.yaml", (const char *)bytes, length, &arena, &trouble);
    require((movement == NULL) == (trouble.count > 0));
    if (movement != NULL)
        check_movement(movement, &arena);
    trouble_free(&trouble);
    arena_free(&arena);
    return 0;
}
