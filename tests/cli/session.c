#include "session.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MODE = 0644, LOOK_EVERY = 5000000, LOOKS = 12000 };

static void read_into(const char *path, char *text)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, MOST_SAID - 1, file);
    text[length] = '\0';
    fclose(file);
}

static void become(const char *const *words)
{
    signal(SIGINT, SIG_DFL); /* a test driver in the background ignores it, and children would inherit that */
    int in = open("/dev/null", O_RDONLY), out = open(".out", O_WRONLY | O_CREAT | O_TRUNC, MODE),
        err = open(".err", O_WRONLY | O_CREAT | O_TRUNC, MODE);
    if (in < 0 || out < 0 || err < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
        _exit(126);
    close(in);
    close(out);
    close(err);
    char *arguments[64];
    size_t count = 0;
    for (; words[count] != NULL && count < 63; count++)
        arguments[count] = strdup(words[count]);
    arguments[count] = NULL;
    execv(words[0], arguments);
    _exit(127);
}

pid_t session_start(const char *const *words)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become(words);
    return child;
}

int session_wait(pid_t child)
{
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

struct said session_run(const char *const *words)
{
    struct said said = {.status = session_wait(session_start(words))};
    read_into(".out", said.out);
    read_into(".err", said.err);
    return said;
}

struct said session_shell(const char *line)
{
    return session_run((const char *const[]){"/bin/sh", "-c", line, NULL});
}

bool session_grows(const char *path, long bytes)
{
    for (int look = 0; look < LOOKS; look++) {
        struct stat about;
        if (stat(path, &about) == 0 && about.st_size > bytes)
            return true;
        nanosleep(&(struct timespec){0, LOOK_EVERY}, NULL);
    }
    return false;
}

bool session_is_long(void)
{
    return getenv("GROUNDSWELL_LONG") != NULL;
}

bool session_there(const char *path)
{
    return access(path, F_OK) == 0;
}

bool session_same_bytes(const char *one, const char *other)
{
    FILE *a = fopen(one, "r"), *b = fopen(other, "r");
    assert_non_null(a);
    assert_non_null(b);
    int left, right;
    do {
        left = getc(a);
        right = getc(b);
    } while (left == right && left != EOF);
    fclose(a);
    fclose(b);
    return left == right;
}

void session_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void write_scenario(const char *path, int replications)
{
    char text[1024];
    snprintf(text, sizeof text,
             "title: A small camp\n"
             "lasts: 2 d\n"
             "seed: 7\n"
             "replications: %d\n"
             "sites:\n"
             "  - {name: Square, people: 40}\n"
             "proposals: {per_day: 4 /d, facets: 8}\n"
             "designs:\n"
             "  assembly only:\n"
             "    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
             "  open space:\n"
             "    calendar: [{every: 1 d, at: \"10:00\", hold: open-space-decides, for: 2 h}]\n",
             replications);
    session_write(path, text);
}

int session_begin(void **state)
{
    char folder[] = "/tmp/groundswell-cli-XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(setenv("G", GROUNDSWELL_PROGRAM, 1), 0);
    *state = strdup(folder);
    write_scenario("small.yaml", 4);
    write_scenario("long.yaml", 400);
    return 0;
}

int session_end(void **state)
{
    char line[256];
    snprintf(line, sizeof line, "rm -rf -- '%s'", (char *)*state);
    assert_int_equal(chdir("/"), 0);
    int status = system(line);
    free(*state);
    return status;
}
