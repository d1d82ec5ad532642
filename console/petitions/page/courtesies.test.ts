import { expect, test } from 'vitest';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { courtesiesOf, isVisit } from './courtesies.ts';

const petition = (more: object = {}): PetitionView =>
  ({ channel: 'visit', status: 'registered', papers: [], afterwards: null, ...more }) as never;

const statesOf = (of: PetitionView) => courtesiesOf(of).map(({ state }) => state);

const paper = (kind: string, sealedAt: number | null, stage = 'sealed') => ({
  id: kind,
  kind,
  sealedAt,
  stage,
});

test('R-5 the checklist is of visits, at the window and on reception days', () => {
  const channels = ['visit', 'reception-day', 'web', 'letter'] as const;
  expect(channels.filter((channel) => isVisit({ channel }))).toEqual(['visit', 'reception-day']);
});

test.each([
  ['just registered', { papers: [paper('receipt', 1)] }, ['done', 'nothing', 'coming']],
  [
    'materials asked for, not signed yet',
    { papers: [paper('receipt', 1), paper('one-time-notice', null, 'drafted')] },
    ['done', 'waiting', 'coming'],
  ],
  [
    'a returned draft was told to nobody',
    { papers: [paper('receipt', 1), paper('one-time-notice', null, 'void')] },
    ['done', 'nothing', 'coming'],
  ],
  [
    'materials told, follow-up waits',
    {
      status: 'concluded',
      papers: [paper('receipt', 1), paper('one-time-notice', 2)],
      afterwards: { followUp: { doneAt: null } },
    },
    ['done', 'done', 'waiting'],
  ],
  [
    'followed up',
    { status: 'concluded', papers: [], afterwards: { followUp: { doneAt: 3 } } },
    ['nothing', 'nothing', 'done'],
  ],
  [
    'concluded without one',
    { status: 'concluded', papers: [], afterwards: { followUp: null } },
    ['nothing', 'nothing', 'nothing'],
  ],
])('R-5 the last three follow from the record: %s', (_, facts, states) => {
  expect(statesOf(petition(facts))).toEqual(states);
});
