# shellcheck shell=bash
# Sourced, not run: a root folder of Debian in this one (debootstrap), and commands in it (chroot).

skip() {
    echo "skipped: $*"
    exit 77
}

# root_possible SUITE: ends with 77 and a sentence where none can be made here.
root_possible() {
    ((EUID == 0)) || skip "only root can make a root folder of Debian $1"
    command -v debootstrap >/dev/null || skip "debootstrap is not installed"
    [[ -e /usr/share/debootstrap/scripts/$1 ]] || skip "this debootstrap does not know Debian $1"
}

# root_make SUITE FOLDER [PACKAGES]: with these packages besides the least, commas between; what debootstrap said is in FOLDER.log.
root_make() {
    local suite=$1 root=$2 wanted=${3-} mirror
    # The mirror that this machine has for Debian, or Debian's own.
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null | grep '/debian/$' | head -n 1 || true)
    DPKG_FORCE=unsafe-io debootstrap --variant=minbase ${wanted:+--include="$wanted"} "$suite" "$root" "${mirror:-http://deb.debian.org/debian/}" >"$root.log" 2>&1 || {
        tail -n 5 "$root.log"
        ! grep -q "^E: Couldn't find these debs" "$root.log" || exit 1
        skip "Debian $suite could not be installed into a folder here"
    }
}

# root_remove ROOT: it, and what lies beside it under its name. A debootstrap that was killed leaves /proc of this machine mounted in it, and nothing
# may ever be removed through that: it is unmounted first, and removing stays within the file system.
root_remove() {
    local mounted
    for mounted in "$1"/{proc,sys,dev/pts,dev}; do
        ! mountpoint -q -- "$mounted" || umount -- "$mounted" || return
    done
    rm -rf --one-file-system -- "$1" "$1".*
}

# root_inside ROOT FOLDER COMMANDS: in a folder of it, with /proc where this machine lets us mount it; the mount ends with the command.
root_inside() {
    local root=$1 enter
    enter=(chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/bin:/bin:/usr/sbin:/sbin CI=true OMP_WAIT_POLICY=passive
        DEBIAN_FRONTEND=noninteractive bash -euc "cd $2; ${*:3}")
    if unshare --mount mount -t proc proc "$root/proc" 2>/dev/null; then
        unshare --mount bash -c 'mount -t proc proc "$0/proc"; exec "$@"' "$root" "${enter[@]}"
    else
        "${enter[@]}"
    fi
}
