import type { CommandType } from '../command.ts';
import { explain, optional, type Compose, type Composing } from './composing.ts';

type LevelTypes = Extract<
  CommandType,
  'proposeRaise' | 'refuseRaise' | 'raisePetition' | 'lowerPetition' | 'suggestAgenda'
>;

const above = ({ organisation, petition }: Composing): string | null =>
  organisation.petitionOfficeAbove(petition.office) ?? null;

/** How what is typed about levels and joint meetings becomes commands of the rules (J-1, J-2). */
export const levelComposers: { readonly [T in LevelTypes]: Compose<T> } = {
  proposeRaise: (input, with_) => ({
    type: 'proposeRaise',
    to: above(with_),
    reason: explain(with_, input.reason, 'reason'),
  }),
  refuseRaise: (input, with_) => ({
    type: 'refuseRaise',
    reason: explain(with_, input.reason, 'reason'),
  }),
  raisePetition: (input, with_) => {
    const to = above(with_);
    return {
      type: 'raisePetition',
      to,
      supervisor: to === null ? null : (with_.organisation.petitionOfficeAbove(to) ?? null),
      handler: input.handler ?? null,
      reason: explain(with_, input.reason, 'reason'),
    };
  },
  lowerPetition: (input, with_) => ({
    type: 'lowerPetition',
    handler: input.handler ?? null,
    reason: explain(with_, input.reason, 'reason'),
  }),
  suggestAgenda: (input, with_) => {
    const { organisation, petition } = with_;
    const place = organisation.find(petition.office)?.regionCode ?? petition.regionCode;
    return {
      type: 'suggestAgenda',
      unit: organisation.unitOfKind('joint-meeting-office', place) ?? null,
      cause: 'proposed',
      question: input.question,
      text: optional(with_, input.text, 'text'),
    };
  },
};
