#include <string.h>

#include "scenario/document.h"

struct syntax syntax_sentence(const char *message)
{
    // clang-format off
    static const struct {
        const char *begins;
        struct syntax ours;
    } sentences[] = {
        {"tab character may not",                {"a tab stands in the indentation; YAML wants spaces", 0, false}},
        {"invalid tab",                          {"a tab stands in the indentation; YAML wants spaces", 0, false}},
        {"invalid nested block mapping",         {"a second `: ` on one line; text that holds `: ` goes in quotes", 0, false}},
        {"invalid value after mapping",          {"this cannot follow here; mind the indentation, and put text that holds `: ` in quotes", 0, false}},
        {"flow sequence with invalid extra",     {"a comma or a bracket too many", 0, false}},
        {"flow mapping with invalid extra",      {"a comma or a bracket too many", 0, false}},
        {"invalid mapping in plain multiline",   {"a `: ` in text that goes over several lines; put the text in quotes", 0, false}},
        {"mismatched flow",                      {"this closes a bracket of another kind than was opened last", 0, false}},
        {"invalid multiline plain key",          {"the line after this one is indented too far, or this one lacks its `:`", 0, false}},
        {"invalid multiline",                    {"a key must stand on one line", 0, false}},
        {"could not find expected ':'",          {"a `:` is missing after this key", 0, false}},
        {"missing ':'",                          {"a `:` is missing after this key", 0, false}},
        {"did not find expected key",            {"a key is missing here, or the indentation is not that of the lines before", 0, false}},
        {"did not find expected '-'",            {"a `-` is missing here, or the indentation is not that of the lines before", 0, false}},
        {"did not find expected node content",   {"a value is missing here", 0, false}},
        {"missing mapping value",                {"a value is missing here", 0, false}},
        {"invalid indentation in mapping",       {"the indentation is not that of the keys before", 0, false}},
        {"wrong indendation in sequence",        {"the indentation is not that of the entries before", 0, false}},
        {"wrongly indented sequence item",       {"the indentation is not that of the entries before", 0, false}},
        {"double-quoted scalar without",         {"this double quote is never closed", 1, false}},
        {"single-quoted scalar without",         {"this single quote is never closed", 1, false}},
        {"wrongly indented double-quoted",       {"this double quote is not closed on its line, and the next is not indented", 0, false}},
        {"wrongly indented single-quoted",       {"this single quote is not closed on its line, and the next is not indented", 0, false}},
        {"double-quoted scalar has invalid",     {"a backslash code that YAML does not know; single quotes keep backslashes as they are", 0, false}},
        {"invalid escape",                       {"a backslash code that YAML does not know; single quotes keep backslashes as they are", 0, false}},
        {"invalid trailing content",             {"something follows the closing quote", 0, false}},
        {"missing comma in flow sequence",       {"a comma or `]` is missing in a list in brackets", 0, false}},
        {"missing comma in flow mapping",        {"a comma or `}` is missing in a map in braces", 0, false}},
        {"flow sequence without a closing",      {"a list in brackets is never closed", 0, false}},
        {"flow sequence with invalid comma",     {"a list in brackets begins with a comma", 0, false}},
        {"wrongly indented",                     {"the indentation is less than that of the list or map around it", 0, true}},
        {"block sequence on the same line",      {"a list must begin on the line after its key", 0, false}},
        {"block sequence entries not allowed",   {"a `- ` where no list can stand; text that begins with `- ` goes in quotes", 0, false}},
        {"plain scalar cannot start",            {"a value cannot begin with this character unless it stands in quotes", 0, false}},
        {"invalid block mapping key on same",    {"a second key on one line; each key has a line of its own", 0, false}},
        {"depth limit exceeded",                 {"lists and maps are nested too deep", 0, false}},
        {"invalid content after document end",   {"something follows the end of the document", 0, false}},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        if (strncmp(message, sentences[i].begins, strlen(sentences[i].begins)) == 0)
            return sentences[i].ours;
    return (struct syntax){0};
}
