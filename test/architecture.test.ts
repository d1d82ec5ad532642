import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTest, readSource, trackedFiles, type SourceFile } from './harness/source-tree.ts';
import { owners } from './table-owners.ts';

/*
 * The layout and the import rules of ARCHITECTURE.md. A new edge needs a decision in docs/adr.
 */

/** What one kind of file may import: of its own capability, of the frame below, of packages. */
interface Rule {
  readonly may: readonly Kind[];
  /** Kinds that lend it types only. */
  readonly types?: readonly Kind[];
  /** Doors of other capabilities. */
  readonly doors?: readonly ('index' | 'events')[];
  /** The only packages; absent: any that package.json names. */
  readonly packages?: readonly string[];
}

type Kind =
  | 'kernel'
  | 'platform'
  | 'portal'
  | 'main'
  | 'contract'
  | 'events'
  | 'pure'
  | 'decide'
  | 'upcast'
  | 'words'
  | 'piece'
  | 'frame'
  | 'store'
  | 'commands'
  | 'queries'
  | 'jobs'
  | 'reactions'
  | 'routes'
  | 'pages'
  | 'index'
  | 'console'
  | 'tools';

const model: Kind[] = ['kernel', 'contract', 'events', 'pure'];
const work: Kind[] = [...model, 'platform', 'decide', 'upcast', 'words', 'piece', 'frame', 'store'];
const face: Kind[] = ['kernel', 'contract', 'platform', 'words', 'piece', 'frame'];
const both = ['index', 'events'] as const;

/** The one table. */
const rules: Record<Kind, Rule> = {
  kernel: { may: ['kernel'], packages: ['zod'] },
  platform: { may: ['kernel', 'platform'] },
  // docs/adr/portal-stands-on-the-platform.md
  portal: { may: ['kernel', 'platform', 'portal'] },

  contract: { may: ['kernel', 'contract', 'pure'], packages: ['zod'] },
  events: { may: model, packages: ['zod'] },
  pure: { may: model, doors: ['events'], packages: ['zod'] },
  decide: { may: [...model, 'decide'], packages: ['zod'] },
  upcast: { may: [...model, 'upcast'], types: ['platform'], packages: ['zod'] },
  words: { may: ['kernel', 'contract', 'words', 'pure'], types: ['platform'], packages: [] },
  piece: { may: [...model, 'platform', 'words', 'piece', 'frame'], doors: ['index'] },
  frame: {
    may: [...model, 'platform', 'piece', 'frame'],
    types: ['queries'],
    doors: ['index'],
  },
  store: {
    may: [...model, 'platform', 'store'],
    types: ['upcast', 'piece', 'frame'],
    packages: ['kysely', 'zod'],
  },
  commands: { may: [...work, 'commands', 'queries'], doors: both },
  queries: { may: [...work, 'queries'], doors: both },
  jobs: { may: [...face, 'pure', 'jobs', 'commands', 'queries'], doors: both },
  reactions: {
    may: [...face, 'pure', 'events', 'reactions', 'commands', 'queries', 'jobs'],
    doors: both,
  },
  routes: { may: [...face, 'pure', 'routes', 'commands', 'queries'], doors: ['index'] },
  pages: { may: [...face, 'pure', 'pages', 'portal', 'commands', 'queries'], doors: ['index'] },
  index: {
    may: [...work, ...face, 'commands', 'queries', 'jobs', 'reactions', 'routes', 'pages', 'index'],
  },

  console: { may: ['kernel', 'console', 'contract'], types: ['pure'] },
  main: {
    may: ['kernel', 'platform', 'portal', 'main', 'frame', 'words', 'pages'],
    doors: both,
  },
  // Programs of the developer: generators, benches.
  tools: {
    may: ['tools', 'kernel', 'platform', 'main', ...work, 'commands', 'index'],
    doors: both,
  },
};

/** The furniture of a capability by name; the first that fits. Whatever has no name is a piece. */
const furniture: readonly (readonly [RegExp, Kind])[] = [
  [/^(exports\/)?index\.ts$/, 'index'],
  [/^events\.ts$/, 'events'],
  [/^(contract|view|limits|code-names)\.ts$/, 'contract'],
  [/^(exports\/)?routes(-\w+)?(\.ts$|\/)|^request\.ts$/, 'routes'],
  [/^pages\//, 'pages'],
  [/^jobs(\.ts$|\/)/, 'jobs'],
  [/^reactions(\.ts$|\/)/, 'reactions'],
  [/^(exports\/)?(store(-\w+)?(\.ts$|\/)|[\w-]+-store\.ts$)|^directory\.ts$/, 'store'],
  [/^decide\//, 'decide'],
  [/^upcast\.ts$/, 'upcast'],
  [/^words(\.ts$|\/)/, 'words'],
  [/^((commands|queries|exports)\/)?(deps|scope|context)\.ts$/, 'frame'],
  [/^(commands(\.ts$|\/)|(change|rebuild|sender|saved-searches)\.ts$)/, 'commands'],
  [/^exports\/(ask|pages|produce|read)\.ts$/, 'commands'],
  [/^queries(\.ts$|\/)/, 'queries'],
  [/^(petition|case|command|evolve|clocks|clock-state|lifecycle|policy|projection)\.ts$/, 'pure'],
  [/^(review|bodies|commitment|letter|report|backlog|backlog-rows)\.ts$/, 'pure'],
  [/^(birth|holding|rounds|accused|related|related-view)\.ts$/, 'pure'],
  [/^(short-paths|path-clocks|urgent|urgent-clocks|local-clocks|own-days|work-order)\.ts$/, 'pure'],
  [/^meeting\.ts$/, 'pure'],
  [/^(raised|raised-clocks|agenda|competence-state|competence-clocks)\.ts$/, 'pure'],
  [/^afterwards\//, 'pure'],
  [/^peers\.ts$/, 'pure'],
  [/^(terms|draw|proceeding|tally|paper-words)\.ts$/, 'pure'],
  [/^(ticket|queue|dispatch|group-facts|holder|hall|topics)\.ts$/, 'pure'],
  [
    /^(reception-day|leader|slots|duty|coverage|rotation|settings|results|subscription|icalendar|feed)\.ts$/,
    'pure',
  ],
  [/^(task|posts)\.ts$/, 'pure'],
  [
    /^(programme|inspection|finding-names|people|recommendation|policy-gap|policy-repair)\.ts$/,
    'pure',
  ],
  [/^(keyset|colour-filter|row|question|trace-back|trace-words)\.ts$/, 'pure'],
  [/^(desk-tasks|aid-rules|festival-visit)\.ts$/, 'pure'],
  [/^(intake-check|masking|rules|session-rules|facts|measures|spans|suppression)\.ts$/, 'pure'],
  [/^(organisation|built-in-categories|example-profiles|message|templates|timing)\.ts$/, 'pure'],
  [/^(document|kinds|slots|number|template|compose|flow|wording)\.ts$|^templates\//, 'pure'],
];

/** Which capability may lean on which: `petitions` on the small ones below it, all others freely. */
const leans: Readonly<Record<string, readonly string[]>> = {
  petitions: [
    'desk',
    'search',
    'relations',
    'papers',
    'messages',
    'identity-organisation',
    'trust',
  ],
};

/** Read by nobody: they read everybody. */
const lastReaders = ['statistics', 'appraisal', 'insight'];

/** Statements that must touch two owners' tables at once, each with its reason. */
const guests: Readonly<Record<string, readonly string[]>> = {
  // An event and its place in the queue of the one order are one insert.
  'src/platform/record/store.ts': ['unlogged'],
  // The one order is made of events by their time.
  'src/platform/feed/sequencer.ts': ['event'],
  // How long the oldest event has waited for a reader.
  'src/platform/feed/lag.ts': ['event'],
  // A new master key is refused once anything was ever sealed.
  'src/platform/database/open.ts': ['event'],
  // Row-level security, lock and opening of the children in one round trip.
  'src/capabilities/petitions/store.ts': ['stream', 'event'],
  'src/capabilities/petitions/case-store.ts': ['stream'],
  'src/capabilities/petitions/rebuild-store.ts': ['stream'],
  // docs/adr/lists-read-the-petitions-rows.md
  'src/capabilities/desk/store.ts': [
    'petition',
    'desk_item',
    'accusation_item',
    'case_item',
    'search_entry',
  ],
  'src/capabilities/desk/board-store.ts': ['desk_item'],
  'src/capabilities/search/store.ts': ['petition', 'petition_number', 'search_entry'],
};

/**
 * Rooms are furnished like a capability (docs/adr/reception-day-in-rooms.md,
 * docs/adr/records-of-one-capability-in-rooms.md).
 */
const rooms = [
  'tickets|hall|reports',
  'sponsored|visits|meetings|ways-out|public-promises|record-of-work',
  'must-checks|letters|consequences|inspections|recommendations|inspection-list',
  'decisions|matches',
];
const room = new RegExp(`^(${rooms.join('|')})/(?=.)`);

const files = trackedFiles();
const code = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const sources = code.filter((file) => !isTest(file)).map(readSource);

const capabilityOf = (file: string): string | undefined =>
  /^src\/capabilities\/([^/]+)\//.exec(file)?.[1];

const kindOf = (file: string): Kind => {
  const [top = '', second = ''] = file.split('/');
  const capability = capabilityOf(file);
  if (capability !== undefined) {
    const inside = file.slice(`src/capabilities/${capability}/`.length).replace(room, '');
    return furniture.find(([name]) => name.test(inside))?.[1] ?? 'piece';
  }
  if (top === 'console') return 'console';
  if (top !== 'src') return 'tools';
  if (second === 'kernel' || second === 'platform' || second === 'portal') return second;
  return 'main';
};

/** Why an import is against the table; undefined when it is allowed. */
const wrongIn = (from: SourceFile, { target, ours, typeOnly }: SourceFile['imports'][number]) => {
  const kind = kindOf(from.path);
  const rule = rules[kind];
  if (!ours) {
    const name = target.startsWith('@') ? target.split('/', 2).join('/') : target.split('/')[0];
    const fine = rule.packages === undefined || rule.packages.includes(name ?? '');
    return fine ? undefined : `${kind} takes nothing from ${target}`;
  }
  if (!/\.tsx?$/.test(target)) return undefined;
  const to = kindOf(target);
  const [own, other] = [capabilityOf(from.path), capabilityOf(target)];
  if (other !== undefined && own !== other && kind !== 'console') {
    const door = path.posix.basename(target, '.ts');
    const throughDoor = target === `src/capabilities/${other}/${door}.ts`;
    const open = (rule.doors ?? []).some((name) => name === door);
    if (throughDoor && open) return undefined;
    return kind === 'tools' || (kind === 'main' && rule.may.includes(to))
      ? undefined
      : `${kind} enters ${other} beside its door`;
  }
  const allowed = typeOnly ? [...rule.may, ...(rule.types ?? [])] : rule.may;
  return allowed.includes(to) ? undefined : `${kind} imports ${to}`;
};

const faults = (find: (source: SourceFile) => readonly (string | undefined)[]): string[] =>
  sources.flatMap((source) =>
    find(source).flatMap((why) => (why === undefined ? [] : [`${source.path}: ${why}`])),
  );

describe('import rules', () => {
  test('every import stands in the table', () => {
    const wrong = faults((source) =>
      source.imports.map((named) => {
        const why = wrongIn(source, named);
        return why === undefined ? undefined : `${why} (${named.target})`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  const edges = new Map<string, Set<string>>();
  for (const source of sources) {
    const own = capabilityOf(source.path);
    for (const { target } of source.imports) {
      const other = capabilityOf(target);
      if (own === undefined || other === undefined || own === other) continue;
      edges.set(own, (edges.get(own) ?? new Set()).add(other));
    }
  }

  test('a capability leans only on those below it, and nobody on the last readers', () => {
    const wrong = [...edges].flatMap(([own, others]) =>
      [...others]
        .filter((other) => lastReaders.includes(other) || leans[own]?.includes(other) === false)
        .map((other) => `${own} reads ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('capabilities lean on each other in no circle', () => {
    const circles: string[] = [];
    const walk = (name: string, before: readonly string[]): void => {
      if (before.includes(name)) {
        circles.push([...before.slice(before.indexOf(name)), name].join(' → '));
        return;
      }
      for (const next of edges.get(name) ?? []) walk(next, [...before, name]);
    };
    for (const name of edges.keys()) walk(name, []);
    expect(circles).toEqual([]);
  });
});

describe('purity', () => {
  const pureKinds = new Set<Kind>(['kernel', 'contract', 'events', 'pure', 'decide', 'upcast']);

  test('no clock and no randomness in pure files', () => {
    const impure = faults((source) =>
      pureKinds.has(kindOf(source.path)) ? source.marks.filter((mark) => mark.includes('(')) : [],
    );
    expect(impure).toEqual([]);
  });
});

describe('house style', () => {
  test('no file is longer than 400 lines', () => {
    expect(faults(({ lines }) => (lines > 400 ? [`${lines} lines`] : []))).toEqual([]);
  });

  test('no type `any`, also in tests', () => {
    const all = [...sources, ...code.filter(isTest).map(readSource)];
    const found = all.filter(({ marks }) => marks.includes('any')).map((source) => source.path);
    expect(found).toEqual([]);
  });

  test('no default export outside configuration', () => {
    const found = faults(({ path: file, marks }) =>
      file.endsWith('.config.ts') ? [] : marks.filter((mark) => mark === 'default export'),
    );
    expect(found).toEqual([]);
  });

  test('no drawer for odds and ends', () => {
    const drawers = /(^|\/)(utils?|helpers?|services?|common|lib|misc)\//;
    expect(files.filter((file) => drawers.test(file))).toEqual([]);
  });
});

describe('data', () => {
  test('SQL of a capability stands in its stores only', () => {
    const statement =
      /^\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|UPDATE \w+\s+SET|WITH \w+ AS)\b/;
    const stray = sources.filter(
      (source) =>
        capabilityOf(source.path) !== undefined &&
        kindOf(source.path) !== 'store' &&
        source.texts.some((text) => statement.test(text)),
    );
    expect(stray.map((source) => source.path)).toEqual([]);
  });

  const migrations = files.filter((file) => /^db\/migrations\/.*\.sql$/.test(file));

  test('every table has exactly one owner', () => {
    const statement = /^(create|drop) (?:unlogged )?table (\w+)/gim;
    const created = migrations.toSorted().reduce<readonly string[]>((tables, file) => {
      const turns = [...readFileSync(file, 'utf8').matchAll(statement)];
      return turns.reduce<readonly string[]>((left, [, verb = '', name = '']) => {
        const others = left.filter((table) => table !== name);
        return verb.toLowerCase() === 'drop' ? others : [...left, name];
      }, tables);
    }, []);
    expect(created.toSorted()).toEqual(Object.values(owners).flat().toSorted());
  });

  test('only the owner of a table names it in SQL', () => {
    const ownerOf = new Map(
      Object.entries(owners).flatMap(([owner, tables]) => tables.map((table) => [table, owner])),
    );
    const named = new RegExp(
      `\\b(?:FROM|INTO|UPDATE|JOIN|ONLY)\\s+(${[...ownerOf.keys()].join('|')})\\b`,
      'g',
    );
    const trespassing = faults((source) =>
      source.texts.flatMap((text) =>
        [...text.matchAll(named)].map(([, table = '']) =>
          !source.path.startsWith('src/') ||
          source.path.startsWith(`${ownerOf.get(table) ?? ''}/`) ||
          guests[source.path]?.includes(table) === true
            ? undefined
            : `${table} belongs to ${ownerOf.get(table) ?? ''}`,
        ),
      ),
    );
    expect(trespassing).toEqual([]);
  });
});
