/* Variables of an HDF5 file by path, as plain arrays.
 *
 * With hdf_sound, the only file of this room that knows the library. Nothing prints: HDF5's own error stack
 * is off, every function says by its return value whether it could. Memory is asked for only after the caller
 * saw the shape and found it fit.
 */
#ifndef ANALYSIS_HDF_H
#define ANALYSIS_HDF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "analysis/file/results.h"

enum { HDF_MOST_RANK = 8 };

enum hdf_kind { HDF_NUMBERS, HDF_STRINGS, HDF_OTHER };

struct hdf_shape {
    enum hdf_kind kind;
    unsigned rank;
    size_t lengths[HDF_MOST_RANK];
};

bool hdf_recognises(const char *path);
int64_t hdf_open(const char *path); /* negative when it cannot be opened */
void hdf_close(int64_t file);
/* From now on, until the next file is opened: `lacked` becomes true when HDF5 fails for lack of memory, which
 * it tells apart from damage only in its own stack of errors. */
void hdf_note_want(bool *lacked);

/* False when there is no variable of that path. */
bool hdf_shape(int64_t file, const char *variable, struct hdf_shape *shape);
bool hdf_has_group(int64_t file, const char *group);

/* The whole variable, of a shape that the caller has checked. Fill values of whole numbers become NaN. */
bool hdf_numbers(int64_t file, const char *variable, double *numbers, size_t count);
/* Strings are valid UTF-8 afterwards. */
bool hdf_strings(int64_t file, const char *variable, struct arena *arena, const char **strings);

/* Attributes that are one text or one number; of others only the name is kept. */
struct hdf_attribute {
    const char *name, *text; /* `text` NULL: it is none */
    double number;
    bool is_number;
};

/* What there is to know of a variable or group before its numbers are read, in one visit to it. */
struct hdf_facts {
    bool is_variable;
    struct hdf_shape shape; /* of a variable */
    struct hdf_attribute *attributes;
    size_t count;
};

/* Of a variable or group ("/" for the file). False when there is none of that path. */
bool hdf_facts(int64_t file, const char *object, struct arena *arena, struct hdf_facts *facts);
/* The text of an attribute, "" where there is none; its number, or `otherwise`. */
const char *hdf_text_of(const struct hdf_facts *facts, const char *name);
double hdf_number_of(const struct hdf_facts *facts, const char *name, double otherwise);

/* The variables of the root, in the order in which they were made. A reference to one of them is known by
 * where it lies: to find the name of what a reference means, the library goes through the whole file. */
struct hdf_variables {
    struct names names;
    uint64_t *places;
};
struct hdf_variables hdf_variables(int64_t file, struct arena *arena);

/* The name of the dimension scale attached to an axis of the variable, without folders; NULL when there is
 * none. */
const char *hdf_dimension(int64_t file, const struct hdf_variables *all, const char *variable, unsigned axis,
                          struct arena *arena);

/* Whether the variable is a dimension scale itself. */
bool hdf_is_dimension(int64_t file, const char *variable);

#endif
