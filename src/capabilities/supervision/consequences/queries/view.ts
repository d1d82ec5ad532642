import type { StaffActor } from '../../../../kernel/actor.ts';
import type { Calendar } from '../../../../kernel/calendar.ts';
import { countClock, isRunning } from '../../../../kernel/case-clocks.ts';
import { colourOf, remainingDays } from '../../../../kernel/clock-colours.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../../platform/database/index.ts';
import {
  isAccusation,
  visibleNumbers,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import { fieldIn, openCaseFolder, type CaseFolder } from '../../case-folder.ts';
import { openCasePaper } from '../../case-paper.ts';
import {
  currentPaper,
  type Consequence,
  type ConsequenceFile,
  type Note,
  type Terms,
} from '../case.ts';
import type { ConsequenceCommand } from '../command.ts';
import type { ConsequencesDeps } from '../commands/deps.ts';
import { consequenceSteps, type ConsequenceStep } from '../contract.ts';
import { decideConsequence, type ConsequenceContext } from '../decide/index.ts';
import { isOfOffice, mayConsequence } from '../policy.ts';
import { basisOf } from '../settings.ts';
import type {
  ConsequenceDue,
  ConsequenceFileView,
  ConsequenceLine,
  ConsequenceNoteView,
  ConsequencePaperView,
  ConsequenceView,
} from '../view.ts';
import { consequenceReading } from './kind.ts';

export const namedIn = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

function dueIn({ clocks }: Consequence, calendar: Calendar, now: number): ConsequenceDue | null {
  const clock = clocks.findLast(isRunning);
  if (clock === undefined) return null;
  const { dueDate, dueAt, startedAt } = countClock(clock, calendar);
  return {
    period: clock.period === 'statement' ? 'statement' : 'correction',
    dueDate,
    remainingDays: remainingDays(now, dueDate),
    colour: colourOf(startedAt, dueAt, now),
  };
}

export const lineOf = (
  one: Consequence,
  matter: { readonly number: string; readonly title: string },
  post: string,
  reader: {
    readonly organisation: OrganisationSnapshot;
    readonly calendar: Calendar;
    readonly now: number;
  },
): ConsequenceLine => ({
  id: one.id,
  kind: one.kind,
  status: one.status,
  petition: { id: one.petitionId, ...matter },
  unit: namedIn(reader.organisation)(one.unit),
  post: one.post === null ? null : post,
  due: dueIn(one, reader.calendar, reader.now),
  proposedAt: one.proposedAt,
});

interface Asking extends ConsequenceContext {
  readonly actor: StaffActor;
}

const text = { id: '', hash: '', length: 1000 };

function termsProbe({ kind }: Consequence, now: number): Terms {
  const today = localDateOf(now);
  const later = localDateOf(now + 24 * 3_600_000);
  switch (kind) {
    case 'interview':
      return { kind, heldOn: later, place: text };
    case 'circulated-notice':
      return { kind };
    case 'warning':
      return { kind, correctBy: later };
    case 'listing':
      return { kind, from: today, to: later, correctBy: later };
  }
}

/** The step as it would be if nothing that can be typed were wrong. */
function probeOf(
  type: ConsequenceStep,
  one: Consequence,
  now: number,
  paperId: string,
): ConsequenceCommand {
  const on = localDateOf(now);
  const sealing = { paperId, number: '', document: text, verifyCode: '' };
  const probes: { readonly [T in ConsequenceStep]: ConsequenceCommand } = {
    makeStatement: { type: 'makeStatement', words: text, attachments: [] },
    declineStatement: { type: 'declineStatement' },
    recordSilence: { type: 'recordSilence' },
    draftDecision: { type: 'draftDecision', words: text, terms: termsProbe(one, now), paperId },
    recordCarriedOut: { type: 'recordCarriedOut', on, words: text },
    reportCorrection: { type: 'reportCorrection', on, words: text, attachments: [] },
    returnCorrection: { type: 'returnCorrection', words: text },
    lift: { type: 'lift', words: text },
    drop: { type: 'drop', words: text },
    checkPaper: { type: 'checkPaper', paperId },
    signPaper: { type: 'signPaper', paperId },
    sealPaper: { type: 'sealPaper', ...sealing },
    issuePaper: { type: 'issuePaper', ...sealing },
    returnPaper: { type: 'returnPaper', paperId, reason: text },
    servePaper: { type: 'servePaper', paperId, way: 'electronic', servedOn: now, proof: text },
  };
  return probes[type];
}

/** Whether this reader may try a step now; what can be typed wrong does not count. */
function isOpenTo(type: ConsequenceStep, one: Consequence, asking: Asking, paperId = ''): boolean {
  if (!mayConsequence(asking.actor, type, one, paperId)) return false;
  const decision = decideConsequence(one, probeOf(type, one, asking.now, paperId), asking);
  return decision.ok || decision.refusal.field !== undefined;
}

const isPaperStep = (type: ConsequenceStep): boolean => type.endsWith('Paper');
const onPapers = consequenceSteps.filter(isPaperStep);
const forward: readonly ConsequenceStep[] = [
  'issuePaper',
  'signPaper',
  'checkPaper',
  'sealPaper',
  'servePaper',
];

interface Reader {
  readonly opened: CaseFolder<Consequence>;
  readonly organisation: OrganisationSnapshot;
  readonly asking: Asking;
}

const filesOf = (
  files: readonly ConsequenceFile[],
  items: ReadonlyMap<string, unknown>,
): ConsequenceFileView[] =>
  files.map(({ id, name, mediaType, size }) => ({
    id,
    name: fieldIn(items, name, 'name'),
    mediaType,
    size,
  }));

const noteOf = (note: Note, { opened, organisation }: Reader): ConsequenceNoteView => ({
  at: note.at,
  by: organisation.userName(note.userId),
  on: note.on,
  words: fieldIn(opened.items, note.words),
  files: filesOf(note.attachments, opened.items),
});

function papersOf(
  { opened, organisation, asking }: Reader,
  ofOffice: boolean,
): ConsequencePaperView[] {
  const { state, items } = opened;
  return state.papers
    .filter(({ stage }) => stage !== 'void' && (ofOffice || stage === 'served'))
    .map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      stage: paper.stage,
      issuer: namedIn(organisation)(paper.issuer),
      draftedBy: organisation.userName(paper.draftedBy.slice('staff:'.length)),
      number: paper.number,
      sealedAt: paper.sealedAt,
      rendered: paper.rendered,
      servedAt: paper.servedAt,
      internal: false,
      words: fieldIn(items, paper.text),
      steps: onPapers.filter((type) => isOpenTo(type, state, asking, paper.id)),
    }));
}

const termsOf = (terms: Terms | null, items: ReadonlyMap<string, unknown>) =>
  terms === null
    ? null
    : {
        heldOn: terms.kind === 'interview' ? terms.heldOn : null,
        place: terms.kind === 'interview' ? fieldIn(items, terms.place) : null,
        from: terms.kind === 'listing' ? terms.from : null,
        to: terms.kind === 'listing' ? terms.to : null,
        correctBy: 'correctBy' in terms ? terms.correctBy : null,
      };

/** Petitions that it rests on, as far as the reader sees them. */
const linkedOf = async (tx: Tx, ids: readonly string[]) =>
  [...(await visibleNumbers(tx, ids))].map(([id, number]) => ({ id, number }));

/**
 * A consequence as a reader sees it: the office with its drafts, the unit what reached it.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export function openConsequence(
  deps: ConsequencesDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<ConsequenceView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openCaseFolder(tx, deps, actor, consequenceReading, id);
    if (opened === null) return null;
    const { state, items, folder } = opened;
    const { petition, words } = folder;
    const organisation = await deps.organisation(tx);
    const calendar = deps.calendar(state.calendarVersion);
    const asking: Asking = {
      actor,
      now,
      calendar,
      units: organisation,
      petition: { accusation: isAccusation(petition), readers: petition.readers },
    };
    const ofOffice = isOfOffice(actor, state);
    const reader: Reader = { opened, organisation, asking };
    const papers = papersOf(reader, ofOffice);
    const steps = consequenceSteps.filter(
      (type) => !isPaperStep(type) && isOpenTo(type, state, asking),
    );
    const pending = currentPaper(state) !== undefined;
    const first =
      steps.find((type) => type === 'lift') ??
      steps.find((type) => type !== 'drop' && !(pending && type === 'draftDecision'));
    const { title = '' } = words.open<{ readonly title?: string }>(petition.content) ?? {};
    const { heard, done, dropped } = state;
    return {
      ...lineOf(state, { number: petition.number, title }, fieldIn(items, state.post), {
        organisation,
        calendar,
        now,
      }),
      version: state.version,
      office: namedIn(organisation)(state.office),
      basis: basisOf[state.kind],
      reason: fieldIn(items, state.reason),
      proposedBy: organisation.userName(state.proposedBy),
      petitions: await linkedOf(tx, state.petitions),
      letters: state.letters,
      item: state.item,
      heard:
        heard === null
          ? null
          : {
              at: heard.at,
              how: heard.how,
              words: fieldIn(items, heard.words),
              files: filesOf(heard.attachments, items),
            },
      terms: ofOffice || state.inForceOn !== null ? termsOf(state.terms, items) : null,
      inForceOn: state.inForceOn,
      corrections: state.corrections.map((note) => noteOf(note, reader)),
      sentBack: state.sentBack.map((note) => noteOf(note, reader)),
      done: done === null ? null : noteOf(done, reader),
      dropped: dropped === null ? null : noteOf(dropped, reader),
      papers,
      next:
        forward.find((step) => papers.some((paper) => paper.steps.includes(step))) ?? first ?? null,
      steps,
    };
  });
}

/** What a paper says, sealed or as it would be; the look is recorded (L-4). */
export const openConsequencePaper = (
  deps: ConsequencesDeps,
  actor: StaffActor,
  id: string,
  paperId: string,
) => openCasePaper(deps, actor, consequenceReading, id, paperId);

/** A file that came with a statement or a correction; null when there is none for this reader. */
export function openConsequenceFile(
  deps: ConsequencesDeps,
  actor: StaffActor,
  id: string,
  fileId: string,
): Promise<{
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
} | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openCaseFolder(tx, deps, actor, consequenceReading, id);
    if (opened === null) return null;
    const { heard, corrections } = opened.state;
    const file = [
      ...(heard?.attachments ?? []),
      ...corrections.flatMap((note) => note.attachments),
    ].find((each) => each.id === fileId);
    if (file === undefined) return null;
    return {
      name: fieldIn(opened.items, file.name, 'name'),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.key, file.address),
    };
  });
}
