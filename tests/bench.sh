#!/usr/bin/env bash
# Runs the micro and the macro benchmarks and writes docs/performance.md with its pictures.
# Usage: bash tests/bench.sh [--quick]      --quick: a short run over a small country that shows that all of it works and decides nothing
# Leave the machine alone meanwhile: a full run takes about half an hour.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C.UTF-8

project=tests/Sas.Interop.Benchmarks
program=$project/bin/Release/net10.0/Sas.Interop.Benchmarks.dll

say() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

say "Build"
dotnet build "$project" -c Release -v q -nologo -clp:ErrorsOnly
say "Micro benchmarks"
dotnet "$program" micro "$@"
say "Macro benchmarks"
dotnet "$program" macro "$@"
say "Done"
