#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/require.h"
#include "scenario/field_inner.h"
#include "scenario/name.h"
#include "scenario/quantity.h"
#include "scenario/quote.h"

enum { MOST_CHOICES_LISTED = 12, MOST_CHOICES = 256 };

/* A value that is being read: what it is for, how it was written, and where its mistakes are reported. */
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

/* Whether all that stands behind a separator of `text` is three digits, so that it may be thousands. */
static bool may_be_thousands(const char *text, char separator)
{
    enum { GROUP = 3 };
    const char *at = strchr(text, separator);
    while (at != NULL && *at == separator) {
        size_t digits = strspn(at + 1, "0123456789");
        if (digits != GROUP)
            return false;
        at += 1 + digits;
    }
    return at != NULL;
}

/* `text` with each `separator` made `by`, or taken out where `by` is NUL. */
static struct quote without(const char *text, char separator, char by)
{
    struct quote plain = quote_of(text);
    size_t kept = 0;
    for (size_t i = 0; plain.text[i] != '\0'; i++)
        if (plain.text[i] != separator)
            plain.text[kept++] = plain.text[i];
        else if (by != '\0')
            plain.text[kept++] = by;
    plain.text[kept] = '\0';
    return plain;
}

static void hint_thousands(const struct parse *parse)
{
    if (strlen(parse->text) < QUOTE_SIZE && may_be_thousands(parse->text, '.'))
        trouble_hint(parse->trouble, "if it is thousands, write `%s`", without(parse->text, '.', '\0').text);
}

static enum status comma_trouble(const struct parse *parse)
{
    node_trouble(parse->trouble, parse->scalar,
                 "`%s` is `%s`, but numbers have a decimal point and no other separators", parse->field->name,
                 quote_of(parse->text).text);
    bool one = strchr(parse->text, ',') == strrchr(parse->text, ',');
    bool thousands = may_be_thousands(parse->text, ',');
    struct quote point = without(parse->text, ',', '.'), none = without(parse->text, ',', '\0');
    if (parse->field->kind == FIELD_COUNT && one && !thousands)
        return STATUS_BAD_INPUT; /* 2,5 is no whole number however it is written */
    if (thousands && one && parse->field->kind != FIELD_COUNT)
        trouble_hint(parse->trouble, "write `%s` or `%s`", none.text, point.text);
    else if (thousands || one)
        trouble_hint(parse->trouble, "write `%s`", thousands ? none.text : point.text);
    return STATUS_BAD_INPUT;
}

/* A thousand in half of Europe, one in the other half. */
static enum status point_trouble(const struct parse *parse)
{
    node_trouble(parse->trouble, parse->scalar, "`%s` is %s, but a whole number has no point in it",
                 parse->field->name, quote_of(parse->text).text);
    struct quote whole = quote_of(parse->text), thousands = without(parse->text, '.', '\0');
    *strchrnul(whole.text, '.') = '\0';
    if (may_be_thousands(parse->text, '.'))
        trouble_hint(parse->trouble, "write `%s` or `%s`", thousands.text, whole.text);
    else if (*whole.text != '\0')
        trouble_hint(parse->trouble, "write `%s`", whole.text);
    return STATUS_BAD_INPUT;
}

static enum status not_this_kind(const struct parse *parse)
{
    char buffer[QUOTE_SIZE];
    const char *example = example_of(parse->field, buffer, sizeof buffer);
    node_trouble(parse->trouble, parse->scalar, "`%s` is `%s`, which is not %s%s%s", parse->field->name,
                 quote_of(parse->text).text, kind_words(parse->field->kind).a_value,
                 example == NULL ? "" : " such as ", example == NULL ? "" : example);
    if (parse->field->kind == FIELD_COUNT)
        hint_thousands(parse);
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
        node_trouble(parse->trouble, parse->scalar, "`%s` is %s, but it must be a whole number", name,
                     value.text);
        hint_thousands(parse);
        break;
    case FAULT_POINT:
        return point_trouble(parse);
    case FAULT_COMMA:
        return comma_trouble(parse);
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
    enum { LEAST_PERCENT = 2, PERCENT = 100 }; /* 1.5 may be 1.5 % and 150 % */
    if (field->kind == FIELD_SHARE && !below && strchr(parse->text, '%') == NULL &&
        canonical >= LEAST_PERCENT && canonical / PERCENT <= field->most)
        trouble_hint(parse->trouble, "write `%s %%`", quote_of(parse->text).text);
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

static enum status find_choice(const struct parse *parse, size_t *which)
{
    const struct field *field = parse->field;
    const char *names[MOST_CHOICES];
    size_t count = 0;
    for (; field->choices[count] != NULL && count < MOST_CHOICES; count++) {
        names[count] = field->choices[count]->name;
        if (strcasecmp(names[count], parse->text) == 0) { /* `Sunday` is sunday */
            *which = count;
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

static enum status parse_choice(const struct parse *parse, const struct choice **value)
{
    size_t which;
    enum status status = find_choice(parse, &which);
    if (status == STATUS_FINE)
        *value = parse->field->choices[which];
    return status;
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
        bool has_unit = strcmp(field_unit(field), "1") != 0;
        reading = field->kind == FIELD_SHARE ? read_share(parse->text, &canonical)
                  : field->kind == FIELD_RATE
                      ? read_rate(parse->text, &canonical)
                      : read_real(parse->text, has_unit ? field->unit : NULL, &canonical);
        memcpy(value, &canonical, sizeof canonical);
    }
    return reading.fault != FAULT_NONE ? fault_trouble(parse, reading) : check_range(parse, canonical);
}

/* A name that may be left out may also be written as nothing. */
static enum status parse_words(const struct parse *parse)
{
    const struct field *field = parse->field;
    if (!field_is_required(field) && *parse->text == '\0')
        return STATUS_FINE;
    if (field->kind == FIELD_NAME)
        return name_check(parse->text, parse->scalar, NAME_IS_VALUE, parse->trouble);
    if (field_is_required(field) && !name_shows_something(parse->text))
        return node_trouble(parse->trouble, parse->scalar, "`%s` shows nothing; give it words", field->name);
    return STATUS_FINE;
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
    case FIELD_NAME:
        *(const char **)value = text;
        return parse_words(&parse);
    case FIELD_CHOICES:
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

/* Whether a single value stands there. */
static enum status needs_value(const struct field *field, const struct node *scalar, struct trouble *trouble)
{
    if (scalar->kind != NODE_SCALAR)
        return node_trouble(trouble, scalar, "`%s` must be %s, but %s stands here", field->name,
                            kind_words(field->kind).a_value,
                            scalar->kind == NODE_LIST ? "a list" : "a map of keys and values");
    if (node_is_empty(scalar))
        return node_trouble(trouble, scalar, "`%s` has no value; give it one or take the line out",
                            field->name);
    return STATUS_FINE;
}

enum status field_parse_choice(const struct field *field, const struct node *scalar, size_t *which,
                               struct trouble *trouble)
{
    const struct parse parse = {field, scalar->text, scalar, trouble};
    enum status status = needs_value(field, scalar, trouble);
    return status == STATUS_FINE ? find_choice(&parse, which) : status;
}

enum status field_parse(const struct field *field, const struct node *scalar, void *value,
                        struct trouble *trouble)
{
    enum status status = needs_value(field, scalar, trouble);
    return status == STATUS_FINE ? field_parse_text(field, scalar->text, scalar, value, trouble) : status;
}

bool field_number(const struct field *field, const char *text, const struct node *blamed, double *canonical,
                  struct trouble *trouble)
{
    union {
        double real;
        int64_t whole;
    } slot = {0};
    require(field_is_number(field));
    if (field_parse_text(field, text, blamed, &slot, trouble) != STATUS_FINE)
        return false;
    *canonical = field->kind == FIELD_COUNT                                    ? (double)slot.whole
                 : field->kind == FIELD_DURATION || field->kind == FIELD_CLOCK ? sim_hours(slot.whole)
                                                                               : slot.real;
    return true;
}
