import { expect, test } from 'vitest';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { courtesiesOf, isVisit } from './courtesies.ts';

const petition = (more: object = {}): PetitionView =>
  ({
    channel: 'visit',
    status: 'registered',
    registeredAt: 1,
    papers: [],
    afterwards: null,
    ...more,
  }) as never;

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

test('R-5 the card is there from registration: the receipt with number and QR code', () => {
  expect(courtesiesOf(petition())[0]).toEqual({
    name: 'card',
    state: 'done',
    at: 1,
    paperId: 'receipt',
  });
});

test.each([
  ['just registered', {}, ['done', 'nothing', 'coming']],
  [
    'materials asked for, not signed yet',
    { papers: [paper('one-time-notice', null, 'drafted')] },
    ['done', 'waiting', 'coming'],
  ],
  [
    'a returned draft was told to nobody',
    { papers: [paper('one-time-notice', null, 'void')] },
    ['done', 'nothing', 'coming'],
  ],
  [
    'materials told, follow-up waits',
    {
      status: 'concluded',
      papers: [paper('one-time-notice', 2)],
      afterwards: { followUp: { doneAt: null } },
    },
    ['done', 'done', 'waiting'],
  ],
  [
    'followed up',
    { status: 'concluded', papers: [], afterwards: { followUp: { doneAt: 3 } } },
    ['done', 'nothing', 'done'],
  ],
  [
    'concluded without one',
    { status: 'concluded', papers: [], afterwards: { followUp: null } },
    ['done', 'nothing', 'nothing'],
  ],
])('R-5 the last three follow from the record: %s', (_, facts, states) => {
  expect(statesOf(petition(facts))).toEqual(states);
});
