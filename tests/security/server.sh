# Sourced by the scripts beside it: installs what is missing, starts the program in sample mode on a fresh data directory, ends it again.
# PROGRAM   the published Workflow.Web.dll; unset: published into a folder that goes away at the end
# SETTINGS  more settings for the program, as --Section:Key value
# REPORTS   where reports are written; unset: artifacts/security
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export REPORTS=${REPORTS:-$root/artifacts/security}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
mkdir -p "$REPORTS"
work=$(mktemp -d)
server_pid=

finish() {
  local code=$?
  trap - EXIT
  stop_server
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

# needs COMMAND=PACKAGE…: installs the packages whose command is not there; false when it cannot.
needs() {
  local pair missing=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  ((${#missing[@]} == 0)) && return 0
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    echo "cannot install ${missing[*]} (needs root and apt-get)" >&2
    return 1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 || { tail -n 5 "$work/apt.log" >&2; return 1; }
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

publish() {
  if [[ -z ${PROGRAM:-} ]]; then
    dotnet publish "$root/src/Workflow.Web" -c Release -o "$work/program" -m:1 >"$work/publish.log" 2>&1 || { tail -n 20 "$work/publish.log" >&2; return 1; }
    PROGRAM=$work/program/Workflow.Web.dll
  fi
  export PROGRAM
}

# A scan asks more in a minute than all the offices of a province together; what an address may ask is tried by the program's own tests.
many='--Edge:RequestsPerMinute 1000000 --Edge:SignInMissesPerMinute 1000000 --Edge:LinkMissesPerMinute 1000000 --Edge:VerificationsPerMinute 1000000'

# start_server [SETTING VALUE…]: sets BASE; the data directory is $work/data and is new for every start, unless keep_data is set.
start_server() {
  publish
  BASE=${BASE_SCHEME:-http}://127.0.0.1:$(free_port)
  export BASE
  [[ -n ${keep_data:-} ]] || rm -rf "$work/data"
  # shellcheck disable=SC2086
  (cd "$work" && exec dotnet "$PROGRAM" --Workflow:Sample true --Workflow:DataDirectory "$work/data" --Urls "$BASE" --Office:PublicOrigin "$BASE" $many ${SETTINGS:-} "$@") \
    >"$work/server.log" 2>&1 </dev/null &
  server_pid=$!
  for _ in $(seq 1 600); do
    curl -ksf -o /dev/null --max-time 2 "$BASE/sign-in" && return 0
    kill -0 "$server_pid" 2>/dev/null || break
    read -rt 0.2 <> <(:) || true
  done
  tail -n 20 "$work/server.log" >&2
  return 1
}

stop_server() {
  if [[ -n $server_pid ]]; then
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
  fi
}

# What must never be in the program's own log after an attack.
server_is_unhurt() {
  if ! curl -ksf -o /dev/null --max-time 10 "$BASE/sign-in"; then
    echo 'the server no longer answers'
    return 1
  fi
  if grep -nE 'Unhandled exception|Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware|^fail: |"LogLevel":"Error"' "$work/server.log" >"$work/failures.txt"; then
    echo "the server logged failures:"
    head -n 10 "$work/failures.txt"
    cp "$work/server.log" "$REPORTS/server-$(basename "$0" .sh).log"
    return 1
  fi
}
