#include "program/page_template.h"

#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/report/html.h"
#include "program/version.h"

enum { LARGEST_TEMPLATE = 16 * 1024 * 1024 };

/* The whole file, or NULL. */
static const char *read_whole(const char *path, struct arena *arena)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return NULL;
    char *bytes = arena_take(arena, LARGEST_TEMPLATE + 1, 1);
    const size_t length = fread(bytes, 1, LARGEST_TEMPLATE, file);
    fclose(file);
    bytes[length] = '\0';
    return bytes;
}

const char *page_template_read(struct arena *arena, struct trouble *trouble)
{
    char self[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    const char *template = NULL;
    if (length > 0) {
        self[length] = '\0';
        char *slash = strrchr(self, '/');
        if (slash != NULL)
            *slash = '\0';
        const char *const places[] = {"share", "../share"};
        for (size_t i = 0; i < sizeof places / sizeof places[0] && template == NULL; i++)
            template =
                read_whole(arena_print(arena, "%s/%s/groundswell-page/page.html", self, places[i]), arena);
    }
    if (template != NULL)
        return template;
    trouble_add(trouble, STATUS_NO_INPUT, (struct place){0},
                "this program was built without the page that holds the simulator");
    trouble_hint(trouble, "install emscripten, and build it again with -DGROUNDSWELL_PAGE=ON");
    return NULL;
}

/* Where the path of "path=value" ends: at the first = that is in no quotes. */
static size_t path_length(const char *setting)
{
    bool quoted = false;
    size_t length = 0;
    for (; setting[length] != '\0' && (quoted || setting[length] != '='); length++)
        quoted = setting[length] == '"' ? !quoted : quoted;
    return length;
}

/* As the script keeps them: JSON, [{"path", "value"}]. */
static void say_settings(struct text *page, const struct page_content *content)
{
    json_t *all = json_array();
    for (size_t i = 0; i < content->setting_count; i++) {
        const char *setting = content->settings[i];
        const size_t length = path_length(setting);
        json_array_append_new(all, json_pack("{s:s%, s:s}", "path", setting, length, "value",
                                             setting[length] == '\0' ? "" : setting + length + 1));
    }
    char *said = json_dumps(all, JSON_COMPACT);
    html_text(page, said == NULL ? "[]" : said);
    free(said);
    json_decref(all);
}

static void say_methods(struct text *page, const struct page_content *content)
{
    for (size_t i = 0; i < content->method_count; i++) {
        text_say(page, "<textarea class=\"method\" hidden autocomplete=\"off\" data-name=\"");
        html_text(page, content->methods[i].name);
        text_say(page, "\">\n");
        html_lines(page, content->methods[i].text);
        text_say(page, "</textarea>\n");
    }
}

/* One of the places that are filled in; false where `name` is none of them. */
static bool say_place(struct text *page, const struct page_content *content, const char *name, size_t length)
{
    const struct {
        const char *name;
        size_t length;
    } named = {name, length};
#define IS(word) (named.length == sizeof(word) - 1 && memcmp(named.name, word, sizeof(word) - 1) == 0)
    if (IS("title"))
        html_text(page, content->title);
    else if (IS("scenario"))
        html_lines(page, content->scenario);
    else if (IS("settings"))
        say_settings(page, content);
    else if (IS("methods"))
        say_methods(page, content);
    else if (IS("version"))
        html_text(page, version_number());
    else
        return false;
    return true;
#undef IS
}

void page_template_fill(const char *template, const struct page_content *content, struct text *page)
{
    static const char begin[] = "{{", end[] = "}}";
    const char *from = template;
    for (const char *at = template; (at = strstr(at, begin)) != NULL;) {
        const char *name = at + sizeof begin - 1, *after = strstr(name, end);
        const size_t before = page->length;
        text_add(page, from, (size_t)(at - from));
        if (after != NULL && say_place(page, content, name, (size_t)(after - name))) {
            from = at = after + sizeof end - 1;
        } else {
            page->length = before;
            at = name;
        }
    }
    text_say(page, from);
}
