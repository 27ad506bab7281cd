/* The script for a cluster: a queue that carries out what it is given at once stands for Slurm. */
#include "session.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Array tasks one after the other, each with its number; a job that depends on one that failed is not run.
 * What was asked for is written down. */
static const char queue[] =
    "#!/bin/sh\n"
    "echo \"$*\" >>asked\n"
    "array=\n"
    "while :; do\n"
    "    case $1 in\n"
    "    --array=1-*) array=${1#--array=1-} ;;\n"
    "    --dependency=*) test -e failed && exit 0 ;;\n"
    "    --*) ;;\n"
    "    *) break ;;\n"
    "    esac\n"
    "    shift\n"
    "done\n"
    "cp \"$1\" spooled; shift\n" /* as Slurm does: the script runs under another name */
    "rm -f failed\n"
    "if [ -n \"$array\" ]; then\n"
    "    for i in $(seq \"$array\"); do\n"
    "        [ \"$i\" = \"${BREAKS:-}\" ] || SLURM_ARRAY_TASK_ID=$i sh spooled \"$@\" >>said 2>&1 || touch "
    "failed\n"
    "        [ \"$i\" != \"${BREAKS:-}\" ] || touch failed\n"
    "    done\n"
    "    echo '17;here'\n"
    "else\n"
    "    sh spooled \"$@\" >>said 2>&1\n"
    "fi\n";

#define IN_QUEUE "PATH=$PWD/bin:$PATH; export PATH; "

static void make_queue(void)
{
    assert_int_equal(
        session_shell("rm -rf bin asked said failed; mkdir bin; ln -s \"$G\" bin/groundswell").status, 0);
    session_write("bin/sbatch", queue);
    assert_int_equal(chmod("bin/sbatch", 0755), 0);
}

static void the_script_makes_the_bytes_of_one_run(void **state)
{
    (void)state;
    make_queue();
    struct said said = session_shell(
        IN_QUEUE
        "cp small.yaml \"a 'small' camp.yaml\"\n"
        "o='-r 3 --seed 5 --base-only'\n"
        "groundswell run \"a 'small' camp.yaml\" $o -q -o whole.h5 || exit 9\n"
        "groundswell run \"a 'small' camp.yaml\" $o -o \"its results.h5\" --cluster slurm >job.sh || exit 8\n"
        "sed -i 's/^parts=.*/parts=3/' job.sh; sh job.sh && cmp whole.h5 'its results.h5'");
    assert_int_equal(said.status, 0);
    said = session_shell("cat asked; ls broken 2>/dev/null");
    assert_says(said.out, "--parsable --job-name=groundswell --array=1-3 --cpus-per-task=1 --time=");
    assert_says(said.out, "M job.sh part\n");
    assert_says(said.out, "--dependency=afterok:17 --kill-on-invalid-dep=yes");
    assert_says(said.out, "M job.sh merge\n");
}

static void hostile_settings_stay_one_word(void **state)
{
    (void)state;
    make_queue();
    session_write(
        "set.sh",
        "groundswell run small.yaml -q -o set.h5 --set 'title=It'\\''s $HOME; `touch broken`' || exit 9\n"
        "groundswell run small.yaml -o cluster.h5 --set 'title=It'\\''s $HOME; `touch broken`' "
        "--cluster slurm >job.sh || exit 8\n"
        "sh job.sh && cmp set.h5 cluster.h5 && test ! -e broken\n");
    assert_int_equal(session_shell(IN_QUEUE ". ./set.sh").status, 0);
}

static void after_a_failure_it_can_be_done_again(void **state)
{
    (void)state;
    make_queue();
    struct said said = session_shell(
        IN_QUEUE "groundswell run small.yaml -q -o one.h5; groundswell run small.yaml -o again.h5 --cluster "
                 "slurm >job.sh\n"
                 "sed -i 's/^parts=.*/parts=4/' job.sh; BREAKS=3 sh job.sh; test -e again.h5 && exit 9\n"
                 "groundswell merge again.h5; test $? = 75 || exit 8\n"
                 "truncate -s -1 again.h5.part-2-of-4; sh job.sh; cmp again.h5 one.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.err, "again.h5: part 3 of 4 is missing\n");
}

static void more_work_is_more_parts(void **state)
{
    (void)state;
    struct said few = GROUNDSWELL("run", "small.yaml", "--cluster", "slurm"),
                many = GROUNDSWELL("run", "small.yaml", "--cluster", "slurm", "-r", "900000", "--set",
                                   "lasts=90 d");
    assert_int_equal(few.status, 0);
    assert_int_equal(many.status, 0);
    assert_says(few.out, "\nparts=1\n");
    assert_says(few.out, "--time=11 --mem=");
    assert_says(many.out, "# 1800000 runs, about ");
    assert_null(strstr(many.out, "\nparts=1\n"));
    assert_string_equal(session_shell("ls small.h5* 2>/dev/null").out, "");
}

static void what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--cluster", "pbs");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "`--cluster pbs` is no queue that is known here\n  write `--cluster slurm`\n");
    assert_int_equal(session_shell("\"$G\" run - --cluster slurm <small.yaml").status, 64);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--cluster", "slurm", "--part", "1/2").status, 64);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--cluster", "slurm", "--json").status, 64);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--cluster", "slurm", "--replication", "2").status, 64);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--cluster", "slurm", "--set", "lasts=never").status,
                     65);
    said = GROUNDSWELL("run", "small.yaml", "--cluster", "slurm", "--set",
                       "sensitivity={by: sample, points: 4, replications: 6, most_replications: 12}", "--set",
                       "over=assumed");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "cannot be run in parts");
    assert_string_equal(said.out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_script_makes_the_bytes_of_one_run),
        cmocka_unit_test(hostile_settings_stay_one_word),
        cmocka_unit_test(after_a_failure_it_can_be_done_again),
        cmocka_unit_test(more_work_is_more_parts),
        cmocka_unit_test(what_makes_no_sense_is_refused),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
