#include "record/hdf5_file.h"

#include <hdf5_hl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/hdf5_parts.h"

enum {
    MEMORY_STEP = 1 << 20, /* bytes by which the file in memory grows */
};

void hdf5_begin(struct hdf5_file *file, const char *name, int threads)
{
    *file = (struct hdf5_file){.file = H5I_INVALID_HID, .threads = threads};
    hid_t creation = H5Pcreate(H5P_FILE_CREATE), access = H5Pcreate(H5P_FILE_ACCESS);
    hdf5_order_links(file, creation, "file");
    hdf5_fine(file, H5Pset_fapl_core(access, MEMORY_STEP, false), "file");
    /* Every reader knows 1.8. Not 1.8 at least: its first block holds a checksum, and H5Fget_file_image of
     * HDF5 1.10 changes that block without renewing it. */
    hdf5_fine(file, H5Pset_libver_bounds(access, H5F_LIBVER_EARLIEST, H5F_LIBVER_V18), "file");
    hdf5_fine(file, H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "file");
    if (!file->broken) {
        file->file = H5Fcreate(name, H5F_ACC_TRUNC, creation, access);
        hdf5_fine(file, file->file, "file");
    }
    H5Pclose(creation);
    H5Pclose(access);
}

static void *image_of(struct hdf5_file *file, size_t *size)
{
    if (!hdf5_fine(file, H5Fflush(file->file, H5F_SCOPE_GLOBAL), "file"))
        return NULL;
    ssize_t length = H5Fget_file_image(file->file, NULL, 0);
    if (!hdf5_fine(file, length, "file"))
        return NULL;
    void *image = malloc((size_t)length);
    if (image == NULL || !hdf5_fine(file, H5Fget_file_image(file->file, image, (size_t)length), "file")) {
        hdf5_fine(file, -1, "file");
        free(image);
        return NULL;
    }
    *size = (size_t)length;
    return image;
}

void *hdf5_end(struct hdf5_file *file, size_t *size)
{
    hdf5_chunks_write(file);
    free(file->chunks);
    while (file->axes != NULL) {
        struct hdf5_axis *axis = file->axes;
        file->axes = axis->next;
        hdf5_write_users(file, axis);
        H5Dclose(axis->variable);
        free(axis->users);
        free(axis);
    }
    *size = 0;
    void *image = file->broken ? NULL : image_of(file, size);
    if (file->file >= 0)
        H5Fclose(file->file); /* nothing is written by it: there is no backing store */
    file->file = H5I_INVALID_HID;
    return image;
}

hid_t hdf5_group(struct hdf5_file *file, const char *name)
{
    if (file->broken)
        return H5I_INVALID_HID;
    hid_t list = H5Pcreate(H5P_GROUP_CREATE);
    hdf5_order_links(file, list, name);
    hid_t group =
        file->broken ? H5I_INVALID_HID : H5Gcreate2(file->file, name, H5P_DEFAULT, list, H5P_DEFAULT);
    hdf5_fine(file, group, name);
    H5Pclose(list);
    return group;
}

void hdf5_close_group(hid_t group)
{
    if (group >= 0)
        H5Gclose(group);
}

void hdf5_close_variable(struct hdf5_file *file, hid_t variable)
{
    if (hdf5_chunks_are_of(file, variable))
        hdf5_chunks_end(file);
    else if (variable >= 0)
        H5Dclose(variable);
}
