#!/usr/bin/env bash
# Installs with apt what building, running and testing juesuan needs, if anything is missing.
set -euo pipefail

packages=(
  build-essential cmake ninja-build pkg-config git ca-certificates npm
  clang clang-format clang-tidy
  libpoppler-dev libpoppler-private-dev poppler-data libtesseract-dev tesseract-ocr-chi-sim tesseract-ocr-eng
  libleptonica-dev libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev
  libre2-dev libsqlite3-dev libsqlitecpp-dev nlohmann-json3-dev libtomlplusplus-dev libcli11-dev
  libspdlog-dev libfmt-dev libssl-dev libpng-dev libicu-dev libcairo2-dev libpango1.0-dev zlib1g-dev
  libxlsxwriter-dev libjemalloc-dev unzip libonnx-dev libprotobuf-dev protobuf-compiler
  libgtest-dev libgmock-dev libbenchmark-dev sqlite3 qpdf poppler-utils
  fonts-noto-cjk fonts-arphic-uming fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-wqy-zenhei
)

missing=()
for package in "${packages[@]}"; do
  # A tool that is there in another way (a newer node brings its own npm) need not come from apt.
  case "$package" in
    npm | git | cmake) command -v "$package" >/dev/null && continue ;;
  esac
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "installing: ${missing[*]}"
sudo=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "not root and no sudo: install these by hand" >&2; exit 1; }
  sudo=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
