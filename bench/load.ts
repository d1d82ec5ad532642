/** What a load took. */
export interface Measured {
  readonly count: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

/** The value below which that share of the measurements lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function summarise(latencies: readonly number[], seconds: number): Measured {
  const sorted = latencies.toSorted((one, other) => one - other);
  return {
    count: sorted.length,
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    longest: sorted.at(-1) ?? 0,
  };
}

/**
 * Clients that each do one thing after the other until the time is up.
 * @param step does one thing for a client; its duration is measured
 * @returns what was finished within the time, whenever it began: what each client was amid at both
 *   ends makes up for one another. The warm-up before it is not counted: code is compiled, and each
 *   page of the database goes to the log whole when it is first touched after a start
 */
export async function loadWith(
  clients: number,
  time: { readonly seconds: number; readonly warmUp?: number },
  step: (client: number) => Promise<void>,
): Promise<Measured> {
  const latencies: number[] = [];
  const begin = performance.now() + (time.warmUp ?? 10) * 1000;
  const end = begin + time.seconds * 1000;
  const work = async (client: number): Promise<void> => {
    for (;;) {
      const started = performance.now();
      if (started >= end) return;
      await step(client);
      const finished = performance.now();
      if (finished >= begin && finished <= end) latencies.push(finished - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return summarise(latencies, time.seconds);
}

/**
 * Begins one thing after the other at a fixed pace, however long each takes; latency counts from
 * the moment at which it should have begun.
 * @returns ends the pace and tells what was measured
 */
export function pace(
  perSecond: number,
  step: () => Promise<void>,
): { readonly stop: () => Promise<Measured> } {
  const latencies: number[] = [];
  const begun = performance.now();
  const running = new Set<Promise<void>>();
  let issued = 0;
  let failed: unknown;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
    for (; issued < due; issued += 1) {
      const planned = begun + (issued / perSecond) * 1000;
      const one = step()
        .then(() => void latencies.push(performance.now() - planned))
        .catch((error: unknown) => void (failed = error))
        .finally(() => running.delete(one));
      running.add(one);
    }
  }, 5);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(running);
      if (failed !== undefined) throw failed;
      return summarise(latencies, (performance.now() - begun) / 1000);
    },
  };
}
