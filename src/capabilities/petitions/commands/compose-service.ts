import { startOfDay } from '../../../kernel/local-date.ts';
import type { ServiceGiven } from '../../../kernel/paper-flow.ts';
import { limits } from '../limits.ts';
import type { SealedText } from '../petition.ts';
import { besides, dateOf, sealWords, type Compose, type Composing } from './composing.ts';

type ServiceInput = Parameters<Compose<'servePaper'>>[0];

/** Words and facts of the proof, sealed together; nothing where nothing was given. */
function proofOf(input: ServiceInput, with_: Composing): SealedText | null {
  const { recipient, mailNumber, witness, place } = input;
  const facts = besides({ recipient, mailNumber, witness, place });
  const text = input.proof?.trim() ?? '';
  if (text !== '') return sealWords(with_, text, 'proof', limits.explanation, facts);
  return Object.keys(facts).length === 0 ? null : with_.sealer.text('', facts);
}

const isGiven = (text: string | undefined): boolean => (text ?? '').trim() !== '';

const givenOf = ({ mailNumber, witness, place }: ServiceInput): ServiceGiven => ({
  mailNumber: isGiven(mailNumber),
  witness: isGiven(witness),
  place: isGiven(place),
});

/** G-2: what the rule must know of a service stands open; who, where and which number lie sealed. */
export const composeService: Compose<'servePaper'> = (input, with_) => ({
  type: 'servePaper',
  paperId: input.paperId,
  way: input.way,
  servedOn: startOfDay(dateOf(input.servedOn)).getTime(),
  proof: proofOf(input, with_),
  given: givenOf(input),
  ...(input.unservable === undefined ? {} : { unservable: input.unservable }),
  photographs: with_.attachments.map((file) => ({ ...file, purpose: 'photograph' as const })),
});
