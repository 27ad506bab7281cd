/* Runs a fuzz target without libFuzzer: over every file of the folders, and over seeded mutations of them;
 * with no folder, over random bytes. The same inputs every time, so a failure can be repeated. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FILES = 512, LARGEST = 64 * 1024, MOST_RANDOM = 400, MOST_EDITS = 6, LONGEST_CUT = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct input {
    uint8_t bytes[LARGEST];
    size_t length;
};

/* splitmix64 (Steele, Lea, Flood 2014) */
static uint64_t next_draw(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static size_t below(uint64_t *state, size_t bound)
{
    return bound == 0 ? 0 : (size_t)(next_draw(state) % bound);
}

/* Puts `count` bytes of `from` over `cut` bytes at `at`. */
static void splice(struct input *input, size_t at, size_t cut, const uint8_t *from, size_t count)
{
    if (input->length - cut + count > LARGEST)
        return;
    memmove(input->bytes + at + count, input->bytes + at + cut, input->length - at - cut);
    memcpy(input->bytes + at, from, count);
    input->length += count - cut;
}

static void edit(struct input *input, const struct input *other, uint64_t *state)
{
    static const char *const tokens[] = {
        ": ",      "- ",     "\n",       "\t",   "{",      "}",      "[",        "]",
        "\"",      "'",      "&a ",      "*a",   "#",      "%",      "---",      "|\n",
        "? ",      "<<: ",   "!!int",    "\xFF", "\xC3",   "\r",     "  ",       "title",
        "1e9",     "~",      ",",        "@",    "5 %",    "4 /d",   "1 min",    "sites[0].",
        "=",       "stages", "market",   "stay", "chosen", "agenda", "posted",   "decide",
        "harvest", "pairs",  "question", "1 us", "0",      "50 %",   "two-feet", "times: 9"};
    size_t at = below(state, input->length + 1);
    size_t left = input->length - at;
    size_t cut = below(state, (left < LONGEST_CUT ? left : LONGEST_CUT) + 1);
    switch (below(state, 4)) {
    case 0: {
        const char *token = tokens[below(state, sizeof tokens / sizeof tokens[0])];
        splice(input, at, 0, (const uint8_t *)token, strlen(token));
        break;
    }
    case 1:
        splice(input, at, cut, (const uint8_t *)"", 0);
        break;
    case 2: {
        uint8_t byte = (uint8_t)next_draw(state);
        splice(input, at, left > 0, &byte, 1);
        break;
    }
    default: {
        size_t from = below(state, other->length);
        size_t count = below(state, other->length - from + 1);
        splice(input, at, cut, other->bytes + from, count);
    }
    }
}

static int read_input(const char *folder, const char *name, struct input *input)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return 0;
    input->length = fread(input->bytes, 1, LARGEST, file);
    fclose(file);
    return 1;
}

static size_t read_folder(const char *folder, struct input *corpus, size_t kept)
{
    struct dirent **names;
    int files = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < files; i++) {
        if (names[i]->d_type == DT_REG && kept < MOST_FILES)
            kept += (size_t)read_input(folder, names[i]->d_name, &corpus[kept]);
        free(names[i]);
    }
    if (files >= 0)
        free(names);
    return kept;
}

/* For targets that read choices out of bytes, and not text. */
static void fill(struct input *input, uint64_t *state)
{
    input->length = 1 + below(state, MOST_RANDOM);
    for (size_t i = 0; i < input->length; i++)
        input->bytes[i] = (uint8_t)next_draw(state);
}

static void mutate(struct input *mutated, const struct input *corpus, size_t kept, uint64_t *state)
{
    *mutated = corpus[below(state, kept)];
    for (size_t edits = 1 + below(state, MOST_EDITS); edits > 0; edits--)
        edit(mutated, &corpus[below(state, kept)], state);
}

int main(int count, char **words)
{
    int inputs = count >= 2 ? atoi(words[1]) : 0;
    if (inputs <= 0) {
        fprintf(stderr, "usage: %s INPUTS [FOLDER...]\n", words[0]);
        return 64;
    }
    struct input *corpus = calloc(MOST_FILES + 1, sizeof *corpus);
    struct input *made = &corpus[MOST_FILES];
    size_t kept = 0;
    for (int i = 2; i < count; i++)
        kept = read_folder(words[i], corpus, kept);
    for (size_t i = 0; i < kept; i++)
        LLVMFuzzerTestOneInput(corpus[i].bytes, corpus[i].length);
    uint64_t state = 2011;
    for (int i = 0; i < inputs; i++) {
        if (kept > 0)
            mutate(made, corpus, kept, &state);
        else
            fill(made, &state);
        LLVMFuzzerTestOneInput(made->bytes, made->length);
    }
    printf("%zu files and %d inputs made\n", kept, inputs);
    free(corpus);
    return kept == 0 && count > 2;
}
