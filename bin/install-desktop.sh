#!/bin/sh
# Puts the desktop entry, with the absolute path that it needs, into the menu and onto the desktop of who runs this.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
# Within quotes \ " ` $ are escaped, in any value of the file \ once more, and % begins a field code. The path is an argument
# of sh, since the name of a program may hold neither % nor =.
quoted=$(printf '%s' "$here/wangge-drop" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
entry=$here/wangge.desktop
[ -f "$entry" ] || entry=$here/bin/wangge.desktop

install_in() {
  [ -d "$1" ] || mkdir -p -- "$1"
  while IFS= read -r line; do
    case $line in
      Exec=*) printf 'Exec=sh "%s" %%f\n' "$quoted" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done <"$entry" >"$1/wangge.desktop"
  chmod 755 -- "$1/wangge.desktop"
  printf '已生成 %s\n' "$1/wangge.desktop"
}

install_in "${XDG_DATA_HOME:-$HOME/.local/share}/applications"
desktop=$(xdg-user-dir DESKTOP 2>/dev/null || printf '%s' "$HOME/Desktop")
if [ -d "$desktop" ] && [ "$desktop" != "$HOME" ]; then install_in "$desktop"; fi
printf '把一个月的文件夹拖到“网格员补贴核算”图标上就可以检查和核算。移动本文件夹以后，请重新运行一次。\n'
