/* Looks on while runs are carried out: shows progress and listens for signals.
 *
 * One thread of its own waits for SIGINT, SIGTERM and SIGHUP (blocked in all others) and wakes a few times a
 * second to draw. The first signal asks for an orderly stop; half a second later, so that one signal sent
 * both to the program and to its group does not count twice, signals have their usual effect again and a
 * second one ends the program at once. No handler and no global is needed.
 *
 * Where the machine grants no thread for this, the run does without: nothing is shown, and a signal, which
 * stays blocked, is found when somebody asks with watch_asked_to_stop.
 */
#ifndef PROGRAM_WATCH_H
#define PROGRAM_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "program/options.h"
#include "program/screen.h"

struct watch;

/* `what` names the work in a word or two. Begun before the first file is made, so that a signal never finds
 * us half way through one. */
struct watch *watch_begin(const char *what, enum noise noise, const struct screen *screen);
/* There are `total` runs at most, of which an earlier attempt did `kept`. Called once, before the first new
 * run; nothing is shown until then. */
void watch_expect(struct watch *watch, uint64_t total, uint64_t kept);
/* Where what comes out decides how many runs there are, nobody knows how many are left: progress is that of a
 * round (counted from 1), of `total` runs, of which `kept` were done by an earlier attempt. Called when it
 * begins, in place of watch_expect. Where there is no terminal each round gets a line. */
void watch_round(struct watch *watch, uint64_t number, uint64_t total, uint64_t kept);
/* So many more were done by an earlier attempt. */
void watch_skip(struct watch *watch, uint64_t kept);
void watch_count(struct watch *watch); /* one more run is done; from any thread */
bool watch_asked_to_stop(const struct watch *watch);
/* Ends the thread, removes the bar, gives the signals back. */
void watch_end(struct watch *watch);

/* "4 s", "6 min 12 s", "3 h 5 min" */
enum { SPAN_TEXT = 40 };
void span_text(double seconds, char text[SPAN_TEXT]);

#endif
