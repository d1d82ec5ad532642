import type { Actor } from '../src/kernel/actor.ts';
import { findOpenContest } from '../src/capabilities/petitions/afterwards/contest.ts';
import type { Command } from '../src/capabilities/petitions/command.ts';
import {
  dayLength,
  hour,
  Life,
  staff,
  words,
} from '../src/capabilities/petitions/life.test-data.ts';
import type { Petition, Status } from '../src/capabilities/petitions/petition.ts';

/** A step that was seen to lead from one status to another; null: into the record. */
export interface Transition {
  readonly from: Status | null;
  readonly step: string;
  readonly to: Status;
}

interface Attempt {
  readonly command: Command;
  readonly actor: Actor;
  /** As the diagram names it: seal and service by the kind of paper. */
  readonly step: string;
  readonly wait?: number;
}

const text = words('t');
const petitioner: Actor = { kind: 'petitioner', petitionId: 'petition-1' };
const system: Actor = { kind: 'system', name: 'exploration' };

/** What tells two places in the life of a petition apart; everything else makes no difference. */
const placeOf = (petition: Petition): string =>
  JSON.stringify([
    petition.status,
    petition.purpose,
    petition.chain.length > 1,
    petition.chain.at(-1)?.mode,
    petition.returnedBy.length,
    petition.competenceDecided,
    petition.awaitingReceipt,
    petition.withdrawal !== null,
    petition.report?.stage,
    petition.conclusion?.form,
    findOpenContest(petition) !== null,
    petition.afterwards.stoodIn,
    petition.papers
      .filter((paper) => paper.effect !== null)
      .map(({ effect, stage }) => [
        effect?.kind,
        effect?.kind === 'redirect' && effect.awaitsReceipt,
        stage,
      ])
      .slice(-1),
  ]);

/** Decisions on paper, by seal or service. */
function paperAttempts(petition: Petition): Attempt[] {
  return petition.papers
    .filter((paper) => paper.effect !== null)
    .flatMap(({ id: paperId, kind, issuer }) => [
      {
        command: {
          type: 'issuePaper',
          paperId,
          number: 'N',
          document: { id: `paper:${paperId}`, hash: 'h' },
          verifyCode: 'C',
        } as const,
        actor: staff(issuer, 'head'),
        step: `sealPaper (${kind})`,
      },
      {
        command: {
          type: 'servePaper',
          paperId,
          way: 'hand',
          servedOn: petition.registeredAt - hour,
          proof: text,
        } as const,
        actor: staff(issuer, 'head'),
        step: `servePaper (${kind})`,
      },
    ]);
}

/** Every step that can change where a petition stands, with words that no rule objects to. */
function attempts(life: Life): Attempt[] {
  const petition = life.state;
  const paperId = `p${life.seq}`;
  const dueDate = life.inDays(20);
  const holder = staff(petition.holder, 'officer');
  const office = staff(petition.office, 'officer');
  const link = petition.report === null ? undefined : petition.chain[petition.report.link];
  const by = (actor: Actor, command: Command): Attempt => ({ command, actor, step: command.type });
  const explained = { explanation: text, paperId };
  const units = ['housing', 'transport', 'office', 'city-office'];
  return [
    ...units.map((to) => by(holder, { type: 'refer', to, instruction: null, paperId })),
    by(holder, { type: 'assign', to: 'housing', dueDate, instruction: null, paperId }),
    ...['discipline', 'political-legal', 'office'].map((to) =>
      by(holder, { type: 'handOver', to, instruction: null, paperId, named: ['n'] }),
    ),
    by(holder, {
      type: 'classify',
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: petition.regionCode,
      accusedUnits: ['housing'],
      named: ['n'],
    }),
    by(holder, { type: 'confirmReceipt' }),
    by(holder, { type: 'notAccept', reason: 'legal-route', ...explained }),
    by(holder, {
      type: 'noLongerAccept',
      reason: 'procedure-ended',
      ended: { petition: null },
      ...explained,
    }),
    by(holder, { type: 'redirect', way: 2, awaitsReceipt: false, ...explained }),
    by(holder, { type: 'redirect', way: 2, awaitsReceipt: true, ...explained }),
    by(holder, { type: 'startRoute', way: 5, dueDate, ...explained }),
    by(holder, { type: 'recordRouteResult', result: text }),
    by(holder, { type: 'fileOnly', reason: 'thanks', ...explained }),
    by(holder, { type: 'merge', into: 'petition-2', ...explained }),
    by(holder, {
      type: 'split',
      parts: petition.demands.map(({ id }) => ({ id: `part-${id}`, demandIds: [id] })),
      ...explained,
    }),
    by(holder, { type: 'object', reasons: text }),
    by(office, { type: 'decideObjection', upheld: true, reasons: text, paperId }),
    by(office, { type: 'decideObjection', upheld: false, reasons: text, paperId }),
    by(holder, { type: 'decideCompetence', unit: 'housing', reasons: text, paperId }),
    by(holder, { type: 'accept', officer: `${petition.holder}-officer`, paperId }),
    by(holder, { type: 'returnHandOver', reason: text }),
    by(holder, {
      type: 'draftOpinion',
      paperId,
      demands: petition.demands.map(({ id }) => ({
        demandId: id,
        outcome: 'explained',
        facts: text,
        basis: text,
        answer: text,
        execution: null,
      })),
    }),
    by(staff(link?.to ?? ''), { type: 'fileReport', text, paperId }),
    by(staff(link?.from ?? ''), { type: 'returnReport', reason: text, dueDate }),
    by(petitioner, { type: 'contest', contestId: paperId, reasons: null, signed: false }),
    by(staff(petition.office, 'uninvolved'), {
      type: 'decideContest',
      upheld: true,
      reasons: text,
      paperId,
    }),
    by(staff(petition.holder), {
      type: 'recordFollowUp',
      way: 'call',
      heldAt: petition.registeredAt - hour,
      result: 'relapsed',
      words: text,
    }),
    by(petitioner, { type: 'withdraw', reason: null, signed: false }),
    { ...by(system, { type: 'completeWithdrawal', paperId }), wait: 11 * dayLength },
    ...paperAttempts(petition),
  ];
}

function copyOf(life: Life): Life {
  const copy = new Life();
  copy.petition = life.petition;
  copy.now = life.now;
  copy.seq = life.seq;
  return copy;
}

const beginnings = [
  {},
  { holder: 'housing', registeredBy: 'housing' },
  { purpose: 'accusation', named: ['n'] },
  { purpose: 'accusation', named: ['n'], holder: 'housing', registeredBy: 'housing' },
] as const;

/** Walks through the rules, breadth first, until no new place is found. */
export function exploreTransitions(): Transition[] {
  const found: Transition[] = [];
  const seen = new Set<string>();
  const waiting: Life[] = [];
  const meet = (life: Life): void => {
    const place = placeOf(life.state);
    if (!seen.has(place)) waiting.push(life);
    seen.add(place);
  };
  for (const beginning of beginnings) {
    const life = new Life();
    life.register(beginning);
    found.push({ from: null, step: 'register', to: life.state.status });
    meet(life);
  }
  for (let life = waiting.shift(); life !== undefined; life = waiting.shift()) {
    for (const { command, actor, step, wait = 0 } of attempts(life)) {
      const next = copyOf(life);
      next.now += wait;
      if (!next.try(command, actor).ok) continue;
      const from = life.state.status;
      const to = next.state.status;
      if (from !== to) found.push({ from, step, to });
      meet(next);
    }
  }
  return found;
}
