import { linkOptions } from '@tanstack/react-router';
import type { NoticeView } from '@landbridge/contract/notifications';
import { timeAhead } from '../../platform/times.ts';
import { text } from './texts.ts';

/** What happened, in one sentence, with the beginning of what was said. */
export const sentenceOf = ({ kind, by, role, into, startsAt, excerpt }: NoticeView): string => {
  const said = text(`notices.said-${kind}`, {
    name: by?.name ?? text('notices.somebody'),
    role: role ?? 'none',
    into: into?.name ?? text('notices.another-community'),
    at: startsAt ? timeAhead(startsAt) : '',
  });
  return excerpt === '' ? said : text('notices.with-excerpt', { said, excerpt });
};

/** Where to go: to the message, or to the beginning of what it is about. */
export const placeOf = ({ subject, messageId }: NoticeView) => {
  const search = messageId ? { message: messageId } : {};
  switch (subject.kind) {
    case 'thread':
      return linkOptions({ to: '/threads/$threadId', params: { threadId: subject.id }, search });
    case 'issue':
      return linkOptions({ to: '/issues/$issueId', params: { issueId: subject.id }, search });
    case 'community':
      return linkOptions({ to: '/communities/$communityId', params: { communityId: subject.id }, search: {} });
    case 'session':
      return linkOptions({ to: '/sessions/$sessionId', params: { sessionId: subject.id }, search: {} });
    default:
      return subject satisfies never;
  }
};

export type Period = 'today' | 'week' | 'earlier';

/** By the reader's calendar: a week begins on Monday. */
export const periodOf = ({ at }: NoticeView, now: Date): Period => {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const monday = new Date(today);
  monday.setDate(today.getDate() - ((today.getDay() + 6) % 7));
  const when = new Date(at);
  if (when >= today) return 'today';
  return when >= monday ? 'week' : 'earlier';
};
