export { consequenceKind } from './kind.ts';
export { findConsequencesOfPetition, listConsequences, listNotices, openNotice } from './lists.ts';
export { openTraceBack, openTracePaper } from './trace-back.ts';
export { openConsequence, openConsequenceFile, openConsequencePaper } from './view.ts';
