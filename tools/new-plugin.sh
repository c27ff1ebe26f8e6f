#!/usr/bin/env bash
# Makes a new plug-in: a bundle with settings, .cfg, feature, README and contract test, that builds
# with "mvn package" anywhere. It needs no network: what it builds against is put into the local
# Maven repository.
set -u

die() { printf 'new-plugin: %s\n' "$2" >&2; exit "$1"; }

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
TEMPLATE=$ROOT/tools/archetype/src/main/resources/archetype-resources

usage() {
  cat <<'E'
usage: tools/new-plugin.sh strategy NAME [--dir DIR] [--package PACKAGE]

  NAME       of a-z, 0-9 and -, beginning with a letter, at most 24, for example my-idea
  --dir      where it is made (./NAME); must not exist yet
  --package  Java package, and with it the bundle's name (io.headgate.strategies.<NAME without ->)

  Then: cd NAME && mvn package, and: headgate deploy target/NAME-1.0.0.jar --wait
E
}

kind= name= dir= package=
while [ $# -gt 0 ]; do
  case $1 in
    --help|-h) usage; exit 0 ;;
    --dir|--package)
      [ $# -ge 2 ] || die 2 "$1 needs a value after it"
      case $1 in --dir) dir=$2 ;; --package) package=$2 ;; esac
      shift ;;
    -*) die 2 "unknown option \"$1\"; \"tools/new-plugin.sh --help\" lists them" ;;
    *)
      if [ -z "$kind" ]; then kind=$1
      elif [ -z "$name" ]; then name=$1
      else die 2 "\"$1\" is one word too many; a plug-in has one name, such as my-idea"; fi ;;
  esac
  shift
done
[ -n "$kind" ] || { usage >&2; exit 2; }
[ "$kind" = strategy ] || die 2 "kind is \"$kind\", expected strategy; for the other kinds copy the plug-in of bundles/ that is nearest to yours"
[ -n "$name" ] || die 2 "a name is missing: tools/new-plugin.sh $kind my-idea"

printf '%s' "$name" | grep -Eqx '[a-z][a-z0-9]*(-[a-z0-9]+)*' \
  || die 2 "name is \"$name\", expected words of a-z and 0-9 with - between them, beginning with a letter, as in my-idea"
[ ${#name} -le 24 ] || die 2 "name \"$name\" has ${#name} characters, expected at most 24"
word=$(printf '%s' "$name" | tr -d '-')
case " abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null " in
  *" $word "*) die 2 "name \"$name\" is a word of Java itself, which no package may have; choose another" ;;
esac
[ ! -d "$ROOT/bundles/strategies/$name" ] \
  || die 2 "\"$name\" is a strategy of the distribution; choose another name"
package=${package:-io.headgate.strategies.$word}
printf '%s' "$package" | grep -Eqx '[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+' \
  || die 2 "package is \"$package\", expected at least two words of a-z, 0-9 and _ with dots, as in com.example.myidea"
dir=${dir:-$name}
[ ! -e "$dir" ] || die 1 "$dir is there already; remove it, or choose another place with --dir"
class=$(printf '%s' "$name" | awk -F- '{ for (i = 1; i <= NF; i++) printf "%s%s", toupper(substr($i, 1, 1)), substr($i, 2) }')

# ---------------------------------------------------------------- versions, out of the root pom

property() { sed -n "s/.*<$1>\(.*\)<\/$1>.*/\1/p" "$ROOT/pom.xml" | head -n 1; }

plugin_version() { # artifactId, with the version beside it or in one of the next lines
  grep -A 2 "<artifactId>$1</artifactId>" "$ROOT/pom.xml" | sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' | head -n 1
}

version=$(property version)
bnd=$(property 'bnd\.version')
compiler=$(plugin_version maven-compiler-plugin)
resources=$(plugin_version maven-resources-plugin)
surefire=$(plugin_version maven-surefire-plugin)
for found in "$version" "$bnd" "$compiler" "$resources" "$surefire"; do
  [ -n "$found" ] || die 1 "$ROOT/pom.xml does not say a version that is needed; is this a whole checkout?"
done

# ---------------------------------------------------------------- what it builds against

repository() {
  local from
  from=$(printf '%s\n' "${MAVEN_OPTS:-} ${MAVEN_ARGS:-}" | tr ' ' '\n' | sed -n 's/^-Dmaven\.repo\.local=//p' | tail -n 1)
  [ -n "$from" ] || from=$(sed -n 's/.*<localRepository>\(.*\)<\/localRepository>.*/\1/p' "$HOME/.m2/settings.xml" 2> /dev/null | head -n 1)
  printf '%s' "${from:-$HOME/.m2/repository}"
}

install_file() { # from, name in the repository
  mkdir -p "$(dirname "$REPOSITORY/io/headgate/$2")" && cp "$1" "$REPOSITORY/io/headgate/$2.part" \
    && mv -f "$REPOSITORY/io/headgate/$2.part" "$REPOSITORY/io/headgate/$2" \
    || die 1 "cannot write to $REPOSITORY/io/headgate"
}

REPOSITORY=$(repository)
for part in model spi testkit; do
  jar=$ROOT/kernel/$part/target/io.headgate.$part-$version.jar
  if [ ! -f "$jar" ] || [ -n "$(find "$ROOT/kernel/$part/src/main" -newer "$jar" -type f | head -n 1)" ]; then
    printf 'new-plugin: building model, spi and testkit ...\n' >&2
    command -v mvn > /dev/null || die 2 "Maven is not on the PATH; \"./headgate build\" says what to install"
    mvn -B -q -f "$ROOT/pom.xml" -Pquick -pl kernel/model,kernel/spi,kernel/testkit -Dmaven.test.skip=true package >&2 \
      || die 1 "model, spi and testkit cannot be built; see above"
    break
  fi
done
install_file "$ROOT/pom.xml" "headgate/$version/headgate-$version.pom"
install_file "$ROOT/kernel/pom.xml" "io.headgate.kernel/$version/io.headgate.kernel-$version.pom"
for part in model spi testkit; do
  id=io.headgate.$part
  install_file "$ROOT/kernel/$part/pom.xml" "$id/$version/$id-$version.pom"
  install_file "$ROOT/kernel/$part/target/$id-$version.jar" "$id/$version/$id-$version.jar"
done

# ---------------------------------------------------------------- the files

fill() {
  sed -e '/^#set(/d' -e "s/\${pluginName}/$name/g" -e "s/\${className}/$class/g" -e "s/\${word}/$word/g" \
    -e "s/\${package}/$package/g" -e "s/\${artifactId}/$package/g" \
    -e "s/\${headgateVersion}/$version/g" -e "s/\${bndVersion}/$bnd/g" \
    -e "s/\${compilerVersion}/$compiler/g" -e "s/\${resourcesVersion}/$resources/g" \
    -e "s/\${surefireVersion}/$surefire/g" -e "s/\${symbol_dollar}/\$/g" "$1"
}

copy_to() { # file of the template, its place
  mkdir -p "$(dirname "$dir/$2")" && fill "$TEMPLATE/$1" > "$dir/$2" || die 1 "cannot write $dir/$2"
}

path=$(printf '%s' "$package" | tr . /)
copy_to pom.xml pom.xml
copy_to README.md README.md
copy_to src/main/feature/features.xml src/main/feature/features.xml
copy_to src/main/cfg/io.headgate.strategies.__word__-demo.cfg "src/main/cfg/io.headgate.strategies.$word-demo.cfg"
copy_to src/main/java/__className__.java "src/main/java/$path/$class.java"
copy_to src/main/java/__className__Strategy.java "src/main/java/$path/${class}Strategy.java"
copy_to src/main/java/__className__Settings.java "src/main/java/$path/${class}Settings.java"
copy_to src/test/java/__className__ContractTest.java "src/test/java/$path/${class}ContractTest.java"
printf 'target/\n' > "$dir/.gitignore"

cat <<E
$dir is ready: strategy $name, the idea is in $package.$class.
Next: mvn -f $dir package
      ./headgate deploy $dir/target/$name-1.0.0.jar --wait
E
