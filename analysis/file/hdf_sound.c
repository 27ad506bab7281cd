#include "analysis/file/hdf_sound.h"

#include <hdf5.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

enum {
    MOST_OBJECTS = 10000,     /* variables and groups; a file of ours has some hundreds */
    MOST_ATTRIBUTES = 200000, /* of all of them */
    MOST_DEPTH = 3,           /* of groups in groups */
    MOST_FILTERS = 3,         /* each of ours once: packing that is packed again knows no bounds */
    MOST_NUMBER_SIZE = 8,     /* bytes */
    LONGEST_NAME = 255,
    LONGEST_TEXT = 8 << 20,  /* bytes; a scenario or method has 4 MiB at most */
    LONGEST_TITLE = 1 << 16, /* bytes of a text that is a name or a meaning */
    /* Deflate packs 1032 bytes into one at best (zlib's technical notes); a chunk that was never written
     * takes none, and may be small. */
    MOST_PACKING = 1032,
    UNWRITTEN = 1 << 16,
};
static const hsize_t most_bytes = (hsize_t)8 << 30; /* of all numbers, once they are read */

struct walk {
    struct arena *arena;
    hsize_t size;    /* bytes of the file */
    hsize_t stored;  /* bytes that its variables say they take there */
    hsize_t numbers; /* bytes that their numbers take in memory */
    hsize_t texts;   /* bytes of all texts that may still come */
    size_t objects, attributes, depth;
    const char *path; /* of the group, "" for the root, ends with a slash otherwise */
    const char *flaw;
    bool *lacked;
};

#define FLAW(walk, ...) ((walk)->flaw = arena_print((walk)->arena, __VA_ARGS__), (herr_t)-1)

/* --- texts --- */

struct purse {
    hsize_t left;
    bool spent;
};

static void *sound_take(size_t size, void *given)
{
    struct purse *purse = given;
    purse->spent = purse->spent || size > purse->left;
    if (purse->spent)
        return NULL;
    purse->left -= size;
    return malloc(size == 0 ? 1 : size);
}

static void give_back(void *memory, void *purse)
{
    (void)purse;
    free(memory);
}

enum { BUFFER_FOR_TEXTS = 1 << 14 };

/* The file says how long a text is, and many can point to the same one: so they are read with a purse that
 * holds as many bytes as the file has. */
static herr_t check_texts(struct walk *walk, hid_t dataset, const char *name, hsize_t count)
{
    const bool lacked_before = *walk->lacked;
    struct purse purse = {walk->texts, false};
    size_t longest = strncmp(walk->path, "provenance/", 11) == 0 ? LONGEST_TEXT : LONGEST_TITLE;
    char **raw = must_allocate(count, sizeof *raw);
    hid_t type = H5Dget_type(dataset), how = H5Pcreate(H5P_DATASET_XFER);
    H5Pset_buffer(how, BUFFER_FOR_TEXTS, NULL,
                  NULL); /* as given it has a megabyte, cleared for each variable */
    H5Pset_vlen_mem_manager(how, sound_take, &purse, give_back, &purse);
    bool read = H5Dread(dataset, type, H5S_ALL, H5S_ALL, how, raw) >= 0, fits = true;
    for (hsize_t i = 0; read && i < count; i++) {
        fits = fits && (raw[i] == NULL || strlen(raw[i]) <= longest);
        free(raw[i]);
    }
    H5Pclose(how);
    H5Tclose(type);
    free(raw);
    walk->texts = purse.left;
    if (purse.spent) {
        *walk->lacked = lacked_before; /* it was the purse that said no */
        return FLAW(walk, "the texts of `%s%s` are longer than this file could hold", walk->path, name);
    }
    if (!fits)
        return FLAW(walk, "a text of `%s%s` is longer than this program reads", walk->path, name);
    return read ? 0 : FLAW(walk, "`%s%s` cannot be read: the file is damaged", walk->path, name);
}

static herr_t check_attribute(hid_t object, const char *name, const H5A_info_t *facts, void *given)
{
    struct walk *walk = given;
    (void)facts;
    if (++walk->attributes > MOST_ATTRIBUTES)
        return FLAW(walk, "has more attributes than any results file");
    hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
    if (attribute < 0)
        return FLAW(walk, "the attributes below `/%s` cannot be read: the file is damaged", walk->path);
    hid_t type = H5Aget_type(attribute), space = H5Aget_space(attribute);
    hsize_t length = 0;
    if (H5Tis_variable_str(type) > 0 && H5Sget_simple_extent_npoints(space) == 1) {
        char *raw = NULL;
        length = H5Aread(attribute, type, &raw) < 0 || raw == NULL ? 0 : strlen(raw);
        if (raw != NULL)
            H5free_memory(raw);
    }
    H5Sclose(space);
    H5Tclose(type);
    H5Aclose(attribute);
    if (length > LONGEST_TITLE || length > walk->texts)
        return FLAW(walk, "the text of an attribute below `/%s` is longer than this program reads",
                    walk->path);
    walk->texts -= length;
    return 0;
}

static herr_t check_attributes(struct walk *walk, hid_t object)
{
    hsize_t first = 0;
    if (H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, &first, check_attribute, walk) >= 0)
        return 0;
    return walk->flaw != NULL
               ? -1
               : FLAW(walk, "the attributes below `/%s` cannot be read: the file is damaged", walk->path);
}

/* --- variables --- */

static bool filters_are_ours(hid_t creation)
{
    int count = H5Pget_nfilters(creation);
    unsigned seen = 0;
    if (count < 0 || count > MOST_FILTERS)
        return false;
    for (int i = 0; i < count; i++) {
        unsigned flags, settings;
        size_t none = 0;
        H5Z_filter_t filter = H5Pget_filter2(creation, (unsigned)i, &flags, &none, NULL, 0, NULL, &settings);
        if ((filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE &&
             filter != H5Z_FILTER_FLETCHER32) ||
            (seen & (1u << (unsigned)filter)) != 0)
            return false;
        seen |= 1u << (unsigned)filter;
    }
    return true;
}

/* Numbers of an extent, or of a chunk; false when they cannot be counted. */
static bool product(const hsize_t *lengths, int rank, hsize_t size, hsize_t *bytes)
{
    *bytes = size;
    for (int i = 0; i < rank; i++)
        if (__builtin_mul_overflow(*bytes, lengths[i], bytes))
            return false;
    return true;
}

static herr_t check_place(struct walk *walk, hid_t creation, const char *name)
{
    H5D_layout_t layout = H5Pget_layout(creation);
    if (layout == H5D_VIRTUAL)
        return FLAW(walk, "`%s%s` is put together from other files; a results file is only itself",
                    walk->path, name);
    if (layout == H5D_CONTIGUOUS && H5Pget_external_count(creation) != 0)
        return FLAW(walk, "`%s%s` keeps its numbers in another file; a results file is only itself",
                    walk->path, name);
    if (layout != H5D_CONTIGUOUS && layout != H5D_CHUNKED && layout != H5D_COMPACT)
        return FLAW(walk, "`%s%s` is laid out as in no results file", walk->path, name);
    if (!filters_are_ours(creation))
        return FLAW(walk, "`%s%s` is packed in a way that Groundswell never uses", walk->path, name);
    return 0;
}

struct extent {
    hsize_t bytes, chunk; /* as numbers of the file's own size */
    hsize_t count;
};

static bool extent_of(hid_t dataset, hid_t creation, hsize_t size, struct extent *extent)
{
    hsize_t lengths[H5S_MAX_RANK], chunk[H5S_MAX_RANK];
    hid_t space = H5Dget_space(dataset);
    int rank = space < 0 ? -1 : H5Sget_simple_extent_dims(space, lengths, NULL);
    H5S_class_t class = space < 0 ? H5S_NO_CLASS : H5Sget_simple_extent_type(space);
    H5Sclose(space);
    *extent = (struct extent){0};
    if (rank < 0)
        return false;
    if (class == H5S_NULL)
        return true;
    bool counted = product(lengths, rank, size, &extent->bytes) && product(lengths, rank, 1, &extent->count);
    if (H5Pget_layout(creation) != H5D_CHUNKED)
        return counted;
    rank = H5Pget_chunk(creation, H5S_MAX_RANK, chunk);
    return counted && rank >= 0 && product(chunk, rank, size, &extent->chunk);
}

static herr_t check_extent(struct walk *walk, hid_t dataset, hid_t creation, const char *name)
{
    hid_t type = H5Dget_type(dataset);
    H5T_class_t class = H5Tget_class(type);
    const hsize_t size = H5Tget_size(type), stored = H5Dget_storage_size(dataset);
    const bool texts = H5Tis_variable_str(type) > 0;
    struct extent extent;
    H5Tclose(type);
    if ((class == H5T_INTEGER || class == H5T_FLOAT) && size > MOST_NUMBER_SIZE)
        return FLAW(walk, "`%s%s` has numbers of a size that no results file has", walk->path, name);
    if (size == 0 || !extent_of(dataset, creation, size, &extent) || stored > walk->size ||
        extent.bytes > stored * MOST_PACKING + UNWRITTEN || extent.chunk > stored * MOST_PACKING + UNWRITTEN)
        return FLAW(walk, "`%s%s` promises more than this file could hold", walk->path, name);
    walk->stored += stored;
    walk->numbers += extent.count * MOST_NUMBER_SIZE;
    if (walk->stored > walk->size)
        return FLAW(walk, "its variables promise more than this file could hold");
    if (walk->numbers > most_bytes)
        return FLAW(walk, "is larger than this program reads");
    return texts && extent.count > 0 ? check_texts(walk, dataset, name, extent.count) : 0;
}

static herr_t check_variable(struct walk *walk, hid_t dataset, const char *name)
{
    hid_t creation = H5Dget_create_plist(dataset);
    if (creation < 0)
        return FLAW(walk, "`%s%s` cannot be read: the file is damaged", walk->path, name);
    herr_t result = check_place(walk, creation, name);
    if (result >= 0)
        result = check_extent(walk, dataset, creation, name);
    H5Pclose(creation);
    return result >= 0 ? check_attributes(walk, dataset) : result;
}

/* --- groups --- */

static herr_t check_group(struct walk *walk, hid_t group);

static herr_t check_object(struct walk *walk, hid_t object, const char *name)
{
    H5I_type_t kind = H5Iget_type(object);
    if (kind == H5I_DATASET)
        return check_variable(walk, object, name);
    if (kind != H5I_GROUP)
        return FLAW(walk, "`%s%s` is something that no results file has", walk->path, name);
    const char *above = walk->path;
    walk->path = arena_print(walk->arena, "%s%s/", above, name);
    herr_t result = check_group(walk, object);
    walk->path = above;
    return result;
}

static herr_t check_link(hid_t group, const char *name, const H5L_info_t *link, void *given)
{
    struct walk *walk = given;
    if (strlen(name) > LONGEST_NAME)
        return FLAW(walk, "has a name that is longer than any of a results file");
    if (link->type != H5L_TYPE_HARD)
        return FLAW(walk, "`%s%s` is a link to something else; a results file is only itself", walk->path,
                    name);
    if (++walk->objects > MOST_OBJECTS)
        return FLAW(walk, "holds more variables than any results file");
    hid_t object = H5Oopen(group, name, H5P_DEFAULT);
    if (object < 0)
        return FLAW(walk, "`%s%s` cannot be read: the file is damaged", walk->path, name);
    herr_t result = check_object(walk, object, name);
    H5Oclose(object);
    return result;
}

static herr_t check_group(struct walk *walk, hid_t group)
{
    hsize_t first = 0;
    if (walk->depth == MOST_DEPTH)
        return FLAW(walk, "has groups in groups as no results file has");
    walk->depth++;
    herr_t result = H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, &first, check_link, walk);
    walk->depth--;
    if (result < 0)
        return walk->flaw != NULL ? -1 : FLAW(walk, "its variables cannot be listed: the file is damaged");
    return check_attributes(walk, group);
}

const char *hdf_flaw(int64_t file, bool *lacked, struct arena *arena)
{
    struct walk walk = {.arena = arena, .path = "", .lacked = lacked};
    if (H5Fget_filesize(file, &walk.size) < 0)
        return "its size cannot be found: the file is damaged";
    walk.texts = walk.size;
    hid_t root = H5Gopen2(file, "/", H5P_DEFAULT);
    if (root < 0)
        return "its variables cannot be listed: the file is damaged";
    check_group(&walk, root);
    H5Gclose(root);
    return walk.flaw;
}
