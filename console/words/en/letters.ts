import type { Words } from '../words.ts';

/** Letters read by leaders and heads. */
export const letters: Words['letters'] = {
  title: 'Letters to read',
  intro:
    'What the petition office lays before a leader, and every petition that came to your unit. Reading and instructions are recorded.',
  empty: 'No letter waits to be read',
  emptyHelp: 'What the office lays before you, and what is referred to your unit, stands here.',
  any: 'All',
  status: { laid: 'To be read', read: 'Read', instructed: 'Instructed' },
  before: { leader: 'Before the leader', 'unit-head': 'Before the unit’s head' },
  mark: { seen: 'Seen', attend: 'To be attended to', receive: 'I shall receive the writer' },
  column: {
    petition: 'Petition',
    title: 'Title',
    status: 'Status',
    laid: 'Laid before',
    holder: 'Who has it',
  },
  reason: 'Why it is laid before you',
  text: 'What the writer says',
  readings: 'Who has read it',
  noReadings: 'Nobody has read it yet.',
  instructions: 'Instructions',
  noInstructions: 'There is no instruction yet.',
  overdue: 'overdue',
  told: 'the petitioner is told',
  internal: 'internal',
  open: 'Open the petition',
  lay: 'Lay before a leader',
  panelTitle: 'Read by leaders',
  step: { readLetter: 'Record my reading', instruct: 'Instruct a unit' },
  label: {
    unit: 'Which unit',
    leadership: 'Leadership whose leader reads it',
    reason: 'Why',
    mark: 'Mark',
    words: 'Note',
    text: 'Instruction',
    dueDate: 'Last day',
    told: 'Tell the petitioner',
  },
  toldHelp:
    'If told, the petitioner reads who asked for what and by when, and confirms whether it was done.',
  yes: 'Yes',
  no: 'No, internal',
};
