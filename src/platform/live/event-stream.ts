import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Change, Told } from './change.ts';
import type { LiveHub } from './hub.ts';

/** A sign of life keeps proxies from closing a silent stream; then the right to listen is asked. */
const beatMs = 15_000;

/** Bytes that may wait for a reader; who is further behind is cut off and comes back. */
const mostWaiting = 256 * 1024;

/**
 * A transaction may commit after one that began later: whoever was away is told again of what
 * happened this long before the last change that they saw. Twice is harmless. Milliseconds.
 */
export const overlap = 30_000;

export interface StreamOptions {
  readonly hub: LiveHub;
  readonly topics: readonly string[];
  /** Asked at every beat: a session or a screen may have ended meanwhile. */
  readonly isAllowed: () => Promise<boolean>;
  /**
   * What changed since a moment (epoch ms); null when that is too long ago to say, and the screen
   * has to ask for everything.
   */
  readonly since: (moment: number) => Promise<readonly Omit<Change, 'topics'>[] | null>;
  /** Milliseconds between beats; shorter in tests. */
  readonly beat?: number;
}

const eventOf = (change: Omit<Change, 'topics'>): string =>
  `id: ${change.at}\nevent: change\ndata: {"id":"${change.id}","version":${change.version}}\n\n`;

/** The moment that a returning screen names, if it is one. */
function lastSeen(request: FastifyRequest): number | null {
  const named = request.headers['last-event-id'];
  const moment = typeof named === 'string' && /^\d{1,15}$/.test(named) ? Number(named) : null;
  return moment;
}

/**
 * Answers with server-sent events: `change` with id and version, `reset` when everything has to be
 * asked for anew, `ended` when the right to listen is gone. The caller has checked that right; it is
 * asked again at every beat.
 */
export async function streamChanges(
  request: FastifyRequest,
  reply: FastifyReply,
  options: StreamOptions,
): Promise<FastifyReply> {
  const { hub, topics, isAllowed } = options;
  reply.hijack();
  const { raw } = reply;
  // Listening begins before the past is read, so that nothing falls between the two.
  let early: Told[] | null = [];
  const write = (text: string): void => {
    if (raw.writableLength > mostWaiting) raw.destroy();
    else raw.write(text);
  };
  const tell = (told: Told): void =>
    write(told === 'gap' ? 'event: reset\ndata: {}\n\n' : eventOf(told));
  const end = (): void => void raw.end();
  const leave = hub.listen(topics, (told) => (early === null ? tell(told) : early.push(told)), end);
  const timer = setInterval(() => {
    isAllowed().then(
      (allowed) => {
        if (allowed) return write(': beat\n\n');
        write('event: ended\ndata: {}\n\n');
        end();
      },
      // Who cannot be asked about is cut off, and asks again.
      () => raw.destroy(),
    );
  }, options.beat ?? beatMs);
  raw.on('close', () => {
    clearInterval(timer);
    leave();
  });

  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  write('retry: 2000\n\n');
  const moment = lastSeen(request);
  try {
    const missed = moment === null ? [] : await options.since(moment - overlap);
    if (missed === null) tell('gap');
    else for (const change of missed) write(eventOf(change));
  } catch {
    tell('gap');
  }
  const waited = early;
  early = null;
  for (const told of waited) tell(told);
  return reply;
}
