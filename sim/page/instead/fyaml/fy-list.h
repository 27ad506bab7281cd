/* Lists in rings, under the names that libfyaml calls them by.
 *
 * The file of this name in libfyaml 0.7.12 is under the GPL-2; a page is passed on as a whole, so it holds
 * this one in its place.
 */
#ifndef INSTEAD_FY_LIST_H
#define INSTEAD_FY_LIST_H

#include <stdbool.h>
#include <stddef.h>

#define container_of(member_at, type, member) ((type *)((char *)(member_at)-offsetof(type, member)))

/* A member of a ring; the ring's own one, which is none of its entries, stands for it. */
struct list_head {
    struct list_head *next, *prev;
};

static inline void INIT_LIST_HEAD(struct list_head *ring)
{
    ring->next = ring->prev = ring;
}

static inline bool list_empty(const struct list_head *ring)
{
    return ring->next == ring;
}

static inline bool list_is_singular(const struct list_head *ring)
{
    return !list_empty(ring) && ring->next == ring->prev;
}

static inline void instead_tie(struct list_head *before, struct list_head *after)
{
    before->next = after;
    after->prev = before;
}

static inline void list_add(struct list_head *entry, struct list_head *before)
{
    struct list_head *after = before->next;
    instead_tie(before, entry);
    instead_tie(entry, after);
}

static inline void list_add_tail(struct list_head *entry, struct list_head *after)
{
    list_add(entry, after->prev);
}

static inline void list_del(struct list_head *entry)
{
    instead_tie(entry->prev, entry->next);
}

/* All entries of `from` behind `before`; `from` is not a ring any more. */
static inline void list_splice(struct list_head *from, struct list_head *before)
{
    if (list_empty(from))
        return;
    struct list_head *after = before->next, *last = from->prev;
    instead_tie(before, from->next);
    instead_tie(last, after);
}

#define list_entry(at, type, member)       container_of(at, type, member)
#define list_first_entry(at, type, member) list_entry((at)->next, type, member)
#define list_last_entry(at, type, member)  list_entry((at)->prev, type, member)

#endif
