#include "program/row_json.h"

#include <math.h>
#include <string.h>

static json_t *bound(double number)
{
    return isfinite(number) ? json_real(number) : json_null();
}

json_t *measure_json(const struct measure *measure)
{
    static const char *const better[] = {"neither", "more", "less"};
    static const char *const shapes[] = {"run", "course", "histogram"};
    return json_pack("{s:s, s:s, s:s?, s:s, s:s, s:s?, s:s, s:s, s:s, s:s?, s:s?, s:o, s:o, s:s?, s:s?, "
                     "s:s?, s:s?, s:s?, s:s?}",
                     "kind", "measure", "name", measure->name, "title", measure->title, "unit", measure->unit,
                     "meaning", measure->meaning, "source", measure->source, "better",
                     better[measure->better], "shape", shapes[measure->shape], "of",
                     measure->scope == SCOPE_MOVEMENT ? "movement" : "site", "bins", measure->bin_name,
                     "recorded_where_a_design_has", measure_needs(measure), "least",
                     bound(measure->bounds.least), "most", bound(measure->bounds.most), "section",
                     measure->section, "role", measure->role, "cell_methods", measure->cell_methods, "verb",
                     measure->verb, "noun", measure->noun, "equal", measure->equal);
}

json_t *table_json(const struct table *table)
{
    json_t *columns = json_array();
    for (size_t i = 0; i < table->count; i++)
        json_array_append_new(columns,
                              json_pack("{s:s, s:s, s:s, s:s?}", "name", table->columns[i].name, "unit",
                                        table->columns[i].unit, "meaning", table->columns[i].meaning,
                                        "choices", table->columns[i].flags));
    return json_pack("{s:s, s:s, s:s, s:o}", "kind", "table", "name", table->name, "meaning", table->meaning,
                     "columns", columns);
}

/* The lines of a text. */
static json_t *lines_json(const char *text)
{
    json_t *lines = json_array();
    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, "\n");
        json_array_append_new(lines, json_stringn(text, length));
        text += length + (text[length] == '\n' ? 1 : 0);
    }
    return lines;
}

json_t *method_json(const struct method_listing *method)
{
    return json_pack("{s:s, s:s, s:s*, s:s, s:s, s:s?, s:s*, s:s*, s:s*, s:o, s:s*}", "kind", "method",
                     "name", method->name, "title", method->title, "use", method->use->name, "use_meaning",
                     method->use->meaning, "who_decides", method->deciders, "meaning", method->meaning,
                     "recommended_for", method->recommended_for, "source", method->source, "stages",
                     lines_json(method->sheet), "path", method->path);
}
