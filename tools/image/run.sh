#!/bin/sh
# Runs the server of a folder made by build.sh. Settings come by the environment (docs/operations.md).
set -eu
cd "$(dirname "$0")/../.."

if [ -z "${DATABASE_URL:-}" ]; then
  echo "DATABASE_URL is missing: the image brings no database. For example DATABASE_URL=postgres://user:password@host/landbridge" >&2
  exit 78
fi
export NODE_ENV=production
# This shell becomes the server: it hears SIGTERM itself.
exec node --enable-source-maps --max-semi-space-size=4 apps/api/dist/main.js "$@"
