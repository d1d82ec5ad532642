/**
 * What the posts may do with inspections, recommendations and policy repairs; part of the one
 * permission table. `holder` is the inspected or addressed unit, `office` whoever keeps the record.
 */
export const inspectionGrants = {
  'case-officer': {
    'inspection.read': ['office'],
    'inspection.conduct': ['unit'],
    'recommendation.draft': ['office'],
    'gap.note': ['office'],
  },
  'office-head': {
    'inspection.read': ['office', 'holder'],
    'inspection.approve': ['office'],
    'inspection.conduct': ['unit'],
    'recommendation.verify': ['office'],
    'gap.note': ['office'],
    'repair.lead': ['office'],
  },
  handler: {
    'inspection.read': ['holder'],
    'inspection.conduct': ['unit'],
    'inspection.answer': ['holder'],
    'recommendation.answer': ['holder'],
  },
  'unit-head': {
    'inspection.read': ['holder'],
    'inspection.conduct': ['unit'],
    'inspection.answer': ['holder'],
    'recommendation.answer': ['holder'],
    'gap.note': ['holder'],
  },
  leader: {
    'inspection.read': ['office'],
    'inspection.conduct': ['unit'],
    'repair.lead': ['office'],
  },
  supervisor: {
    'inspection.read': ['office'],
    'inspection.plan': ['office'],
    'inspection.conduct': ['unit'],
    'recommendation.draft': ['office'],
    'recommendation.verify': ['office'],
    'gap.note': ['office'],
  },
} as const;
