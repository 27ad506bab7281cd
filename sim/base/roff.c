#include "base/roff.h"

void roff_text(struct text *out, const char *string)
{
    for (const char *at = string; *at != '\0'; at++) {
        if (*at == '\\')
            text_say(out, "\\e");
        else if (*at == '-')
            text_say(out, "\\-");
        else if (*at == '^')
            text_say(out, "\\(ha");
        else if (*at == '~')
            text_say(out, "\\(ti");
        else if (*at == '`')
            text_say(out, "\\(ga");
        else if ((*at == '.' || *at == '\'') && (at == string || at[-1] == '\n'))
            text_print(out, "\\&%c", *at);
        else
            text_add(out, at, 1);
    }
}

void roff_item(struct text *out, const char *head, const char *meaning)
{
    text_say(out, ".TP\n.B ");
    roff_text(out, head);
    text_say(out, "\n");
    roff_text(out, meaning);
    text_say(out, "\n");
}
