import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { loadWords, type Language, type Words } from '../words/words.ts';
import { queryClient } from './query-client.ts';
import { saveLanguage } from './language-choice.ts';
import { router } from './routes.tsx';
import { theme } from './theme.ts';
import { SpeechContext } from './words-context.tsx';

/** Words, look, data and addresses around every page. */
export function App(props: { readonly language: Language; readonly words: Words }) {
  const [speech, setSpeech] = useState(props);
  const choose = useCallback(async (language: Language) => {
    const words = await loadWords(language);
    saveLanguage(language);
    setSpeech({ language, words });
  }, []);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech.language]);
  const value = useMemo(() => ({ ...speech, choose }), [speech, choose]);
  return (
    <SpeechContext value={value}>
      <ConfigProvider
        theme={theme}
        locale={speech.language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </SpeechContext>
  );
}
