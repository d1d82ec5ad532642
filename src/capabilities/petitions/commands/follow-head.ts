import { randomBytes } from 'node:crypto';
import { localDateOf } from '../../../kernel/local-date.ts';
import { inTransaction, scopeOf, type Tx } from '../../../platform/database/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  newId,
  openItems,
  Sealer,
  type CaseKey,
} from '../../../platform/vault/index.ts';
import { findTemplateTexts, insertPaper, verifyCodeFrom } from '../../papers/index.ts';
import { findBehind, markFollowed, type MemberRow } from '../../relations/index.ts';
import type { CommandOf, GroupAnswer } from '../command.ts';
import { documentOf, type PaperSource } from '../paper-content/index.ts';
import type { DemandAnswer, Paper, PaperEffect, Petition } from '../petition.ts';
import { openFolder, type Folder } from '../queries/folder.ts';
import { groupAnswersOf } from '../related.ts';
import type { PetitionDeps } from './deps.ts';
import { reviewBodiesFor } from './review-bodies.ts';
import { openForCommand, type Locked } from './locked.ts';
import { documentItem } from './paper-seal.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';
import { decideAndCommit } from './run.ts';

const actor = systemActor('group');

/** Ends of a head that answer nobody else, and what a head alone goes through. */
const endings = new Set(['withdrawn', 'merged', 'split', 'filed', 'handed-over', 'route-result']);
const hasLeft = ({ status, conclusion }: Petition): boolean =>
  status === 'route' || status === 'handed-over' || endings.has(conclusion?.form ?? '');

/**
 * Carries what the head of a group decided to every member: one command each, in a transaction of
 * its own. Who has followed is not found again, so a run that was cut off goes on where it was, and
 * a second one finds nobody (P-13).
 * @param signal aborted when the worker stops
 * @throws StepRefused when a member refused; the others have followed, and it is run again
 */
export async function followHead(
  deps: PetitionDeps,
  headId: string,
  signal: AbortSignal,
): Promise<void> {
  const head = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    openFolder(tx, deps.vault, headId),
  );
  // A group that was dissolved still lets its members go.
  if (head === null || head.petition.groupNews === 0) return;
  const news = head.petition.groupNews;
  let failure: unknown;
  await runAll<MemberRow>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) => findBehind(tx, headId, news, after)),
    async (member) => {
      try {
        await followOne(deps, head, member);
      } catch (error) {
        // One member that cannot follow keeps nobody else waiting.
        failure ??= error;
      }
    },
    signal,
  );
  if (failure instanceof Error) throw failure;
}

async function followOne(deps: PetitionDeps, head: Folder, member: MemberRow): Promise<void> {
  const { id: headId, groupNews: news } = head.petition;
  const commandId = deriveId(
    deps.keys,
    'system:group',
    `${headId}:${news}:${member.relationId}`,
    member.memberId,
  );
  const options = { actor, commandId };
  const bodyHash = bodyHashOf(deps.keys, ['followHead', headId, news]);
  const done = await inTransaction(deps, actor, async (tx) => {
    const opened = await openForCommand(tx, deps, member.memberId, options, bodyHash);
    if (!('done' in opened)) {
      const key = await caseKeyOf(tx, deps, member.memberId);
      const streamId = member.memberId;
      const sealer = new Sealer({ vault: deps.vault, key, streamId, nextId: newId });
      const command = await compose(tx, deps, { head, opened, key, sealer });
      const decided = await decideAndCommit(tx, deps, opened, command, sealer, options, bodyHash);
      if (!decided.ok) return decided;
    }
    await markFollowed(tx, headId, member.relationId, news);
    return { ok: true, value: null } as const;
  });
  if (!done.ok) throw new StepRefused(done.refusal);
}

interface Following {
  readonly head: Folder;
  readonly opened: Locked;
  readonly key: CaseKey;
  readonly sealer: Sealer;
}

async function compose(
  tx: Tx,
  deps: PetitionDeps,
  following: Following,
): Promise<CommandOf<'followHead'>> {
  const { head, opened, key } = following;
  const { petition: leader } = head;
  const got = new Set(opened.petition.group?.received.map(({ headPaperId }) => headPaperId));
  const dissolved = !leader.groupHead;
  const due =
    dissolved || hasLeft(leader) ? [] : groupAnswersOf(leader).filter(({ id }) => !got.has(id));
  const items = due.length === 0 ? null : await openItems(tx, deps, opened.petition.id, key);
  const answers: GroupAnswer[] = [];
  for (const paper of due) {
    if (items !== null) answers.push(await answerOf(tx, deps, following, paper, items));
  }
  const answered = leader.conclusion?.form === 'opinion' ? 'issued' : leader.status;
  const redo = leader.clocks.findLast(({ period }) => period === 'redo');
  return {
    type: 'followHead',
    head: leader.id,
    place: { status: answered, holder: leader.holder, round: leader.round },
    redoDue: redo?.givenDue ?? null,
    answers,
    ended: hasLeft(leader),
    dissolved,
  };
}

/** The head's paper made out to a member: its own number and name on it, its own code, its own key. */
async function answerOf(
  tx: Tx,
  deps: PetitionDeps,
  { head, opened, sealer }: Following,
  paper: Paper,
  items: ReadonlyMap<string, unknown>,
): Promise<GroupAnswer> {
  const { petition, organisation, now } = opened;
  const paperId = newId();
  const verifyCode = verifyCodeFrom(randomBytes(12));
  // Whoever came in after the head's paper gets it under the day on which it was made out to them.
  const issuedAt = Math.max(paper.sealedAt ?? now, petition.registeredAt);
  const source: PaperSource = {
    petition: { ...petition, demands: head.petition.demands, holder: head.petition.holder },
    paper,
    opened: new Map([...head.words.all(), ...items]),
    organisation,
    calendar: deps.calendar(),
    now: issuedAt,
    reviewBodies: await reviewBodiesFor(tx, deps, paper, issuedAt),
    number: paper.number,
    verify: { url: `${deps.publicUrl}/verify/${verifyCode}`, code: verifyCode },
  };
  const document = documentOf(source, await findTemplateTexts(tx, paper.issuer, paper.kind));
  const streamId = petition.id;
  insertPaper(tx, {
    streamId,
    paperId,
    kind: paper.kind,
    stage: 'sealed',
    unitId: paper.issuer,
    createdAt: new Date(now),
    number: paper.number === '' ? null : paper.number,
    issuedOn: localDateOf(issuedAt),
    verifyCode,
  });
  return {
    headPaperId: paper.id,
    paperId,
    kind: paper.kind,
    issuer: paper.issuer,
    text:
      paper.text === null
        ? null
        : { ...sealAgain(head, sealer, paper.text), length: paper.text.length },
    effect: effectFor(paper.effect, head, petition, sealer),
    number: paper.number ?? '',
    document: sealer.item(document, documentItem(paperId)),
    verifyCode,
  };
}

/** Words of the head under the member's own key. */
const sealAgain = (head: Folder, sealer: Sealer, item: { readonly id: string }) =>
  sealer.item(head.words.find(item.id));

function effectFor(
  effect: PaperEffect | null,
  head: Folder,
  petition: Petition,
  sealer: Sealer,
): PaperEffect | null {
  if (effect?.kind === 'redirect') return { ...effect, awaitsReceipt: false };
  if (effect?.kind !== 'opinion') return effect;
  const again = (answer: DemandAnswer, demandId: string): DemandAnswer => ({
    demandId,
    outcome: answer.outcome,
    facts: { ...answer.facts, ...sealAgain(head, sealer, answer.facts) },
    basis: { ...answer.basis, ...sealAgain(head, sealer, answer.basis) },
    answer: { ...answer.answer, ...sealAgain(head, sealer, answer.answer) },
    // What was promised is carried out, and watched, once: at the head.
    execution: null,
  });
  const given = effect.demands;
  const alike = new Set(given.map(({ outcome }) => outcome)).size === 1;
  const byPlace = given.length === petition.demands.length;
  const demands = petition.demands.flatMap(({ id }, place) => {
    // Where it cannot be told which answer is to which demand, the paper alone says it.
    const answer = byPlace ? given[place] : alike ? given[0] : undefined;
    return answer === undefined ? [] : [again(answer, id)];
  });
  return { kind: 'opinion', demands };
}
