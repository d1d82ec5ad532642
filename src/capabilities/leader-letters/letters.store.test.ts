import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { scopeOf, setStream } from '../../platform/database/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { listOfPetitioner } from '../commitments/index.ts';
import { rebuildCases, systemActor } from '../petitions/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import {
  layBeforeHeads,
  layLetter,
  letterKind,
  listLetters,
  listLettersOfPetition,
  openLetter,
  stepLetter,
  succeedLetters,
} from './index.ts';

let county: County;
const day = 86_400_000;
const leader: StaffActor = {
  kind: 'staff',
  userId: 'county-government-leader',
  unitId: 'county-government',
  roles: ['leader'],
  readingUnits: ['county-government'],
};
const office = staff('office');
const unit = 'county-government';

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const lay = (petitionId: string, actor: StaffActor = office) =>
  layLetter(county.deps, { petitionId, before: 'leader' }, { unit, reason: '请阅示。' }, { actor });

const options = (actor: StaffActor) => ({ actor, commandId: newId() });

const instruct = (id: string, told: 'yes' | 'no', more: object = {}) =>
  stepLetter(
    county.deps,
    id,
    'instruct',
    {
      unit: 'housing',
      text: '请一周内到现场查清原因。',
      dueDate: localDateOf(county.at.now + 7 * day),
      told,
      ...more,
    },
    options(leader),
  );

describe('R-6 letters read by leaders', () => {
  test('R-6 laid before a leader once; read with time, mark and words', async () => {
    const { id: petition } = await county.register();
    const { id } = must(await lay(petition));
    expect(must(await lay(petition)).id).toBe(id);
    const inbox = await listLetters(county.deps, leader, { status: 'laid', limit: 10 });
    expect(inbox.items.map((letter) => letter.id)).toEqual([id]);
    const mark = { mark: 'attend', words: '请盯紧。' } as const;
    expect((await stepLetter(county.deps, id, 'readLetter', mark, options(office))).ok).toBe(false);
    must(await stepLetter(county.deps, id, 'readLetter', mark, options(leader)));
    const seen = await listLettersOfPetition(county.deps, office, petition);
    expect(seen?.[0]?.readings).toEqual([
      { at: county.at.now, by: 'county-government-leader by name', ...mark },
    ]);
  });

  test('R-6 an instruction makes a commitment, told to the petitioner or internal', async () => {
    const { id: petition } = await county.register();
    const { id } = must(await lay(petition));
    const promised = async () =>
      (await listOfPetitioner(county.deps, petition, county.at.now)).map(({ text }) => text);
    must(await instruct(id, 'no', { text: '请研究是否列入督查。' }));
    expect(await promised()).toEqual([]);
    must(await instruct(id, 'yes'));
    expect(await promised()).toEqual(['请一周内到现场查清原因。']);
    const opened = await openLetter(county.deps, leader, id, county.at.now + 9 * day);
    expect(opened?.instructions.map(({ told, overdue }) => [told, overdue])).toEqual([
      [false, true],
      [true, true],
    ]);
    expect(opened?.status).toBe('instructed');
  });

  test('R-6 an instruction that cannot be promised is not given', async () => {
    const { id: petition } = await county.register();
    const { id } = must(await lay(petition));
    const refused = await instruct(id, 'yes', { dueDate: localDateOf(county.at.now - day) });
    expect(refused.ok ? '' : refused.refusal.code).toBe('commitment-date-past');
    expect((await openLetter(county.deps, leader, id, county.at.now))?.status).toBe('laid');
  });

  test('L-5 an accusation is laid before nobody', async () => {
    const { id: petition } = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...office,
      userId: 'office-named',
      roles: ['office-head', 'accusation-officer'],
    };
    const refused = await lay(petition, named);
    expect(refused.ok ? '' : refused.refusal.code).toBe('letter-accusation');
  });

  test('R-6 each petition that comes to a unit lies before its head, once', async () => {
    const { id: petition } = await county.register();
    await county.run(office, petition, 'refer', { to: 'housing', instruction: '请依法办理' });
    await county.issue('office', petition);
    const events = await county.deps.db.withActor(
      scopeOf(systemActor('test')),
      'read',
      async (tx) => {
        await setStream(tx, petition);
        return loadEvents(tx, petition);
      },
    );
    must(await layBeforeHeads(county.deps, events, county.at.now));
    must(await layBeforeHeads(county.deps, events, county.at.now));
    const head: StaffActor = { ...staff('housing', 'housing-head'), roles: ['unit-head'] };
    const inbox = await listLetters(county.deps, head, { limit: 10 });
    expect(inbox.items).toMatchObject([{ before: 'unit-head', petition: { id: petition } }]);
  });
});

test('O-1 letters of a unit that ended lie before its successor, who reads the petition', async () => {
  const { id: petition } = await county.register();
  const { id } = must(await lay(petition));
  const heir: StaffActor = {
    ...staff('housing-station', 'housing-station-head'),
    roles: ['unit-head'],
  };
  const never = new AbortController().signal;
  const units = { from: unit, to: 'housing-station' };
  await succeedLetters(county.deps, units, never);
  await succeedLetters(county.deps, units, never);
  const opened = await openLetter(county.deps, heir, id, county.at.now);
  expect(opened).toMatchObject({ unit: { id: 'housing-station' }, status: 'laid', version: 2 });
  const inbox = await listLetters(county.deps, heir, { status: 'laid', limit: 10 });
  expect(inbox.items.map((letter) => letter.id)).toContain(id);
  expect((await listLetters(county.deps, leader, { limit: 50 })).items).toEqual([]);
  must(await stepLetter(county.deps, id, 'readLetter', { mark: 'seen' }, options(heir)));
});

test('L-1 rows of letters follow from their records', async () => {
  expect(await rebuildCases(county.deps, letterKind, 'check')).toEqual([]);
});
