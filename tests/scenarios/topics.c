#include "topics.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/require.h"
#include "made.h"

#define CASE_MARK   "===="
#define REPLY_MARK  ">>>>"
#define MADE        " (made)"
#define METHODS     "methods/"
#define NAME_LETTER "abcdefghijklmnopqrstuvwxyz0123456789-"

struct line {
    const char *at;
    size_t length; /* with its end */
    int number;
};

/* A topic file while it is read. */
struct reading {
    struct topics *topics;
    const struct topic *topic;
    struct text *wrong;
};

__attribute__((format(printf, 3, 4))) static bool refuse(const struct reading *reading, int line,
                                                         const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    text_print(reading->wrong, "%s:%d: %s", reading->topic->name, line, sentence);
    return false;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

const char *case_command(const char *name)
{
    return begins(name, METHODS) ? "check" : "run";
}

const struct bad_case *topics_find(const struct topics *topics, const char *name)
{
    for (int i = 0; i < topics->case_count; i++)
        if (strcmp(topics->cases[i].name, name) == 0)
            return &topics->cases[i];
    return NULL;
}

/* Length of the name of a file at `text`, or 0 where there is none that may stand in the folder. */
static size_t name_at(const char *text)
{
    size_t folder = begins(text, METHODS) ? strlen(METHODS) : 0;
    size_t letters = strspn(text + folder, NAME_LETTER);
    if (letters == 0 || !begins(text + folder + letters, ".yaml"))
        return 0;
    return folder + letters + strlen(".yaml");
}

static bool read_case(const struct reading *reading, const struct line *line)
{
    struct topics *topics = reading->topics;
    const char *name = line->at + strlen(CASE_MARK " ");
    size_t length = begins(line->at, CASE_MARK " ") ? name_at(name) : 0;
    bool made = length > 0 && begins(name + length, MADE "\n");
    if (length == 0 || length >= LONGEST_NAME || (!made && name[length] != '\n'))
        return refuse(reading, line->number,
                      "this should be `==== NAME.yaml` or `==== NAME.yaml (made)`; a name has small letters, "
                      "digits and dashes, and methods/ is the one folder");
    if (topics->case_count == MOST_CASES)
        return refuse(reading, line->number, "more than %d cases, the most there can be", MOST_CASES);
    struct bad_case *one = &topics->cases[topics->case_count];
    *one = (struct bad_case){.topic = reading->topic, .line = line->number, .made = made};
    memcpy(one->name, name, length);
    one->input.at = line->at + line->length;
    const struct bad_case *first = topics_find(topics, one->name);
    if (first != NULL)
        return refuse(reading, line->number, "`%s` stands here a second time; the first is %s:%d", one->name,
                      first->topic->name, first->line);
    topics->case_count++;
    return true;
}

static bool read_reply(const struct reading *reading, const struct line *line, struct bad_case *one)
{
    char wanted[16];
    int length = snprintf(wanted, sizeof wanted, "%s %s: ", REPLY_MARK, case_command(one->name));
    const char *status = line->at + length;
    size_t digits = begins(line->at, wanted) ? strspn(status, "0123456789") : 0;
    if (digits == 0 || status[digits] != '\n')
        return refuse(reading, line->number, "this should be `%sSTATUS`", wanted);
    size_t mark = strlen(REPLY_MARK " ");
    one->reply = (struct bytes){line->at + mark, line->length - mark};
    return true;
}

/* The case of this topic that is being read; NULL before the first. */
static struct bad_case *last_case(const struct reading *reading)
{
    struct topics *topics = reading->topics;
    struct bad_case *last = topics->case_count == 0 ? NULL : &topics->cases[topics->case_count - 1];
    return last != NULL && last->topic == reading->topic ? last : NULL;
}

static bool read_line(const struct reading *reading, const struct line *line)
{
    struct bad_case *one = last_case(reading);
    bool has_reply = one != NULL && one->reply.at != NULL;
    if (begins(line->at, CASE_MARK)) {
        if (one != NULL && !has_reply)
            return refuse(reading, line->number, "nothing is said of `%s` before this", one->name);
        return read_case(reading, line);
    }
    if (one == NULL)
        return refuse(reading, line->number, "this stands before the first `==== NAME.yaml`");
    if (begins(line->at, REPLY_MARK)) {
        if (has_reply)
            return refuse(reading, line->number, "this is a second reply to `%s`", one->name);
        return read_reply(reading, line, one);
    }
    if (one->made && !has_reply)
        return refuse(reading, line->number, "`%s` is made, and no line of it stands here", one->name);
    (has_reply ? &one->reply : &one->input)->length += line->length;
    return true;
}

static bool read_lines(const struct reading *reading)
{
    const struct text *text = &reading->topic->text;
    struct line line = {text->bytes, 0, 1};
    for (const char *end = text->bytes + text->length; line.at < end; line.at += line.length, line.number++) {
        const char *stop = memchr(line.at, '\n', (size_t)(end - line.at));
        if (stop == NULL)
            return refuse(reading, line.number, "this line has no end");
        line.length = (size_t)(stop + 1 - line.at);
        if (!read_line(reading, &line))
            return false;
    }
    const struct bad_case *last = last_case(reading);
    if (last == NULL)
        return refuse(reading, line.number, "there is no case");
    return last->reply.at != NULL || refuse(reading, line.number, "nothing is said of `%s`", last->name);
}

static void leave_out_empty_lines(struct topics *topics)
{
    for (int i = 0; i < topics->case_count; i++) {
        struct bytes *reply = &topics->cases[i].reply;
        while (memcmp(reply->at + reply->length - 2, "\n\n", 2) == 0)
            reply->length--;
    }
}

static bool read_topic(struct topics *topics, const char *folder, const char *name, struct text *wrong)
{
    size_t length = strlen(name);
    if (length >= LONGEST_NAME || length < 5 || strcmp(name + length - 4, ".txt") != 0) {
        text_print(wrong, "%s: only topics stand here, with names that end in .txt", name);
        return false;
    }
    if (topics->topic_count == MOST_TOPICS) {
        text_print(wrong, "%s: more than %d topics, the most there can be", name, MOST_TOPICS);
        return false;
    }
    struct topic *topic = &topics->topics[topics->topic_count++];
    memcpy(topic->name, name, length);
    text_say(&topic->text, "");
    char path[1024], bytes[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    for (size_t got; file != NULL && (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_add(&topic->text, bytes, got);
    if (file != NULL)
        fclose(file);
    return read_lines(&(struct reading){topics, topic, wrong});
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

struct topics *topics_read(const char *folder, struct text *wrong)
{
    struct topics *topics = must_allocate(1, sizeof *topics);
    struct dirent **names;
    int count = scandir(folder, &names, is_shown, alphasort);
    bool sound = count > 0;
    if (!sound)
        text_print(wrong, "%s: there is no topic", folder);
    for (int i = 0; i < count; i++) {
        sound = sound && read_topic(topics, folder, names[i]->d_name, wrong);
        free(names[i]);
    }
    if (count >= 0)
        free(names);
    if (!sound) {
        topics_free(topics);
        return NULL;
    }
    leave_out_empty_lines(topics);
    return topics;
}

void topics_free(struct topics *topics)
{
    for (int i = 0; i < topics->topic_count; i++)
        text_free(&topics->topics[i].text);
    free(topics);
}

void topics_unpack(const struct topics *topics)
{
    mkdir("methods", 0755);
    for (const struct bad_case *one = topics->cases; one < topics->cases + topics->case_count; one++)
        if (!one->made)
            make_file(one->name, one->input.at, one->input.length);
}

void case_write(struct text *text, const struct bad_case *one, struct bytes reply)
{
    text_print(text, CASE_MARK " %s%s\n", one->name, one->made ? MADE : "");
    text_add(text, one->input.at, one->input.length);
    text_say(text, REPLY_MARK " ");
    text_add(text, reply.at, reply.length);
}
