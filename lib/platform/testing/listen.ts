import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Lets a test's server listen on the loopback (`port` 0: a free one). `stop` cuts off who is still connected. */
export async function listen(server: Server, port = 0): Promise<{ url: string; stop(): void }> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
