/**
 * Runs `stop` once on Ctrl-C or SIGTERM and exits 0 when it is done; a second signal exits at once; one that comes
 * with the first, as npm and some shells pass it on, is the same one.
 * A failing `stop` exits 1.
 */
export function onShutdown(stop: () => Promise<void>): void {
  let stopping = 0;
  const handle = () => {
    if (stopping) {
      if (performance.now() - stopping > 1000) process.exit(130);
      return;
    }
    stopping = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
