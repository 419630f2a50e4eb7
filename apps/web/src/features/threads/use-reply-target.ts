import { messageId, type ThreadId } from '@landbridge/contract';
import type { MessageView } from '@landbridge/contract/threads';
import { z } from 'zod';
import { parseKept } from '../../platform/parse-kept.ts';
import { useDraft } from '../../platform/use-draft.ts';

const replyTarget = z.object({ id: messageId, name: z.string(), excerpt: z.string() });

/** The message that the draft of a thread answers; kept with the draft. */
export const useReplyTarget = (id: ThreadId) => {
  const draft = useDraft(`reply/${id}`);
  return {
    target: parseKept(replyTarget, draft.text || null),
    set: ({ id: target, author, excerpt }: MessageView) => draft.setText(JSON.stringify({ id: target, name: author.name, excerpt })),
    clear: () => draft.setText(''),
  };
};
