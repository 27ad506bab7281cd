/* The one description of a setting.
 *
 * A settings struct has one table of fields beside it. From the table a scenario file is read, defaults are
 * filled in, values out of range are refused, `explain` is printed, the JSON Schema, the manual and the
 * parameter tables of the documentation are generated, and the resolved values are written into the results
 * file. Nothing about a setting is said anywhere else.
 *
 *     static const struct field fields[] = {
 *         {FIELD(SHARE, "retention", offsetof(struct conversation_settings, retention), "50 %"),
 *          ALLOWED(0, 1), MEANS("Chance that a listener keeps a facet that she hears"),
 *          ASSUMED("no data"), GUESSED("20 %", "90 %")},
 *     };
 *     const struct section conversation_section = {"conversation", "How a circle talks.",
 *                                                  FIELDS(struct conversation_settings, fields)};
 *
 * A field whose `usual` is NULL must be given. A SECTION with "" may be left out: its fields then take their
 * defaults, and those without one are zero. The default of a LIST, NAMED, NUMBERS or TREE is YAML ("[1, 2,
 * 4]"). `least` and `most` bound numbers, each of NUMBERS, and how many entries a LIST or NAMED has.
 *
 * Canonical values in memory: REAL and SHARE double (a share of 5 % is 0.05), RATE double per hour,
 * DURATION sim_time, COUNT int64_t, SWITCH bool, TEXT and NAME const char *, CHOICE pointer to a const struct
 * whose first member is a struct choice, CHOICES uint64_t (bit i is choices[i]), SECTION a struct in place,
 * LIST and NAMED a struct field_list.
 */
#ifndef SCENARIO_FIELD_H
#define SCENARIO_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "base/text.h"
#include "base/trouble.h"
#include "scenario/node.h"

enum field_kind {
    FIELD_REAL,     /* a bare number, or with `unit` where the field has one ("0.10 /listener") */
    FIELD_COUNT,    /* a whole number */
    FIELD_SWITCH,   /* yes / no / true / false / on / off */
    FIELD_SHARE,    /* "5 %" or a bare 0.05 */
    FIELD_DURATION, /* "90 min", "1 h 30 min", "0.5 d": us ms s min h d w (week) */
    FIELD_RATE,     /* "4 /d": /s /min /h /d /week */
    FIELD_CLOCK,    /* time of day "19:00", stored as sim_time since midnight */
    FIELD_TEXT,     /* where it must be given, it shows something */
    FIELD_NAME,     /* of the user's own: see name.h. In a LIST, no two look alike without being the same */
    FIELD_CHOICE,   /* one of `choices`, by name */
    FIELD_CHOICES,  /* one of `choices`, or a list of several: at most 64 in the table */
    FIELD_NUMBERS,  /* a list of bare numbers: struct field_list of double */
    FIELD_SECTION,  /* a map described by `section`, stored in place */
    FIELD_LIST,     /* a list of maps described by `section` */
    FIELD_NAMED,    /* a map from names of the user's to maps described by `section`; the name goes into
                       the first member of the element, a const char * */
    FIELD_TREE, /* left unread as a node: const struct node *, for what is bound later (designs, methods) */
};

/* How well a number is known (model.md): it is printed wherever the number is. */
enum ground { GROUND_CHOICE, GROUND_FOUND, GROUND_FITTED, GROUND_KNOWN, GROUND_ASSUMED };

/* First member of every rule and of every other thing that a scenario names. */
struct choice {
    const char *name;
    const char *meaning;
    const char *source; /* where the rule is from; NULL where there is nothing to be from (a weekday) */
};

struct field_list {
    void *items; /* in the arena */
    size_t count;
};

struct section;

struct field {
    const char *name;     /* the key in a scenario file */
    enum field_kind kind; /* how it is written, and what is kept of it in memory */
    size_t offset;        /* of its member in the settings struct */
    const char *usual;    /* the default as a scenario would write it, or one of the two below */
    double least, most;   /* allowed; in canonical units (rates per hour, durations in hours); both 0: any */
    const char *unit;     /* shown by `explain`, e.g. "h-1", "min"; NULL: "1" */
    const char *meaning;  /* one sentence */
    enum ground ground;   /* how well the default is known */
    const char *source;   /* where the default comes from; NULL for a free choice */
    /* What somebody who knows the field would still believe, as a scenario would write it, and why; NULL as
     * the reason: it is a guess. For numbers that are no free choice. */
    const char *plausible_least, *plausible_most, *plausible_ground;
    bool observable; /* a number that somebody at the place could count or time: nobody has to be asked what
                        she thinks or knows */
    const struct choice *const *choices; /* FIELD_CHOICE and FIELD_CHOICES: ends with NULL */
    const struct section *section;       /* FIELD_SECTION, FIELD_LIST, FIELD_NAMED */
};

/* --- the parts of a row, in their order; left out: a free choice, any number, unit 1 --- */

#define MUST_BE_GIVEN NULL /* for `usual` */
#define LEFT_OUT      ""   /* zero, NULL, or a section at its defaults */

// clang-format off
/* Its kind (SHARE for FIELD_SHARE), its name, the place of its member, its default. */
#define FIELD(kind_, name_, offset_, usual_) .name = (name_), .kind = FIELD_##kind_, .offset = (offset_), .usual = (usual_)
/* The range beyond which a value is refused, in canonical units; the unit that `explain` shows; one sentence. */
#define ALLOWED(least_, most_) .least = (least_), .most = (most_)
#define UNIT(unit_)            .unit = (unit_)
#define MEANS(meaning_)        .meaning = (meaning_)
/* How well the default is known, and from where. */
#define ASSUMED(source_)    .ground = GROUND_ASSUMED, .source = (source_)
#define KNOWN_FROM(source_) .ground = GROUND_KNOWN, .source = (source_)
#define FOUND_IN(source_)   .ground = GROUND_FOUND, .source = (source_)
#define FITTED_TO(source_)  .ground = GROUND_FITTED, .source = (source_)
/* What would still be believed: for a reason, or by a guess of ours. */
#define PLAUSIBLE(least_, most_, ground_) .plausible_least = (least_), .plausible_most = (most_), .plausible_ground = (ground_)
#define GUESSED(least_, most_)            .plausible_least = (least_), .plausible_most = (most_)
/* Somebody at the place could count or time it; of a free choice that is taken for granted. */
#define OBSERVABLE .observable = true
/* The list of a CHOICE or CHOICES; the section of a SECTION, LIST or NAMED. */
#define ONE_OF(choices_)    .choices = (choices_)
#define INSIDE(section_)    .section = (section_)
/* Of a section, after its name and meaning: the struct that it fills, and the table. */
#define FIELDS(struct_, fields_) .size = sizeof(struct_), .fields = (fields_), .count = sizeof(fields_) / sizeof((fields_)[0])
// clang-format on

const char *field_unit(const struct field *field);
/* Whether it is a number of the theory, and so needs a plausible range. */
bool field_is_uncertain(const struct field *field);
/* Whether it is a number that who makes the scenario could find out where she is: she chooses it, or it can
 * be counted or timed there. */
bool field_is_observable(const struct field *field);

struct section {
    const char *name;           /* "conversation" */
    const char *meaning;        /* one or two sentences */
    size_t size;                /* of the settings struct */
    const struct field *fields; /* the table */
    size_t count;               /* of fields */
};

/* Fills `settings` from `map` (NULL: all defaults). Every mistake is reported; unknown keys come with "did
 * you mean". */
enum status section_bind(const struct section *section, struct node *map, void *settings, struct arena *arena,
                         struct trouble *trouble);

/* Parses a single value as the field would ("5 %" -> 0.05); for tables of expectations and for sweeps.
 * `value` is a slot of the field's kind (for NUMBERS: one double). Text is not copied. */
enum status field_parse(const struct field *field, const struct node *scalar, void *value,
                        struct trouble *trouble);

/* The value as a scenario would write it, in the unit of the default; field_parse reads the very same value
 * from it. Kinds that are a single value, and NUMBERS. */
char *field_write(const struct field *field, const void *settings, struct arena *arena);

/* A number written as the field wants it ("0.5 min") in canonical units: shares as 0.05, durations in hours,
 * rates per hour. False with trouble at `blamed` when it is none. */
bool field_number(const struct field *field, const char *text, const struct node *blamed, double *canonical,
                  struct trouble *trouble);
/* Whether a value of the field is a number, of which there are more and less. */
bool field_is_number(const struct field *field);

/* One resolved setting: "conversation.retention", "50 %", "1", given in the file or default. */
struct resolved {
    const char *path;
    const char *value;
    const char *unit;
    const char *source;
    enum ground ground;
    bool given;
    const struct field *field;
};

/* All settings of a bound section, in table order. Returns the count. */
size_t section_resolve(const struct section *section, const struct node *map, const void *settings,
                       struct arena *arena, struct resolved **all);

/* What is wrong with the table itself, as one line a mistake; true when nothing is. For the tests of tables:
 * a default that cannot be read or is out of range, a kind without its choices or section, two fields of one
 * name or place, no meaning, a ground other than a free choice without a source. Of this section alone. */
bool section_is_sound(const struct section *section, struct text *mistakes);

const char *ground_name(enum ground ground); /* "found", "fitted", "known", "assumed", "free choice" */

#endif
