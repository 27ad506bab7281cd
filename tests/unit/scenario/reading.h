/* What the tests of this room do before they look: read text, bind it, keep what was told. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/scenario/camp.h"

struct reading_room {
    struct arena arena;
    struct trouble trouble;
    struct node *root;
    struct camp camp;
};

static inline void read_text(struct reading_room *room, const char *text)
{
    *room = (struct reading_room){0};
    room->root = node_read("camp.yaml", text, strlen(text), &room->arena, &room->trouble);
}

static inline void read_camp(struct reading_room *room, const char *text)
{
    read_text(room, text);
    if (room->root != NULL)
        section_bind(&camp_section, room->root, &room->camp, &room->arena, &room->trouble);
}

static inline void leave(struct reading_room *room)
{
    trouble_free(&room->trouble);
    arena_free(&room->arena);
}

/* "line:column sentence (hint)" of a complaint, to be compared as a whole. */
static inline const char *told(const struct reading_room *room, size_t index, char *buffer, size_t size)
{
    if (index >= room->trouble.count)
        return "(nothing was told)";
    const struct complaint *complaint = &room->trouble.complaints[index];
    snprintf(buffer, size, "%d:%d %s%s%s%s", complaint->where.line, complaint->where.column,
             complaint->sentence, complaint->hint == NULL ? "" : " (",
             complaint->hint == NULL ? "" : complaint->hint, complaint->hint == NULL ? "" : ")");
    return buffer;
}

static inline void assert_told(const struct reading_room *room, size_t index, const char *sentence)
{
    char buffer[1024];
    assert_string_equal(told(room, index, buffer, sizeof buffer), sentence);
}

/* The text is refused with this sentence and no other. */
static inline void assert_refused(const char *text, const char *sentence)
{
    struct reading_room room;
    read_camp(&room, text);
    assert_told(&room, 0, sentence);
    assert_int_equal(room.trouble.count, 1);
    leave(&room);
}

#endif
