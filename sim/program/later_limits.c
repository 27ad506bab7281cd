#include "program/later_limits.h"

#include <string.h>

#include "base/shell.h"

enum status later_limits_judge(struct call *call)
{
    const struct options *options = &call->options;
    for (size_t i = 0; i < options->override_count; i++)
        if (strncmp(options->overrides[i], MACHINE_SETTINGS, strlen(MACHINE_SETTINGS)) != 0) {
            call_trouble(call, STATUS_USAGE,
                         "`--set %s`: only limits can be set where runs are continued, as in `--set "
                         "limits.events=1e11`",
                         options->overrides[i]);
            return STATUS_USAGE;
        }
    return STATUS_FINE;
}

void later_limits_set(struct call *call, struct experiment_request *request)
{
    const struct options *options = &call->options;
    size_t count = request->override_count;
    const char **overrides = ARENA_NEW(&call->arena, const char *, count + options->override_count + 1);
    for (size_t i = 0; i < count; i++)
        overrides[i] = request->overrides[i];
    for (size_t i = 0; i < options->override_count; i++) {
        struct text word = {0};
        shell_word(&word, options->overrides[i]);
        request->command = arena_print(&call->arena, "%s --set %s", request->command, word.bytes);
        text_free(&word);
        overrides[count++] = options->overrides[i];
    }
    request->overrides = overrides;
    request->override_count = count;
}
