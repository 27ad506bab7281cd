#include "program/everyday.h"

#include <ctype.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"

/* Words with `|` between, and the names that they mean, the nearest first. */
static const struct {
    const char *words;
    const char *const *names;
} rows[] = {
#define NAMES(...)                                                                                           \
    (const char *const[])                                                                                    \
    {                                                                                                        \
        __VA_ARGS__, NULL                                                                                    \
    }
    {"facilitator|facilitation|moderator|moderation|chair|chairperson|host",
     NAMES("hosts", "facilitated", "hosted", "all_hosted", "host_skill_at")},
    {"minutes|meeting minutes|notes|note taker|scribe|protocol|transcript",
     NAMES("records", "record", "records_read", "learned_by_reading", "cafe-that-records",
           "call-that-records")},
    {"consensus|unanimity|agree|agreeing",
     NAMES("full-consensus", "modified-consensus", "consent", "decision", "agreement", "decisions.checking")},
    {"assembly|general assembly|ga|plenary|plenum|town hall|mass meeting|whole group",
     NAMES("general-assembly", "general-assembly-progressive", "spokes-council", "plenary")},
    {"agenda|agenda item|item|topic list",
     NAMES("agenda", "proposals", "waiting", "most_items", "decisions.time_box", "old_first")},
    {"cafe|world cafe|coffee house",
     NAMES("world-cafe", "world-cafe-on-an-inquiry", "cafe-call", "cafe-three-rounds")},
    {"shy|shyness|quiet|quiet people|silent people|introvert|introverted",
     NAMES("shyness", "never_spoke", "audience_exponent", "progressive-stack", "round")},
    {"stack|speaker list|speakers list|list of speakers|speaking list|queue of speakers",
     NAMES("stack", "progressive-stack", "floor", "hands")},
    {"hand signal|hand sign|twinkle|jazz hand|sparkle finger|raise hand|raised hand|hand",
     NAMES("hands", "stack", "decisions.checking", "decisions.counting")},
    {"temperature check|straw poll|show of hands", NAMES("decisions.checking", "decisions.counting", "vote")},
    {"bottleneck|jam|traffic jam|congestion|overload|stuck|delay|slow|slowness",
     NAMES("backlog", "open_trend", "wait", "hours_to_decision", "decisions.time_box", "proposals.per_day",
           "most_visits")},
    {"backlog|pile|waiting list|unfinished business|old business|pending",
     NAMES("backlog", "backlog_at", "open_at_end", "age_of_open_at", "proposals.waiting")},
    {"block|veto|blocker|blocking",
     NAMES("block_base", "block_distance", "block_tension", "no_vote", "modified-consensus")},
    {"stand aside|standing aside|abstention|abstain", NAMES("abstain", "abstained", "indifferent")},
    {"amendment|friendly amendment|amend", NAMES("amendment", "amended", "amending")},
    {"vote|voting|ballot|majority vote|poll|show of cards",
     NAMES("vote", "majority", "two-thirds", "put-to-the-vote", "decisions.threshold")},
    {"time box|timebox|time limit|time keeper|timekeeper|speaking time",
     NAMES("decisions.time_box", "cap", "voice_gini", "most_items")},
    {"people's mic|people s mic|human microphone|human mic|mic check|mic|megaphone|sound system|microphone",
     NAMES("amplified", "wave_from", "two_waves_from", "three_waves_from", "open-mic")},
    {"go around|go round|round robin|in turn", NAMES("round", "talking-piece", "turns_each")},
    {"talking stick|talking piece|speaking stick", NAMES("talking-piece", "round")},
    {"breakout|breakout group|breakout room|small group|circle|buzz group",
     NAMES("circles", "circle_size", "seating", "pairs", "open-space-prepares", "merge")},
    {"committee|working group|task force|team|commission|group",
     NAMES("groups", "working-group", "teamwork", "groups_living", "tasks_done")},
    {"spokescouncil|spokes council|delegate|delegation|representative|council|federation",
     NAMES("spokes-council", "delegates", "links", "calls")},
    {"newcomer|new people|onboarding|welcome|welcome desk|integration of newcomers",
     NAMES("groups.newcomers", "welcome", "newcomers_at", "days_to_first_group", "voice_by_tenure",
           "newcomer_repeats")},
    {"burnout|burn out|exhaustion|fatigue|tired|tiredness",
     NAMES("burn_out", "left_burnt_out", "energy", "went_home", "listening_drain")},
    {"turnover|attrition|dropout|drop out|people leave|leaving",
     NAMES("left", "drift", "left_drifted", "left_patience", "returns")},
    {"turnout|attendance|how many come|participation", NAMES("attendance", "heads", "ever_came", "presence")},
    {"check in|checkin|opening round|closing round", NAMES("check-in-and-thanks", "feelings", "round")},
    {"meditation|silence|quiet time|reflection|pause",
     NAMES("reflect", "reflection", "silence-before-telling")},
    {"conflict|fight|anger|row|quarrel|drama",
     NAMES("tension", "outbursts", "sides", "decisions.block_tension")},
    {"polarization|polarisation|divide|camp|faction|bubble",
     NAMES("sides", "side_gap", "warmth_at", "both_sides", "question_clusters")},
    {"trust|friendship|friend|relationship|bond", NAMES("ties", "tie_degree", "warmth_at")},
    {"inequality|dominance|domination|talkative|loud people|who talks|speaking share|gini",
     NAMES("voice_gini", "turns_by_rank", "talk_sd", "effective_speakers", "progressive-stack")},
    {"knowledge|shared understanding|understanding|learning",
     NAMES("coverage", "common_knowledge", "retention", "knowledge")},
    {"forgetting|forget|memory|attention span", NAMES("retention", "digest_ratio", "report_loss")},
    {"repetition|repeating|going in circles|again and again",
     NAMES("repeat", "novel_turns", "newcomer_repeats", "decided_again")},
    {"expert|specialist|consultant", NAMES("experts", "expert_share", "deliberative-poll-with-experts")},
    {"police|eviction|repression|crackdown|raid",
     NAMES("shocks.raids", "raids", "left_raided", "closed", "came_back")},
    {"weather|rain|winter|cold", NAMES("shocks.cold", "left_cold", "cold_spells")},
    {"press|newspaper|television|tv|media", NAMES("shocks.media", "media_waves", "arrivals")},
    {"online|zoom|video call|remote|hybrid",
     NAMES("sites.online", "presence.online", "cafe-call", "online_visits")},
    {"chat|mailing list|email|e mail|message board|social media|internet",
     NAMES("forum", "forum.posts", "sparks", "posters")},
    {"tweet|slogan|appeal|call to action|viral|meme",
     NAMES("sparks", "spark_kinds", "spark_reach", "cascade_size", "actions")},
    {"scrum|agile|kanban",
     NAMES("sprint-planning", "stand-up", "sprint-review", "retrospective", "pull", "wip")},
    {"standup|stand up|daily scrum|huddle", NAMES("stand-up", "word_hours")},
    {"open space|unconference|barcamp|open space technology",
     NAMES("open-space-decides", "open-space-prepares", "two-feet", "open-space-with-reports")},
    {"law of two feet|two feet|walk away", NAMES("two-feet", "gathering.two_feet", "movement")},
    {"fish bowl|fishbowl|inner circle", NAMES("fishbowl", "inner", "inside")},
    {"dialogue|dialog|conversation across sides|bridge building",
     NAMES("dialogue-of-two-sides", "living-room", "sides", "warmth_gain")},
    {"mutual aid|sharing|gift|help|favour", NAMES("gifts", "gift-circle", "needs_met", "matches")},
    {"donation|money|budget|fund|resource|tool|material",
     NAMES("donations", "resources", "gifts.donations", "purchase")},
    {"coalition|network|alliance|link", NAMES("links", "links_made", "integration", "giant_component")},
    {"camp site|square|place|site|city|occupation|hub", NAMES("sites", "place", "visits", "people_here_at")},
    {"meeting|session|schedule|timetable|calendar", NAMES("calendar", "sessions", "session_length", "hold")},
    {"meeting length|long meeting|hours of meeting|time cost|cost",
     NAMES("people_hours", "session_hours", "session_length", "people_hours_per_decision")},
    {"decision|decide|decision rule|decision making",
     NAMES("decision", "decided", "decisions_per_hour", "decisions")},
    {"quality|good decision|wrong decision|mistake|error", NAMES("correct", "regret", "undone", "reopened")},
    {"commitment|follow through|promise|action item|to do|todo",
     NAMES("commit", "signed", "turned_up", "follow_through")},
    {"duplication|double work|reinventing the wheel|wheel",
     NAMES("duplication", "done_twice", "common_items", "share_work")},
    {"coordination|coordinator|strategy|overview",
     NAMES("strategy", "overview", "strategy-community", "links")},
    {"luck|chance|random seed|randomness|run|repetition of runs",
     NAMES("seed", "replications", "variant_replications")},
    {"uncertainty|assumption|robustness|sensitivity analysis|what if",
     NAMES("assumptions", "sensitivity", "sweep")},
    {"minority|minorities|marginalized|underrepresented|women",
     NAMES("progressive-stack", "sides", "never_spoke", "voice_by_tenure")},
    {"rumour|rumor|gossip|word of mouth|grapevine",
     NAMES("sparks", "told_from_elsewhere", "contacts", "talk")},
#undef NAMES
};

/* Letters with accents in Latin-1, U+00C0 on, without them. */
static char without_accent(uint32_t point)
{
    static const char plain[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
    enum { FIRST = 0xC0 };
    return point < FIRST || point >= FIRST + sizeof plain - 1 ? ' ' : plain[point - FIRST];
}

const char *everyday_form(const char *word, struct arena *arena)
{
    size_t length = strlen(word), used = 0;
    char *form = arena_take(arena, length + 1, 1);
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(word + i, length - i);
        char letter = sequence > 1 ? without_accent(utf8_point(word + i, sequence))
                                   : (char)tolower((unsigned char)word[i]);
        if (!isalnum((unsigned char)letter))
            letter = ' ';
        if (letter != ' ' || (used > 0 && form[used - 1] != ' '))
            form[used++] = letter;
        i += sequence == 0 ? 1 : sequence;
    }
    while (used > 0 && form[used - 1] == ' ')
        used--;
    if (used > 3 && form[used - 1] == 's' && form[used - 2] != 's')
        used--;
    form[used] = '\0';
    return form;
}

const char *const *everyday_names(const char *word, struct arena *arena)
{
    const char *form = everyday_form(word, arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (const char *at = rows[i].words; *at != '\0';) {
            size_t length = strcspn(at, "|");
            if (strcmp(everyday_form(arena_text(arena, at, length), arena), form) == 0)
                return rows[i].names;
            at += length + (at[length] == '|' ? 1 : 0);
        }
    return NULL;
}

size_t everyday_words(struct arena *arena, const char ***words)
{
    enum { MOST_WORDS = 1024 };
    size_t count = 0;
    *words = ARENA_NEW(arena, const char *, MOST_WORDS);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (const char *at = rows[i].words; *at != '\0';) {
            size_t length = strcspn(at, "|");
            require(count < MOST_WORDS);
            (*words)[count++] = arena_text(arena, at, length);
            at += length + (at[length] == '|' ? 1 : 0);
        }
    return count;
}
