#include "analysis/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/require.h"

enum { OURS, THEIRS, BUFFER = 65536, STREAMS = 3 };

/* One socket pair a stream: sockets rather than pipes, because only they can be written without SIGPIPE. */
struct streams {
    int pairs[STREAMS][2];
};

static void close_end(int *end)
{
    if (*end >= 0)
        close(*end);
    *end = -1;
}

static void streams_close(struct streams *streams)
{
    for (int i = 0; i < STREAMS; i++)
        for (int j = 0; j < 2; j++)
            close_end(&streams->pairs[i][j]);
}

static bool streams_open(struct streams *streams)
{
    for (int i = 0; i < STREAMS; i++)
        streams->pairs[i][OURS] = streams->pairs[i][THEIRS] = -1;
    for (int i = 0; i < STREAMS; i++)
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, streams->pairs[i]) != 0) {
            int why = errno;
            streams_close(streams);
            errno = why;
            return false;
        }
    return true;
}

/* Sends what is left of the input; closes the stream when all is sent or nobody listens any more. */
static void feed(struct child *child, size_t *sent, int *end)
{
    ssize_t count = send(*end, child->input + *sent, child->length - *sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0)
        *sent += (size_t)count;
    bool again = count < 0 && (errno == EAGAIN || errno == EINTR);
    if (*sent == child->length || (count < 0 && !again))
        close_end(end);
}

static void drain(int *end, struct text *text)
{
    char bytes[BUFFER];
    ssize_t count = recv(*end, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0)
        text_add(text, bytes, (size_t)count);
    else if (count == 0 || (errno != EAGAIN && errno != EINTR))
        close_end(end);
}

/* All three streams at once: a program that answers before it has read everything would otherwise wait for
 * ever. */
static void converse(struct child *child, struct streams *streams)
{
    int *ends[STREAMS];
    size_t sent = 0;
    for (int i = 0; i < STREAMS; i++) {
        close_end(&streams->pairs[i][THEIRS]);
        ends[i] = &streams->pairs[i][OURS];
    }
    if (child->length == 0)
        close_end(ends[STDIN_FILENO]);
    while (*ends[STDOUT_FILENO] >= 0 || *ends[STDERR_FILENO] >= 0) {
        struct pollfd polled[STREAMS];
        for (int i = 0; i < STREAMS; i++)
            polled[i] = (struct pollfd){*ends[i], i == STDIN_FILENO ? POLLOUT : POLLIN, 0};
        if (poll(polled, STREAMS, -1) < 0 && errno != EINTR)
            break;
        if (polled[STDIN_FILENO].revents != 0)
            feed(child, &sent, ends[STDIN_FILENO]);
        if (polled[STDOUT_FILENO].revents != 0)
            drain(ends[STDOUT_FILENO], &child->output);
        if (polled[STDERR_FILENO].revents != 0)
            drain(ends[STDERR_FILENO], &child->errors);
    }
}

static int ended(pid_t process)
{
    int state = 0;
    while (waitpid(process, &state, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

/* Variables that finding programs and fonts takes; whatever else is set could change what is drawn. */
static void environment_of(char *environment[], char home[], char path[], size_t size)
{
    const char *our_path = getenv("PATH"), *our_home = getenv("HOME");
    snprintf(path, size, "PATH=%s", our_path == NULL ? "/usr/bin:/bin" : our_path);
    snprintf(home, size, "HOME=%s", our_home == NULL ? "/" : our_home);
    environment[0] = path;
    environment[1] = home;
    environment[2] = NULL;
}

bool child_run(struct child *child)
{
    enum { LONGEST_VARIABLE = 8192 };
    struct streams streams;
    char path[LONGEST_VARIABLE], home[LONGEST_VARIABLE], *environment[3];
    environment_of(environment, home, path, sizeof path);
    if (!streams_open(&streams))
        return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int i = 0; i < STREAMS; i++)
        posix_spawn_file_actions_adddup2(&actions, streams.pairs[i][THEIRS], i);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t usual;
    sigemptyset(&usual);
    posix_spawnattr_setsigmask(&attributes, &usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    pid_t process;
    /* POSIX promises to change none of the strings, but its type is older than `const`. */
    char *const *arguments;
    memcpy(&arguments, &child->arguments, sizeof arguments);
    int why = posix_spawnp(&process, child->arguments[0], &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (why == 0) {
        converse(child, &streams);
        child->exit_code = ended(process);
    }
    streams_close(&streams);
    errno = why;
    return why == 0;
}

/* What is mapped already counts as well: a sanitizer alone reserves terabytes. */
static void limit_memory(size_t more)
{
    size_t pages = 0;
    FILE *facts = fopen("/proc/self/statm", "re");
    bool known = facts != NULL && fscanf(facts, "%zu", &pages) == 1;
    if (facts != NULL)
        fclose(facts);
    rlim_t most = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + more;
    if (known)
        setrlimit(RLIMIT_AS, &(struct rlimit){most, most});
}

/* The copy's side: it never comes back. */
static _Noreturn void work_alone(void (*work)(void *argument, struct text *said), void *argument,
                                 struct allowance allowance, int end)
{
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM};
    struct text said = {0};
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
        signal(deadly[i], SIG_DFL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    limit_memory(allowance.memory);
    alarm(allowance.seconds);
    work(argument, &said);
    for (size_t sent = 0; sent < said.length;) {
        ssize_t count = send(end, said.bytes + sent, said.length - sent, MSG_NOSIGNAL);
        if (count <= 0)
            _exit(1);
        sent += (size_t)count;
    }
    _exit(0);
}

bool child_survives(void (*work)(void *argument, struct text *said), void *argument,
                    struct allowance allowance, struct text *said)
{
    int pair[2];
    char bytes[BUFFER];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return true; /* no room for a second process: the work itself will show */
    pid_t process = fork();
    if (process == 0)
        work_alone(work, argument, allowance, pair[THEIRS]);
    close(pair[THEIRS]);
    for (ssize_t count = 1; process > 0 && count > 0;) {
        count = recv(pair[OURS], bytes, sizeof bytes, 0);
        if (count > 0)
            text_add(said, bytes, (size_t)count);
        else if (count < 0 && errno == EINTR)
            count = 1;
    }
    close(pair[OURS]);
    return process < 0 || ended(process) == 0;
}
