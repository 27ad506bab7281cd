#include "measures/chapters.h"

#include "base/require.h"
#include "mechanism.h"

/* The ledger's own come first, then those of the mechanisms in their order. */
static size_t chapters_walk(size_t wanted, const struct chapter **found)
{
    size_t count = 0;
    for (int own = 1; own >= 0; own--)
        for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
            for (const struct chapter *const *chapter = (*one)->chapters;
                 chapter != NULL && *chapter != NULL && (*one)->keeps_record == (own == 1); chapter++)
                if (count++ == wanted)
                    *found = *chapter;
    return count;
}

size_t chapter_count(void)
{
    const struct chapter *none;
    size_t count = chapters_walk(SIZE_MAX, &none);
    require(count <= MOST_CHAPTERS);
    return count;
}

const struct chapter *chapter_at(size_t number)
{
    const struct chapter *chapter = NULL;
    chapters_walk(number, &chapter);
    require(chapter != NULL);
    return chapter;
}

uint64_t chapters_of(const struct scenario *scenario)
{
    uint64_t set = 0;
    for (size_t i = 0; i < chapter_count(); i++)
        if (chapter_at(i)->has == NULL || chapter_at(i)->has(scenario))
            set |= (uint64_t)1 << i;
    return set;
}

uint64_t chapters_for_all(void)
{
    uint64_t set = 0;
    for (size_t i = 0; i < chapter_count(); i++)
        if (chapter_at(i)->for_all)
            set |= (uint64_t)1 << i;
    return set;
}

uint64_t chapters_all(void)
{
    return ~(uint64_t)0 >> (MOST_CHAPTERS - chapter_count());
}

bool chapter_is_whole(const struct chapter *chapter)
{
    return chapter->row_count > 0 && chapter->rows[0].measure.scope == SCOPE_MOVEMENT;
}

size_t chapters_measures(uint64_t set, const struct measure **measures, size_t room)
{
    size_t count = 0;
    for (int whole = 0; whole <= 1; whole++)
        for (size_t i = 0; i < chapter_count(); i++) {
            const struct chapter *chapter = chapter_at(i);
            if (!chapter_in(set, i) || chapter_is_whole(chapter) != (whole == 1))
                continue;
            require(count + chapter->row_count <= room);
            for (size_t j = 0; j < chapter->row_count; j++)
                measures[count++] = &chapter->rows[j].measure;
        }
    return count;
}

size_t chapters_tables(uint64_t set, const struct table **tables, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < chapter_count(); i++)
        for (const struct table *const *table = chapter_at(i)->tables;
             table != NULL && *table != NULL && chapter_in(set, i); table++) {
            require(count < room);
            tables[count++] = *table;
        }
    return count;
}

const struct chapter *chapter_of(const struct measure *measure)
{
    const struct chapter *found = NULL;
    for (size_t i = 0; found == NULL && i < chapter_count(); i++) {
        const struct chapter *chapter = chapter_at(i);
        for (size_t j = 0; j < chapter->row_count; j++)
            if (&chapter->rows[j].measure == measure)
                found = chapter;
    }
    require(found != NULL); /* a measure is in one */
    return found;
}
