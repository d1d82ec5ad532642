export { chooseWay, stepWay, succeedWays, wayOutIdOf, wayOutPaperHost } from './step.ts';
export {
  festivalListOf,
  planFestivalVisit,
  stepFestivalVisit,
  succeedFestivalVisits,
} from './visit.ts';
