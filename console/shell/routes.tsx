import { createBrowserRouter } from 'react-router';
import { supervisionPages } from '../supervision/routes.tsx';
import { DeskPage } from '../desk/desk-page.tsx';
import { disputeFieldRoutes } from '../disputes/field/routes.tsx';
import { disputeRoutes } from '../disputes/routes.tsx';
import { homeVisitRoutes } from '../home-visits/routes.tsx';
import { meetingRoutes } from '../meetings/routes.tsx';
import { publicPromiseRoutes } from '../public-promises/routes.tsx';
import { jointMeetingRoutes } from '../joint-meeting/routes.ts';
import { BrokenPage, MissingPage } from './broken-page.tsx';
import { Layout } from './layout.tsx';
import { SessionGate } from './session-gate.tsx';

/** The desk comes with the first load; every other page is fetched when it is opened. */
export const router = createBrowserRouter(
  [
    {
      path: 'setup',
      errorElement: <BrokenPage />,
      lazy: async () => ({
        Component: (await import('../identity-organisation/setup-page.tsx')).SetupPage,
      }),
    },
    {
      // With and without network: these pages have a gate of their own.
      path: 'field',
      errorElement: <BrokenPage />,
      lazy: async () => ({
        Component: (await import('./offline/field-gate.tsx')).FieldGate,
      }),
      children: [
        {
          index: true,
          lazy: async () => ({
            Component: (await import('./offline/field-home.tsx')).FieldHomePage,
          }),
        },
        {
          path: 'visits',
          lazy: async () => ({
            Component: (await import('../home-visits/field/visits-page.tsx')).FieldVisitsPage,
          }),
        },
        {
          path: 'visits/:id',
          lazy: async () => ({
            Component: (await import('../home-visits/field/visit-page.tsx')).FieldVisitPage,
          }),
        },
        ...disputeFieldRoutes,
      ],
    },
    {
      element: <SessionGate />,
      errorElement: <BrokenPage />,
      children: [
        {
          path: 'wall',
          errorElement: <BrokenPage />,
          lazy: async () => ({
            Component: (await import('../statistics/wall-page.tsx')).WallPage,
          }),
        },
        {
          element: <Layout />,
          children: [
            {
              errorElement: <BrokenPage />,
              children: [
                { index: true, element: <DeskPage /> },
                { path: 'desk', element: <DeskPage /> },
                {
                  path: 'petitions',
                  lazy: async () => ({
                    Component: (await import('../search/all-petitions-page.tsx')).AllPetitionsPage,
                  }),
                },
                {
                  path: 'search',
                  lazy: async () => ({
                    Component: (await import('../search/search-page.tsx')).SearchPage,
                  }),
                },
                {
                  path: 'petitions/:id',
                  lazy: async () => ({
                    Component: (await import('../petitions/petition-page.tsx')).PetitionPage,
                  }),
                },
                {
                  path: 'reviews/:id',
                  lazy: async () => ({
                    Component: (await import('../review/review-page.tsx')).ReviewPage,
                  }),
                },
                {
                  path: 'petitions/:id/reviews/new',
                  lazy: async () => ({
                    Component: (await import('../review/request-page.tsx')).RequestPage,
                  }),
                },
                {
                  path: 'groups/:id',
                  lazy: async () => ({
                    Component: (await import('../petitions/group-page.tsx')).GroupPage,
                  }),
                },
                {
                  path: 'letters',
                  lazy: async () => ({
                    Component: (await import('../leader-letters/letters-page.tsx')).LettersPage,
                  }),
                },
                {
                  path: 'letters/:id',
                  lazy: async () => ({
                    Component: (await import('../leader-letters/letter-page.tsx')).LetterPage,
                  }),
                },
                ...jointMeetingRoutes,
                {
                  path: 'backlog',
                  lazy: async () => ({
                    Component: (await import('../case-sponsorship/backlog-page.tsx')).BacklogPage,
                  }),
                },
                {
                  path: 'backlog/:id',
                  lazy: async () => ({
                    Component: (await import('../case-sponsorship/backlog-case-page.tsx'))
                      .BacklogCasePage,
                  }),
                },
                ...supervisionPages,
                ...meetingRoutes,
                ...publicPromiseRoutes,
                ...homeVisitRoutes,
                {
                  path: 'sponsored',
                  lazy: async () => ({
                    Component: (await import('../case-sponsorship/sponsored-page.tsx'))
                      .SponsoredPage,
                  }),
                },
                {
                  path: 'sponsored/posts',
                  lazy: async () => ({
                    Component: (await import('../case-sponsorship/posts-page.tsx')).PostsPage,
                  }),
                },
                {
                  path: 'sponsored/:id',
                  lazy: async () => ({
                    Component: (await import('../case-sponsorship/sponsored-case-page.tsx'))
                      .SponsoredCasePage,
                  }),
                },
                {
                  path: 'commitments',
                  lazy: async () => ({
                    Component: (await import('../commitments/commitments-page.tsx'))
                      .CommitmentsPage,
                  }),
                },
                {
                  path: 'commitments/new',
                  lazy: async () => ({
                    Component: (await import('../commitments/make-page.tsx')).MakeCommitmentPage,
                  }),
                },
                {
                  path: 'commitments/:id',
                  lazy: async () => ({
                    Component: (await import('../commitments/commitment-page.tsx')).CommitmentPage,
                  }),
                },
                {
                  path: 'supervision/board',
                  lazy: async () => ({
                    Component: (await import('../supervision/board-page.tsx')).BoardPage,
                  }),
                },
                {
                  path: 'supervision/inspection-list',
                  lazy: async () => ({
                    Component: (await import('../supervision/inspection-list-page.tsx'))
                      .InspectionListPage,
                  }),
                },
                ...disputeRoutes,
                {
                  path: 'hearings',
                  lazy: async () => ({
                    Component: (await import('../hearings-mediation/hearings-page.tsx'))
                      .HearingsPage,
                  }),
                },
                {
                  path: 'petitions/:id/proceedings/new/:kind',
                  lazy: async () => ({
                    Component: (await import('../hearings-mediation/begin-page.tsx'))
                      .BeginProceedingPage,
                  }),
                },
                {
                  path: 'petitions/:id/proceedings/:proceedingId',
                  lazy: async () => ({
                    Component: (await import('../hearings-mediation/proceeding-page.tsx'))
                      .ProceedingPage,
                  }),
                },
                {
                  path: 'receptions',
                  lazy: async () => ({
                    Component: (await import('../reception-days/receptions-page.tsx'))
                      .ReceptionsPage,
                  }),
                },
                {
                  path: 'receptions/:id',
                  lazy: async () => ({
                    Component: (await import('../reception-days/day-page.tsx')).ReceptionDayPage,
                  }),
                },
                {
                  path: 'reception-duty',
                  lazy: async () => ({
                    Component: (await import('../reception-days/duty-page.tsx')).DutyPage,
                  }),
                },
                {
                  path: 'reception-coverage',
                  lazy: async () => ({
                    Component: (await import('../reception-days/coverage-page.tsx')).CoveragePage,
                  }),
                },
                {
                  path: 'roster',
                  lazy: async () => ({
                    Component: (await import('../hearings-mediation/roster-page.tsx')).RosterPage,
                  }),
                },
                {
                  path: 'hall-shifts',
                  lazy: async () => ({
                    Component: (await import('../hearings-mediation/shifts-page.tsx')).ShiftsPage,
                  }),
                },
                {
                  path: 'halls',
                  lazy: async () => ({
                    Component: (await import('../reception-days/hall/halls-page.tsx')).HallsPage,
                  }),
                },
                {
                  path: 'halls/:dayId',
                  lazy: async () => ({
                    Component: (await import('../reception-days/hall/hall-page.tsx')).HallPage,
                  }),
                },
                {
                  path: 'halls/:dayId/door',
                  lazy: async () => ({
                    Component: (await import('../reception-days/hall/door-page.tsx')).DoorPage,
                  }),
                },
                {
                  path: 'halls/:dayId/groups/:groupId',
                  lazy: async () => ({
                    Component: (await import('../reception-days/hall/group-page.tsx')).GroupPage,
                  }),
                },
                {
                  path: 'register',
                  lazy: async () => ({
                    Component: (await import('../petitions/registration/register-page.tsx'))
                      .RegisterPage,
                  }),
                },
                {
                  path: 'papers',
                  lazy: async () => ({
                    Component: (await import('../papers/papers-page.tsx')).PapersPage,
                  }),
                },
                {
                  path: 'wording/:kind?',
                  lazy: async () => ({
                    Component: (await import('../papers/wording-page.tsx')).WordingPage,
                  }),
                },
                {
                  path: 'statistics',
                  lazy: async () => ({
                    Component: (await import('../statistics/dashboard-page.tsx')).DashboardPage,
                  }),
                },
                {
                  path: 'statistics/table',
                  lazy: async () => ({
                    Component: (await import('../statistics/table-page.tsx')).TablePage,
                  }),
                },
                {
                  path: 'statistics/leaders',
                  lazy: async () => ({
                    Component: (await import('../statistics/leaders-page.tsx')).LeadersPage,
                  }),
                },
                {
                  path: 'statistics/leaders/:userId',
                  lazy: async () => ({
                    Component: (await import('../statistics/record-page.tsx')).RecordPage,
                  }),
                },
                {
                  path: 'statistics/measures',
                  lazy: async () => ({
                    Component: (await import('../statistics/measures-page.tsx')).MeasuresPage,
                  }),
                },
                {
                  path: 'statistics/reports',
                  lazy: async () => ({
                    Component: (await import('../statistics/reports/reports-page.tsx')).ReportsPage,
                  }),
                },
                {
                  path: 'statistics/reports/:id',
                  lazy: async () => ({
                    Component: (await import('../statistics/reports/report-page.tsx')).ReportPage,
                  }),
                },
                {
                  path: 'statistics/behind',
                  lazy: async () => ({
                    Component: (await import('../statistics/behind-page.tsx')).BehindPage,
                  }),
                },
                {
                  path: 'inbox',
                  lazy: async () => ({
                    Component: (await import('../messages/inbox-page.tsx')).InboxPage,
                  }),
                },
                {
                  path: 'messages',
                  lazy: async () => ({
                    Component: (await import('../messages/outbox-page.tsx')).OutboxPage,
                  }),
                },
                {
                  path: 'organisation/:part?',
                  lazy: async () => ({
                    Component: (await import('../identity-organisation/organisation-page.tsx'))
                      .OrganisationPage,
                  }),
                },
                {
                  path: 'calendar',
                  lazy: async () => ({
                    Component: (await import('../calendar/calendar-page.tsx')).CalendarPage,
                  }),
                },
                {
                  path: 'access-log',
                  lazy: async () => ({
                    Component: (await import('../identity-organisation/access-log-page.tsx'))
                      .AccessLogPage,
                  }),
                },
                {
                  path: 'account',
                  lazy: async () => ({
                    Component: (await import('../identity-organisation/account-page.tsx'))
                      .AccountPage,
                  }),
                },
                { path: '*', element: <MissingPage /> },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
