import type { CommandType } from '../src/capabilities/petitions/command.ts';
import { isThinkable, lifecycle } from '../src/capabilities/petitions/lifecycle.ts';
import { statuses, type Status } from '../src/capabilities/petitions/petition.ts';
import { statusNames } from '../src/capabilities/petitions/words.ts';
import { replaceSection } from './readme-section.ts';
import { exploreTransitions, type Transition } from './state-exploration.ts';

const commandTypes = Object.keys(lifecycle) as CommandType[];

/** Mermaid takes no hyphens in names of states. */
const stateOf = (status: Status): string => status.replaceAll('-', '_');

const idOf = (from: Status | null, to: Status): string => `${from ?? ''} ${to}`;

/** One arrow for each pair of statuses, with every step that leads along it. */
function arrows(transitions: readonly Transition[]): string[] {
  const grouped = Map.groupBy(transitions, ({ from, to }) => idOf(from, to));
  const lines: string[] = [];
  for (const from of [null, ...statuses]) {
    for (const to of statuses) {
      const found = grouped.get(idOf(from, to));
      if (found === undefined) continue;
      const steps = [...new Set(found.map(({ step }) => step))].toSorted().join(', ');
      lines.push(`  ${from === null ? '[*]' : stateOf(from)} --> ${stateOf(to)}: ${steps}`);
    }
  }
  return lines;
}

const stepsIn = (status: Status): CommandType[] =>
  commandTypes.filter((command) => isThinkable(command, status));

/** Steps that no open status shuts out are named once, above the table. */
const everywhere = commandTypes.filter((command) =>
  statuses.every((status) => status === 'concluded' || isThinkable(command, status)),
);

const names = (steps: readonly CommandType[]): string =>
  steps.length === 0 ? '-' : steps.map((step) => `\`${step}\``).join(' ');

function table(): string[] {
  return [
    '| Status | Shown as | Steps that may come, besides those |',
    '| --- | --- | --- |',
    ...statuses.map((status) => {
      const steps = stepsIn(status).filter((step) => !everywhere.includes(step));
      return `| \`${status}\` | ${statusNames[status].zh}, ${statusNames[status].en} | ${names(steps)} |`;
    }),
  ];
}

/**
 * The life of a petition as a table and a Mermaid diagram. The table is read from `lifecycle`; the
 * arrows are what the rules really do, found by walking through them.
 * @returns Markdown, without the markers around it
 */
export function generateStateDiagram(): string {
  const late = everywhere.filter((step) => isThinkable(step, 'concluded'));
  return [
    `While it is open, in every status: ${names(everywhere)}.`,
    `After conclusion still: ${names(late)}.`,
    '',
    ...table(),
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...arrows(exploreTransitions()),
    '  concluded --> [*]',
    '```',
  ].join('\n');
}

/** The README of petitions with table and diagram as they are now. */
export const replaceStateDiagram = (readme: string): string =>
  replaceSection(readme, 'lifecycle', generateStateDiagram());
