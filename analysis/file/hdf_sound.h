/* Whether an HDF5 file is only itself, and not more than it is.
 *
 * The format can do much that no results file of ours does, and each of it can be turned against the reader:
 * links and storage that lead to other files (which are then read and shown), filters that load foreign code
 * or unpack without bounds, extents of a quintillion numbers that were never written, texts of gigabytes or a
 * million pointers to the same one. All of it is refused here, before anything is read.
 *
 * The work is linear in the size of the file: what all variables together claim to take up must fit into it,
 * numbers may not be packed more densely than deflate can, and texts may not be longer than the file is.
 */
#ifndef ANALYSIS_HDF_SOUND_H
#define ANALYSIS_HDF_SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* The first thing that is wrong, a sentence without a full stop; NULL when nothing is. `lacked` is
 * what hdf_note_want was given. */
const char *hdf_flaw(int64_t file, bool *lacked, struct arena *arena);

#endif
