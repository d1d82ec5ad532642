import { named } from '../../../platform/http/index.ts';

const inDays = (days: number): string => named('day', String(days));

export const dayExample = {
  kind: 'open',
  way: 'in-person',
  on: inDays(15),
  from: '09:00',
  to: '12:00',
  place: '县信访局一楼接待大厅',
  regionCode: '690121',
  leaders: [named('leader', 'magistrate')],
  theme: '',
  topics: [],
};

export const leaderExample = {
  unitId: 'county-gov',
  userId: null,
  name: '沈砚秋',
  post: '副县长',
  portfolio: '分管教育、卫生健康工作',
  topics: [],
  regions: ['690121100'],
  fields: ['校外培训'],
  from: inDays(-30),
  to: null,
};
