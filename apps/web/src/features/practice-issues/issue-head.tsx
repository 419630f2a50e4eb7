import { Link } from '@tanstack/react-router';
import type { IssueView } from '@landbridge/contract/practice-issues';
import type { ThreadPage } from '@landbridge/contract/threads';
import { Avatar, StateLine, UnitTile, WorkOrder, WorkOrderRow } from '@landbridge/ui';
import { AttachedFiles } from '../files/index.ts';
import { PersonLink } from '../people/index.ts';
import { unitsIn } from '../threads/index.ts';
import classes from './issue-page.module.css';
import { stepsOf } from './issue-steps.ts';
import { text } from './texts.ts';
import { WrittenText } from './written-text.tsx';

/** What the issue is: where it stands, who asks, the work order, and the head of its conversation. */
export const IssueHead = ({ issue, page, isMine }: { issue: IssueView; page: ThreadPage; isMine: boolean }) => (
  <div className={classes.head}>
    <StateLine label={text('issue.way')} steps={stepsOf(issue)} />
    <h1 dir="auto" className={classes.title}>
      {issue.title}
    </h1>
    <Asker issue={issue} />
    <WorkOrder>
      <WorkOrderRow label={text('issue.situation')}>
        <WrittenText html={issue.situation.html} named={issue.named} />
        <AttachedFiles files={issue.files} />
      </WorkOrderRow>
      {issue.tried.html !== '' && (
        <WorkOrderRow label={text('issue.tried')}>
          <WrittenText html={issue.tried.html} named={issue.named} />
        </WorkOrderRow>
      )}
      {issue.stakes !== '' && (
        <WorkOrderRow label={text('issue.stakes')} tone="stakes">
          {issue.stakes}
        </WorkOrderRow>
      )}
    </WorkOrder>
    <div className={classes.conversationHead}>
      <h2>{text('issue.conversation')}</h2>
      {page.thread.lastPosition > 0 && <span className={classes.count}>{messagesText(page)}</span>}
    </div>
    {page.thread.lastPosition === 0 && <p className={classes.quiet}>{text(isMine ? 'issue.no-messages-asker' : 'issue.no-messages')}</p>}
  </div>
);

const Asker = ({ issue: { asker, kind, community, tags } }: { issue: IssueView }) => (
  <div className={classes.asker}>
    <Avatar name={asker.name} hue={asker.unit?.hue} size={24} />
    <PersonLink person={asker} className={classes.name} />
    {asker.unit && <UnitTile unit={asker.unit} />}
    {asker.unit && <span>{asker.unit.name}</span>}
    <span className={classes.asked}>
      {text(`issue.kind-${kind}`)} · {text('issue.asked-of')}{' '}
      <Link to="/communities/$communityId" params={{ communityId: community.id }} search={{}}>
        {community.name}
      </Link>
    </span>
    {tags.length > 0 && (
      <ul className={classes.tags} aria-label={text('issue.tags')}>
        {tags.map((tag) => (
          <li key={tag}>
            <Link to="/issues" search={{ tag }} className={classes.tag}>
              {tag}
            </Link>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** Units are counted only where the whole conversation is loaded: of a part nothing could be said. */
const messagesText = (page: ThreadPage): string => {
  const count = page.thread.lastPosition;
  const units = unitsIn(page).length;
  return units > 0 ? text('issue.messages-units', { count, units }) : text('issue.messages', { count });
};
