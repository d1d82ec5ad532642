import { localDateOf } from '../../../kernel/local-date.ts';
import {
  paperDocumentSchema,
  type PaperDocument,
  type PaperDocumentInput,
} from '../../papers/index.ts';
import type { AssessmentView } from './view.ts';
import { kindNames, paperWords as say } from './words.ts';

type Block = PaperDocumentInput['blocks'][number];
type Words = Omit<AssessmentView, 'petitionBand' | 'petitions' | 'allowances'>;

const heading = (text: string): Block => ({ type: 'heading', level: 1, text });
const paragraph = (text: string): Block => ({ type: 'paragraph', text });
/** What was typed ends as a sentence does. */
const sentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

const checklist = ({ checks }: Words): Block => ({
  type: 'figures',
  caption: say.checklist,
  columns: [
    { head: say.question, align: 'left' },
    { head: say.answer, align: 'left' },
    { head: say.reasons, align: 'left' },
  ],
  rows: checks.map(({ name, question, answer, words }) => ({
    cells: [
      `${name.zh}：${question.zh}`,
      answer === null ? say.open : say.answers[answer],
      words === '' ? '—' : words,
    ],
  })),
  note: `${say.source}：${[...new Set(checks.map(({ source }) => source))].join('；')}`.slice(
    0,
    300,
  ),
});

const consultations = ({ consultations: held }: Words): Block[] =>
  held.length === 0
    ? [paragraph(say.none)]
    : held.flatMap(({ kind, heldOn, people, opinions, answer }) => [
        paragraph(
          `${heldOn}，${say.consultations[kind]}，${people === 0 ? '' : `${people}人参加。`}` +
            `${say.opinions}：${sentence(opinions)}${say.answered}：${sentence(answer)}`,
        ),
      ]);

const legality = ({ reviews }: Words): Block[] =>
  reviews.length === 0
    ? [paragraph(say.none)]
    : reviews.map(({ by, at, opinion, words, validUntil }) =>
        paragraph(
          `${localDateOf(at)}，${say.reviewer}${by}：${say.legalities[opinion]}。${sentence(words)}` +
            `${say.validUntil}${validUntil}。`,
        ),
      );

function conclusion({ conclusions, status }: Words): Block[] {
  const last = conclusions.at(-1);
  if (status !== 'concluded' || last === undefined) return [paragraph(say.notConcluded)];
  return [
    paragraph(`${say.result}：${say.results[last.result]}。${sentence(last.words)}`),
    paragraph(`${say.validUntil}${last.validUntil}。${say.afterValidity}`),
  ];
}

/**
 * The assessment of a decision as a paper in the layout of GB/T 9704 (D-3): the same record gives the
 * same document. Until it is concluded it bears the mark 草稿 and no date.
 */
export function paperOf(assessment: Words): PaperDocument {
  const { title, content, unit, assessor, region, kind, peopleConcerned, measures } = assessment;
  const concluded = assessment.status === 'concluded';
  const at = concluded ? assessment.conclusions.at(-1)?.at : undefined;
  return paperDocumentSchema.parse({
    kind: 'risk-assessment-report',
    form: 'plain',
    issuer: { name: assessor.name, sealName: assessor.name },
    title: `关于“${title}”的${say.title}`,
    blocks: [
      paragraph(
        `${say.decider}：${unit.name}。${say.assessor}：${assessor.name}。${say.place}：${region}。` +
          `${say.kind}：${kindNames[kind].zh}。${say.people}：${peopleConcerned}人。`,
      ),
      heading(say.headings.content),
      paragraph(sentence(content)),
      heading(say.headings.checks),
      checklist(assessment),
      heading(say.headings.consultations),
      ...consultations(assessment),
      heading(say.headings.measures),
      ...(measures.length === 0
        ? [paragraph(say.none)]
        : measures.map(({ words, unit: by }) => paragraph(`${sentence(words)}（${say.by}${by}）`))),
      heading(say.headings.legality),
      ...legality(assessment),
      heading(say.headings.conclusion),
      ...conclusion(assessment),
      { type: 'signature' },
    ],
    ...(at === undefined ? {} : { date: localDateOf(at) }),
    draftMark: !concluded,
  });
}
