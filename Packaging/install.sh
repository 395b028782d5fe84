#!/bin/sh
# Installs Blazon for one user, without root, and takes it away again.
#
#   install.sh --from ADDRESS      download from the folder at ADDRESS, http(s):// or file://, check, install
#   install.sh --uninstall         remove all that it has installed
#   --prefix DIR                   instead of ~/.local
#   --version V                    the one that ADDRESS has, unless given
#   --sha256 SUM                   what the archive has to be, whatever ADDRESS says of it
#
# What it writes: PREFIX/lib/blazon-VERSION, and PREFIX/bin/blazon, a link into it. A version that is there already is
# replaced; others stay until --uninstall.
set -eu

fail() { echo "install: $*" >&2; exit 1; }
from=${BLAZON_FROM:-} prefix=${HOME:+$HOME/.local} version='' pinned='' task=install
while [ $# -gt 0 ]; do
  case $1 in
    --from | --prefix | --version | --sha256)
      [ $# -gt 1 ] && [ -n "$2" ] || fail "$1 needs a value"
      case $1 in --from) from=$2 ;; --prefix) prefix=$2 ;; --version) version=$2 ;; --sha256) pinned=$2 ;; esac
      shift 2 ;;
    --uninstall) task=uninstall; shift ;;
    -h | --help) sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) fail "unknown option $1; try --help" ;;
  esac
done
[ -n "$prefix" ] || fail "no home folder; name one with --prefix"
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
link=$prefix/bin/blazon

# Whether what stands at the link's place is ours.
is_ours() {
  [ -L "$link" ] || return 1
  case $(readlink "$link") in ../lib/blazon-*/bin/blazon) return 0 ;; *) return 1 ;; esac
}

if [ "$task" = uninstall ]; then
  found=''
  if is_ours; then rm -f "$link"; found=1; fi
  for folder in "$prefix"/lib/blazon-[0-9]*; do
    [ -x "$folder/bin/blazon" ] || continue
    rm -rf "$folder"
    found=1
  done
  [ -n "$found" ] || fail "nothing of Blazon's in $prefix"
  echo "install: removed from $prefix"
  exit 0
fi

[ -n "$from" ] || fail "needs --from ADDRESS, where the files of a release are"
if [ -e "$link" ] || [ -L "$link" ]; then is_ours || fail "$link is another program; move it away first"; fi
case $(uname -s)-$(uname -m) in Linux-x86_64) ;; *) fail "there is a build for Linux on x86-64 alone" ;; esac
for tool in tar gzip sha256sum; do
  command -v "$tool" >/dev/null || fail "needs $tool"
done
from=${from%/}

# Fetches FILE of the release into the folder of this run, which ends with it.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
fetch() {
  case $from in
    file://*) cp "${from#file://}/$1" "$work/$1" ;;
    *)
      if command -v curl >/dev/null; then curl -fsSL --proto '=http,https' -o "$work/$1" "$from/$1"
      elif command -v wget >/dev/null; then wget -q -O "$work/$1" "$from/$1"
      else fail "needs curl or wget"; fi ;;
  esac || fail "$from/$1 cannot be fetched"
}

fetch SHA256SUMS
if [ -z "$version" ]; then
  version=$(sed -n 's/^[0-9a-f]\{64\}  blazon-\(.*\)-linux-x86_64\.tar\.gz$/\1/p' "$work/SHA256SUMS" | head -n 1)
fi
case $version in
  [0-9]*) ;;
  *) fail "$from/SHA256SUMS names no build for Linux on x86-64" ;;
esac
case $version in *[!0-9A-Za-z.+-]*) fail "“$version” is no version" ;; esac
name=blazon-$version-linux-x86_64
fetch "$name.tar.gz"
sum=$(sed -n "s/^\([0-9a-f]\{64\}\)  $name\.tar\.gz\$/\1/p" "$work/SHA256SUMS")
[ -n "$sum" ] || fail "$from/SHA256SUMS does not name $name.tar.gz"
sum=${pinned:-$sum}
echo "$sum  $work/$name.tar.gz" | sha256sum -c --quiet - >/dev/null 2>&1 \
  || fail "$name.tar.gz has another sum than it should; nothing was installed"

mkdir -p "$prefix/lib" "$prefix/bin"
tar -xzf "$work/$name.tar.gz" -C "$work" --no-same-owner
# What draws, with all that it is linked with, not only what tells the version.
"$work/$name/bin/blazon" help >/dev/null || fail "it does not run on this machine; nothing was installed"
# On the disk where it will stand, so that it comes to stand there whole.
rm -rf "$prefix/lib/.blazon-new"
cp -R "$work/$name" "$prefix/lib/.blazon-new"
rm -rf "$prefix/lib/blazon-$version"
mv "$prefix/lib/.blazon-new" "$prefix/lib/blazon-$version"
ln -sfn "../lib/blazon-$version/bin/blazon" "$link"
echo "install: $("$link" --version) in $prefix/lib/blazon-$version"
case :$PATH: in
  *:"$prefix/bin":*) echo "install: next: blazon new --name \"Harbour Club\"" ;;
  *) echo "install: next: put $prefix/bin on your PATH, then: blazon new --name \"Harbour Club\"" ;;
esac
