export { beginProceeding, type Begun, type BeginOptions } from './begin.ts';
export { callOffHearing, conveneHearing } from './convene.ts';
export { cancelShift, changeMember, listMember, planShift, type RosterOptions } from './roster.ts';
export { stepBySystem, stepProceeding, type ProceedingPlace, type StepAnswer } from './step.ts';
export type { ProceedingOptions } from './opened.ts';
export { recountWindows, watchWindows } from './windows.ts';
