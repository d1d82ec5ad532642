import type { ReactElement, ReactNode } from 'react';
import { CallUs, Facts, Form, Notice } from '../../../../portal/components.tsx';
import { Layout } from '../../../../portal/layout.tsx';
import type { RegionChoice } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import type { PetitionKey } from '../words/index.ts';
import { pathBefore, pathOf, typedIn, type DraftContent, type StepId } from './content.ts';
import { othersOf } from './faults.ts';
import { stepOf } from './question.tsx';

type Row = readonly [step: StepId, label: string, value: string];

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n');

const choiceIn = (reading: PetitionReading, group: string, value: string): string =>
  value === '' ? '' : reading.tell(`${group}.${value}` as PetitionKey);

const personIn = (reading: PetitionReading, content: DraftContent): string => {
  const { tell } = reading;
  const typed = (field: Parameters<typeof typedIn>[1]): string => typedIn(content, field);
  const count = othersOf(content).length + 1;
  const unnamed = typed('anonymous') === 'yes';
  const name = unnamed ? tell('you.unnamed') : typed('name');
  const kind = (typed('documentType') || 'identity-card') as 'identity-card';
  return joined(
    count > 1 ? tell('check.people', { name, count }) : name,
    typed('mobile'),
    unnamed || typed('documentNumber') === ''
      ? ''
      : `${tell(`you.documentType.${kind}`)} ${typed('documentNumber')}`,
    typed('organisation'),
  );
};

const rowsOf = (
  reading: PetitionReading,
  content: DraftContent,
  path: readonly RegionChoice[],
): readonly Row[] => {
  const { tell } = reading;
  const typed = (field: Parameters<typeof typedIn>[1]): string => typedIn(content, field);
  const helps = !['', 'self'].includes(typed('helping'));
  return [
    [
      'helper',
      tell('helper.title'),
      joined(
        choiceIn(reading, 'helper', typed('helping')),
        ...(helps ? [typed('helperName'), typed('helperMobile'), typed('helperRelation')] : []),
      ),
    ],
    ['purpose', tell('purpose.title'), choiceIn(reading, 'purpose', typed('purpose'))],
    ['story', tell('story.title'), joined(typed('title'), typed('text'))],
    [
      'demands',
      tell('demands.title'),
      content.demands.map((demand, index) => `${index + 1}. ${demand}`).join('\n'),
    ],
    [
      'place',
      tell('place.title'),
      joined(path.map(({ name }) => name).join(' › '), typed('place')),
    ],
    [
      'concerned',
      tell('concerned.title'),
      joined(typed('unit'), typed('accusedPersons'), typed('earlierSteps')),
    ],
    ['you', tell(helps ? 'you.title.other' : 'you.title'), personIn(reading, content)],
    ['files', tell('files.title'), content.uploads.map(({ name }) => name).join('\n')],
    [
      'papers',
      tell('papers.title'),
      joined(
        choiceIn(reading, 'papers', typed('service')),
        typed('address'),
        typed('email'),
        typed('safeContact'),
        typed('secrecy') === 'yes' ? tell('check.secrecy.yes') : '',
      ),
    ],
  ];
};

/** Everything once more before it is sent, each line a step away from being changed. */
export const CheckPage = ({
  reading,
  content,
  path,
  missing,
  notice,
}: {
  readonly reading: PetitionReading;
  readonly content: DraftContent;
  readonly path: readonly RegionChoice[];
  /** Pages that still need something. */
  readonly missing: readonly StepId[];
  readonly notice?: string | undefined;
}): ReactElement => {
  const { tell } = reading;
  const rows = rowsOf(reading, content, path);
  const change = (step: StepId, label: string): ReactNode => (
    <a href={`${pathOf(step)}?return=check`} aria-label={`${tell('submit.change')}: ${label}`}>
      {tell('submit.change')}
    </a>
  );
  const toDo = rows.filter(([step]) => missing.includes(step));
  return (
    <Layout reading={reading} title={tell('check.title')} formId="step" back={pathBefore('check')}>
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
          <CallUs reading={reading} />
        </Notice>
      )}
      <p className="step">{stepOf(reading, 'check')}</p>
      <h1>{tell('check.title')}</h1>
      {toDo.length > 0 && (
        <Notice kind="warn" title={tell('check.missing')}>
          <ul>
            {toDo.map(([step, label]) => (
              <li key={step}>
                <a href={`${pathOf(step)}?return=check`}>{label}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{tell('check.help')}</p>
      <Facts
        rows={rows.map(([step, label, value]) => [
          label,
          value === '' ? <span className="soft">{tell('check.none')}</span> : value,
          change(step, label),
        ])}
      />
      <Form reading={reading} id="step" action={pathOf('check')}>
        {toDo.length === 0 && <p>{tell('check.sure')}</p>}
        <div className="buttons">
          {toDo.length === 0 && (
            <button className="button" name="do" value="next">
              {tell('check.send')}
            </button>
          )}
          <button className="button second" name="do" value="save">
            {tell('submit.saveLater')}
          </button>
        </div>
      </Form>
    </Layout>
  );
};
