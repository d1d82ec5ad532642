import { expect, test } from 'vitest';
import type { PetitionView, TimelineEntry } from '../../../src/capabilities/petitions/view.ts';
import { changedByProgramOnly } from './quiet-change.ts';

const entry = (seq: number, actor: string): TimelineEntry =>
  ({ seq, actor }) as unknown as TimelineEntry;

const view = (version: number, actors: readonly string[], status = 'handling') => ({
  version,
  status: status as PetitionView['status'],
  timeline: actors.map((actor, at) => entry(at + 1, actor)),
});

const before = view(2, ['petitioner', '周明远']);

test('a paper rendered in between asks nobody to look at two sides', () => {
  const after = view(4, ['petitioner', '周明远', 'system', 'system']);
  expect(changedByProgramOnly(before, after)).toBe(true);
});

test('a person, a step that the reader does not see, another status: both sides are shown', () => {
  const person = view(4, ['petitioner', '周明远', 'system', '沈若兰']);
  expect(changedByProgramOnly(before, person)).toBe(false);
  const unseen = view(4, ['petitioner', '周明远', 'system']);
  expect(changedByProgramOnly(before, unseen)).toBe(false);
  const concluded = view(3, ['petitioner', '周明远', 'system'], 'concluded');
  expect(changedByProgramOnly(before, concluded)).toBe(false);
});
