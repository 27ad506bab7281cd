#include "analysis/numbers/followed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum followed_what followed_named(const char *name)
{
    static const char *const names[] = {"session_begins", "stage_begins",  "sits_down",   "turn",
                                        "turn_strays",    "circle_closes", "posted",      "consensus_called",
                                        "decided",        "tabled",        "session_ends"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return (enum followed_what)i;
    return FOLLOWED_OTHER;
}

/* Rows of one round of a stage. */
struct stretch {
    const struct followed_row *rows;
    size_t count;
    struct arena *arena;
};

static struct said_circle *circle_of(struct said_stage *stage, long number)
{
    for (size_t i = stage->circle_count; i-- > 0;)
        if (stage->circles[i].number == number)
            return &stage->circles[i];
    return NULL;
}

static void open_circles(const struct stretch *stretch, struct said_stage *stage)
{
    size_t room = 0;
    for (size_t i = 0; i < stretch->count; i++)
        room += stretch->rows[i].circle != FOLLOWED_NONE ? 1 : 0;
    stage->circles = ARENA_NEW(stretch->arena, struct said_circle, (room < 4096 ? room : 4096) + 1);
    for (size_t i = 0; i < stretch->count; i++) {
        const struct followed_row *row = &stretch->rows[i];
        if (row->circle == FOLLOWED_NONE || row->what == CIRCLE_CLOSES || stage->circle_count == 4096 ||
            circle_of(stage, row->circle) != NULL)
            continue;
        stage->circles[stage->circle_count++] = (struct said_circle){.number = row->circle,
                                                                     .about = row->about,
                                                                     .matter = row->matter,
                                                                     .host = FOLLOWED_NONE,
                                                                     .at_end = FOLLOWED_NONE};
    }
}

/* --- who sat there, and who walked --- */

/* Where a person of the session sits, and where she last sat in this round. */
struct seat {
    long person, circle;
    bool sat_in_round;
};

struct seats {
    struct seat *all;
    size_t count;
};

static struct seat *seat_of(struct seats *seats, long person)
{
    for (size_t i = 0; i < seats->count; i++)
        if (seats->all[i].person == person)
            return &seats->all[i];
    seats->all[seats->count] = (struct seat){person, FOLLOWED_NONE, false};
    return &seats->all[seats->count++];
}

/* Whether she sat there before in this round. */
static bool came_back(const struct stretch *stretch, size_t row)
{
    const struct followed_row *now = &stretch->rows[row];
    for (size_t i = 0; i < row; i++)
        if (stretch->rows[i].what == SITS_DOWN && stretch->rows[i].who == now->who &&
            stretch->rows[i].circle == now->circle)
            return true;
    return false;
}

/* People stay in their seats from round to round, where the stage says so. */
static void count_people(const struct stretch *stretch, struct said_stage *stage, struct seats *seats)
{
    for (size_t i = 0; i < seats->count; i++)
        seats->all[i].sat_in_round = false;
    for (size_t i = 0; i < stretch->count; i++) {
        const struct followed_row *row = &stretch->rows[i];
        struct said_circle *circle = row->circle == FOLLOWED_NONE ? NULL : circle_of(stage, row->circle);
        if (row->what != SITS_DOWN || circle == NULL)
            continue;
        struct seat *seat = seat_of(seats, row->who);
        stage->walks += seat->sat_in_round && seat->circle != row->circle ? 1 : 0;
        seat->circle = row->circle;
        seat->sat_in_round = true;
        circle->people += came_back(stretch, i) ? 0 : 1;
    }
    for (size_t i = 0; i < seats->count; i++) {
        struct said_circle *circle =
            seats->all[i].sat_in_round ? NULL : circle_of(stage, seats->all[i].circle);
        if (circle != NULL)
            circle->people++;
    }
}

/* --- who spoke --- */

static size_t speaker_of(struct said_circle *circle, long person)
{
    for (size_t i = 0; i < circle->speaker_count; i++)
        if (circle->speakers[i].person == person)
            return i;
    circle->speakers[circle->speaker_count] = (struct speaker){.person = person};
    return circle->speaker_count++;
}

static bool is_turn(const struct followed_row *row)
{
    return row->what == TURN || row->what == TURN_STRAYS;
}

static bool is_step(const struct followed_row *row)
{
    return row->what == CONSENSUS_CALLED || row->what == DECIDED || row->what == TABLED;
}

static void make_room(const struct stretch *stretch, struct said_circle *circle)
{
    size_t turns = 0, steps = 0;
    for (size_t i = 0; i < stretch->count; i++) {
        bool here = stretch->rows[i].circle == circle->number;
        turns += here && is_turn(&stretch->rows[i]) ? 1 : 0;
        steps += here && is_step(&stretch->rows[i]) ? 1 : 0;
    }
    circle->turns = ARENA_NEW(stretch->arena, struct said_turn, turns + 1);
    circle->speakers = ARENA_NEW(stretch->arena, struct speaker, turns + 1);
    circle->steps = ARENA_NEW(stretch->arena, struct said_step, steps + 1);
}

static void add_turn(struct said_circle *circle, const struct followed_row *row)
{
    size_t speaker = speaker_of(circle, row->who);
    circle->of_several = circle->of_several || row->about != circle->about || row->matter != circle->matter;
    circle->speakers[speaker].hours += row->amount;
    circle->speakers[speaker].turns++;
    circle->hours += row->amount;
    circle->facets += row->facets;
    circle->strayed += row->what == TURN_STRAYS ? 1 : 0;
    circle->turns[circle->turn_count++] =
        (struct said_turn){row->time - row->amount,  row->time,  speaker,    row->facets,
                           row->what == TURN_STRAYS, row->about, row->matter};
}

static int by_hours(const void *a, const void *b)
{
    const struct speaker *one = a, *other = b;
    if (one->hours != other->hours)
        return one->hours > other->hours ? -1 : 1;
    return one->person < other->person ? -1 : 1;
}

/* Who spoke longest comes first; turns keep pointing at their speakers. */
static void sort_speakers(struct said_circle *circle, struct arena *arena)
{
    long *persons = ARENA_NEW(arena, long, circle->speaker_count + 1);
    for (size_t i = 0; i < circle->speaker_count; i++)
        persons[i] = circle->speakers[i].person;
    qsort(circle->speakers, circle->speaker_count, sizeof *circle->speakers, by_hours);
    size_t *place = ARENA_NEW(arena, size_t, circle->speaker_count + 1);
    for (size_t i = 0; i < circle->speaker_count; i++)
        place[i] = speaker_of(circle, persons[i]);
    for (size_t i = 0; i < circle->turn_count; i++)
        circle->turns[i].speaker = place[circle->turns[i].speaker];
}

static void hear_circle(const struct stretch *stretch, struct said_circle *circle)
{
    make_room(stretch, circle);
    for (size_t i = 0; i < stretch->count; i++) {
        const struct followed_row *row = &stretch->rows[i];
        if (row->circle != circle->number)
            continue;
        if (is_turn(row))
            add_turn(circle, row);
        else if (is_step(row))
            circle->steps[circle->step_count++] =
                (struct said_step){row->what, row->who, row->amount, row->time};
    }
    sort_speakers(circle, stretch->arena);
}

static int by_size(const void *a, const void *b)
{
    const struct said_circle *one = a, *other = b;
    if (one->people != other->people)
        return one->people > other->people ? -1 : 1;
    return one->number < other->number ? -1 : 1;
}

/* --- stages --- */

static void fill_stage(const struct stretch *stretch, struct said_stage *stage, struct seats *seats)
{
    open_circles(stretch, stage);
    count_people(stretch, stage, seats);
    for (size_t i = 0; i < stage->circle_count; i++)
        hear_circle(stretch, &stage->circles[i]);
}

/* Circles of a session are numbered from 1, in the order in which they were met. */
static struct followed_row *with_own_numbers(const struct followed_row *rows, size_t count,
                                             struct arena *arena)
{
    struct followed_row *own = ARENA_NEW(arena, struct followed_row, count + 1);
    long least = 0;
    memcpy(own, rows, count * sizeof *rows);
    for (size_t i = 0; i < count; i++)
        if (rows[i].circle != FOLLOWED_NONE && (least == 0 || rows[i].circle < least))
            least = rows[i].circle;
    for (size_t i = 0; i < count; i++)
        own[i].circle -= rows[i].circle == FOLLOWED_NONE ? 0 : least - 1;
    return own;
}

/* A circle closes when the next round opens others: it is still that of the round in which it was heard. */
static void note_closing(struct followed_session *session, const struct followed_row *row)
{
    for (size_t i = session->stage_count; i-- > 0;) {
        struct said_circle *circle = circle_of(&session->stages[i], row->circle);
        if (circle == NULL)
            continue;
        circle->host = row->who;
        circle->at_end = (long)row->amount;
        circle->people = circle->at_end > circle->people ? circle->at_end : circle->people;
        return;
    }
}

static void find_stages(const struct followed_row *rows, size_t count, struct arena *arena,
                        struct followed_session *session)
{
    struct seats seats = {ARENA_NEW(arena, struct seat, count + 1), 0};
    for (size_t from = 0, to; from < count; from = to) {
        to = from + 1;
        if (rows[from].what != STAGE_BEGINS)
            continue;
        while (to < count && rows[to].what != STAGE_BEGINS && rows[to].what != SESSION_ENDS)
            to++;
        struct said_stage *stage = &session->stages[session->stage_count++];
        *stage = (struct said_stage){.stage = (size_t)rows[from].stage - 1,
                                     .round = (size_t)rows[from].round - 1,
                                     .from = rows[from].time,
                                     .to = to < count ? rows[to].time : rows[count - 1].time,
                                     .people = rows[from].who,
                                     .posted = FOLLOWED_NONE};
        const struct stretch stretch = {rows + from, to - from, arena};
        fill_stage(&stretch, stage, &seats);
        for (size_t i = from; i < to; i++)
            if (rows[i].what == POSTED)
                stage->posted = rows[i].who;
    }
    for (size_t i = 0; i < count; i++)
        if (rows[i].what == CIRCLE_CLOSES)
            note_closing(session, &rows[i]);
    for (size_t i = 0; i < session->stage_count; i++)
        qsort(session->stages[i].circles, session->stages[i].circle_count, sizeof *session->stages[i].circles,
              by_size);
    session->late = (long)seats.count > session->came ? (long)seats.count - session->came : 0;
}

bool followed_find(const struct followed_row *rows, size_t count, struct arena *arena,
                   struct followed_session *session)
{
    *session = (struct followed_session){.row_count = count};
    if (count == 0 || rows[0].what != SESSION_BEGINS)
        return false;
    session->rows = with_own_numbers(rows, count, arena);
    session->from = rows[0].time;
    session->to = rows[count - 1].time;
    session->came = (long)rows[0].amount;
    session->is_over = rows[count - 1].what == SESSION_ENDS;
    session->stayed = session->is_over ? rows[count - 1].who : FOLLOWED_NONE;
    size_t stages = 0;
    for (size_t i = 0; i < count; i++) {
        stages += rows[i].what == STAGE_BEGINS ? 1 : 0;
        session->turns += is_turn(&rows[i]) ? 1 : 0;
        session->hours += is_turn(&rows[i]) ? rows[i].amount : 0;
        session->decided += rows[i].what == DECIDED ? 1 : 0;
    }
    session->stages = ARENA_NEW(arena, struct said_stage, stages + 1);
    find_stages(session->rows, count, arena, session);
    return true;
}
