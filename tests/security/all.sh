#!/usr/bin/env bash
# Every attack, one after the other, and a table at the end. About an hour and a half on two cores. all.sh NAME…: only these.
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
names=(secrets ffuf slow tls canaries sqlmap wapiti fuzz)
(($# > 0)) && names=("$@")
publish
failed=0
: >"$work/table"
for name in "${names[@]}"; do
  begun=$SECONDS
  printf '\n== %s\n' "$name"
  if "$here/$name.sh"; then
    result=ok
  else
    result=FAILED
    failed=1
  fi
  printf '%-10s %-7s %5d s\n' "$name" "$result" "$((SECONDS - begun))" >>"$work/table"
done
printf '\n'
cat "$work/table"
exit "$failed"
