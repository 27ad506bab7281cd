/* All sections and settings as a chapter of a manual page each. */
#include <stdlib.h>
#include <string.h>

#include "base/roff.h"
#include "scenario/catalogue.h"
#include "scenario/explain.h"
#include "scenario/field_inner.h"

static void say_part(struct text *out, const char *label, const char *words)
{
    if (words == NULL || *words == '\0')
        return;
    text_print(out, "%s ", label);
    roff_text(out, words);
    text_say(out, ".\n");
}

static void say_choices(struct text *out, const struct field *field)
{
    if (field->choices == NULL || field->choices[0] == NULL)
        return;
    text_say(out, ".RS\n");
    for (size_t i = 0; field->choices[i] != NULL; i++)
        roff_item(out, field->choices[i]->name, field->choices[i]->meaning);
    text_say(out, ".RE\n");
}

static const char *default_of(const struct field *field)
{
    const char *usual = field_usual(field);
    return field_is_required(field) ? "must be given" : usual == NULL ? NULL : usual;
}

/* "retention: a share" and below it all that is known of it, in sentences. */
static void say_field(struct text *out, const struct field *field)
{
    struct kind_words kind = kind_words(field->kind);
    struct text range = {0}, plausible = {0};
    const char *unit = field_unit(field);
    text_say(out, ".TP\n.BR ");
    roff_text(out, field->name);
    text_say(out, " \": ");
    roff_text(out, kind.a_value);
    if (default_of(field) != NULL) {
        struct text usual = {0};
        text_print(&usual, field_is_required(field) ? " (%s)" : ", default %s", default_of(field));
        for (char *at = usual.bytes; *at != '\0'; at++) /* a quotation mark would end the argument of .BR */
            if (*at == '"' || *at == '\n')
                *at = *at == '"' ? '\'' : ' ';
        roff_text(out, usual.bytes);
        text_free(&usual);
    }
    text_say(out, "\"\n");
    roff_text(out, field->meaning);
    text_say(out, ".\n");
    field_write_range(field, &range);
    field_write_plausible(field, &plausible);
    say_part(out, "Allowed:", range.bytes);
    if (strcmp(unit, "1") != 0)
        say_part(out, "Unit:", unit);
    say_part(out, "Plausible:", plausible.bytes);
    if (field->observable)
        text_say(out, "You can count or time it where you are.\n");
    if (field->ground != GROUND_CHOICE)
        say_part(out, "Ground:", ground_name(field->ground));
    say_part(out, "Source:", field->source);
    if (field->section != NULL)
        say_part(out, "What is inside: section", field->section->name);
    say_choices(out, field);
    text_free(&range);
    text_free(&plausible);
}

void explain_roff(const struct section *root, const char *heading, struct text *out)
{
    struct catalogue *catalogue = catalogue_new(root);
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        if (i == 0)
            text_say(out, ".SH ");
        else
            text_say(out, ".SS ");
        roff_text(out, i == 0 ? heading : *entry->path == '\0' ? entry->section->name : entry->path);
        text_say(out, "\n");
        if (i > 0 && strcmp(entry->path, entry->section->name) != 0) {
            text_say(out, "Section ");
            roff_text(out, entry->section->name);
            text_say(out, ".\n");
        }
        roff_text(out, entry->section->meaning);
        text_say(out, "\n");
        for (size_t j = 0; j < entry->section->count; j++)
            say_field(out, &entry->section->fields[j]);
    }
    free(catalogue);
}
