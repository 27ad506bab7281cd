/* Bytes taken for what a bad disk or a bad neighbour changed in a results file: eight make a change (where:
 * four; how many bytes: two; to what; how), and the first one of all may cut the file off. The file is
 * refused with a sentence, or everything in it can be read and told. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/numbers/compare.h"
#include "analysis/words/comparison.h"
#include "analysis/words/summary.h"
#include "base/require.h"
#include "folder.h"
#include "sentences.h"
#include "unit/analysis/fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct text *sound_file(void)
{
    static struct text file;
    if (file.length == 0) {
        struct fixture fixture;
        fixture_make(&fixture);
        FILE *stream = fopen(fixture.path, "rb");
        require(stream != NULL);
        char piece[4096];
        for (size_t got; (got = fread(piece, 1, sizeof piece, stream)) > 0;)
            text_add(&file, piece, got);
        fclose(stream);
        fixture_remove(&fixture);
    }
    return &file;
}

static size_t number_at(const uint8_t *bytes, size_t width)
{
    size_t number = 0;
    for (size_t i = width; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

static void damage(struct text *file, const uint8_t *change)
{
    enum { LONGEST = 1024 };
    size_t from = number_at(change, 4) % file->length, count = 1 + number_at(change + 4, 2) % LONGEST;
    for (size_t i = from; i < file->length && i < from + count; i++) {
        char old = file->bytes[i], given = (char)change[6];
        file->bytes[i] = change[7] % 3 == 0   ? given
                         : change[7] % 3 == 1 ? (char)(old ^ given)
                                              : (char)(old + given);
    }
}

static void read_all(const char *path)
{
    struct trouble trouble = {0};
    struct results *results = results_open(path, &trouble);
    require((results == NULL) == (trouble.count > 0));
    if (results != NULL) {
        struct arena arena = {0};
        struct text said = {0};
        const struct comparison *comparison =
            compare(results, &(struct compare_request){0}, &arena, &trouble);
        require((comparison == NULL) == (trouble.count > 0));
        if (comparison != NULL)
            comparison_text(comparison, &said);
        text_free(&said);
        arena_free(&arena);
        results_close(results);
    }
    check_sentences(&trouble);
    trouble_free(&trouble);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { CHANGE = 8 };
    const struct text *sound = sound_file();
    struct text file = {0};
    text_add(&file, sound->bytes, sound->length);
    for (size_t i = 1; i + CHANGE <= length; i += CHANGE)
        damage(&file, bytes + i);
    if (length > 0 && bytes[0] % 8 == 1)
        file.length = file.length * bytes[0] / 256;
    char path[256];
    snprintf(path, sizeof path, "%s/fuzz.h5", fuzz_folder());
    fuzz_write(path, file.bytes, file.length);
    read_all(path);
    text_free(&file);
    return 0;
}
