import { bureaus } from '../county.ts';
import { loadWith } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import { nextRegistration } from './registration.ts';
import type { Ground, Scenario } from './scenario.ts';

const clients = 32;
const petitions = '/api/v1/petitions';

/** Everybody whom one client's petitions pass through, each with a connection of their own. */
interface People {
  readonly clerk: Sender;
  readonly officer: Sender;
  readonly handler: Sender;
  readonly head: Sender;
  readonly bureau: string;
}

async function peopleOf({ program }: Ground): Promise<readonly People[]> {
  const cookies = new Map<string, string>();
  const sender = async (userName: string): Promise<Sender> => {
    const cookie = cookies.get(userName) ?? (await signIn(program, userName));
    cookies.set(userName, cookie);
    return new Sender(program, cookie);
  };
  const people: People[] = [];
  for (let client = 0; client < clients; client += 1) {
    const bureau = client % bureaus.length;
    people.push({
      clerk: await sender('bench.clerk'),
      officer: await sender('bench.officer'),
      handler: await sender(`bench.handler${bureau}`),
      head: await sender(`bench.unithead${bureau}`),
      bureau: bureaus[bureau]!,
    });
  }
  return people;
}

/** Register, refer, accept, draft the opinion, issue it: what five people do one after the other. */
async function live({ clerk, officer, handler, head, bureau }: People): Promise<void> {
  const { id, demandIds } = await clerk.post<{ id: string; demandIds: readonly string[] }>(
    '/api/v1/registrations',
    nextRegistration('visit'),
  );
  const command = (sender: Sender, name: string, input: object): Promise<{ paperId?: string }> =>
    sender.post(`${petitions}/${id}/commands/${name}`, { input });
  await command(officer, 'refer', { to: bureau, instruction: '请依法办理，按期答复信访人。' });
  await command(handler, 'accept', {});
  const { paperId = '' } = await command(handler, 'draft-opinion', {
    demands: demandIds.map((demandId) => ({
      demandId,
      outcome: 'explained',
      facts: '经现场查看并调阅台账，反映的情况部分属实，责任单位已确认原因。',
      basis: '《信访工作条例》第三十二条及有关行业管理规定。',
      answer: '责任单位已制定整改方案，按方案完成后将结果告知信访人。',
    })),
  });
  await command(head, 'issue-paper', { paperId });
}

/** Whole lives through HTTP, by the sessions of the right people. */
export const lives: Scenario = {
  name: 'lives',
  run: async (ground) => {
    const people = await peopleOf(ground);
    const before = ground.program.cpu();
    let done = 0;
    const { perSecond, p95 } = await loadWith(
      clients,
      { seconds: ground.settings.seconds },
      async (client) => {
        await live(people[client]!);
        done += 1;
      },
    );
    const after = ground.program.cpu();
    for (const { clerk, officer, handler, head } of people) {
      for (const sender of [clerk, officer, handler, head]) sender.close();
    }
    return [
      { name: 'lives', value: perSecond, unit: '/s' },
      { name: 'lives.p95', value: p95, unit: 'ms' },
      { name: 'lives.server-cpu', value: (after.server - before.server) / done, unit: 'ms' },
      { name: 'lives.worker-cpu', value: (after.worker - before.worker) / done, unit: 'ms' },
      { name: 'lives.database-cpu', value: (after.database - before.database) / done, unit: 'ms' },
    ];
  },
};
