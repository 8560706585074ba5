import type { Load } from "./generator";
import { type Helper, startHelper } from "./helper";
import { type Comparison, compare, type Sample, type Timed, timed } from "./measured";
import type { PrivateShop } from "./private-shop";
import { type Captured, capture, type Prepared } from "./requests";

/** Shopper-facing load: more connections than processors, few enough that waiting is not all that is measured. */
const connections = 16;
const rounds = 2;

/**
 * Requests a second of the shop against a bare node:http server that answers the same bytes. Each in turn, twice, so that
 * what else the machine does falls on both. Every request was answered once before anything is counted.
 */
export async function loadHttp(name: string, { origin, pid }: PrivateShop, requests: Prepared[]): Promise<Comparison> {
  const answers = new Map<string, Captured>();
  for (const each of requests) answers.set(each.path, await capture(origin, each));
  const generator = startHelper("generator");
  const floor = startHelper("floor-http");
  try {
    const { origin: floorOrigin } = await floor.ask<{ origin: string }>(answers);
    const own: Timed[] = [];
    const least: Timed[] = [];
    for (let round = 0; round < rounds; round += 1) {
      own.push(await timed(pid, () => send(generator, origin, requests)));
      least.push(await timed(floor.pid, () => send(generator, floorOrigin, requests)));
    }
    return compare(name, own, least);
  } finally {
    generator.stop();
    floor.stop();
  }
}

function send(generator: Helper, origin: string, requests: Prepared[]): Promise<Sample> {
  const load: Load = { origin, requests, connections, warmUp: 0.7, seconds: 2 };
  return generator.ask<Sample>(load);
}
