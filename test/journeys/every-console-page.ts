import type { Visits } from './visit.ts';

/* Where each page of the console's router is seen, and by whom. */

/** One look: somebody, an address behind /console, and what must stand there. */
export interface Stop {
  readonly who: string;
  readonly at: string;
  /** What shows that the page has what it is for. */
  readonly shows: string;
}

interface Line {
  readonly id: string;
  readonly task?: string;
  readonly case?: { readonly id: string } | null;
  readonly petitionId?: string;
  readonly kind?: string;
  readonly check?: string;
  readonly status?: string;
  readonly way?: string;
}

const lines = async (visits: Visits, who: string, at: string): Promise<readonly Line[]> => {
  const { items } = await (await visits.callAs(who)).must('GET', at);
  return items as Line[];
};

const first = async (visits: Visits, who: string, task: string): Promise<string> => {
  const [line] = await lines(visits, who, `/desk?limit=50&task=${task}`);
  if (line === undefined) throw new Error(`the county has nothing to ${task}`);
  return line.id;
};

const stop = (who: string, at: string, shows = 'main h1'): Stop => ({ who, at, shows });
const table = 'main table tbody tr';
const someId = '0190aaaa-0000-7000-8000-000000000001';

const petitionStops = async (visits: Visits): Promise<Stop[]> => [
  stop('officer1', `petitions/${await first(visits, 'officer1', 'triage')}`, '.strip h1'),
  stop('housing', `petitions/${await first(visits, 'housing', 'handle')}`, '.strip h1'),
];

const reviewStops = async (visits: Visits): Promise<Stop[]> => {
  const reviews = await lines(visits, 'review', '/desk?limit=50');
  const ids = reviews.flatMap(({ case: of }) => (of == null ? [] : [of.id]));
  return [...new Set(ids)].slice(0, 2).map((id) => stop('review', `reviews/${id}`));
};

const groupStops = async (visits: Visits): Promise<Stop[]> => {
  const caller = await visits.callAs('officer1');
  for (let after = ''; ;) {
    const { items, next } = await caller.must('GET', `/petitions?limit=100${after}`);
    for (const { id } of items as Line[]) {
      const { group } = await caller.must('GET', `/petitions/${id}`);
      if ((group as { isHead: boolean }).isHead) return [stop('officer1', `groups/${id}`)];
    }
    if (typeof next !== 'string') break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  throw new Error('the county has no group matter');
};

const proceedingStops = async (visits: Visits): Promise<Stop[]> => {
  const found = new Map<string, Stop>();
  for (const { id, kind = '', petitionId } of await lines(visits, 'housing', '/proceedings')) {
    found.set(kind, stop('housing', `petitions/${petitionId}/proceedings/${id}`));
  }
  return [...found.values()];
};

/** The hall of the running day: overview, door, a table where somebody talks. */
const hallStops = async (visits: Visits, part: 'hall' | 'door' | 'group'): Promise<Stop[]> => {
  const officer = await visits.callAs('officer1');
  const { items } = await officer.must('GET', '/reception-halls');
  for (const { dayId } of items as { dayId: string }[]) {
    const { groups } = await officer.must('GET', `/reception-days/${dayId}/hall`);
    const talking = (groups as { id: string; current: { stage: string } | null }[]).find(
      ({ current }) => current?.stage === 'talking',
    );
    if (talking === undefined) continue;
    if (part === 'hall') return [stop('officer1', `halls/${dayId}`, '.hall-figures')];
    if (part === 'door') return [stop('clerk', `halls/${dayId}/door`, 'main .panel')];
    return [stop('officer1', `halls/${dayId}/groups/${talking.id}`, '.ticket-figure')];
  }
  throw new Error('the county has no running hall');
};

type Stops = (visits: Visits) => Promise<readonly Stop[]> | readonly Stop[];

/** One entry for each pattern of the router; `setup` is walked through by the own office. */
export const consoleStops: Readonly<Record<string, Stops>> = {
  setup: () => [stop('', 'setup')],
  desk: () => [
    stop('officer1', 'desk', '.line'),
    stop('leader', 'desk'),
    stop('accusations', 'desk', '.line'),
  ],
  petitions: () => [stop('officer1', 'petitions', '.line')],
  search: () => [stop('officer1', `search?q=${encodeURIComponent('工资')}`)],
  'public-promises': () => [
    stop('officer1', 'public-promises', table),
    stop('housing', 'public-promises', table),
  ],
  'public-promises/new': () => [stop('officehead', 'public-promises/new', 'form')],
  'public-promises/:id': async (visits) => {
    const promises = await lines(visits, 'housing', '/public-promises');
    return promises.map(({ id }) => stop('housing', `public-promises/${id}`, '#households'));
  },
  'petitions/:id': petitionStops,
  'reviews/:id': reviewStops,
  'petitions/:id/reviews/new': async (visits) => {
    const [line] = await lines(visits, 'officer1', '/petitions?limit=20&status=concluded');
    return [stop('officer1', `petitions/${line?.id ?? ''}/reviews/new`)];
  },
  'groups/:id': groupStops,
  letters: () => [stop('leader', 'letters', table)],
  'letters/:id': async (visits) => {
    const laid = await lines(visits, 'leader', '/letters');
    return laid.slice(0, 2).map(({ id }) => stop('leader', `letters/${id}`));
  },
  'supervision/letters': () => [
    stop('supervisor1', 'supervision/letters', table),
    stop('housing-head', 'supervision/letters?whose=to-answer', table),
  ],
  'supervision/letters/settings': () => [
    stop('officehead', 'supervision/letters/settings', 'form'),
  ],
  'supervision/letters/:id': async (visits) => {
    const ladders = await lines(visits, 'supervisor1', '/supervision/letters');
    return ladders.slice(0, 6).map(({ id }) => stop('supervisor1', `supervision/letters/${id}`));
  },
  'petitions/:id/supervision-letters/new': async (visits) => [
    stop(
      'supervisor1',
      `petitions/${await first(visits, 'housing', 'handle')}/supervision-letters/new`,
    ),
  ],
  'supervision/consequences': () => [stop('supervisor1', 'supervision/consequences', table)],
  'supervision/consequences/:id': async (visits) => {
    const all = await lines(visits, 'supervisor1', '/supervision/consequences');
    return all.map(({ id }) => stop('supervisor1', `supervision/consequences/${id}`));
  },
  'petitions/:id/consequences/new': async (visits) => [
    stop('supervisor1', `petitions/${await first(visits, 'housing', 'handle')}/consequences/new`),
  ],
  'supervision/notices': () => [stop('housing', 'supervision/notices', table)],
  'petitions/:id/trace-back': async (visits) => [
    stop('supervisor1', `petitions/${await first(visits, 'housing', 'handle')}/trace-back`),
  ],
  backlog: () => [stop('officer1', 'backlog', table), stop('housing', 'backlog', table)],
  'backlog/:id': async (visits) => {
    const cases = await lines(visits, 'housing', '/backlog');
    return cases
      .slice(0, 6)
      .flatMap(({ id }) => [stop('housing', `backlog/${id}`), stop('officehead', `backlog/${id}`)]);
  },
  sponsored: () => [stop('leader', 'sponsored', table), stop('housing', 'sponsored', table)],
  'sponsored/posts': () => [
    stop('leader', 'sponsored/posts', table),
    stop('admin', 'sponsored/posts'),
  ],
  'sponsored/:id': async (visits) => {
    const cases = await lines(visits, 'leader', '/sponsored-cases');
    return cases.slice(0, 4).map(({ id }) => stop('leader', `sponsored/${id}`));
  },
  visits: () => [stop('housing', 'visits', table), stop('officehead', 'visits')],
  'visits/:id': async (visits) => {
    const planned = await lines(visits, 'housing', '/home-visits?status=planned');
    const made = await lines(visits, 'housing', '/home-visits?status=made');
    return [...planned.slice(0, 1), ...made.slice(0, 2)].map(({ id }) =>
      stop('housing', `visits/${id}`),
    );
  },
  'petitions/:id/visits/new': async (visits) => [
    stop('housing', `petitions/${await first(visits, 'housing', 'handle')}/visits/new`),
  ],
  'petitions/:id/meetings/new': async (visits) => [
    stop('housing', `petitions/${await first(visits, 'housing', 'handle')}/meetings/new`),
  ],
  'meetings/:id': async (visits) => {
    const found = await lines(visits, 'housing', '/meetings');
    const seen = new Map(found.map((line) => [line.status, line.id]));
    return [
      ...[...seen.values()].map((id) => stop('housing', `meetings/${id}`, '#participants')),
      stop(
        'housing',
        `meetings/${seen.get('planned') ?? ''}?do=recordMeeting&actions=1&open=1`,
        '#field-action-1',
      ),
    ];
  },
  'petitions/:id/ways-out/new': async (visits) => {
    const id = await first(visits, 'housing', 'handle');
    return ['policy', 'law', 'aid'].map((way) =>
      stop('housing', `petitions/${id}/ways-out/new?way=${way}`, '#field-reason'),
    );
  },
  'ways-out/:id': async (visits) => {
    const found = await lines(visits, 'housing', '/ways-out');
    const seen = new Map(found.map((line) => [`${line.way} ${line.status}`, line.id]));
    return [...seen.values()].map((id) => stop('housing', `ways-out/${id}`, '#reason'));
  },
  'festival-visits/:id?': async (visits) => {
    const [visit] = await lines(visits, 'housing', '/festival-visits');
    return [
      stop('housing', 'festival-visits', table),
      stop('housing', `festival-visits/${visit?.id ?? ''}`, '#visit'),
    ];
  },
  field: () => [stop('housing', 'field', '.field-page')],
  'field/visits': () => [stop('housing', 'field/visits', '.field-page')],
  'field/visits/:id': async (visits) => {
    const planned = await lines(visits, 'housing', '/home-visits?status=planned');
    return planned
      .slice(0, 1)
      .map(({ id }) => stop('housing', `field/visits/${id}`, '.field-page'));
  },
  supervision: () => [stop('supervisor1', 'supervision', table)],
  'supervision/items': () => [
    stop('supervisor1', 'supervision/items?status=unclosed', table),
    stop('housing', 'supervision/items', table),
  ],
  'supervision/items/new': () => [stop('supervisor1', 'supervision/items/new', '#field-words')],
  'supervision/items/:id': async (visits) => {
    const found = await lines(visits, 'supervisor1', '/supervision-items?limit=100');
    const seen = new Map(found.map((line) => [`${line.check} ${line.status}`, line.id]));
    return [...seen.values()]
      .slice(0, 6)
      .map((id) => stop('supervisor1', `supervision/items/${id}`, '#evidence'));
  },
  'field/disputes': () => [stop('grid1', 'field/disputes', '.field-page')],
  'field/disputes/:id': () => [stop('grid1', `field/disputes/${someId}`, '.field-page')],
  disputes: () => [
    stop('grid1', 'disputes?whose=line', table),
    stop('chengguan', 'disputes', table),
    stop('officer1', 'disputes?whose=line', table),
  ],
  'disputes/new': () => [stop('grid1', 'disputes/new', '#field-about')],
  'disputes/settings': () => [stop('supervisor1', 'disputes/settings', table)],
  'disputes/:id': async (visits) => {
    const seen = await lines(visits, 'grid1', '/disputes?limit=20');
    return seen.slice(0, 4).map(({ id }) => stop('grid1', `disputes/${id}`));
  },
  'disputes/decisions': () => [stop('housing', 'disputes/decisions', table)],
  'disputes/decisions/new': () => [stop('housing', 'disputes/decisions/new', '#field-title')],
  'disputes/decisions/:id': async (visits) => {
    const seen = await lines(visits, 'political-legal', '/decisions?limit=20');
    return seen.slice(0, 4).map(({ id }) => stop('political-legal', `disputes/decisions/${id}`));
  },
  commitments: () => [stop('housing', 'commitments?whose=all', table)],
  'commitments/new': async (visits) => [
    stop('leader', 'commitments/new', '#field-text'),
    stop('officehead', `commitments/new?petition=${await first(visits, 'officer1', 'triage')}`),
  ],
  'commitments/:id': async (visits) => {
    const made = await lines(visits, 'housing', '/commitments?whose=all&limit=100');
    return made.slice(0, 3).map(({ id }) => stop('housing', `commitments/${id}`));
  },
  'joint-meeting': () => [
    stop('joint-meeting', 'joint-meeting', table),
    stop('transport-head', 'joint-meeting', table),
  ],
  'joint-meeting/:id': async (visits) => {
    const meetings = await lines(visits, 'joint-meeting', '/joint-meetings');
    return meetings.slice(0, 6).map(({ id }) => stop('joint-meeting', `joint-meeting/${id}`));
  },
  hearings: () => [stop('housing', 'hearings', table)],
  'petitions/:id/proceedings/new/:kind': async (visits) => {
    const id = await first(visits, 'housing', 'handle');
    const kinds = ['hearing', 'mediation', 're-evaluation', 'deliberation'];
    return kinds.map((kind) => stop('housing', `petitions/${id}/proceedings/new/${kind}`));
  },
  'petitions/:id/proceedings/:proceedingId': proceedingStops,
  receptions: () => [stop('officer1', 'receptions')],
  'receptions/:id': async (visits) => {
    const [day] = await lines(visits, 'officer1', '/reception-days');
    return [stop('officer1', `receptions/${day?.id ?? ''}`)];
  },
  'reception-duty': () => [stop('officer1', 'reception-duty')],
  'reception-coverage': () => [stop('officer1', 'reception-coverage')],
  roster: () => [stop('officer1', 'roster', table)],
  'hall-shifts': () => [stop('officer1', 'hall-shifts')],
  halls: () => [stop('officer1', 'halls', table)],
  'halls/:dayId': (visits) => hallStops(visits, 'hall'),
  'halls/:dayId/door': (visits) => hallStops(visits, 'door'),
  'halls/:dayId/groups/:groupId': (visits) => hallStops(visits, 'group'),
  register: () => [stop('clerk', 'register', '#registration-channel')],
  papers: () =>
    ['checkPaper', 'issuePaper', 'servePaper'].map((each) =>
      stop('officehead', `papers?step=${each}`),
    ),
  'wording/:kind?': () => [stop('officehead', 'wording'), stop('officehead', 'wording/opinion')],
  wall: () => [stop('leader', 'wall', '.wall-figures dd')],
  statistics: () =>
    ['leader', 'officehead', 'housing'].map((who) => stop(who, 'statistics', '.tile-figure')),
  'statistics/table': () => [
    stop('officehead', 'statistics/table?measures=batches&rows=region&columns=channel', table),
  ],
  'statistics/reports': () => [
    stop('leader', 'statistics/reports', table),
    stop('officer1', 'statistics/reports?do=begin', '#begin'),
  ],
  'statistics/reports/:id': async (visits) => {
    const [final] = await lines(visits, 'officehead', '/reports?status=final');
    const [draft] = await lines(visits, 'officehead', '/reports?status=draft&kind=quarter');
    return [
      stop('leader', `statistics/reports/${final?.id ?? ''}`, '.report table'),
      stop(
        'officehead',
        `statistics/reports/${draft?.id ?? ''}?do=finaliseReport`,
        '.report table',
      ),
      stop('officer1', `statistics/reports/${draft?.id ?? ''}?do=recountReport`, '.report table'),
    ];
  },
  'supervision/inspections': () => [
    stop('supervisor1', 'supervision/inspections', table),
    stop('housing', 'supervision/inspections', table),
    stop('supervisor1', 'supervision/inspections?do=plan', '#field-theme'),
  ],
  'supervision/inspections/:id': async (visits) => {
    const found = await lines(visits, 'supervisor1', '/inspections');
    return found.slice(0, 4).map(({ id }) => stop('supervisor1', `supervision/inspections/${id}`));
  },
  'supervision/programmes/:id': async (visits) => {
    const found = await lines(visits, 'supervisor1', '/inspection-programmes');
    return found.slice(0, 3).map(({ id }) => stop('supervisor1', `supervision/programmes/${id}`));
  },
  'supervision/recommendations': () => [
    stop('supervisor1', 'supervision/recommendations', table),
    stop('housing-head', 'supervision/recommendations?late=true', table),
    stop('supervisor1', 'supervision/recommendations?do=draft', '#field-subject'),
  ],
  'supervision/recommendations/:id': async (visits) => {
    const one = async (status: string, user: string, step: string) => {
      const [found] = await lines(visits, user, `/recommendations?status=${status}`);
      return stop(user, `supervision/recommendations/${found?.id ?? ''}${step}`, '#says');
    };
    return [
      await one('drafted', 'supervisor1', ''),
      await one('served', 'housing-head', '?do=answerRecommendation'),
      await one('carried-out', 'supervisor1', ''),
    ];
  },
  'supervision/gaps': () => [
    stop('officer1', 'supervision/gaps', table),
    stop('officer1', 'supervision/gaps?do=note', '#field-missing'),
  ],
  'supervision/gaps/:id': async (visits) => {
    const [found] = await lines(visits, 'supervisor1', '/policy-gaps?status=noted');
    return [stop('supervisor1', `supervision/gaps/${found?.id ?? ''}?do=dropGap`, '#policy')];
  },
  'supervision/repairs': () => [
    stop('leader', 'supervision/repairs', table),
    stop('officehead', 'supervision/repairs?do=begin', '#field-goal'),
  ],
  'supervision/repairs/:id': async (visits) => {
    const found = await lines(visits, 'officehead', '/policy-repairs');
    return found.slice(0, 2).map(({ id }) => stop('officehead', `supervision/repairs/${id}`));
  },
  'supervision/board': () => [stop('officehead', 'supervision/board', table)],
  'supervision/inspection-list': () => [stop('officehead', 'supervision/inspection-list', table)],
  'statistics/leaders': () => [stop('officehead', 'statistics/leaders', table)],
  'statistics/leaders/:userId': async (visits) => {
    const { items } = await (await visits.callAs('officehead')).must('GET', '/statistics/leaders');
    const [leader] = items as readonly { readonly userId: string }[];
    return [stop('leader', `statistics/leaders/${leader?.userId ?? ''}`, '.tile-figure')];
  },
  'statistics/measures': () => [stop('leader', 'statistics/measures', table)],
  'statistics/behind': () => [
    stop('leader', 'statistics/behind?measure=batches&part=numerator&preset=year', table),
  ],
  inbox: () => [stop('officehead', 'inbox')],
  messages: () => [stop('admin', 'messages', table)],
  'organisation/:part?': () => [
    stop('admin', 'organisation', table),
    ...['users', 'regions', 'categories', 'profiles'].map((part) =>
      stop('admin', `organisation/${part}`),
    ),
  ],
  calendar: () => [stop('admin', 'calendar', table)],
  'access-log': () => [stop('auditor', 'access-log')],
  account: () => [stop('officer1', 'account')],
};
