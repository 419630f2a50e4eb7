import { createLink } from '@tanstack/react-router';
import type { IssueRow } from '@landbridge/contract/practice-issues';
import { ListRow, RowList, StateGlyph, UnitTile } from '@landbridge/ui';
import { Time } from '../../platform/time.tsx';
import { glyphOf } from './issue-steps.ts';
import { text } from './texts.ts';

const RowLink = createLink(ListRow);

/** Issues in a list: where each stands, what it waits for, and from which unit it comes. */
export const IssueRows = ({ issues, showsCommunity }: { issues: readonly IssueRow[]; showsCommunity: boolean }) => (
  <RowList label={text('issues.list')}>
    {issues.map((issue) => (
      <li key={issue.id}>
        <RowLink
          to="/issues/$issueId"
          params={{ issueId: issue.id }}
          search={{}}
          glyph={<StateGlyph state={glyphOf(issue)} label={text(`issue.state-${glyphOf(issue) === 'urgent' ? 'urgent' : issue.state}`)} />}
          heading={issue.title}
          isNew
          reason={[showsCommunity && issue.community.name, reasonOf(issue)].filter(Boolean).join(' · ')}
          tiles={issue.asker.unit && <UnitTile unit={issue.asker.unit} />}
          time={<Time at={issue.postedAt} />}
        />
      </li>
    ))}
  </RowList>
);

const reasonOf = (issue: IssueRow): string => {
  const { state, messageCount: count, asker } = issue;
  const name = asker.name;
  if (state !== 'open') return text(`issues.row-${state}`, { name, count });
  const waits = text(count === 0 ? 'issues.row-first' : 'issues.row-open', { name, count });
  return issue.isUrgent ? `${text('issues.row-urgent')} · ${waits}` : waits;
};
