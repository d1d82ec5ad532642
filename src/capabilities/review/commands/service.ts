import type { SealedText } from '../../../kernel/sealed.ts';
import type { ServiceGiven } from '../../../kernel/service-ways.ts';
import type { CaseComposing } from '../../petitions/index.ts';
import type { ReviewInput } from '../contract.ts';
import { limits } from '../limits.ts';
import type { Review } from '../review.ts';

type Input = ReviewInput<'servePaper'>;

const isGiven = (text: string | undefined): text is string => (text ?? '').trim() !== '';

/** Words and facts of the proof, sealed together; nothing where nothing was given. */
export function serviceProof(input: Input, with_: CaseComposing<Review>): SealedText | null {
  const { recipient, mailNumber, witness, place } = input;
  const facts = Object.fromEntries(
    Object.entries({ recipient, mailNumber, witness, place }).flatMap(([name, value]) =>
      isGiven(value) ? [[name, value.trim()]] : [],
    ),
  );
  if (isGiven(input.proof)) return with_.words(input.proof, 'proof', limits.explanation, facts);
  return Object.keys(facts).length === 0 ? null : with_.sealer.text('', facts);
}

/** G-2: what the rule must know of a service stands open; who, where and which number lie sealed. */
export const serviceGiven = ({ mailNumber, witness, place }: Input): ServiceGiven => ({
  mailNumber: isGiven(mailNumber),
  witness: isGiven(witness),
  place: isGiven(place),
});
