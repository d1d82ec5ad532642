import { useSpeech } from './words-context.tsx';

/** Each language by its own name. */
export function LanguageSwitch() {
  const { language, words, choose } = useSpeech();
  const { zh, en, label } = words.shell.language;
  const other = language === 'en' ? ('zh-CN' as const) : ('en' as const);
  return (
    <button
      type="button"
      className="plain-button"
      lang={other}
      aria-label={`${label}: ${other === 'en' ? en : zh}`}
      onClick={() => void choose(other)}
    >
      {other === 'en' ? en : zh}
    </button>
  );
}
