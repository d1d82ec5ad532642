export { importYear, seedCalendar, type OnNewCalendar } from './import.ts';
export { calendarProvider, type CalendarProvider } from './provider.ts';
export { calendarRoutes, type CalendarRoutesOptions } from './routes.ts';
export { listVersions, loadCalendars, type Calendars, type CalendarVersion } from './store.ts';
