#include "analysis/file/hdf_part.h"

#include <hdf5.h>
#include <math.h>

static size_t part_size(const struct hdf_part *part)
{
    size_t size = 1;
    for (unsigned i = 0; i < part->rank; i++)
        size *= part->count[i];
    return size;
}

/* The dataset, when it has this part and is of numbers; else negative. */
static hid_t dataset_with(int64_t file, const char *variable, const struct hdf_part *part)
{
    struct hdf_shape shape;
    if (!hdf_shape(file, variable, &shape) || shape.kind != HDF_NUMBERS || shape.rank != part->rank)
        return H5I_INVALID_HID;
    for (unsigned i = 0; i < part->rank; i++)
        if (part->start[i] > shape.lengths[i] || part->count[i] > shape.lengths[i] - part->start[i])
            return H5I_INVALID_HID;
    return H5Dopen2(file, variable, H5P_DEFAULT);
}

static bool part_read(hid_t dataset, const struct hdf_part *part, hid_t type, void *numbers)
{
    hsize_t start[HDF_MOST_RANK], count[HDF_MOST_RANK];
    for (unsigned i = 0; i < part->rank; i++) {
        start[i] = part->start[i];
        count[i] = part->count[i];
    }
    hid_t space = H5Dget_space(dataset);
    hid_t memory = part->rank == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple((int)part->rank, count, NULL);
    bool fine = space >= 0 && memory >= 0;
    if (fine && part->rank > 0)
        fine = H5Sselect_hyperslab(space, H5S_SELECT_SET, start, NULL, count, NULL) >= 0;
    fine = fine && H5Dread(dataset, type, memory, space, H5P_DEFAULT, numbers) >= 0;
    H5Sclose(memory);
    H5Sclose(space);
    return fine;
}

/* Reads the fill value of a dataset, where it has one. */
static bool fill_value(hid_t dataset, hid_t type, void *fill)
{
    if (H5Aexists(dataset, "_FillValue") <= 0)
        return false;
    hid_t attribute = H5Aopen(dataset, "_FillValue", H5P_DEFAULT);
    if (attribute < 0)
        return false;
    hid_t space = H5Aget_space(attribute);
    bool found = H5Sget_simple_extent_npoints(space) == 1 && H5Aread(attribute, type, fill) >= 0;
    H5Sclose(space);
    H5Aclose(attribute);
    return found;
}

bool hdf_is_whole(int64_t file, const char *variable)
{
    struct hdf_shape shape;
    if (!hdf_shape(file, variable, &shape) || shape.kind != HDF_NUMBERS)
        return false;
    hid_t dataset = H5Dopen2(file, variable, H5P_DEFAULT), type = H5Dget_type(dataset);
    bool whole = H5Tget_class(type) == H5T_INTEGER;
    H5Tclose(type);
    H5Dclose(dataset);
    return whole;
}

bool hdf_part_numbers(int64_t file, const char *variable, const struct hdf_part *part, double *numbers)
{
    hid_t dataset = dataset_with(file, variable, part);
    if (dataset < 0)
        return false;
    size_t size = part_size(part);
    double fill = NAN;
    bool fine = size == 0 || part_read(dataset, part, H5T_NATIVE_DOUBLE, numbers);
    if (fine && fill_value(dataset, H5T_NATIVE_DOUBLE, &fill) && !isnan(fill))
        for (size_t i = 0; i < size; i++)
            if (numbers[i] == fill)
                numbers[i] = NAN;
    H5Dclose(dataset);
    return fine;
}

bool hdf_part_wholes(int64_t file, const char *variable, const struct hdf_part *part, int64_t *numbers)
{
    hid_t dataset = dataset_with(file, variable, part);
    if (dataset < 0)
        return false;
    size_t size = part_size(part);
    int64_t fill = 0;
    bool fine = size == 0 || part_read(dataset, part, H5T_NATIVE_INT64, numbers);
    if (fine && fill_value(dataset, H5T_NATIVE_INT64, &fill))
        for (size_t i = 0; i < size; i++)
            if (numbers[i] == fill)
                numbers[i] = HDF_MISSING;
    H5Dclose(dataset);
    return fine;
}
