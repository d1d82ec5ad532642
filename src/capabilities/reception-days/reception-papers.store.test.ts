import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { setStream } from '../../platform/database/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { findPaper, verifyPaper } from '../papers/index.ts';
import { renderSealedPaper } from '../petitions/commands/render.ts';
import { scopeOf, stageUpload, systemActor } from '../petitions/index.ts';
import {
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import { beginDay, changeReceptionDay, listLeader, receptionPaperHost } from './commands/index.ts';
import { dayPlanSchema, leaderSchema, type DayInput, type DayInputType } from './contract.ts';
import { openInside, openMinutes, openProof } from './queries/index.ts';
import { rebuildReceptions } from './rebuild.ts';

const system = scopeOf(systemActor('test'));
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let county: County;
let officer: StaffActor;
let head: StaffActor;
let leader: string;

const step = <T extends DayInputType>(id: string, type: T, input: DayInput<T>, actor = officer) =>
  changeReceptionDay(county.deps, id, type, input, { actor, commandKey: newId() });

const begin = async () => {
  const plan = dayPlanSchema.parse({
    kind: 'invited',
    on: localDateOf(county.at.now),
    from: '09:00',
    to: '12:00',
    place: '接待大厅',
    regionCode: '430000',
    leaders: [leader],
  });
  return must(await beginDay(county.deps, plan, { actor: officer, commandKey: newId() })).id;
};

const force = { leaderId: '', units: ['housing'], members: '组长：县长', petitionId: null };

/** A day that is over, with minutes that another person has issued. */
async function issued(): Promise<string> {
  const id = await begin();
  must(await step(id, 'openDay', {}));
  must(await step(id, 'formTaskForce', { ...force, leaderId: leader, matter: '小区办证' }));
  must(await step(id, 'closeDay', {}));
  const words = { attending: '县长', heard: '王小明反映房产证', decided: '成立专班' };
  must(await step(id, 'draftMinutes', words));
  must(await step(id, 'issueMinutes', {}, head));
  return id;
}

const recordOf = (id: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    await setStream(tx, id);
    return loadEvents(tx, id);
  });

beforeAll(async () => {
  county = await openCounty();
  officer = staff('office');
  head = { ...officer, userId: newId(), roles: ['office-head'] };
  const input = leaderSchema.parse({
    unitId: 'office',
    name: '程怀民',
    post: '县长',
    from: '2020-01-01',
  });
  leader = must(await listLeader(county.deps, input, { actor: head, commandKey: newId() })).id;
});
afterAll(() => county.close());

describe('R-4, G-1 minutes are a paper', () => {
  test('G-1 what was issued stays as it is, whatever happens on the day afterwards', async () => {
    const id = await issued();
    const before = await openMinutes(county.deps, officer, id, 'docx');
    must(await step(id, 'formTaskForce', { ...force, leaderId: leader, matter: '另一件事' }));
    const after = await openMinutes(county.deps, officer, id, 'docx');
    expect(after?.bytes.equals(before?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('G-1 rendered once by the job, kept with its hashes, and verified by its code without a name', async () => {
    const id = await issued();
    const paperId = (await openInside(county.deps, officer, id))?.minutes?.paperId ?? '';
    const place = { petitionId: id, paperId, kind: 'reception-day' };
    for (const _ of [1, 2]) await renderSealedPaper(county.deps, [receptionPaperHost], place);
    const rendered = (await recordOf(id)).filter(({ type }) => type === 'PaperRendered');
    expect(rendered).toHaveLength(1);
    const row = await county.deps.db.withActor(system, 'read', async (tx) => {
      await setStream(tx, id);
      return findPaper(tx, id, paperId);
    });
    const file = await openMinutes(county.deps, officer, id, 'pdf');
    const hash = createHash('sha256')
      .update(file?.bytes ?? '')
      .digest('hex');
    expect(rendered[0]?.data).toMatchObject({ pdfHash: hash });
    const verified = await county.deps.db.withActor(system, 'read', (tx) =>
      verifyPaper(tx, row?.verifyCode ?? ''),
    );
    expect(verified).toMatchObject({ kind: 'reception-minutes', unitId: 'office', sha256: hash });
    expect(JSON.stringify(verified)).not.toContain('王小明');
    expect((await openInside(county.deps, officer, id))?.minutes?.number).toBe(row?.number);
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });

  test('G-1 a refused issue draws no number', async () => {
    const id = await begin();
    must(await step(id, 'openDay', {}));
    must(await step(id, 'closeDay', {}));
    expect(await step(id, 'issueMinutes', {}, head)).toMatchObject({
      refusal: { code: 'reception-minutes-missing' },
    });
    const words = { attending: '县长', heard: '房产证', decided: '成立专班' };
    must(await step(id, 'draftMinutes', words, head));
    const count = async () =>
      (
        await withClient(county.database.ownerUrl, (client) =>
          client.query<{ last_value: number }>(
            `SELECT last_value FROM document_number WHERE register = '信纪字'`,
          ),
        )
      ).rows[0]?.last_value;
    const before = await count();
    expect(await step(id, 'issueMinutes', {}, head)).toMatchObject({
      refusal: { code: 'reception-minutes-drafter' },
    });
    expect(await count()).toBe(before);
  });

  test('L-4 a look at minutes leaves its trace; a stranger sees none', async () => {
    const id = await issued();
    await openMinutes(county.deps, officer, id, 'pdf');
    const stranger: StaffActor = { ...staff('housing'), roles: ['unit-head'] };
    expect(await openMinutes(county.deps, stranger, id, 'pdf')).toBeNull();
    const looks = await withClient(county.database.ownerUrl, (client) =>
      client.query<{ what: string; actor: string }>(
        'SELECT what, actor FROM access_record WHERE stream_id = $1',
        [id],
      ),
    );
    expect(looks.rows).toEqual([
      { what: `reception-minutes:${id}`, actor: `staff:${officer.userId}` },
    ]);
  });
});

describe('R-2 the file that proves a notice', () => {
  const upload = async (owner: StaffActor) => {
    const file = { name: '电视截图.png', mediaType: 'image/png', ext: 'png', bytes: png };
    return must(await stageUpload(county.deps, file, `staff:${owner.userId}`)).id;
  };
  const proof = (id: string) => ({
    channel: 'tv' as const,
    outlet: '电视台',
    on: localDateOf(county.at.now),
    link: null,
    upload: id,
  });

  test('R-2 is uploaded, bound to the day, opened with a trace, and kept by a rebuild', async () => {
    const id = await begin();
    must(await step(id, 'publishNotice', {}));
    must(await step(id, 'recordChannel', proof(await upload(officer))));
    const [channel] = (await openInside(county.deps, officer, id))?.channels ?? [];
    expect(channel?.file?.name).toBe('电视截图.png');
    const opened = await openProof(county.deps, officer, id, channel?.file?.id ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of opened?.content ?? []) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(png)).toBe(true);
    const stranger: StaffActor = { ...staff('housing'), roles: ['unit-head'] };
    expect(await openProof(county.deps, stranger, id, channel?.file?.id ?? '')).toBeNull();
    const rows = (text: string) =>
      withClient(county.database.ownerUrl, (client) => client.query(text, [id]));
    const looks = await rows('SELECT FROM access_record WHERE stream_id = $1');
    expect(looks.rowCount).toBe(1);
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
    await rows('DELETE FROM stored_file WHERE stream_id = $1');
    expect(await rebuildReceptions(county.deps, 'check')).toMatchObject([{ streamId: id }]);
    await rebuildReceptions(county.deps, 'write');
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });

  test("R-2 somebody else's upload proves nothing", async () => {
    const id = await begin();
    must(await step(id, 'publishNotice', {}));
    expect(await step(id, 'recordChannel', proof(await upload(head)))).toMatchObject({
      refusal: { code: 'draft-expired' },
    });
  });
});

describe('R-1, L-5 a petition on a day', () => {
  const visitor = { name: '王小明', telephone: '', topic: '供水' };
  const sheet = { background: '渠道', demands: '清淤', proposal: '十日', basis: '' };
  const ways: readonly ((id: string, petitionId: string, actor?: StaffActor) => unknown)[] = [
    (id, petitionId, actor) => step(id, 'inviteVisitor', { ...visitor, petitionId }, actor),
    (id, petitionId, actor) => step(id, 'writePreparation', { ...sheet, petitionId }, actor),
    (id, petitionId, actor) =>
      step(id, 'formTaskForce', { ...force, leaderId: leader, matter: '供水', petitionId }, actor),
  ];

  test.each([0, 1, 2])('is one that the actor may see, and no accusation (%i)', async (at) => {
    const way = ways[at];
    if (way === undefined) throw new Error('no such way');
    const petition = await county.register();
    const accusation = await county.register({
      purpose: 'accusation',
      accusedUnits: ['housing'],
    });
    const id = await begin();
    must(await step(id, 'openDay', {}));
    expect(await way(id, newId())).toMatchObject({
      refusal: { code: 'reception-petition-unknown', field: 'petitionId' },
    });
    expect(await way(id, accusation.id)).toMatchObject({
      refusal: { code: 'reception-petition-unknown' },
    });
    const seer: StaffActor = { ...named('office'), roles: ['accusation-officer', 'office-head'] };
    expect(await way(id, accusation.id, seer)).toMatchObject({
      refusal: { code: 'reception-petition-accusation' },
    });
    expect(await way(id, petition.id)).toMatchObject({ ok: true });
  });
});
