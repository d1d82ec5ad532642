import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceProceedingTables } from '../scripts/proceeding-tables.ts';
import { exploreDays, replaceReceptionDiagram } from '../scripts/reception-diagram.ts';
import { foldersWithLives, readmeLives, replaceLives } from '../scripts/readme-lives.ts';
import { replaceStateDiagram } from '../scripts/state-diagram.ts';
import { exploreTransitions } from '../scripts/state-exploration.ts';
import { statuses } from '../src/capabilities/petitions/petition.ts';

const readme = path.resolve(import.meta.dirname, '../src/capabilities/petitions/README.md');

describe('P-16 the life of a petition as the README shows it', () => {
  const transitions = exploreTransitions();
  const arrows = new Set(transitions.map(({ from, step, to }) => `${from} ${step} ${to}`));

  test('is what the rules do now', () => {
    const text = readFileSync(readme, 'utf8');
    expect(replaceStateDiagram(text)).toBe(text);
  });

  test('reaches every status, and from each the end', () => {
    expect(new Set(transitions.map(({ to }) => to))).toEqual(new Set(statuses));
    const closing = transitions.filter(({ to }) => to === 'concluded').map(({ from }) => from);
    const open = statuses.filter((status) => status !== 'concluded');
    expect(new Set(closing)).toEqual(new Set(open));
  });

  test.each([
    'redirecting confirmReceipt concluded',
    'redirecting servePaper (redirection) concluded',
    'referred classify registered',
    'referred object adjudication',
    'concluded returnReport handling',
  ])('finds %s', (arrow) => {
    expect(arrows).toContain(arrow);
  });

  test.each([
    'issued completeWithdrawal concluded',
    'handed-over refer referred',
    'handling refer referred',
    'concluded withdraw registered',
  ])('finds no %s', (arrow) => {
    expect(arrows).not.toContain(arrow);
  });

  test('a README without the markers is refused', () => {
    expect(() => replaceStateDiagram('# Nothing')).toThrow('generated:lifecycle');
  });
});

describe('R-1 the life of a reception day as the README shows it', () => {
  const file = path.resolve(import.meta.dirname, '../src/capabilities/reception-days/README.md');
  const arrows = new Set(exploreDays().map(({ from, step, to }) => `${from} ${step} ${to}`));

  test('is what the rules do now', () => {
    const text = readFileSync(file, 'utf8');
    expect(replaceReceptionDiagram(text)).toBe(text);
  });

  test.each(['planned openDay (no open day) running', 'noticed openDay running'])(
    'finds %s',
    (arrow) => expect(arrows).toContain(arrow),
  );

  test.each(['planned openDay running', 'running cancelDay cancelled', 'closed openDay running'])(
    'finds no %s',
    (arrow) => expect(arrows).not.toContain(arrow),
  );
});

test('M-1 the stages of hearings and mediation in their README are those of the rules', () => {
  const file = path.resolve(
    import.meta.dirname,
    '../src/capabilities/hearings-mediation/README.md',
  );
  const text = readFileSync(file, 'utf8');
  expect(replaceProceedingTables(text)).toBe(text);
  expect(text).toContain('| `settled` |');
});

test.each(foldersWithLives)('the lives in the README of %s are what the rules do now', (folder) => {
  const file = path.resolve(import.meta.dirname, `../src/capabilities/${folder}/README.md`);
  const text = readFileSync(file, 'utf8');
  expect(replaceLives(folder, text)).toBe(text);
});

test.each([
  ['S-4', 'meeting-life', 'planned --> held: recordMeeting'],
  ['S-4', 'meeting-life', 'held --> minuted: issueMinutes'],
  ['S-5', 'way-out-life', 'approving --> approved: approveAid'],
  ['S-5', 'way-out-life', 'approved --> done: payAid'],
  ['U-4', 'letters-life', 'awaiting --> drafting: raiseLetter, escalateLetter'],
  ['U-5', 'consequence-life', 'reported --> done: lift'],
])('%s %s: %s', (_, section, arrow) => {
  const life = readmeLives.find((each) => each.section === section);
  expect(life?.diagram()).toContain(arrow);
});
