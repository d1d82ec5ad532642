import { localDateOf } from '../../../kernel/local-date.ts';
import type { OrganisationSnapshot } from '../../petitions/index.ts';
import { standingOf } from '../clocks.ts';
import type { CommitmentLine, OwnCommitment, PublicCommitment } from '../view.ts';
import { lastReport } from '../commitment.ts';
import type { RecordedCommitmentEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import type { OpenedCommitment } from './open.ts';

type Names = Pick<OrganisationSnapshot, 'find'>;

/**
 * One line of a list.
 * @param number of its petition; null where it hangs on none
 * @param now epoch ms
 */
export function lineOf(
  { commitment, text }: OpenedCommitment,
  number: string | null,
  names: Names,
  now: number,
): CommitmentLine {
  const { id, status, promisedTo, source, petitionId, dueDate, madeAt } = commitment;
  const name = (unit: string) => ({ id: unit, name: names.find(unit)?.name ?? unit });
  return {
    id,
    status,
    promisedTo,
    source: source.kind,
    published: commitment.publicText !== null,
    text: text(commitment.text),
    petition: petitionId === null || number === null ? null : { id: petitionId, number },
    unit: name(commitment.unit),
    byUnit: name(commitment.byUnit),
    responsible: text(commitment.responsible.name),
    madeAt,
    dueDate,
    ...standingOf(commitment, now),
    sentBack: commitment.sentBack.length,
  };
}

/** A promise for the petitioner to whom it was made. */
export function ownOf(
  { commitment, text, nameOf }: OpenedCommitment,
  names: Names,
  now: number,
): OwnCommitment {
  const { id, status, source, dueDate, fulfilled, withdrawn } = commitment;
  const { overdue, late } = standingOf(commitment, now);
  const report = status === 'open' ? null : lastReport(commitment);
  return {
    id,
    status,
    text: text(commitment.text),
    source: source.kind,
    unit: names.find(commitment.unit)?.name ?? '',
    responsible: text(commitment.responsible.name),
    dueDate,
    overdue,
    late,
    formerDates: commitment.formerDates.map(({ reason, ...former }) => ({
      ...former,
      reason: text(reason),
    })),
    report:
      report === null
        ? null
        : {
            doneOn: report.doneOn,
            evidence: text(report.evidence),
            files: report.files.map((file) => ({ id: file.id, name: nameOf(file.name) })),
          },
    fulfilled: fulfilled === null ? null : { ...fulfilled, words: text(fulfilled.words) },
    withdrawnReason: withdrawn === null ? null : text(withdrawn.reason),
    mayConfirm: isThinkable('confirmFulfilled', status),
    mayDeny: isThinkable('denyFulfilled', status) && fulfilled?.judge !== 'petitioner',
  };
}

/** A day promised, in what made or moved it. */
const dayPromised = (event: RecordedCommitmentEvent): string | null => {
  if (event.type === 'CommitmentMade') return event.data.dueDate;
  return event.type === 'CommitmentDateChanged' ? event.data.to : null;
};

/** A promise for everybody: its public words, its unit, its dates; no person, no petition. */
export function publicOf(
  { commitment, text, events }: OpenedCommitment,
  names: Names,
  now: number,
): PublicCommitment {
  const { id, status, dueDate, madeAt, fulfilled, formerDates } = commitment;
  const { overdue, late } = standingOf(commitment, now);
  return {
    id,
    text: text(commitment.publicText),
    unit: names.find(commitment.unit)?.name ?? '',
    status,
    madeOn: localDateOf(madeAt),
    dueDate,
    overdue,
    late,
    formerDates: formerDates.map((former) => former.dueDate),
    fulfilledOn: fulfilled === null ? null : localDateOf(fulfilled.at),
    history: events.map((event) => ({
      on: localDateOf(event.at),
      deed: event.type,
      dueDate: dayPromised(event),
    })),
  };
}
