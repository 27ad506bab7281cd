#include "analysis/file/hdf.h"

#include <hdf5.h>
#include <hdf5_hl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"

enum { LONGEST_NAME = 255, LONGEST_ATTRIBUTE = 1 << 20 };

static void keep_quiet(void)
{
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
}

static const char *repaired(const char *bytes, size_t length, struct arena *arena)
{
    struct text text = {0};
    text_add_utf8(&text, bytes, strnlen(bytes, length));
    const char *copy = arena_text(arena, text.bytes == NULL ? "" : text.bytes, text.length);
    text_free(&text);
    return copy;
}

bool hdf_recognises(const char *path)
{
    keep_quiet();
    return H5Fis_hdf5(path) > 0;
}

int64_t hdf_open(const char *path)
{
    keep_quiet();
    H5PLset_loading_state(0); /* a file that names a filter must not choose code to be loaded */
    hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    if (access < 0)
        return -1;
    /* Nothing is written, so a file system that knows no locks is no reason to refuse. */
    H5Pset_file_locking(access, 0, 1);
    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    hid_t file = H5Fopen(path, H5F_ACC_RDONLY, access);
    H5Pclose(access);
    return file;
}

static herr_t look_for_want(unsigned n, const H5E_error2_t *error, void *lacked)
{
    (void)n;
    if (error->min_num == H5E_NOSPACE || error->min_num == H5E_CANTALLOC)
        *(bool *)lacked = true;
    return 0;
}

static herr_t note_want(hid_t stack, void *lacked)
{
    return H5Ewalk2(stack, H5E_WALK_UPWARD, look_for_want, lacked);
}

void hdf_note_want(bool *lacked)
{
    H5Eset_auto2(H5E_DEFAULT, note_want, lacked);
}

void hdf_close(int64_t file)
{
    if (file >= 0)
        H5Fclose(file);
}

/* Every group on the way is asked for first, because opening a path through a missing group is an error to
 * HDF5. */
static bool path_exists(hid_t file, const char *path)
{
    char part[2 * LONGEST_NAME + 2];
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof part)
        return false;
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (H5Lexists(file, part, H5P_DEFAULT) <= 0)
            return false;
    }
    return true;
}

static hid_t object_of(hid_t file, const char *path, H5I_type_t kind)
{
    if (!path_exists(file, path))
        return -1;
    hid_t object = H5Oopen(file, path, H5P_DEFAULT);
    if (object >= 0 && H5Iget_type(object) != kind) {
        H5Oclose(object);
        return -1;
    }
    return object;
}

bool hdf_has_group(int64_t file, const char *group)
{
    hid_t object = object_of(file, group, H5I_GROUP);
    if (object >= 0)
        H5Oclose(object);
    return object >= 0;
}

static enum hdf_kind kind_of(hid_t dataset)
{
    hid_t type = H5Dget_type(dataset);
    if (type < 0)
        return HDF_OTHER;
    H5T_class_t class = H5Tget_class(type);
    enum hdf_kind kind = HDF_OTHER;
    if (class == H5T_FLOAT || class == H5T_INTEGER)
        kind = HDF_NUMBERS;
    else if (class == H5T_STRING && H5Tis_variable_str(type) > 0)
        kind = HDF_STRINGS;
    H5Tclose(type);
    return kind;
}

static bool lengths_of(hid_t dataset, struct hdf_shape *shape)
{
    hsize_t lengths[HDF_MOST_RANK];
    hid_t space = H5Dget_space(dataset);
    if (space < 0)
        return false;
    int rank = H5Sget_simple_extent_ndims(space);
    bool fits = rank >= 0 && rank <= HDF_MOST_RANK && H5Sget_simple_extent_dims(space, lengths, NULL) == rank;
    H5Sclose(space);
    if (!fits)
        return false;
    shape->rank = (unsigned)rank;
    for (unsigned i = 0; i < shape->rank; i++)
        shape->lengths[i] = (size_t)lengths[i];
    return true;
}

bool hdf_shape(int64_t file, const char *variable, struct hdf_shape *shape)
{
    *shape = (struct hdf_shape){.kind = HDF_OTHER};
    hid_t dataset = object_of(file, variable, H5I_DATASET);
    if (dataset < 0)
        return false;
    shape->kind = kind_of(dataset);
    bool known = lengths_of(dataset, shape);
    H5Dclose(dataset);
    return known;
}

static double fill_of(hid_t dataset)
{
    double fill = NAN;
    if (H5Aexists(dataset, "_FillValue") <= 0)
        return fill;
    hid_t attribute = H5Aopen(dataset, "_FillValue", H5P_DEFAULT);
    if (attribute < 0)
        return fill;
    hid_t space = H5Aget_space(attribute);
    if (H5Sget_simple_extent_npoints(space) != 1 || H5Aread(attribute, H5T_NATIVE_DOUBLE, &fill) < 0)
        fill = NAN;
    H5Sclose(space);
    H5Aclose(attribute);
    return fill;
}

bool hdf_numbers(int64_t file, const char *variable, double *numbers, size_t count)
{
    hid_t dataset = object_of(file, variable, H5I_DATASET);
    if (dataset < 0)
        return false;
    bool fine =
        kind_of(dataset) == HDF_NUMBERS &&
        (count == 0 || H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    double fill = fill_of(dataset);
    H5Dclose(dataset);
    for (size_t i = 0; fine && !isnan(fill) && i < count; i++)
        if (numbers[i] == fill)
            numbers[i] = NAN;
    return fine;
}

/* Texts go through a buffer, which HDF5 clears for each variable; as given it has a megabyte. */
enum { BUFFER_FOR_TEXTS = 1 << 14 };

bool hdf_strings(int64_t file, const char *variable, struct arena *arena, const char **strings)
{
    hid_t dataset = object_of(file, variable, H5I_DATASET);
    if (dataset < 0)
        return false;
    hid_t type = H5Dget_type(dataset), space = H5Dget_space(dataset);
    hssize_t count = H5Sget_simple_extent_npoints(space);
    bool fine = kind_of(dataset) == HDF_STRINGS && count >= 0;
    char **raw = count > 0 ? must_allocate((size_t)count, sizeof *raw) : NULL;
    if (fine && count > 0) {
        hid_t how = H5Pcreate(H5P_DATASET_XFER);
        H5Pset_buffer(how, BUFFER_FOR_TEXTS, NULL, NULL);
        fine = H5Dread(dataset, type, H5S_ALL, H5S_ALL, how, raw) >= 0;
        H5Pclose(how);
        for (hssize_t i = 0; fine && i < count; i++)
            strings[i] = raw[i] == NULL ? "" : repaired(raw[i], strlen(raw[i]), arena);
        if (fine)
            H5Dvlen_reclaim(type, space, H5P_DEFAULT, raw);
    }
    free(raw);
    H5Sclose(space);
    H5Tclose(type);
    H5Dclose(dataset);
    return fine;
}

static const char *variable_text(hid_t attribute, hid_t type, struct arena *arena)
{
    char *raw = NULL;
    if (H5Aread(attribute, type, &raw) < 0 || raw == NULL)
        return NULL;
    const char *text = repaired(raw, strlen(raw), arena);
    H5free_memory(raw);
    return text;
}

static const char *fixed_text(hid_t attribute, hid_t type, struct arena *arena)
{
    size_t size = H5Tget_size(type);
    if (size == 0 || size > LONGEST_ATTRIBUTE)
        return NULL;
    char *raw = must_allocate(size + 1, 1);
    const char *text = H5Aread(attribute, type, raw) < 0 ? NULL : repaired(raw, size, arena);
    free(raw);
    return text;
}

struct collecting {
    struct hdf_facts *facts;
    size_t room;
    struct arena *arena;
};

static void take_value(hid_t attribute, struct arena *arena, struct hdf_attribute *into)
{
    hid_t type = H5Aget_type(attribute), space = H5Aget_space(attribute);
    const H5T_class_t class = H5Tget_class(type);
    const bool is_one = H5Sget_simple_extent_npoints(space) == 1;
    into->number = NAN;
    if (is_one && class == H5T_STRING)
        into->text = H5Tis_variable_str(type) > 0 ? variable_text(attribute, type, arena)
                                                  : fixed_text(attribute, type, arena);
    else if (is_one && (class == H5T_FLOAT || class == H5T_INTEGER))
        into->is_number = H5Aread(attribute, H5T_NATIVE_DOUBLE, &into->number) >= 0;
    H5Sclose(space);
    H5Tclose(type);
}

static herr_t take_attribute(hid_t object, const char *name, const H5A_info_t *info, void *context)
{
    (void)info;
    enum { FIRST_ROOM = 16 };
    struct collecting *collecting = context;
    struct hdf_facts *facts = collecting->facts;
    struct arena *arena = collecting->arena;
    if (strlen(name) > LONGEST_NAME)
        return 0;
    hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
    if (attribute < 0)
        return 0;
    if (facts->count == collecting->room) {
        collecting->room = facts->count == 0 ? FIRST_ROOM : 2 * facts->count;
        facts->attributes =
            arena_grow(arena, facts->attributes, facts->count, collecting->room, sizeof *facts->attributes);
    }
    struct hdf_attribute *into = &facts->attributes[facts->count++];
    *into = (struct hdf_attribute){.name = arena_text(arena, name, strlen(name))};
    take_value(attribute, arena, into);
    H5Aclose(attribute);
    return 0;
}

bool hdf_facts(int64_t file, const char *object, struct arena *arena, struct hdf_facts *facts)
{
    *facts = (struct hdf_facts){.shape = {.kind = HDF_OTHER}};
    if (strcmp(object, "/") != 0 && !path_exists(file, object))
        return false;
    hid_t id = H5Oopen(file, object, H5P_DEFAULT);
    if (id < 0)
        return false;
    struct collecting collecting = {.facts = facts, .arena = arena};
    if (H5Iget_type(id) == H5I_DATASET) {
        facts->shape.kind = kind_of(id);
        facts->is_variable = lengths_of(id, &facts->shape);
    }
    H5Aiterate2(id, H5_INDEX_NAME, H5_ITER_NATIVE, NULL, take_attribute, &collecting);
    H5Oclose(id);
    return true;
}

static const struct hdf_attribute *attribute_of(const struct hdf_facts *facts, const char *name)
{
    for (size_t i = 0; i < facts->count; i++)
        if (strcmp(facts->attributes[i].name, name) == 0)
            return &facts->attributes[i];
    return NULL;
}

const char *hdf_text_of(const struct hdf_facts *facts, const char *name)
{
    const struct hdf_attribute *attribute = attribute_of(facts, name);
    return attribute == NULL || attribute->text == NULL ? "" : attribute->text;
}

double hdf_number_of(const struct hdf_facts *facts, const char *name, double otherwise)
{
    const struct hdf_attribute *attribute = attribute_of(facts, name);
    return attribute == NULL || !attribute->is_number ? otherwise : attribute->number;
}

struct scale {
    const struct hdf_variables *all;
    char name[LONGEST_NAME + 1];
};

static const char *name_at(const struct hdf_variables *all, uint64_t place)
{
    for (size_t i = 0; i < all->names.count; i++)
        if (all->places[i] == place)
            return all->names.names[i];
    return NULL;
}

static herr_t take_name(hid_t dataset, unsigned axis, hid_t object, void *into)
{
    (void)dataset;
    (void)axis;
    struct scale *scale = into;
    H5O_info_t info;
    if (H5Oget_info2(object, &info, H5O_INFO_BASIC) < 0)
        return -1;
    const char *name = name_at(scale->all, info.addr);
    if (name != NULL) {
        snprintf(scale->name, sizeof scale->name, "%s", name);
        return 1; /* the first scale is enough */
    }
    ssize_t length = H5Iget_name(object, scale->name, LONGEST_NAME + 1);
    return length > 0 && length <= LONGEST_NAME ? 1 : -1;
}

/* The HDF5 library takes for granted that the list of dimensions has one row of references an axis; where a
 * damaged file says otherwise, it writes behind its own memory. */
static bool list_is_sound(hid_t dataset, hid_t list)
{
    hid_t axes = H5Dget_space(dataset), rows = H5Aget_space(list), type = H5Aget_type(list);
    hid_t reference = H5Tget_class(type) == H5T_VLEN ? H5Tget_super(type) : H5I_INVALID_HID;
    bool sound = reference >= 0 && H5Tequal(reference, H5T_STD_REF_OBJ) > 0 &&
                 H5Sget_simple_extent_ndims(rows) == 1 &&
                 H5Sget_simple_extent_npoints(rows) == H5Sget_simple_extent_ndims(axes);
    if (reference >= 0)
        H5Tclose(reference);
    H5Tclose(type);
    H5Sclose(rows);
    H5Sclose(axes);
    return sound;
}

static bool dimensions_are_listed(hid_t dataset)
{
    hid_t list = H5Aexists(dataset, "DIMENSION_LIST") > 0 ? H5Aopen(dataset, "DIMENSION_LIST", H5P_DEFAULT)
                                                          : H5I_INVALID_HID;
    bool sound = list >= 0 && list_is_sound(dataset, list);
    if (list >= 0)
        H5Aclose(list);
    return sound;
}

const char *hdf_dimension(int64_t file, const struct hdf_variables *all, const char *variable, unsigned axis,
                          struct arena *arena)
{
    struct scale scale = {.all = all};
    hid_t dataset = object_of(file, variable, H5I_DATASET);
    if (dataset < 0)
        return NULL;
    herr_t found =
        dimensions_are_listed(dataset) ? H5DSiterate_scales(dataset, axis, NULL, take_name, &scale) : 0;
    H5Dclose(dataset);
    if (found <= 0)
        return NULL;
    const char *slash = strrchr(scale.name, '/');
    const char *last = slash == NULL ? scale.name : slash + 1;
    return repaired(last, strlen(last), arena);
}

bool hdf_is_dimension(int64_t file, const char *variable)
{
    hid_t dataset = object_of(file, variable, H5I_DATASET);
    if (dataset < 0)
        return false;
    bool is = H5DSis_scale(dataset) > 0;
    H5Dclose(dataset);
    return is;
}

struct listing {
    struct hdf_variables all;
    size_t room;
    struct arena *arena;
};

static herr_t list_variable(hid_t group, const char *name, const H5L_info_t *link, void *into)
{
    (void)link;
    enum { FIRST_ROOM = 64 };
    struct listing *listing = into;
    struct hdf_variables *all = &listing->all;
    const size_t count = all->names.count;
    if (strlen(name) > LONGEST_NAME)
        return 0;
    H5O_info_t info;
    if (H5Oget_info_by_name2(group, name, &info, H5O_INFO_BASIC, H5P_DEFAULT) < 0 ||
        info.type != H5O_TYPE_DATASET)
        return 0;
    if (count == listing->room) {
        const size_t room = count == 0 ? FIRST_ROOM : 2 * count;
        all->names.names =
            arena_grow(listing->arena, all->names.names, count, room, sizeof *all->names.names);
        all->places = arena_grow(listing->arena, all->places, count, room, sizeof *all->places);
        listing->room = room;
    }
    all->names.names[count] = arena_text(listing->arena, name, strlen(name));
    all->places[count] = info.addr;
    all->names.count++;
    return 0;
}

struct hdf_variables hdf_variables(int64_t file, struct arena *arena)
{
    struct listing listing = {.arena = arena};
    /* Creation order is tracked in our files; others are listed by name. */
    if (H5Literate_by_name(file, "/", H5_INDEX_CRT_ORDER, H5_ITER_INC, NULL, list_variable, &listing,
                           H5P_DEFAULT) < 0) {
        listing.all.names.count = 0;
        H5Literate_by_name(file, "/", H5_INDEX_NAME, H5_ITER_INC, NULL, list_variable, &listing, H5P_DEFAULT);
    }
    return listing.all;
}
