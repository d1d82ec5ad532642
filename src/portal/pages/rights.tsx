import type { ReactElement } from 'react';
import { getPeriod, type PeriodId } from '../../kernel/periods.ts';
import { Layout } from '../layout.tsx';
import type { Reading } from '../page.tsx';

/** The periods that a petitioner waits for or has, in the order of a petition's life. */
const shown = [
  'triage',
  'acceptance',
  'handling',
  'extension',
  'review-request',
  'review',
  're-examination-request',
  're-examination',
  'withdrawal-revocation',
] as const satisfies readonly PeriodId[];

const PeriodRow = ({
  reading: { say, language },
  id,
}: {
  readonly reading: Reading;
  readonly id: (typeof shown)[number];
}): ReactElement => {
  const { amount, unit, basis } = getPeriod(id);
  const law = language === 'en' ? basis.lawEn : basis.law;
  return (
    <tr>
      <td>{say(`rights.${id}`)}</td>
      <td>{say(unit === 'working-days' ? 'rights.workingDays' : 'rights.days', { amount })}</td>
      <td>{basis.article === '' ? law : say('rights.basis', { law, article: basis.article })}</td>
    </tr>
  );
};

/** Rights and periods explained (W-3), the numbers read from the rules themselves. */
export const RightsPage = ({ reading }: { readonly reading: Reading }): ReactElement => {
  const { say } = reading;
  return (
    <Layout reading={reading} title={say('rights.title')} back="/">
      <h1>{say('rights.title')}</h1>
      <h2>{say('rights.your')}</h2>
      <ul>
        {([1, 2, 3, 4, 5, 6] as const).map((item) => (
          <li key={item}>{say(`rights.your.${item}`)}</li>
        ))}
      </ul>
      <h2>{say('rights.periods')}</h2>
      <p>{say('rights.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('rights.table.step')}</th>
            <th scope="col">{say('rights.table.limit')}</th>
            <th scope="col">{say('rights.table.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((id) => (
            <PeriodRow key={id} reading={reading} id={id} />
          ))}
        </tbody>
      </table>
      <p>{say('rights.count')}</p>
      <h2>{say('rights.never')}</h2>
      <ul>
        {([1, 2, 3] as const).map((item) => (
          <li key={item}>{say(`rights.never.${item}`)}</li>
        ))}
      </ul>
    </Layout>
  );
};
