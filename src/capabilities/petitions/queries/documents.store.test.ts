import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounty, staff, type County } from './county.test-data.ts';
import { openPaperDocument } from './documents.ts';
import { openPetitionView } from './open-petition.ts';
import { openProgress } from './progress.ts';

let county: County;

beforeAll(async () => {
  county = await openCounty();
});

afterAll(() => county.close());

const refused = async () => {
  const registered = await county.register();
  await county.run(staff('office'), registered.id, 'notAccept', {
    reason: 'legal-route',
    explanation: '该事项应通过诉讼解决',
  });
  const view = await openPetitionView(county.deps, staff('office'), registered.id, county.at.now);
  const paper = view?.papers.find(({ kind }) => kind === 'refusal');
  return { ...registered, paperId: paper?.id ?? '' };
};

describe('the content of a paper', () => {
  it('is a draft before the seal and what was sealed afterwards', async () => {
    const { id, paperId } = await refused();
    const draft = await openPaperDocument(county.deps, staff('office'), id, paperId);
    expect(draft?.document).toMatchObject({ kind: 'refusal', draftMark: true });
    expect(draft?.document.number).toBeUndefined();
    await county.issue('office', id);
    const sealed = await openPaperDocument(county.deps, staff('office'), id, paperId);
    expect(sealed?.document.number).toMatch(/〔2026〕1号$/);
    expect(sealed?.document.verify?.url).toContain('/verify/');
    expect(await openPaperDocument(county.deps, staff('housing'), id, paperId)).toBeNull();
  });

  it("is the petitioner's to read once it was served", async () => {
    const { id, paperId, number, lookupCode } = await refused();
    const petitioner = { kind: 'petitioner', petitionId: id } as const;
    await county.issue('office', id);
    expect(await openPaperDocument(county.deps, petitioner, id, paperId)).toBeNull();
    await county.run(staff('office'), id, 'servePaper', {
      paperId,
      way: 'hand',
      servedOn: '2026-11-02',
      proof: '本人签收',
    });
    const opened = await openPaperDocument(county.deps, petitioner, id, paperId);
    expect(opened?.paper.kind).toBe('refusal');
    const progress = await openProgress(county.deps, number, lookupCode, county.at.now);
    expect(progress).toMatchObject({
      ok: true,
      value: {
        status: 'concluded',
        conclusion: { form: 'not-accepted', explanation: '该事项应通过诉讼解决' },
        papers: [{ id: paperId, kind: 'refusal' }],
      },
    });
  });
});
