import type { Level } from '../../kernel/units.ts';
import type { Step } from './contract.ts';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** Levels of administration at which a matter is answered for. */
export const levelNames: Readonly<Record<Level | 'none', Name>> = {
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
  none: { zh: '未注明', en: 'Not stated' },
};

export const visitNames: Readonly<Record<string, Name>> = {
  single: { zh: '个体访', en: 'Single visit' },
  group: { zh: '集体访（5 人及以上）', en: 'Group visit (5 or more)' },
};

export const repeatNames: Readonly<Record<string, Name>> = {
  first: { zh: '初次', en: 'First time' },
  repeat: { zh: '重复', en: 'Repeat' },
};

/** What a step of time is called, by the day on which it begins. */
export function periodName(key: string, step: Step): Name {
  const [year = '', month = '', day = ''] = key.split('-');
  const [number, date] = [Number(month), Number(day)];
  switch (step) {
    case 'day':
      return { zh: `${year}年${number}月${date}日`, en: key };
    case 'week':
      return { zh: `${year}年${number}月${date}日起一周`, en: `Week from ${key}` };
    case 'month':
      return { zh: `${year}年${number}月`, en: `${year}-${month}` };
    case 'quarter': {
      const quarter = Math.floor((number - 1) / 3) + 1;
      return { zh: `${year}年第${quarter}季度`, en: `${year} Q${quarter}` };
    }
    case 'year':
      return { zh: `${year}年`, en: year };
  }
}
