import type { StaffActor } from '../../../../kernel/actor.ts';
import { smallestAggregate } from '../../../../kernel/measures.ts';
import { scopeOf, type Tx } from '../../../../platform/database/index.ts';
import { visibleNumbers, type OrganisationSnapshot } from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import { unitNamed } from '../../queries/lines.ts';
import { isAssessmentVisible } from '../policy.ts';
import { findAssessment } from '../store.ts';
import type { AssessmentView, PetitionBand } from '../view.ts';
import { allowancesOf } from './allowances.ts';
import { lineOf } from './lines.ts';
import { openRecord, type OpenedAssessment } from './open.ts';

/** Under ten no number is told: with so few, one could be somebody. */
export const bandOf = (count: number): PetitionBand => {
  if (count === 0) return 'none';
  return count < smallestAggregate ? 'under-ten' : count;
};

const timelineOf = (
  { events }: OpenedAssessment,
  organisation: OrganisationSnapshot,
): AssessmentView['timeline'] =>
  events
    // Which petition it was is told by the list, to whoever may read it.
    .filter(({ type }) => type !== 'PetitionLinked' && type !== 'PetitionUnlinked')
    .map(({ seq, at, type, actor, unitId }) => ({
      seq,
      at,
      type,
      actor: actor.startsWith('staff:') ? organisation.userName(actor.slice(6)) : '',
      unit: unitId === null ? '' : unitNamed(organisation, unitId).name,
    }));

/** What an assessment says, without the petitions that name it. */
export type AssessmentWords = Omit<AssessmentView, 'petitionBand' | 'petitions' | 'allowances'>;

/**
 * An assessment in words, for its page and its paper.
 * @param now epoch ms
 */
export function wordsOf(
  opened: OpenedAssessment,
  organisation: OrganisationSnapshot,
  now: number,
): AssessmentWords {
  const { assessment, text } = opened;
  const named = (id: string) => unitNamed(organisation, id);
  const { reviewer, withdrawn } = assessment;
  return {
    ...lineOf(opened, organisation, now),
    version: assessment.version,
    content: text(assessment.content),
    office: named(assessment.office),
    reviewer:
      reviewer === null
        ? null
        : { name: organisation.userName(reviewer.userId), unit: named(reviewer.unit).name },
    checks: assessment.checklist.map((question) => {
      const check = assessment.checks.find(({ code }) => code === question.code);
      return {
        ...question,
        answer: check?.answer ?? null,
        words: check === undefined ? '' : text(check.words),
      };
    }),
    consultations: assessment.consultations.map(({ opinions, answer, ...held }) => ({
      ...held,
      opinions: text(opinions),
      answer: text(answer),
    })),
    measures: assessment.measures.map(({ words, unit }) => ({
      words: text(words),
      unit: named(unit).name,
    })),
    reviews: assessment.reviews.map(({ words, by, ...review }) => ({
      ...review,
      by: organisation.userName(by),
      words: text(words),
    })),
    conclusions: assessment.conclusions.map(({ words, by, ...conclusion }) => ({
      ...conclusion,
      by: organisation.userName(by),
      words: text(words),
    })),
    withdrawn: withdrawn === null ? null : { at: withdrawn.at, reason: text(withdrawn.reason) },
    timeline: timelineOf(opened, organisation),
  };
}

/** Passes the row and reads the assessment; null where there is none for this reader. */
export async function openFor(
  tx: Tx,
  deps: DisputeDeps,
  actor: StaffActor,
  id: string,
): Promise<OpenedAssessment | null> {
  if ((await findAssessment(tx, id)) === null) return null;
  const opened = await openRecord(tx, deps, id);
  return opened !== null && isAssessmentVisible(actor, opened.assessment) ? opened : null;
}

/**
 * One assessment as a reader may see it, with those of the petitions behind it that they may read.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export function openDecision(
  deps: DisputeDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<AssessmentView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openFor(tx, deps, actor, id);
    if (opened === null) return null;
    const { assessment } = opened;
    const organisation = await deps.organisation(tx);
    const numbers = await visibleNumbers(tx, assessment.petitions);
    return {
      ...wordsOf(opened, organisation, now),
      petitionBand: bandOf(assessment.petitions.length),
      petitions: assessment.petitions.flatMap((petitionId) => {
        const number = numbers.get(petitionId);
        return number === undefined ? [] : [{ id: petitionId, number }];
      }),
      allowances: allowancesOf(assessment, { actor, now, organisation }),
    };
  });
}
