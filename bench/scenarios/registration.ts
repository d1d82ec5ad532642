import { county } from '../county.ts';
import { loadWith } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import { textOf } from '../texts.ts';
import type { Figure, Ground, Scenario } from './scenario.ts';

export const clients = 32;

/** Far above the petitions that are loaded, so that no text comes twice. */
let next = 10_000_000;

/** A registration as the console sends it for a visitor, or the portal for itself. */
export function nextRegistration(channel: 'visit' | 'web'): object {
  next += 1;
  const { title, text, demands, name, mobile } = textOf(next);
  return {
    channel,
    title,
    text,
    demands,
    purpose: 'appeal',
    category: { first: '01', second: '01.02', third: null },
    regionCode: county,
    people: [{ name, mobile, address: '某省某市甲县建设路1号' }],
  };
}

/** Registrations of one kind at 32 clients. */
export async function measureRegistration(
  ground: Ground,
  which: 'staff' | 'public',
  path: string,
  cookie: string,
): Promise<readonly Figure[]> {
  const senders = Array.from({ length: clients }, () => new Sender(ground.program, cookie));
  const channel = which === 'staff' ? 'visit' : 'web';
  const before = ground.program.cpu();
  let done = 0;
  const { perSecond, p95 } = await loadWith(
    clients,
    { seconds: ground.settings.seconds },
    async (client) => {
      await senders[client]!.post(path, nextRegistration(channel));
      done += 1;
    },
  );
  for (const sender of senders) sender.close();
  const after = ground.program.cpu();
  return [
    {
      name: `registration.${which}.server-cpu`,
      value: (after.server - before.server) / done,
      unit: 'ms',
    },
    {
      name: `registration.${which}.database-cpu`,
      value: (after.database - before.database) / done,
      unit: 'ms',
    },
    {
      name: `registration.${which}.worker-cpu`,
      value: (after.worker - before.worker) / done,
      unit: 'ms',
    },
    { name: `registration.${which}`, value: perSecond, unit: '/s' },
    { name: `registration.${which}.p95`, value: p95, unit: 'ms' },
  ];
}

/** Registration through HTTP at 32 clients, by staff and by the public. */
export const registration: Scenario = {
  name: 'registration',
  run: async (ground) => {
    const cookie = await signIn(ground.program, 'bench.clerk');
    return [
      ...(await measureRegistration(ground, 'staff', '/api/v1/registrations', cookie)),
      ...(await measureRegistration(ground, 'public', '/api/v1/petitions', '')),
    ];
  },
};
