#!/usr/bin/env bash
# Installs what the tests need, checks the format, builds, runs every test, and looks through all that the tested hubs wrote for planted persons and secrets.
# Ends with one line of counts. What hubs wrote (one to two gigabytes) lies in the temporary folder until it was found clean.
# Usage: bash tests/run.sh [filter]      filter: an NUnit expression for dotnet test, to run some tests only
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C.UTF-8

wiremock_version=3.13.2
results=TestResults
tests=(Contracts Adapters Hub Architecture Scenarios Traces)

# Readable for everybody, because a database server that root starts runs as another user. What is found unclean stays for whoever looks into it.
traces=$(mktemp -d "${TMPDIR:-/tmp}/hub-traces-XXXXXX")
chmod 755 "$traces"
trap '[ -n "${unclean:-}" ] || rm -rf "$traces"' EXIT
export SAS_TEST_TRACES=$traces SAS_TEST_TRACES_WHOLE=1
[ -z "${1:-}" ] || SAS_TEST_TRACES_WHOLE=0

say() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

need() { # need COMMAND DEBIAN-PACKAGE: installs the package where that is possible; what needs it is skipped otherwise.
  command -v "$1" >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null 2>&1
  fi
  command -v "$1" >/dev/null 2>&1 || echo "'$1' is missing (Debian package $2): the tests that need it are skipped."
}

need_postgresql() { # Debian keeps the server's programs off the path. A cluster that the package starts is in nobody's way: the tests start their own, at a free port.
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return 0
  need initdb postgresql >/dev/null
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null 2>&1 || echo "PostgreSQL is missing (Debian package postgresql): the tests that need it are skipped."
}

install_wiremock() { # the real WireMock, to compare the in-process player with
  local folder=.tools/wiremock
  compgen -G "$folder/*.jar" >/dev/null && return 0
  command -v npm >/dev/null 2>&1 || return 0
  mkdir -p "$folder"
  (cd "$folder" && npm pack --silent "wiremock@$wiremock_version" >/dev/null 2>&1 && tar -xzf "wiremock-$wiremock_version.tgz") || true
  find "$folder/package" -name '*.jar' -exec mv {} "$folder/" \; 2>/dev/null
  rm -rf "$folder/package" "$folder"/*.tgz
  compgen -G "$folder/*.jar" >/dev/null || echo "The real WireMock could not be fetched: the comparison with it is skipped."
}

command -v dotnet >/dev/null 2>&1 || { echo "The .NET 10 SDK is missing: install it, then run this again."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

say "Install what the tests need"
need java openjdk-17-jre-headless
need npm npm
need_postgresql
install_wiremock

say "Build"
if ! dotnet build Sas.Interop.sln -c Release -v q -nologo -clp:ErrorsOnly; then
  echo "The build failed: nothing was tested."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

passed=0 failed=0 skipped=0

say "Check the format"
if ! dotnet format whitespace Sas.Interop.sln --no-restore --verify-no-changes -v q; then
  echo "Run 'dotnet format whitespace' and commit the result."
  failed=$((failed + 1))
fi

rm -rf "$results"
for name in "${tests[@]}"; do
  if [ "$name" = Traces ]; then
    say "Look for planted persons and secrets in $(du -sm "$traces" | cut -f1) MB"
  else
    say "Test $name"
  fi
  project="tests/Sas.Interop.$name.Tests"
  report="$results/$name.trx"
  filter=()
  [ -n "${1:-}" ] && [ "$name" != Traces ] && filter=(--filter "$1")
  dotnet test "$project" -c Release --no-build -nologo -v q --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang --blame-hang-timeout 5m --blame-hang-dump-type none "${filter[@]}"
  status=$?
  if [ ! -s "$report" ]; then
    [ -n "${1:-}" ] && [ "$status" = 0 ] && continue
    echo "$name wrote no report (exit code $status): counted as one failure."
    failed=$((failed + 1))
    continue
  fi
  counters=$(grep -o '<Counters [^>]*>' "$report" | head -n 1)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total=$(count total) ok=$(count passed) bad=$(count failed)
  passed=$((passed + ok))
  failed=$((failed + bad))
  skipped=$((skipped + total - ok - bad))
  if [ "$name" = Traces ] && [ "$bad" != 0 ]; then
    unclean=1
    echo "What was looked through is kept in $traces."
  fi
  # A runner that failed although no test did (a crash, a hang) is a failure.
  [ "$status" != 0 ] && [ "$bad" = 0 ] && failed=$((failed + 1))
done

say "Done"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
