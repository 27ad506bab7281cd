/* Bytes taken for choices among all that the tables of fields allow: a scenario with a method of its own,
 * nearly always sound, and rarely one that anybody would write. What is rare in files that people write is
 * met here. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "experiment/experiment.h"
#include "small_run.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct choices {
    const uint8_t *bytes;
    size_t left;
};

static unsigned choose(struct choices *choices, unsigned bound)
{
    if (choices->left == 0)
        return 0;
    choices->left--;
    return *choices->bytes++ % bound;
}

/* The bounds, the middle, and what is usual for other fields. */
static double number_for(struct choices *choices, const struct field *field)
{
    static const double some[] = {0.5, 1, 2, 0.1, 10, 0.01, 3, 1.0 / 60, 24, 5};
    bool bounded = field->least < 0 || field->most > 0;
    double least = bounded ? field->least : 0, most = bounded ? field->most : 1;
    unsigned which = choose(choices, 14);
    double number = which == 0   ? least
                    : which == 1 ? most
                    : which == 2 ? (least + most) / 2
                                 : some[which % 10];
    return fmin(fmax(number, least), most);
}

static void write_choice(struct choices *choices, const struct field *field, struct text *out)
{
    unsigned count = 0;
    while (field->choices[count] != NULL)
        count++;
    text_say(out, field->choices[choose(choices, count)]->name);
}

static void write_value(struct choices *choices, const struct field *field, struct text *out)
{
    enum { FEW = 40 };
    double hours;
    switch (field->kind) {
    case FIELD_COUNT:
        text_print(out, "%.0f", fmin(fmax(field->least, choose(choices, FEW)), field->most));
        break;
    case FIELD_SWITCH:
        text_say(out, choose(choices, 2) == 0 ? "no" : "yes");
        break;
    case FIELD_DURATION:
        hours = number_for(choices, field);
        text_print(out, "%.0f us", fmax(1, hours * 3.6e9));
        break;
    case FIELD_RATE:
        text_print(out, "%.9f /h", fmax(1e-6, number_for(choices, field)));
        break;
    case FIELD_CHOICE:
    case FIELD_CHOICES:
        write_choice(choices, field, out);
        break;
    case FIELD_NUMBERS:
        text_say(out, "[]");
        break;
    case FIELD_REAL:
    case FIELD_SHARE:
        text_print(out, "%.9f", number_for(choices, field));
        break;
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_CLOCK:
    case FIELD_SECTION:
    case FIELD_LIST:
    case FIELD_NAMED:
    case FIELD_TREE:
        text_say(out, "T");
        break;
    }
}

static bool can_be_written(const struct field *field)
{
    return field->kind != FIELD_TEXT && field->kind != FIELD_NAME && field->kind != FIELD_CLOCK &&
           field->kind != FIELD_SECTION && field->kind != FIELD_LIST && field->kind != FIELD_NAMED &&
           field->kind != FIELD_TREE && field->kind != FIELD_NUMBERS;
}

/* `work` excludes `lasts`, and `posted` needs a market before. */
static bool is_rarely_right(struct choices *choices, const struct field *field)
{
    return strcmp(field->name, "work") == 0 && choose(choices, 8) != 0;
}

/* One key in so many is given; all that are needed are. */
static void write_fields(struct choices *choices, const struct section *section, unsigned one_in,
                         struct text *out)
{
    const char *between = "{";
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        bool is_left_out = field->usual != NULL && choose(choices, one_in) != 0;
        if (!can_be_written(field) || is_left_out || is_rarely_right(choices, field))
            continue;
        text_print(out, "%s%s: ", between, field->name);
        write_value(choices, field, out);
        between = ", ";
    }
    text_say(out, *between == '{' ? "{}" : "}");
}

static const struct section *section_called(const struct section *root, const char *name)
{
    for (size_t i = 0; i < root->count; i++)
        if (root->fields[i].section != NULL && strcmp(root->fields[i].name, name) == 0)
            return root->fields[i].section;
    return NULL;
}

static void write_method(const struct section *table, struct choices *choices, struct text *out)
{
    enum { COMMON = 7 };
    const struct section *stage = section_called(table, "stages");
    text_say(out, "title: T\nstages:\n");
    text_say(out, choose(choices, 2) == 0 ? "  - {do: market, circle_size: 4}\n" : "");
    for (unsigned stages = 1 + choose(choices, 6); stages > 0; stages--) {
        static const char *const common[COMMON] = {
            "",
            "{do: market, circle_size: 4}",
            "{do: converse, lasts: 20 min, matter: posted, seating: chosen, movement: two-feet}",
            "{do: decide, lasts: 30 min, matter: posted, seating: stay, decision: consent}",
            "{do: converse, lasts: 9 min, seating: random, matter: question, facilitated: no}",
            "{do: harvest}",
            "{do: decide, matter: agenda}",
        };
        unsigned which = choose(choices, 2 * COMMON);
        text_say(out, "  - ");
        if (which > 0 && which < COMMON)
            text_say(out, common[which]);
        else
            write_fields(choices, stage, 3, out);
        text_say(out, "\n");
    }
}

static void write_calendar(struct choices *choices, struct text *out)
{
    static const char *const methods[] = {
        "held", "held", "held", "open-space-decides", "general-assembly", "world-cafe"};
    text_say(out, "calendar:\n");
    if (choose(choices, 6) == 0) {
        text_print(out, "  - {again_after: %u min, hold: held}\n", 1 + choose(choices, 200));
        return;
    }
    for (unsigned line = 0; line < 3; line++)
        if (choose(choices, 3) == 0 || line == 0)
            text_print(out, "  - {every: %u h, at: \"%u:%02u\", hold: %s%s}\n", 8u * (1 + choose(choices, 4)),
                       line * 2, choose(choices, 60), methods[choose(choices, 6)],
                       choose(choices, 2) == 0 ? ", for: 1 h" : "");
}

static void write_scenario(const struct section *table, struct choices *choices, struct text *out)
{
    text_print(out, "title: T\nlasts: %u h\nseed: %u\nrecord_people: yes\nsites: [{name: A, people: %u}",
               1 + choose(choices, 60), choose(choices, 256), 2 + choose(choices, 50));
    if (choose(choices, 3) == 0)
        text_print(out, ", {name: B, people: %u}", 2 + choose(choices, 20));
    text_say(out, "]\n");
    static const char *const names[] = {"people",   "tension",   "knowledge", "conversation",
                                        "opinions", "proposals", "gathering", "decisions"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (choose(choices, 3) == 0)
            continue;
        text_print(out, "%s: ", names[i]);
        write_fields(choices, section_called(table, names[i]), 4, out);
        text_say(out, "\n");
    }
    write_calendar(choices, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct choices choices = {bytes, length};
    struct text scenario = {0}, method = {0};
    struct arena tables = {0};
    write_scenario(scenario_settings_table(&tables), &choices, &scenario);
    write_method(method_settings_table(&tables), &choices, &method);
    arena_free(&tables);
    char path[256];
    snprintf(path, sizeof path, "%s/held.yaml", fuzz_folder());
    fuzz_write(path, method.bytes, method.length);
    snprintf(path, sizeof path, "%s/scenario.yaml", fuzz_folder());
    fuzz_write(path, scenario.bytes, scenario.length); /* kept for whoever looks into a crash */
    load_and_run(path, scenario.bytes, scenario.length);
    text_free(&scenario);
    text_free(&method);
    return 0;
}
