#include "analysis/file/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/require.h"

enum { OURS, THEIRS, BUFFER = 65536, LOOK_EVERY = 50 /* milliseconds */ };
enum { WRITTEN, SAID, STREAMS }; /* its standard output and standard error */

/* What it reads is a file without a name, so that it may read as it likes, and may open it again as
 * /dev/stdin. What it writes comes by a socket pair a stream, which can be read without waiting. */
struct streams {
    int input;
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
    close_end(&streams->input);
    for (int i = 0; i < STREAMS; i++)
        for (int j = 0; j < 2; j++)
            close_end(&streams->pairs[i][j]);
}

/* A file of the machine's memory that holds the input, to be read from its beginning; negative where there is
 * none. */
static int input_open(const struct child *child)
{
    int file = memfd_create("input", MFD_CLOEXEC);
    for (size_t written = 0; file >= 0 && written < child->length;) {
        ssize_t count = pwrite(file, child->input + written, child->length - written, (off_t)written);
        if (count > 0)
            written += (size_t)count;
        else if (errno != EINTR)
            close_end(&file);
    }
    return file;
}

static bool streams_open(struct streams *streams, const struct child *child)
{
    for (int i = 0; i < STREAMS; i++)
        streams->pairs[i][OURS] = streams->pairs[i][THEIRS] = -1;
    streams->input = input_open(child);
    bool open = streams->input >= 0;
    for (int i = 0; i < STREAMS && open; i++)
        open = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, streams->pairs[i]) == 0;
    int why = errno;
    if (!open)
        streams_close(streams);
    errno = why;
    return open;
}

/* Whether something came. */
static bool drain(int *end, struct text *text)
{
    char bytes[BUFFER];
    ssize_t count = *end < 0 ? -1 : recv(*end, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0)
        text_add(text, bytes, (size_t)count);
    else if (*end >= 0 && (count == 0 || (errno != EAGAIN && errno != EINTR)))
        close_end(end);
    return count > 0;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Milliseconds to wait before the next look, 0 when the deadline is over. */
static int look_again(double deadline)
{
    double left = (deadline - seconds_now()) * 1000;
    return left <= 0 ? 0 : left > LOOK_EVERY ? LOOK_EVERY : (int)left + 1;
}

/* It stays a zombie, so that its process group cannot become somebody else's meanwhile. */
static bool has_ended(pid_t process)
{
    siginfo_t facts = {0};
    return waitid(P_PID, (id_t)process, &facts, WEXITED | WNOHANG | WNOWAIT) != 0 || facts.si_pid == process;
}

struct talk {
    struct child *child;
    pid_t process;
    int *ends[STREAMS];
    size_t piece;  /* where in the output the last piece begins */
    size_t looked; /* no mark that is not counted begins before */
    size_t marks;
    double deadline;
};

static bool too_much(const struct talk *talk)
{
    const struct child *child = talk->child;
    return child->output.length - talk->piece > child->most || child->errors.length > child->most;
}

/* Each mark that came begins a piece anew, with all the time there is for one. Half a mark is looked at again
 * when the rest of it is there. */
static void find_marks(struct talk *talk)
{
    const struct child *child = talk->child;
    const struct text *output = &child->output;
    const size_t length = child->pieces == 0 ? 0 : strlen(child->mark);
    while (talk->marks < child->pieces && output->length - talk->looked >= length) {
        const char *at = output->bytes + talk->looked;
        const char *mark = memmem(at, output->length - talk->looked, child->mark, length);
        talk->looked = mark == NULL ? output->length - length + 1 : (size_t)(mark - output->bytes) + length;
        if (mark != NULL) {
            talk->marks++;
            talk->piece = talk->looked;
            talk->deadline = seconds_now() + child->seconds;
        }
    }
}

static bool hear(struct talk *talk)
{
    const bool came = drain(talk->ends[WRITTEN], &talk->child->output);
    if (came)
        find_marks(talk);
    return came;
}

/* Reads what a process wrote before it ended. A process that still holds the other side of a stream is
 * another one. */
static enum child_end hear_out(struct talk *talk)
{
    struct child *child = talk->child;
    bool more = true;
    while (more && !too_much(talk)) {
        more = hear(talk);
        more = drain(talk->ends[SAID], &child->errors) || more;
    }
    if (too_much(talk))
        return CHILD_FLOODED;
    return *talk->ends[WRITTEN] >= 0 || *talk->ends[SAID] >= 0 ? CHILD_OUTLIVED : CHILD_EXITED;
}

/* Both streams at once: a program that writes much to one of them would otherwise wait for ever. */
static enum child_end converse(struct talk *talk)
{
    struct child *child = talk->child;
    int wait = 1;
    while (!has_ended(talk->process)) {
        struct pollfd polled[STREAMS];
        wait = look_again(talk->deadline);
        if (wait == 0)
            return CHILD_SLOW;
        bool silent = *talk->ends[WRITTEN] < 0 && *talk->ends[SAID] < 0;
        for (int i = 0; i < STREAMS; i++)
            polled[i] = (struct pollfd){*talk->ends[i], POLLIN, 0};
        /* With its streams closed a process is about to end. */
        if (poll(polled, STREAMS, silent ? 1 : wait) < 0)
            continue;
        if (polled[WRITTEN].revents != 0)
            hear(talk);
        if (polled[SAID].revents != 0)
            drain(talk->ends[SAID], &child->errors);
        if (too_much(talk))
            return CHILD_FLOODED;
    }
    return hear_out(talk);
}

/* Waits for a process that has ended or was killed. */
static int state_of(pid_t process)
{
    int state = 0;
    while (waitpid(process, &state, 0) < 0)
        if (errno != EINTR)
            return -1;
    return state;
}

/* The parent's side: nothing that was started is left when it returns. */
static void attend(struct child *child, pid_t process, struct streams *streams)
{
    struct talk talk = {.child = child, .process = process, .deadline = seconds_now() + child->seconds};
    for (int i = 0; i < STREAMS; i++) {
        close_end(&streams->pairs[i][THEIRS]);
        talk.ends[i] = &streams->pairs[i][OURS];
    }
    child->end = converse(&talk);
    kill(-process, SIGKILL);
    int state = state_of(process);
    bool exited = WIFEXITED(state);
    child->exit_code = exited ? WEXITSTATUS(state) : WTERMSIG(state);
    if (child->end == CHILD_EXITED && !exited)
        child->end = CHILD_KILLED;
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
    if (!streams_open(&streams, child))
        return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, streams.input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams.pairs[WRITTEN][THEIRS], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams.pairs[SAID][THEIRS], STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t usual;
    sigemptyset(&usual);
    posix_spawnattr_setsigmask(&attributes, &usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    pid_t process;
    /* POSIX promises to change none of the strings, but its type is older than `const`. */
    char *const *arguments;
    memcpy(&arguments, &child->arguments, sizeof arguments);
    int why = posix_spawnp(&process, child->arguments[0], &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (why == 0)
        attend(child, process, &streams);
    streams_close(&streams);
    errno = why;
    return why == 0;
}

/* What is mapped already counts as well: a sanitizer alone reserves terabytes. A limit of the machine's that
 * is lower stays. */
static void limit_memory(size_t more)
{
    unsigned long long pages = 0;
    struct rlimit limit;
    FILE *facts = fopen("/proc/self/statm", "re");
    bool known = facts != NULL && fscanf(facts, "%llu", &pages) == 1;
    if (facts != NULL)
        fclose(facts);
    rlim_t most = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + more;
    if (known && getrlimit(RLIMIT_AS, &limit) == 0 && most < limit.rlim_cur)
        setrlimit(RLIMIT_AS, &(struct rlimit){most, limit.rlim_max});
}

static void limit_time(unsigned seconds)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_CPU, &limit) == 0 && seconds < limit.rlim_cur)
        setrlimit(RLIMIT_CPU, &(struct rlimit){seconds, limit.rlim_max});
}

/* The copy's side: it never comes back. */
static _Noreturn void work_alone(bool (*work)(void *argument, struct text *said), void *argument,
                                 struct allowance allowance, int end)
{
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGXCPU};
    struct text said = {0};
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) {
        dup2(nowhere, STDERR_FILENO);
        close(nowhere);
    }
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
        signal(deadly[i], SIG_DFL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    limit_memory(allowance.memory);
    limit_time(allowance.seconds);
    if (!work(argument, &said))
        _exit(OUT_OF_MEMORY);
    for (size_t sent = 0; sent < said.length;) {
        ssize_t count = send(end, said.bytes + sent, said.length - sent, MSG_NOSIGNAL);
        if (count <= 0)
            _exit(1);
        sent += (size_t)count;
    }
    _exit(0);
}

/* Reads what the copy writes until it ends; false when that took too long. */
static bool listen_to(pid_t process, int *end, unsigned seconds, struct text *said)
{
    double deadline = seconds_now() + seconds;
    while (!has_ended(process)) {
        struct pollfd polled = {*end, POLLIN, 0};
        int wait = look_again(deadline);
        if (wait == 0)
            return false;
        if (poll(&polled, 1, *end < 0 ? 1 : wait) > 0)
            drain(end, said);
    }
    while (drain(end, said))
        continue;
    return true;
}

/* Which of the limits ended it: those that it was given, or lower ones of the machine's. */
static enum copy_end end_of(int state, bool in_time, bool confined)
{
    const bool lacked = WIFEXITED(state) && WEXITSTATUS(state) == OUT_OF_MEMORY;
    const bool killed = in_time && WIFSIGNALED(state) && WTERMSIG(state) == SIGKILL;
    if (in_time && WIFEXITED(state) && WEXITSTATUS(state) == 0)
        return COPY_DONE;
    if (!in_time || (WIFSIGNALED(state) && WTERMSIG(state) == SIGXCPU))
        return COPY_SLOW;
    if (lacked && !confined)
        return COPY_LARGE;
    if (!lacked && !killed && !confined)
        return COPY_BROKE;
    errno = ENOMEM; /* what is killed from outside is so by a system that lacks memory */
    return COPY_PREVENTED;
}

struct copy copy_start(bool (*work)(void *argument, struct text *said), void *argument,
                       struct allowance allowance)
{
    int pair[2];
    struct copy copy = {.allowance = allowance, .process = -1, .end = -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
        copy.why = errno;
        return copy;
    }
    copy.confined = limit_memory_left() < allowance.memory;
    copy.process = fork();
    if (copy.process == 0) {
        close(pair[OURS]);
        work_alone(work, argument, allowance, pair[THEIRS]);
    }
    copy.why = errno;
    close(pair[THEIRS]);
    copy.end = pair[OURS];
    return copy;
}

enum copy_end copy_finish(struct copy *copy, struct text *said)
{
    bool started = copy->process > 0;
    bool in_time = started && listen_to(copy->process, &copy->end, copy->allowance.seconds * SLOWEST, said);
    close_end(&copy->end);
    errno = copy->why;
    if (!started)
        return COPY_PREVENTED;
    if (!in_time)
        kill(copy->process, SIGKILL);
    return end_of(state_of(copy->process), in_time, copy->confined);
}

enum copy_end copy_work(bool (*work)(void *argument, struct text *said), void *argument,
                        struct allowance allowance, struct text *said)
{
    struct copy copy = copy_start(work, argument, allowance);
    return copy_finish(&copy, said);
}
