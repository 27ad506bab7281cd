/* Values of factors: from a position between 0 and 1 to a number and to what a scenario would write. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/same.h"
#include "experiment/worlds.h"

static double between(const struct world_factor *own, bool log_spread, double position)
{
    if (log_spread)
        return own->least * same_exp(position * same_log(own->most / own->least));
    return own->least + position * (own->most - own->least);
}

/* Four digits are enough to tell worlds apart, and can be read. */
static const char *rounded(double number, struct arena *arena)
{
    const double many = 10000;
    char text[40];
    snprintf(text, sizeof text, "%.4g", number);
    if (fabs(number) >= many)
        snprintf(text, sizeof text, "%.0f", strtod(text, NULL));
    return arena_text(arena, text, strlen(text));
}

const char *world_value(const struct worlds *worlds, size_t which, double position, double *number,
                        struct arena *arena)
{
    const struct factor *factor = &worlds->factors[which];
    const struct world_factor *own = &worlds->own[which];
    if (factor->choices != NULL) {
        size_t choice = (size_t)(position * (double)factor->choice_count);
        choice = choice < factor->choice_count ? choice : factor->choice_count - 1;
        *number = (double)choice;
        return factor->choices[choice];
    }
    double canonical = between(own, factor->log, position);
    const char *text;
    if (own->field->kind == FIELD_COUNT) {
        /* each whole number of a linear range is as probable as the others */
        double whole =
            factor->log ? round(canonical) : floor(own->least + position * (own->most - own->least + 1));
        text = arena_print(arena, "%.0f", fmin(whole, own->most));
    } else {
        text = rounded(canonical / own->unit, arena);
    }
    *number = fmin(fmax(strtod(text, NULL), factor->least), factor->most);
    return *factor->unit == '\0' ? text : arena_print(arena, "%s %s", text, factor->unit);
}
