import type { Words } from '../words.ts';

/** Papers awaiting a step. */
export const papers: Words['papers'] = {
  title: 'Papers',
  step: {
    checkPaper: 'check',
    signPaper: 'sign',
    sealPaper: 'seal',
    issuePaper: 'issue',
    servePaper: 'serve',
  },
  steps: 'Steps',
  table: 'Papers for me to {step}',
  kind: 'Paper',
  number: 'Number',
  petition: 'Petition',
  issuer: 'Issued by',
  draftedBy: 'Drafted by',
  stage: 'Stage',
  due: 'Due',
  empty: 'No paper waits for you to {step}.',
  emptyHelp: 'Drafts come here to be checked, signed, sealed and served; your own go to others.',
  selectOne: 'Select {kind} {number}',
  run: '{count} selected: {step}',
  done: '{count} done.',
  failed: '{count} not done; the reasons are below.',
  result: 'Result',
};
