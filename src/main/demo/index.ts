export { demoRoutes, type DemoRoutesOptions } from './route.ts';
export { createDemo, findDemo, type Demo, type DemoOptions, type DemoProgress } from './create.ts';
export { demoExampleNames } from './examples/names.ts';
export { demoPassword, people as demoPeople } from './county/people.ts';
