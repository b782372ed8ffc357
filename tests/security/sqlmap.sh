#!/usr/bin/env bash
# SQL injection into every parameter that reaches a query: search, filters, verification, sign-in, lists of the API, bodies that are not stored.
# LEVEL, RISK  of sqlmap; 2 and 1
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
needs sqlmap=sqlmap curl=curl python3=python3
failed=0 tried=0
publish
# A token for the API, made as the operator does before anybody is served: a data directory has one process at a time.
token=$(dotnet "$PROGRAM" token chuyenvien.my@tinhuy.nambinh.example scan --Workflow:Sample true --Workflow:DataDirectory "$work/data" 2>"$work/token.log" | tail -n 1) || cat "$work/token.log"
[[ -n $token ]] || { echo 'sqlmap: FAILED, no token'; exit 1; }
keep_data=1
start_server
export HOME=$work
python3 "$here/sign_in.py" "$BASE" >"$work/people"
cookie() { awk -F'\t' -v role="$1" '$1 == role { print $3; exit }' "$work/people"; }

# inject ROLE URL [OPTIONS…]
inject() {
  local role=$1 url=$2 log=$work/sqlmap.log
  shift 2
  tried=$((tried + 1))
  case $role in
    Token) set -- "$@" --headers "Authorization: Bearer $token"$'\n'"Content-Type: application/json" ;;
    Nobody) ;;
    *) set -- "$@" --cookie "$(cookie "$role")" ;;
  esac
  timeout 300 sqlmap -u "$BASE$url" --batch --flush-session --disable-coloring --level "${LEVEL:-2}" --risk "${RISK:-1}" \
    --time-sec 3 --timeout 20 --retries 0 --dbms SQLite --skip-waf --output-dir "$work/sqlmap" --ignore-code 400,403,404,422 "$@" >"$log" 2>&1 || true
  cat "$log" >>"$REPORTS/sqlmap.log"
  if grep -qE 'is vulnerable|appears to be .*injectable|sqlmap identified the following injection' "$log"; then
    echo "$url: injectable"
    grep -E 'Parameter:|Type:|Title:|Payload:|injectable' "$log" | head -n 10
    failed=1
  elif grep -qE 'do not appear to be injectable|does not seem to be injectable|all tested parameters' "$log"; then
    printf '%-82s %3d tests\n' "${url:0:66} ($role)" "$(grep -c "testing '" "$log")"
  else
    echo "$url: not tried to the end"
    tail -n 3 "$log"
    failed=1
  fi
}

: >"$REPORTS/sqlmap.log"
inject Drafter '/directives?q=nam&state=Draft&p=1'
inject Registry '/register?series=0197c0de-0000-7000-8000-000000000000'
inject ChiefOfOffice '/orders?tab=open'
inject Administrator '/directory?q=so&kind=Department&level=Province&on=2026-03-01'
inject RecipientClerk '/inbox?tab=open'
inject Registry '/outbox?state=Sent'
inject Token '/api/directives?search=nam&state=Draft'
inject Token '/api/units?name=so'
inject Token '/api/directory/groups?on=2026-03-01'
inject Token '/api/work-items?directive=0197c0de-0000-7000-8000-000000000000'
inject Nobody '/verify/ABCD1234*'
inject Nobody '/a/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop1*'
inject Nobody '/sign-in?Back=/directives'
inject Drafter '/work?tab=open&due=late'
inject Token /api/readings --data '{"text":"CHI THI ve viec kiem tra"}'
inject Token /api/checks --data '{"text":"CHI THI ve viec kiem tra"}'
inject Nobody '/sign-in?handler=Person' --data 'personId=0197c0de-0000-7000-8000-000000000000&Back=/' --csrf-token __RequestVerificationToken --csrf-url "$BASE/sign-in"
server_is_unhurt || failed=1
echo "sqlmap: $tried addresses with all their parameters tried, $([[ $failed == 0 ]] && echo 'none injectable' || echo FAILED)"
exit "$failed"
