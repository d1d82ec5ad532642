export { listDays, listLeaders, openDayView } from './days.ts';
