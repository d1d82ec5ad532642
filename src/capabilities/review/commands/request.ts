import { localDate, localDateOf } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { CommandRefused, setStreams } from '../../../platform/database/index.ts';
import { beginCase, type CommandOptions } from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import type { OwnRequestInput, RequestInput } from '../contract.ts';
import { limits } from '../limits.ts';
import type { RequestChannel } from '../review.ts';
import type { ReviewDeps } from './deps.ts';
import { findGround, mayRequest } from '../queries/ground.ts';
import { reviewKind } from '../queries/kind.ts';

/**
 * Asks for review, or for re-examination where the opinion has been reviewed: by the petitioner on
 * line with the code, or by a clerk who has the letter or the petitioner before them (V-1).
 * @param place.caseId derived from actor and key: the same request sent twice is one
 * @returns refusals `procedure-ended`, `review-nothing`, `review-pending`, `review-done`,
 * `review-body-unknown`, `review-body-not-lawful`, `review-body-conflict`, `explanation-required`
 */
export function requestReview(
  deps: ReviewDeps,
  place: { readonly caseId: string; readonly petitionId: string },
  input: RequestInput | OwnRequestInput,
  options: CommandOptions,
): Promise<Result<{ readonly id: string; readonly version: number }, Refusal>> {
  const { petitionId, caseId } = place;
  return beginCase(
    deps,
    reviewKind,
    place,
    {
      type: 'requestReview',
      input,
      mayOpen: mayRequest,
      compose: async (with_): Promise<ReviewCommand> => {
        const { tx, petition, organisation, now } = with_;
        const channel: RequestChannel = 'channel' in input ? input.channel : 'web';
        const requestedOn =
          'requestedOn' in input ? localDate(input.requestedOn) : localDateOf(now);
        const ground = await findGround(tx, {
          petition,
          rows: with_.siblings,
          organisation,
          calendar: deps.calendar(),
          on: requestedOn,
        });
        if (!ground.ok) throw new CommandRefused(ground);
        await setStreams(tx, [caseId, petitionId]);
        return {
          type: 'requestReview',
          petitionId,
          ground: ground.value,
          channel,
          requestedOn,
          grounds: with_.words(input.grounds, 'grounds', limits.grounds),
          lateReason: with_.optionalWords(input.lateReason, 'lateReason', limits.explanation),
          body: input.body ?? null,
          attachments: await with_.attach(input.uploads),
          readers: [...new Set([petition.office, petition.holder, ...ground.value.barred.units])],
        };
      },
    },
    options,
  );
}
