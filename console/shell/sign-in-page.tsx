import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { api } from './api.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { usePageTitle } from './page-title.ts';
import { useWords } from './words-context.tsx';

interface SetupState {
  readonly setUp: boolean;
}

export function SignInPage({ onDone }: { readonly onDone: () => void }) {
  const { shell } = useWords();
  usePageTitle(shell.signIn.title);
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.get<SetupState>('/setup', { signal, open: true }),
    retry: false,
  });
  if (setup.data?.setUp === false) return <Navigate to="/setup" replace />;
  return (
    <div className="card-page">
      <header className="card-head">
        <strong className="brand">{shell.product}</strong>
        <LanguageSwitch />
      </header>
      <main className="card">
        <h1>{shell.signIn.title}</h1>
        <SignInForm onDone={onDone} />
        <p className="quiet">{shell.signIn.noAccount}</p>
        <p className="quiet">
          <a href="/">{shell.signIn.citizens}</a>
        </p>
      </main>
    </div>
  );
}
