#include <ctype.h>
#include <string.h>

#include "base/trouble.h"

enum { LONGEST_WORD = 63, ROWS = 3 };

static int folded(char letter)
{
    return letter == '-' || letter == ' ' ? '_' : tolower((unsigned char)letter);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's distance with swaps of neighbours counted once (Damerau 1964).
 * Words over LONGEST_WORD letters are far from all. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t length_a = strlen(a), length_b = strlen(b);
    if (length_a > LONGEST_WORD || length_b > LONGEST_WORD)
        return LONGEST_WORD;
    size_t rows[ROWS][LONGEST_WORD + 1];
    for (size_t j = 0; j <= length_b; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= length_a; i++) {
        const size_t *before = rows[(i - 1) % ROWS];
        const size_t *two_before = rows[(i + 1) % ROWS]; /* i - 2, modulo 3 */
        size_t *now = rows[i % ROWS];
        now[0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            size_t changed = folded(a[i - 1]) == folded(b[j - 1]) ? 0 : 1;
            now[j] = smaller(before[j - 1] + changed, smaller(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
                folded(a[i - 2]) == folded(b[j - 1]))
                now[j] = smaller(now[j], two_before[j - 2] + 1);
        }
    }
    return rows[length_a % ROWS][length_b];
}

const char *nearest_word(const char *word, const char *const *known, size_t count)
{
    const char *nearest = NULL;
    size_t length = strlen(word);
    size_t bound = (length + 2) / 3;
    if (length > LONGEST_WORD)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = edit_distance(word, known[i]);
        if (distance <= bound && distance < length && (nearest == NULL || distance < bound)) {
            bound = distance;
            nearest = known[i];
        }
    }
    return nearest;
}
