/* Bad scenarios that cannot stand in a topic file. They are made in the working folder, where none of them is
 * yet. */
#ifndef SCENARIOS_MADE_H
#define SCENARIOS_MADE_H

#include <stddef.h>

void make_file(const char *path, const char *bytes, size_t length);

void make_bytes(void);  /* what is no text, or not UTF-8 */
void make_sizes(void);  /* what is too large, too long or too deep */
void make_places(void); /* what is no file, and methods that lie elsewhere or look alike */

#endif
