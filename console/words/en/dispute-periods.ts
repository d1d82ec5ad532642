/** Local limits of disputes (D-1), as the list of periods calls them. */
export const disputePeriods = {
  'dispute-handling': 'Settling a dispute',
  'dispute-receipt': 'Acknowledging a dispute',
  'dispute-follow-up': 'Following up a settlement',
} as const;
