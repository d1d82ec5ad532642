/** Three-party meetings and public promises (S-4). */
export const meetings = {
  task: {
    meeting: '待召开三头对面会议',
    'meeting-minutes': '会议纪要待签发',
    'way-out': '化解办法待推进',
    'aid-approval': '救助待审批',
    'aid-payment': '救助待发放',
    'festival-visit': '节日慰问待走访',
  },
} as const;
