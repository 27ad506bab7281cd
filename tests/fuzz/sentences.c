#include "sentences.h"

#include <string.h>

#include "base/require.h"
#include "base/text.h"

void check_showable(const char *text)
{
    for (const char *at = text; at != NULL && *at != '\0';) {
        size_t sequence = utf8_sequence(at, strlen(at));
        require(sequence > 0);
        require(sequence > 1 || ((unsigned char)*at >= ' ' && *at != 0x7F) || *at == '\n');
        at += sequence;
    }
}

void check_sentences(const struct trouble *trouble)
{
    for (size_t i = 0; i < trouble->count; i++) {
        const struct complaint *complaint = &trouble->complaints[i];
        const char *texts[] = {complaint->sentence, complaint->hint, complaint->where.excerpt};
        for (size_t j = 0; j < sizeof texts / sizeof texts[0]; j++) {
            check_showable(texts[j]);
            require(texts[j] == NULL || strchr(texts[j], '\n') == NULL);
        }
        require(complaint->where.line == 0 || complaint->where.excerpt != NULL);
        size_t columns = 0;
        for (const char *at = complaint->where.excerpt; at != NULL && *at != '\0'; columns++)
            at += utf8_sequence(at, strlen(at));
        require(complaint->where.caret >= 0 && (size_t)complaint->where.caret <= columns + 1);
    }
}
