#include "program/citation.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "base/shell.h"
#include "citation_found.h" /* written by cmake/citation.cmake */
#include "program/version.h"

static const struct author {
    const char *name; /* family names, or the only one */
    const char *given;
} authors[] = {CITATION_AUTHORS};
enum { AUTHORS = sizeof authors / sizeof authors[0] };

static bool is_known(const char *text)
{
    return *text != '\0';
}

/* --- what is cited --- */

static const char *counted_runs(const struct results *results, struct arena *arena)
{
    size_t least = results->replications, most = 0;
    for (size_t i = 0; i < results->designs.count; i++) {
        least = results->runs[i] < least ? results->runs[i] : least;
        most = results->runs[i] > most ? results->runs[i] : most;
    }
    const char *many = most == 1 ? "" : "s";
    return least == most ? arena_print(arena, "%zu replication%s", most, many)
                         : arena_print(arena, "%zu to %zu replications", least, most);
}

struct citation citation_of(const struct results *results, struct arena *arena)
{
    const char *commit = results == NULL ? version_commit() : results->provenance.commit;
    struct citation citation = {
        .version = results == NULL ? version_number() : results->provenance.version,
        .commit = strcmp(commit, "unknown") == 0 ? "" : commit,
        .results = results,
    };
    if (results != NULL)
        citation.runs = arena_print(
            arena, "Runs of the scenario \"%s\" (%s) with seed %s, %zu design%s, %s of each", results->title,
            results->provenance.scenario_file, results->provenance.seed, results->designs.count,
            results->designs.count == 1 ? "" : "s", counted_runs(results, arena));
    return citation;
}

/* What CITATION.cff says of one version alone holds for this one. */
static bool is_ours(const struct citation *citation)
{
    return strcmp(citation->version, CITATION_VERSION) == 0;
}

/* What is not known yet is an empty text in CITATION.cff, and both sides may be the same then. */
static const char nothing[] = "", the_day[] = CITATION_RELEASED, the_doi[] = CITATION_DOI,
                  the_code[] = CITATION_CODE, the_site[] = CITATION_URL;

static const char *released(const struct citation *citation)
{
    return is_ours(citation) ? the_day : nothing;
}

static const char *doi(const struct citation *citation)
{
    return is_ours(citation) ? the_doi : nothing;
}

static const char *address(void)
{
    return is_known(the_code) ? the_code : the_site;
}

/* --- in words --- */

static void say_line(struct text *out, const char *name, const char *value)
{
    if (is_known(value))
        text_print(out, "  %-10s %s\n", name, value);
}

static void say_results(const struct citation *citation, struct text *out)
{
    const struct provenance *made = &citation->results->provenance;
    text_print(out, "\n%s.\n\n", citation->runs);
    say_line(out, "scenario", made->scenario_file);
    say_line(out, "seed", made->seed);
    for (size_t i = 0; i < citation->results->designs.count; i++)
        say_line(out, i == 0 ? "designs" : "", citation->results->designs.names[i]);
    say_line(out, "made by", made->command);
    say_line(out, "version", citation->version);
    say_line(out, "commit", citation->commit);
    say_line(out, "libraries", made->libraries);
    text_say(out, "\nThe same runs again, from the file alone: groundswell run ");
    shell_path(out, citation->results->path);
    text_say(out, " --again\n");
}

void citation_say(const struct citation *citation, struct text *out)
{
    for (size_t i = 0; i < AUTHORS; i++)
        text_print(out, "%s%s%s%s", i == 0 ? "" : ", ", authors[i].given,
                   is_known(authors[i].given) ? " " : "", authors[i].name);
    if (is_known(released(citation)))
        text_print(out, " (%.4s)", released(citation));
    text_print(out, ". %s. Version %s", CITATION_TITLE, citation->version);
    if (is_known(citation->commit))
        text_print(out, ", commit %s", citation->commit);
    text_print(out, ". Software, %s licence.", CITATION_LICENSE);
    if (is_known(doi(citation)))
        text_print(out, " https://doi.org/%s", doi(citation));
    else if (is_known(address()))
        text_print(out, " %s", address());
    text_say(out, "\n");
    if (citation->results != NULL)
        say_results(citation, out);
    else
        text_say(out, "\nWhat made a results file, with its scenario and seed: groundswell cite FILE.h5\n"
                      "For a bibliography: --bibtex, --cff, or --json (CSL-JSON)\n");
}

/* --- BibTeX --- */

/* As TeX needs it written. */
static void add_tex(struct text *out, const char *words)
{
    static const struct {
        char character;
        const char *written;
    } odd[] = {{'\\', "\\textbackslash{}"}, {'~', "\\textasciitilde{}"}, {'^', "\\textasciicircum{}"}};
    for (const char *at = words; *at != '\0'; at++) {
        const char *written = NULL;
        for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
            written = odd[i].character == *at ? odd[i].written : written;
        if (written != NULL)
            text_say(out, written);
        else if (strchr("{}%&#$_", *at) != NULL)
            text_print(out, "\\%c", *at);
        else
            text_add(out, *at == '\n' ? " " : at, 1);
    }
}

static void bibtex_field(struct text *out, const char *name, const char *value)
{
    if (!is_known(value))
        return;
    text_print(out, ",\n  %-7s = {", name);
    add_tex(out, value);
    text_say(out, "}");
}

static void bibtex_authors(struct text *out)
{
    text_say(out, ",\n  author  = {");
    for (size_t i = 0; i < AUTHORS; i++) {
        bool person = is_known(authors[i].given);
        text_print(out, "%s%s", i == 0 ? "" : " and ", person ? "" : "{");
        add_tex(out, authors[i].name);
        text_say(out, person ? ", " : "}");
        add_tex(out, authors[i].given);
    }
    text_say(out, "}");
}

void citation_bibtex(const struct citation *citation, struct text *out)
{
    struct text note = {0};
    char year[5];
    snprintf(year, sizeof year, "%s", released(citation));
    text_say(&note, is_known(citation->commit) ? "Commit " : "");
    text_say(&note, citation->commit);
    if (citation->runs != NULL)
        text_print(&note, "%s%s", is_known(citation->commit) ? ". " : "", citation->runs);
    text_say(out, "@software{groundswell");
    bibtex_authors(out);
    text_say(out, ",\n  title   = {{");
    add_tex(out, CITATION_TITLE);
    text_say(out, "}}");
    bibtex_field(out, "version", citation->version);
    bibtex_field(out, "year", year);
    bibtex_field(out, "doi", doi(citation));
    bibtex_field(out, "url", address());
    bibtex_field(out, "license", CITATION_LICENSE);
    bibtex_field(out, "note", note.length == 0 ? "" : note.bytes);
    text_say(out, "\n}\n");
    text_free(&note);
}

/* --- CITATION.cff --- */

/* A value between quotation marks; what JSON writes is YAML too. */
static void cff_field(struct text *out, const char *name, const char *value)
{
    json_t *string = json_string(value);
    require(string != NULL);
    char *written = json_dumps(string, JSON_ENCODE_ANY);
    require(written != NULL);
    text_print(out, "%s: %s\n", name, written);
    free(written);
    json_decref(string);
}

static bool begins_with(const char *line, const char *key)
{
    return strncmp(line, key, strlen(key)) == 0;
}

static void cff_line(const struct citation *citation, const char *line, size_t length, struct text *out)
{
    if (begins_with(line, "version:")) {
        cff_field(out, "version", citation->version);
        if (is_known(citation->commit))
            cff_field(out, "commit", citation->commit);
    } else if (begins_with(line, "message:") && citation->runs != NULL) {
        struct text message = {0};
        text_print(&message, "If you use these results, please cite the program that made them. %s.",
                   citation->runs);
        cff_field(out, "message", message.bytes);
        text_free(&message);
    } else if (is_ours(citation) || (!begins_with(line, "doi:") && !begins_with(line, "date-released:"))) {
        text_add(out, line, length);
    }
}

void citation_cff(const struct citation *citation, struct text *out)
{
    for (const char *line = CITATION_TEXT; *line != '\0';) {
        const char *end = strchr(line, '\n');
        size_t length = end == NULL ? strlen(line) : (size_t)(end - line) + 1;
        cff_line(citation, line, length, out);
        line += length;
    }
}

/* --- CSL-JSON --- */

static json_t *authors_json(void)
{
    json_t *all = json_array();
    for (size_t i = 0; i < AUTHORS; i++)
        json_array_append_new(
            all, is_known(authors[i].given)
                     ? json_pack("{s:s, s:s}", "family", authors[i].name, "given", authors[i].given)
                     : json_pack("{s:s}", "literal", authors[i].name));
    return all;
}

static void json_known(json_t *json, const char *name, const char *value)
{
    if (value != NULL && is_known(value))
        json_object_set_new(json, name, json_string(value));
}

static json_t *custom_json(const struct citation *citation)
{
    json_t *custom = json_pack("{s:s}", "license", CITATION_LICENSE);
    json_known(custom, "commit", citation->commit);
    if (citation->results == NULL)
        return custom;
    const struct provenance *made = &citation->results->provenance;
    json_known(custom, "scenario", citation->results->title);
    json_known(custom, "scenario_file", made->scenario_file);
    json_known(custom, "seed", made->seed);
    json_known(custom, "command", made->command);
    json_known(custom, "libraries", made->libraries);
    json_t *designs = json_array();
    for (size_t i = 0; i < citation->results->designs.count; i++)
        json_array_append_new(designs, json_pack("{s:s, s:I}", "name", citation->results->designs.names[i],
                                                 "replications", (json_int_t)citation->results->runs[i]));
    json_object_set_new(custom, "designs", designs);
    return custom;
}

json_t *citation_json(const struct citation *citation)
{
    json_t *json = json_pack("{s:s, s:s, s:s, s:o, s:s}", "id", "groundswell", "type", "software", "title",
                             CITATION_TITLE, "author", authors_json(), "version", citation->version);
    int year, month, day;
    if (sscanf(released(citation), "%d-%d-%d", &year, &month, &day) == 3)
        json_object_set_new(json, "issued", json_pack("{s:[[i,i,i]]}", "date-parts", year, month, day));
    json_known(json, "DOI", doi(citation));
    json_known(json, "URL", address());
    json_known(json, "note", citation->runs);
    json_object_set_new(json, "custom", custom_json(citation));
    return json;
}
