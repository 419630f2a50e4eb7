import { useCallback, useState } from 'react';
import { keepDraft, readDraft } from './drafts.ts';

/** The text of one place, kept as it is typed. */
export const useDraft = (place: string) => {
  const [draft, setDraft] = useState(() => ({ place, text: readDraft(place)?.text ?? '', keptAt: readDraft(place)?.keptAt ?? null }));
  const current = draft.place === place ? draft : { place, text: readDraft(place)?.text ?? '', keptAt: readDraft(place)?.keptAt ?? null };
  const setText = useCallback((text: string) => setDraft({ place, text, keptAt: keepDraft(place, text) }), [place]);
  return { text: current.text, keptAt: current.keptAt, setText };
};
