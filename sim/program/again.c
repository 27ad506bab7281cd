#include "program/again.h"

#include <string.h>

#include "program/version.h"

static const char *copied(struct call *call, const char *text)
{
    return arena_text(&call->arena, text, strlen(text));
}

static void copy_provenance(struct call *call, const struct provenance *made,
                            struct experiment_request *request)
{
    const char **overrides = ARENA_NEW(&call->arena, const char *, made->overrides.count);
    for (size_t i = 0; i < made->overrides.count; i++)
        overrides[i] = copied(call, made->overrides.names[i]);
    struct provenance_method *kept = ARENA_NEW(&call->arena, struct provenance_method, made->method_count);
    for (size_t i = 0; i < made->method_count; i++) {
        const struct results_method *method = &made->methods[i];
        kept[i] = (struct provenance_method){copied(call, method->name), copied(call, method->folder),
                                             copied(call, method->file), copied(call, method->text), ""};
    }
    request->path = copied(call, made->scenario_file);
    request->text = copied(call, made->scenario_text);
    request->length = strlen(request->text);
    request->overrides = overrides;
    request->override_count = made->overrides.count;
    request->kept = kept;
    request->kept_count = made->method_count;
    request->command = copied(call, made->command);
}

/* The command says so, at its end or before limits that were given later; and then there are none. */
static bool left_variants_out(const struct results *results)
{
    static const char option[] = " --base-only", later[] = " --set " MACHINE_SETTINGS;
    if (results->variant_count > 1 || results_any_worlds(results)->count > 0)
        return false;
    for (const char *at = results->provenance.command; (at = strstr(at, option)) != NULL;) {
        at += sizeof option - 1;
        if (*at == '\0' || strncmp(at, later, sizeof later - 1) == 0)
            return true;
    }
    return false;
}

enum status made_again(struct call *call, const struct results *results, struct experiment_request *request)
{
    *request = (struct experiment_request){.base_only = left_variants_out(results)};
    copy_provenance(call, &results->provenance, request);
    if (*results->provenance.scenario_text != '\0')
        return STATUS_FINE;
    return trouble_add(&call->trouble, STATUS_BAD_INPUT, (struct place){.file = results->path},
                       "this results file does not keep the scenario that it was made from");
}

bool made_by_this_build(const struct provenance *made)
{
    return strcmp(made->version, version_number()) == 0 && strcmp(made->commit, version_commit()) == 0 &&
           strcmp(made->libraries, version_libraries()) == 0;
}
