/* The attributes of a measure: what a reader needs to speak of it without knowing it. */
#include <math.h>

#include "record/results.h"

static const char *better_word(enum better better)
{
    return better == BETTER_MORE ? "more" : better == BETTER_LESS ? "less" : "neither";
}

static void describe_bounds(struct hdf5_file *file, hid_t variable, struct bounds bounds)
{
    if (isfinite(bounds.least))
        hdf5_number(file, variable, "valid_min", H5T_IEEE_F64LE, &bounds.least);
    if (isfinite(bounds.most))
        hdf5_number(file, variable, "valid_max", H5T_IEEE_F64LE, &bounds.most);
}

static void describe_words(struct hdf5_file *file, hid_t variable, const struct measure *measure)
{
    static const char *const shown_words[] = {[SHOWN_AS_PRICE] = "price", [SHOWN_AS_COURSE] = "course"};
    const struct {
        const char *name, *text;
    } words[] = {{"title", measure->title},     {"verb", measure->verb},
                 {"noun", measure->noun},       {"equal", measure->equal},
                 {"less", measure->less},       {"role", measure->role},
                 {"section", measure->section}, {"shown", shown_words[measure->shown]}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].text != NULL)
            hdf5_text(file, variable, words[i].name, words[i].text);
}

void results_describe(struct results *results, hid_t variable, const struct measure *measure)
{
    struct hdf5_file *file = &results->file;
    hdf5_text(file, variable, "units", measure->unit);
    hdf5_text(file, variable, "long_name", measure->meaning);
    hdf5_text(file, variable, "source", measure->source);
    describe_words(file, variable, measure);
    if (measure->cell_methods != NULL && measure->cell_methods[0] != '\0')
        hdf5_text(file, variable, "cell_methods", measure->cell_methods);
    hdf5_text(file, variable, "better", better_word(measure->better));
    describe_bounds(file, variable, measure->bounds);
}
