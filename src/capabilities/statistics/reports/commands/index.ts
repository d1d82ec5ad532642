export {
  reportIdOf,
  beginReport,
  correctReport,
  type ReportAnswer,
  type ReportOptions,
} from './begin.ts';
export type { ReportDeps } from './deps.ts';
export { stepReport } from './step.ts';
