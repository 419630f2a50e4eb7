import type { MessageId } from '@landbridge/contract';
import type { MessageView } from '@landbridge/contract/threads';
import { z } from 'zod';
import { keepDraft, readDraft } from '../../platform/drafts.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { useDraft } from '../../platform/use-draft.ts';
import { setAttachments } from '../files/index.ts';
import { messageActs } from './message-acts.ts';

/** A changed text, and the version it began from: an edit that is taken up later still knows when somebody was faster. */
const editDraft = z.object({ version: z.int(), markdown: z.string() });
type EditDraft = z.infer<typeof editDraft>;

const placeOf = (id: MessageId) => `edit/${id}`;
const keep = (id: MessageId, draft: EditDraft) => keepDraft(placeOf(id), JSON.stringify(draft));

/** Fetches what is to be edited, unless an edit of it was begun before. */
export const beginEdit = async ({ id, files }: MessageView): Promise<void> => {
  if (parseKept(editDraft, readDraft(placeOf(id))?.text ?? null)) return;
  const { version, markdown } = await messageActs.source(id);
  keep(id, { version, markdown });
  setAttachments(placeOf(id), files);
};

export const useEditDraft = (id: MessageId) => {
  const draft = useDraft(placeOf(id));
  const kept = parseKept(editDraft, draft.text || null);
  const { version, markdown } = kept ?? { version: 1, markdown: '' };
  return {
    /** False once it was saved or given up, here or in another tab. */
    isKept: kept !== null,
    version,
    markdown,
    write: (next: string) => keep(id, { version, markdown: next }),
    /** After the other text was seen: the next save is meant to replace it. */
    rebase: (next: number) => keep(id, { version: next, markdown }),
    forget: () => keepDraft(placeOf(id), ''),
  };
};
