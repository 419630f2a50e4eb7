/** Stops once, however often Ctrl+C arrives (the terminal and npm both send it), and when the npm above us is gone without a word. */
export const stopOnSignals = (stop: () => Promise<void>): void => {
  let isStopping = false;
  const stopOnce = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stopOnce);
  process.on('SIGTERM', stopOnce);
  process.on('SIGHUP', stopOnce);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopOnce();
  }, 500).unref();
};
