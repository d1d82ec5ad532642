import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { localDateOf, yearOf } from '../../../kernel/local-date.ts';
import { formatPetitionNumber } from '../../../kernel/petition-number.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import {
  bodyHashOf,
  type CaseKey,
  caseKeyOf,
  deriveId,
  insertCase,
  newId,
  openItems,
  Sealer,
} from '../../../platform/vault/index.ts';
import type { CommandInput } from '../contract.ts';
import { decide } from '../decide/index.ts';
import { refuseSameMatter } from '../decide/same-matter.ts';
import type { Registration } from '../events.ts';
import { may } from '../policy.ts';
import { isAccusation, isOpen, type AttachmentRef, type Petition } from '../petition.ts';
import { addWords, insertNumber } from '../store.ts';
import { accusationReaders } from './accusation-readers.ts';
import { commitEvents } from './commit.ts';
import { composers } from './compose.ts';
import type { PetitionDeps } from './deps.ts';
import { openForCommand, type CommandAnswer, type CommandOptions, type Locked } from './locked.ts';
import { indexPeople } from './look-up.ts';
import { contactIds } from './notices.ts';
import { nextNumber } from './numbers.ts';
import { decideAndCommit } from './run.ts';
import { checkWords } from '../intake-check.ts';
import { limits } from '../limits.ts';

/** A second command id for the other stream of a command that writes two. */
const otherId = (deps: PetitionDeps, commandId: string, about: string): string =>
  deriveId(deps.keys, 'system:joining', about, commandId);

/**
 * Merges a petition into an open one that is about the same matter (P-4). Two streams are written,
 * locked one by one in id order, in one transaction.
 * Refusals: those of `runCommand`, `merge-target-not-open` and `same-matter-…`, `merge-across-purpose`, `merge-self`.
 */
export function mergePetition(
  deps: PetitionDeps,
  petitionId: string,
  input: CommandInput<'merge'>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, ['merge', input]);
  return inTransaction(deps, options.actor, async (tx) => {
    if (input.into === petitionId) return refuse('merge-self', {}, 'into');
    const targetOptions: CommandOptions = {
      actor: options.actor,
      commandId: otherId(deps, options.commandId, `absorb:${petitionId}`),
      ...(options.at === undefined ? {} : { at: options.at }),
    };
    const [lowId, highId] = [petitionId, input.into].toSorted();
    const optionsOf = (id: string) => (id === petitionId ? options : targetOptions);
    const low = await openForCommand(tx, deps, lowId ?? '', optionsOf(lowId ?? ''), bodyHash);
    const high = await openForCommand(tx, deps, highId ?? '', optionsOf(highId ?? ''), bodyHash);
    const [source, target] = lowId === petitionId ? [low, high] : [high, low];
    if ('done' in source) return ok(source.done);
    if ('done' in target) throw new CommandRefused(refuse('idempotency-key-reused'));
    if (!may(options.actor, 'merge', source.petition)) {
      return refuse('not-permitted', { verb: 'merge' });
    }
    if (!isOpen(target.petition)) {
      const { now } = target;
      return refuseSameMatter(target.petition, { now, calendar: deps.calendar() });
    }
    if (isAccusation(target.petition)) return refuse('merge-across-purpose', {}, 'into');

    await setStream(tx, input.into);
    await decideAndCommit(
      tx,
      deps,
      target,
      { type: 'absorb', petition: petitionId },
      null,
      targetOptions,
      bodyHash,
    );
    await setStream(tx, petitionId);
    const key = await caseKeyOf(tx, deps, petitionId);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: petitionId, nextId: newId });
    const command = composers.merge(input, {
      petition: source.petition,
      sealer,
      organisation: source.organisation,
      actorUserId: null,
      actorUnitId: null,
      nextId: newId,
      attachments: [],
      beside: {
        number: target.petition.number,
        handler: source.organisation.find(target.petition.holder)?.name ?? '',
      },
    });
    return decideAndCommit(tx, deps, source, command, sealer, options, bodyHash);
  });
}

type Part = CommandInput<'split'>['parts'][number];

/** What the notice of a split says of a part. */
interface PartTold {
  readonly number: string;
  readonly title: string;
  readonly accusation: boolean;
}

interface Splitting {
  readonly opened: Locked;
  readonly key: CaseKey;
  readonly items: ReadonlyMap<string, unknown>;
  readonly options: CommandOptions;
  readonly bodyHash: Buffer;
}

/**
 * Divides a petition of several matters or purposes; every part is a petition of its own with the
 * same people, its demands and the attachments assigned to it one by one (P-4).
 * Refusals: those of `runCommand`, `split-parts`.
 */
export function splitPetition(
  deps: PetitionDeps,
  petitionId: string,
  input: CommandInput<'split'>,
  options: CommandOptions,
): Promise<Result<CommandAnswer & { readonly parts: readonly string[] }, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, ['split', input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const ids = input.parts.map((_, index) =>
      deriveId(deps.keys, 'system:joining', `part:${petitionId}:${index}`, options.commandId),
    );
    const opened = await openForCommand(tx, deps, petitionId, options, bodyHash);
    if ('done' in opened) return ok({ version: opened.done.version, parts: ids });
    const { petition } = opened;
    if (!may(options.actor, 'split', petition)) return refuse('not-permitted', { verb: 'split' });
    if (!attachmentsAssigned(petition, input.parts)) return refuse('split-parts', {}, 'parts');
    const key = await caseKeyOf(tx, deps, petitionId);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: petitionId, nextId: newId });
    const explanation = checkWords(input.explanation, 'explanation', limits.explanation);
    if (!explanation.ok) throw new CommandRefused(explanation);
    const items = await openItems(tx, deps, petitionId, key);
    const year = yearOf(localDateOf(opened.now));
    const added = newDemandsOf(input.parts);
    const told: PartTold[] = [];
    for (const { title, purpose } of input.parts) {
      const number = formatPetitionNumber(year, await nextNumber(tx, deps.db));
      // Who reads the old petition learns of an accusation among its parts that there is one.
      const accusation = purpose === 'accusation';
      told.push({ number, title: accusation ? '' : title, accusation });
    }
    const answer = await decideAndCommit(
      tx,
      deps,
      opened,
      {
        type: 'split',
        parts: input.parts.map((part, index) => ({
          id: ids[index] ?? '',
          demandIds: part.demandIds,
          addsDemand: added[index] !== null,
          purpose: part.purpose,
        })),
        named: accusationReaders(opened.organisation, petition.accusedUnits, petition),
        explanation: sealer.text(explanation.value, { parts: JSON.stringify(told) }),
        paperId: newId(),
      },
      sealer,
      options,
      bodyHash,
    );
    if (!answer.ok) return answer;
    const splitting = { opened, key, items, options, bodyHash };
    for (const [index, part] of input.parts.entries()) {
      await registerPart(tx, deps, splitting, part, {
        id: ids[index] ?? '',
        number: told[index]?.number ?? '',
        newDemand: added[index] ?? null,
      });
    }
    return ok({ version: answer.value.version, parts: ids });
  });
}

/** Demands that are written down at the split, one a part at most. */
const newDemandsOf = (parts: readonly Part[]): readonly (string | null)[] =>
  parts.map(({ newDemand = '' }, at) => {
    if (newDemand.trim() === '') return null;
    const words = checkWords(newDemand, `parts.${at}.newDemand`, limits.demand);
    if (!words.ok) throw new CommandRefused(words);
    return words.value;
  });

/** Every attachment goes to exactly one part: the appeal's handler must not see the accusation's. */
function attachmentsAssigned(petition: Petition, parts: readonly Part[]): boolean {
  const given = parts.flatMap((part) => part.attachmentIds);
  return (
    given.length === new Set(given).size &&
    petition.attachments.every((attachment) => given.includes(attachment.id)) &&
    given.every((id) => petition.attachments.some((attachment) => attachment.id === id))
  );
}

const textOf = (items: ReadonlyMap<string, unknown>, id: string): string =>
  (items.get(id) as { readonly text?: string } | undefined)?.text ?? '';

async function registerPart(
  tx: Tx,
  deps: PetitionDeps,
  splitting: Splitting,
  part: Part,
  {
    id: streamId,
    number,
    newDemand,
  }: { readonly id: string; readonly number: string; readonly newDemand: string | null },
): Promise<void> {
  const { opened, key, items, options } = splitting;
  const { petition, organisation, now } = opened;
  await setStream(tx, streamId);
  const caseKey = deps.vault.newCaseKey();
  const sealer = new Sealer({ vault: deps.vault, key: caseKey.key, streamId, nextId: newId });
  const demands = petition.demands.filter((demand) => part.demandIds.includes(demand.id));
  const demandTexts = [
    ...demands.map((demand) => textOf(items, demand.id)),
    ...(newDemand === null ? [] : [newDemand]),
  ];
  // The part's own text is its demands: the whole letter may tell of the other matter.
  const content = sealer.item({ title: part.title, text: demandTexts.join('\n') }, 'content');
  const summary = items.get('summary') as { readonly petitioner?: string } | undefined;
  sealer.item({ title: part.title, petitioner: summary?.petitioner ?? '' }, 'summary');
  for (const id of Object.values(contactIds)) {
    if (items.has(id)) sealer.item(items.get(id), id);
  }
  const attachments: AttachmentRef[] = [];
  for (const attachment of petition.attachments) {
    if (!part.attachmentIds.includes(attachment.id)) continue;
    const bytes = deps.files.get(petition.id, key, attachment.address);
    const stored = await deps.files.put(streamId, caseKey.key, bytes);
    if (!stored.ok) throw new CommandRefused(stored);
    attachments.push({
      ...attachment,
      id: newId(),
      address: stored.value.address,
      name: sealer.item(items.get(attachment.name.id)),
    });
  }
  const accusation = part.purpose === 'accusation';
  const registration: Registration = {
    number,
    channel: petition.channel,
    office: petition.office,
    holder: petition.holder,
    registeredBy: petition.holder,
    receivedAt: petition.receivedAt,
    purpose: part.purpose,
    category: petition.category,
    urgency: petition.urgency,
    regionCode: petition.regionCode,
    content,
    demands: demandTexts.map((text) => {
      const id = newId();
      return { id, text: sealer.text(text, {}, id) };
    }),
    people: petition.people.map((person) => ({
      id: newId(),
      role: person.role,
      sealed: sealer.item(items.get(person.sealed.id)),
    })),
    personCount: petition.personCount,
    anonymous: petition.anonymous,
    electronicService: petition.electronicService,
    attachments,
    numbersElsewhere: petition.numbersElsewhere,
    named: accusation ? accusationReaders(organisation, petition.accusedUnits, petition) : [],
    accusedUnits: accusation ? petition.accusedUnits : [],
    splitFrom: petition.id,
  };
  const decision = decide(
    null,
    { type: 'register', registration },
    {
      actor: options.actor,
      now,
      calendar: deps.calendar(),
      units: organisation,
      holdsPost: organisation.holdsPost,
      profiles: organisation.profiles,
    },
  );
  if (!decision.ok) throw new CommandRefused(decision);
  await insertCase(tx, streamId, caseKey.wrapped, caseKey.keyVersion, sealer.rows);
  await insertNumber(tx, registration.number, streamId);
  if (!accusation) {
    await addWords(tx, streamId, deps.words.wordsOf([part.title, ...demandTexts].join('\n')));
    const people = petition.people.map((person) => items.get(person.sealed.id));
    await indexPeople(tx, deps, streamId, people);
  }
  await commitEvents(tx, deps, {
    streamId,
    head: null,
    before: null,
    events: decision.value,
    actor: options.actor,
    commandId: streamId,
    bodyHash: splitting.bodyHash,
    at: now,
  });
}
