import type { Words } from '../words.ts';

/** The backlog ledger (S-6). */
export const backlog: Words['backlog'] = {
  title: 'Backlog ledger',
  intro:
    'Cases assigned by a superior: under which leader, at which unit, how far. A case is closed with evidence, the petitioner’s view and somebody outside the unit who verified it.',
  empty: 'There is no such case in the ledger',
  emptyHelp: 'Lists of a superior stand here once they are imported, as far as they concern you.',
  any: 'All',
  by: {
    region: 'Resolution by region',
    unit: 'Resolution by unit',
    topic: 'Resolution by topic',
  },
  reached: '{batch}: {closed} of {all} resolved, {share}, target of {target} reached',
  behind: '{batch}: {closed} of {all} resolved, {share}, target {target}',
  status: { open: 'Being resolved', proposed: 'Reported, to be verified', closed: 'Resolved' },
  view: {
    agrees: 'The petitioner agrees',
    disagrees: 'The petitioner does not agree',
    'not-reached': 'The petitioner could not be asked',
  },
  column: {
    batch: 'Batch',
    title: 'Title',
    number: 'Petition',
    unit: 'Responsible unit',
    leader: 'Responsible leader',
    status: 'Status',
    due: 'To be resolved by',
  },
  overdue: 'overdue',
  listedAs: 'Number in the list',
  assignedAt: 'In the ledger since',
  facts: 'Backlog case',
  proposals: 'What was done',
  noProposals: 'The unit has not reported it as resolved.',
  verifications: 'Verification',
  noVerifications: 'Nobody has verified it yet.',
  step: {
    proposeClosing: 'Report as resolved',
    verifyClosing: 'Verified: close',
    sendBack: 'Send back',
  },
  label: {
    evidence: 'What was done',
    uploads: 'What shows it',
    view: 'The petitioner’s view',
    viewWords: 'What the petitioner says',
    verifyClosing: 'How it was verified, and the result',
    sendBack: 'Why it is sent back',
  },
  help: {
    evidence: 'What was done, when, and what came of it.',
    viewWords:
      'In the petitioner’s own words; where they could not be asked, when and how they were tried.',
    verifyClosing: 'By somebody outside the unit who did not report it.',
    sendBack: 'Say what is missing.',
  },
  import: {
    title: 'Import a superior’s list',
    intro:
      'One case a row, found by petition number. Wrong rows are listed, the others are taken; the same list can be imported again, nothing is doubled.',
    template: 'Download the template (XLSX)',
    batch: 'Name of the batch',
    batchHelp: 'Such as “2026, first batch”. The same name is the same batch.',
    file: 'File of the list',
    fileHelp:
      'XLSX or CSV; the first row names the columns: Petition number, Responsible unit, Responsible leader, To be resolved by, Number in the list.',
    read: '{count} rows were read.',
    done: '{at} of {count} rows done: {assigned} taken, {listed} stood there before, {wrong} wrong.',
    send: 'Put into the ledger ({count} rows)',
    wrong: 'Rows that were not taken',
    column: { row: 'Row', number: 'Petition', why: 'Why' },
  },
};
