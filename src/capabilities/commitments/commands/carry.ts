import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, setStreams } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { openFolder, runSystemCommand, systemActor, type Folder } from '../../petitions/index.ts';
import { isOpen, lastReport, type Commitment } from '../commitment.ts';
import { limits } from '../limits.ts';
import { openRecord, openRecords } from '../queries/open.ts';
import { findOfPetition } from '../store.ts';
import { project, readersFactsOf } from './commit.ts';
import type { CommitmentDeps } from './deps.ts';
import { makeCommitment, type NewCommitment } from './make.ts';
import { stepCommitmentBySystem } from './run.ts';

const actor = systemActor('commitments');

const openPetition = (deps: CommitmentDeps, petitionId: string): Promise<Folder | null> =>
  deps.db.withActor(scopeOf(actor), 'read', (tx) => openFolder(tx, deps.vault, petitionId));

const readCommitments = (
  deps: CommitmentDeps,
  petitionId: string,
): Promise<readonly Commitment[]> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const ids = (await findOfPetition(tx, petitionId)).map(({ id }) => id);
    return (await openRecords(tx, deps, ids)).map(({ commitment }) => commitment);
  });

const cut = (text: string): string => [...text].slice(0, limits.text).join('');

/** What an opinion that has reached the petitioner grants: a promise for each demand (P-8, Reg. 32). */
function grantedBy({ petition, words }: Folder, paperId: string): readonly NewCommitment[] {
  const effect = petition.papers.find(({ id }) => id === paperId)?.effect;
  const answers = effect?.kind === 'opinion' ? effect.demands : [];
  return answers.flatMap(({ demandId, answer, execution }) => {
    const demand = petition.demands.find(({ id }) => id === demandId);
    if (execution === null || demand === undefined) return [];
    const asked = words.text(demand.text) ?? '';
    return [
      {
        source: { kind: 'opinion', id: `${paperId}/${demandId}` },
        petitionId: petition.id,
        promisedTo: 'petitioner',
        text: cut(`${asked}：${words.text(answer) ?? ''}`),
        responsible: { name: words.text(execution.responsible) ?? '' },
        unit: petition.holder,
        byUnit: petition.holder,
        dueDate: execution.dueDate,
      } as const,
    ];
  });
}

/** The opinion by which a petition is concluded, if any. */
const opinionOf = ({ petition: { conclusion } }: Folder): string | null =>
  conclusion?.form === 'opinion' ? (conclusion.paperId ?? null) : null;

async function promiseGranted(
  deps: CommitmentDeps,
  petitionId: string,
  at: number,
): Promise<Result<undefined, Refusal>> {
  const folder = await openPetition(deps, petitionId);
  const paperId = folder === null ? null : opinionOf(folder);
  if (folder === null || paperId === null) return ok(undefined);
  for (const granted of grantedBy(folder, paperId)) {
    const made = await makeCommitment(deps, granted, { actor, at });
    if (!made.ok) return made;
  }
  return ok(undefined);
}

/** In a new round a new opinion takes the place of the old one, and of what it promised. */
async function dropGranted(
  deps: CommitmentDeps,
  petitionId: string,
  event: RecordedEvent,
): Promise<Result<undefined, Refusal>> {
  const folder = await openPetition(deps, petitionId);
  const stands = folder === null ? null : opinionOf(folder);
  for (const commitment of await readCommitments(deps, petitionId)) {
    const { source, id } = commitment;
    const fallen = source.kind === 'opinion' && source.id.split('/')[0] !== stands;
    if (!fallen || !isOpen(commitment)) continue;
    const command = { type: 'withdrawCommitment', reason: null, cause: 'new-round' } as const;
    const commandId = deriveId(deps.keys, 'system:commitments', 'new-round', `${id}:${event.seq}`);
    const done = await stepCommitmentBySystem(deps, id, command, {
      actor,
      commandId,
      at: event.at,
    });
    if (!done.ok) return done;
  }
  return ok(undefined);
}

/** Who may read a petition reads its promises: rows follow when its readers change (L-5). */
async function followEvent(
  deps: CommitmentDeps,
  { streamId: petitionId }: RecordedEvent,
): Promise<Result<undefined, Refusal>> {
  const folder = await openPetition(deps, petitionId);
  if (folder === null) return ok(undefined);
  const commitments = await readCommitments(deps, petitionId);
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    for (const commitment of commitments) {
      await setStreams(tx, [commitment.id]);
      project(tx, deps, commitment, readersFactsOf(folder.petition));
    }
  });
  return ok(undefined);
}

/** Whoever has to keep a promise reads what it is about; of an accusation only the named do. */
async function admitKeeper(
  deps: CommitmentDeps,
  commitment: Commitment,
  { type, seq }: RecordedEvent,
): Promise<Result<undefined, Refusal>> {
  const { petitionId, unit } = commitment;
  if (petitionId === null) return ok(undefined);
  const folder = await openPetition(deps, petitionId);
  const { petition } = folder ?? {};
  if (petition === undefined || petition.purpose === 'accusation') return ok(undefined);
  if (petition.readers.includes(unit)) return ok(undefined);
  const place = type === 'CommitmentMade' ? commitment.id : `${commitment.id}:${seq}`;
  const commandId = deriveId(deps.keys, 'system:commitments', 'admit', place);
  const done = await runSystemCommand(
    deps,
    petitionId,
    { type: 'admitReader', unit },
    { actor, commandId },
  );
  return done.ok ? ok(undefined) : done;
}

/** P-8: what an opinion granted is carried out when the promise is kept, and not while it is denied. */
async function carryExecution(
  deps: CommitmentDeps,
  commitment: Commitment,
  event: RecordedEvent,
): Promise<Result<undefined, Refusal>> {
  const { petitionId, source, id } = commitment;
  const [, demandId] = source.id.split('/');
  if (source.kind !== 'opinion' || petitionId === null || demandId === undefined) {
    return ok(undefined);
  }
  const kept = event.type === 'CommitmentFulfilled';
  const command = kept
    ? ({
        type: 'completeExecution',
        demandId,
        commitmentId: id,
        doneAt: lastReport(commitment)?.at ?? event.at,
      } as const)
    : ({ type: 'reopenExecution', demandId, commitmentId: id } as const);
  const commandId = deriveId(deps.keys, 'system:commitments', 'execution', `${id}:${event.seq}`);
  const done = await runSystemCommand(deps, petitionId, command, {
    actor,
    commandId,
    at: event.at,
  });
  return done.ok ? ok(undefined) : done;
}

/** What promises answer to, of petitions and of themselves. */
export const carriedTypes = [
  'PetitionConcluded',
  'RoundOpened',
  'ReportReturned',
  'PetitionClassified',
  'HandlerNamed',
  'OfficialWithdrew',
  'CommitmentMade',
  'CommitmentFulfilled',
  'CommitmentSentBack',
  'CommitmentSucceeded',
] as const;

type Carried = (typeof carriedTypes)[number];

const ofCommitment = async (
  deps: CommitmentDeps,
  event: RecordedEvent,
  carry: (
    deps: CommitmentDeps,
    commitment: Commitment,
    event: RecordedEvent,
  ) => Promise<Result<undefined, Refusal>>,
): Promise<Result<undefined, Refusal>> => {
  const record = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    openRecord(tx, deps, event.streamId),
  );
  return record === null ? ok(undefined) : carry(deps, record.commitment, event);
};

const carriers: {
  readonly [T in Carried]: (
    deps: CommitmentDeps,
    event: RecordedEvent,
  ) => Promise<Result<undefined, Refusal>>;
} = {
  PetitionConcluded: (deps, { streamId, at }) => promiseGranted(deps, streamId, at),
  RoundOpened: (deps, event) => dropGranted(deps, event.streamId, event),
  ReportReturned: (deps, event) => dropGranted(deps, event.streamId, event),
  PetitionClassified: followEvent,
  HandlerNamed: followEvent,
  OfficialWithdrew: followEvent,
  CommitmentMade: (deps, event) => ofCommitment(deps, event, admitKeeper),
  CommitmentSucceeded: (deps, event) => ofCommitment(deps, event, admitKeeper),
  CommitmentFulfilled: (deps, event) => ofCommitment(deps, event, carryExecution),
  CommitmentSentBack: (deps, event) => ofCommitment(deps, event, carryExecution),
};

const isCarried = (type: string): type is Carried => type in carriers;

/**
 * Carries what happened to petitions into their promises and back, once however often it comes.
 * @param events oldest first; others are passed over
 * @returns the first refusal that is none of repetition
 */
export async function carryCommitments(
  deps: CommitmentDeps,
  events: readonly RecordedEvent[],
): Promise<Result<undefined, Refusal>> {
  for (const event of events) {
    if (!isCarried(event.type)) continue;
    const carried = await carriers[event.type](deps, event);
    if (!carried.ok) return carried;
  }
  return ok(undefined);
}

/**
 * The same for one petition and its promises, from their records as they stand: for programs that do
 * not wait for the feed.
 */
export async function carryPetition(
  deps: CommitmentDeps,
  petitionId: string,
): Promise<Result<undefined, Refusal>> {
  const eventsOf = (id: string): Promise<readonly RecordedEvent[]> =>
    deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
      await setStreams(tx, [id]);
      return loadEvents(tx, id);
    });
  const carried = await carryCommitments(deps, await eventsOf(petitionId));
  if (!carried.ok) return carried;
  for (const { id } of await readCommitments(deps, petitionId)) {
    const done = await carryCommitments(deps, await eventsOf(id));
    if (!done.ok) return done;
  }
  return ok(undefined);
}
