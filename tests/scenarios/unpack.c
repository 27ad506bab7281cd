/* unpack FOLDER: makes the folder, and in it a file of each bad scenario, as the fuzz targets take them. What
 * is large or no file is left out. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "made.h"
#include "topics.h"

int main(int count, char **words)
{
    if (count != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", words[0]);
        return 64;
    }
    struct text wrong = {0};
    struct topics *topics = topics_read(BAD_TOPICS, &wrong);
    if (topics == NULL) {
        fprintf(stderr, "%s\n", wrong.bytes);
        text_free(&wrong);
        return 65;
    }
    if (mkdir(words[1], 0755) != 0 || chdir(words[1]) != 0) {
        perror(words[1]);
        return 73;
    }
    topics_unpack(topics);
    make_bytes();
    topics_free(topics);
    return 0;
}
