/* Numbers of minutes laid upon a scenario of the user's: its own text, with comments and all, and a few words
 * of it exchanged or added. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "program/carry_out.h"
#include "program/minutes_scenario.h"

enum { MOST_EDITS = 4 };

/* Bytes of the text that others take the place of. */
struct edit {
    size_t at, length, order; /* order: of those at one place */
    const char *with;
};

struct laying {
    struct call *call;
    struct node *tree;
    struct edit edits[MOST_EDITS];
    size_t edit_count;
};

/* --- places in the text --- */

static size_t bytes_of(const char *text, size_t left, int columns)
{
    size_t at = 0;
    for (int i = 0; i < columns && at < left; i++) {
        const size_t sequence = utf8_sequence(text + at, left - at);
        at += sequence == 0 ? 1 : sequence;
    }
    return at;
}

static size_t place_of(const struct document *document, int line, int column)
{
    size_t at = 0;
    for (int i = 1; i < line && at < document->length; i++) {
        const char *newline = memchr(document->text + at, '\n', document->length - at);
        at = newline == NULL ? document->length : (size_t)(newline - document->text) + 1;
    }
    return at + bytes_of(document->text + at, document->length - at, column - 1);
}

static void edit_add(struct laying *laying, size_t at, size_t length, const char *with)
{
    laying->edits[laying->edit_count] = (struct edit){at, length, laying->edit_count, with};
    laying->edit_count++;
}

static int by_place(const void *a, const void *b)
{
    const struct edit *one = a, *other = b;
    return one->at != other->at ? (one->at > other->at) - (one->at < other->at)
                                : (one->order > other->order) - (one->order < other->order);
}

static void apply_edits(struct laying *laying, struct text *out)
{
    const struct document *document = laying->tree->document;
    size_t done = 0;
    qsort(laying->edits, laying->edit_count, sizeof *laying->edits, by_place);
    for (size_t i = 0; i < laying->edit_count; i++) {
        const struct edit *edit = &laying->edits[i];
        text_add(out, document->text + done, edit->at - done);
        text_say(out, edit->with);
        done = edit->at + edit->length;
    }
    text_add(out, document->text + done, document->length - done);
    if (out->length > 0 && out->bytes[out->length - 1] != '\n')
        text_say(out, "\n");
}

/* --- one setting of `proposals` --- */

/* "per_day", "3 /d": over the value that stands there, or before what else does; behind everything where
 * there is no such section. */
static void lay_setting(struct laying *laying, const char *key, const char *value, struct text *behind)
{
    struct arena *arena = &laying->call->arena;
    const struct document *document = laying->tree->document;
    struct node *section = node_at(laying->tree, "proposals"), *old = node_at(section, key);
    if (section == NULL) {
        text_print(behind, "%s  %s: %s\n", behind->length == 0 ? "proposals:\n" : "", key, value);
        return;
    }
    if (old != NULL) {
        const size_t at = place_of(document, old->line, old->column);
        edit_add(laying, at, bytes_of(document->text + at, document->length - at, old->width), value);
        return;
    }
    const size_t at = place_of(document, section->line, section->column);
    if (section->first == NULL) /* empty braces */
        edit_add(laying, at + 1, 0,
                 arena_print(arena, "%s%s: %s", laying->edit_count == 0 ? "" : ", ", key, value));
    else if (document->text[at] == '{')
        edit_add(laying, at + 1, 0, arena_print(arena, "%s: %s, ", key, value));
    else
        edit_add(laying, place_of(document, section->first->key_line, section->first->key_column), 0,
                 arena_print(arena, "%s: %s\n%*s", key, value, section->first->key_column - 1, ""));
}

/* --- all of it --- */

static bool can_be_laid(const struct minutes_told *told, const struct laying *laying)
{
    struct trouble *trouble = &laying->call->trouble;
    const struct node *found = node_at(laying->tree, "found"), *first = laying->tree->first,
                      *proposals = node_at(laying->tree, "proposals");
    if (laying->tree->kind != NODE_MAP || first == NULL || first->key_column != 1)
        node_trouble(trouble, laying->tree,
                     "write the keys of this scenario at the beginning of lines, so "
                     "that others can be laid upon it");
    else if (found != NULL)
        node_key_trouble(trouble, found,
                         "`found` stands here already; take it out first, so that nothing is lost unseen");
    else if (proposals != NULL && proposals->kind != NODE_MAP)
        node_key_trouble(trouble, proposals, "nothing stands under `proposals`; take it out first");
    else if (told->found.count == 0 && isnan(told->load.a_day))
        return call_trouble(laying->call, STATUS_BAD_INPUT,
                            "%s says nothing that could be laid upon a scenario",
                            told->load.file) == STATUS_FINE;
    else
        return true;
    return false;
}

/* The fit, and the worlds that it takes where there are none. */
static void lay_fit(const struct minutes_told *told, struct laying *laying, struct text *out,
                    struct trouble *unused)
{
    struct node *sensitivity = node_at(laying->tree, "sensitivity"), *by = node_at(sensitivity, "by");
    if (node_at(laying->tree, "fit") != NULL || !minutes_can_fit(told))
        return;
    if (by != NULL && (by->kind != NODE_SCALAR || strcmp(by->text, "sample") != 0)) {
        node_trouble(unused, by, "`fit` is read with `sensitivity: {by: sample}`, and so it was not added");
        return;
    }
    if (sensitivity == NULL && node_at(laying->tree, "over") != NULL)
        text_print(out, "%.*s", (int)strcspn(minutes_worlds, "\n") + 1, minutes_worlds);
    else if (sensitivity == NULL)
        text_say(out, minutes_worlds);
    minutes_line(out, "fit: {keep: 10 %}", "of the first design; another one by `design: NAME`");
}

/* Designs that say more of the proposals than the scenario does. */
static void say_designs_of_their_own(const struct laying *laying, struct trouble *unused)
{
    struct node *designs = node_at(laying->tree, "designs");
    for (struct node *design = designs == NULL ? NULL : designs->first; design != NULL;
         design = design->next) {
        const struct node *own = node_at(design, "proposals");
        if (own != NULL)
            node_key_trouble(unused, own,
                             "this design says itself how proposals are, and keeps what it says");
    }
}

/* The user's scenario with these facets, to try them. */
struct trial {
    const struct minutes_told *told;
    struct laying laying;
};

static void lay_proposals(const struct minutes_told *told, struct laying *laying, const char *facets,
                          struct text *out)
{
    struct text behind = {0};
    if (!isnan(told->load.a_day))
        lay_setting(laying, "per_day", arena_print(&laying->call->arena, "%.4g /d", told->load.a_day),
                    &behind);
    if (facets != NULL)
        lay_setting(laying, "facets", facets, &behind);
    apply_edits(laying, out);
    text_say(out, behind.length > 0 ? behind.bytes : "");
    text_free(&behind);
}

static void write_trial(const void *asker, const char *facets, struct text *out)
{
    const struct trial *trial = asker;
    struct laying laying = trial->laying;
    const char *number = facets + strcspn(facets, "0123456789");
    lay_proposals(trial->told, &laying, arena_text(&laying.call->arena, number, strspn(number, "0123456789")),
                  out);
}

static enum status find_facets(const struct minutes_told *told, const struct laying *laying,
                               const char **facets, const char **comment)
{
    const struct trial trial = {told, *laying};
    const struct facets_wanted wanted = {told->load.minutes.mean, &trial, write_trial};
    struct facets_tried tried;
    if (told->load.minutes.count == 0)
        return STATUS_FINE;
    enum status status = facets_try(laying->call, &wanted, &tried);
    *facets = arena_print(&laying->call->arena, "%d", tried.facets);
    *comment = status == STATUS_FINE ? minutes_facets_from(&wanted, &tried, &laying->call->arena) : NULL;
    return status;
}

static void say_laid(const struct minutes_told *told, const char *facets, struct arena *arena,
                     struct text *out)
{
    text_print(out, "\n# Laid upon this scenario by `groundswell record` from %s:\n", told->load.file);
    minutes_say_unused(told, out);
    if (!isnan(told->load.a_day))
        text_print(out, "# proposals.per_day: %s\n", minutes_rate_from(told, arena));
    if (facets != NULL)
        text_print(out, "# proposals.facets: %s\n", facets);
    if (told->load.present.count > 0)
        text_print(out,
                   "# Not laid: %.4g people came to a session (%.4g to %.4g); `heads: %.0f` in a line of the "
                   "calendar says so.\n",
                   told->load.present.mean, told->load.present.least, told->load.present.most,
                   round(told->load.present.mean));
}

enum status minutes_onto_write(struct call *call, const struct minutes_told *told, const char *path,
                               struct text *scenario, struct trouble *unused)
{
    struct arena *arena = &call->arena;
    struct experiment_request request;
    const char *facets = NULL, *comment = NULL;
    enum status status = request_of(call, path, &request);
    if (status != STATUS_FINE)
        return status;
    if (experiment_load(&request, arena, &call->trouble) == NULL)
        return trouble_status(&call->trouble);
    struct laying laying = {.call = call};
    laying.tree = node_read_file(request.path, arena, &call->trouble);
    if (laying.tree == NULL || !can_be_laid(told, &laying))
        return trouble_status(&call->trouble);
    status = find_facets(told, &laying, &facets, &comment);
    if (status != STATUS_FINE)
        return status;
    lay_proposals(told, &laying, facets, scenario);
    say_laid(told, comment, arena, scenario);
    minutes_say_found(told, scenario);
    lay_fit(told, &laying, scenario, unused);
    say_designs_of_their_own(&laying, unused);
    return minutes_check(call, arena_print(arena, "%s with the minutes", path), scenario);
}
