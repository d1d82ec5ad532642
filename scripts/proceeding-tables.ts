import { lives } from '../src/capabilities/hearings-mediation/lifecycle.ts';
import {
  proceedingKinds,
  type ProceedingKind,
} from '../src/capabilities/hearings-mediation/terms.ts';
import { hearingPageWords } from '../src/capabilities/hearings-mediation/pages/words.ts';
import { replaceSection } from './readme-section.ts';

const { 'zh-CN': zh, en } = hearingPageWords;

/** What may come in each stage of a kind, read from the table that `decide` asks. */
function tableOf(kind: ProceedingKind): string[] {
  const { stages, steps } = lives[kind];
  return [
    `| ${en[`kind.${kind}`]} ${zh[`kind.${kind}`]} | The petitioner reads | Steps that may come |`,
    '| --- | --- | --- |',
    ...stages.map((stage, at) => {
      const open = Object.entries(steps).filter(([, cells]) => cells[at] === 'yes');
      const names = open.map(([step]) => `\`${step}\``).join(' ');
      const shown = `${zh[`stage.${stage}`]}, ${en[`stage.${stage}`]}`;
      return `| \`${stage}\` | ${shown} | ${names === '' ? '-' : names} |`;
    }),
  ];
}

/**
 * The stages of hearings, mediations, re-evaluations and deliberations.
 * @returns Markdown, without the markers around it
 */
export const generateProceedingTables = (): string =>
  proceedingKinds.map((kind) => tableOf(kind).join('\n')).join('\n\n');

/** The README of the capability with its tables as they are now. */
export const replaceProceedingTables = (readme: string): string =>
  replaceSection(readme, 'stages', generateProceedingTables());
