/* Notes on methods that cannot change the headline measure, and on silence that cannot do what it is to do.
 */
#include "checking.h"
#include "gathering/gathering.h"
#include "gathering/silence.h"
#include "inquiries/inquiries.h"

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

/* Stages of silence in the methods of the calendar, and those of them that are about something. */
struct silences {
    uint32_t all, about;
};

static struct silences silences_of(const struct field_list *calendar)
{
    struct silences silences = {0, 0};
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++) {
        const struct stage *stages = lines[i].method == NULL ? NULL : lines[i].method->stages.items;
        for (size_t j = 0; stages != NULL && j < lines[i].method->stages.count; j++) {
            silences.all += stages[j].verb->reflects ? 1 : 0;
            silences.about += stages[j].verb->reflects && silence_is_about(&stages[j]) ? 1 : 0;
        }
    }
    return silences;
}

static bool anything_to_notice(const struct field_list *inquiries)
{
    const struct inquiry_settings *all = inquiries->items;
    for (size_t i = 0; i < inquiries->count; i++)
        if (all[i].insights > 0)
            return true;
    return false;
}

static void note_silence(const struct checking *checking)
{
    const struct reflection_settings *reflection = checking_settings(checking, &reflection_section);
    struct node *given = node_at(checking->tree, "reflection");
    struct silences silences = silences_of(checking_settings(checking, &calendar_section));
    const struct node *own_mind = node_at(given, "own_mind");
    if (given == NULL || told_about(checking->trouble, given))
        return;
    const struct field_list *inquiries = checking_settings(checking, &inquiry_section);
    const struct node *incubation = node_at(given, "incubation");
    if (silences.all == 0 && (reflection->calm > 0 || reflection->own_mind > 0 || reflection->incubation > 0))
        checking_note(checking, given,
                      "note: no session of the calendar has a stage of silence (`do: reflect`), so "
                      "`reflection` does nothing in them");
    else if (silences.about == 0 && reflection->own_mind > 0 && own_mind != NULL)
        checking_note(checking, own_mind,
                      "note: no stage of silence (`do: reflect`) says what it is about, as in `matter: "
                      "question`, so `own_mind` does nothing in the sessions of the calendar");
    else if (incubation != NULL && reflection->incubation > 0 && !anything_to_notice(inquiries))
        checking_note(checking, incubation,
                      "note: no inquiry of this scenario has `insights`, so in a silence there is nothing to "
                      "notice, and `incubation` does nothing");
}

void gathering_note(const struct checking *checking)
{
    calendar_each_held(checking, note_unseen);
    note_silence(checking);
}
