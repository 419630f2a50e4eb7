import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { deviceStore } from './device-store.ts';
import { draftPlace, keepDraft, parseDraft } from './drafts.ts';

/** The text of one place, kept as it is typed. Tabs that show the same place show the same text. */
export const useDraft = (place: string) => {
  const kept = useSyncExternalStore(deviceStore.subscribe, () => deviceStore.read(draftPlace(place)));
  const draft = useMemo(() => parseDraft(kept), [kept]);
  const setText = useCallback((text: string) => keepDraft(place, text), [place]);
  return { text: draft?.text ?? '', keptAt: draft?.keptAt ?? null, setText };
};
