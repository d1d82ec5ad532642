import { NavLink, Outlet, ScrollRestoration, useNavigate } from 'react-router';
import { useState } from 'react';
import { useMay, useSession } from './session.tsx';
import { AccountMenu } from './account-menu.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useKeys } from './use-keys.ts';
import { useWords } from './words-context.tsx';

/** Navigation left, page right; single keys lead everywhere. */
export function Layout() {
  const { shell } = useWords();
  const session = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const go = (to: string) => () => void navigate(to);

  useKeys({
    'g d': go('/desk'),
    'g a': go('/petitions'),
    'g c': go('/commitments'),
    'g p': go('/papers'),
    'g i': go('/inbox'),
    'g m': go('/messages'),
    'g o': go('/organisation'),
    'g s': go('/statistics'),
    n: go('/register'),
    '/': () => {
      const box = document.querySelector<HTMLInputElement>('[data-search]');
      if (box === null) void navigate('/search');
      else box.focus();
    },
    '?': () => setHelp(true),
  });

  const entries = [
    { to: '/desk', label: shell.nav.desk, key: 'g d', shown: true },
    { to: '/petitions', label: shell.nav.petitions, key: 'g a', shown: may('petition.read') },
    { to: '/register', label: shell.nav.register, key: 'n', shown: may('petition.register') },
    {
      to: '/papers',
      label: shell.nav.papers,
      key: 'g p',
      shown: may('paper.check', 'paper.sign', 'paper.seal', 'paper.serve'),
    },
    { to: '/letters', label: shell.nav.letters, key: null, shown: may('letter.read') },
    {
      to: '/commitments',
      label: shell.nav.commitments,
      key: 'g c',
      shown: may('petition.read'),
    },
    {
      to: '/sponsored',
      label: shell.nav.sponsored,
      key: null,
      shown: may(
        'sponsored.lead',
        'sponsored.work',
        'sponsored.propose',
        'sponsored.verify',
        'sponsored.administer',
      ),
    },
    {
      to: '/public-promises',
      label: shell.nav.publicPromises,
      key: null,
      shown: may('public-promise.make', 'public-promise.keep'),
    },
    {
      to: '/backlog',
      label: shell.nav.backlog,
      key: null,
      shown: may('backlog.assign', 'backlog.report', 'letter.read'),
    },
    {
      to: '/visits',
      label: shell.nav.visits,
      key: null,
      shown: may('visit.plan', 'visit.record'),
    },
    { to: '/supervision', label: shell.nav.supervision, key: null, shown: may('petition.read') },
    {
      to: '/disputes',
      label: shell.nav.disputes,
      key: null,
      shown: may('dispute.read', 'decision.read'),
    },
    {
      to: '/joint-meeting',
      label: shell.nav.jointMeeting,
      key: null,
      shown: may('joint-meeting.read'),
    },
    { to: '/hearings', label: shell.nav.hearings, key: null, shown: may('roster.read') },
    { to: '/receptions', label: shell.nav.receptions, key: null, shown: may('reception.read') },
    {
      to: '/halls',
      label: shell.nav.halls,
      key: null,
      shown: may('hall.door', 'hall.hear'),
    },
    {
      to: '/statistics',
      label: shell.nav.statistics,
      key: 'g s',
      shown: may('statistics.read'),
    },
    { to: '/inbox', label: shell.nav.inbox, key: 'g i', shown: true },
    { to: '/messages', label: shell.nav.messages, key: 'g m', shown: may('outbox.read') },
    { to: '/organisation', label: shell.nav.organisation, key: 'g o', shown: true },
    { to: '/calendar', label: shell.nav.calendar, key: null, shown: true },
    { to: '/wording', label: shell.nav.wording, key: null, shown: may('template.edit') },
    { to: '/access-log', label: shell.nav.accessLog, key: null, shown: may('access.audit') },
  ].filter((entry) => entry.shown);

  return (
    <div className="frame">
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <header className="side">
        <div className="side-head">
          <strong className="brand">{shell.product}</strong>
          {session.unit !== null && <span className="side-unit">{session.unit.name}</span>}
        </div>
        <nav aria-label={shell.navigation}>
          <ul>
            {entries.map(({ to, label, key }) => (
              <li key={to}>
                <NavLink to={to} className="side-link">
                  <span>{label}</span>
                  {key !== null && <kbd aria-hidden="true">{key}</kbd>}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="side-foot">
          {session.demo && <span className="demo-mark">{shell.demo}</span>}
          <AccountMenu />
          <div className="side-tools">
            <LanguageSwitch />
            <button
              type="button"
              className="plain-button"
              aria-label={shell.keys.title}
              onClick={() => setHelp(true)}
            >
              <kbd>?</kbd>
            </button>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page">
        <Outlet />
      </main>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
      <ScrollRestoration />
    </div>
  );
}
