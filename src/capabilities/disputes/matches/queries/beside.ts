import type { StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf, setStreams } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { openVisible, systemActor } from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import { originOf } from '../../queries/one.ts';
import { openDisputes } from '../../queries/open.ts';
import { settingsOf } from '../../queries/settings.ts';
import { kindOf } from '../../settings.ts';
import { isWarningVisible, mayWarning } from '../policy.ts';
import type { BesidePetition, MatchView } from '../view.ts';
import { foldWarning, warningIdOf } from './kind.ts';
import type { EarlyWarning } from '../case.ts';

/** What earlier disputes say, for the office that judges whether they are the same matter. */
function readMatches(deps: DisputeDeps, warning: EarlyWarning): Promise<readonly MatchView[]> {
  const system = scopeOf(systemActor('disputes'));
  return deps.db.withActor(system, 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const { settings } = await settingsOf(tx, warning.office);
    const opened = await openDisputes(
      tx,
      deps,
      warning.matches.map(({ disputeId }) => disputeId),
    );
    return warning.matches.flatMap((match): MatchView[] => {
      const found = opened.find(({ dispute }) => dispute.id === match.disputeId);
      if (found === undefined) return [];
      const { dispute, text } = found;
      return [
        {
          disputeId: match.disputeId,
          verdict: match.verdict,
          score: Math.round(match.score * 100),
          likenesses: match.likenesses,
          kind: kindOf(settings, dispute.kind).name,
          region: organisation.regionName(dispute.regionCode),
          about: text(dispute.about),
          status: dispute.status,
          level: dispute.holder.level,
          recordedAt: dispute.recordedAt,
          judgedBy: match.judgedBy === null ? '' : organisation.userName(match.judgedBy),
          judgedAt: match.judgedAt,
        },
      ];
    });
  });
}

/**
 * What disputes say beside one petition.
 * @returns null when there is no such petition for this reader
 */
export async function besidePetition(
  deps: DisputeDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<BesidePetition | null> {
  const id = warningIdOf(deps, petitionId);
  const seen = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    await setStreams(tx, [id]);
    // L-5: what was matched before it turned out to be an accusation is shown to nobody.
    const accusation = folder.petition.purpose === 'accusation';
    return { warning: accusation ? null : foldWarning(id, await loadEvents(tx, id)) };
  });
  if (seen === null) return null;
  const { warning } = seen;
  const shown = warning !== null && isWarningVisible(actor, warning);
  return {
    origin: await originOf(deps, actor, petitionId),
    matches: shown ? await readMatches(deps, warning) : [],
    version: warning?.version ?? 0,
    mayJudge: warning !== null && mayWarning(actor, 'confirmMatch', warning),
  };
}
