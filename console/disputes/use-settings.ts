import { useQuery } from '@tanstack/react-query';
import type { Named } from '../../src/kernel/facts.ts';
import type {
  DisputeKind,
  DisputeSettings,
  SettingsView,
} from '../../src/capabilities/disputes/settings.ts';
import { api } from '../shell/api.ts';
import { useRegions, useUnits } from '../shell/reference-data.ts';
import { useSession } from '../shell/session.tsx';
import { useSpeech } from '../shell/words-context.tsx';

/** Where the settings are kept while the program is open. */
export const settingsKey = ['reference', '/dispute-settings'] as const;

/** Settings as they are asked for, with what became of it. */
export const useSettingsQuery = (staleTime = 300_000) =>
  useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => api.get<SettingsView>('/dispute-settings', { signal }),
    staleTime,
  });

/** Kinds and limits of the office of the reader's place. */
export const useDisputeSettings = (): SettingsView | undefined => useSettingsQuery().data;

/** The kinds that are offered to whoever records a dispute. */
export const kindsOffered = ({ kinds }: Pick<DisputeSettings, 'kinds'>): readonly DisputeKind[] =>
  kinds.filter(({ retired }) => retired !== true);

/** A name that comes with the data, in the reader's language. */
export function useNamed(): (name: Named) => string {
  const { language } = useSpeech();
  return (name) => (language === 'zh-CN' ? name.zh : name.en);
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Places of the reader's own unit and below it, the nearest first. */
export function useOwnRegions(): readonly Option[] {
  const { unit } = useSession();
  const units = useUnits();
  const regions = useRegions();
  const own = units.find(({ id }) => id === unit?.id)?.regionCode ?? '';
  return own === ''
    ? []
    : regions
        .filter(({ code }) => code.startsWith(own))
        .map(({ code, name }) => ({ value: code, label: name }));
}
