import type { StaffActor } from '../../../../kernel/actor.ts';
import { countClock } from '../../../../kernel/case-clocks.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { isAccusation, type OrganisationSnapshot } from '../../../petitions/index.ts';
import { fieldIn, openCaseFolder, type CaseFolder } from '../../case-folder.ts';
import { openCasePaper } from '../../case-paper.ts';
import { findLetterPaper, isSystemsDraft, type Ladder, type Letter } from '../case.ts';
import { answerClock } from '../clocks.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import { isOfOffice } from '../policy.ts';
import type { LettersView, LetterPaperView, LettersTimelineEntry, LetterView } from '../view.ts';
import { allowancesOf, nextStep, stepsOn, type Asking } from './allowances.ts';
import { lettersReading } from './kind.ts';
import { dueOf, lineOf, namedIn, seenLetters } from './lines.ts';

interface Reader {
  readonly opened: CaseFolder<Ladder>;
  readonly organisation: OrganisationSnapshot;
  readonly asking: Asking;
  readonly ofOffice: boolean;
}

const personIn = (organisation: OrganisationSnapshot, actor: string): string =>
  actor.startsWith('staff:') ? organisation.userName(actor.slice('staff:'.length)) : '';

function paperOf(letter: Letter, { opened, organisation, asking }: Reader): LetterPaperView {
  const { state, items } = opened;
  const paper = findLetterPaper(state, letter.paperId);
  if (paper === undefined) throw new Error(`letter without paper ${letter.paperId}`);
  return {
    id: paper.id,
    kind: paper.kind,
    stage: paper.stage,
    issuer: namedIn(organisation)(paper.issuer),
    draftedBy: personIn(organisation, paper.draftedBy),
    bySystem: isSystemsDraft(paper),
    number: paper.number,
    sealedAt: paper.sealedAt,
    rendered: paper.rendered,
    servedAt: paper.servedAt,
    internal: false,
    words: fieldIn(items, paper.text),
    steps: stepsOn(paper, state, asking),
  };
}

function letterOf(letter: Letter, reader: Reader): LetterView {
  const { opened, organisation, asking, ofOffice } = reader;
  const { state, items } = opened;
  const named = namedIn(organisation);
  const rung = state.steps[letter.step];
  const clock = answerClock(state, letter.paperId);
  const counted = clock === undefined ? null : countClock(clock, asking.calendar);
  return {
    step: letter.step,
    name: rung?.name ?? '',
    kind: rung?.kind ?? 'reminder',
    state: letter.state,
    cause: letter.cause,
    addressee: named(letter.addressee),
    copies: letter.copies.map(named),
    reason: ofOffice && letter.reason !== null ? fieldIn(items, letter.reason) : null,
    servedOn: letter.servedOn,
    due: clock === undefined ? null : dueOf(clock, asking.calendar, asking.now),
    inTime:
      letter.answers.length === 0 || counted?.stoppedAt == null
        ? null
        : counted.stoppedAt < counted.dueAt,
    answers: letter.answers.map((answer) => ({
      at: answer.at,
      by: personIn(organisation, answer.actor),
      unit: named(answer.unit),
      receivedOn: answer.receivedOn,
      words: fieldIn(items, answer.words),
      files: answer.attachments.map(({ id, name, mediaType, size }) => ({
        id,
        name: fieldIn(items, name, 'name'),
        mediaType,
        size,
      })),
      judged:
        answer.judged === null
          ? null
          : {
              at: answer.judged.at,
              by: organisation.userName(answer.judged.userId),
              accepted: answer.judged.accepted,
              words: fieldIn(items, answer.judged.words),
            },
    })),
    paper: paperOf(letter, reader),
  };
}

/** What reached the unit; drafts and what the office did with them are its own. */
const toldToAll = new Set([
  'LetterServed',
  'LetterLapsed',
  'LetterAnswered',
  'AnswerAccepted',
  'AnswerReturned',
  'LettersWithdrawn',
  'LettersSucceeded',
]);

const timelineOf = ({ opened, organisation, ofOffice }: Reader): LettersTimelineEntry[] =>
  opened.events
    .filter(({ type }) => ofOffice || toldToAll.has(type))
    .map(({ seq, at, type, actor, unitId }) => ({
      seq,
      at,
      type,
      actor: personIn(organisation, actor) || (actor.split(':')[0] ?? ''),
      unit: unitId === null ? '' : namedIn(organisation)(unitId).name,
    }));

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
}

/**
 * A ladder as a reader sees it: the office with its drafts, a unit what reached it.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export function openLetters(
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<LettersView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openCaseFolder(tx, deps, actor, lettersReading, id);
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
    const reader: Reader = { opened, organisation, asking, ofOffice };
    const letters = seenLetters(state, ofOffice).map((letter) => letterOf(letter, reader));
    const allowances = allowancesOf(state, asking);
    const draft = state.clocks.findLast(
      ({ period, stoppedAt }) => period === 'letter-draft' && stoppedAt === null,
    );
    const { title = '' } = words.open<Content>(petition.content) ?? {};
    const matter = { number: petition.number, title };
    return {
      ...lineOf(state, matter, { ofOffice, organisation, calendar, now }),
      version: state.version,
      office: namedIn(organisation)(state.office),
      item: state.item,
      steps: state.steps,
      letters,
      withdrawal: state.withdrawal === null ? null : fieldIn(items, state.withdrawal),
      draftDue: ofOffice && draft !== undefined ? dueOf(draft, calendar, now) : null,
      next: nextStep(
        state,
        allowances,
        letters.flatMap(({ paper }) => paper.steps),
      ),
      allowances,
      timeline: timelineOf(reader),
    };
  });
}

/** What a letter says, sealed or as it would be; the look is recorded (L-4). */
export const openLetterPaper = (
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  paperId: string,
) => openCasePaper(deps, actor, lettersReading, id, paperId);

/** A file that came with an answer, on its way to a reader; null when there is none for them. */
export function openLetterFile(
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  fileId: string,
): Promise<{
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
} | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openCaseFolder(tx, deps, actor, lettersReading, id);
    const file = opened?.state.letters
      .flatMap(({ answers }) => answers)
      .flatMap(({ attachments }) => attachments)
      .find((each) => each.id === fileId);
    if (opened === null || file === undefined) return null;
    return {
      name: fieldIn(opened.items, file.name, 'name'),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.key, file.address),
    };
  });
}
