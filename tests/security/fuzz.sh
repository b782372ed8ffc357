#!/usr/bin/env bash
# Damaged uploads: see tests/Workflow.Fuzz. With --short 500 of them, else 10,000.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
exec dotnet run -c Release --project tests/Workflow.Fuzz -- "$@"
