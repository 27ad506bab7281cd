/* Parts of a variable, for those who go through a large one without holding it. */
#ifndef ANALYSIS_HDF_PART_H
#define ANALYSIS_HDF_PART_H

#include "analysis/file/hdf.h"

/* From where, and how much along each axis, of a variable of that rank. */
struct hdf_part {
    unsigned rank;
    size_t start[HDF_MOST_RANK], count[HDF_MOST_RANK];
};

/* Whether the variable holds whole numbers. */
bool hdf_is_whole(int64_t file, const char *variable);
/* Fill values of whole numbers become NaN. False when the part is not there or cannot be read. */
bool hdf_part_numbers(int64_t file, const char *variable, const struct hdf_part *part, double *numbers);
/* Whole numbers as they are, HDF_MISSING where the fill value stands. */
#define HDF_MISSING INT64_MIN
bool hdf_part_wholes(int64_t file, const char *variable, const struct hdf_part *part, int64_t *numbers);

#endif
