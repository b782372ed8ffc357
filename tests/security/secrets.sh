#!/usr/bin/env bash
# No key, token or password in the repository beyond the ones the README tells of, and no package with a fault the registry knows.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
failed=0
found=$(mktemp)
trap 'rm -f "$found"' EXIT

# Files that hold keys, whatever stands in them.
git ls-files | grep -iE '\.(pfx|p12|pem|key|jks|snk|kdbx|ppk)$|(^|/)(id_rsa|id_ed25519|\.env|\.npmrc|\.netrc)$' >"$found" || true
# Forms that nothing else has: private keys, keys of clouds and forges, signed tokens.
git grep -nIE -e '-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20}|xox[abprs]-[A-Za-z0-9-]{10}|eyJ[A-Za-z0-9_-]{20,}\.eyJ|AIza[0-9A-Za-z_-]{35}' \
  -- ':!tests/security/secrets.sh' | cut -c1-160 >>"$found" || true
# Values given to a name that means a secret. In tests they are made up; in the program only the trial ones that the sample tells everybody.
git grep -nIiE -e '(password|passwd|passphrase|secret|api_?key|\bpin)"?\s*(=|:)\s*@?"[^"{}]{6,}"' -- src appsettings.json workflows .ci .github \
  | grep -vE 'src/Workflow\.Directives/Sample/Trial(Accounts|Authority)\.cs:' | grep -vE '"(vi|en)":' | cut -c1-160 >>"$found" || true
if [[ -s $found ]]; then
  cat "$found"
  failed=1
fi
echo "secrets: $(git ls-files | wc -l) files, $(wc -l <"$found") findings"

if dotnet list Workflow.sln package --vulnerable --include-transitive >"$found" 2>&1; then
  if grep -E '^\s*>' "$found"; then
    failed=1
  fi
  echo "packages with known faults: $(grep -cE '^\s*>' "$found" || true)"
else
  tail -n 3 "$found"
  echo 'packages were not asked about: the registry does not answer'
fi
exit "$failed"
