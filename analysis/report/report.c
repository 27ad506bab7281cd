#include "analysis/report/report.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "analysis/numbers/worlds.h"
#include "analysis/report/html.h"
#include "analysis/report/inlined.h"
#include "analysis/report/report_parts.h"
#include "base/destination.h"
#include "base/require.h"

static const mode_t folder_mode = 0777;

/* What the parts of the page rest on. */
static enum status look_into(struct page *page, const struct report_request *request, struct trouble *trouble)
{
    struct results *results = page->results;
    page->confidence = request->compare.confidence > 0 ? request->compare.confidence : USUAL_CONFIDENCE;
    enum status status = STATUS_FINE;
    if (results->designs.count > 1) {
        page->comparison = compare(results, &request->compare, &page->arena, trouble);
        status = page->comparison == NULL ? trouble_status(trouble) : STATUS_FINE;
    }
    if (status == STATUS_FINE)
        page->front = front_of(results, page->confidence, &page->arena, trouble);
    if (page->comparison != NULL)
        page->ranking = ranking_of(results, results->headline, page->confidence, &page->arena);
    if (page->comparison != NULL)
        page->worlds = page->comparison->worlds;
    else if (status == STATUS_FINE && results->worlds->count > 0)
        page->worlds = worlds_told(results, results->headline, 0, page->confidence, &page->arena, trouble);
    if (status == STATUS_FINE && trouble->count > 0)
        status = trouble_status(trouble);
    if (status == STATUS_FINE)
        report_find_figures(page);
    return status;
}

/* All of the text, with gaps for figures that are planned. */
static enum status write_text(struct page *page, const struct report_request *request,
                              struct trouble *trouble)
{
    enum status status = look_into(page, request, trouble);
    if (status == STATUS_FINE) {
        html_begin(page->text, page->results->title);
        text_say(page->text, inlined_marks);
        status = report_answer(page, trouble);
    }
    if (status == STATUS_FINE && request->carried != NULL)
        report_carried(page, request->carried);
    if (status == STATUS_FINE)
        status = report_best(page, trouble);
    if (status == STATUS_FINE)
        status = report_map(page, trouble);
    if (status == STATUS_FINE)
        status = report_sure(page, trouble);
    if (status == STATUS_FINE)
        status = report_worlds(page, trouble);
    if (status == STATUS_FINE) {
        report_record(page);
        status = report_fit(page, trouble);
    }
    if (status == STATUS_FINE) {
        if (page->comparison == NULL && page->has_first)
            report_measures(page);
        status = report_runs(page, trouble);
    }
    if (status == STATUS_FINE)
        status = report_courses(page, trouble);
    if (status == STATUS_FINE)
        status = report_groups(page, trouble);
    if (status == STATUS_FINE)
        status = report_movement(page, trouble);
    if (status == STATUS_FINE) {
        report_left_out(page);
        report_reading(page);
        report_limits(page);
        report_making(page);
        html_end(page->text);
    }
    return status;
}

static void page_free(struct page *page)
{
    for (size_t i = 0; i < page->gap_count; i++)
        text_free(&page->gaps[i].says);
    free(page->gaps);
    figure_batch_free(&page->drawings);
    arena_free(&page->arena);
    text_free(page->text);
}

enum status report_page(struct results *results, const struct report_request *request, struct text *text,
                        struct trouble *trouble)
{
    struct text gapped = {0};
    struct page page = {.text = &gapped, .results = results};
    enum status status = write_text(&page, request, trouble);
    if (status == STATUS_FINE)
        status = figure_batch_draw(&page.drawings, trouble);
    if (status == STATUS_FINE)
        report_filled(&page, text);
    page_free(&page);
    return status;
}

/* Makes the folder and those above it that are missing. */
static enum status make_folder(const char *directory, struct trouble *trouble)
{
    char *path = must_copy(directory);
    size_t length = strlen(path);
    int why = 0;
    for (size_t i = 1; i <= length && why == 0; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        char kept = path[i];
        path[i] = '\0';
        if (mkdir(path, folder_mode) != 0 && errno != EEXIST)
            why = errno;
        path[i] = kept;
    }
    free(path);
    struct stat facts;
    if (why == 0 && stat(directory, &facts) == 0 && !S_ISDIR(facts.st_mode))
        why = ENOTDIR;
    if (why == 0)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_NO_OUTPUT, (struct place){.file = directory},
                       "cannot be made a folder: %s", strerror(why));
}

/* Names of measures come from a file, so only plain letters of them make a name. */
static void add_file_name(struct text *path, const struct results *results,
                          const struct figure_request *figure)
{
    static const char *const kinds[] = {[FIGURE_DOTS] = "runs",
                                        [FIGURE_COURSE] = "course",
                                        [FIGURE_HISTOGRAM] = "histogram",
                                        [FIGURE_SURVIVAL] = "time-to-decision",
                                        [FIGURE_MAP] = "map",
                                        [FIGURE_GROUPS] = "groups",
                                        [FIGURE_PATH] = "path",
                                        [FIGURE_SITES] = "sites",
                                        [FIGURE_LINE] = "line",
                                        [FIGURE_CASCADES] = "cascades",
                                        [FIGURE_TREES] = "trees",
                                        [FIGURE_HELP] = "help",
                                        [FIGURE_WORLDS] = "worlds",
                                        [FIGURE_SCATTER] = "scatter",
                                        [FIGURE_SCREENING] = "screening",
                                        [FIGURE_FIT] = "fit",
                                        [FIGURE_INDICES] = "indices",
                                        [FIGURE_WEEK] = "week",
                                        [FIGURE_COURSES] = "courses",
                                        [FIGURE_FRONT] = "front",
                                        [FIGURE_RANKING] = "ranking",
                                        [FIGURE_PRECISION] = "precision"};
    static const char *const endings[] = {".svg", ".png", ".pdf", ".txt"};
    text_say(path, kinds[figure->kind]);
    if (figure_has_measure(figure->kind)) {
        text_say(path, "-");
        for (const char *name = results->measures[figure->measure].name; *name != '\0'; name++)
            text_print(path, "%c",
                       isalnum((unsigned char)*name) && (unsigned char)*name < 0x80 ? *name : '_');
    }
    text_say(path, endings[figure->format]);
}

/* The figures of the page as files beside it, each in all formats that are asked for. */
struct files {
    struct figure_request *all;
    size_t count;
};

static struct files files_beside(struct page *page, const struct report_request *request)
{
    struct files files = {ARENA_NEW(&page->arena, struct figure_request, page->shown * request->also_count),
                          0};
    for (size_t i = 0; i < page->shown; i++)
        for (size_t j = 0; j < request->also_count; j++) {
            struct figure_request *file = &files.all[files.count++];
            *file = page->figures[i];
            file->format = request->also[j];
            file->confidence = request->compare.confidence;
        }
    return files;
}

static enum status write_file(struct page *page, const struct report_request *request,
                              const struct figure_request *file, struct text *drawing,
                              struct trouble *trouble)
{
    struct text path = {0};
    struct destination destination = {0};
    text_print(&path, "%s/", request->directory);
    add_file_name(&path, page->results, file);
    enum status status = destination_find(path.bytes, MADE_FIGURE, request->inputs, &destination, trouble);
    if (status == STATUS_FINE)
        status = figure_write(page->results, file, drawing, &destination, trouble);
    destination_free(&destination);
    text_free(&path);
    return status;
}

/* Everything is drawn by now. The page comes last, so that it never stands beside figures that are missing.
 */
static enum status write_all(struct page *page, const struct report_request *request,
                             const struct files *files, struct trouble *trouble)
{
    struct text path = {0}, whole = {0};
    struct destination destination = {0};
    text_print(&path, "%s/index.html", request->directory);
    enum status status = make_folder(request->directory, trouble);
    if (status == STATUS_FINE)
        status = destination_find(path.bytes, MADE_PAGE, request->inputs, &destination, trouble);
    for (size_t i = 0; i < files->count && status == STATUS_FINE; i++)
        status = write_file(page, request, &files->all[i],
                            &page->drawings.all[page->gap_count + i].job.drawing, trouble);
    if (status == STATUS_FINE) {
        report_filled(page, &whole);
        status = destination_write(&destination, whole.bytes, whole.length, NULL, trouble);
    }
    destination_free(&destination);
    text_free(&whole);
    text_free(&path);
    return status;
}

enum status report_write(struct results *results, const struct report_request *request,
                         struct trouble *trouble)
{
    struct text gapped = {0};
    struct page page = {.text = &gapped, .results = results};
    enum status status = write_text(&page, request, trouble);
    const struct files files = status == STATUS_FINE ? files_beside(&page, request) : (struct files){0};
    for (size_t i = 0; i < files.count && status == STATUS_FINE; i++)
        status = figure_plan_file(results, &files.all[i], &page.drawings, trouble);
    if (status == STATUS_FINE)
        status = figure_batch_draw(&page.drawings, trouble);
    if (status == STATUS_FINE)
        status = write_all(&page, request, &files, trouble);
    page_free(&page);
    return status;
}
