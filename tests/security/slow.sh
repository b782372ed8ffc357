#!/usr/bin/env bash
# Slow and malformed HTTP: requests no client sends, 2,000 idle connections, slow headers, slow bodies, slow reading. Whoever comes meanwhile is served.
# SECONDS_EACH  how long each of the three slow attacks lasts; 20
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
needs slowhttptest=slowhttptest curl=curl python3=python3
ulimit -n 8192 2>/dev/null || true
long=${SECONDS_EACH:-20}
failed=0
start_server
port=${BASE##*:}
python3 "$here/raw_http.py" 127.0.0.1 "$port" malformed || failed=1
python3 "$here/raw_http.py" 127.0.0.1 "$port" idle || failed=1

# attack NAME OPTIONS…: asks on the side, ten times a second, how long an honest visitor waits.
attack() {
  local name=$1 slow p95
  shift
  slowhttptest "$@" -c 1000 -r 200 -l "$long" -p 3 -o "$work/$name" -g >"$work/$name.log" 2>&1 &
  slow=$!
  read -rt 4 <> <(:) || true
  for _ in $(seq 1 $(((long - 6) * 4))); do
    curl -s -o /dev/null -w '%{http_code} %{time_total}\n' --max-time 10 "$BASE/sign-in" || echo '000 99'
    read -rt 0.2 <> <(:) || true
  done >"$work/$name.times"
  wait "$slow" || true
  p95=$(awk '{ print ($1 == 200) ? $2 : 99 }' "$work/$name.times" | sort -n | awk '{ t[NR] = $1 } END { print t[int(NR * 0.95)] }')
  cp "$work/$name.csv" "$REPORTS/slow-$name.csv" 2>/dev/null || true
  printf '%-13s %3d visits, p95 %s s\n' "$name" "$(wc -l <"$work/$name.times")" "$p95"
  awk -v p="$p95" 'BEGIN { exit p <= 1 ? 0 : 1 }' || failed=1
}

attack headers -H -i 5 -t GET -u "$BASE/sign-in" -x 24
attack body -B -i 5 -t POST -u "$BASE/sign-in" -s 8192 -x 10
attack reading -X -w 1 -y 8 -n 5 -z 32 -k 3 -u "$BASE/site.css"
server_is_unhurt || failed=1
((failed == 0)) && echo 'slow: served all the while' || echo 'slow: FAILED'
exit "$failed"
