#!/usr/bin/env bash
# Text that would run, in every field of every form each role reaches, in a real browser: see tests/Workflow.Browser.Tests/CanaryTests.cs.
# CANARY_ROLES  only these roles, parted by blanks
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
missing=()
command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
if ((${#missing[@]} > 0)); then
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
dotnet test tests/Workflow.Browser.Tests -m:1 --filter 'FullyQualifiedName~CanaryTests' --logger 'console;verbosity=detailed' | grep -vE '^\s*at |^\[xUnit' | tail -n 60
exit "${PIPESTATUS[0]}"
