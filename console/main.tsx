import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';
import { savedLanguage } from './shell/language-choice.ts';
import { loadWords } from './words/words.ts';
import './shell/styles/base.css';
import './shell/styles/layout.css';
import './shell/styles/forms.css';
import './shell/styles/lists.css';
import './shell/styles/petition.css';
import './shell/styles/statistics.css';
import './shell/styles/hall.css';
import './shell/styles/field.css';
import './shell/styles/print.css';

const language = savedLanguage();
const words = await loadWords(language);
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App language={language} words={words} />
    </StrictMode>,
  );
}
