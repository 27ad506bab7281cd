#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/require.h"
#include "scenario/field_inner.h"
#include "scenario/quantity.h"
#include "scenario/quote.h"

enum { MOST_CHOICES_LISTED = 12, MOST_CHOICES = 256 };

/* A value on its way: what it is for, how it was written, and who hears what is wrong with it. */
struct parse {
    const struct field *field;
    const char *text;
    const struct node *scalar;
    struct trouble *trouble;
};

static const char *example_of(const struct field *field, char *buffer, size_t size)
{
    if (field_usual(field) == NULL || field->kind == FIELD_CLOCK) /* midnight teaches nothing */
        return kind_words(field->kind).example;
    snprintf(buffer, size, "`%s`", field->usual);
    return buffer;
}

/* A comma stands for the decimal point in half of the world. */
static void hint_comma(const struct parse *parse)
{
    if (strchr(parse->text, ',') != NULL)
        trouble_hint(parse->trouble, "numbers have a decimal point and no other separators, as in 1500.5");
}

static enum status not_this_kind(const struct parse *parse)
{
    char buffer[QUOTE_SIZE];
    const char *example = example_of(parse->field, buffer, sizeof buffer);
    node_trouble(parse->trouble, parse->scalar, "`%s` is `%s`, which is not %s%s%s", parse->field->name,
                 quote_of(parse->text).text, kind_words(parse->field->kind).a_value,
                 example == NULL ? "" : " such as ", example == NULL ? "" : example);
    if (kind_words(parse->field->kind).example != NULL)
        hint_comma(parse);
    return STATUS_BAD_INPUT;
}

static enum status needs_unit(const struct parse *parse)
{
    char buffer[QUOTE_SIZE];
    return node_trouble(parse->trouble, parse->scalar, "`%s` needs a unit: %s, as in %s", parse->field->name,
                        parse->field->kind == FIELD_RATE ? RATE_UNITS : DURATION_UNITS,
                        example_of(parse->field, buffer, sizeof buffer));
}

static enum status wrong_unit(const struct parse *parse, struct reading reading)
{
    const struct field *field = parse->field;
    char word[QUOTE_SIZE];
    snprintf(word, sizeof word, "%.*s",
             (int)(reading.unit_length < QUOTE_SIZE ? reading.unit_length : QUOTE_SIZE - 1), reading.unit);
    const char *units = NULL, *meant = NULL;
    if (field->kind == FIELD_DURATION) {
        units = DURATION_UNITS;
        meant = duration_unit_meant(reading.unit, reading.unit_length);
    } else if (field->kind == FIELD_RATE) {
        units = RATE_UNITS;
        meant = rate_unit_meant(reading.unit, reading.unit_length);
    } else if (field->kind == FIELD_SHARE) {
        units = "% or none";
    } else {
        return not_this_kind(parse);
    }
    node_trouble(parse->trouble, parse->scalar, "`%s` is `%s`, but %s has no unit `%s`; there are %s",
                 field->name, quote_of(parse->text).text, kind_words(field->kind).a_value,
                 quote_of(word).text, units);
    if (meant != NULL)
        trouble_hint(parse->trouble, "did you mean `%s`?", meant);
    else
        hint_comma(parse);
    return STATUS_BAD_INPUT;
}

static enum status fault_trouble(const struct parse *parse, struct reading reading)
{
    const char *name = parse->field->name;
    struct quote value = quote_of(parse->text);
    switch (reading.fault) {
    case FAULT_NONE:
        return STATUS_FINE;
    case FAULT_NO_NUMBER:
        return not_this_kind(parse);
    case FAULT_NO_UNIT:
        return needs_unit(parse);
    case FAULT_WRONG_UNIT:
        return wrong_unit(parse, reading);
    case FAULT_TOO_LARGE:
        if (parse->field->kind == FIELD_CLOCK)
            return node_trouble(parse->trouble, parse->scalar,
                                "`%s` is %s, but a day goes from 00:00 to 23:59:59", name, value.text);
        return node_trouble(parse->trouble, parse->scalar, "`%s` is %s, which is too large to be held", name,
                            value.text);
    case FAULT_TOO_SMALL:
        return node_trouble(parse->trouble, parse->scalar,
                            "`%s` is %s, which is too small to tell from zero; write 0", name, value.text);
    case FAULT_ORDER:
        return node_trouble(
            parse->trouble, parse->scalar,
            "`%s` is `%s`; the parts of a duration go from large to small, each once, as in `1 h 30 min`",
            name, value.text);
    case FAULT_NEGATIVE:
        return node_trouble(parse->trouble, parse->scalar, "`%s` is %s, but %s cannot be negative", name,
                            value.text, kind_words(parse->field->kind).a_value);
    case FAULT_NOT_WHOLE:
        return node_trouble(parse->trouble, parse->scalar, "`%s` is %s, but it must be a whole number", name,
                            value.text);
    }
    return STATUS_BAD_INPUT;
}

static enum status check_range(const struct parse *parse, double canonical)
{
    const struct field *field = parse->field;
    bool below = canonical < field->least;
    if (!field_has_range(field) || (!below && canonical <= field->most))
        return STATUS_FINE;
    struct text bound = {0};
    struct field as_written = *field;
    if (field->kind == FIELD_SHARE) /* percent against percent, bare against bare */
        as_written.usual = parse->text;
    field_write_number(&as_written, below ? field->least : field->most, &bound);
    node_trouble(parse->trouble, parse->scalar, "`%s` is %s, which is %s than %s, the %s it can be",
                 field->name, quote_of(parse->text).text, below ? "less" : "more", bound.bytes,
                 below ? "least" : "most");
    text_free(&bound);
    return STATUS_BAD_INPUT;
}

static enum status parse_switch(const struct parse *parse, bool *value)
{
    static const char *const words[] = {"yes", "no", "true", "false", "on", "off"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcasecmp(parse->text, words[i]) == 0) {
            *value = i % 2 == 0;
            return STATUS_FINE;
        }
    return node_trouble(parse->trouble, parse->scalar, "`%s` is `%s`, but it must be yes or no",
                        parse->field->name, quote_of(parse->text).text);
}

static enum status parse_choice(const struct parse *parse, const struct choice **value)
{
    const struct field *field = parse->field;
    const char *names[MOST_CHOICES];
    size_t count = 0;
    for (; field->choices[count] != NULL && count < MOST_CHOICES; count++) {
        names[count] = field->choices[count]->name;
        if (strcmp(names[count], parse->text) == 0) {
            *value = field->choices[count];
            return STATUS_FINE;
        }
    }
    struct text list = {0};
    for (size_t i = 0; i < count && i < MOST_CHOICES_LISTED; i++)
        text_print(&list, "%s%s", i == 0 ? "" : i + 1 == count ? " or " : ", ", names[i]);
    if (count > MOST_CHOICES_LISTED)
        text_say(&list, " or another");
    node_trouble(parse->trouble, parse->scalar, "`%s` is `%s`, but it must be %s", field->name,
                 quote_of(parse->text).text, list.bytes);
    text_free(&list);
    const char *near = nearest_word(parse->text, names, count);
    if (near != NULL)
        trouble_hint(parse->trouble, "did you mean `%s`?", near);
    return STATUS_BAD_INPUT;
}

static enum status parse_number(const struct parse *parse, void *value)
{
    const struct field *field = parse->field;
    struct reading reading = {0};
    double canonical = 0;
    if (field->kind == FIELD_COUNT) {
        int64_t count = 0;
        reading = read_count(parse->text, &count);
        canonical = (double)count;
        memcpy(value, &count, sizeof count);
    } else if (field->kind == FIELD_DURATION || field->kind == FIELD_CLOCK) {
        sim_time span = 0;
        reading =
            field->kind == FIELD_CLOCK ? read_clock(parse->text, &span) : read_duration(parse->text, &span);
        canonical = sim_hours(span);
        memcpy(value, &span, sizeof span);
    } else {
        bool has_unit = field->unit != NULL && strcmp(field->unit, "1") != 0;
        reading = field->kind == FIELD_SHARE ? read_share(parse->text, &canonical)
                  : field->kind == FIELD_RATE
                      ? read_rate(parse->text, &canonical)
                      : read_real(parse->text, has_unit ? field->unit : NULL, &canonical);
        memcpy(value, &canonical, sizeof canonical);
    }
    return reading.fault != FAULT_NONE ? fault_trouble(parse, reading) : check_range(parse, canonical);
}

enum status field_parse_text(const struct field *field, const char *text, const struct node *scalar,
                             void *value, struct trouble *trouble)
{
    struct parse parse = {field, text, scalar, trouble};
    switch (field->kind) {
    case FIELD_REAL:
    case FIELD_COUNT:
    case FIELD_SHARE:
    case FIELD_DURATION:
    case FIELD_RATE:
    case FIELD_CLOCK:
        return parse_number(&parse, value);
    case FIELD_SWITCH:
        return parse_switch(&parse, value);
    case FIELD_CHOICE:
        return parse_choice(&parse, value);
    case FIELD_TEXT:
        *(const char **)value = text;
        return STATUS_FINE;
    case FIELD_NUMBERS:
    case FIELD_SECTION:
    case FIELD_LIST:
    case FIELD_NAMED:
    case FIELD_TREE:
        break;
    }
    require(kind_is_scalar(field->kind));
    return STATUS_BUG;
}

enum status field_parse(const struct field *field, const struct node *scalar, void *value,
                        struct trouble *trouble)
{
    if (scalar->kind != NODE_SCALAR)
        return node_trouble(trouble, scalar, "`%s` must be %s, but %s stands here", field->name,
                            kind_words(field->kind).a_value,
                            scalar->kind == NODE_LIST ? "a list" : "a map of keys and values");
    if (node_is_empty(scalar))
        return node_trouble(trouble, scalar, "`%s` has no value; give it one or take the line out",
                            field->name);
    return field_parse_text(field, scalar->text, scalar, value, trouble);
}
