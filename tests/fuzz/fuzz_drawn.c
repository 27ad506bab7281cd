/* Any bytes at all, taken for what gnuplot answered: the first one chooses the format that was asked for. */
#include <stdint.h>

#include "analysis/figures/drawn.h"
#include "base/require.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const enum figure_format formats[] = {FIGURE_SVG, FIGURE_PNG, FIGURE_PDF, FIGURE_TERMINAL};
    struct text drawing = {0};
    if (length == 0)
        return 0;
    text_add(&drawing, (const char *)bytes + 1, length - 1);
    const char *flaw = drawn_flaw(formats[bytes[0] % 4], &drawing);
    require(flaw == NULL || *flaw != '\0');
    text_free(&drawing);
    return 0;
}
