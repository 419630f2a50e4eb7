import { unitId } from '@landbridge/contract';
import { personSummary } from '@landbridge/contract/people';
import { z } from 'zod';
import { keepDraft, readDraft } from '../../platform/drafts.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { useDraft } from '../../platform/use-draft.ts';

/** A thread across units that is being written. Its convener sees and edits all of it before it is sent. */
const acrossDraft = z.object({
  title: z.string(),
  question: z.string(),
  markdown: z.string(),
  unitIds: z.array(unitId),
  people: z.array(personSummary),
});
type AcrossDraft = z.infer<typeof acrossDraft>;

const place = 'new-thread-across-units';
const nothing: AcrossDraft = { title: '', question: '', markdown: '', unitIds: [], people: [] };

export const useAcrossDraft = () => {
  const draft = useDraft(place);
  const wanted = parseKept(acrossDraft, draft.text || null) ?? nothing;
  return {
    wanted,
    put: (change: Partial<AcrossDraft>) => draft.setText(JSON.stringify({ ...wanted, ...change })),
    forget: () => draft.setText(''),
  };
};

/** Begins one with what is known already. @returns false when another one was begun before: that one is left alone */
export const keepAcrossDraft = (begun: Pick<AcrossDraft, 'title' | 'question' | 'markdown'>): boolean => {
  if (readDraft(place)) return false;
  keepDraft(place, JSON.stringify({ ...nothing, ...begun }));
  return true;
};
