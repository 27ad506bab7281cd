/* What the other files of hdf5_file.h stand on: the first failure is remembered, objects keep the order of
 * their creation, and plain datasets are written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"
#include "record/hdf5_parts.h"

enum {
    DENSE_ATTRIBUTES = 64, /* more attributes than any object here has: all stay in the object's header */
};

#define ORDERED ((unsigned)(H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED))

bool hdf5_fine(struct hdf5_file *file, int64_t result, const char *name)
{
    if (result < 0 && !file->broken) {
        file->broken = true;
        snprintf(file->broken_at, sizeof file->broken_at, "%s", name);
    }
    return !file->broken;
}

void hdf5_order_links(struct hdf5_file *file, hid_t list, const char *name)
{
    hdf5_fine(file, H5Pset_link_creation_order(list, ORDERED), name);
    hdf5_order(file, list, name);
}

void hdf5_order(struct hdf5_file *file, hid_t list, const char *name)
{
    hdf5_fine(file, H5Pset_attr_creation_order(list, ORDERED), name);
    hdf5_fine(file, H5Pset_attr_phase_change(list, DENSE_ATTRIBUTES, DENSE_ATTRIBUTES / 2), name);
    hdf5_fine(file, H5Pset_obj_track_times(list, false), name);
}

void hdf5_write_plain(struct hdf5_file *file, hid_t variable, hid_t type, const void *numbers)
{
    if (!file->broken)
        hdf5_fine(file, H5Dwrite(variable, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers), "numbers");
}

hid_t hdf5_string_type(struct hdf5_file *file)
{
    hid_t type = H5Tcopy(H5T_C_S1);
    hdf5_fine(file, H5Tset_size(type, H5T_VARIABLE), "text");
    hdf5_fine(file, H5Tset_cset(type, H5T_CSET_UTF8), "text");
    return type;
}

/* Texts go through a buffer, which HDF5 clears for each variable; as given it has a megabyte. */
enum { BUFFER_FOR_TEXTS = 1 << 14 };

void hdf5_write_texts(struct hdf5_file *file, hid_t dataset, const char *const *texts, size_t count,
                      const char *name)
{
    if (file->broken || count == 0)
        return;
    struct text *valid = must_allocate(count, sizeof *valid);
    const char **pointers = must_allocate(count, sizeof *pointers);
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i] == NULL ? "" : texts[i];
        text_add_utf8(&valid[i], text, strlen(text));
        pointers[i] = valid[i].bytes == NULL ? "" : valid[i].bytes;
    }
    hid_t type = hdf5_string_type(file);
    hid_t how = H5Pcreate(H5P_DATASET_XFER);
    hdf5_fine(file, H5Pset_buffer(how, BUFFER_FOR_TEXTS, NULL, NULL), name);
    hdf5_fine(file, H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, how, pointers), name);
    H5Pclose(how);
    H5Tclose(type);
    for (size_t i = 0; i < count; i++)
        text_free(&valid[i]);
    free(valid);
    free(pointers);
}
