import { Client } from 'pg';
import { clientConfig } from '../../src/platform/database/index.ts';
import { pace, summarise } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import { frequentWord, rareWord } from '../texts.ts';
import { nextRegistration } from './registration.ts';
import type { Figure, Ground, Scenario } from './scenario.ts';

const readers = 8;
const registrationsPerSecond = 50;

type Kind = 'desk' | 'petition' | 'search-rare' | 'search-frequent';

/** What the readers look at in turn; each begins at another place. */
const pagesOf = (ids: readonly string[]): Readonly<Record<Kind, () => string>> => ({
  desk: () => '/api/v1/desk?limit=50',
  petition: () => `/api/v1/petitions/${ids[Math.floor(Math.random() * ids.length)]}`,
  'search-rare': () => `/api/v1/search?q=${encodeURIComponent(rareWord)}`,
  'search-frequent': () => `/api/v1/search?q=${encodeURIComponent(frequentWord)}`,
});

async function somePetitions({ program }: Ground): Promise<readonly string[]> {
  const owner = new Client(clientConfig(program.ownerUrl));
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(
    `SELECT stream_id AS id FROM petition WHERE NOT accusation ORDER BY md5(number) LIMIT 5000`,
  );
  await owner.end();
  return rows.map(({ id }) => id);
}

/** Eight readers who never pause, while fifty petitions a second come in. */
export const reading: Scenario = {
  name: 'reading',
  run: async (ground) => {
    const { program, settings } = ground;
    const pages = pagesOf(await somePetitions(ground));
    const kinds = Object.keys(pages) as readonly Kind[];
    const times = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
    const clerk = await signIn(program, 'bench.clerk');
    const free = Array.from({ length: 16 }, () => new Sender(program, clerk));
    const intake = pace(registrationsPerSecond, async () => {
      const sender = free.pop() ?? new Sender(program, clerk);
      await sender.post('/api/v1/registrations', nextRegistration('visit'));
      free.push(sender);
    });
    const officer = await signIn(program, 'bench.officer');
    const begin = performance.now() + 3000;
    const end = begin + settings.seconds * 1000;
    const read = async (reader: number): Promise<void> => {
      const sender = new Sender(program, officer);
      for (let turn = reader; performance.now() < end; turn += 1) {
        const kind = kinds[turn % kinds.length]!;
        const started = performance.now();
        await sender.get(pages[kind]());
        if (started >= begin) times.get(kind)?.push(performance.now() - started);
      }
      sender.close();
    };
    await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
    const registered = await intake.stop();
    for (const sender of free) sender.close();
    const figures = kinds.map((kind): Figure => {
      const { p95 } = summarise(times.get(kind) ?? [], settings.seconds);
      return { name: `reading.${kind}.p95`, value: p95, unit: 'ms' };
    });
    const pagesRead = [...times.values()].reduce((sum, list) => sum + list.length, 0);
    return [
      ...figures,
      { name: 'reading.pages', value: pagesRead / settings.seconds, unit: '/s' },
      { name: 'reading.registrations', value: registered.perSecond, unit: '/s' },
      { name: 'reading.registrations.p95', value: registered.p95, unit: 'ms' },
    ];
  },
};
