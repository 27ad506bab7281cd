/* Notes on methods that cannot change the headline measure. */
#include "checking.h"
#include "gathering/gathering.h"

static void note_unseen(const struct checking *checking, const struct calendar_entry *entry,
                        const struct node *where)
{
    bool proposals = checking->subject == SUBJECT_PROPOSALS && !method_meets_proposals(entry->method);
    bool questions = checking->subject == SUBJECT_QUESTIONS && !method_meets_questions(entry->method);
    if (!proposals && !questions)
        return;
    checking_note(
        checking, where,
        arena_print(checking->arena,
                    "note: `%s` talks about no %s, and the headline `%s` is about %ss: what this method "
                    "gives does not show in it",
                    entry->hold, proposals ? "proposal" : "question", checking->headline,
                    proposals ? "proposal" : "question"));
}

void calendar_each_held(const struct checking *checking, held_look *look)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    const struct node *list = node_at(checking->tree, "calendar");
    struct node *map = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < calendar->count && map != NULL; i++, map = map->next) {
        const struct node *hold = node_at(map, "hold");
        if (hold != NULL && lines[i].method != NULL && !told_about(checking->trouble, hold))
            look(checking, &lines[i], hold);
    }
}

void gathering_note(const struct checking *checking)
{
    calendar_each_held(checking, note_unseen);
}
