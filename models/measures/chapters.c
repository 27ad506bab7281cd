#include "measures/chapters.h"

#include "base/require.h"
#include "mechanism.h"

struct chapter_list chapters_list(const struct mechanism *const *all)
{
    struct chapter_list list = {0};
    for (int first = 1; first >= 0; first--)
        for (const struct mechanism *const *one = all; *one != NULL; one++)
            for (const struct chapter *const *chapter = (*one)->chapters; chapter != NULL && *chapter != NULL;
                 chapter++) {
                if ((*chapter)->comes_first != (first == 1))
                    continue;
                require(list.count < MOST_CHAPTERS);
                list.items[list.count++] = *chapter;
            }
    return list;
}

uint64_t chapters_of(const struct chapter_list *list, const struct scenario *scenario)
{
    uint64_t set = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->has == NULL || list->items[i]->has(scenario))
            set |= (uint64_t)1 << i;
    return set;
}

uint64_t chapters_for_all(const struct chapter_list *list)
{
    uint64_t set = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->for_all)
            set |= (uint64_t)1 << i;
    return set;
}

uint64_t chapters_all(const struct chapter_list *list)
{
    return ~(uint64_t)0 >> (MOST_CHAPTERS - list->count);
}

bool chapter_is_whole(const struct chapter *chapter)
{
    return chapter->row_count > 0 && chapter->rows[0].measure.scope == SCOPE_MOVEMENT;
}

size_t chapters_measures(const struct chapter_list *list, uint64_t set, const struct measure **measures,
                         size_t room)
{
    size_t count = 0;
    for (int whole = 0; whole <= 1; whole++)
        for (size_t i = 0; i < list->count; i++) {
            const struct chapter *chapter = list->items[i];
            if (!chapter_in(set, i) || chapter_is_whole(chapter) != (whole == 1))
                continue;
            require(count + chapter->row_count <= room);
            for (size_t j = 0; j < chapter->row_count; j++)
                measures[count++] = &chapter->rows[j].measure;
        }
    return count;
}

size_t chapters_tables(const struct chapter_list *list, uint64_t set, const struct table **tables,
                       size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        for (const struct table *const *table = list->items[i]->tables;
             table != NULL && *table != NULL && chapter_in(set, i); table++) {
            require(count < room);
            tables[count++] = *table;
        }
    return count;
}

const struct chapter *chapter_of(const struct chapter_list *list, const struct measure *measure)
{
    const struct chapter *found = NULL;
    for (size_t i = 0; found == NULL && i < list->count; i++)
        for (size_t j = 0; j < list->items[i]->row_count; j++)
            if (&list->items[i]->rows[j].measure == measure)
                found = list->items[i];
    require(found != NULL); /* a measure is in one */
    return found;
}
