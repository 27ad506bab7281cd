#include "program/begin.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/limits.h"
#include "program/command.h"
#include "program/commands.h"
#include "program/complain.h"
#include "program/manual.h"
#include "program/output.h"
#include "program/threads.h"
#include "program/version.h"

/* Bytes that every command may need besides what is loaded already. */
enum { LEAST_MEMORY = 16 << 20 };

/* A requirement that does not hold has printed its place and aborts; scripts learn of it by the status. */
static void on_abort(int signal)
{
    (void)signal;
    _exit(EX_SOFTWARE);
}

static void settle_signals(void)
{
    /* A full pipe, disk or quota is reported by the call that writes, not by a signal that kills. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGABRT, on_abort);
}

static enum status begin_with_option(struct call *call, const char *word)
{
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
        version_text(&call->out);
        return STATUS_FINE;
    }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        manual_overview(call->commands, &call->out);
        return STATUS_FINE;
    }
    call_trouble(call, STATUS_USAGE, "`%s` is not understood before a command", word);
    trouble_hint(&call->trouble, "usage: groundswell COMMAND ..., as in `groundswell demo`");
    return STATUS_USAGE;
}

static enum status call_begin(struct call *call, int argc, char **argv)
{
    if (argc < 2) {
        call_trouble(call, STATUS_USAGE, "a command is missing");
        trouble_hint(&call->trouble,
                     "`groundswell demo` shows what it does, `groundswell help` lists the commands");
        return STATUS_USAGE;
    }
    if (argv[1][0] == '-')
        return begin_with_option(call, argv[1]);
    call->command = command_named(call->commands, argv[1]);
    if (call->command == NULL)
        return command_unknown(call->commands, argv[1], &call->trouble);
    enum status status =
        options_read(call->command, argc - 1, argv + 1, &call->arena, &call->options, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    if (call->options.wish == WISH_HELP) {
        manual_command(call->command, &call->out);
        return STATUS_FINE;
    }
    status = limit_memory_for(LEAST_MEMORY, "this program", &call->trouble);
    if (status != STATUS_FINE)
        return status;
    if (call->command->work == WORK_RUNS)
        threads_wait_quietly(argv);
    call->arguments = call->options.arguments;
    call->argument_count = call->options.argument_count;
    return call->command->run(call);
}

void program_prepare(void)
{
    output_guard();
    settle_signals();
    /* Widths of characters on the terminal; numbers keep their point. */
    setlocale(LC_CTYPE, "C.UTF-8");
}

int program_carry_out(int argc, char **argv, struct crew *crew)
{
    struct call call = {.commands = &all_commands, .screen = screen_look(), .crew = crew};
    call.out.columns = call.screen.page;
    enum status status = call_begin(&call, argc, argv);
    enum status printed = output_print(&call);
    if (status == STATUS_FINE)
        status = printed;
    if (status == STATUS_FINE)
        status = trouble_status(&call.trouble);
    complain(&call.trouble, &call.screen);
    text_free(&call.out);
    trouble_free(&call.trouble);
    inputs_free(&call.inputs);
    arena_free(&call.arena);
    return exit_status(status);
}
