import type { Named } from '../../../kernel/facts.ts';
import type { Dimension } from '../../../kernel/measures.ts';
import { levels } from '../../../kernel/units.ts';
import { nameOfCode } from '../../desk/index.ts';
import type { Organisation } from '../../identity-organisation/index.ts';
import { noneKey, totalKey, type Step, type TableLine } from '../contract.ts';
import type { RawDimension } from '../read-store.ts';
import { bucketsOf, type Span } from '../spans.ts';
import { levelNames, periodName, repeatNames, visitNames } from '../words.ts';

/** One way a table is cut: which line a code belongs to, and what the lines are called. */
export interface Axis {
  readonly raw: RawDimension | null;
  /** The line of a code as the facts have it. */
  readonly keyOf: (code: string | null) => string;
  /** Lines that are shown whatever is in them. */
  readonly always: readonly string[];
  readonly lineOf: (key: string) => TableLine;
  /** In which order lines stand. */
  readonly rank: (key: string) => string;
}

export const totalLine: TableLine = {
  key: totalKey,
  label: { zh: '合计', en: 'Total' },
  opens: false,
};

const without: Named = { zh: '未注明', en: 'Not stated' };

const same = (text: string): Named => ({ zh: text, en: text });

const byCode = (
  raw: RawDimension,
  nameOf: (code: string) => Named,
  order: readonly string[] = [],
): Axis => ({
  raw,
  keyOf: (code) => code ?? noneKey,
  always: [],
  lineOf: (key) => ({ key, label: key === noneKey ? without : nameOf(key), opens: false }),
  rank: (key) => {
    if (key === noneKey) return '~';
    const place = order.indexOf(key);
    return place < 0 ? `z${key}` : `a${String(place).padStart(4, '0')}`;
  },
});

interface Node {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}

/**
 * A tree is shown one step at a time: what lies right below a node, each with all below it; and the
 * node itself for what is known no deeper.
 * @param base the node, null for the top
 */
function byTree(raw: 'region' | 'topic', nodes: readonly Node[], base: string | null): Axis {
  const known = new Map(nodes.map((node) => [node.code, node]));
  const parents = new Set(nodes.map(({ parentCode }) => parentCode));
  const keyOf = (code: string | null): string => {
    let node = code === null ? undefined : known.get(code);
    if (node === undefined) return code ?? noneKey;
    // A circle cannot be: parents are checked when they are written.
    while (node.parentCode !== base && node.code !== base && node.parentCode !== null) {
      const above = known.get(node.parentCode);
      if (above === undefined) break;
      node = above;
    }
    return node.code;
  };
  return {
    raw,
    keyOf,
    always:
      raw === 'region'
        ? nodes.filter(({ parentCode }) => parentCode === base).map(({ code }) => code)
        : [],
    lineOf: (key) => {
      const name = known.get(key)?.name ?? key;
      const label = key === noneKey ? without : key === base ? own(name) : same(name);
      return { key, label, opens: key !== base && parents.has(key) };
    },
    rank: (key) => (key === noneKey ? '~' : key),
  };
}

/** What stands at the node itself and no deeper. */
const own = (name: string): Named => ({ zh: `${name}（本级）`, en: `${name} (itself)` });

export interface AxisParts {
  readonly organisation: Organisation;
  readonly span: Span;
  readonly step: Step;
  /** The node whose children are shown. */
  readonly region: string | null;
  readonly topic: string | null;
}

/** The axis of a dimension; without one, the total alone. */
export function axisOf(dimension: Dimension | undefined, parts: AxisParts): Axis {
  const { organisation } = parts;
  const unitName = (id: string): Named => same(organisation.find(id)?.name ?? id);
  switch (dimension) {
    case undefined:
      return { ...byCode('unit', same), raw: null, keyOf: () => totalKey };
    case 'region':
      return byTree('region', organisation.regions, parts.region);
    case 'topic':
      return byTree('topic', organisation.categories, parts.topic);
    case 'level':
      return {
        ...byCode('office', (key) => levelNames[key as keyof typeof levelNames], levels),
        keyOf: (office) =>
          office === null ? noneKey : (organisation.find(office)?.level ?? noneKey),
      };
    case 'office':
    case 'unit':
      return byCode(dimension, unitName);
    case 'leader':
      return byCode('leader', (id) => same(organisation.findUser(id)?.displayName ?? id));
    case 'visit':
      return byCode('visit', (key) => visitNames[key] ?? same(key));
    case 'repeat':
      return byCode('repeat', (key) => repeatNames[key] ?? same(key));
    case 'channel':
    case 'purpose':
      return byCode(dimension, (key) => ({
        zh: nameOfCode(dimension, key, 'zh-CN'),
        en: nameOfCode(dimension, key, 'en'),
      }));
    case 'period': {
      const buckets = bucketsOf(parts.span, parts.step).map(({ key }) => key);
      return {
        raw: 'period',
        keyOf: (code) => code ?? noneKey,
        always: buckets,
        lineOf: (key) => ({ key, label: periodName(key, parts.step), opens: false }),
        rank: (key) => key,
      };
    }
  }
}
