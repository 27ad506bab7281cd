#include <string.h>

#include "scenario/field_inner.h"

struct sounding {
    struct text *mistakes;
    bool sound;
};

static void sound_tell(struct sounding *sounding, const struct section *section, const struct field *field,
                       const char *mistake)
{
    text_print(sounding->mistakes, "%s.%s: %s\n", section->name, field->name, mistake);
    sounding->sound = false;
}

static void check_default(struct sounding *sounding, const struct section *section, const struct field *field)
{
    const char *usual = field_usual(field);
    if (usual == NULL || !kind_is_scalar(field->kind))
        return;
    if (field->kind == FIELD_CHOICE && (field->choices == NULL || field->choices[0] == NULL))
        return;
    union {
        double real;
        int64_t whole;
        const void *pointer;
    } slot = {0};
    const struct document document = {"(default)", usual, strlen(usual)};
    const struct node blamed = {.kind = NODE_SCALAR, .document = &document, .line = 1, .text = usual};
    struct trouble trouble = {0};
    field_parse_text(field, usual, &blamed, &slot, &trouble);
    for (size_t i = 0; i < trouble.count; i++)
        sound_tell(sounding, section, field, trouble.complaints[i].sentence);
    trouble_free(&trouble);
}

/* The text as a number, for comparison; false and the mistake told when it is none that is allowed. */
static bool number_of(struct sounding *sounding, const struct section *section, const struct field *field,
                      const char *text, double *number)
{
    const struct document document = {"(plausible)", text, strlen(text)};
    const struct node blamed = {.kind = NODE_SCALAR, .document = &document, .line = 1, .text = text};
    struct trouble trouble = {0};
    bool fine = field_number(field, text, &blamed, number, &trouble);
    for (size_t i = 0; i < trouble.count; i++)
        sound_tell(sounding, section, field, trouble.complaints[i].sentence);
    trouble_free(&trouble);
    return fine;
}

/* A number of the theory has a plausible range; it lies in the one that is allowed, and the default in it. */
static void check_plausible(struct sounding *sounding, const struct section *section,
                            const struct field *field)
{
    bool given = field->plausible_least != NULL && field->plausible_most != NULL;
    if (field_is_uncertain(field) != given) {
        sound_tell(sounding, section, field,
                   given ? "a free choice has no plausible range" : "it has no plausible range");
        return;
    }
    double least, most, usual;
    if (!given || !number_of(sounding, section, field, field->plausible_least, &least) ||
        !number_of(sounding, section, field, field->plausible_most, &most))
        return;
    if (least >= most)
        sound_tell(sounding, section, field, "its plausible range is empty");
    if (field_usual(field) != NULL && number_of(sounding, section, field, field_usual(field), &usual) &&
        (usual < least || usual > most))
        sound_tell(sounding, section, field, "its default is not plausible");
}

static void check_field(struct sounding *sounding, const struct section *section, const struct field *field)
{
    bool nested = field->kind == FIELD_SECTION || field->kind == FIELD_LIST || field->kind == FIELD_NAMED;
    if (field->meaning == NULL || *field->meaning == '\0')
        sound_tell(sounding, section, field, "it has no meaning");
    if (field->ground != GROUND_CHOICE && (field->source == NULL || *field->source == '\0'))
        sound_tell(sounding, section, field, "its ground needs a source");
    bool chosen = field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES;
    if (chosen && (field->choices == NULL || field->choices[0] == NULL))
        sound_tell(sounding, section, field, "it has no choices");
    if (nested && field->section == NULL)
        sound_tell(sounding, section, field, "it has no section");
    if (field->least > field->most)
        sound_tell(sounding, section, field, "its least is more than its most");
    if (field->offset >= section->size)
        sound_tell(sounding, section, field, "it lies outside the settings");
    if (field->kind == FIELD_SECTION && field->section != NULL &&
        field->offset + field->section->size > section->size)
        sound_tell(sounding, section, field, "it reaches outside the settings");
    if (field->observable && !field_is_uncertain(field))
        sound_tell(sounding, section, field, "only a number that is no free choice is said to be observable");
    check_default(sounding, section, field);
    check_plausible(sounding, section, field);
}

bool section_is_sound(const struct section *section, struct text *mistakes)
{
    struct sounding sounding = {mistakes, true};
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        check_field(&sounding, section, field);
        for (size_t j = 0; j < i; j++) {
            if (strcmp(section->fields[j].name, field->name) == 0)
                sound_tell(&sounding, section, field, "another field has this name");
            if (section->fields[j].offset == field->offset)
                sound_tell(&sounding, section, field, "another field has this place");
        }
    }
    return sounding.sound;
}
