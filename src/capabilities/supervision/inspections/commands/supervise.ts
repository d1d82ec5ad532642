import { localDate, localDateOf } from '../../../../kernel/local-date.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { CommandRefused, setStream, setStreams } from '../../../../platform/database/index.ts';
import { bodyHashOf } from '../../../../platform/vault/index.ts';
import { openVisible } from '../../../petitions/index.ts';
import type { OwnComposing } from '../../commands/own-records.ts';
import { findingItemIdOf, orderItemIn } from '../../must-checks/commands/index.ts';
import type { InspectionCommandOf } from '../command.ts';
import type { InspectionStepInput } from '../contract.ts';
import { maySupervise, type Inspection } from '../inspection.ts';

/**
 * Opens a supervision item for a finding in the transaction that notes it on the finding: both or
 * neither. About the petition where unit and reader still have to do with it, else about the unit.
 */
export async function superviseFinding(
  { tx, deps, id, state, actor, now }: OwnComposing<Inspection>,
  input: InspectionStepInput<'superviseFinding'>,
): Promise<InspectionCommandOf<'superviseFinding'>> {
  const { findingId, words, dueDate } = input;
  const itemId = findingItemIdOf(deps, findingId);
  const command = { type: 'superviseFinding', findingId, itemId } as const;
  const finding = state?.findings.find((each) => each.id === findingId);
  // What the rules refuse opens nothing.
  if (state === null || finding === undefined || actor.kind !== 'staff') return command;
  if (!maySupervise(finding, localDateOf(now))) return command;
  const { kind: found, dueOn: correctBy, petitionId } = finding;
  const folder = petitionId === null ? null : await openVisible(tx, deps, actor, petitionId);
  const petition = folder?.petition ?? null;
  // L-5: what has become an accusation is named nowhere; of it nothing is supervised here.
  if (petition?.purpose === 'accusation') {
    throw new CommandRefused(refuse('supervision-accusation'));
  }
  const about = petition?.readers.includes(state.unit) === true ? petition : null;
  await setStreams(tx, [itemId, ...(about === null ? [] : [about.id])]);
  await orderItemIn(
    tx,
    deps,
    {
      on: { inspectionId: id, findingId, found, correctBy },
      unit: state.unit,
      office: state.office,
      words,
      dueDate: localDate(dueDate),
    },
    about,
    { actor, id: itemId, at: now },
    bodyHashOf(deps.keys, ['superviseFinding', input]),
  );
  await setStream(tx, id);
  return command;
}
