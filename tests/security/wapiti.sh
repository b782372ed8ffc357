#!/usr/bin/env bash
# Crawls and attacks as each of the nine roles. Exit 1 on a high or medium finding that known-alarms.txt does not explain.
# SECONDS_EACH  longest time a role may take; 120     ROLES  only these, parted by blanks
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
needs wapiti=wapiti jq=jq curl=curl python3=python3
long=${SECONDS_EACH:-120}
failed=0
start_server
python3 "$here/sign_in.py" "$BASE" >"$work/people"
export HOME=$work
printf '%-16s %5s %7s %5s %12s\n' role high medium low unexplained
while IFS=$'\t' read -r role _ cookie <&3; do
  [[ -z ${ROLES:-} || " ${ROLES:-} " == *" $role "* ]] || continue
  report=$REPORTS/wapiti-$role.json
  rm -f "$report"
  # Without ssrf, xxe and the like that wait for a call from outside: there is no outside here. Their inputs are tried by the program's own tests.
  /usr/bin/python3 "$here/wapiti.py" -u "$BASE/" --scope folder -s "$BASE/directives" -s "$BASE/directory" -s "$BASE/orders" -s "$BASE/register" -s "$BASE/reading" -s "$BASE/verify" \
    -x "$BASE/sign-out" -x "$BASE/sign-in" -x "$BASE/language" -H "Cookie: $cookie" -m backup,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,sql,timesql,xss \
    --flush-session --store-session "$work/session" --max-scan-time "$long" --max-attack-time "$((long / 12 + 1))" --max-links-per-page 60 --max-files-per-dir 30 --max-parameters 12 \
    -t 20 -d 4 --no-bugreport --color -f json -o "$report" >"$work/wapiti-$role.log" 2>&1 || true
  if [[ ! -s $report ]]; then
    grep -E "^  File" "$work/wapiti-$role.log" | tail -n 8; tail -n 5 "$work/wapiti-$role.log"
    echo "$role: no report"
    failed=1
    continue
  fi
  # Wapiti's levels: 1 low, 2 medium, 3 high, 4 critical. The key of an alarm: its kind, method, path with identifiers taken out, parameter.
  jq -r '(.vulnerabilities, .anomalies) | to_entries[] | .key as $kind | .value[]
    | "\(.level)\t\($kind)\t\(.method) \(.path | gsub("[0-9a-f]{8}-[0-9a-f-]{27}"; "*")) \(.parameter // "-")"' "$report" | sort -u >"$work/$role.found"
  # A 500 is a fault of ours whatever the tool thinks of it.
  awk -F'\t' '$1 >= 2 || $2 ~ /Internal Server Error/' "$work/$role.found" | while IFS= read -r line; do
    grep -v '^#' "$here/known-alarms.txt" | cut -d'|' -f1 | sed 's/ *$//' | grep -v '^$' | grep -qFf - <<<"$line" || printf '%s\n' "$line"
  done >"$work/$role.unexplained"
  printf '%-16s %5s %7s %5s %12s\n' "$role" \
    "$(awk -F'\t' '$1 >= 3' "$work/$role.found" | wc -l)" "$(awk -F'\t' '$1 == 2' "$work/$role.found" | wc -l)" "$(awk -F'\t' '$1 < 2' "$work/$role.found" | wc -l)" "$(wc -l <"$work/$role.unexplained")"
  if [[ -s $work/$role.unexplained ]]; then
    cat "$work/$role.unexplained"
    failed=1
  fi
done 3<"$work/people"
server_is_unhurt || failed=1
((failed == 0)) && echo 'wapiti: nothing unexplained from medium up' || echo 'wapiti: FAILED'
exit "$failed"
