import { z } from 'zod';
import { fileViews } from '../files/file.schemas.ts';
import { messageId } from '../ids.ts';
import { instant, line, text } from '../primitives.ts';
import { messageView, namedPerson, threadFacts } from './thread.schemas.ts';

/** Why somebody reports a message. */
export const reportKind = z.enum(['unkind', 'confidential', 'off-topic', 'other']);
export type ReportKind = z.infer<typeof reportKind>;

/** A sentence for those who look after the conversation. */
export const reportNote = text(400);

/** Why a message is hidden, for everybody who reads the conversation. */
export const hidingReason = line(200);

/** A report as those who look after the conversation see it: without who made it. */
export const report = z.object({ kind: reportKind, note: z.string(), reportedAt: instant });

/** A message with the reports that nobody has answered yet, who waits longest first. */
export const reportedMessage = z.object({
  message: messageView,
  thread: threadFacts.pick({ id: true, title: true, community: true, issueId: true }),
  reports: z.array(report).min(1).max(50),
});
export type ReportedMessage = z.infer<typeof reportedMessage>;

/** What a hidden message said: for its author and those who look after the conversation. */
export const hiddenWords = z.object({
  messageId,
  html: z.string(),
  named: z.array(namedPerson).max(100),
  files: fileViews,
});
export type HiddenWords = z.infer<typeof hiddenWords>;
