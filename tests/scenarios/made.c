#include "made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"

#define AFTER_TITLE                                                                                          \
    "lasts: 2 d\n"                                                                                           \
    "sites: [{name: Square, people: 40}]\n"
#define CALENDAR "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
#define HEAD     "title: A camp\n" AFTER_TITLE

/* Bytes that are written down, without the NUL at their end. */
#define MAKE(path, bytes) make_file(path, bytes, sizeof(bytes) - 1)

void make_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wx");
    if (file == NULL)
        fail_msg("%s cannot be made, or is there already", path);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* ASCII as UTF-16, with a byte order mark. */
static void make_utf16(const char *path, const char *ascii)
{
    struct text text = {0};
    text_say(&text, "\xFF\xFE");
    for (; *ascii != '\0'; ascii++)
        text_add(&text, (const char[]){*ascii, '\0'}, 2);
    make_file(path, text.bytes, text.length);
    text_free(&text);
}

/* `again` is written many times, with its number for each #. */
static void make_repeated(const char *path, const char *before, const char *again, int times,
                          const char *after)
{
    struct text text = {0};
    text_say(&text, before);
    for (int i = 0; i < times; i++)
        for (const char *at = again; *at != '\0'; at++)
            if (*at == '#')
                text_print(&text, "%d", i);
            else
                text_add(&text, at, 1);
    text_say(&text, after);
    make_file(path, text.bytes, text.length);
    text_free(&text);
}

static void make_stairs(const char *path, int depth)
{
    struct text text = {0};
    text_say(&text, HEAD "question:\n");
    for (int i = 1; i <= depth; i++)
        text_print(&text, "%*sa:\n", i, "");
    make_file(path, text.bytes, text.length);
    text_free(&text);
}

void make_bytes(void)
{
    MAKE("control-character.yaml", "title: A \x1B[31mcamp\n" AFTER_TITLE CALENDAR);
    MAKE("half-a-character.yaml", "title: A caf\xC3\n" AFTER_TITLE CALENDAR);
    MAKE("invalid-utf8.yaml", "title: A caf\xE9\n" AFTER_TITLE CALENDAR);
    MAKE("made-of-an-archive.yaml", "PK\x03\x04\x14\x00");
    MAKE("made-of-compressed-bytes.yaml", "\x1F\x8B\x08\x00");
    MAKE("made-of-machine-code.yaml", "\x7F"
                                      "ELF\x02\x01\x01\x00\x00");
    MAKE("made-of-results.yaml", "\x89HDF\r\n\x1A\n");
    MAKE("made-of-utf-32.yaml", "\xFF\xFE\0\0t\0\0\0i\0\0\0");
    MAKE("made-of-utf-32-the-other-way.yaml", "\0\0\xFE\xFF\0\0\0t\0\0\0i");
    MAKE("made-of-utf-32-without-a-mark.yaml", "t\0\0\0i\0\0\0t\0\0\0");
    MAKE("made-of-utf-32-without-a-mark-the-other-way.yaml", "\0\0\0t\0\0\0i\0\0\0t");
    MAKE("made-of-utf-16-without-a-mark.yaml", "t\0i\0t\0l\0e\0");
    MAKE("made-of-utf-16-without-a-mark-the-other-way.yaml", "\0t\0i\0t\0l\0e");
    MAKE("made-with-a-nul.yaml", "title: A \0camp\n");
    MAKE("made-with-two-marks.yaml", "\xEF\xBB\xBF\xEF\xBB\xBFtitle: A camp\n");
    make_utf16("utf16.yaml", HEAD CALENDAR);
}

void make_sizes(void)
{
    make_repeated("made-too-deep.yaml", HEAD "question: ", "[", 100000, "\n");
    make_stairs("made-too-deep-in-blocks.yaml", 200);
    make_repeated("made-with-many-keys.yaml", HEAD, "key_#: #\n", 1200, "");
    make_repeated("made-with-many-unknown-keys.yaml", HEAD, "key_#: #\n", 300, "");
    make_repeated("made-with-many-designs.yaml", HEAD CALENDAR "designs:\n", "  way #: {seed: #}\n", 990, "");
    make_repeated("made-with-many-entries.yaml", HEAD CALENDAR "sweep:\n  - set: people.shyness\n    to:\n",
                  "      - 0.#\n", 250000, "");
    make_repeated("made-with-many-values.yaml", HEAD CALENDAR "sweep:\n  - set: people.shyness\n    to:\n",
                  "      - 0.#\n", 12000, "");
    make_repeated("made-with-many-lines.yaml", HEAD "calendar:\n",
                  "  - {every: 1 d, at: \"19:00\", hold: forum}\n", 300, "");
    make_repeated("made-with-a-long-name.yaml", HEAD "calendar:\n  - {every: 1 d, hold: ", "open", 30000,
                  "}\n");
    make_repeated("made-with-a-long-line.yaml", HEAD CALENDAR "conversation: {retention: ", "9", 500000,
                  " %}\n");
    make_repeated("made-with-a-long-key.yaml", HEAD CALENDAR, "key", 30000, ": 1\n");
    MAKE("made-of-a-hundred-megabytes.yaml", "");
    assert_int_equal(truncate("made-of-a-hundred-megabytes.yaml", 100 * 1024 * 1024), 0);
}

void make_places(void)
{
    assert_int_equal(mkdir("made-as-a-folder.yaml", 0755), 0);
    assert_int_equal(mkfifo("made-as-a-pipe.yaml", 0644), 0);
    assert_int_equal(symlink("/dev/zero", "made-as-a-device.yaml"), 0);
    assert_int_equal(mkdir("methods/folder.yaml", 0755), 0);
    assert_int_equal(mkdir("made-methods", 0755), 0);
    MAKE("made-methods/evening.yaml", "title: One\nstages:\n  - {do: harvest, lasts: 1 h}\n");
    MAKE("made-methods/Evening.yaml", "title: Two\nstages:\n  - {do: harvest, lasts: 1 h}\n");
    MAKE("../outside.yaml", "title: A method\nstages:\n  - {do: close}\n");
    assert_int_equal(symlink("../../outside.yaml", "methods/link-to-outside.yaml"), 0);
}
