import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction } from '../../../kernel/permissions.ts';
import type { EarlyWarning } from './case.ts';
import type { WarningCommandType } from './command.ts';

/** Matches are the office's own work: they are shown to who judges them, and to nobody else. */
export function mayWarning(
  actor: Actor,
  command: WarningCommandType,
  { office }: Pick<EarlyWarning, 'office'>,
): boolean {
  if (actor.kind === 'system') return command === 'suggestMatches' || command === 'succeedUnit';
  if (actor.kind === 'petitioner' || command === 'suggestMatches' || command === 'succeedUnit') {
    return false;
  }
  const relations = new Set<Jurisdiction>(office === actor.unitId ? ['office'] : []);
  return isGranted(actor.roles, 'dispute.match', relations);
}

export const isWarningVisible = (actor: Actor, warning: Pick<EarlyWarning, 'office'>): boolean =>
  actor.kind === 'system' || mayWarning(actor, 'confirmMatch', warning);
