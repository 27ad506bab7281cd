#include "program/watch.h"

#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/limits.h"
#include "base/require.h"

enum {
    LOOK_EVERY = 200000000, /* nanoseconds */
    LONGEST_BAR = 40,
    BAR_TEXT = 46, /* columns that the words beside the bar need */
    STEPS = 10,    /* lines where there is no terminal */
};

struct watch {
    const char *what;
    enum noise noise;
    struct screen screen;
    struct timespec began;
    sigset_t signals, before;
    pthread_t thread;
    bool alone; /* no thread could be had */
    atomic_uint_fast64_t done, kept;
    pthread_mutex_t lock; /* of what is expected */
    struct expected {
        uint64_t total, before; /* before: runs that were done before those of the total began */
        uint64_t round;         /* 0: of all runs */
    } expected;
    atomic_bool stop, over;
    uint64_t steps_told; /* used by the watching thread alone */
};

static double seconds_since(const struct timespec *began)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - began->tv_sec) + 1e-9 * (double)(now.tv_nsec - began->tv_nsec);
}

void span_text(double seconds, char text[SPAN_TEXT])
{
    double whole = floor(seconds + 0.5);
    if (whole < 60)
        snprintf(text, SPAN_TEXT, "%.0f s", whole);
    else if (whole < 3600)
        snprintf(text, SPAN_TEXT, "%.0f min %.0f s", floor(whole / 60), fmod(whole, 60));
    else
        snprintf(text, SPAN_TEXT, "%.0f h %.0f min", floor(whole / 3600), floor(fmod(whole, 3600) / 60));
}

/* Time left, if what is to come goes as fast as what was done in this attempt. */
static void left_text(const struct watch *watch, uint64_t left, char *text, size_t size)
{
    uint64_t kept = atomic_load(&watch->kept), done = atomic_load(&watch->done);
    if (done <= kept) {
        snprintf(text, size, "time left not known yet");
        return;
    }
    char span[SPAN_TEXT];
    double each = seconds_since(&watch->began) / (double)(done - kept);
    span_text(each * (double)left, span);
    snprintf(text, size, "%s left", span);
}

static void draw_bar(const struct watch *watch, const struct expected *expected, uint64_t done)
{
    int room = watch->screen.columns - BAR_TEXT;
    int length = room > LONGEST_BAR ? LONGEST_BAR : room < 0 ? 0 : room;
    int full = (int)((double)length * (double)done / (double)expected->total);
    char left[64], bar[LONGEST_BAR + 1], what[32];
    for (int i = 0; i < length; i++)
        bar[i] = i < full ? '#' : '.';
    bar[length] = '\0';
    left_text(watch, expected->total - done, left, sizeof left);
    if (expected->round > 0)
        snprintf(what, sizeof what, "round %llu", (unsigned long long)expected->round);
    else
        snprintf(what, sizeof what, "%s", watch->what);
    const char *begin = watch->screen.paint == PAINT_COLOUR ? "\033[32m" : "";
    const char *end = watch->screen.paint == PAINT_COLOUR ? "\033[0m" : "";
    fprintf(stderr, "\r\033[K%s %s%s%s %llu of %llu, %s", what, begin, bar, end, (unsigned long long)done,
            (unsigned long long)expected->total, left);
    fflush(stderr);
}

static void tell_step(struct watch *watch, uint64_t total, uint64_t done)
{
    uint64_t step = done * STEPS / total;
    if (step <= watch->steps_told || done == total)
        return;
    watch->steps_told = step;
    char left[64];
    left_text(watch, total - done, left, sizeof left);
    fprintf(stderr, "%s %llu %%: %llu of %llu, %s\n", watch->what, (unsigned long long)(step * 100 / STEPS),
            (unsigned long long)done, (unsigned long long)total, left);
}

static void watch_show(struct watch *watch)
{
    pthread_mutex_lock(&watch->lock);
    const struct expected expected = watch->expected;
    const uint64_t done = atomic_load(&watch->done) - expected.before;
    pthread_mutex_unlock(&watch->lock);
    if (watch->noise == NOISE_QUIET || expected.total == 0)
        return;
    if (watch->screen.device == DEVICE_TERMINAL)
        draw_bar(watch, &expected, done);
    else if (expected.round == 0)
        tell_step(watch, expected.total, done);
}

static void obey(struct watch *watch)
{
    atomic_store(&watch->stop, true);
    if (watch->noise == NOISE_PROGRESS)
        fprintf(stderr, "%sstopping; press Ctrl-C again to stop at once\n",
                watch->screen.device == DEVICE_TERMINAL ? "\r\033[K" : "");
}

/* Unblocked in this thread, the next signal takes its usual course. */
static void obey_no_more(const struct watch *watch)
{
    sigset_t deadly = watch->signals;
    sigdelset(&deadly, SIGUSR1);
    pthread_sigmask(SIG_UNBLOCK, &deadly, NULL);
}

static void *watch_look(void *given)
{
    struct watch *watch = given;
    const struct timespec pause = {0, LOOK_EVERY};
    const double echo =
        0.5; /* seconds: one signal may come twice, to the program and to its group (timeout, shells) */
    struct timespec asked = watch->began;
    bool heard_out = false;
    while (!atomic_load(&watch->over)) {
        int signal = sigtimedwait(&watch->signals, NULL, &pause);
        if (!atomic_load(&watch->stop)) {
            if (signal > 0 && signal != SIGUSR1) {
                obey(watch);
                clock_gettime(CLOCK_MONOTONIC, &asked);
            } else {
                watch_show(watch);
            }
        } else if (!heard_out && seconds_since(&asked) > echo) {
            obey_no_more(watch);
            heard_out = true;
        }
    }
    return NULL;
}

/* A signal that we were started to ignore (nohup, a job in the background of a script) stays ignored. */
static void gather_signals(sigset_t *signals)
{
    static const int asked[] = {SIGINT, SIGTERM, SIGHUP};
    sigemptyset(signals);
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        struct sigaction action;
        if (sigaction(asked[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(signals, asked[i]);
    }
    sigaddset(signals, SIGUSR1); /* our own: wakes the thread at the end */
}

struct watch *watch_begin(const char *what, enum noise noise, const struct screen *screen)
{
    struct watch *watch = must_allocate(1, sizeof *watch);
    *watch = (struct watch){.what = what, .noise = noise, .screen = *screen};
    atomic_init(&watch->done, 0);
    atomic_init(&watch->kept, 0);
    atomic_init(&watch->stop, false);
    atomic_init(&watch->over, false);
    pthread_mutex_init(&watch->lock, NULL);
    clock_gettime(CLOCK_MONOTONIC, &watch->began);
    gather_signals(&watch->signals);
    pthread_sigmask(SIG_BLOCK, &watch->signals, &watch->before);
    int error = pthread_create(&watch->thread, NULL, watch_look, watch);
    watch->alone = error != 0;
    if (watch->alone && noise == NOISE_PROGRESS) {
        char words[LIMIT_WORDS];
        fprintf(stderr, "no progress is shown, for that takes a thread: %s\n", limit_words(error, words));
    }
    return watch;
}

void watch_expect(struct watch *watch, uint64_t total, uint64_t kept)
{
    pthread_mutex_lock(&watch->lock);
    atomic_store(&watch->kept, kept);
    atomic_store(&watch->done, kept);
    watch->expected = (struct expected){.total = total};
    pthread_mutex_unlock(&watch->lock);
}

void watch_round(struct watch *watch, uint64_t number, uint64_t total, uint64_t kept)
{
    pthread_mutex_lock(&watch->lock);
    watch->expected = (struct expected){total, atomic_load(&watch->done) - kept, number};
    pthread_mutex_unlock(&watch->lock);
    if (watch->noise == NOISE_PROGRESS && watch->screen.device != DEVICE_TERMINAL)
        fprintf(stderr, "round %llu: %llu run%s; what comes out decides whether more follow\n",
                (unsigned long long)number, (unsigned long long)total, total == 1 ? "" : "s");
}

void watch_skip(struct watch *watch, uint64_t kept)
{
    atomic_fetch_add(&watch->kept, kept);
    atomic_fetch_add(&watch->done, kept);
}

void watch_count(struct watch *watch)
{
    atomic_fetch_add(&watch->done, 1);
}

static bool signal_waits(const struct watch *watch)
{
    static const int asked[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t pending;
    if (sigpending(&pending) != 0)
        return false;
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
        if (sigismember(&watch->signals, asked[i]) == 1 && sigismember(&pending, asked[i]) == 1)
            return true;
    return false;
}

bool watch_asked_to_stop(const struct watch *watch)
{
    return atomic_load(&watch->stop) || (watch->alone && signal_waits(watch));
}

void watch_end(struct watch *watch)
{
    if (watch == NULL)
        return;
    atomic_store(&watch->over, true);
    if (!watch->alone) {
        pthread_kill(watch->thread, SIGUSR1);
        pthread_join(watch->thread, NULL);
    }
    if (watch->noise == NOISE_PROGRESS && watch->screen.device == DEVICE_TERMINAL) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
    }
    /* A SIGUSR1 of ours that no thread waits for any more must not reach the program. Where there was no
     * thread, neither must a signal to stop that was found already. */
    sigset_t ours = watch->signals;
    if (!watch->alone) {
        sigemptyset(&ours);
        sigaddset(&ours, SIGUSR1);
    }
    const struct timespec at_once = {0, 0};
    while (sigtimedwait(&ours, NULL, &at_once) > 0)
        continue;
    pthread_sigmask(SIG_SETMASK, &watch->before, NULL);
    pthread_mutex_destroy(&watch->lock);
    free(watch);
}
