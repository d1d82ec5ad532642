export { chooseWay, stepWay, succeedWays, wayOutPaperHost } from './step.ts';
export {
  festivalListOf,
  planFestivalVisit,
  stepFestivalVisit,
  succeedFestivalVisits,
} from './visit.ts';
