#include <errno.h>
#include <hdf5.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/require.h"
#include "record/disk.h"
#include "record/journal.h"
#include "record/layout.h"
#include "record/part.h"
#include "record/record.h"

/* Reads a variable of texts that we wrote; a file of somebody else's may hold anything under its name. */
static const char *const *texts_of(hid_t file, const char *name, struct arena *arena, size_t *count)
{
    const char **texts = NULL;
    hid_t variable = H5Dopen2(file, name, H5P_DEFAULT);
    if (variable < 0)
        return NULL;
    hid_t space = H5Dget_space(variable), type = H5Dget_type(variable);
    hssize_t length = H5Sget_simple_extent_npoints(space);
    if (length >= 0 && H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0) {
        char **read = must_allocate((size_t)length, sizeof *read);
        if (length == 0 || H5Dread(variable, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, read) >= 0) {
            texts = ARENA_NEW(arena, const char *, (size_t)length);
            for (hssize_t i = 0; i < length; i++)
                texts[i] = read[i] == NULL ? "" : arena_text(arena, read[i], strlen(read[i]));
            *count = (size_t)length;
        }
        if (texts != NULL && length > 0)
            H5Dvlen_reclaim(type, space, H5P_DEFAULT, read);
        free(read);
    }
    H5Tclose(type);
    H5Sclose(space);
    H5Dclose(variable);
    return texts;
}

static const char *text_of(hid_t file, const char *name, struct arena *arena)
{
    size_t count = 0;
    const char *const *texts = texts_of(file, name, arena, &count);
    return texts == NULL || count != 1 ? NULL : texts[0];
}

static bool read_origin(hid_t file, struct arena *arena, struct record_origin *origin)
{
    origin->scenario_text = text_of(file, "/" LAYOUT_PROVENANCE "/" LAYOUT_SCENARIO_TEXT, arena);
    origin->scenario_file = text_of(file, "/" LAYOUT_PROVENANCE "/" LAYOUT_SCENARIO_FILE, arena);
    origin->command = text_of(file, "/" LAYOUT_PROVENANCE "/" LAYOUT_COMMAND, arena);
    origin->overrides =
        texts_of(file, "/" LAYOUT_PROVENANCE "/" LAYOUT_OVERRIDES, arena, &origin->override_count);
    return origin->scenario_text != NULL && origin->scenario_file != NULL && origin->command != NULL &&
           origin->overrides != NULL;
}

static bool results_origin(const char *path, struct arena *arena, struct record_origin *origin)
{
    H5E_auto2_t say;
    void *say_to;
    H5Eget_auto2(H5E_DEFAULT, &say, &say_to);
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    bool found = false;
    hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
    if (file >= 0) {
        found = read_origin(file, arena, origin);
        H5Fclose(file);
    }
    H5Eset_auto2(H5E_DEFAULT, say, say_to);
    return found;
}

/* The journal beside the file, or the one that is a part and was named itself. For the caller to free. */
static char *journal_of(const char *path, struct record_part *part)
{
    size_t length = strlen(path);
    *part = (struct record_part){0};
    struct stat facts;
    char *beside = disk_name(path, DISK_JOURNAL_ENDING);
    if (stat(beside, &facts) == 0 || !part_in_name(path, part, &length))
        *part = (struct record_part){0};
    free(beside);
    char *target = must_copy(path);
    if (part->of > 0)
        target[length] = '\0';
    char *resolved = realpath(target, NULL);
    const char *base = resolved == NULL ? target : resolved;
    char *journal = part->of > 0 ? part_name(base, part) : disk_name(base, DISK_JOURNAL_ENDING);
    free(resolved);
    free(target);
    return journal;
}

static enum status misnamed(const char *path, const struct record_part *made, struct trouble *trouble)
{
    const struct place place = {.file = path};
    if (made->of == 0)
        return trouble_add(trouble, STATUS_BAD_INPUT, place,
                           "this file was made with all runs and has the name of a part");
    return trouble_add(trouble, STATUS_BAD_INPUT, place,
                       "this file was made as part %llu of %llu and has another name",
                       (unsigned long long)made->number, (unsigned long long)made->of);
}

enum status record_origin(const char *path, enum status (*examine)(const char *, struct trouble *),
                          struct arena *arena, struct record_origin *origin, struct trouble *trouble)
{
    *origin = (struct record_origin){0};
    struct heading heading;
    struct record_part part;
    char *journal = journal_of(path, &part);
    bool found;
    enum status status = journal_origin(journal, arena, &heading, &found, trouble);
    if (status == STATUS_FINE && found && (heading.part.number != part.number || heading.part.of != part.of))
        status = misnamed(journal, &heading.part, trouble);
    free(journal);
    if (status != STATUS_FINE)
        return status;
    if (found) {
        *origin = (struct record_origin){.scenario_text = heading.scenario_text,
                                         .scenario_file = heading.scenario_file,
                                         .command = heading.command,
                                         .overrides = heading.overrides,
                                         .override_count = heading.override_count,
                                         .methods = heading.methods,
                                         .method_count = heading.method_count,
                                         .variant_count = heading.variants,
                                         .part = heading.part};
        return STATUS_FINE;
    }

    struct stat facts;
    if (stat(path, &facts) != 0)
        return trouble_add(trouble, STATUS_NO_INPUT, (struct place){.file = path},
                           "there are no results here: %s", strerror(errno));
    status = examine == NULL ? STATUS_FINE : examine(path, trouble);
    if (status != STATUS_FINE)
        return status;
    if (!results_origin(path, arena, origin))
        return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = path},
                           "this is not a results file of Groundswell");
    origin->complete = true;
    return STATUS_FINE;
}
