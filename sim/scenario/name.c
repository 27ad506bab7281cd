#include "scenario/name.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/require.h"
#include "base/text.h"
#include "scenario/quote.h"

enum { FIRST_NOT_ASCII = 0x80, SHOWN = 60, SHOWN_BEFORE = 20 };

#define ELLIPSIS "\xE2\x80\xA6"

/* --- showing --- */

/* One character of a name, and where it stands. */
struct letter {
    const char *bytes;
    size_t length;
    uint32_t point;
    bool first, last, after_blank;
};

static struct letter letter_at(const char *name, size_t at)
{
    size_t left = strlen(name + at), length = utf8_sequence(name + at, left);
    require(length > 0); /* files are UTF-8 */
    return (struct letter){name + at, length,         utf8_point(name + at, length),
                           at == 0,   left == length, at > 0 && name[at - 1] == ' '};
}

static bool is_joiner(uint32_t point)
{
    return point == 0x200C || point == 0x200D;
}

static bool is_variation_selector(uint32_t point)
{
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

/* Accents and the like, which need a letter before them. */
static bool is_mark(uint32_t point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

/* Characters of which one cannot tell that, or where, they are there. */
static bool is_unseen(const struct letter *letter)
{
    bool blank = letter->point == ' ' && (letter->first || letter->last || letter->after_blank);
    bool joiner = is_joiner(letter->point) || is_variation_selector(letter->point);
    return blank || joiner || utf8_is_hidden(letter->point) || utf8_is_odd_blank(letter->point);
}

/* The name with what is unseen as \u{...}, and all that is not ASCII from `from` to `to`. */
static struct text shown(const char *name, size_t from, size_t to)
{
    struct text out = {0};
    size_t at = 0, columns = 0;
    if (from > SHOWN) { /* where two names differ must be in sight */
        at = from - SHOWN_BEFORE;
        while (at > 0 && ((unsigned char)name[at] & 0xC0) == 0x80)
            at--;
        text_say(&out, ELLIPSIS);
    }
    for (; name[at] != '\0' && columns < SHOWN; columns++) {
        const struct letter letter = letter_at(name, at);
        bool differs = at >= from && at < to && letter.point >= FIRST_NOT_ASCII;
        if (differs || is_unseen(&letter) || (letter.first && is_mark(letter.point)))
            text_print(&out, "\\u{%x}", (unsigned)letter.point);
        else
            text_add(&out, letter.bytes, letter.length);
        at += letter.length;
    }
    text_say(&out, name[at] == '\0' ? "" : ELLIPSIS);
    return out;
}

/* Two names, with what differs between them spelled out. */
struct pair {
    struct text one, other;
};

static struct pair shown_apart(const char *one, const char *other)
{
    size_t before = 0, behind = 0, length = strlen(one), length_other = strlen(other);
    while (one[before] != '\0' && one[before] == other[before])
        before++;
    while (before > 0 &&
           (((unsigned char)one[before] & 0xC0) == 0x80 || ((unsigned char)other[before] & 0xC0) == 0x80))
        before--;
    while (behind < length - before && behind < length_other - before &&
           one[length - 1 - behind] == other[length_other - 1 - behind])
        behind++;
    while (behind > 0 && ((unsigned char)one[length - behind] & 0xC0) == 0x80)
        behind--;
    return (struct pair){shown(one, before, length - behind), shown(other, before, length_other - behind)};
}

static void pair_free(struct pair *pair)
{
    text_free(&pair->one);
    text_free(&pair->other);
}

/* --- one name --- */

bool name_shows_something(const char *words)
{
    for (size_t at = 0; words[at] != '\0';) {
        const struct letter letter = letter_at(words, at);
        bool blank = letter.point == ' ' || letter.point == '\t' || letter.point == '\n';
        if (!is_mark(letter.point) && !blank && !is_unseen(&letter))
            return true;
        at += letter.length;
    }
    return false;
}

/* What is wrong with this character, or NULL. Joiners are part of Persian, Hindi and emoji,
 * between letters. */
static const char *fault_of(const struct letter *letter)
{
    if (letter->point == ' ')
        return letter->first         ? "begins with a blank"
               : letter->last        ? "ends with a blank"
               : letter->after_blank ? "has two blanks in a row, which look like one"
                                     : NULL;
    if (utf8_is_odd_blank(letter->point))
        return "has a blank that is not the one of the space bar";
    bool loose = is_joiner(letter->point) && (letter->first || letter->last || letter->after_blank);
    if (loose || utf8_is_hidden(letter->point) || (letter->first && is_variation_selector(letter->point)))
        return "has a character that nobody sees";
    return NULL;
}

static enum status name_tell(struct trouble *trouble, const struct node *node, enum name_place place,
                             const char *before, const struct text *name, const char *behind)
{
    const char *shown_name = name->bytes == NULL ? "" : name->bytes;
    return place == NAME_IS_KEY ? node_key_trouble(trouble, node, "%s`%s` %s", before, shown_name, behind)
                                : node_trouble(trouble, node, "%s`%s` %s", before, shown_name, behind);
}

enum status name_check(const char *name, const struct node *node, enum name_place place,
                       struct trouble *trouble)
{
    if (*name == '\0')
        return place == NAME_IS_KEY ? node_key_trouble(trouble, node, "a name is missing here")
                                    : node_trouble(trouble, node, "a name is missing here");
    const char *fault = name_shows_something(name) ? NULL : "shows nothing; write one that can be read";
    size_t columns = 0;
    for (size_t at = 0; name[at] != '\0' && fault == NULL; columns++) {
        const struct letter letter = letter_at(name, at);
        fault = fault_of(&letter);
        at += letter.length;
    }
    if (fault == NULL && columns > LONGEST_NAME)
        fault = "is longer than 256 characters";
    if (fault == NULL)
        return STATUS_FINE;
    struct text as_shown = shown(name, 0, 0);
    enum status status = name_tell(trouble, node, place, "the name ", &as_shown, fault);
    text_free(&as_shown);
    return status;
}

/* --- names beside each other --- */

struct known_name {
    uint32_t scope;
    bool by_shape; /* letters of other scripts as the Latin ones that look like them */
    const char *folded, *name;
    const struct node *node;
    int line;
};

static int by_look(const void *a, const void *b)
{
    const struct known_name *one = a, *other = b;
    if (one->scope != other->scope)
        return one->scope < other->scope ? -1 : 1;
    if (one->by_shape != other->by_shape)
        return one->by_shape ? 1 : -1;
    return strcmp(one->folded, other->folded);
}

static void nothing_to_free(void *entry)
{
    (void)entry; /* in the arena */
}

void name_book_free(struct name_book *book)
{
    if (book->tree != NULL)
        tdestroy(book->tree, nothing_to_free);
    book->tree = NULL;
}

/* What a reader would take the name for. Folding is not linear in the number of accents on one letter, so
 * names that name_check finds too long are left as they are. */
static const char *folded(const char *name, struct arena *arena)
{
    enum { BYTES_A_CHARACTER = 4 };
    size_t length = strlen(name);
    utf8proc_uint8_t *mapped = NULL;
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                                  UTF8PROC_IGNORE | UTF8PROC_LUMP;
    if (length > LONGEST_NAME * BYTES_A_CHARACTER)
        return name;
    utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)name, (utf8proc_ssize_t)length, &mapped, how);
    if (size < 0)
        return name;
    const char *copy = arena_text(arena, (const char *)mapped, (size_t)size);
    free(mapped);
    return copy;
}

/* The Latin letter that a letter of another script looks just like; 0: none (a few of Unicode UTS 39). */
static char latin_of(uint32_t point)
{
    // clang-format off
    static const struct {uint32_t point; char latin;} twins[] = {
        {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'},
        {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'}, {0x51A, 'Q'}, {0x51C, 'W'},
        {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'},
        {0x458, 'j'}, {0x51B, 'q'}, {0x51D, 'w'}, {0x4BB, 'h'}, {0x501, 'd'}, {0x4CF, 'l'},
        {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'}, {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'},
        {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3BF, 'o'}, {0x3BD, 'v'}, {0x3F2, 'c'}, {0x3F3, 'j'},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof twins / sizeof twins[0]; i++)
        if (twins[i].point == point)
            return twins[i].latin;
    return '\0';
}

/* The name with such letters as Latin ones. */
static const char *in_latin_shapes(const char *name, struct arena *arena)
{
    struct text out = {0};
    for (size_t at = 0; name[at] != '\0';) {
        const struct letter letter = letter_at(name, at);
        char latin = latin_of(letter.point);
        text_add(&out, latin == '\0' ? letter.bytes : &latin, latin == '\0' ? letter.length : 1);
        at += letter.length;
    }
    const char *shapes = out.bytes == NULL ? name : arena_text(arena, out.bytes, out.length);
    text_free(&out);
    return shapes;
}

static const struct known_name *look_up(const struct name_book *book, const struct known_name *key)
{
    const struct known_name *const *found = tfind(key, &book->tree, by_look);
    return found == NULL ? NULL : *found;
}

/* The name under which it is looked for: as it is folded, or folded in the shapes of Latin letters. */
static struct known_name key_of(uint32_t scope, bool by_shape, const char *name, struct arena *arena)
{
    return (struct known_name){
        .scope = scope,
        .by_shape = by_shape,
        .folded = folded(by_shape ? in_latin_shapes(name, arena) : name, arena),
        .name = name,
    };
}

/* The known name that this one looks like; NULL: there is none, and it is noted. */
static const struct known_name *find_or_add(struct name_book *book, struct known_name key)
{
    const struct known_name *known = look_up(book, &key);
    if (known != NULL)
        return known;
    struct known_name *entry = ARENA_NEW(book->arena, struct known_name, 1);
    *entry = key;
    if (tsearch(entry, &book->tree, by_look) == NULL)
        out_of_memory(1, sizeof *entry);
    return NULL;
}

enum status name_book_add(struct name_book *book, uint32_t scope, const char *name, const struct node *node,
                          enum name_place place, struct trouble *trouble)
{
    const struct known_name *known = NULL;
    for (int by_shape = 0; by_shape < 2 && known == NULL; by_shape++) {
        struct known_name key = key_of(scope, by_shape == 1, name, book->arena);
        key.node = node;
        key.line = place == NAME_IS_KEY ? node->key_line : node->line;
        known = find_or_add(book, key);
    }
    if (known == NULL || strcmp(known->name, name) == 0)
        return STATUS_FINE;
    struct pair pair = shown_apart(name, known->name);
    struct text behind = {0};
    text_print(&behind, "looks like `%s` in ", pair.other.bytes);
    if (strcmp(known->node->document->file, node->document->file) != 0)
        text_print(&behind, "%s, ", known->node->document->file);
    text_print(&behind, "line %d; write them alike, or tell them apart by more", known->line);
    enum status status = name_tell(trouble, node, place, "the name ", &pair.one, behind.bytes);
    text_free(&behind);
    pair_free(&pair);
    return status;
}

bool name_book_hint(const struct name_book *book, uint32_t scope, const char *name, struct trouble *trouble)
{
    struct arena arena = {0};
    const struct known_name *known = NULL;
    for (int by_shape = 0; by_shape < 2 && known == NULL; by_shape++) {
        const struct known_name key = key_of(scope, by_shape == 1, name, &arena);
        known = look_up(book, &key);
    }
    arena_free(&arena);
    if (known == NULL)
        return false;
    struct pair pair = shown_apart(name, known->name);
    trouble_hint(trouble, "`%s` looks like `%s` in line %d; write it as there", pair.one.bytes,
                 pair.other.bytes, known->line);
    pair_free(&pair);
    return true;
}
