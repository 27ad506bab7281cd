#include "analysis/words/differences_text.h"

#include "analysis/file/naming.h"

static const double percent = 100;

bool say_what_hardly_differs(struct text *out, const struct results *results,
                             const struct contrast *contrasts, size_t count, size_t design)
{
    size_t said = 0;
    for (size_t i = 0; i < count; i++) {
        const struct contrast *contrast = &contrasts[i];
        if (contrast->design != design || !differs_hardly(contrast))
            continue;
        if (said++ == 0) {
            say_design(out, results, design);
            text_say(out, " and ");
            say_design(out, results, contrast->base);
            text_print(out, " hardly differ, by less than %.0f %%, in ", percent * HARDLY_BELOW);
        } else {
            text_say(out, ", ");
        }
        say_subject(out, &results->measures[contrast->measure]);
    }
    return said > 0;
}
