import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../../platform/database/cluster-database.ts';
import { scopeOf, setStream, type Tx } from '../../platform/database/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { stageUpload } from '../petitions/commands/index.ts';
import { openAttachment, openPetitionView } from '../petitions/queries/index.ts';
import { must, staff } from '../petitions/queries/county.test-data.ts';
import {
  beginProceeding,
  listOfPetition,
  openAll,
  placesOfPaper,
  proceedingReactions,
  stepBySystem,
  stepProceeding,
} from './index.ts';
import { day, handler, openGround, type Ground } from './proceedings.test-data.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.county.close());

const begin: Ground['begin'] = (kind, input) => ground.begin(kind, input);
const step: Ground['step'] = (...asked) => ground.step(...asked);
const view: Ground['view'] = (...asked) => ground.view(...asked);
const today: Ground['today'] = (plus) => ground.today(plus);

const openStream = async (tx: Tx, id: string) => {
  await setStream(tx, id);
  return loadEvents(tx, id);
};

describe('hearing', () => {
  test('M-1 from convening to conclusion: draw, notice seven days ahead, vote, paper', async () => {
    const id = await begin('hearing', {
      topic: '供水水压不足的原因和整改期限。',
      open: true,
      parties: [{ role: 'unit', unit: 'housing' }],
    });
    const place = { petitionId: ground.petitionId, id };
    const drawn = await step(id, 'hearing', 'drawPanel', {
      seats: 3,
      kinds: ['lawyer'],
      region: 'same-county',
      professions: [],
    });
    expect(drawn.ok).toBe(true);
    const after = await view(id);
    const [draw] = after.hearing?.draws ?? [];
    const reasons = Object.fromEntries(
      (draw?.excluded ?? []).map(({ name, reason }) => [name, reason]),
    );
    expect(reasons).toMatchObject({
      住建局庚: 'affiliated',
      王小明: 'party',
      离任辛: 'inactive',
      外县壬: 'region',
    });
    expect(after.hearing?.panel).toHaveLength(3);
    expect(after.hearing?.panel.some(({ kind }) => kind === 'lawyer')).toBe(true);

    // Somebody declines; the seat goes to one who was not on the panel.
    const leaving = after.hearing?.panel.find(({ kind }) => kind !== 'lawyer');
    must(
      await step(id, 'hearing', 'replaceMember', {
        memberId: leaving?.memberId ?? '',
        cause: 'declined',
        reason: '当天出差在外。',
      }),
    );
    // The petitioner objects with the code; it must be decided before anything is sent out.
    const petitioner = { kind: 'petitioner', petitionId: ground.petitionId } as const;
    const seat = (await view(id)).hearing?.panel.find(({ state }) => state === 'seated');
    const objection = { memberId: seat?.memberId ?? '', reason: '与对方是亲戚关系。' };
    must(await step(id, 'hearing', 'objectToMember', objection, petitioner));
    const schedule = { time: '14:30', mode: 'room', place: '三楼听证室' } as const;
    must(await step(id, 'hearing', 'schedule', { ...schedule, date: today(7) }));
    const blocked = await step(id, 'hearing', 'draftNotice', {});
    expect(blocked).toMatchObject({ refusal: { code: 'panel-objection-open' } });
    must(
      await step(id, 'hearing', 'rejectObjection', { ...objection, reason: '经核实不是亲属。' }),
    );

    const late = await step(id, 'hearing', 'draftNotice', {});
    expect(late).toMatchObject({ refusal: { code: 'hearing-notice-late' } });
    must(await step(id, 'hearing', 'schedule', { ...schedule, date: today(8) }));
    must(await step(id, 'hearing', 'draftNotice', {}));

    // The notice is one of the petition's papers; served, it begins the seven days.
    const paperId = await ground.county.issue('housing', ground.petitionId);
    await ground.county.run(handler, ground.petitionId, 'servePaper', {
      paperId,
      way: 'hand',
      servedOn: today(),
      proof: '本人签收',
    });
    expect(await placesOfPaper(ground.county.deps, paperId)).toMatchObject([{ id }]);
    const itself = { kind: 'system', name: 'proceedings' } as const;
    const service = { type: 'recordService', paperId, on: today() } as const;
    const once = { actor: itself, commandId: newId() };
    must(await stepBySystem(ground.county.deps, place, service, once));
    expect((await view(id)).stage).toBe('noticed');
    expect(await step(id, 'hearing', 'open', {})).toMatchObject({
      refusal: { code: 'hearing-early' },
    });

    ground.county.at.now += 8 * day;
    must(await step(id, 'hearing', 'open', {}));
    const [first] = (await view(id)).hearing?.parties ?? [];
    ground.county.at.now += day;
    must(
      await step(id, 'hearing', 'close', {
        days: [today(-1), today()],
        came: [first?.id ?? ''],
        record: '双方陈述，出示检测报告。',
      }),
    );
    const panel = (await view(id)).hearing?.panel.filter(({ state }) => state === 'seated') ?? [];
    const [missing, ...voting] = panel;
    for (const { memberId } of voting) {
      must(await step(id, 'hearing', 'vote', { memberId, vote: 'support' }));
    }
    const conclusion = { conclusion: '应当在三十日内完成加压设备改造。' };
    expect(await step(id, 'hearing', 'conclude', conclusion)).toMatchObject({
      refusal: { code: 'votes-missing', params: { count: 1 } },
    });
    const last = { memberId: missing?.memberId ?? '', vote: 'against' } as const;
    must(await step(id, 'hearing', 'vote', last));
    must(await step(id, 'hearing', 'conclude', conclusion));
    const ended = await view(id);
    expect(ended.stage).toBe('concluded');
    expect(ended.hearing?.counts).toMatchObject({ support: 2, against: 1 });
    expect(ended.hearing?.days).toEqual([today(-1), today()]);
    await ground.county.issue('housing', ground.petitionId);

    // What the petitioner reads: the outcome, not how each member voted.
    const [own] = await openAll(
      ground.county.deps,
      petitioner,
      ground.petitionId,
      ground.county.at.now,
    );
    expect(own?.hearing?.conclusion).toBe(conclusion.conclusion);
    expect(own?.hearing?.panel.every(({ vote }) => vote === null)).toBe(true);
    expect(own?.hearing?.record).toBeNull();
  });

  test('M-1 a hearing notice that could not be served starts no seven days; served later, it does', async () => {
    const id = await begin('hearing', { topic: '整改期限如何确定。', open: true, parties: [] });
    const wish = { seats: 3, kinds: [], region: 'any', professions: [] } as const;
    must(await step(id, 'hearing', 'drawPanel', { ...wish, kinds: [], professions: [] }));
    const room = { time: '09:30', mode: 'room', place: '三楼听证室' } as const;
    must(await step(id, 'hearing', 'schedule', { ...room, date: today(10) }));
    must(await step(id, 'hearing', 'draftNotice', {}));
    const paperId = await ground.county.issue('housing', ground.petitionId);
    const { db } = ground.county.deps;
    const react = proceedingReactions(ground.county.deps);
    const serve = async (way: 'not-servable' | 'hand') => {
      await ground.county.run(handler, ground.petitionId, 'servePaper', {
        paperId,
        way,
        servedOn: today(),
        proof: way === 'hand' ? '本人签收' : '地址已拆迁，电话停机。',
        ...(way === 'hand' ? {} : { unservable: 'no-address' as const }),
      });
      const events = await db.withActor(scopeOf({ kind: 'system', name: 'test' }), 'read', (tx) =>
        openStream(tx, ground.petitionId),
      );
      const last = events.findLast(({ type }) => type === 'PaperServed');
      const entry = {
        leafIndex: 0,
        streamId: ground.petitionId,
        seq: last?.seq ?? 0,
        type: 'PaperServed',
      };
      // A batch that comes twice is recorded once.
      await react([entry]);
      await react([entry]);
      return view(id);
    };
    const unserved = await serve('not-servable');
    expect(unserved).toMatchObject({ stage: 'convened', hearing: { noticeServedOn: null } });
    ground.county.at.now += 9 * day;
    expect(await step(id, 'hearing', 'open', {})).toMatchObject({
      refusal: { code: 'proceeding-not-in-stage' },
    });
    // Drafted anew and served, the days begin with that service.
    must(await step(id, 'hearing', 'schedule', { ...room, date: today(10) }));
    must(await step(id, 'hearing', 'draftNotice', {}));
    const again = await ground.county.issue('housing', ground.petitionId);
    await ground.county.run(handler, ground.petitionId, 'servePaper', {
      paperId: again,
      way: 'hand',
      servedOn: today(),
      proof: '本人签收',
    });
    const events = await db.withActor(scopeOf({ kind: 'system', name: 'test' }), 'read', (tx) =>
      openStream(tx, ground.petitionId),
    );
    const seq = events.findLast(({ type }) => type === 'PaperServed')?.seq ?? 0;
    await react([{ leafIndex: 1, streamId: ground.petitionId, seq, type: 'PaperServed' }]);
    expect(await view(id)).toMatchObject({
      stage: 'noticed',
      hearing: { noticeServedOn: today(), firstDay: today(8) },
    });
  });

  test('M-1 an exhibit comes with its file, which is material of the petition and opened with a trace', async () => {
    const id = await begin('hearing', { topic: '检测报告是否可靠。', open: true, parties: [] });
    const stage = async (name: string, owner: string) =>
      must(
        await stageUpload(
          ground.county.deps,
          { name, mediaType: 'image/png', bytes: Buffer.from(name) } as Parameters<
            typeof stageUpload
          >[1],
          owner,
        ),
      ).id;
    const uploads = [
      await stage('报告一.png', 'staff:housing'),
      await stage('二.png', 'staff:housing'),
    ];
    must(await step(id, 'hearing', 'addExhibit', { label: '水质检测报告', uploads }));
    const { hearing } = await view(id);
    expect(hearing?.exhibits.map(({ label }) => label)).toEqual(['水质检测报告', '水质检测报告']);
    const opened = await openPetitionView(
      ground.county.deps,
      handler,
      ground.petitionId,
      ground.county.at.now,
    );
    expect(opened?.attachments.map((file) => file.id)).toEqual(
      hearing?.exhibits.map(({ attachmentId }) => attachmentId),
    );
    const file = await openAttachment(
      ground.county.deps,
      handler,
      ground.petitionId,
      hearing?.exhibits[0]?.attachmentId ?? '',
    );
    expect(file?.name).toBe('报告一.png');
    const traces = await withClient(ground.county.database.ownerUrl, (client) =>
      client.query(`SELECT 1 FROM access_record WHERE what LIKE 'attachment:%'`),
    );
    expect(traces.rows).toHaveLength(1);
    // Somebody else's staged file is not taken, and then nothing is.
    const foreign = [await stage('三.png', 'staff:transport')];
    expect(
      await step(id, 'hearing', 'addExhibit', { label: '他人文件', uploads: foreign }),
    ).toMatchObject({ refusal: { code: 'draft-expired' } });
    expect((await view(id)).hearing?.exhibits).toHaveLength(2);
  });

  test('M-1 another unit and another petitioner do not see that a hearing exists', async () => {
    const id = await begin('hearing', { topic: '是否公开检测结果。', open: true, parties: [] });
    expect(
      await listOfPetition(ground.county.deps, staff('transport'), ground.petitionId),
    ).toBeNull();
    const stranger = await step(id, 'hearing', 'open', {}, staff('transport'));
    expect(stranger).toMatchObject({ refusal: { code: 'not-found' } });
    // The office sees it, but the unit that convened it conducts it.
    const office = await step(
      id,
      'hearing',
      'cancel',
      { reason: '不再需要听证。' },
      staff('office'),
    );
    expect(office).toMatchObject({ refusal: { code: 'not-permitted' } });
  });

  test('M-1 the same form sent twice convenes one hearing, and two people cannot both step', async () => {
    const input = { topic: '同一表单发送两次。', open: true, parties: [] };
    const options = { actor: handler, commandKey: 'twice' };
    const once = must(
      await beginProceeding(ground.county.deps, ground.petitionId, 'hearing', input, options),
    );
    const again = must(
      await beginProceeding(ground.county.deps, ground.petitionId, 'hearing', input, options),
    );
    expect(again.id).toBe(once.id);
    const at = { petitionId: ground.petitionId, id: once.id };
    const both = await Promise.all(
      ['一', '二'].map((reason) =>
        stepProceeding(
          ground.county.deps,
          at,
          'hearing',
          'cancel',
          { reason: `不再需要听证，理由${reason}。` },
          { actor: handler, commandId: newId(), expectedVersion: 1 },
        ),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('L-5 an accusation has no hearing', async () => {
    const { id } = await ground.county.register({
      purpose: 'accusation',
      title: '反映工作人员违纪',
    });
    const named = { ...staff('office', 'office-named'), roles: ['accusation-officer'] } as const;
    const begun = await beginProceeding(
      ground.county.deps,
      id,
      'hearing',
      { topic: '是否违纪需要听证。', open: true, parties: [] },
      { actor: named, commandKey: newId() },
    );
    expect(begun).toMatchObject({ refusal: { code: 'proceeding-not-for-accusation' } });
  });
});
