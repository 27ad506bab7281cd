/* Chunks that we pack are those that HDF5 itself would have written, and numbers of any shape lie where they
 * belong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/require.h"
#include "record/hdf5_file.h"
#include "record/packing.h"

/* What HDF5 makes of a chunk of its own. */
static struct packed of_hdf5(const unsigned char *bytes, size_t count, hid_t type)
{
    const hsize_t length = count, start = 0;
    hid_t access = H5Pcreate(H5P_FILE_ACCESS), list = H5Pcreate(H5P_DATASET_CREATE);
    assert_true(H5Pset_fapl_core(access, 1 << 20, false) >= 0);
    hid_t file = H5Fcreate("/dev/null/packing", H5F_ACC_TRUNC, H5P_DEFAULT, access);
    assert_true(H5Pset_chunk(list, 1, &length) >= 0 && H5Pset_shuffle(list) >= 0 &&
                H5Pset_deflate(list, PACKING_LEVEL) >= 0 && H5Pset_fletcher32(list) >= 0);
    hid_t space = H5Screate_simple(1, &length, NULL);
    hid_t dataset = H5Dcreate2(file, "numbers", type, space, H5P_DEFAULT, list, H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes) >= 0);
    assert_true(H5Dflush(dataset) >= 0);
    hsize_t size = 0;
    uint32_t skipped = 1;
    assert_true(H5Dget_chunk_storage_size(dataset, &start, &size) >= 0);
    struct packed packed = {must_allocate(size, 1), size};
    assert_true(H5Dread_chunk(dataset, H5P_DEFAULT, &start, &skipped, packed.bytes) >= 0);
    assert_int_equal(skipped, 0);
    H5Dclose(dataset);
    H5Sclose(space);
    H5Fclose(file);
    H5Pclose(list);
    H5Pclose(access);
    return packed;
}

enum look { LOOK_EMPTY, LOOK_FULL, LOOK_STEPS, LOOK_LOT, LOOKS };

static void fill(unsigned char *bytes, size_t length, enum look look)
{
    uint32_t lot = 1;
    for (size_t i = 0; i < length; i++) {
        lot = lot * 1664525U + 1013904223U;
        bytes[i] = look == LOOK_EMPTY   ? 0
                   : look == LOOK_FULL  ? 0xFF
                   : look == LOOK_STEPS ? (unsigned char)(i / 8)
                                        : (unsigned char)(lot >> 24);
    }
}

static void a_chunk_has_the_bytes_that_hdf5_gives_it(void **state)
{
    (void)state;
    const hid_t types[] = {H5T_STD_I8LE, H5T_STD_I32LE, H5T_IEEE_F64LE};
    static const size_t counts[] = {1, 2, 3, 16, 17, 1000, 131072};
    for (size_t t = 0; t < sizeof types / sizeof types[0]; t++)
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++)
            for (enum look look = 0; look < LOOKS; look++) {
                const size_t width = H5Tget_size(types[t]), length = counts[c] * width;
                unsigned char *bytes = must_allocate(length, 1);
                fill(bytes, length, look);
                struct packed own = pack(bytes, length, width), its = of_hdf5(bytes, counts[c], types[t]);
                assert_int_equal(own.length, its.length);
                assert_memory_equal(own.bytes, its.bytes, own.length);
                free(own.bytes);
                free(its.bytes);
                free(bytes);
            }
}

/* Worked out by hand: words 0x0102 and 0x0300, so the sums are 0x0402 and 0x0102 + 0x0402. */
static void the_checksum_is_a_sum_of_words_and_one_of_sums(void **state)
{
    (void)state;
    static const unsigned char three[] = {1, 2, 3};
    unsigned char full[2048];
    memset(full, 0xFF, sizeof full);
    assert_int_equal(packing_checksum(three, 3), 0x05040402U);
    assert_int_equal(packing_checksum(full, 0), 0);
    assert_int_equal(packing_checksum(full, sizeof full), 0xFFFFFFFFU); /* carries are folded: never to 0 */
}

/* A shape, and how many chunks it is cut into: of at most 1 MiB, the slowest axes first. */
struct shape {
    const char *name;
    hsize_t length[HDF5_MOST_AXES];
    int rank;
    enum hdf5_growth growth; /* of the first axis */
    hsize_t chunks;
};

/* Numbers have four bytes. */
static const struct shape shapes[] = {
    {"small", {3, 5}, 2, HDF5_FIXED, 1},
    {"short_table", {5}, 1, HDF5_OPEN_ENDED, 1},
    {"long_table", {300000}, 1, HDF5_OPEN_ENDED, 2},
    {"slabs", {20, 20000}, 2, HDF5_FIXED, 2},             /* of 13 slices and 7 */
    {"slices_cut", {3, 7, 70000}, 3, HDF5_FIXED, 9},      /* of 3, 3 and 1 rows of a slice */
    {"slices_of_rows", {2, 3, 140000}, 3, HDF5_FIXED, 6}, /* a row each */
    {"more_than_waits", {5, 1100000}, 2, HDF5_FIXED, 25},
    {"rows_cut", {2, 300000}, 2, HDF5_FIXED, 4},
    {"middle_cut", {2, 50, 2, 3000}, 4, HDF5_FIXED, 4}, /* of 43 and 7 of the second axis */
};

enum { SHAPES = sizeof shapes / sizeof shapes[0] };

static hsize_t of_all(const struct shape *shape, int from)
{
    hsize_t count = 1;
    for (int i = from; i < shape->rank; i++)
        count *= shape->length[i];
    return count;
}

/* Whether slice by slice, or whole and from whole numbers. */
static void write_shape(struct hdf5_file *file, const struct shape *shape, bool slices)
{
    static const int32_t missing = -7;
    struct hdf5_variable variable = {
        .group = file->file, .type = H5T_STD_I32LE, .filler = &missing, .rank = shape->rank};
    char name[80];
    for (int i = 0; i < shape->rank; i++) {
        snprintf(name, sizeof name, "%s_axis_%d", shape->name, i);
        int32_t *entries = must_allocate(shape->length[i], sizeof *entries);
        variable.axes[i] = hdf5_number_axis(file, file->file, name, shape->length[i],
                                            i == 0 ? shape->growth : HDF5_FIXED, H5T_STD_I32LE, entries);
        free(entries);
    }
    variable.name = shape->name;
    const hsize_t count = of_all(shape, 0), slice = of_all(shape, 1);
    double *numbers = must_allocate(count, sizeof *numbers);
    for (hsize_t i = 0; i < count; i++)
        numbers[i] = (double)(i % 1000003);
    hid_t dataset = hdf5_create(file, &variable);
    if (slices)
        for (hsize_t i = 0; i < shape->length[0]; i++)
            hdf5_write_slice(file, dataset, H5T_NATIVE_DOUBLE, i, numbers + i * slice);
    else
        hdf5_write(file, dataset, H5T_NATIVE_DOUBLE, numbers);
    hdf5_close_variable(file, dataset);
    free(numbers);
}

static void *write_shapes(int threads, bool slices, size_t *size)
{
    struct hdf5_file file;
    hdf5_begin(&file, "/dev/null/shapes", threads);
    for (size_t i = 0; i < SHAPES; i++)
        write_shape(&file, &shapes[i], slices);
    void *image = hdf5_end(&file, size);
    assert_non_null(image);
    return image;
}

static hid_t open_image(void *image, size_t size)
{
    hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    assert_true(H5Pset_fapl_core(access, 1 << 20, false) >= 0 && H5Pset_file_image(access, image, size) >= 0);
    hid_t file = H5Fopen("/dev/null/image", H5F_ACC_RDONLY, access);
    assert_true(file >= 0);
    H5Pclose(access);
    return file;
}

static void numbers_of_every_shape_lie_where_they_belong(void **state)
{
    (void)state;
    for (int slices = 0; slices < 2; slices++) {
        size_t size;
        void *image = write_shapes(1, slices == 1, &size);
        hid_t file = open_image(image, size);
        for (size_t i = 0; i < SHAPES; i++) {
            const hsize_t count = of_all(&shapes[i], 0);
            int32_t *numbers = must_allocate(count, sizeof *numbers);
            hid_t dataset = H5Dopen2(file, shapes[i].name, H5P_DEFAULT), space = H5Dget_space(dataset);
            hsize_t chunks;
            assert_true(H5Dread(dataset, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
            for (hsize_t at = 0; at < count; at++)
                assert_int_equal(numbers[at], at % 1000003);
            assert_true(H5Dget_num_chunks(dataset, space, &chunks) >= 0);
            assert_int_equal(chunks, shapes[i].chunks);
            H5Sclose(space);
            H5Dclose(dataset);
            free(numbers);
        }
        H5Fclose(file);
        free(image);
    }
}

static void any_number_of_threads_gives_the_same_bytes(void **state)
{
    (void)state;
    size_t size, other_size;
    void *image = write_shapes(1, false, &size);
    for (int threads = 2; threads <= 5; threads++) {
        void *other = write_shapes(threads, threads % 2 == 1, &other_size);
        assert_int_equal(size, other_size);
        assert_memory_equal(image, other, size);
        free(other);
    }
    free(image);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chunk_has_the_bytes_that_hdf5_gives_it),
        cmocka_unit_test(the_checksum_is_a_sum_of_words_and_one_of_sums),
        cmocka_unit_test(numbers_of_every_shape_lie_where_they_belong),
        cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
