/* The text behind the nodes: made sure of before it is parsed, quoted from afterwards.
 * Private to this room. */
#ifndef SCENARIO_DOCUMENT_H
#define SCENARIO_DOCUMENT_H

#include "base/text.h"
#include "scenario/node.h"

enum {
    MOST_BYTES = 4 * 1024 * 1024,
    MOST_DEPTH = 64,
    MOST_NODES = 200000,
    MOST_KEYS = 1000, /* of one map: every key is compared with those before it */
    /* libfyaml reads ahead to the end of a line or bracket, at some hundred bytes of memory for each bracket
       and comma */
    MOST_COLUMNS = 64 * 1024,
    MOST_BRACKETS = 1000, /* more than are closed, wherever they stand */
};

struct position {
    int line, column, width;
};

/* Copies the text with its line ends made \n and without its byte order mark. NULL with trouble when it is
 * too long or is not text. */
struct document *document_new(const char *file, const char *text, size_t length, struct arena *arena,
                              struct trouble *trouble);

/* Parses `text`, which has the lines and columns of `document` but may have parts blanked out. */
struct node *document_parse(const struct document *document, const char *text, size_t length,
                            struct arena *arena, struct trouble *trouble);

/* Control characters other than tabs and line ends: they have no place in a scenario, in no spelling. */
bool text_forbids(const char *bytes, size_t sequence);

enum status document_trouble(struct trouble *trouble, const struct document *document, struct position where,
                             const char *format, ...) __attribute__((format(printf, 4, 5)));

/* What libfyaml says of a mistake, in words that help. */
struct syntax {
    const char *sentence; /* NULL: nothing better is known */
    int back;             /* columns by which the place named by libfyaml is too far right */
    bool outdented;       /* a line is indented less than the brackets around it allow */
};
struct syntax syntax_sentence(const char *message);

#endif
