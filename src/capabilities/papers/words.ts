/** Words that the layout itself prints, on papers that are always Chinese. */
export const layoutWords = {
  verification: '扫码核验',
  progress: '扫码查询办理进度',
  code: '核验码：',
  draft: '草稿',
  attachment: '附件：',
  copies: '抄送：',
  seal: '盖章处',
} as const;
