import type { ReactElement, ReactNode } from 'react';
import { assetPath } from './assets.ts';
import type { Reading } from './page.tsx';

interface LayoutProps {
  readonly reading: Reading;
  readonly title: string;
  /**
   * The form of this page. Its switches and its way back then send what was typed along, so that
   * neither loses a word.
   */
  readonly formId?: string;
  /** Where back leads; with a form, back is one of its buttons. */
  readonly back?: string;
  readonly children: ReactNode;
}

const Switch = ({
  reading,
  formId,
  name,
  to,
  label,
  other,
  lang,
}: {
  readonly reading: Reading;
  readonly formId: string | undefined;
  readonly name: 'elder' | 'language';
  readonly to: string;
  readonly label: string;
  /** What it says after the script has switched without a new page. */
  readonly other?: string;
  readonly lang?: string;
}): ReactElement =>
  formId === undefined ? (
    <a
      className="switch"
      href={`/${name}?to=${to}&back=${encodeURIComponent(reading.path)}`}
      lang={lang}
      data-switch={name}
      data-other={other}
    >
      {label}
    </a>
  ) : (
    <button
      className="switch"
      form={formId}
      name="do"
      value={`${name}-${to}`}
      lang={lang}
      data-switch={name}
      data-other={other}
    >
      {label}
    </button>
  );

/** The frame of every citizen page. */
export const Layout = ({ reading, title, formId, back, children }: LayoutProps): ReactElement => {
  const { say, elder, language, office } = reading;
  return (
    <html lang={language} className={elder ? 'elder' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`${title} · ${say('site.name')}`}</title>
        <link rel="stylesheet" href={assetPath('portal.css')} />
        <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
        <script defer src={assetPath('portal.js')} />
      </head>
      <body>
        <a className="skip" href="#main">
          {say('site.skip')}
        </a>
        {/* Enter in a field presses the form's first button: that must be “continue”. */}
        {formId !== undefined && (
          <button
            className="away"
            form={formId}
            name="do"
            value="next"
            tabIndex={-1}
            aria-hidden="true"
          >
            {say('site.continue')}
          </button>
        )}
        <header>
          <a className="brand" href="/">
            {say('site.name')}
            <small>{say('site.motto')}</small>
          </a>
          <div className="switches">
            <Switch
              {...{ reading, formId }}
              name="elder"
              to={elder ? 'off' : 'on'}
              label={say(elder ? 'site.elder.off' : 'site.elder.on')}
              other={say(elder ? 'site.elder.on' : 'site.elder.off')}
            />
            <Switch
              {...{ reading, formId }}
              name="language"
              to={say('site.language.lang')}
              label={say('site.language')}
              lang={say('site.language.lang')}
            />
          </div>
        </header>
        {back !== undefined && (
          <nav className="back" aria-label={say('site.back')}>
            {formId === undefined ? (
              <a href={back}>{say('site.back')}</a>
            ) : (
              <button form={formId} name="do" value="back">
                {say('site.back')}
              </button>
            )}
          </nav>
        )}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer aria-label={say('site.footer')}>
          {office.phone !== '' && (
            <p>
              <a className="phone" href={`tel:${office.phone}`}>
                {say('site.call', { phone: office.phone })}
              </a>
            </p>
          )}
          <ul>
            {(['rights', 'offices', 'statistics', 'verify', 'help'] as const).map((page) => (
              <li key={page}>
                <a href={`/${page}`}>{say(`nav.${page}`)}</a>
              </li>
            ))}
          </ul>
          <p>{say('site.hours', { name: office.name, phone: '', hours: office.hours })}</p>
        </footer>
      </body>
    </html>
  );
};
