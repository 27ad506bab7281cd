/* Tables of minutes given as text, read with the words that are shipped. */
#ifndef TESTS_MODELS_MINUTES_H
#define TESTS_MODELS_MINUTES_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "observed/minutes_parts.h"

struct read_table {
    struct arena arena;
    struct trouble trouble, unused;
    const struct minutes_words *words;
    const struct minutes *minutes;
};

static inline struct read_table read_bytes(const char *bytes, size_t length)
{
    struct read_table table = {0};
    table.words =
        minutes_words_read(GROUNDSWELL_SOURCE "/scenarios/data/minutes.yml", &table.arena, &table.trouble);
    assert_non_null(table.words);
    table.minutes =
        minutes_read("m.csv", bytes, length, table.words, &table.arena, &table.trouble, &table.unused);
    return table;
}

static inline struct read_table read_table(const char *text)
{
    return read_bytes(text, strlen(text));
}

static inline void close_table(struct read_table *table)
{
    trouble_free(&table->trouble);
    trouble_free(&table->unused);
    arena_free(&table->arena);
}

/* "3:7 sentence (hint)" of the complaint of this number. */
static inline void assert_complaint(const struct trouble *trouble, size_t which, const char *should)
{
    char is[600];
    if (which >= trouble->count)
        fail_msg("nothing is said where this should be: %s", should);
    const struct complaint *complaint = &trouble->complaints[which];
    snprintf(is, sizeof is, "%d:%d %s%s%s%s", complaint->where.line, complaint->where.column,
             complaint->sentence, complaint->hint == NULL ? "" : " (",
             complaint->hint == NULL ? "" : complaint->hint, complaint->hint == NULL ? "" : ")");
    assert_string_equal(is, should);
}

#endif
