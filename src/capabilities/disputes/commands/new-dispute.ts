import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { superiorsOf, type UnitFact } from '../../../kernel/units.ts';
import { CommandRefused } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { refuse } from '../../../kernel/refusals.ts';
import {
  beginOwnRecord,
  checkWords,
  type OrganisationSnapshot,
  type OwnRecordAnswer,
  type OwnRecordComposing,
} from '../../petitions/index.ts';
import { disputeLevels, type DisputeLevel, type LinePost } from '../case.ts';
import type { DisputeCommand } from '../command.ts';
import type { NewDisputeInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { disputeKind } from './kind.ts';
import type { DisputeDeps } from './deps.ts';
import type { Dispute } from '../case.ts';

const levelOf = (unit: UnitFact): DisputeLevel | undefined =>
  disputeLevels.find((level) => level === unit.level);

/**
 * Who looks after a dispute from a unit upwards: the unit itself, its township, and the petition
 * office of the county.
 */
export function lineOf(organisation: OrganisationSnapshot, unitId: string): readonly LinePost[] {
  const own = organisation.find(unitId);
  if (own === undefined) return [];
  const office = organisation.petitionOfficeOf(own.regionCode);
  const below: readonly DisputeLevel[] = ['village', 'township'];
  const near = [own, ...superiorsOf(organisation, unitId)].flatMap((unit): LinePost[] => {
    const level = levelOf(unit);
    const fits = unit.kind === 'village' || unit.kind === 'township';
    return fits && level !== undefined && below.includes(level) ? [{ level, unit: unit.id }] : [];
  });
  return [
    ...near.filter(({ level }, at) => near.findIndex((post) => post.level === level) === at),
    ...(office === undefined ? [] : [{ level: 'county', unit: office } as const]),
  ];
}

/** What is looked for by like words: the matter and its place, without the names of its parties. */
export const likeTextOf = (
  { about, place }: { readonly about: string; readonly place: string },
  names: readonly string[],
): string =>
  names
    .filter((name) => name !== '')
    .reduce((text, name) => text.replaceAll(name, '\n'), `${about}\n${place}`);

function compose(
  input: NewDisputeInput,
  { actor, organisation, sealer, words, optionalWords }: OwnRecordComposing<Dispute>,
): DisputeCommand {
  if (!organisation.knowsRegion(input.regionCode)) {
    throw new CommandRefused(refuse('region-unknown', { code: input.regionCode }, 'regionCode'));
  }
  const recordedBy = actor.kind === 'staff' ? actor.unitId : '';
  const parties = input.parties.map(({ name, contact = '' }, at) => {
    const checked = checkWords(name, `parties.${at}.name`, limits.name);
    if (!checked.ok) throw new CommandRefused(checked);
    return { name: checked.value, contact: contact.trim() };
  });
  return {
    type: 'recordDispute',
    kind: input.kind,
    regionCode: input.regionCode,
    place: words(input.place, 'place', limits.place),
    about: words(input.about, 'about', limits.about),
    tried: optionalWords(input.tried, 'tried', limits.explanation),
    parties: parties.length === 0 ? null : sealer.item({ text: JSON.stringify(parties) }),
    partyCount: parties.length,
    line: lineOf(organisation, recordedBy),
    recordedBy,
  };
}

/** The id of a dispute that somebody records: known before it is sent, so that it is made once. */
export const disputeIdOf = (
  deps: Pick<DisputeDeps, 'keys'>,
  actor: StaffActor,
  commandKey: string,
): string => deriveId(deps.keys, actorId(actor), 'dispute', commandKey);

/**
 * Records a dispute where it is (D-1), in the name of the recorder's unit, which handles it first.
 * @param options.commandKey chosen by the sender once per form: sent twice, it makes one dispute
 * @returns its id; refusals `not-permitted`, `region-unknown`, `dispute-kind-unknown`,
 * `dispute-elsewhere`, `dispute-no-line`, `explanation-required`, `idempotency-key-reused`
 */
export function recordDispute(
  deps: DisputeDeps,
  input: NewDisputeInput,
  options: {
    readonly actor: StaffActor;
    readonly commandKey: string;
    readonly at?: number | undefined;
  },
): Promise<Result<OwnRecordAnswer, Refusal>> {
  const { actor, commandKey, at } = options;
  const id = disputeIdOf(deps, actor, commandKey);
  const names = input.parties.map(({ name }) => name.trim());
  const kind = disputeKind(() => deps.words.wordsOf(likeTextOf(input, names)));
  return beginOwnRecord(
    deps,
    kind,
    id,
    { type: 'recordDispute', input, compose: (with_) => compose(input, with_) },
    { actor, commandId: id, ...(at === undefined ? {} : { at }) },
  );
}
