import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import { beginDay, changeReceptionDay, listLeader } from '../commands/index.ts';
import { dayPlanSchema, leaderSchema } from '../contract.ts';
import { changeHall } from '../hall/commands/step.ts';
import { findScreen, readBoard } from '../hall/queries/board.ts';
import { readGroup } from '../hall/queries/group.ts';
import { readHallNow } from '../hall/queries/now.ts';
import { readHall } from '../hall/queries/overview.ts';
import { rebuildReceptions } from '../rebuild.ts';
import { carryEvening } from './commands/evening.ts';
import { findOwnTicket, stepByHolder } from './commands/holder.ts';
import { callNext } from './commands/next.ts';
import { stepTicket } from './commands/step.ts';
import { supplyDesk, takeTicket } from './commands/take.ts';
import { takeSchema, type StaffStepInput, type StaffStepType, type TakeInput } from './contract.ts';
import { readOwnTicket } from './queries/own.ts';
import { labelOf } from './terms.ts';

let county: County;
let officer: StaffActor;
let leader: string;
const minute = 60_000;

const readNow = (dayId: string) => readHallNow(county.deps, dayId, county.at.now);

const today = () => localDateOf(county.at.now);
const by = (actor: StaffActor, commandKey = newId()) => ({ actor, commandKey });

/** A running day with some groups; an empty one for each story. */
async function newDay(groups: number, units: readonly string[] = []) {
  const plan = dayPlanSchema.parse({
    kind: 'invited',
    on: today(),
    from: '08:00',
    to: '17:00',
    place: '接待大厅',
    regionCode: '430121',
    leaders: [leader],
  });
  const { id } = must(await beginDay(county.deps, plan, by(officer)));
  must(await changeReceptionDay(county.deps, id, 'publishNotice', {}, by(officer)));
  must(await changeReceptionDay(county.deps, id, 'openDay', {}, by(officer)));
  const groupIds: string[] = [];
  for (let place = 1; place <= groups; place += 1) {
    const input = {
      label: `第${place}接谈组`,
      place: `${place}号桌`,
      units: [...units],
      topics: [],
    };
    const { madeId } = must(await changeHall(county.deps, id, 'formGroup', input, by(officer)));
    must(await changeHall(county.deps, id, 'openGroup', { groupId: madeId ?? '' }, by(officer)));
    groupIds.push(madeId ?? '');
  }
  return { id, groups: groupIds };
}

const take = (dayId: string, more: Partial<TakeInput> = {}, key = newId()) =>
  takeTicket(county.deps, dayId, takeSchema.parse({ way: 'door', ...more }), by(officer, key));

const step = <T extends StaffStepType>(
  dayId: string,
  ticketId: string,
  type: T,
  input: StaffStepInput<T>,
  actor = officer,
) => stepTicket(county.deps, { dayId, ticketId }, type, input, by(actor));

const next = (dayId: string, groupId: string, key = newId(), actor = officer) =>
  callNext(county.deps, dayId, groupId, by(actor, key));

const codeOf = (done: { ok: boolean; refusal?: { code: string } }): string =>
  done.ok ? 'done' : (done.refusal?.code ?? '');

beforeAll(async () => {
  county = await openCounty();
  county.at.now = Date.parse('2026-11-02T08:00:00+08:00');
  officer = { ...staff('office'), roles: ['case-officer', 'office-head'] };
  const input = leaderSchema.parse({
    unitId: 'office',
    name: '程怀民',
    post: '县长',
    portfolio: '主持全面工作',
    from: '2020-01-01',
  });
  leader = must(await listLeader(county.deps, input, by(officer))).id;
});
afterAll(() => county.close());

describe('R-3 forty groups at once', () => {
  test('R-3 none is lost and none doubled, and nobody is called twice', async () => {
    const day = await newDay(6);
    const taken = await Promise.all(Array.from({ length: 18 }, () => take(day.id)));
    const labels = taken.map((each) => labelOf(must(each).number));
    expect(new Set(labels).size).toBe(18);
    // What the conversations come to is not what is tried here.
    const { id: petitionId } = await county.register({}, officer);
    const called: string[] = [];
    const work = async (groupId: string): Promise<void> => {
      for (;;) {
        const done = await next(day.id, groupId);
        if (!done.ok) {
          expect(done.refusal.code).toBe('hall-has-no-wait');
          return;
        }
        const { ticketId } = done.value;
        called.push(ticketId);
        must(await step(day.id, ticketId, 'beginTalk', {}));
        must(await step(day.id, ticketId, 'noteMatter', { petitionId, how: 'registered' }));
        must(await step(day.id, ticketId, 'endTalk', { settledAtOnce: false }));
      }
    };
    await Promise.all(day.groups.map(work));
    expect(called.toSorted()).toEqual(taken.map((each) => must(each).id).toSorted());
    const hall = await readHall(county.deps, officer, day.id, county.at.now);
    expect(hall?.counts).toMatchObject({ waiting: 0, heard: 18, matters: 18 });
    expect(codeOf(await changeReceptionDay(county.deps, day.id, 'closeDay', {}, by(officer)))).toBe(
      'done',
    );
  });

  test('R-3 two members of one group who press at once get one ticket', async () => {
    const day = await newDay(1);
    for (let tickets = 0; tickets < 4; tickets += 1) must(await take(day.id));
    const [group = ''] = day.groups;
    const answers = await Promise.all([1, 2, 3].map(() => next(day.id, group)));
    expect(answers.map(codeOf).toSorted()).toEqual(['done', 'group-busy', 'group-busy']);
  });

  test('R-3 the same key calls the same ticket, however often it is sent', async () => {
    const day = await newDay(2);
    must(await take(day.id));
    must(await take(day.id));
    const [one = ''] = day.groups;
    const first = must(await next(day.id, one, 'press'));
    expect(must(await next(day.id, one, 'press')).ticketId).toBe(first.ticketId);
  });

  test('R-3 the same key still calls the same ticket when it was put back and called again', async () => {
    const day = await newDay(1);
    must(await take(day.id));
    must(await take(day.id));
    const [one = ''] = day.groups;
    const first = must(await next(day.id, one, 'press'));
    must(await step(day.id, first.ticketId, 'putBack', {}));
    must(await next(day.id, one, 'press again'));
    expect(must(await next(day.id, one, 'press')).ticketId).toBe(first.ticketId);
    expect(must(await next(day.id, one, 'press again')).ticketId).toBe(first.ticketId);
  });
});

describe('R-3 a ticket for everybody', () => {
  test('R-3 a ticket printed without the network is taken once, in the order of its taking', async () => {
    const day = await newDay(1);
    const desk = must(
      await changeHall(county.deps, day.id, 'openDesk', { label: '东门' }, by(officer)),
    ).madeId;
    const supply = must(await supplyDesk(county.deps, day.id, desk ?? '', 3, { actor: officer }));
    const [slot, second] = supply.slots;
    if (slot === undefined || second === undefined) throw new Error('no supply');
    const ago = 20 * minute;
    county.at.now += ago;
    county.at.now -= minute;
    must(await take(day.id, { name: '后来的人' }));
    county.at.now += minute;
    const offline = { number: slot.number, ago, persons: 3 };
    const answers = await Promise.all([1, 2, 3].map(() => take(day.id, offline, slot.key)));
    const sent = answers.find(({ ok }) => ok) ?? (await take(day.id, offline, slot.key));
    const made = must(sent);
    expect(made.number).toEqual(slot.number);
    expect(made.code).toBe(slot.code);
    const later = { ...offline, ago: ago + minute };
    expect(must(await take(day.id, later, slot.key))).toEqual(made);
    // Two boxes with the same paper: nobody loses a ticket, the second gets a number of its own.
    const twin = must(await take(day.id, { number: slot.number }));
    expect(twin.number).not.toEqual(slot.number);
    expect(must(await next(day.id, day.groups[0] ?? '')).ticketId).toBe(made.id);
    const hall = await readHall(county.deps, officer, day.id, county.at.now);
    expect(hall?.counts).toMatchObject({ waiting: 2, atGroups: 1, persons: 5 });
  });

  test('R-3 whoever comes after the end of the day is heard on the next working day', async () => {
    const day = await newDay(0);
    must(await changeReceptionDay(county.deps, day.id, 'closeDay', {}, by(officer)));
    const late = must(await take(day.id));
    expect(late.on > today()).toBe(true);
  });

  test('R-3 on line, with number and code: the place in the queue, here I am, and not coming', async () => {
    const day = await newDay(1);
    must(await take(day.id));
    const asked = takeSchema.parse({ way: 'portal', telephone: '13800001234' });
    const mine = must(
      await takeTicket(county.deps, day.id, asked, { actor: null, commandKey: 'form' }),
    );
    const again = await takeTicket(county.deps, day.id, asked, { actor: null, commandKey: 'form' });
    expect(must(again)).toEqual(mine);
    const label = labelOf(mine.number);
    expect(label).toBe('W001');
    expect(await findOwnTicket(county.deps, day.id, label, 'AAAA-AAAA-AAAA-AAAA')).toBeNull();
    expect(await findOwnTicket(county.deps, day.id, 'w-1', mine.code.toLowerCase())).toBe(mine.id);
    expect(await readOwnTicket(county.deps, mine.id)).toMatchObject({ before: 1, arrived: false });
    must(await stepByHolder(county.deps, mine.id, 'arrive', { commandKey: 'here' }));
    expect(await readOwnTicket(county.deps, mine.id)).toMatchObject({ arrived: true });
    must(await stepByHolder(county.deps, mine.id, 'cancel', { commandKey: 'away' }));
    must(await stepByHolder(county.deps, mine.id, 'cancel', { commandKey: 'away' }));
    expect(await readOwnTicket(county.deps, mine.id)).toMatchObject({ stage: 'cancelled' });
  });
});

describe('R-3 the evening', () => {
  test('R-3 the day does not close over an open ticket; carried ones come first, in order', async () => {
    const day = await newDay(1);
    const first = must(await take(day.id));
    county.at.now += minute;
    const second = must(await take(day.id, { way: 'telephone' }));
    const close = () => changeReceptionDay(county.deps, day.id, 'closeDay', {}, by(officer));
    expect(codeOf(await close())).toBe('reception-tickets-open');
    const morning = { on: addDays(today(), 1) };
    expect(codeOf(await carryEvening(county.deps, day.id, morning, by(officer)))).toBe(
      'ticket-evening-not-yet',
    );
    const noon = county.at.now;
    county.at.now = Date.parse('2026-11-02T17:05:00+08:00');
    expect(must(await carryEvening(county.deps, day.id, morning, by(officer)))).toEqual({
      carried: 2,
    });
    expect(codeOf(await close())).toBe('reception-tickets-open');
    must(await changeHall(county.deps, day.id, 'sit', morning, by(officer)));
    county.at.now += 15 * 60 * minute;
    const fresh = must(await take(day.id));
    for (const ticket of [first, second]) must(await step(day.id, ticket.id, 'arrive', {}));
    const order: string[] = [];
    for (const _ of [1, 2, 3]) {
      const { ticketId } = must(await next(day.id, day.groups[0] ?? ''));
      order.push(ticketId);
      must(await step(day.id, ticketId, 'beginTalk', {}));
      expect(codeOf(await step(day.id, ticketId, 'endTalk', { settledAtOnce: false }))).toBe(
        'ticket-talk-without-matter',
      );
      const petition = await county.register({}, officer);
      const matter = { petitionId: petition.id, how: 'joined' } as const;
      must(await step(day.id, ticketId, 'noteMatter', matter));
      must(await step(day.id, ticketId, 'endTalk', { settledAtOnce: false }));
    }
    expect(order).toEqual([first.id, second.id, fresh.id]);
    expect(codeOf(await close())).toBe('done');
    county.at.now = noon;
  });

  test('R-3 who does not answer is carried to another reception day, with number and code', async () => {
    const day = await newDay(1);
    const other = await newDay(1);
    const mine = must(await take(day.id, { telephone: '13800001234' }));
    must(await next(day.id, day.groups[0] ?? ''));
    const away = { cause: 'no-answer', on: addDays(today(), 7), dayId: other.id } as const;
    expect(codeOf(await step(day.id, mine.id, 'carryOver', away))).toBe('ticket-not-called-enough');
    for (const _ of [1, 2]) {
      county.at.now += 2 * minute;
      must(await step(day.id, mine.id, 'callAgain', {}));
    }
    expect(codeOf(await step(day.id, mine.id, 'carryOver', away))).toBe('ticket-not-telephoned');
    must(await step(day.id, mine.id, 'telephone', {}));
    must(await step(day.id, mine.id, 'carryOver', away));
    const label = labelOf(mine.number);
    expect(await findOwnTicket(county.deps, day.id, label, mine.code)).toBe(mine.id);
    expect(await readOwnTicket(county.deps, mine.id)).toMatchObject({
      dayId: other.id,
      carried: 1,
    });
    const closed = await changeReceptionDay(county.deps, day.id, 'closeDay', {}, by(officer));
    expect(codeOf(closed)).toBe('done');
  });
});

describe('R-3 who sees what', () => {
  test('R-3 the hall shows numbers, the group that hears sees names, strangers see nothing', async () => {
    const day = await newDay(2, ['housing']);
    must(await take(day.id, { name: '王小明', telephone: '13800001234' }));
    const handler = staff('housing');
    const stranger = staff('transport');
    const [group = ''] = day.groups;
    expect(await readHall(county.deps, stranger, day.id, county.at.now)).toBeNull();
    expect(codeOf(await next(day.id, group, newId(), stranger))).toBe('not-found');
    must(await next(day.id, group, newId(), handler));
    const hall = await readHall(county.deps, officer, day.id, county.at.now);
    expect(JSON.stringify(hall)).not.toContain('王小明');
    const view = await readGroup(county.deps, handler, { dayId: day.id, groupId: group }, readNow);
    expect(view?.current?.holder?.name).toBe('王小明');
    const { madeId } = must(
      await changeHall(county.deps, day.id, 'addScreen', { label: '大厅' }, by(officer)),
    );
    const seen = await readHall(county.deps, officer, day.id, county.at.now);
    const token = seen?.screens[0]?.path?.split('/').at(-1) ?? '';
    expect(await findScreen(county.deps, token)).toBe(day.id);
    const other = `${token.startsWith('x') ? 'y' : 'x'}${token.slice(1)}`;
    expect(await findScreen(county.deps, other)).toBeNull();
    const board = await readBoard(readNow, day.id);
    expect(board?.calls).toEqual([
      expect.objectContaining({ label: 'T001', place: '1号桌', times: 1 }),
    ]);
    const revoke = { screenId: madeId ?? '' };
    must(await changeHall(county.deps, day.id, 'revokeScreen', revoke, by(officer)));
    expect(await findScreen(county.deps, token)).toBeNull();
  });

  test('L-1 halls and tickets are what their records say', async () => {
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
    await rebuildReceptions(county.deps, 'write');
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });
});
