/* What the files that make up record/hdf5_file.h share. */
#ifndef RECORD_HDF5_PARTS_H
#define RECORD_HDF5_PARTS_H

#include "record/hdf5_file.h"

/* The variables over an axis, as its REFERENCE_LIST names them. */
struct hdf5_user {
    hobj_ref_t variable;
    int32_t position; /* of the axis among the variable's */
};

struct hdf5_axis {
    struct hdf5_axis *next;
    hid_t variable;
    hobj_ref_t reference;
    hsize_t length;
    enum hdf5_growth growth;
    struct hdf5_user *users;
    size_t user_count;
};

/* Remembers a failure (result below zero) under `name`; true while nothing has failed. */
bool hdf5_fine(struct hdf5_file *file, int64_t result, const char *name);
/* Creation order of attributes, no times: for every object. */
void hdf5_order_links(struct hdf5_file *file, hid_t creation_list, const char *name);
void hdf5_order(struct hdf5_file *file, hid_t creation_list, const char *name);

/* The numbers of one variable at a time: from begin to end those that are taken belong to it, `slices` of its
 * first axis at once, in order. They are written, and the variable closed, when threads have packed them
 * (hdf5_chunks.c); at the latest by hdf5_chunks_write. */
void hdf5_chunks_begin(struct hdf5_file *file, hid_t dataset, const struct hdf5_variable *variable,
                       const hsize_t *chunk);
bool hdf5_chunks_are_of(const struct hdf5_file *file, hid_t variable);
void hdf5_chunks_take(struct hdf5_file *file, hid_t type, hsize_t first, hsize_t slices, const void *numbers);
/* The whole variable. */
void hdf5_chunks_take_all(struct hdf5_file *file, hid_t type, const void *numbers);
void hdf5_chunks_end(struct hdf5_file *file);
void hdf5_chunks_write(struct hdf5_file *file);

/* Writes the DIMENSION_LIST of a variable and notes it as a user of its axes. */
void hdf5_attach(struct hdf5_file *file, hid_t dataset, const struct hdf5_variable *variable);
/* Writes the REFERENCE_LIST of an axis. */
void hdf5_write_users(struct hdf5_file *file, const struct hdf5_axis *axis);

/* A whole variable whose numbers lie in the file as they are. */
void hdf5_write_plain(struct hdf5_file *file, hid_t variable, hid_t type, const void *numbers);
/* The type of texts of any length in UTF-8. Close it. */
hid_t hdf5_string_type(struct hdf5_file *file);
/* Writes texts into a dataset, made valid. */
void hdf5_write_texts(struct hdf5_file *file, hid_t dataset, const char *const *texts, size_t count,
                      const char *name);

#endif
