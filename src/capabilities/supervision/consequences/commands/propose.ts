import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused, setStreams } from '../../../../platform/database/index.ts';
import {
  beginCase,
  openStreams,
  visibleNumbers,
  type CommandAnswer,
  type CommandOptions,
} from '../../../petitions/index.ts';
import { lettersStreamKind } from '../../letters/events.ts';
import type { ConsequenceCommand } from '../command.ts';
import type { ProposeInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayPropose } from '../policy.ts';
import { consequenceKind, foldConsequence } from '../queries/kind.ts';
import type { ConsequencesDeps } from './deps.ts';

/**
 * Proposes a consequence for a unit (U-5); the unit is heard before anything is decided. Ladders of
 * letters to the unit about the petition are taken as evidence by themselves.
 * @param place.caseId derived from actor and key: the same request sent twice is one
 * @returns refusals `not-found`, `not-permitted`, `consequence-open`, `letters-accusation`,
 * `letters-unit-stranger`, `letters-own-office`, `unit-unknown`, `explanation-required`
 */
export const proposeConsequence = (
  deps: ConsequencesDeps,
  place: { readonly caseId: string; readonly petitionId: string },
  input: ProposeInput,
  options: CommandOptions,
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> =>
  beginCase(
    deps,
    consequenceKind,
    place,
    {
      type: 'propose',
      input,
      mayOpen: mayPropose,
      compose: async (with_): Promise<ConsequenceCommand> => {
        const { tx, petition, siblings, words, optionalWords } = with_;
        const ofUnit = siblings.filter(({ holder }) => holder === input.unit);
        const open = ofUnit.filter((row) => row.kind === consequenceKind.kind && row.open);
        const streams = await openStreams(
          tx,
          deps,
          open.map(({ id }) => id),
        );
        const same = [...streams].some(
          ([id, { events }]) => foldConsequence(id, events)?.kind === input.kind,
        );
        if (same) throw new CommandRefused(refuse('consequence-open', {}, 'kind'));
        const petitions = [...new Set(input.petitions)].filter((id) => id !== petition.id);
        if ((await visibleNumbers(tx, petitions)).size !== petitions.length) {
          throw new CommandRefused(refuse('not-found', {}, 'petitions'));
        }
        await setStreams(tx, [place.caseId, petition.id]);
        return {
          type: 'propose',
          petitionId: petition.id,
          kind: input.kind,
          office: petition.office,
          unit: input.unit,
          post: optionalWords(input.post, 'post', limits.post),
          reason: words(input.reason, 'reason', limits.words),
          petitions,
          letters: ofUnit.filter(({ kind }) => kind === lettersStreamKind).map(({ id }) => id),
          item: input.item ?? null,
        };
      },
    },
    options,
  );
