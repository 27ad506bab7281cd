#include <string.h>

#include "base/require.h"
#include "scenario/field_inner.h"
#include "scenario/quantity.h"

void field_write_number(const struct field *field, double canonical, struct text *out)
{
    const char *like = field_usual(field);
    if (field->kind == FIELD_SHARE)
        write_share(out, canonical, like);
    else if (field->kind == FIELD_DURATION)
        write_duration(out, sim_time_from_hours(canonical), like == NULL ? field_unit(field) : like);
    else if (field->kind == FIELD_RATE)
        write_rate(out, canonical, like);
    else if (field->kind == FIELD_CLOCK)
        write_clock(out, sim_time_from_hours(canonical));
    else
        write_real(out, canonical, field->kind == FIELD_REAL ? like : NULL);
}

void field_write_range(const struct field *field, struct text *out)
{
    if (!field_has_range(field))
        return;
    if (field->kind == FIELD_LIST || field->kind == FIELD_NAMED) {
        text_print(out, "%.0f to %.0f entries", field->least, field->most);
        return;
    }
    field_write_number(field, field->least, out);
    text_say(out, " to ");
    field_write_number(field, field->most, out);
}

static void write_numbers(const struct field_list *numbers, struct text *out)
{
    text_say(out, "[");
    for (size_t i = 0; i < numbers->count; i++) {
        text_say(out, i == 0 ? "" : ", ");
        write_real(out, ((const double *)numbers->items)[i], NULL);
    }
    text_say(out, "]");
}

static void write_real_slot(const struct field *field, const void *value, struct text *out)
{
    double real;
    memcpy(&real, value, sizeof real);
    field_write_number(field, real, out);
}

static void write_span_slot(const struct field *field, const void *value, struct text *out)
{
    sim_time span;
    memcpy(&span, value, sizeof span);
    if (field->kind == FIELD_CLOCK)
        write_clock(out, span);
    else
        write_duration(out, span, field_usual(field) == NULL ? field_unit(field) : field_usual(field));
}

static void write_choices(const struct field *field, uint64_t choices, struct text *out)
{
    bool several = (choices & (choices - 1)) != 0;
    text_say(out, several ? "[" : "");
    for (size_t i = 0, written = 0; field->choices[i] != NULL; i++)
        if ((choices >> i & 1) != 0)
            text_print(out, "%s%s", written++ == 0 ? "" : ", ", field->choices[i]->name);
    text_say(out, several ? "]" : "");
}

void field_write_plausible(const struct field *field, struct text *out)
{
    if (field->plausible_least == NULL || field->plausible_most == NULL)
        return;
    text_print(out, "%s to %s (%s)", field->plausible_least, field->plausible_most,
               field->plausible_ground == NULL ? "a guess" : field->plausible_ground);
}

void field_write_value(const struct field *field, const void *value, struct text *out)
{
    switch (field->kind) {
    case FIELD_REAL:
    case FIELD_SHARE:
    case FIELD_RATE:
        write_real_slot(field, value, out);
        break;
    case FIELD_DURATION:
    case FIELD_CLOCK:
        write_span_slot(field, value, out);
        break;
    case FIELD_COUNT:
        text_print(out, "%lld", (long long)*(const int64_t *)value);
        break;
    case FIELD_SWITCH:
        text_say(out, *(const bool *)value ? "yes" : "no");
        break;
    case FIELD_TEXT:
    case FIELD_NAME:
        text_say(out, *(const char *const *)value == NULL ? "" : *(const char *const *)value);
        break;
    case FIELD_CHOICE:
        text_say(out, *(const struct choice *const *)value == NULL
                          ? ""
                          : (*(const struct choice *const *)value)->name);
        break;
    case FIELD_CHOICES:
        write_choices(field, *(const uint64_t *)value, out);
        break;
    case FIELD_NUMBERS:
        write_numbers(value, out);
        break;
    case FIELD_SECTION:
    case FIELD_LIST:
    case FIELD_NAMED:
    case FIELD_TREE:
        require(kind_is_scalar(field->kind) || field->kind == FIELD_NUMBERS || field->kind == FIELD_CHOICES);
    }
}

char *field_write(const struct field *field, const void *settings, struct arena *arena)
{
    struct text out = {0};
    field_write_value(field, (const char *)settings + field->offset, &out);
    char *written = arena_text(arena, out.bytes == NULL ? "" : out.bytes, out.length);
    text_free(&out);
    return written;
}
