import { describe, expect, test } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import type { HallStep } from './command.ts';
import { decide } from './decide/index.ts';
import { evolve } from './evolve.ts';
import { nextSeries, ownSeries, unitsOf, usualSettings, type Hall } from './hall.ts';

const on = localDate('2026-11-23');

function hallOf() {
  let seq = 1;
  let hall = evolve('hall', null, {
    type: 'HallPrepared',
    data: { dayId: 'day', unit: 'office', on, settings: usualSettings },
    seq,
    at: 0,
  });
  return {
    get hall(): Hall {
      if (hall === null) throw new Error('no hall');
      return hall;
    },
    do(step: HallStep): string {
      const decision = decide(this.hall, step);
      if (!decision.ok) return decision.refusal.code;
      for (const event of decision.value)
        hall = evolve('hall', hall, { ...event, seq: ++seq, at: 0 });
      return `${this.hall.sitsOn} ${decision.value.length}`;
    },
  };
}

const group = { id: 'g1', label: '第1接谈组', place: '1号桌', units: ['housing'], topics: [] };

describe('R-3 the hall of a reception day', () => {
  test('R-3 sits again on the morning to which tickets were carried', () => {
    const it = hallOf();
    const later = localDate('2026-11-24');
    expect(it.do({ type: 'sit', on })).toBe('2026-11-23 0');
    expect(it.do({ type: 'sit', on: later })).toBe('2026-11-24 1');
    expect(it.hall.firstOn).toBe(on);
  });

  test('R-3 groups open and rest; their units work in it', () => {
    const it = hallOf();
    it.do({ type: 'formGroup', group });
    expect(it.do({ type: 'openGroup', groupId: 'g2' })).toBe('group-unknown');
    it.do({ type: 'openGroup', groupId: 'g1' });
    expect(it.hall.groups[0]?.open).toBe(true);
    it.do({ type: 'changeGroup', group: { ...group, topics: ['H'] } });
    expect(it.hall.groups[0]).toMatchObject({ open: true, topics: ['H'] });
    expect(unitsOf(it.hall)).toEqual(['office', 'housing']);
    it.do({ type: 'restGroup', groupId: 'g1' });
    expect(it.hall.groups[0]?.open).toBe(false);
  });

  test('R-3 every desk has letters of its own, never those of line or telephone', () => {
    const series = Array.from({ length: 60 }, (_, desks) => nextSeries(desks));
    expect(new Set(series).size).toBe(60);
    expect(series).not.toContain(ownSeries.portal);
    expect(series).not.toContain(ownSeries.telephone);
    expect(series[0]).toBe('A');
  });

  test('R-3 a screen is revoked once', () => {
    const it = hallOf();
    it.do({ type: 'addScreen', screenId: 's1', label: '大厅' });
    expect(it.do({ type: 'revokeScreen', screenId: 's1' })).toBe('2026-11-23 1');
    expect(it.do({ type: 'revokeScreen', screenId: 's1' })).toBe('2026-11-23 0');
  });
});
