#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"
#include "record/hdf5_parts.h"
#include "record/packing.h"

enum {
    CHUNK_BYTES = 1 << 20,     /* HDF5's cache of a dataset: who reads a chunk that fits unpacks it once */
    OPEN_ENDED_LEAST = 16,     /* entries of a chunk along an axis that may be empty */
    LONGEST_ATTRIBUTE = 60000, /* bytes; an object's header takes 64 KiB */
};

/* All of the variable in one chunk where it fits; else the slowest axes are cut first. */
static void chunk_of(const struct hdf5_variable *variable, size_t width, hsize_t *chunk)
{
    hsize_t bytes = width;
    for (int i = 0; i < variable->rank; i++) {
        const struct hdf5_axis *axis = variable->axes[i];
        chunk[i] = axis->length;
        if (axis->growth == HDF5_OPEN_ENDED && chunk[i] < OPEN_ENDED_LEAST)
            chunk[i] = OPEN_ENDED_LEAST;
        bytes *= chunk[i];
    }
    for (int i = 0; i < variable->rank && bytes > CHUNK_BYTES; i++) {
        hsize_t rest = bytes / chunk[i];
        chunk[i] = rest >= CHUNK_BYTES ? 1 : CHUNK_BYTES / rest;
        bytes = rest * chunk[i];
    }
}

static void fill_with(struct hdf5_file *file, hid_t list, const struct hdf5_variable *variable)
{
    if (variable->filler == NULL)
        return;
    hid_t native = H5Tget_native_type(variable->type, H5T_DIR_DEFAULT);
    hdf5_fine(file, H5Pset_fill_value(list, native, variable->filler), variable->name);
    H5Tclose(native);
}

/* Whether the variable has packed chunks, as long as `chunk` says. */
static bool variable_store(struct hdf5_file *file, hid_t list, const struct hdf5_variable *variable,
                           hsize_t *chunk)
{
    bool texts = H5Tget_class(variable->type) == H5T_STRING, open_ended = false;
    for (int i = 0; i < variable->rank; i++)
        open_ended = open_ended || variable->axes[i]->growth == HDF5_OPEN_ENDED;
    if (variable->rank == 0 || (texts && !open_ended))
        return false;
    chunk_of(variable, H5Tget_size(variable->type), chunk);
    hdf5_fine(file, H5Pset_chunk(list, variable->rank, chunk), variable->name);
    if (texts) /* filters would see pointers to the texts, not the texts */
        return false;
    hdf5_fine(file, H5Pset_shuffle(list), variable->name);
    hdf5_fine(file, H5Pset_deflate(list, PACKING_LEVEL), variable->name);
    hdf5_fine(file, H5Pset_fletcher32(list), variable->name);
    return true;
}

static hid_t space_of(const struct hdf5_variable *variable)
{
    if (variable->rank == 0)
        return H5Screate(H5S_SCALAR);
    hsize_t length[HDF5_MOST_AXES], most[HDF5_MOST_AXES];
    for (int i = 0; i < variable->rank; i++) {
        length[i] = variable->axes[i]->length;
        most[i] = variable->axes[i]->growth == HDF5_OPEN_ENDED ? H5S_UNLIMITED : length[i];
    }
    return H5Screate_simple(variable->rank, length, most);
}

hid_t hdf5_create(struct hdf5_file *file, const struct hdf5_variable *variable)
{
    if (file->broken)
        return H5I_INVALID_HID;
    require(variable->rank <= HDF5_MOST_AXES);
    hid_t list = H5Pcreate(H5P_DATASET_CREATE), space = space_of(variable), dataset = H5I_INVALID_HID;
    hdf5_order(file, list, variable->name);
    fill_with(file, list, variable);
    hsize_t chunk[HDF5_MOST_AXES];
    const bool packed = variable_store(file, list, variable, chunk);
    if (!file->broken)
        dataset = H5Dcreate2(variable->group, variable->name, variable->type, space, H5P_DEFAULT, list,
                             H5P_DEFAULT);
    H5Sclose(space);
    H5Pclose(list);
    if (!hdf5_fine(file, dataset, variable->name))
        return H5I_INVALID_HID;
    if (packed)
        hdf5_chunks_begin(file, dataset, variable, chunk);
    hdf5_attach(file, dataset, variable);
    if (variable->filler != NULL)
        hdf5_number(file, dataset, "_FillValue", variable->type, variable->filler);
    return dataset;
}

void hdf5_write(struct hdf5_file *file, hid_t variable, hid_t type, const void *numbers)
{
    if (file->broken)
        return;
    if (hdf5_chunks_are_of(file, variable))
        hdf5_chunks_take_all(file, type, numbers);
    else
        hdf5_write_plain(file, variable, type, numbers);
}

void hdf5_write_slice(struct hdf5_file *file, hid_t variable, hid_t type, hsize_t first, const void *numbers)
{
    if (file->broken)
        return;
    require(hdf5_chunks_are_of(file, variable));
    hdf5_chunks_take(file, type, first, 1, numbers);
}

hid_t hdf5_strings(struct hdf5_file *file, const struct hdf5_variable *variable, const char *const *texts)
{
    if (file->broken)
        return H5I_INVALID_HID;
    struct hdf5_variable plain = *variable;
    plain.type = hdf5_string_type(file);
    plain.filler = NULL;
    hid_t dataset = hdf5_create(file, &plain);
    H5Tclose(plain.type);
    size_t count = 1;
    for (int i = 0; i < plain.rank; i++)
        count *= hdf5_length(plain.axes[i]);
    hdf5_write_texts(file, dataset, texts, count, plain.name);
    return dataset;
}

static void attribute(struct hdf5_file *file, hid_t object, const char *name, hid_t type, hid_t space,
                      hid_t memory, const void *value)
{
    hid_t attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    if (hdf5_fine(file, attribute, name)) {
        hdf5_fine(file, H5Awrite(attribute, memory, value), name);
        H5Aclose(attribute);
    }
    H5Sclose(space);
}

/* Cuts a text that no attribute can hold, between letters. */
static void shorten(struct text *text)
{
    static const char ellipsis[] = "...";
    if (text->length <= LONGEST_ATTRIBUTE)
        return;
    size_t length = LONGEST_ATTRIBUTE - sizeof ellipsis;
    while (length > 0 && utf8_sequence(text->bytes + length, text->length - length) == 0)
        length--;
    text->length = length;
    text_say(text, ellipsis);
}

void hdf5_text(struct hdf5_file *file, hid_t object, const char *name, const char *text)
{
    if (file->broken)
        return;
    struct text valid = {0};
    text_add_utf8(&valid, text == NULL ? "" : text, text == NULL ? 0 : strlen(text));
    shorten(&valid);
    hid_t type = H5Tcopy(H5T_C_S1);
    /* HDF5 knows no text of length zero: the empty text is one NUL. */
    hdf5_fine(file, H5Tset_size(type, valid.length == 0 ? 1 : valid.length), name);
    hdf5_fine(file, H5Tset_strpad(type, H5T_STR_NULLPAD), name);
    hdf5_fine(file, H5Tset_cset(type, H5T_CSET_UTF8), name);
    attribute(file, object, name, type, H5Screate(H5S_SCALAR), type, valid.length == 0 ? "" : valid.bytes);
    H5Tclose(type);
    text_free(&valid);
}

void hdf5_numbers(struct hdf5_file *file, hid_t object, const char *name, hid_t type, const void *numbers,
                  size_t count)
{
    if (file->broken)
        return;
    const hsize_t length = count;
    hid_t native = H5Tget_native_type(type, H5T_DIR_DEFAULT);
    attribute(file, object, name, type, H5Screate_simple(1, &length, NULL), native, numbers);
    H5Tclose(native);
}

void hdf5_number(struct hdf5_file *file, hid_t object, const char *name, hid_t type, const void *number)
{
    hdf5_numbers(file, object, name, type, number, 1);
}
