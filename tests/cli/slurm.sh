#!/usr/bin/env bash
# slurm.sh PROGRAM SOURCE [RANKS]: the script of `--cluster slurm` under a real Slurm of one node, on ports and in folders of its own. A task of
# the array is killed, merge names what is missing, the task is submitted again alone, and the file has the bytes of one run. Passed over
# where Slurm is not installed, or who runs the test is not root, which its daemons need.
set -euo pipefail
program=$1 library=$2/scenarios ranks=${3-}
for command in slurmctld slurmd munged sbatch; do
    command -v $command >/dev/null || PATH=$PATH:/usr/sbin
    command -v $command >/dev/null || { echo "skipped: $command is not installed"; exit 77; }
done
((EUID == 0)) || { echo "skipped: the daemons of Slurm are started by root"; exit 77; }
id munge >/dev/null 2>&1 || { echo "skipped: there is no user munge"; exit 77; }

folder=$(mktemp -d)
# Ends what was started here, by the numbers that each daemon wrote down.
ended() {
    local status=$? file number look
    if [[ -e $folder/slurm.conf ]]; then
        scancel --quiet --user root 2>/dev/null || true
    fi
    for file in slurmd.pid slurmctld.pid munge/pid; do
        number=$(cat "$folder/$file" 2>/dev/null || true)
        [[ -n $number ]] || continue
        kill "$number" 2>/dev/null || true
        for ((look = 0; look < 50; look++)); do
            kill -0 "$number" 2>/dev/null || break
            sleep 0.1
        done
    done
    rm -rf -- "$folder"
    exit $status
}
trap ended EXIT
chmod 755 "$folder"
cd -- "$folder"
failed() {
    echo "FAILED: $*"
    cat said slurm-*.out 2>/dev/null || true
    tail -n 20 slurmctld.log slurmd.log 2>/dev/null || true
    exit 1
}
within() { # within SECONDS COMMAND...: until it is true
    local looks=$(($1 * 20)) look
    shift
    for ((look = 0; look < looks; look++)); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.05
    done
    failed "waited in vain for: $*"
}

# --- a cluster of one node ---
install -d -o munge -g munge -m 755 munge
install -d state spool bin work
head -c 128 /dev/urandom >munge/key
chown munge: munge/key
chmod 400 munge/key
free_port() { # one that nobody listens on
    local port
    for ((port = 20000 + RANDOM % 20000; ; port++)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}
cat >slurm.conf <<CONF
ClusterName=groundswell
SlurmctldHost=localhost
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
KillWait=2
SchedulerParameters=batch_sched_delay=0,sched_interval=1
NodeName=localhost CPUs=2 RealMemory=2000
PartitionName=all Nodes=localhost Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$folder/slurm.conf
setpriv --reuid munge --regid munge --clear-groups munged --socket="$folder/munge/socket" --key-file="$folder/munge/key" \
    --pid-file="$folder/munge/pid" --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" >said 2>&1 || failed "munged"
slurmctld -c >said 2>&1 || failed "slurmctld"
slurmd -N localhost >said 2>&1 || failed "slurmd"
idle() { [[ $(sinfo -h -o %t) == idle ]]; }
within 30 idle

# --- parts as an array ---
export GROUNDSWELL_LIBRARY=$library OMP_WAIT_POLICY=passive PATH=$folder/bin:$PATH
# While there is a file `slow`, part 3 is stopped as soon as it has begun its journal, and waits to be killed: nobody races with it.
cat >bin/groundswell <<PROGRAM
#!/bin/sh
case "\$*" in
*" 3/4 "*) [ -e slow ] || exec $program "\$@" ;;
*) exec $program "\$@" ;;
esac
$program "\$@" &
until [ -s camp.h5.part-3-of-4 ]; do sleep 0.01; done
kill -STOP \$!
wait
PROGRAM
chmod 755 bin/groundswell
cd work
cat >camp.yaml <<'YAML'
title: A small camp
lasts: 15 d
seed: 7
replications: 400
sites:
  - {name: Square, people: 40}
proposals: {per_day: 4 /d, facets: 8}
designs:
  assembly only:
    calendar: [{every: 1 d, at: "19:00", hold: general-assembly, for: 1 h}]
  open space:
    calendar: [{every: 1 d, at: "10:00", hold: open-space-decides, for: 2 h}]
YAML
groundswell run camp.yaml -q -o whole.h5 >said 2>&1 || failed "one run"
groundswell run camp.yaml -o camp.h5 --cluster slurm >job.sh || failed "--cluster slurm"
sed -i 's/^parts=.*/parts=4/' job.sh
touch slow
sh job.sh >said 2>&1 || failed "the script was not taken"
jobs=$(sed -n 's/^Submitted batch job //p' said)
[[ -n $jobs ]] || failed "no job for the merge"
array=$((jobs - 1))
begun() { [[ -s camp.h5.part-3-of-4 ]]; }
within 60 begun
scancel --signal=KILL --full "${array}_3"
rm slow
gone() { [[ -z $(squeue -h) ]]; }
within 90 gone
[[ ! -e camp.h5 ]] || failed "it was merged although a task was killed"
status=0
groundswell merge camp.h5 >said 2>&1 || status=$?
[[ $status == 75 ]] || failed "merge ends with $status"
grep -qE 'camp.h5: ([0-9]+ of 200 runs of part 3 of 4 are|part 3 of 4 is) missing' said || failed "what is missing is not named"
sbatch --parsable --array=3 --wait job.sh part >said 2>&1 || failed "the task alone"
groundswell merge camp.h5 >said 2>&1 || failed "merge: $?"
cmp whole.h5 camp.h5 || failed "other bytes"

# --- and without a failure, to the end ---
groundswell run camp.yaml -r 8 -q -o eight.h5 >said 2>&1
groundswell run camp.yaml -r 8 -o short.h5 --cluster slurm >short.sh
sed -i 's/^parts=.*/parts=3/' short.sh
sh short.sh >said 2>&1 || failed "the second script was not taken"
within 90 test -e short.h5
within 30 gone
cmp eight.h5 short.h5 || failed "the merge of the queue has other bytes"

# --- many processes inside of a job ---
[[ -n $ranks ]] && command -v mpirun >/dev/null || { echo "without mpirun"; exit 0; }
cat >ranks.sh <<JOB
#!/bin/sh
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
exec mpirun -n 2 $ranks run camp.yaml -r 8 -q -o ranks.h5
JOB
sbatch --parsable --ntasks=2 --wait ranks.sh >said 2>&1 || failed "mpirun in a job"
cmp eight.h5 ranks.h5 || failed "mpirun in a job: other bytes"
