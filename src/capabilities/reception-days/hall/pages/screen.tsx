import type { ReactElement } from 'react';
import type { Language } from '../../../../platform/http/index.ts';
import { assetPath } from '../../../../portal/assets.ts';
import { sayer } from '../../../../portal/words/index.ts';
import type { BoardView } from '../view.ts';
import { screenWords } from './words.ts';

/**
 * What hangs in the hall: huge numbers and tables, nobody's name. Without a script it looks again
 * every few seconds by itself.
 */
export const ScreenPage = ({
  language,
  token,
  board,
}: {
  readonly language: Language;
  readonly token: string;
  readonly board: BoardView;
}): ReactElement => {
  const say = sayer(screenWords, language);
  return (
    <html lang={language} className="screen">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{say('title')}</title>
        <link rel="stylesheet" href={assetPath('screen.css')} />
        <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
        <script defer src={assetPath('screen.js')} />
      </head>
      <body
        data-live={`/screens/${token}/live`}
        data-board={`/screens/${token}/board`}
        data-go={say('go', { place: '{place}' })}
        data-again={say('again', { times: '{times}' })}
        data-waiting={say('waiting', { count: '{count}' })}
        data-spoken={say('spoken', { label: '{label}', place: '{place}' })}
        data-carried={say('carried', { day: '{day}' })}
        data-language={language}
      >
        <header>
          <h1>{say('now')}</h1>
          <button type="button" hidden data-sound={say('sound')} data-silent={say('silent')}>
            {say('sound')}
          </button>
        </header>
        <main>
          <p className="away" role="alert" hidden>
            {say('away')}
          </p>
          <ol className="calls" aria-live="polite">
            {board.calls.map((call) => (
              <li key={call.label}>
                <span className="number">{call.label}</span>
                <span className="place">
                  {say('go', { place: call.place })}
                  {call.numberedOn !== null && (
                    <small>{say('carried', { day: call.numberedOn })}</small>
                  )}
                </span>
              </li>
            ))}
          </ol>
          <p className="none" hidden={board.calls.length > 0}>
            {say('none')}
          </p>
        </main>
        <footer>
          <p className="waiting">{say('waiting', { count: board.waiting })}</p>
          <p>{say('rights')}</p>
        </footer>
      </body>
    </html>
  );
};
