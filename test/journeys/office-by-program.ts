import { expect } from 'vitest';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import type { Answer, Caller } from '../system/caller.ts';
import type { Visits } from './visit.ts';

/** A day some days from now, as the country counts them. */
export const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** Opens a petition as somebody of the office. */
export const petitionOf = async (caller: Caller, id: string): Promise<PetitionView> =>
  (await caller.must('GET', `/petitions/${id}`)) as unknown as PetitionView;

/** Finds a petition by its number. */
export const findByNumber = async (caller: Caller, number: string): Promise<string> => {
  const { items } = await caller.must('GET', `/search?q=${number}`);
  return (items as { id: string }[])[0]?.id ?? '';
};

/** Takes a step on the newest version; once more when the program wrote a paper in between. */
export const step = async (
  caller: Caller,
  id: string,
  command: string,
  input: unknown = {},
): Promise<Answer['body']> => {
  const name = command.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  for (let tries = 1; ; tries += 1) {
    const { version } = await petitionOf(caller, id);
    const body = { expectedVersion: version, input };
    const answer = await caller.ask('POST', `/petitions/${id}/commands/${name}`, { body });
    if (answer.status === 200) return answer.body;
    if (answer.body['code'] !== 'version-conflict' || tries === 4) {
      throw new Error(`${command}: ${answer.text}`);
    }
  }
};

/**
 * Sends every paper on its way that this person may issue or serve now. Where the petitioner agreed
 * to read papers on the portal the worker serves them.
 */
export const movePapers = async (
  caller: Caller,
  id: string,
  command: 'issuePaper' | 'servePaper',
): Promise<number> => {
  const { papers, electronicService } = await petitionOf(caller, id);
  if (command === 'servePaper' && electronicService) return 0;
  const mine = papers.filter(({ steps }) => steps.includes(command));
  for (const { id: paperId } of mine) {
    // By hand: who gave no address and agreed to nothing comes to the window.
    const service = { way: 'hand', servedOn: dayAfter(0), proof: '本人签收' };
    await step(caller, id, command, { paperId, ...(command === 'servePaper' ? service : {}) });
  }
  return mine.length;
};

const answers = {
  supported: {
    outcome: 'supported',
    facts: '经现场查看，反映属实。',
    basis: '《城市道路照明设施管理规定》第二十一条',
    answer: '予以支持，按期办好。',
    responsible: '养护科',
    dueDate: dayAfter(10),
  },
  'not-supported': {
    outcome: 'not-supported',
    facts: '经现场查看，与反映的情况不符。',
    basis: '《信访工作条例》第三十二条',
    answer: '不予支持，理由已当面说明。',
  },
} as const;

/** The office's whole work on a petition that came to it, by program: referred to an answer. */
export const answerPetition = async (
  visits: Visits,
  number: string,
  unit = 'urban',
  outcome: keyof typeof answers = 'supported',
): Promise<string> => {
  const officer = await visits.callAs('officer1');
  const head = await visits.callAs('officehead');
  const handler = await visits.callAs(unit);
  const unitHead = await visits.callAs(`${unit}-head`);
  const id = await findByNumber(officer, number);
  await step(officer, id, 'refer', { to: unit, instruction: '请按期受理并答复。' });
  await movePapers(head, id, 'issuePaper');
  await step(handler, id, 'accept');
  await movePapers(unitHead, id, 'issuePaper');
  await movePapers(handler, id, 'servePaper');
  const { demands } = await petitionOf(handler, id);
  await step(handler, id, 'draftOpinion', {
    demands: demands.map((demand) => ({
      demandId: demand.id,
      ...answers[outcome],
    })),
  });
  await movePapers(unitHead, id, 'issuePaper');
  await expect
    .poll(
      async () => {
        await movePapers(handler, id, 'servePaper');
        const { papers } = await petitionOf(handler, id);
        return papers.find(({ kind }) => kind === 'opinion')?.servedAt ?? null;
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .not.toBeNull();
  return id;
};
