export { beginSponsored } from './begin.ts';
export { changePosts } from './posts.ts';
export { promiseInCase } from './promise.ts';
export { noteLeaderLeft, succeedSponsored } from './succeed.ts';
export { stepSponsored } from './step.ts';
export { watchMilestones } from './watch-milestones.ts';
export { giveTask, stepTask, type TaskOptions } from './tasks.ts';
