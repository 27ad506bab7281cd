#include <hdf5_hl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/hdf5_parts.h"

/* Entries in a chunk of an open-ended axis: all of them within these bounds. */
enum { LEAST_CHUNK = 16, MOST_CHUNK = 1 << 17 };

/* As the specification lays it out: a reference, the position, and room up to the next reference. */
enum { USER_POSITION_AT = 8, USER_SIZE = 16, REFERENCE_SIZE = 8 };

hsize_t hdf5_length(const struct hdf5_axis *axis)
{
    return axis == NULL ? 0 : axis->length;
}

hid_t hdf5_axis_variable(const struct hdf5_axis *axis)
{
    return axis == NULL ? H5I_INVALID_HID : axis->variable;
}

static hid_t axis_dataset(struct hdf5_file *file, hid_t group, const char *name, const struct hdf5_axis *axis,
                          hid_t type)
{
    const hsize_t most = axis->growth == HDF5_OPEN_ENDED ? H5S_UNLIMITED : axis->length;
    const hsize_t chunk = axis->length < LEAST_CHUNK  ? LEAST_CHUNK
                          : axis->length > MOST_CHUNK ? MOST_CHUNK
                                                      : axis->length;
    hid_t space = H5Screate_simple(1, &axis->length, &most);
    hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    hdf5_order(file, list, name);
    if (axis->growth == HDF5_OPEN_ENDED)
        hdf5_fine(file, H5Pset_chunk(list, 1, &chunk), name);
    hid_t dataset = H5Dcreate2(group, name, type, space, H5P_DEFAULT, list, H5P_DEFAULT);
    hdf5_fine(file, dataset, name);
    H5Pclose(list);
    H5Sclose(space);
    return dataset;
}

static struct hdf5_axis *axis_new(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                  enum hdf5_growth growth, hid_t type)
{
    if (file->broken)
        return NULL;
    require(length > 0 || growth == HDF5_OPEN_ENDED);
    struct hdf5_axis *axis = must_allocate(1, sizeof *axis);
    axis->length = length;
    axis->growth = growth;
    axis->variable = axis_dataset(file, group, name, axis, type);
    if (!file->broken)
        hdf5_fine(file, H5Rcreate(&axis->reference, axis->variable, ".", H5R_OBJECT, -1), name);
    axis->next = file->axes;
    file->axes = axis;
    return axis;
}

struct hdf5_axis *hdf5_bare_axis(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                 enum hdf5_growth growth)
{
    struct hdf5_axis *axis = axis_new(file, group, name, length, growth, H5T_IEEE_F32BE);
    if (file->broken)
        return NULL;
    char label[80]; /* by these words netCDF knows that the dimension is no variable */
    snprintf(label, sizeof label, "This is a netCDF dimension but not a netCDF variable. %9llu",
             (unsigned long long)length);
    hdf5_fine(file, H5DSset_scale(axis->variable, label), name);
    return axis;
}

struct hdf5_axis *hdf5_number_axis(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                   enum hdf5_growth growth, hid_t type, const void *entries)
{
    struct hdf5_axis *axis = axis_new(file, group, name, length, growth, type);
    if (file->broken)
        return NULL;
    hdf5_fine(file, H5DSset_scale(axis->variable, name), name);
    if (length > 0) {
        hid_t native = H5Tget_native_type(type, H5T_DIR_DEFAULT);
        hdf5_write_plain(file, axis->variable, native, entries);
        H5Tclose(native);
    }
    return axis;
}

struct hdf5_axis *hdf5_text_axis(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                 enum hdf5_growth growth, const char *const *entries)
{
    if (file->broken)
        return NULL;
    hid_t type = hdf5_string_type(file);
    struct hdf5_axis *axis = axis_new(file, group, name, length, growth, type);
    H5Tclose(type);
    if (file->broken)
        return NULL;
    hdf5_fine(file, H5DSset_scale(axis->variable, name), name);
    hdf5_write_texts(file, axis->variable, entries, length, name);
    return axis;
}

static void note_user(struct hdf5_axis *axis, hobj_ref_t variable, int position)
{
    axis->users = must_grow(axis->users, axis->user_count + 1, sizeof *axis->users);
    axis->users[axis->user_count++] = (struct hdf5_user){variable, position};
}

void hdf5_attach(struct hdf5_file *file, hid_t dataset, const struct hdf5_variable *variable)
{
    hobj_ref_t self;
    if (file->broken || variable->rank == 0 ||
        !hdf5_fine(file, H5Rcreate(&self, dataset, ".", H5R_OBJECT, -1), variable->name))
        return;
    hvl_t scales[HDF5_MOST_AXES];
    for (int i = 0; i < variable->rank; i++) {
        scales[i] = (hvl_t){1, &variable->axes[i]->reference};
        note_user(variable->axes[i], self, i);
    }
    const hsize_t count = (hsize_t)variable->rank;
    hid_t type = H5Tvlen_create(H5T_STD_REF_OBJ), space = H5Screate_simple(1, &count, NULL);
    hid_t attribute = H5Acreate2(dataset, DIMENSION_LIST, type, space, H5P_DEFAULT, H5P_DEFAULT);
    if (hdf5_fine(file, attribute, variable->name)) {
        hdf5_fine(file, H5Awrite(attribute, type, scales), variable->name);
        H5Aclose(attribute);
    }
    H5Sclose(space);
    H5Tclose(type);
}

static hid_t user_type(void)
{
    hid_t type = H5Tcreate(H5T_COMPOUND, USER_SIZE);
    if (type < 0 || H5Tinsert(type, "dataset", 0, H5T_STD_REF_OBJ) < 0 ||
        H5Tinsert(type, "dimension", USER_POSITION_AT, H5T_STD_I32LE) < 0)
        return H5I_INVALID_HID;
    return type;
}

void hdf5_write_users(struct hdf5_file *file, const struct hdf5_axis *axis)
{
    if (file->broken || axis->user_count == 0)
        return;
    _Static_assert(sizeof(hobj_ref_t) == REFERENCE_SIZE, "a reference is an address in the file");
    unsigned char *users = must_allocate(axis->user_count, USER_SIZE);
    for (size_t i = 0; i < axis->user_count; i++) {
        memcpy(users + i * USER_SIZE, &axis->users[i].variable, REFERENCE_SIZE);
        const uint32_t position = (uint32_t)axis->users[i].position;
        for (int byte = 0; byte < (int)sizeof position; byte++) /* least byte first, as the type says */
            users[i * USER_SIZE + USER_POSITION_AT + (size_t)byte] = (unsigned char)(position >> 8 * byte);
    }
    const hsize_t count = axis->user_count;
    hid_t type = user_type(), space = H5Screate_simple(1, &count, NULL);
    hid_t attribute = H5Acreate2(axis->variable, REFERENCE_LIST, type, space, H5P_DEFAULT, H5P_DEFAULT);
    if (hdf5_fine(file, attribute, REFERENCE_LIST)) {
        hdf5_fine(file, H5Awrite(attribute, type, users), REFERENCE_LIST);
        H5Aclose(attribute);
    }
    H5Sclose(space);
    if (type >= 0)
        H5Tclose(type);
    free(users);
}
