#!/bin/sh
# Makes the folder that runs in production: server, browser application and the packages they need at run time.
# Usage: tools/image/build.sh TARGET (an empty or new folder). Needs Node 24 and npm; works in a clean copy of the sources.
set -eu

if [ $# -ne 1 ]; then
  echo "Usage: tools/image/build.sh TARGET" >&2
  exit 64
fi
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."

quietly="--ignore-scripts --no-audit --no-fund --loglevel=error"
# The two applications and what they need, Vite among it: not the tools, their database and the journeys' browser.
npm ci $quietly --workspace apps/api --workspace apps/web
for app in api web; do
  (cd "apps/$app" && ../../node_modules/.bin/vite build --logLevel warn)
done

# npm reads the lock file together with every workspace's package.json, also of those it leaves out.
for file in package.json package-lock.json apps/*/package.json libs/*/package.json apps/api/dist apps/web/dist tools/image/run.sh tools/image/health.mjs; do
  mkdir -p "$target/$(dirname "$file")"
  cp -R "$file" "$target/$file"
done
cd "$target"
npm ci $quietly --omit=dev --workspace apps/api
# Links to our own libraries, which are bundled; commands; a peer that only a compiler plugin of @nestjs/swagger loads.
rm -rf node_modules/@landbridge node_modules/.bin node_modules/typescript
