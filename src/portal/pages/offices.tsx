import type { ReactElement } from 'react';
import { Facts } from '../components.tsx';
import type { OfficeInfo } from '../deps.ts';
import { Layout } from '../layout.tsx';
import type { Reading } from '../page.tsx';

const OfficeCard = ({
  reading: { say },
  office,
}: {
  readonly reading: Reading;
  readonly office: OfficeInfo;
}): ReactElement => {
  const rows = [
    [say('offices.address'), office.address],
    [say('offices.phone'), office.phone && <a href={`tel:${office.phone}`}>{office.phone}</a>],
    [say('offices.hours'), office.hours],
    [say('offices.email'), office.email && <a href={`mailto:${office.email}`}>{office.email}</a>],
    [say('offices.procedure'), office.procedure],
  ] as const;
  return (
    <section aria-labelledby={`office-${office.id}`}>
      <h2 id={`office-${office.id}`}>{office.name}</h2>
      <Facts rows={rows.filter(([, value]) => value !== '')} />
    </section>
  );
};

/** What every office has to publish about itself (Reg. art. 18). */
export const OfficesPage = ({
  reading,
  offices,
}: {
  readonly reading: Reading;
  readonly offices: readonly OfficeInfo[];
}): ReactElement => {
  const { say } = reading;
  return (
    <Layout reading={reading} title={say('offices.title')} back="/">
      <h1>{say('offices.title')}</h1>
      <p>{say(offices.length === 0 ? 'offices.none' : 'offices.lead')}</p>
      {offices.map((office) => (
        <OfficeCard key={office.id} reading={reading} office={office} />
      ))}
      <h2>{say('offices.channels')}</h2>
      <p>{say('offices.channels.text')}</p>
      <h2>{say('offices.progress')}</h2>
      <p>{say('offices.progress.text')}</p>
      <p>
        <a href="/rights">{say('nav.rights')}</a>
      </p>
    </Layout>
  );
};
