// Exit code 0 when the server beside it is ready to serve. Asked by the image's HEALTHCHECK.
const { PORT } = process.env;
const withinMs = 4_000;
const answer = await fetch(`http://127.0.0.1:${PORT || 3000}/health/ready`, { signal: AbortSignal.timeout(withinMs) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
