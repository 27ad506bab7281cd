/* The attributes of a measure: what a reader needs to speak of it without knowing it. */
#include <math.h>

#include "record/layout.h"
#include "record/results.h"

static const char *better_word(enum better better)
{
    return better == BETTER_MORE   ? LAYOUT_BETTER_MORE
           : better == BETTER_LESS ? LAYOUT_BETTER_LESS
                                   : LAYOUT_BETTER_NEITHER;
}

static void describe_bounds(struct hdf5_file *file, hid_t variable, struct bounds bounds)
{
    if (isfinite(bounds.least))
        hdf5_number(file, variable, LAYOUT_VALID_MIN, H5T_IEEE_F64LE, &bounds.least);
    if (isfinite(bounds.most))
        hdf5_number(file, variable, LAYOUT_VALID_MAX, H5T_IEEE_F64LE, &bounds.most);
}

static void describe_words(struct hdf5_file *file, hid_t variable, const struct measure *measure)
{
    static const char *const shown_words[] = {
        [SHOWN_AS_PRICE] = LAYOUT_SHOWN_PRICE, [SHOWN_AS_COURSE] = LAYOUT_SHOWN_COURSE};
    const struct {
        const char *name, *text;
    } words[] = {{LAYOUT_TITLE, measure->title},     {LAYOUT_VERB, measure->verb},
                 {LAYOUT_NOUN, measure->noun},       {LAYOUT_EQUAL, measure->equal},
                 {LAYOUT_LESS, measure->less},       {LAYOUT_ROLE, measure->role},
                 {LAYOUT_SECTION, measure->section}, {LAYOUT_SHOWN, shown_words[measure->shown]}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].text != NULL)
            hdf5_text(file, variable, words[i].name, words[i].text);
}

void results_describe(struct results *results, hid_t variable, const struct measure *measure)
{
    struct hdf5_file *file = &results->file;
    hdf5_text(file, variable, LAYOUT_UNITS, measure->unit);
    hdf5_text(file, variable, LAYOUT_LONG_NAME, measure->meaning);
    hdf5_text(file, variable, LAYOUT_SOURCE, measure->source);
    describe_words(file, variable, measure);
    if (measure->cell_methods != NULL && measure->cell_methods[0] != '\0')
        hdf5_text(file, variable, LAYOUT_CELL_METHODS, measure->cell_methods);
    hdf5_text(file, variable, LAYOUT_BETTER, better_word(measure->better));
    describe_bounds(file, variable, measure->bounds);
}
