import type { County } from './county.ts';

interface Paper {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
}

export interface View {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly demands: readonly { readonly id: string; readonly text: string }[];
  readonly people: readonly { readonly id: string }[];
  readonly papers: readonly Paper[];
}

export const viewOf = async (caller: County['officer'], id: string): Promise<View> =>
  (await caller.must('GET', `/petitions/${id}`)) as unknown as View;

export const command = (
  caller: County['officer'],
  id: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
) => caller.must('POST', `/petitions/${id}/commands/${name}`, { input });

/** Issues all papers that are still drafts, by somebody who drafted none of them. */
const issueAll = async (head: County['head'], id: string): Promise<void> => {
  const { papers } = await viewOf(head, id);
  for (const paper of papers) {
    if (paper.stage !== 'drafted') continue;
    await command(head, id, 'issue-paper', { paperId: paper.id });
  }
};

/** Words that a whole life leaves behind, each at its place. */
export interface Words {
  readonly instruction: string;
  readonly talk: string;
  readonly supplement: string;
  readonly material: string;
  readonly facts: string;
  readonly basis: string;
  readonly answer: string;
  readonly proof: string;
}

/** Leads a registered petition from the office to the opinion in the petitioner's hand. */
export async function leadToOpinion(county: County, id: string, words: Words): Promise<void> {
  const { officer, head, handler, unitHead, bureau } = county;
  await command(officer, id, 'refer', { to: bureau, instruction: words.instruction });
  await issueAll(head, id);
  await command(handler, id, 'accept', {});
  await issueAll(unitHead, id);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await command(handler, id, 'record-talk', { record: words.talk, heldOn: today });
  await command(handler, id, 'ask-supplement', { request: words.supplement });
  await issueAll(unitHead, id);
  await command(handler, id, 'add-material', { text: words.material });
  const { demands } = await viewOf(handler, id);
  await command(handler, id, 'draft-opinion', {
    demands: demands.map((demand) => ({
      demandId: demand.id,
      outcome: 'explained',
      facts: words.facts,
      basis: words.basis,
      answer: words.answer,
    })),
  });
  await issueAll(unitHead, id);
  const { papers } = await viewOf(handler, id);
  const opinion = papers.find((paper) => paper.kind === 'opinion');
  await command(handler, id, 'serve-paper', {
    paperId: opinion?.id,
    way: 'hand',
    servedOn: today,
    proof: words.proof,
  });
}
