/* A fresh folder that lasts as long as the program, for what can only be given as a file. */
#ifndef TESTS_FUZZ_FOLDER_H
#define TESTS_FUZZ_FOLDER_H

#include <stddef.h>

const char *fuzz_folder(void);
void fuzz_write(const char *path, const char *bytes, size_t length);

#endif
