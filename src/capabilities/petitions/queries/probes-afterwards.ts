import { afterwardsSchemas } from '../afterwards/contract.ts';
import { defaultPractice } from '../afterwards/practice.ts';
import type { Command } from '../command.ts';
import type { PublicCommandType } from '../contract.ts';
import type { Petition, SealedText } from '../petition.ts';

export type AfterwardsCommandType = keyof typeof afterwardsSchemas;

/** Whether a step belongs to what comes around and after the conclusion. */
export const isAfterwardsCommand = (type: PublicCommandType): type is AfterwardsCommandType =>
  Object.hasOwn(afterwardsSchemas, type);

const words: SealedText = { id: 'probe', hash: '', length: 100 };
const [level] = defaultPractice.scale.levels;

/** As good a command as can be made without asking anybody. */
export function afterwardsProbeOf(
  type: AfterwardsCommandType,
  petition: Petition,
  now: number,
): Command {
  switch (type) {
    case 'noteMaterial':
      return { type };
    case 'rate':
      return {
        type,
        office: level?.code ?? '',
        unit: level?.code ?? '',
        demands: petition.demands.map(({ id }) => ({ demandId: id, solved: 'solved' })),
        reason: null,
      };
    case 'logRatingContact':
      return { type, record: words, heldAt: now };
    case 'recordFollowUp':
      return { type, way: 'call', heldAt: now, result: 'satisfied', words };
    case 'contest':
      return { type, contestId: 'probe', reasons: words, signed: true };
    case 'decideContest':
      return { type, upheld: false, reasons: words, paperId: 'probe' };
    case 'noteRating':
      return { type, note: words };
  }
}
