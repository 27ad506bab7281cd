# shellcheck shell=bash
# Sourced, not run: installs the Debian packages of cmake/packages.txt that are missing.

# packages_missing LIST KIND...: prints the packages of these kinds that are not there, one a line.
packages_missing() {
    local list=$1 kind package command wanted=()
    shift
    while read -r kind package command; do
        [[ " $* " == *" $kind "* ]] || continue
        [[ -n $command ]] && command -v "$command" >/dev/null && continue
        wanted+=("$package")
    done < <(grep -v '^#' "$list")
    ((${#wanted[@]})) || return 0
    local there
    there=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null |
        sed -n "s/ installed$//p" || true)
    for package in "${wanted[@]}"; do
        grep -qxF -- "$package" <<<"$there" || printf '%s\n' "$package"
    done
}

# packages_install LOG PACKAGE...: installs them, quietly; what apt-get said is in LOG.
packages_install() {
    local log=$1 as_root=()
    shift
    if ((EUID != 0)); then
        command -v sudo >/dev/null || {
            echo "groundswell: please install these packages as root: $*" >&2
            return 69
        }
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
    # Lists may be missing (a fresh container) or too old to find the files they name.
    if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null ||
        ! "${apt[@]}" install --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
        "${apt[@]}" update >>"$log" 2>&1 </dev/null
        "${apt[@]}" install --no-install-recommends "$@" >>"$log" 2>&1 </dev/null
    fi
}
