import { builtInCalendar } from '../../../kernel/calendar-years.ts';
import type { UnitDirectory, UnitFact } from '../../../kernel/units.ts';

const unit = (id: string, kind: UnitFact['kind'], parentId: string | null): UnitFact => ({
  id,
  name: id,
  kind,
  level: 'county',
  regionCode: '430121',
  parentId,
  active: true,
  successorId: null,
});

const facts = new Map(
  [
    unit('county-government', 'leadership', null),
    unit('office', 'petition-office', 'county-government'),
    unit('housing', 'bureau', 'county-government'),
    unit('transport', 'bureau', 'county-government'),
    unit('discipline', 'discipline-body', 'county-government'),
  ].map((each) => [each.id, each] as const),
);

export const units: UnitDirectory = { find: (id) => facts.get(id) };
export const calendar = builtInCalendar();
