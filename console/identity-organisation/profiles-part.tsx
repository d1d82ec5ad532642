import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { NewProfile, Profile } from '../../src/capabilities/identity-organisation/contract.ts';
import { api } from '../shell/api.ts';
import { DateField } from '../shell/date-field.tsx';
import { todayInShanghai } from '../shell/date-typing.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useSubmission } from '../shell/use-submission.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor, type Words } from '../words/words.ts';
import { ProfileForm } from './profile-form.tsx';

interface Answer {
  readonly profiles: readonly Profile[];
  readonly examples: readonly Omit<NewProfile, 'from'>[];
}

/** Named local profiles: limits stricter than the law, dated, with their source (P-9). */
export function ProfilesPart({ administers }: { readonly administers: boolean }) {
  const { organisation: say } = useWords();
  const [begun, setBegun] = useState<{ at: number; with: Omit<NewProfile, 'from'> | null }>({
    at: 0,
    with: null,
  });
  const query = useQuery({
    queryKey: ['local-profiles'],
    queryFn: ({ signal }) => api.get<Answer>('/local-profiles', { signal }),
  });
  if (query.isError) return <ProblemNote error={query.error} />;
  if (query.data === undefined) return <Waiting lines={6} />;
  const { profiles, examples } = query.data;
  return (
    <>
      <p className="quiet">{say.profile.intro}</p>
      {profiles.length === 0 && <p className="empty panel">{say.profile.empty}</p>}
      {profiles.map((profile) => (
        <ProfileItem key={profile.id} profile={profile} administers={administers} />
      ))}
      {administers && examples.length > 0 && (
        <section className="panel gap-top" aria-labelledby="profile-examples">
          <h2 id="profile-examples">{say.profile.examples}</h2>
          {examples.map((example) => (
            <p key={example.name} className="row gap-top">
              {!profiles.some(({ name, to }) => name === example.name && to === null) && (
                <EnableExample example={example} />
              )}
              <Button onClick={() => setBegun({ at: begun.at + 1, with: example })}>
                {fill(say.profile.fromExample, { name: example.name })}
              </Button>
            </p>
          ))}
        </section>
      )}
      {administers && <ProfileForm key={begun.at} begin={begun.with} />}
    </>
  );
}

/** In force from today by one press; name and source are changed before where the office has its own. */
function EnableExample({ example }: { readonly example: Omit<NewProfile, 'from'> }) {
  const { organisation: say } = useWords();
  const client = useQueryClient();
  const { submit, busy, error } = useSubmission((body, key) =>
    api.post('/local-profiles', body, { key }),
  );
  const enable = async () => {
    const from = todayInShanghai(Date.now());
    if ((await submit({ ...example, from })) !== null) await client.invalidateQueries();
  };
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => void enable()}>
        {fill(say.profile.enable, { name: example.name })}
      </Button>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}

/** A limit as a sentence: period, amount with unit, and for which purposes. */
function limitText({ terms, organisation: say }: Words, limit: Profile['limits'][number]): string {
  const amount = fill(say.profile.unit[limit.unit], { amount: limit.amount });
  const list = limit.purposes.map((each) => wordFor(terms.purpose, each)).join(say.profile.between);
  const purposes = list === '' ? '' : fill(say.profile.forPurposes, { list });
  return `${terms.period[limit.period]} ${amount}${purposes}`;
}

function ProfileItem(props: { readonly profile: Profile; readonly administers: boolean }) {
  const { profile, administers } = props;
  const words = useWords();
  const { organisation: say, terms } = words;
  const units = useUnits();
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  const applies = [
    ...profile.units.map(nameOf),
    ...profile.channels.map((each) => wordFor(terms.channel, each)),
    ...profile.categories,
  ];
  return (
    <section className="panel gap-top" aria-label={profile.name}>
      <h2>
        {profile.name} <span className="tag">{terms.certainty[profile.certainty]}</span>
      </h2>
      <dl className="facts">
        <dt>{say.profile.source}</dt>
        <dd>{profile.source}</dd>
        <dt>{say.profile.inForce}</dt>
        <dd className="figure">
          {profile.to === null
            ? fill(say.profile.since, { from: profile.from })
            : `${profile.from} — ${profile.to}`}
        </dd>
        <dt>{say.profile.appliesTo}</dt>
        <dd>{applies.length === 0 ? say.profile.everything : applies.join(say.profile.between)}</dd>
        <dt>{say.profile.limits}</dt>
        <dd>
          <ul className="plain-list">
            {profile.limits.map((limit) => (
              <li key={`${limit.period} ${limit.purposes.join()}`}>{limitText(words, limit)}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {administers && profile.to === null && <EndProfile profile={profile} />}
    </section>
  );
}

function EndProfile({ profile }: { readonly profile: Profile }) {
  const { organisation: say } = useWords();
  const client = useQueryClient();
  const [lastDay, setLastDay] = useState(todayInShanghai(Date.now()));
  const { submit, busy, error } = useSubmission((body, key) =>
    api.post(`/local-profiles/${profile.id}/end`, body, { key }),
  );
  const end = async () => {
    if ((await submit({ lastDay })) !== null) await client.invalidateQueries();
  };
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      <div className="row gap-top">
        <DateField compact label={say.profile.lastDay} value={lastDay} onChange={setLastDay} />
        <Button
          loading={busy}
          aria-label={`${say.profile.end} ${profile.name}`}
          onClick={() => void end()}
        >
          {say.profile.end}
        </Button>
      </div>
    </>
  );
}
