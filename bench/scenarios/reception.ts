import { get, type ClientRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { localDateOf } from '../../src/kernel/local-date.ts';
import { bureaus, county, office } from '../county.ts';
import type { Program } from '../program.ts';
import { Sender, signIn } from '../sender.ts';
import type { Figure, Ground, Scenario } from './scenario.ts';
import { nextRegistration } from './registration.ts';

/** The fullest day known, and what it is heard by. */
const tickets = 1_046;
const groups = 40;
/** Per group: its own view, the leader's tablet, an overview, a calling screen, a door. */
const screensPerGroup = 5;

interface Day {
  readonly id: string;
  readonly groups: readonly string[];
  readonly screen: string;
}

/** A day of today with its tables, made as an office makes it. */
async function openDay(officer: Sender, head: Sender): Promise<Day> {
  const leader = await head.post<{ id: string }>('/api/v1/reception-leaders', {
    unitId: office,
    name: '程某',
    post: '县长',
    portfolio: '主持全面工作',
    from: '2020-01-01',
  });
  const { id } = await officer.post<{ id: string }>('/api/v1/reception-days', {
    kind: 'invited',
    on: localDateOf(Date.now()),
    from: '00:00',
    to: '23:59',
    place: '接待大厅',
    regionCode: county,
    leaders: [leader.id],
  });
  const step = (type: string) =>
    officer.post(`/api/v1/reception-days/${id}/steps`, { step: { type, input: {} } });
  await step('publishNotice');
  await step('openDay');
  const change = (type: string, input: object) =>
    officer.post<{ madeId: string }>(`/api/v1/reception-days/${id}/hall/steps`, {
      step: { type, input },
    });
  const made: string[] = [];
  for (let at = 0; at < groups; at += 1) {
    // Every fourth table hears everything.
    const units = at % 4 === 0 ? [] : [bureaus[at % bureaus.length] ?? ''];
    const input = { label: `第${at + 1}接谈组`, place: `${at + 1}号桌`, units, topics: [] };
    const { madeId } = await change('formGroup', input);
    await change('openGroup', { groupId: madeId });
    made.push(madeId);
  }
  await change('addScreen', { label: '大厅' });
  const hall = JSON.parse((await officer.get(`/api/v1/reception-days/${id}/hall`)).body) as {
    screens: { path: string }[];
  };
  return { id, groups: made, screen: hall.screens[0]?.path ?? '' };
}

/** All screens of a hall: each listens, and notes how long ago what it hears of had happened. */
class Screens {
  readonly delays: number[] = [];
  readonly shown: number[] = [];
  readonly #program: Program;
  readonly #cookie: string;
  readonly #open: ClientRequest[] = [];
  readonly #askers: Sender[] = [];

  constructor(program: Program, cookie: string) {
    this.#program = program;
    this.#cookie = cookie;
  }

  /**
   * @param path of the stream
   * @param asks what the screen then asks for, one question at a time; nothing only listens
   */
  listen(path: string, asks?: string): Promise<void> {
    const { host, port } = this.#program;
    const asker = asks === undefined ? undefined : new Sender(this.#program, this.#cookie);
    if (asker !== undefined) this.#askers.push(asker);
    let since: number | undefined;
    let asking = false;
    const ask = async (): Promise<void> => {
      if (asking || asker === undefined || asks === undefined) return;
      asking = true;
      while (since !== undefined) {
        const at = since;
        since = undefined;
        await asker.get(asks);
        this.shown.push(Date.now() - at);
      }
      asking = false;
    };
    return new Promise((resolve, reject) => {
      const headers = { cookie: this.#cookie, 'x-forwarded-for': '10.0.0.1' };
      const request = get({ host, port, path, headers, agent: false }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          const lines = (rest + text).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            if (!line.startsWith('id: ')) continue;
            const at = Number(line.slice(4));
            this.delays.push(Date.now() - at);
            since ??= at;
          }
          void ask().catch(() => undefined);
        });
        resolve();
      });
      // Cut off at the end, with everybody.
      request.on('error', () => undefined);
      this.#open.push(request);
    });
  }

  close(): void {
    for (const request of this.#open) request.destroy();
    for (const asker of this.#askers) asker.close();
  }
}

async function openScreens(program: Program, day: Day, cookie: string): Promise<Screens> {
  const screens = new Screens(program, cookie);
  const hall = `/api/v1/reception-days/${day.id}`;
  for (const [at, group] of day.groups.entries()) {
    const own = `${hall}/live?group=${group}`;
    await screens.listen(own, `${hall}/groups/${group}`);
    await screens.listen(own, `${hall}/groups/${group}`);
    await screens.listen(`${day.screen}/live`, `${day.screen}/board`);
    // Overviews and doors hear of everything; one in ten asks as a console does.
    await screens.listen(`${hall}/live`, at % 10 === 0 ? `${hall}/hall` : undefined);
    await screens.listen(`${hall}/live`);
  }
  return screens;
}

/** People come evenly through the day; every third names the unit that it is about. */
async function comeIn(officer: Sender, day: Day, seconds: number): Promise<readonly string[]> {
  const begun = performance.now();
  const labels: string[] = [];
  for (let at = 0; at < tickets; at += 1) {
    const due = begun + (at * seconds * 1000) / tickets;
    if (due > performance.now()) await wait(due - performance.now());
    const unit = at % 3 === 0 ? { unit: bureaus[at % bureaus.length] ?? '' } : {};
    const { number } = await officer.post<{ number: { series: string; count: number } }>(
      `/api/v1/reception-days/${day.id}/tickets`,
      { way: 'door', persons: 1 + (at % 3), ...unit },
    );
    labels.push(`${number.series}${number.count}`);
  }
  return labels;
}

/** A table: calls, talks, registers what was said, until nobody comes any more. */
async function hear(
  sender: Sender,
  day: Day,
  group: string,
  isOver: () => boolean,
): Promise<readonly string[]> {
  const heard: string[] = [];
  const base = `/api/v1/reception-days/${day.id}`;
  const step = (ticketId: string, type: string) =>
    sender.post(`${base}/tickets/${ticketId}/steps`, { step: { type, input: {} } });
  for (;;) {
    // Told before the question, so that who came meanwhile is not overlooked.
    const over = isOver();
    let ticketId: string;
    try {
      ({ ticketId } = await sender.post<{ ticketId: string }>(`${base}/groups/${group}/next`, {}));
    } catch (error) {
      if (!String(error).includes('hall-has-no-wait')) throw error;
      if (over) return heard;
      await wait(200);
      continue;
    }
    heard.push(ticketId);
    await step(ticketId, 'beginTalk');
    await sender.post(`${base}/tickets/${ticketId}/petitions`, nextRegistration('visit'));
    await step(ticketId, 'endTalk');
  }
}

const p95 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0;

async function playDay({ settings, program }: Ground): Promise<readonly Figure[]> {
  const cookie = await signIn(program, 'bench.officer');
  const head = new Sender(program, await signIn(program, 'bench.head'));
  const officer = new Sender(program, cookie);
  const day = await openDay(officer, head);
  const screens = await openScreens(program, day, cookie);
  const senders = day.groups.map(() => new Sender(program, cookie));
  const before = program.cpu();
  const begun = performance.now();
  let over = false;
  const [labels, ...heard] = await Promise.all([
    comeIn(officer, day, settings.seconds * 4).finally(() => (over = true)),
    ...day.groups.map((group, at) => hear(senders[at] ?? officer, day, group, () => over)),
  ]);
  const seconds = (performance.now() - begun) / 1000;
  const after = program.cpu();
  await wait(500);
  const all = heard.flat();
  const hall = JSON.parse((await officer.get(`/api/v1/reception-days/${day.id}/hall`)).body) as {
    counts: { heard: number; waiting: number };
  };
  const wrong =
    Math.abs(tickets - new Set(labels).size) +
    Math.abs(tickets - new Set(all).size) +
    (all.length - new Set(all).size) +
    Math.abs(tickets - hall.counts.heard);
  // The day closes: nobody was forgotten.
  await officer.post(`/api/v1/reception-days/${day.id}/steps`, {
    step: { type: 'closeDay', input: {} },
  });
  screens.close();
  for (const sender of [...senders, officer, head]) sender.close();
  return [
    { name: 'reception', value: tickets / seconds, unit: '/s' },
    { name: 'reception.lost-or-doubled', value: wrong, unit: '×' },
    { name: 'reception.event-to-screen.p95', value: p95(screens.delays), unit: 'ms' },
    { name: 'reception.shown.p95', value: p95(screens.shown), unit: 'ms' },
    {
      name: 'reception.screens-told',
      value: screens.delays.length / (groups * screensPerGroup) / seconds,
      unit: '/s',
    },
    { name: 'reception.server-cpu', value: (after.server - before.server) / tickets, unit: 'ms' },
    {
      name: 'reception.database-cpu',
      value: (after.database - before.database) / tickets,
      unit: 'ms',
    },
    { name: 'reception.server-memory', value: program.memory(), unit: 'KB' },
  ];
}

/** The fullest day known, compressed: 1,046 tickets, 40 groups, 5 screens each live. */
export const reception: Scenario = { name: 'reception', run: playDay };
