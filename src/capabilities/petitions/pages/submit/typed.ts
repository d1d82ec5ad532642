import { cleanText } from '../../../../kernel/clean-text.ts';
import type { SentForm } from '../../../../portal/form.ts';
import { stepFields, type DraftContent, type StepId } from './content.ts';

const severalLines = new Set(['text', 'accusedPersons', 'earlierSteps', 'others']);

/** Takes out what is invisible, and what does not belong on one line. */
const cleaned = (field: string, typed: string): string => {
  const { text } = cleanText(typed);
  return (severalLines.has(field) ? text : text.replaceAll(/[\n\t]+/g, ' ')).trim();
};

const demandsOf = (form: SentForm): readonly string[] => {
  const listed = form.all('demandList').flatMap((list) => cleanText(list).text.split('\n'));
  return [...form.all('demand').map((demand) => cleanText(demand).text), ...listed]
    .map((demand) => demand.trim())
    .filter((demand) => demand !== '');
};

/** The draft with what was typed on one page; what is wrong is kept too. */
export const withTyped = (content: DraftContent, step: StepId, form: SentForm): DraftContent => {
  const fields = { ...content.fields };
  for (const field of stepFields[step]) {
    // An unticked box is not sent at all.
    if (form.has(field) || field === 'secrecy') fields[field] = cleaned(field, form.text(field));
  }
  // Nothing chosen below leaves it at the level above.
  if (step === 'place') fields['region'] = form.text('region') || form.text('chosen');
  const demands = step === 'demands' ? [...demandsOf(form)] : content.demands;
  return { ...content, fields, demands };
};
