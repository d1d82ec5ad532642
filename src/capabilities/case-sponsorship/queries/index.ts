export { listBacklog, openBacklog, openBacklogFile } from './backlog.ts';
export { backlogKind } from './kind.ts';
