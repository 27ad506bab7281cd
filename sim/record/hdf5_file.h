/* An HDF5 file in memory that netCDF readers understand.
 *
 * The file is put together in memory (HDF5's core driver) and handed over as one piece of bytes: the disk is
 * then met by plain writes whose failures have names, not by a library that flushes when it closes. It costs
 * the memory of the compressed file, once more while it is copied.
 *
 * Named dimensions follow the HDF5 dimension scale specification. Its two reference attributes are written
 * here, once, from zeroed memory: the library's own H5DSattach_scale rewrites one of them for each variable
 * and lets padding bytes of its stack into the file, which would then differ from run to run.
 *
 * The first call of HDF5 that fails is remembered by the name of what was being written; later calls do
 * nothing, and hdf5_end reports the failure. So the writers above need no error handling of their own.
 *
 * The same calls give the same bytes: object times are off, creation order is tracked, strings and attributes
 * hold no padding.
 */
#ifndef RECORD_HDF5_FILE_H
#define RECORD_HDF5_FILE_H

#include <hdf5.h>
#include <stdbool.h>
#include <stdint.h>

struct hdf5_axis;
struct hdf5_writing;
struct hdf5_chunk;

struct hdf5_file {
    hid_t file;
    int threads; /* that pack */
    bool broken;
    char broken_at[64];     /* name of the object that was being written */
    struct hdf5_axis *axes; /* all that were made, last first */
    struct hdf5_writing *writing;
    struct hdf5_chunk **chunks; /* that wait to be packed and written */
    size_t waiting, waiting_room, waiting_bytes;
};

/* Bytes of numbers that wait to be packed; with more, what waits is packed and written first. */
enum { HDF5_MOST_WAITING = 16 << 20 };

/* `name` only tells files apart that are made at the same time; it must not exist. So many threads pack the
 * numbers; the bytes are the same with any number of them. */
void hdf5_begin(struct hdf5_file *file, const char *name, int threads);
/* The bytes of the file, for the caller to free, or NULL when anything failed. Releases everything else. */
void *hdf5_end(struct hdf5_file *file, size_t *size);

hid_t hdf5_group(struct hdf5_file *file, const char *name);
void hdf5_close_group(hid_t group);

/* Attributes. Texts are of fixed length, as netCDF writes them: ncdump, R and xarray take them for plain
 * text. */
void hdf5_text(struct hdf5_file *file, hid_t object, const char *name, const char *text);
void hdf5_number(struct hdf5_file *file, hid_t object, const char *name, hid_t type, const void *number);
void hdf5_numbers(struct hdf5_file *file, hid_t object, const char *name, hid_t type, const void *numbers,
                  size_t count);

/* An axis is a dimension; open-ended ones may have no entries (netCDF: UNLIMITED). */
enum hdf5_growth { HDF5_FIXED, HDF5_OPEN_ENDED };

hsize_t hdf5_length(const struct hdf5_axis *axis);
/* A dimension without a variable of its own. */
struct hdf5_axis *hdf5_bare_axis(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                 enum hdf5_growth growth);
/* A dimension with the variable that numbers or names its entries. */
struct hdf5_axis *hdf5_number_axis(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                   enum hdf5_growth growth, hid_t type, const void *entries);
struct hdf5_axis *hdf5_text_axis(struct hdf5_file *file, hid_t group, const char *name, hsize_t length,
                                 enum hdf5_growth growth, const char *const *entries);
/* The variable of an axis, for attributes. */
hid_t hdf5_axis_variable(const struct hdf5_axis *axis);

enum { HDF5_MOST_AXES = 5 };

struct hdf5_variable {
    const char *name;
    hid_t group;
    hid_t type;         /* as it lies in the file, H5T_IEEE_F64LE */
    const void *filler; /* becomes _FillValue, in the native type that belongs to `type`; NULL: none */
    struct hdf5_axis *axes[HDF5_MOST_AXES];
    int rank; /* 0 is a single value */
};

/* Numbers are chunked, shuffled, deflated and checksummed; scalars are plain. Close with
 * hdf5_close_variable before the next one is made. */
hid_t hdf5_create(struct hdf5_file *file, const struct hdf5_variable *variable);
void hdf5_close_variable(struct hdf5_file *file, hid_t variable);

/* `type` is that of the numbers in memory. */
void hdf5_write(struct hdf5_file *file, hid_t variable, hid_t type, const void *numbers);
/* Writes the entries of one index of the first axis; they come in order. */
void hdf5_write_slice(struct hdf5_file *file, hid_t variable, hid_t type, hsize_t first, const void *numbers);

/* A whole variable of texts: UTF-8 of any length, with what is not valid UTF-8 replaced. Its `type` and
 * `filler` are not looked at. The handle is for attributes; close it. */
hid_t hdf5_strings(struct hdf5_file *file, const struct hdf5_variable *variable, const char *const *texts);

#endif
