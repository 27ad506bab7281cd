#include <string.h>

#include "scenario/document.h"

const char *syntax_sentence(const char *message)
{
    // clang-format off
    static const struct {
        const char *begins, *ours;
    } sentences[] = {
        {"tab character may not",                "a tab stands in the indentation; YAML wants spaces"},
        {"invalid tab",                          "a tab stands in the indentation; YAML wants spaces"},
        {"invalid nested block mapping",         "a second `: ` on one line; text that holds `: ` goes in quotes"},
        {"invalid value after mapping",          "a second `:` on one line; text that holds `: ` goes in quotes"},
        {"invalid mapping in plain multiline",   "a `: ` in text that goes over several lines; put the text in quotes"},
        {"invalid multiline plain key",          "the line after this one is indented too far, or this one lacks its `:`"},
        {"invalid multiline",                    "a key must stand on one line"},
        {"could not find expected ':'",          "a `:` is missing after this key"},
        {"missing ':'",                          "a `:` is missing after this key"},
        {"did not find expected key",            "a key is missing here, or the indentation is not that of the lines before"},
        {"did not find expected '-'",            "a `-` is missing here, or the indentation is not that of the lines before"},
        {"did not find expected node content",   "a value is missing here"},
        {"missing mapping value",                "a value is missing here"},
        {"invalid indentation in mapping",       "the indentation is not that of the keys before"},
        {"wrong indendation in sequence",        "the indentation is not that of the entries before"},
        {"wrongly indented sequence item",       "the indentation is not that of the entries before"},
        {"double-quoted scalar without",         "this double quote is never closed"},
        {"single-quoted scalar without",         "this single quote is never closed"},
        {"wrongly indented double-quoted",       "this double quote is not closed on its line, and the next is not indented"},
        {"wrongly indented single-quoted",       "this single quote is not closed on its line, and the next is not indented"},
        {"double-quoted scalar has invalid",     "a backslash code that YAML does not know; single quotes keep backslashes as they are"},
        {"invalid escape",                       "a backslash code that YAML does not know; single quotes keep backslashes as they are"},
        {"invalid trailing content",             "something follows the closing quote"},
        {"missing comma in flow sequence",       "a comma or `]` is missing in a list in brackets"},
        {"missing comma in flow mapping",        "a comma or `}` is missing in a map in braces"},
        {"flow sequence without a closing",      "a list in brackets is never closed"},
        {"flow sequence with invalid comma",     "a list in brackets begins with a comma"},
        {"wrongly indented",                     "the indentation is less than that of the list or map around it"},
        {"block sequence on the same line",      "a list must begin on the line after its key"},
        {"block sequence entries not allowed",   "a `- ` where no list can stand; text that begins with `- ` goes in quotes"},
        {"plain scalar cannot start",            "a value cannot begin with this character unless it stands in quotes"},
        {"invalid block mapping key on same",    "a second key on one line; each key has a line of its own"},
        {"depth limit exceeded",                 "lists and maps are nested too deep"},
        {"invalid content after document end",   "something follows the end of the document"},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        if (strncmp(message, sentences[i].begins, strlen(sentences[i].begins)) == 0)
            return sentences[i].ours;
    return NULL;
}
