/** The board of clock colours (U-3). */
export const board = {
  title: '时限看板',
  intro: '本单位可以查看的在办事项，按承办单位和时限颜色统计。点数字看事项。',
  empty: '没有正在计时的事项',
  emptyHelp: '有事项在办时，这里按承办单位列出各色时限的件数。',
  unit: '承办单位',
  most: '最急的时限',
  open: '{unit}：{colour} {count} 件，查看事项',
  legend: '颜色怎么算',
  meaning: {
    green: '期限用去不到 {blue}',
    blue: '期限用去 {blue} 以上、不到 {yellow}',
    yellow: '期限用去 {yellow} 以上，还没有到期',
    red: '已经超过期限',
  },
  source: '分界来源：{source}。单位的颜色是其最急一个时限的颜色。',
  assumption: '系统默认值，未见权威规定，可由本单位设定',
  asOf: '{time} 的情况，每分钟更新。',
} as const;
