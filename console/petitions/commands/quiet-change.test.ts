import { expect, test } from 'vitest';
import type { PetitionView, TimelineEntry } from '../../../src/capabilities/petitions/view.ts';
import { ProblemError } from '../../shell/problem.ts';
import { changedByProgramOnly, sendPastTheProgram } from './quiet-change.ts';

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

/** Sends against a record at which somebody writes before each of the first tries. */
const race = async (writers: readonly string[]): Promise<readonly number[]> => {
  const tried: number[] = [];
  const actors = ['petitioner', '周明远'];
  const readAgain = () => Promise.resolve(view(actors.length, actors));
  await sendPastTheProgram(
    before,
    (version) => {
      tried.push(version);
      const writer = writers[tried.length - 1];
      if (writer !== undefined) actors.push(writer);
      return version === actors.length
        ? Promise.resolve()
        : Promise.reject(new ProblemError({ status: 409, code: 'version-conflict', detail: '' }));
    },
    readAgain,
  );
  return tried;
};

test('the step goes on past the program, also when that writes twice', async () => {
  expect(await race([])).toEqual([2]);
  expect(await race(['system', 'system'])).toEqual([2, 3, 4]);
});

test('a person who was faster is never passed', async () => {
  await expect(race(['system', '沈若兰'])).rejects.toMatchObject({
    problem: { code: 'version-conflict' },
  });
});
