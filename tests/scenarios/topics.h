/* Bad scenarios as they are kept: a topic file has some of them, each with what is said of it right below.
 *
 *     ==== clock-in-words.yaml
 *     title: A camp
 *     [...]
 *     >>>> run: 65
 *     clock-in-words.yaml:5:22: `at` is `seven`, which is not a time of day such as `19:00`
 *     [...]
 *
 *     ==== utf16.yaml (made)
 *     >>>> run: 65
 *     [...]
 *
 * The lines below `==== NAME` are the file of this name, byte for byte. What is `made` cannot stand in a text
 * and comes from made.c. After `>>>>` stand the command that is given the file, the exit status, and what is
 * said, up to the empty lines before the next case; a method, in methods/, is given to `check`. A line that
 * begins with ==== or >>>> is a mark wherever it stands, and no YAML begins like that.
 */
#ifndef SCENARIOS_TOPICS_H
#define SCENARIOS_TOPICS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { MOST_TOPICS = 40, MOST_CASES = 1000, LONGEST_NAME = 96 };

struct topic {
    char name[LONGEST_NAME]; /* "calendar.txt" */
    struct text text;        /* the file as it is */
};

struct bytes {
    const char *at; /* in the text of the topic */
    size_t length;
};

struct bad_case {
    const struct topic *topic;
    int line;                /* of `==== NAME`, from 1 */
    char name[LONGEST_NAME]; /* "clock-in-words.yaml", "methods/empty.yaml" */
    bool made;
    struct bytes input;
    struct bytes reply; /* "run: 65\nclock-in-words.yaml:5:22: ..." */
};

struct topics {
    struct topic topics[MOST_TOPICS];
    struct bad_case cases[MOST_CASES]; /* topic by topic, in the order of their lines */
    int topic_count, case_count;
};

/* The topics of a folder, which holds nothing else. NULL where a file is not of the form above or a name
 * stands twice; `wrong` is then one sentence with its place. */
struct topics *topics_read(const char *folder, struct text *wrong);
void topics_free(struct topics *topics);

/* NULL where there is no case of this name. */
const struct bad_case *topics_find(const struct topics *topics, const char *name);

/* Makes a file of each input, in the working folder; none of them is there yet. */
void topics_unpack(const struct topics *topics);

/* "run" or "check". */
const char *case_command(const char *name);

/* Adds the case as it would stand in a topic file if this were said. */
void case_write(struct text *text, const struct bad_case *one, struct bytes reply);

#endif
