/* What the page asks of the simulator: the functions that its script calls.
 *
 * One scenario is read at a time, and its runs are carried out one by one, so that a worker can say how far
 * it is and be stopped between them. Each worker has an instance of its own; one of them is given the
 * outcomes of all and tells the answer. Texts are UTF-8; what is given lives until the same function is
 * called again. Nothing is printed, and nothing is read or written but the methods in `PAGE_LIBRARY`.
 */
#ifndef PAGE_CORE_H
#define PAGE_CORE_H

/* The folder with the methods, in the file system that lives in the memory of the page. */
#ifndef PAGE_LIBRARY
#define PAGE_LIBRARY "/library"
#endif

/* Reads a scenario with settings laid over it, one a line as of --set ("people=200"). JSON: see reading.h. */
const char *page_read(const char *text, const char *settings);
/* A method that a scenario may hold beside those that are shipped: its file name without .yaml, and its text.
 * Before page_read. "" or a sentence. */
const char *page_method(const char *name, const char *text);
/* JSON list of the methods that can be held. */
const char *page_methods(void);
/* JSON list of what a setting or section called so means: unit, range, default, source. */
const char *page_setting(const char *name);
/* Carries out a run of the scenario that was read, by its place in the list of runs. JSON with its number,
 * its outcome (letters that page_add understands) and its headline; or with `broken`, a sentence. */
const char *page_run(int number);
/* Takes the outcome of a run that this or another instance carried out, of the same scenario. 1: taken. */
int page_add(int number, const char *outcome);
/* JSON: what came out of all runs that were taken (answer.h). */
const char *page_answer(void);

#endif
