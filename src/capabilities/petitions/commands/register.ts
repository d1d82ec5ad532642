import { DatabaseError } from 'pg';
import { actorId, type Actor } from '../../../kernel/actor.ts';
import { localDate, localDateOf, startOfDay, yearOf } from '../../../kernel/local-date.ts';
import { formatPetitionNumber } from '../../../kernel/petition-number.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import { CommandRefused, scopeOf, withClock, type Tx } from '../../../platform/database/index.ts';
import { findCommand, loadEvents } from '../../../platform/record/index.ts';
import {
  blindIndex,
  type BlindIndex,
  bodyHashOf,
  deriveId,
  insertBlindIndexes,
  insertCase,
  lookupCode,
  newId,
  Sealer,
} from '../../../platform/vault/index.ts';
import type { RegistrationInput } from '../contract.ts';
import { decide } from '../decide/index.ts';
import type { Registration } from '../events.ts';
import {
  checkRegistration,
  type CheckedRegistration,
  type IntakeWarning,
} from '../intake-check.ts';
import { indexedValuesOfPerson } from '../indexed-values.ts';
import { maskName } from '../masking.ts';
import { addWords, insertNumber } from '../store.ts';
import { accusationReaders, officeNotAccused } from './accusation-readers.ts';
import { commitEvents } from './commit.ts';
import type { OrganisationSnapshot, PetitionDeps } from './deps.ts';
import { contactIds } from './notices.ts';
import { nextNumber } from './numbers.ts';
import { attachUploads, dropStaged, type StagedFile } from './uploads.ts';

export interface Registered {
  readonly id: string;
  readonly number: string;
  readonly lookupCode: string;
  /** Its demands, in the order in which they were given: an opinion answers each by its id. */
  readonly demandIds: readonly string[];
  readonly warnings: readonly IntakeWarning[];
}

export interface RegisterOptions {
  /** The member of staff who registers; null when a petitioner submits. */
  readonly actor: Actor | null;
  /** Chosen by the sender once per form: sent twice, it makes one petition. */
  readonly commandKey: string;
  /** Who staged the uploads: a session or a draft. */
  readonly uploadOwner: string;
  /** Set by imports: when the petition really came in, epoch ms. */
  readonly at?: number;
  /** The petition of which this is a part, and whether demands keep their ids. */
  readonly splitFrom?: string;
}

/**
 * Registers a petition: one transaction makes record, number, clocks, lists and message (P-1, P-2).
 * @returns number and look-up code; the same ones when the same key comes again
 * Refusals: those of `checkRegistration`, `idempotency-key-reused`, `not-permitted`, uploads.
 */
export async function registerPetition(
  deps: PetitionDeps,
  input: RegistrationInput,
  options: RegisterOptions,
): Promise<Result<Registered, Refusal>> {
  if (options.actor?.kind === 'staff') {
    const granted = isGranted(options.actor.roles, 'petition.register', new Set(['unit']));
    if (!granted) return refuse('not-permitted', { verb: 'petition.register' });
  }
  const sender = options.actor === null ? 'public' : actorId(options.actor);
  const streamId = deriveId(deps.keys, sender, 'register', options.commandKey);
  const actor: Actor = options.actor ?? { kind: 'petitioner', petitionId: streamId };
  const bodyHash = bodyHashOf(deps.keys, input);
  try {
    return await deps.db.withActor(scopeOf(actor, [streamId]), 'write', (tx) =>
      withClock(deps, () => write(tx, deps, { input, options, streamId, actor, bodyHash })),
    );
  } catch (error) {
    // The same form was sent before: its files have found their petition and wait no longer.
    if (error instanceof CommandRefused) {
      return (await answerAgain(deps, actor, streamId, bodyHash)) ?? error.refused;
    }
    // The stream exists already: the same form was sent before, or at this very moment.
    if (error instanceof DatabaseError && error.code === '23505') {
      return (
        (await answerAgain(deps, actor, streamId, bodyHash)) ?? refuse('idempotency-key-reused')
      );
    }
    throw error;
  }
}

interface Writing {
  readonly input: RegistrationInput;
  readonly options: RegisterOptions;
  readonly streamId: string;
  readonly actor: Actor;
  readonly bodyHash: Buffer;
}

async function write(
  tx: Tx,
  deps: PetitionDeps,
  writing: Writing,
): Promise<Result<Registered, Refusal>> {
  const { options, streamId, actor, bodyHash } = writing;
  const organisation = await deps.organisation(tx);
  const now = options.at ?? tx.openedAt.getTime();
  const checked = checkRegistration(writing.input, {
    now,
    knowsRegion: (code) => organisation.knowsRegion(code),
    knowsCategory: (category) => organisation.knowsCategory(category),
  });
  if (!checked.ok) return checked;
  const { input } = checked.value;
  const place = awayFromAccused(placeOf(input, actor, organisation), input, organisation);
  if (place === null) return refuse('region-unknown', { code: input.regionCode }, 'regionCode');

  const caseKey = deps.vault.newCaseKey();
  const sealer = new Sealer({ vault: deps.vault, key: caseKey.key, streamId, nextId: newId });
  const staged = await attachUploads(tx, deps, {
    streamId,
    caseKey: caseKey.key,
    sealer,
    uploads: input.uploads,
    owner: options.uploadOwner,
  });
  if (!staged.ok) throw new CommandRefused(staged);
  const number = formatPetitionNumber(yearOf(localDateOf(now)), await nextNumber(tx, deps.db));
  const registration = sealRegistration(checked.value, {
    number,
    place,
    organisation,
    sealer,
    now,
    staged: staged.value,
    splitFrom: options.splitFrom ?? null,
  });
  const decision = decide(
    null,
    { type: 'register', registration },
    {
      actor,
      now,
      calendar: deps.calendar(),
      units: organisation,
      holdsPost: organisation.holdsPost,
      profiles: organisation.profiles,
    },
  );
  if (!decision.ok) throw new CommandRefused(decision);
  const rows = sealer.rows;
  await insertCase(tx, streamId, caseKey.wrapped, caseKey.keyVersion, rows);
  await insertNumber(tx, number, streamId);
  // L-5: an accusation can be found neither by a word nor by a person.
  if (registration.purpose !== 'accusation') {
    await insertBlindIndexes(tx, streamId, indexesOf(deps, input));
    await addWords(tx, streamId, deps.words.wordsOf(wordsOf(input)));
  }
  await commitEvents(tx, deps, {
    streamId,
    head: null,
    before: null,
    events: decision.value,
    actor,
    commandId: streamId,
    bodyHash,
    at: now,
  });
  await dropStaged(tx, input.uploads);
  const code = lookupCode(deps.keys, streamId, 1);
  return ok({
    id: streamId,
    number,
    lookupCode: code,
    demandIds: registration.demands.map((demand) => demand.id),
    warnings: checked.value.warnings,
  });
}

/** Which office answers for it, and who has it first. */
function placeOf(
  input: RegistrationInput,
  actor: Actor,
  organisation: OrganisationSnapshot,
): { readonly office: string; readonly holder: string } | null {
  if (actor.kind !== 'staff') {
    const office = organisation.petitionOfficeOf(input.regionCode);
    return office === undefined ? null : { office, holder: office };
  }
  const unit = organisation.find(actor.unitId);
  if (unit?.kind === 'petition-office') return { office: unit.id, holder: unit.id };
  const office = unit && organisation.petitionOfficeOf(unit.regionCode);
  return office === undefined ? null : { office, holder: actor.unitId };
}

/** P-6: an accused office does not hold the accusation against it. */
function awayFromAccused(
  place: ReturnType<typeof placeOf>,
  input: RegistrationInput,
  organisation: OrganisationSnapshot,
): ReturnType<typeof placeOf> {
  if (place === null || input.purpose !== 'accusation') return place;
  const office = officeNotAccused(organisation, input.accusedUnits, place.office);
  return { office, holder: place.holder === place.office ? office : place.holder };
}

interface Sealing {
  readonly number: string;
  readonly place: { readonly office: string; readonly holder: string };
  readonly organisation: OrganisationSnapshot;
  readonly sealer: Sealer;
  readonly now: number;
  readonly staged: readonly StagedFile[];
  readonly splitFrom: string | null;
}

/** What the record keeps of a registration; everything that people wrote goes to the sealer. */
export function sealRegistration({ input }: CheckedRegistration, sealing: Sealing): Registration {
  const { sealer, place, now } = sealing;
  const accusation = input.purpose === 'accusation';
  const first = input.people[0];
  const content = sealer.item(
    {
      title: input.title,
      text: input.text,
      place: input.place,
      householdRegion: input.householdRegion,
      letterDate: input.letterDate,
      postmark: input.postmark,
      earlierSteps: input.earlierSteps,
      policyNamed: input.policyNamed,
      accusedPersons: input.accusedPersons,
      secrecy: input.secrecy,
    },
    'content',
  );
  const petitioner = input.anonymous ? '' : maskName(first?.organisation ?? first?.name ?? '');
  sealer.item({ title: input.title, petitioner }, 'summary');
  const mobile = input.people.find((person) => person.mobile)?.mobile;
  const email = input.people.find((person) => person.email)?.email;
  if (mobile !== undefined) sealer.item(mobile, contactIds.sms);
  if (email !== undefined) sealer.item(email, contactIds.email);
  const receivedAt =
    input.receivedOn === undefined
      ? now
      : Math.min(startOfDay(localDate(input.receivedOn)).getTime(), now);
  return {
    number: sealing.number,
    channel: input.channel,
    office: place.office,
    holder: place.holder,
    registeredBy: place.holder,
    receivedAt,
    purpose: input.purpose,
    category: input.category,
    urgency: input.urgency,
    regionCode: input.regionCode,
    content,
    demands: input.demands.map((demand) => {
      const id = newId();
      return { id, text: sealer.text(demand, {}, id) };
    }),
    people: input.people.map((person) => ({
      id: newId(),
      role: person.role,
      sealed: sealer.item(person),
    })),
    personCount: Math.max(input.personCount ?? 0, input.people.length, 1),
    anonymous: input.anonymous,
    electronicService: input.electronicService,
    attachments: sealing.staged.map((file) => file.attachment),
    numbersElsewhere: input.numbersElsewhere,
    named: accusation ? accusationReaders(sealing.organisation, input.accusedUnits, place) : [],
    accusedUnits: input.accusedUnits,
    splitFrom: sealing.splitFrom,
  };
}

/** Everything in which a word may be looked for. */
export const wordsOf = (input: RegistrationInput): string =>
  [input.title, input.text, ...input.demands, input.place ?? ''].join('\n');

/** By what its people are looked up exactly. */
export const indexesOf = (deps: PetitionDeps, input: RegistrationInput): BlindIndex[] =>
  input.people
    .flatMap(indexedValuesOfPerson)
    .map(({ kind, value }) => blindIndex(deps.keys, kind, value));

/**
 * The answer to a form that was sent twice: computed again, not stored.
 * @returns null when the form was never taken
 */
async function answerAgain(
  deps: PetitionDeps,
  actor: Actor,
  streamId: string,
  bodyHash: Buffer,
): Promise<Result<Registered, Refusal> | null> {
  return deps.db.withActor(scopeOf(actor, [streamId]), 'write', async (tx) => {
    const command = await findCommand(tx, streamId, streamId);
    if (command === null) return null;
    if (!command.bodyHash.equals(bodyHash)) return refuse('idempotency-key-reused');
    const [first] = await loadEvents(tx, streamId);
    const said = first?.data as Pick<Registration, 'number' | 'demands'> | undefined;
    const demandIds = (said?.demands ?? []).map((demand) => demand.id);
    const code = lookupCode(deps.keys, streamId, 1);
    const number = said?.number ?? '';
    return ok({ id: streamId, number, lookupCode: code, demandIds, warnings: [] });
  });
}
