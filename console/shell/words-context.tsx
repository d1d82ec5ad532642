import { createContext, useContext } from 'react';
import type { Language, Words } from '../words/words.ts';

interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly choose: (language: Language) => Promise<void>;
}

export const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('no words around');
  return speech;
}

/** The catalogue in the reader's language. */
export function useWords(): Words {
  return useSpeech().words;
}
