/** One of the posts that stand around a case; data, so that each place has its own (S-2). */
export interface Post {
  /** Never changes its meaning; letters, digits and `-`. */
  readonly code: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** What the post usually does, to begin from. */
  readonly suggestion: string;
  /** The holder sees the own task and nothing else of the case. */
  readonly ownOnly: boolean;
}

export interface PostSettings {
  readonly posts: readonly Post[];
  /** The document or practice that they follow. */
  readonly source: string;
}

const post = (code: string, zh: string, en: string, suggestion: string, ownOnly = false): Post => ({
  code,
  label: { zh, en },
  suggestion,
  ownOnly,
});

/**
 * The seven of the usual practice (七包一). The police post sees its own task alone: what safety or
 * law needs, and nothing of the matter.
 */
export const usualPosts: PostSettings = {
  posts: [
    post(
      'district-leader',
      '县级包案领导',
      'Leader of the district',
      '牵头研究化解方案，协调部门。',
    ),
    post(
      'township-secretary',
      '乡镇（街道）书记',
      'Township secretary',
      '落实属地责任，每月听取一次进展。',
    ),
    post(
      'township-deputy',
      '乡镇（街道）分管负责人',
      'Township deputy',
      '组织村（社区）和部门办理，跟进节点。',
    ),
    post(
      'village-head',
      '村（社区）书记或主任',
      'Village secretary or head',
      '入户了解情况，听取意见。',
    ),
    post('grid-member', '网格员', 'Grid member', '日常联系，了解生活困难。'),
    post('police-post', '派出所负责人', 'Head of the police post', '现场秩序和法律咨询。', true),
    post('legal-worker', '法律工作者', 'Legal worker', '讲明法律依据和可以走的途径。'),
  ],
  source: '“七包一”通行做法（惯例，未见统一文件）',
};

export const findPost = ({ posts }: PostSettings, code: string): Post | undefined =>
  posts.find((each) => each.code === code);
