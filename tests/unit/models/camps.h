/* Reading files of observed movements: two small camps, and a chain of any length. */
#ifndef UNIT_MODELS_CAMPS_H
#define UNIT_MODELS_CAMPS_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "observed/observed.h"
#include "unit/models/near.h"

struct reading {
    struct arena arena;
    struct trouble trouble;
    const struct observed_movement *movement;
};

static inline struct reading read_text(const char *text)
{
    struct reading reading = {0};
    reading.movement = observed_read("camps.yaml", text, strlen(text), &reading.arena, &reading.trouble);
    return reading;
}

static inline void leave(struct reading *reading)
{
    trouble_free(&reading->trouble);
    arena_free(&reading->arena);
}

/* "line:column sentence (hint)" */
static inline const char *told(const struct trouble *trouble, size_t index, char *buffer, size_t size)
{
    if (index >= trouble->count)
        return "(nothing was told)";
    const struct complaint *complaint = &trouble->complaints[index];
    snprintf(buffer, size, "%d:%d %s%s%s%s", complaint->where.line, complaint->where.column,
             complaint->sentence, complaint->hint == NULL ? "" : " (",
             complaint->hint == NULL ? "" : complaint->hint, complaint->hint == NULL ? "" : ")");
    return buffer;
}

static inline void assert_told(const struct trouble *trouble, size_t index, const char *sentence)
{
    char buffer[1024];
    assert_string_equal(told(trouble, index, buffer, sizeof buffer), sentence);
}

#define CAMPS                                                                                                \
    "title: Two camps\n"                                                                                     \
    "sites: [North, South]\n"                                                                                \
    "groups:\n"                                                                                              \
    "  - {name: a, site: North, members: 6, topics: [food, media], facets: [x, y]}\n"                        \
    "  - {name: b, site: South, members: 3, topics: {food: 100 %}, facets: [z]}\n"

static inline void assert_sound(const struct reading *reading)
{
    if (reading->movement == NULL)
        assert_told(&reading->trouble, 0, "(it is sound)");
}

/* A chain of `count` groups, each linked with the next, with a moment a day. */
static inline void write_chain(struct text *text, int count, int moments)
{
    text_say(text, "title: t\nsites: [N, S]\ngroups:\n");
    for (int i = 0; i < count; i++)
        text_print(text, "- {name: %d, site: %s, members: 1, topics: [f]}\n", i, i % 2 == 0 ? "N" : "S");
    text_say(text, "links:\n");
    for (int i = 0; i + 1 < count; i++)
        text_print(text, "- [%d, %d]\n", i, i + 1);
    text_say(text, moments > 0 ? "moments:\n" : "");
    for (int i = 0; i < moments; i++)
        text_print(text, "- at: %d d\n", i);
}

static inline struct reading read_chain(int count, int moments)
{
    struct text text = {0};
    write_chain(&text, count, moments);
    struct reading reading = read_text(text.bytes);
    text_free(&text);
    return reading;
}

#endif
