import type { IssueRow, IssueView } from '@landbridge/contract/practice-issues';
import type { GlyphState, Step } from '@landbridge/ui';
import { dayAndMonth } from '../../platform/times.ts';
import { text } from './texts.ts';

/** An urgent issue has a sign of its own while it is open. */
export const glyphOf = ({ state, isUrgent }: Pick<IssueRow, 'state' | 'isUrgent'>): GlyphState =>
  state === 'open' && isUrgent ? 'urgent' : state;

/** The way of an issue. Steps that it left out are not shown; those to come are. */
export const stepsOf = (issue: IssueView): Step[] => {
  const { state, isUrgent, postedAt, answeredAt, triedAt, endedAt, archivedAt, outcome } = issue;
  const isUrgentNow = state === 'open' && isUrgent;
  const endState = state === 'not-used' || (endedAt !== null && outcome === null) ? 'not-used' : 'outcome-told';
  const isOver = endedAt !== null || state === 'archived';
  const step = (name: GlyphState, label: string, at: string | null, isNow: boolean): Step => ({
    state: name,
    label,
    at: at && dayAndMonth(at),
    isNow,
  });
  return [
    step(isUrgentNow ? 'urgent' : 'open', text(isUrgentNow ? 'issue.state-urgent' : 'issue.step-posted'), postedAt, state === 'open'),
    ...(answeredAt || (!triedAt && !isOver) ? [step('answered', text('issue.state-answered'), answeredAt, state === 'answered')] : []),
    ...(triedAt || !isOver ? [step('tried', text('issue.state-tried'), triedAt, state === 'tried')] : []),
    ...(endedAt || state !== 'archived' ? [step(endState, text(`issue.state-${endState}`), endedAt, state === endState)] : []),
    ...(state === 'archived' ? [step('archived', text('issue.state-archived'), archivedAt, true)] : []),
  ];
};
