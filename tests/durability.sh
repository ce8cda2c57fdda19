#!/usr/bin/env bash
# Kills the hub two hundred times on each database, lets 64 clients write for a minute with and without flush, and writes docs/durability.md.
# Usage: bash tests/durability.sh [--quick]      --quick: a few rounds and seconds that show that all of it works; their figures are not kept
# A full run takes about forty minutes on the machine of docs/durability.md: four to five seconds a round, most of them the start of the hub. Leave the machine alone while the writes are counted, its last five minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C.UTF-8

project=tests/Sas.Interop.Durability
program=$project/bin/Release/net10.0/Sas.Interop.Durability.dll
kill=(kill --save) server=(kill --databases postgresql --kill-database --rounds 20 --save) writes=(writes --save)
if [ "${1:-}" = --quick ]; then
  kill=(kill --rounds 5) server=(kill --databases postgresql --kill-database --rounds 2) writes=(writes --seconds 3)
fi

say() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

say "Build"
dotnet build "$project" -c Release -v q -nologo -clp:ErrorsOnly
status=0
say "Kill the hub"
dotnet "$program" "${kill[@]}" || status=1
say "Kill the hub and the database server"
dotnet "$program" "${server[@]}" || status=1
say "Write by many at once"
dotnet "$program" "${writes[@]}" || status=1
dotnet "$program" report
say "Done"
exit "$status"
