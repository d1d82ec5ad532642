import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withYear, workingDayFrom } from '../../kernel/calendar.ts';
import { localDate } from '../../kernel/local-date.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { run } from '../../platform/database/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { must } from '../petitions/queries/county.test-data.ts';
import { recountWindows, watchWindows } from './index.ts';
import { day, openGround, type Ground } from './proceedings.test-data.ts';

const system = { actor: 'system:test', units: [], roles: ['system'] };

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.county.close());

const begin: Ground['begin'] = (kind, input) => ground.begin(kind, input);
const step: Ground['step'] = (...asked) => ground.step(...asked);
const view: Ground['view'] = (...asked) => ground.view(...asked);
const today: Ground['today'] = (plus) => ground.today(plus);

describe('mediation', () => {
  const propose = () =>
    begin('mediation', {
      kind: 'people',
      topic: '停水造成的损失如何补偿。',
      parties: [{ role: 'third-party', name: '供水公司' }],
      mediatorName: '调解员癸',
    });

  const settle = async (
    form: 'mediation-agreement' | 'settlement' = 'mediation-agreement',
  ): Promise<string> => {
    const id = await propose();
    const parties = (await view(id)).mediation?.parties ?? [];
    const other = parties.find(({ role }) => role === 'third-party');
    must(
      await step(
        id,
        'mediation',
        'answerProposal',
        { given: true },
        {
          kind: 'petitioner',
          petitionId: ground.petitionId,
        },
      ),
    );
    const session = {
      on: today(),
      place: '社区调解室',
      came: parties.map((party) => party.id),
      record: '双方各自陈述。',
    };
    expect(await step(id, 'mediation', 'holdSession', session)).toMatchObject({
      refusal: { code: 'proceeding-not-in-stage' },
    });
    must(
      await step(id, 'mediation', 'recordConsent', {
        partyId: other?.id ?? '',
        given: true,
        on: today(),
        proof: '书面同意书存卷。',
      }),
    );
    must(await step(id, 'mediation', 'holdSession', session));
    must(
      await step(id, 'mediation', 'agree', {
        form,
        terms: '供水公司一次性补偿八百元。',
        effectiveOn: today(),
      }),
    );
    return id;
  };

  test('M-2 no session before both sides consented; the agreement is a paper of the petition', async () => {
    const id = await settle();
    const settled = await view(id);
    expect(settled.stage).toBe('settled');
    expect(settled.mediation?.confirmation).toMatchObject({ state: 'window', daysLeft: 30 });
    await ground.county.issue('housing', ground.petitionId);
  });

  test('M-3 a settlement has no window to the court, and says why when somebody asks', async () => {
    const id = await settle('settlement');
    const { mediation, steps } = await view(id);
    expect(mediation?.confirmation).toBeNull();
    expect(steps).not.toContain('applyConfirmation');
    const asked = { on: today(), court: 'office', together: true };
    expect(await step(id, 'mediation', 'applyConfirmation', asked)).toMatchObject({
      refusal: { code: 'confirmation-settlement' },
    });
  });

  test('M-2 a refusal by code ends it, and only the own petitioner can give it', async () => {
    const id = await propose();
    const stranger = { kind: 'petitioner', petitionId: newId() } as const;
    expect(await step(id, 'mediation', 'answerProposal', { given: true }, stranger)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await step(id, 'mediation', 'answerProposal', { given: true })).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    const own = { kind: 'petitioner', petitionId: ground.petitionId } as const;
    must(await step(id, 'mediation', 'answerProposal', { given: false }, own));
    expect((await view(id)).stage).toBe('refused');
  });

  test('M-3 the unit is warned before the window closes, and a missed window is recorded', async () => {
    const id = await settle();
    const signal = new AbortController().signal;
    const messages = async (): Promise<number> => {
      const rows = await ground.county.deps.db.withActor(system, 'write', (tx) =>
        run<{ n: number }>(tx, {
          name: 'test.messages',
          text: `SELECT count(*)::int AS n FROM message WHERE template = 'task-for-staff'`,
          values: [],
        }),
      );
      return rows[0]?.n ?? 0;
    };
    const before = await messages();
    await watchWindows(ground.county.deps, ground.county.at.now + 10 * day, signal);
    expect(await messages()).toBe(before);
    await watchWindows(ground.county.deps, ground.county.at.now + 25 * day, signal);
    const warned = await messages();
    expect(warned).toBeGreaterThan(before);
    await watchWindows(ground.county.deps, ground.county.at.now + 26 * day, signal);
    expect(await messages()).toBe(warned);
    ground.county.at.now += 32 * day;
    await watchWindows(ground.county.deps, ground.county.at.now, signal);
    expect((await view(id)).mediation?.confirmation?.state).toBe('missed');
  });

  test('M-3 P-9 a newly published holiday moves the window, and unit and petitioner are told once', async () => {
    const id = await settle();
    const { confirmation } = (await view(id)).mediation ?? {};
    const before = confirmation?.confirmBy ?? '';
    const { deps } = ground.county;
    const now = deps.calendar();
    const year = Number(before.slice(0, 4));
    const old = now.years.get(year);
    if (old === undefined) throw new Error('no such year');
    const restDays = new Map([...old.restDays, [localDate(before), '临时放假']]);
    const calendar = withYear(now, { ...old, restDays }, 'next');
    const signal = new AbortController().signal;
    const told = async () =>
      (
        await withClient(ground.county.database.ownerUrl, (client) =>
          client.query<{ template: string; to: string }>(
            `SELECT template, recipient_kind AS to FROM message
              WHERE template IN ('clocks-recounted', 'proceeding-news') ORDER BY 1, 2`,
          ),
        )
      ).rows;
    const known = (await told()).length;
    await recountWindows(deps, signal);
    expect(await told()).toHaveLength(known);
    const next = { ...deps, calendar: () => calendar };
    await recountWindows(next, signal);
    await recountWindows(next, signal);
    expect(await told()).toHaveLength(known + 2);
    const moved = (await view(id)).mediation?.confirmation;
    expect(moved).toMatchObject({
      state: 'window',
      confirmBy: workingDayFrom(calendar, localDate(before)),
    });
    expect(moved?.confirmBy).not.toBe(before);
  });
});
