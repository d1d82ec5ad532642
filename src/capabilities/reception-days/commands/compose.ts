import type { SealedText } from '../../../kernel/sealed.ts';
import { actorId } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused } from '../../../platform/database/index.ts';
import { attachUploads, dropStaged, keepFiles } from '../../petitions/index.ts';
import type { DayCommand } from '../command.ts';
import type { DayInput, DayInputType } from '../contract.ts';
import { countOpenTickets } from '../day-tickets-store.ts';
import { findHall } from '../hall/store.ts';
import { limits } from '../limits.ts';
import type { ProofFile } from '../reception-day.ts';
import { holdDay } from '../store.ts';
import type { Sitting } from '../tickets/terms.ts';
import type { Composing } from './composing.ts';
import { checkPetition } from './petition-check.ts';
import { clean, planOf } from './plan-input.ts';
import { sealMinutes } from './seal-minutes.ts';

type Compose<T extends DayInputType> = (
  from: Composing,
  input: DayInput<T>,
) => Promise<DayCommand> | DayCommand;

const sealedWords = (
  { sealer }: Composing,
  text: string,
  field: string,
  limit: number = limits.text,
): SealedText => sealer.text(clean(text, field, limit));

const visitorOf = (
  { sealer }: Composing,
  input: { readonly name: string; readonly telephone: string; readonly topic: string },
) =>
  sealer.item({
    name: clean(input.name, 'name', limits.name),
    telephone: clean(input.telephone, 'telephone', limits.post),
    topic: clean(input.topic, 'topic', limits.reason),
  });

/** The picture of a notice, under the day's own key. */
async function attachProof(from: Composing, upload: string | null): Promise<ProofFile | null> {
  if (upload === null) return null;
  const { tx, deps, day, key, sealer } = from;
  const attached = await attachUploads(tx, deps, {
    streamId: day.id,
    caseKey: key,
    sealer,
    uploads: [upload],
    owner: actorId(from.actor),
  });
  if (!attached.ok) throw new CommandRefused(attached);
  const [file] = attached.value;
  if (file === undefined) return null;
  const { purpose: _, ...proof } = file.attachment;
  await keepFiles(tx, day.id, [proof.address]);
  await dropStaged(tx, [upload]);
  return proof;
}

/** The day that takes over another's tickets: announced by the same unit, and not over. */
async function sittingOn({ tx, day }: Composing, dayId: string): Promise<Sitting> {
  const other = await holdDay(tx, dayId);
  const takesOver =
    other !== null &&
    other.id !== day.id &&
    other.unit === day.unit &&
    (other.state === 'noticed' || other.state === 'running');
  const hall = takesOver ? await findHall(tx, dayId) : null;
  if (hall === null) throw new CommandRefused(refuse('reception-carry-to', {}, 'carryTo'));
  return { dayId, on: hall.sitsOn };
}

/** What was typed becomes a command: words cleaned and sealed, codes checked, tickets counted. */
export const composers: { readonly [T in DayInputType]: Compose<T> } = {
  changeDay: async ({ tx, organisation }, { reason, ...input }) => ({
    type: 'changeDay',
    plan: await planOf(tx, organisation, input),
    reason: clean(reason, 'reason', limits.reason),
  }),
  publishNotice: () => ({ type: 'publishNotice' }),
  recordChannel: async (from, { channel, outlet, on, link, upload }) => ({
    type: 'recordChannel',
    id: from.madeId,
    channel,
    outlet: clean(outlet, 'outlet', limits.name),
    on: localDate(on),
    link,
    file: await attachProof(from, upload),
  }),
  bookSlot: (from, { slot, ...visitor }) => ({
    type: 'bookSlot',
    id: from.madeId,
    slot,
    visitor: visitorOf(from, visitor),
  }),
  cancelBooking: (_, { id }) => ({ type: 'cancelBooking', id }),
  inviteVisitor: async (from, { petitionId, ...visitor }) => ({
    type: 'inviteVisitor',
    id: from.madeId,
    visitor: visitorOf(from, visitor),
    petitionId: await checkPetition(from, petitionId),
  }),
  answerInvitation: (_, input) => ({ type: 'answerInvitation', ...input }),
  writePreparation: async (from, { petitionId, ...sheet }) => ({
    type: 'writePreparation',
    id: from.madeId,
    petitionId: await checkPetition(from, petitionId),
    sheet: from.sealer.item({
      background: clean(sheet.background, 'background', limits.text),
      demands: clean(sheet.demands, 'demands', limits.text),
      proposal: clean(sheet.proposal, 'proposal', limits.text),
      basis: clean(sheet.basis, 'basis', limits.text),
    }),
  }),
  draftMinutes: ({ sealer }, input) => ({
    type: 'draftMinutes',
    content: sealer.item({
      attending: clean(input.attending, 'attending', limits.reason),
      heard: clean(input.heard, 'heard', limits.text),
      decided: clean(input.decided, 'decided', limits.text),
    }),
  }),
  issueMinutes: sealMinutes,
  formTaskForce: async (from, input) => {
    const unknown = input.units.find((id) => from.organisation.find(id) === undefined);
    if (unknown !== undefined) throw new CommandRefused(refuse('unit-unknown', {}, 'units'));
    return {
      type: 'formTaskForce',
      id: from.madeId,
      leaderId: input.leaderId,
      petitionId: await checkPetition(from, input.petitionId),
      matter: sealedWords(from, input.matter, 'matter', limits.reason),
      units: [...new Set(input.units)],
      members: sealedWords(from, input.members, 'members', limits.reason),
    };
  },
  noteTaskForce: (from, { id, note }) => ({
    type: 'noteTaskForce',
    id,
    entryId: from.madeId,
    note: sealedWords(from, note, 'note'),
  }),
  closeTaskForce: (from, { id, outcome }) => ({
    type: 'closeTaskForce',
    id,
    outcome: sealedWords(from, outcome, 'outcome'),
  }),
  openDay: () => ({ type: 'openDay' }),
  closeDay: async ({ tx, day }) => ({
    type: 'closeDay',
    openTickets: await countOpenTickets(tx, day.id),
  }),
  cancelDay: async (from, { reason, carryTo }) => ({
    type: 'cancelDay',
    reason: clean(reason, 'reason', limits.reason),
    carryTo: carryTo === null ? null : await sittingOn(from, carryTo),
    openTickets: await countOpenTickets(from.tx, from.day.id),
  }),
};
