#include "analysis/words/followed_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/plain/fold.h"
#include "analysis/plain/plain.h"

static const double minutes_an_hour = 60, day_hours = 24;
static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                   "Friday", "Saturday", "Sunday"};

static const char *plural(long count)
{
    return count == 1 ? "" : "s";
}

static void say_clock(struct text *out, double hours)
{
    long minutes = lround(fmod(hours, day_hours) * minutes_an_hour);
    text_print(out, "%ld:%02ld", minutes / 60 % 24, minutes % 60);
}

/* "12 min", "40 s" */
static void say_span(struct text *out, double hours)
{
    long seconds = lround(hours * minutes_an_hour * minutes_an_hour);
    if (seconds < 60)
        text_print(out, "%ld s", seconds);
    else if (seconds > 3 * 3600)
        text_print(out, "%.1f h", (double)seconds / 3600);
    else if (seconds < 600 && seconds % 60 != 0)
        text_print(out, "%.1f min", (double)seconds / 60);
    else
        text_print(out, "%.0f min", (double)seconds / 60);
}

static void say_person(struct text *out, long person)
{
    text_print(out, "person %ld", person + 1);
}

void followed_say_heading(const struct followed_told *told, struct text *out)
{
    size_t day = (size_t)(told->session->from / day_hours);
    text_print(out, "%s: session %ld at %s, run %ld of the design \"%s\". %s, day %zu, at ", told->method,
               told->number, told->site, told->replication, told->design,
               days[(day + (size_t)told->first_weekday) % 7], day + 1);
    say_clock(out, told->session->from);
}

void followed_say_sums(const struct followed_told *told, struct text *out)
{
    const struct followed_session *session = told->session;
    text_print(out, "%ld %s came", session->came, session->came == 1 ? "person" : "people");
    if (session->late > 0)
        text_print(out, ", %ld more later", session->late);
    if (session->is_over)
        text_print(out, ", %ld stayed to the end", session->stayed);
    text_print(out, ". In all circles together people spoke %zu times, for ", session->turns);
    say_span(out, session->hours);
    text_print(out, "; %zu proposal%s decided.", session->decided, session->decided == 1 ? " was" : "s were");
    if (!session->is_over)
        text_say(out, " The run ended before the session did.");
}

void followed_say_stage(const struct followed_told *told, const struct said_stage *stage, struct text *out)
{
    const struct followed_stage_words *words =
        stage->stage < told->stage_count ? &told->stages[stage->stage] : NULL;
    say_clock(out, stage->from);
    text_say(out, " to ");
    say_clock(out, stage->to);
    text_print(out, "  %s", words == NULL ? "" : words->title);
    if (stage->round > 0)
        text_print(out, ", round %zu", stage->round + 1);
    if (words != NULL && strcmp(words->title, words->meaning) != 0)
        text_print(out, " (%s)", words->meaning);
}

void followed_say_beside(const struct said_stage *stage, struct text *out)
{
    if (stage->posted != FOLLOWED_NONE)
        text_print(out, "%ld %s announced. ", stage->posted,
                   stage->posted == 1 ? "matter was" : "matters were");
    if (stage->walks > 0)
        text_print(out, "People walked from one circle to another %zu time%s. ", stage->walks,
                   plural((long)stage->walks));
    if (stage->circle_count == 0)
        text_print(out, "%ld people are there; nobody speaks. ", stage->people);
    if (out->length > 0)
        out->bytes[--out->length] = '\0';
}

static void say_about(const struct said_circle *circle, struct text *out)
{
    if (circle->of_several)
        text_say(out, ", on one matter after the other");
    else if (circle->about == TALKS_OF_PROPOSAL)
        text_print(out, ", on proposal %ld", circle->matter + 1);
    else if (circle->about == TALKS_OF_QUESTION)
        text_say(out, ", on a question");
    else if (circle->about == TALKS_OF_INQUIRY)
        text_say(out, ", on the inquiry");
}

static void say_speakers(const struct said_circle *circle, struct text *out)
{
    for (size_t i = 0; i < circle->speaker_count && i < SPEAKERS_NAMED; i++) {
        text_say(out, i == 0 ? "" : ", ");
        say_person(out, circle->speakers[i].person);
        text_say(out, i == 0 ? " spoke " : " ");
        say_span(out, circle->speakers[i].hours);
    }
    if (circle->speaker_count > SPEAKERS_NAMED)
        text_print(out, ", %zu other%s", circle->speaker_count - SPEAKERS_NAMED,
                   plural((long)(circle->speaker_count - SPEAKERS_NAMED)));
    long silent = circle->people - (long)circle->speaker_count;
    if (circle->speaker_count == 0)
        text_say(out, "nobody spoke");
    else if (silent > 0)
        text_print(out, "; %ld stayed silent", silent);
}

static void say_step(const struct said_step *step, struct text *out)
{
    static const char *const outcomes[] = {"", "passed", "failed", "was withdrawn"};
    text_print(out, "proposal %ld ", step->proposal + 1);
    if (step->what == CONSENSUS_CALLED)
        text_print(out, "was put to consensus: %ld block%s", (long)step->amount, plural((long)step->amount));
    else if (step->what == TABLED)
        text_say(out, "was put off to another session");
    else
        text_say(out, step->amount >= 1 && step->amount <= 3 ? outcomes[(int)step->amount] : "was decided");
}

/* A call for consensus that decides at once is one step. */
static bool decides_at_once(const struct said_circle *circle, size_t step)
{
    const struct said_step *one = &circle->steps[step];
    return step + 1 < circle->step_count && one->what == CONSENSUS_CALLED && one[1].what == DECIDED &&
           one[1].proposal == one->proposal;
}

static void say_steps(const struct said_circle *circle, struct text *out)
{
    size_t step = 0;
    for (size_t said = 0; step < circle->step_count && said < STEPS_NAMED; said++) {
        text_say(out, ". At ");
        say_clock(out, circle->steps[step].time);
        text_say(out, " ");
        if (decides_at_once(circle, step)) {
            long blocks = (long)circle->steps[step].amount;
            say_step(&circle->steps[step + 1], out);
            text_print(out, ", with %ld block%s", blocks, plural(blocks));
            step += 2;
        } else {
            say_step(&circle->steps[step++], out);
        }
    }
    if (step < circle->step_count)
        text_print(out, ". %zu more step%s", circle->step_count - step,
                   plural((long)(circle->step_count - step)));
}

void followed_say_circle(const struct said_stage *stage, const struct said_circle *circle, struct text *out)
{
    if (stage->circle_count == 1)
        text_print(out, "all %ld in one circle", circle->people);
    else
        text_print(out, "circle %ld, %ld %s%s", circle->number, circle->people,
                   circle->people == 1 ? "person" : "people", stage->walks > 0 ? " came by" : "");
    if (circle->at_end != FOLLOWED_NONE && circle->at_end < circle->people)
        text_print(out, " (%ld at the end)", circle->at_end);
    say_about(circle, out);
    text_say(out, ": ");
    say_speakers(circle, out);
    text_print(out, "; %zu turn%s, ", circle->turn_count, plural((long)circle->turn_count));
    if (circle->facets > 0)
        text_print(out, "%ld thing%s said that %s new to the circle", circle->facets, plural(circle->facets),
                   circle->facets == 1 ? "was" : "were");
    else
        text_say(out, "nothing new to the circle");
    if (circle->strayed > 0)
        text_print(out, "; %ld turn%s strayed from the matter", circle->strayed, plural(circle->strayed));
    say_steps(circle, out);
    text_say(out, ".");
}

void followed_say_others(const struct said_stage *stage, size_t shown, struct text *out)
{
    if (stage->circle_count <= shown)
        return;
    long least = stage->circles[stage->circle_count - 1].people, most = stage->circles[shown].people;
    size_t turns = 0, decided = 0;
    long facets = 0;
    double hours = 0;
    for (size_t i = shown; i < stage->circle_count; i++) {
        const struct said_circle *circle = &stage->circles[i];
        turns += circle->turn_count;
        facets += circle->facets;
        hours += circle->hours;
        for (size_t j = 0; j < circle->step_count; j++)
            decided += circle->steps[j].what == DECIDED ? 1 : 0;
    }
    size_t count = stage->circle_count - shown;
    text_print(out, "%zu more circle%s of ", count, plural((long)count));
    text_print(out, least == most ? "%ld" : "%ld to ", least);
    if (least != most)
        text_print(out, "%ld", most);
    text_print(out, " people: %zu turns, ", turns);
    say_span(out, hours);
    text_print(out, " spoken, %ld new things", facets);
    if (decided > 0)
        text_print(out, ", %zu proposal%s decided", decided, plural((long)decided));
    text_say(out, ".");
}

/* --- bars of letters --- */

enum { LETTERS = 26 };

/* Who speaks for most of a slice of time; NULL: nobody. */
static const struct said_turn *turn_in(const struct said_circle *circle, double from, double to)
{
    const struct said_turn *best = NULL;
    double most = 0;
    for (size_t i = 0; i < circle->turn_count; i++) {
        double heard = fmin(circle->turns[i].to, to) - fmax(circle->turns[i].from, from);
        if (heard > most) {
            most = heard;
            best = &circle->turns[i];
        }
    }
    return most > 0 ? best : NULL;
}

static void say_bar(const struct said_stage *stage, const struct said_circle *circle, size_t width,
                    struct text *out)
{
    double slice = (stage->to - stage->from) / (double)width;
    text_say(out, "    |");
    for (size_t i = 0; i < width; i++) {
        double from = stage->from + slice * (double)i;
        const struct said_turn *turn = turn_in(circle, from, from + slice);
        text_print(out, "%c",
                   turn == NULL              ? ' '
                   : turn->speaker < LETTERS ? (char)('A' + turn->speaker)
                                             : '+');
    }
    text_say(out, "|\n");
}

static void say_folded_at(struct text *out, const char *words, size_t indent, size_t width)
{
    text_print(out, "%*s", (int)indent, "");
    say_folded(out, words, indent, indent + 2, width);
}

static void say_stage(const struct followed_told *told, const struct said_stage *stage, size_t width,
                      struct text *out)
{
    struct text words = {0};
    followed_say_stage(told, stage, &words);
    text_say(out, "\n");
    say_folded_at(out, words.bytes, 0, width);
    text_free(&words);
    followed_say_beside(stage, &words);
    if (words.length > 0)
        say_folded_at(out, words.bytes, 2, width);
    text_free(&words);
    for (size_t i = 0; i < stage->circle_count && i < CIRCLES_SHOWN; i++) {
        followed_say_circle(stage, &stage->circles[i], &words);
        say_folded_at(out, words.bytes, 2, width);
        text_free(&words);
        if (stage->to > stage->from && stage->circles[i].turn_count > 0)
            say_bar(stage, &stage->circles[i], width - 6, out);
    }
    followed_say_others(stage, CIRCLES_SHOWN, &words);
    if (words.length > 0)
        say_folded_at(out, words.bytes, 2, width);
    text_free(&words);
}

void followed_say(const struct followed_told *told, size_t width, struct text *out)
{
    struct text words = {0};
    say_folded(out, told->scenario, 0, 2, width);
    followed_say_heading(told, &words);
    say_folded(out, words.bytes, 0, 2, width);
    text_free(&words);
    followed_say_sums(told, &words);
    say_folded(out, words.bytes, 0, 2, width);
    text_free(&words);
    say_folded(
        out,
        "This is one run of a model, not a record. In a bar, time goes from left to right and a letter is "
        "somebody who speaks: A spoke longest in that circle, + is somebody after Z.",
        0, 2, width);
    for (size_t i = 0; i < told->session->stage_count; i++)
        say_stage(told, &told->session->stages[i], width, out);
}
