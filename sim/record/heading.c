#include "record/heading.h"

#include <string.h>

#include "base/require.h"

static const char magic[8] = {'G', 'S', 'J', 'R', 'N', 'L', '5', '\n'};

#define BYTE_ORDER_MARK 0x01020304U
#define LONGEST_HEADING ((uint32_t)1 << 30)

static void digest_real(struct digest *digest, double real)
{
    uint64_t bits;
    _Static_assert(sizeof bits == sizeof real, "a double has 64 bits");
    memcpy(&bits, &real, sizeof bits);
    digest_number(digest, bits);
}

static void digest_measures(struct digest *digest, const struct record_shape *shape)
{
    digest_number(digest, shape->measure_count);
    for (size_t i = 0; i < shape->measure_count; i++) {
        const struct measure *measure = shape->measures[i];
        digest_text(digest, measure->name);
        digest_text(digest, measure->unit);
        digest_real(digest, measure->bounds.least);
        digest_real(digest, measure->bounds.most);
        const char *const words[] = {measure->title, measure->meaning, measure->source,
                                     measure->verb,  measure->noun,    measure->equal,
                                     measure->less,  measure->role,    measure->section};
        for (size_t word = 0; word < sizeof words / sizeof words[0]; word++)
            digest_text(digest, words[word]);
        digest_number(digest, measure->shown);
        digest_text(digest, measure->cell_methods);
        digest_number(digest, measure->shape);
        digest_number(digest, measure->better);
        digest_text(digest, measure->bin_name);
        digest_number(digest, measure->bins);
        digest_number(digest, measure->first_bin);
        digest_number(digest, measure->scope);
    }
    digest_number(digest, shape->table_count);
    for (size_t i = 0; i < shape->table_count; i++) {
        const struct table *table = shape->tables[i];
        digest_text(digest, table->name);
        digest_text(digest, table->meaning);
        digest_number(digest, table->count);
        for (size_t column = 0; column < table->count; column++) {
            digest_text(digest, table->columns[column].name);
            digest_text(digest, table->columns[column].unit);
            digest_text(digest, table->columns[column].meaning);
            digest_number(digest, table->columns[column].kind);
            digest_text(digest, table->columns[column].flags);
        }
    }
}

static void digest_texts(struct digest *digest, const char *const *texts, size_t count)
{
    digest_number(digest, count);
    for (size_t i = 0; i < count; i++)
        digest_text(digest, texts[i]);
}

static void digest_variants(struct digest *digest, const struct record_plan *plan)
{
    digest_texts(digest, plan->axes, plan->axis_count);
    digest_number(digest, plan->variant_count);
    for (size_t i = 0; i < plan->variant_count; i++) {
        const struct variant *variant = &plan->variants[i];
        digest_text(digest, variant->label);
        digest_number(digest, (uint64_t)variant->kind);
        digest_number(digest, variant->replications);
        for (size_t axis = 0; axis < plan->axis_count && variant->values != NULL; axis++) {
            digest_real(digest, variant->values[axis].number);
            digest_text(digest, variant->values[axis].text);
        }
    }
}

static void digest_worlds(struct digest *digest, const struct record_worlds *worlds)
{
    digest_number(digest, worlds == NULL ? 0 : worlds->count);
    if (worlds == NULL)
        return;
    digest_number(digest, (uint64_t)worlds->by);
    digest_number(digest, worlds->groups);
    digest_number(digest, worlds->replications);
    for (size_t i = 0; i < worlds->factor_count; i++) {
        const struct factor *factor = &worlds->factors[i];
        digest_text(digest, factor->path);
        digest_text(digest, factor->unit);
        digest_number(digest, factor->log ? 1 : 0);
        digest_number(digest, factor->observable ? 1 : 0);
        digest_texts(digest, factor->choices, factor->choice_count);
    }
    for (size_t i = 0; i < worlds->count * worlds->factor_count; i++)
        digest_real(digest, worlds->values[i]);
    for (size_t i = 0; i < worlds->count; i++)
        digest_number(digest, worlds->luck[i]);
}

static bool is_of_machine(const char *path)
{
    return strncmp(path, MACHINE_SETTINGS, strlen(MACHINE_SETTINGS)) == 0;
}

/* Everything that shapes the file, except limits and the texts that the heading holds itself. */
static struct digest digest_of(const struct record_plan *plan)
{
    struct digest digest = digest_begin();
    digest_text(&digest, plan->title);
    digest_text(&digest, plan->headline);
    digest_text(&digest, plan->show);
    digest_text(&digest, plan->question);
    digest_measures(&digest, &plan->shape);
    digest_texts(&digest, plan->designs, plan->design_count);
    digest_texts(&digest, plan->design_meanings, plan->design_count);
    digest_texts(&digest, plan->sites, plan->shape.sites);
    digest_number(&digest, plan->shape.times);
    for (uint32_t i = 0; i < plan->shape.times; i++)
        digest_number(&digest, (uint64_t)plan->times[i]);
    digest_variants(&digest, plan);
    digest_worlds(&digest, plan->worlds);
    for (size_t i = 0; i < plan->setting_count; i++) {
        const struct provenance_setting *setting = &plan->settings[i];
        if (is_of_machine(setting->path))
            continue;
        const char *const texts[] = {setting->path,   setting->value,  setting->unit,
                                     setting->source, setting->ground, setting->meaning};
        digest_texts(&digest, texts, sizeof texts / sizeof texts[0]);
        digest_number(&digest, setting->given ? 1 : 0);
    }
    digest_texts(&digest, plan->assumptions, plan->assumption_count);
    return digest;
}

size_t plan_variants(const struct record_plan *plan)
{
    return plan->variant_count + (plan->worlds == NULL ? 0 : plan->worlds->count);
}

uint32_t plan_replications(const struct record_plan *plan, size_t variant)
{
    return variant < plan->variant_count ? plan->variants[variant].replications : plan->worlds->replications;
}

uint32_t plan_made_of(const struct record_plan *plan, size_t variant, size_t design)
{
    return variant == 0 && plan->best != NULL ? plan->best->made[design] : plan_made(plan, variant);
}

uint32_t plan_made(const struct record_plan *plan, size_t variant)
{
    if (variant == 0 && plan->best != NULL)
        return plan->best->runs;
    return variant == 0 && plan->precision != NULL ? plan->precision->made
                                                   : plan->variants[variant].replications;
}

uint32_t plan_least(const struct record_plan *plan)
{
    return plan->best != NULL        ? plan->best->first
           : plan->precision != NULL ? plan->precision->first
                                     : plan->variants[0].replications;
}

uint64_t run_number(const struct record_plan *plan, size_t variant, uint32_t replication, size_t design)
{
    uint64_t first = 0;
    for (size_t i = 0; i < variant && i < plan->variant_count; i++)
        first += (uint64_t)plan->variants[i].replications * plan->design_count;
    if (variant > plan->variant_count)
        first += (uint64_t)(variant - plan->variant_count) * plan->worlds->replications * plan->design_count;
    return first + (uint64_t)replication * plan->design_count + design;
}

enum outcome_part plan_keeps(const struct record_plan *plan, const struct run_order *order)
{
    if (order->variant == 0)
        return OUTCOME_WHOLE;
    bool is_world = order->variant >= plan->variant_count;
    return plan->keeps_courses && !is_world ? OUTCOME_COURSES : OUTCOME_RUN_MEASURES;
}

uint64_t plan_runs(const struct record_plan *plan)
{
    return run_number(plan, plan->variant_count, 0, 0);
}

void plan_orders(const struct record_plan *plan, struct run_order *orders)
{
    for (uint32_t variant = 0; variant < plan->variant_count; variant++)
        for (uint32_t i = 0; i < plan->variants[variant].replications; i++)
            for (uint32_t design = 0; design < plan->design_count; design++)
                *orders++ = (struct run_order){variant, i, design};
}

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

struct heading heading_of(const struct record_plan *plan)
{
    return (struct heading){
        .version = or_empty(plan->version),
        .commit = or_empty(plan->commit),
        .libraries = or_empty(plan->libraries),
        .scenario_file = or_empty(plan->scenario_file),
        .command = or_empty(plan->command),
        .scenario_text = or_empty(plan->scenario_text),
        .overrides = plan->overrides,
        .override_count = plan->override_count,
        .methods = plan->methods,
        .method_count = plan->method_count,
        .seed = plan->seed,
        .runs = run_number(plan, plan_variants(plan), 0, 0),
        .variants = plan_variants(plan),
        .part = plan->part,
        .digest = digest_of(plan),
    };
}

static void add_number(struct text *bytes, uint64_t number)
{
    text_add(bytes, (const char *)&number, sizeof number);
}

static void add_text(struct text *bytes, const char *text)
{
    add_number(bytes, strlen(text));
    text_say(bytes, text);
}

static void add_method(struct text *bytes, const struct provenance_method *method)
{
    const char *const texts[] = {method->name, method->folder, method->file, method->text, method->path};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        add_text(bytes, or_empty(texts[i]));
}

void heading_encode(const struct heading *heading, struct text *bytes)
{
    const uint32_t mark[2] = {BYTE_ORDER_MARK, 0}; /* the length is filled in below */
    text_add(bytes, magic, sizeof magic);
    text_add(bytes, (const char *)mark, sizeof mark);
    add_number(bytes, heading->digest.high);
    add_number(bytes, heading->digest.low);
    add_number(bytes, heading->seed);
    add_number(bytes, heading->runs);
    add_number(bytes, heading->variants);
    add_number(bytes, heading->override_count);
    add_number(bytes, heading->method_count);
    add_number(bytes, heading->part.number);
    add_number(bytes, heading->part.of);
    const char *const texts[] = {heading->version,       heading->commit,  heading->libraries,
                                 heading->scenario_file, heading->command, heading->scenario_text};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        add_text(bytes, texts[i]);
    for (size_t i = 0; i < heading->override_count; i++)
        add_text(bytes, heading->overrides[i]);
    for (size_t i = 0; i < heading->method_count; i++)
        add_method(bytes, &heading->methods[i]);

    require(bytes->length + sizeof(uint32_t) <= LONGEST_HEADING);
    uint32_t length = (uint32_t)(bytes->length + sizeof(uint32_t));
    memcpy(bytes->bytes + sizeof magic + sizeof mark[0], &length, sizeof length);
    uint32_t crc = crc32c(0, bytes->bytes, bytes->length);
    text_add(bytes, (const char *)&crc, sizeof crc);
}

size_t heading_length(const char *prefix)
{
    uint32_t mark[2];
    memcpy(mark, prefix + sizeof magic, sizeof mark);
    if (memcmp(prefix, magic, sizeof magic) != 0 || mark[0] != BYTE_ORDER_MARK)
        return 0;
    return mark[1] > HEADING_PREFIX + sizeof(uint32_t) && mark[1] <= LONGEST_HEADING ? mark[1] : 0;
}

struct cursor {
    const char *at, *end;
};

static bool heading_take(struct cursor *cursor, void *piece, size_t size)
{
    if ((size_t)(cursor->end - cursor->at) < size)
        return false;
    memcpy(piece, cursor->at, size);
    cursor->at += size;
    return true;
}

static bool take_text(struct cursor *cursor, struct arena *arena, const char **text)
{
    uint64_t length;
    if (!heading_take(cursor, &length, sizeof length) || length > (uint64_t)(cursor->end - cursor->at))
        return false;
    *text = arena_text(arena, cursor->at, length);
    cursor->at += length;
    return true;
}

static bool take_overrides(struct cursor *cursor, struct arena *arena, struct heading *heading)
{
    if (heading->override_count > (uint64_t)(cursor->end - cursor->at) / sizeof(uint64_t))
        return false;
    const char **overrides = ARENA_NEW(arena, const char *, heading->override_count);
    heading->overrides = overrides;
    for (size_t i = 0; i < heading->override_count; i++)
        if (!take_text(cursor, arena, &overrides[i]))
            return false;
    return true;
}

static bool take_methods(struct cursor *cursor, struct arena *arena, struct heading *heading)
{
    if (heading->method_count > (uint64_t)(cursor->end - cursor->at) / sizeof(uint64_t))
        return false;
    struct provenance_method *methods = ARENA_NEW(arena, struct provenance_method, heading->method_count);
    heading->methods = methods;
    for (size_t i = 0; i < heading->method_count; i++) {
        const char **const texts[] = {&methods[i].name, &methods[i].folder, &methods[i].file,
                                      &methods[i].text, &methods[i].path};
        for (size_t part = 0; part < sizeof texts / sizeof texts[0]; part++)
            if (!take_text(cursor, arena, texts[part]))
                return false;
    }
    return true;
}

bool heading_decode(const char *bytes, size_t length, struct arena *arena, struct heading *heading)
{
    uint32_t crc;
    if (length < HEADING_PREFIX + sizeof crc || heading_length(bytes) != length)
        return false;
    memcpy(&crc, bytes + length - sizeof crc, sizeof crc);
    if (crc32c(0, bytes, length - sizeof crc) != crc)
        return false;

    struct cursor cursor = {bytes + HEADING_PREFIX, bytes + length - sizeof crc};
    *heading = (struct heading){0};
    if (!heading_take(&cursor, &heading->digest.high, sizeof heading->digest.high) ||
        !heading_take(&cursor, &heading->digest.low, sizeof heading->digest.low) ||
        !heading_take(&cursor, &heading->seed, sizeof heading->seed) ||
        !heading_take(&cursor, &heading->runs, sizeof heading->runs) ||
        !heading_take(&cursor, &heading->variants, sizeof heading->variants) ||
        !heading_take(&cursor, &heading->override_count, sizeof heading->override_count) ||
        !heading_take(&cursor, &heading->method_count, sizeof heading->method_count) ||
        !heading_take(&cursor, &heading->part.number, sizeof heading->part.number) ||
        !heading_take(&cursor, &heading->part.of, sizeof heading->part.of))
        return false;
    const char **const texts[] = {&heading->version,       &heading->commit,  &heading->libraries,
                                  &heading->scenario_file, &heading->command, &heading->scenario_text};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (!take_text(&cursor, arena, texts[i]))
            return false;
    return take_overrides(&cursor, arena, heading) && take_methods(&cursor, arena, heading) &&
           cursor.at == cursor.end;
}

/* The index of the first override from `i` on that is no limit; `override_count` when there is none. */
static size_t next_override(const struct heading *heading, size_t i)
{
    while (i < heading->override_count && is_of_machine(heading->overrides[i]))
        i++;
    return i;
}

static bool same_overrides(const struct heading *a, const struct heading *b)
{
    size_t i = next_override(a, 0), j = next_override(b, 0);
    while (i < a->override_count && j < b->override_count && strcmp(a->overrides[i], b->overrides[j]) == 0) {
        i = next_override(a, i + 1);
        j = next_override(b, j + 1);
    }
    return i == a->override_count && j == b->override_count;
}

/* Where the files lie may differ: what they say may not. */
static bool same_methods(const struct heading *a, const struct heading *b)
{
    if (a->method_count != b->method_count)
        return false;
    for (size_t i = 0; i < a->method_count; i++)
        if (strcmp(a->methods[i].name, b->methods[i].name) != 0 ||
            strcmp(a->methods[i].text, b->methods[i].text) != 0)
            return false;
    return true;
}

const char *heading_difference(const struct heading *one, const struct heading *other)
{
    if (strcmp(one->version, other->version) != 0 || strcmp(one->commit, other->commit) != 0)
        return "another version of the program";
    if (strcmp(one->libraries, other->libraries) != 0)
        return "other versions of the libraries";
    if (strcmp(one->scenario_text, other->scenario_text) != 0)
        return "another text of the scenario";
    if (!same_overrides(one, other))
        return "other --set assignments";
    if (!same_methods(one, other))
        return "other texts of the methods";
    if (one->seed != other->seed)
        return "another seed";
    if (one->runs != other->runs)
        return "another number of runs";
    bool same = one->digest.high == other->digest.high && one->digest.low == other->digest.low;
    return same ? NULL : "other settings or measures";
}

static bool same_part(const struct heading *a, const struct heading *b)
{
    return a->part.number == b->part.number && a->part.of == b->part.of;
}

enum status heading_compare(const struct heading *begun, const struct heading *now, const char *path,
                            struct trouble *trouble)
{
    const char *other = heading_difference(begun, now);
    if (other == NULL && !same_part(begun, now))
        other = "another --part";
    if (other == NULL)
        return STATUS_FINE;

    trouble_add(
        trouble, STATUS_NO_OUTPUT, (struct place){.file = path},
        "this interrupted run was begun with %s, so the new runs would not belong to those that are kept",
        other);
    trouble_hint(trouble, "remove it to start anew, or continue as it was begun, by version %s%s%s: %s",
                 begun->version, begun->commit[0] == '\0' ? "" : " ", begun->commit, begun->command);
    return STATUS_NO_OUTPUT;
}
