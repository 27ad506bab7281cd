/* A person at a terminal: runs the built program in a folder of her own and sees what it says.
 *
 *     struct said said = GROUNDSWELL("run", "small.yaml");
 *     assert_int_equal(said.status, 0);
 */
#ifndef TESTS_CLI_SESSION_H
#define TESTS_CLI_SESSION_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <cmocka.h>

enum { MOST_SAID = 256 * 1024 };

struct said {
    int status; /* exit status; minus the signal when one killed the program */
    char out[MOST_SAID], err[MOST_SAID];
};

#define GROUNDSWELL(...) session_run((const char *const[]){GROUNDSWELL_PROGRAM, __VA_ARGS__, NULL})

struct said session_run(const char *const *words);
/* The same through a shell, for redirections; the program is "$G". */
struct said session_shell(const char *line);

/* Starts the program and returns at once; what it says goes to the files ".out" and ".err". */
pid_t session_start(const char *const *words);
int session_wait(pid_t child);
/* Waits until a file has more than `bytes` bytes. False when it did not within a minute. */
bool session_grows(const char *path, long bytes);

/* Fixtures: a fresh folder that is the working folder, removed afterwards. It holds small.yaml, a scenario
 * whose run takes moments, and long.yaml, the same with many replications. */
int session_begin(void **state);
int session_end(void **state);

/* Whether this is the long form, in which slow statistics are tried as often as their sentences say. */
bool session_is_long(void);
bool session_there(const char *path);
bool session_same_bytes(const char *one, const char *other);
void session_write(const char *path, const char *text);

#define assert_says(text, words)                                                                             \
    do {                                                                                                     \
        if (strstr((text), (words)) == NULL)                                                                 \
            fail_msg("\"%s\" is not said in:\n%s", (words), (text));                                         \
    } while (0)

#endif
