/* The numbers of variables on their way into the file: cut into chunks as they come, packed by all threads
 * when enough are there, and written in the order in which they came, so that the file does not depend on who
 * packed what. Only the thread that puts the file together calls HDF5. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/hdf5_parts.h"
#include "record/packing.h"

/* What is done in its turn: a chunk is written, or, where it has no bytes, its variable closed. */
struct hdf5_chunk {
    hid_t variable;
    hsize_t at[HDF5_MOST_AXES];
    unsigned char *bytes;
    size_t length, width;
};

/* The variable that is being written. Its numbers come in the order in which they lie in it. */
struct hdf5_writing {
    hid_t variable, type;
    size_t width;
    int rank;
    hsize_t length[HDF5_MOST_AXES], chunk[HDF5_MOST_AXES];
    bool fills;
    unsigned char filler[sizeof(double)];
    unsigned char *slab;  /* as many slices of the first axis as a chunk has */
    hsize_t begins, next; /* the first slice of the slab, and the one that comes next */
};

void hdf5_chunks_begin(struct hdf5_file *file, hid_t dataset, const struct hdf5_variable *variable,
                       const hsize_t *chunk)
{
    require(file->writing == NULL);
    struct hdf5_writing *writing = must_allocate(1, sizeof *writing);
    *writing = (struct hdf5_writing){.variable = dataset,
                                     .type = variable->type,
                                     .width = H5Tget_size(variable->type),
                                     .rank = variable->rank,
                                     .fills = variable->filler != NULL};
    for (int i = 0; i < variable->rank; i++) {
        writing->length[i] = variable->axes[i]->length;
        writing->chunk[i] = chunk[i];
    }
    require(writing->width <= sizeof writing->filler);
    if (writing->fills) {
        hid_t native = H5Tget_native_type(variable->type, H5T_DIR_DEFAULT);
        memcpy(writing->filler, variable->filler, writing->width);
        hdf5_fine(file, H5Tconvert(native, variable->type, 1, writing->filler, NULL, H5P_DEFAULT),
                  variable->name);
        H5Tclose(native);
    }
    file->writing = writing;
}

static size_t slice_bytes(const struct hdf5_writing *writing)
{
    size_t bytes = writing->width;
    for (int i = 1; i < writing->rank; i++)
        bytes *= writing->length[i];
    return bytes;
}

static size_t chunk_bytes(const struct hdf5_writing *writing)
{
    size_t bytes = writing->width;
    for (int i = 0; i < writing->rank; i++)
        bytes *= writing->chunk[i];
    return bytes;
}

static void wait_for_turn(struct hdf5_file *file, struct hdf5_chunk *chunk)
{
    if (file->waiting == file->waiting_room) {
        file->waiting_room = file->waiting_room == 0 ? 64 : 2 * file->waiting_room;
        file->chunks = must_grow(file->chunks, file->waiting_room, sizeof *file->chunks);
    }
    file->chunks[file->waiting++] = chunk;
    file->waiting_bytes += chunk->length;
}

/* How much of the slab lies in the chunk at `at`, along each axis; whether that is all of the chunk. */
static bool overlap(const struct hdf5_writing *writing, const hsize_t *at, hsize_t *count)
{
    bool whole = true;
    for (int i = 0; i < writing->rank; i++) {
        const hsize_t end = i == 0 ? writing->next : writing->length[i];
        count[i] = end - at[i] < writing->chunk[i] ? end - at[i] : writing->chunk[i];
        whole = whole && count[i] == writing->chunk[i];
    }
    return whole;
}

/* Copies what of the slab lies in the chunk, run by run along the last axis; the rest is filler. */
static void fill_from_slab(const struct hdf5_writing *writing, const hsize_t *at, unsigned char *bytes,
                           size_t length)
{
    const int last = writing->rank - 1;
    hsize_t count[HDF5_MOST_AXES], index[HDF5_MOST_AXES] = {0}, runs = 1;
    if (!overlap(writing, at, count) && writing->fills)
        for (size_t i = 0; i < length; i += writing->width)
            memcpy(bytes + i, writing->filler, writing->width);
    for (int i = 0; i < last; i++)
        runs *= count[i];
    for (hsize_t run = 0; run < runs; run++) {
        size_t from = 0, to = 0;
        for (int i = 0; i < writing->rank; i++) {
            from = from * writing->length[i] + (i == 0 ? 0 : at[i]) + index[i];
            to = to * writing->chunk[i] + index[i];
        }
        memcpy(bytes + to * writing->width, writing->slab + from * writing->width,
               count[last] * writing->width);
        for (int i = last - 1; i >= 0 && ++index[i] == count[i]; i--)
            index[i] = 0;
    }
}

static void pack_chunk(struct hdf5_chunk *chunk)
{
    if (chunk->bytes == NULL)
        return;
    const struct packed packed = pack(chunk->bytes, chunk->length, chunk->width);
    free(chunk->bytes);
    chunk->bytes = packed.bytes;
    chunk->length = packed.length;
}

/* One alone needs nothing of the OpenMP runtime, which ends the program when it lacks something. */
static void pack_chunks(struct hdf5_file *file)
{
    if (file->threads == 1) {
        for (size_t i = 0; i < file->waiting; i++)
            pack_chunk(file->chunks[i]);
        return;
    }
#pragma omp parallel for schedule(dynamic) num_threads(file->threads)
    for (size_t i = 0; i < file->waiting; i++)
        pack_chunk(file->chunks[i]);
}

void hdf5_chunks_write(struct hdf5_file *file)
{
    if (!file->broken)
        pack_chunks(file);
    for (size_t i = 0; i < file->waiting; i++) {
        struct hdf5_chunk *chunk = file->chunks[i];
        if (chunk->bytes == NULL)
            H5Dclose(chunk->variable);
        else if (!file->broken)
            hdf5_fine(file,
                      H5Dwrite_chunk(chunk->variable, H5P_DEFAULT, 0, chunk->at, chunk->length, chunk->bytes),
                      "numbers");
        free(chunk->bytes);
        free(chunk);
    }
    file->waiting = 0;
    file->waiting_bytes = 0;
}

static void cut_chunk(struct hdf5_file *file, const hsize_t *at)
{
    const struct hdf5_writing *writing = file->writing;
    const size_t length = chunk_bytes(writing);
    struct hdf5_chunk *chunk = must_allocate(1, sizeof *chunk);
    *chunk = (struct hdf5_chunk){writing->variable, {0}, must_allocate(length, 1), length, writing->width};
    memcpy(chunk->at, at, sizeof chunk->at);
    fill_from_slab(writing, at, chunk->bytes, length);
    wait_for_turn(file, chunk);
    if (file->waiting_bytes > HDF5_MOST_WAITING)
        hdf5_chunks_write(file);
}

/* The chunks of the slab, in the order in which they lie in the variable. */
static void cut_slab(struct hdf5_file *file)
{
    struct hdf5_writing *writing = file->writing;
    hsize_t at[HDF5_MOST_AXES] = {writing->begins};
    for (int axis = writing->rank; axis > 0;) {
        cut_chunk(file, at);
        for (axis = writing->rank - 1; axis > 0; at[axis--] = 0)
            if ((at[axis] += writing->chunk[axis]) < writing->length[axis])
                break;
    }
    writing->begins = writing->next;
}

/* Numbers of the program as they lie in the file, `count` of them, for the caller to free; NULL where they
 * lie so already. */
static unsigned char *converted(struct hdf5_file *file, hid_t type, const void *numbers, size_t count)
{
    const struct hdf5_writing *writing = file->writing;
    if (H5Tequal(type, writing->type) > 0)
        return NULL;
    const size_t from = H5Tget_size(type), most = from > writing->width ? from : writing->width;
    unsigned char *bytes = must_allocate(count, most);
    memcpy(bytes, numbers, count * from);
    hdf5_fine(file, H5Tconvert(type, writing->type, count, bytes, NULL, H5P_DEFAULT), "numbers");
    return bytes;
}

void hdf5_chunks_take(struct hdf5_file *file, hid_t type, hsize_t first, hsize_t slices, const void *numbers)
{
    struct hdf5_writing *writing = file->writing;
    require(first == writing->next && slices <= writing->length[0] - first);
    const size_t slice = slice_bytes(writing);
    unsigned char *other = converted(file, type, numbers, slices * slice / writing->width);
    const unsigned char *bytes = other == NULL ? numbers : other;
    if (writing->slab == NULL)
        writing->slab = must_allocate(writing->chunk[0], slice);
    for (hsize_t taken = 0; taken < slices;) {
        hsize_t room = writing->begins + writing->chunk[0] - writing->next;
        hsize_t count = slices - taken < room ? slices - taken : room;
        memcpy(writing->slab + (writing->next - writing->begins) * slice, bytes + taken * slice,
               count * slice);
        writing->next += count;
        taken += count;
        if (count == room || writing->next == writing->length[0])
            cut_slab(file);
    }
    free(other);
}

void hdf5_chunks_take_all(struct hdf5_file *file, hid_t type, const void *numbers)
{
    hdf5_chunks_take(file, type, 0, file->writing->length[0], numbers);
}

bool hdf5_chunks_are_of(const struct hdf5_file *file, hid_t variable)
{
    return file->writing != NULL && file->writing->variable == variable;
}

void hdf5_chunks_end(struct hdf5_file *file)
{
    const struct hdf5_writing *writing = file->writing;
    require(file->broken || writing->next == 0 || writing->next == writing->length[0]);
    struct hdf5_chunk *last = must_allocate(1, sizeof *last);
    last->variable = writing->variable;
    wait_for_turn(file, last);
    free(writing->slab);
    free(file->writing);
    file->writing = NULL;
}
