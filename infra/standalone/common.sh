# Shared by start, status, stop and chaos; sourced, never run. Processes are known by files that hold a number and the
# time that process began, so that another process of the same number is never taken for one of ours.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # who sources this sets dir, and uses lib

here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
home=$(dirname "$(dirname "$here")")
lib=$home/jobs/target/lib

fail() { # MESSAGE [CODE]
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit "${2:-2}"
}

require_number() { # OPTION VALUE LOW HIGH
  if ! [[ $2 =~ ^[0-9]{1,7}$ ]] || (($2 < $3 || $2 > $4)); then
    fail "$1 is ${2:-empty} but must be a whole number from $3 to $4. Maybe $1 $3."
  fi
}

# The value of an option, which must be there.
value_of() { # OPTION ARGUMENTS...
  [ $# -ge 2 ] || fail "$1 has no value but must have one. Maybe see --help."
  printf '%s' "$2"
}

born() { # PID
  ps -o lstart= -p "$1" 2>/dev/null || true
}

note_process() { # NAME PID
  printf '%s\n%s\n' "$2" "$(born "$2")" >"$dir/$1.pid"
}

# The number of a process of ours; fails where it does not run.
pid_of() { # NAME
  local pid='' begun=''
  [ -f "$dir/$1.pid" ] || return 1
  { read -r pid && read -r begun; } <"$dir/$1.pid" || return 1
  [ -n "$begun" ] && [ "$(born "$pid")" = "$begun" ] || return 1
  # A process that has ended but is not collected yet does not run.
  case $(ps -o stat= -p "$pid" 2>/dev/null) in '' | Z*) return 1 ;; esac
  printf '%s' "$pid"
}

# Names of the processes that were started here: master, worker-1, …
names() {
  local file
  for file in "$dir"/master.pid "$dir"/worker-*.pid; do
    if [ -f "$file" ]; then basename "$file" .pid; fi
  done
}

# A setting of the cluster, as start wrote it down.
setting() { # KEY
  sed -n "s/^$1=//p" "$dir/cluster"
}

require_cluster() {
  [ -f "$dir/cluster" ] || fail "$dir holds no cluster but must be a folder of one. Maybe infra/standalone/start, or --dir."
}

java_program() {
  local java
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || fail "no java found on the PATH or by JAVA_HOME. Maybe install JDK 17 or newer."
  printf '%s' "$java"
}

# What the master knows, as JSON.
master_view() {
  local host port answer
  host=$(setting host)
  port=$(setting ui-port)
  # The subshell, since a connection that is refused would end the script.
  answer=$( (exec 3<>"/dev/tcp/$host/$port" && printf 'GET /json/ HTTP/1.0\r\n\r\n' >&3 && cat <&3) 2>/dev/null) || return 1
  printf '%s' "$answer" | sed '1,/^\r*$/d'
}

# Number of workers that the master counts as alive; 0 where it does not answer.
alive_workers() {
  master_view | sed -n 's/.*"aliveworkers" *: *\([0-9]*\).*/\1/p' | head -n 1 | grep . || echo 0
}

# Sends a signal to a process of ours, if it runs.
signal() { # NAME SIGNAL
  local pid
  if pid=$(pid_of "$1"); then kill "-$2" "$pid" 2>/dev/null || true; fi
}
