import { createLink } from '@tanstack/react-router';
import type { IssueView } from '@landbridge/contract/practice-issues';
import type { ThreadPage } from '@landbridge/contract/threads';
import { BeforeAfter, Button, ButtonLink, HelpedEntry, Spine, SpineNode, SpineResult, SpineText } from '@landbridge/ui';
import { dayAndMonth } from '../../platform/times.ts';
import { messagePath, Pinned, threadText } from '../threads/index.ts';
import { figureOf } from './figure.ts';
import classes from './issue-page.module.css';
import { text } from './texts.ts';
import type { IssueActs } from './use-issue-acts.ts';
import { WrittenText } from './written-text.tsx';

const KeepLink = createLink(ButtonLink);

interface IssueSideProps {
  readonly issue: IssueView;
  readonly page: ThreadPage;
  readonly acts: IssueActs;
  readonly onTell: () => void;
  readonly onGoTo: (messageId: string) => void;
}

/** Answers "did it help?": what helped, what changed, and what its asker does next. */
export const IssueSide = (props: IssueSideProps) => {
  const { issue, page, onGoTo } = props;
  const isAsked = issue.outcomeAskedAt !== null && issue.endedAt === null;
  const acts = issue.can.try || issue.can.tellOutcome;
  return (
    <>
      <Spine label={text('issue.spine')}>
        {isAsked && acts && (
          <SpineNode heading={text('issue.question')} place="reached">
            <SpineText>{text('issue.question-asker')}</SpineText>
            <NextActs {...props} />
          </SpineNode>
        )}
        <WhatHelped issue={issue} page={page} onGoTo={onGoTo} />
        <WhatChanged {...props} isAskedAbove={isAsked && acts === true} />
      </Spine>
      {!issue.isAskerActive && (
        <p className={classes.aside}>{text('issue.asker-gone', { name: issue.asker.name, community: issue.community.name })}</p>
      )}
      <Pinned thread={page.thread} onGoTo={onGoTo} />
    </>
  );
};

const WhatHelped = ({ issue, page, onGoTo }: Pick<IssueSideProps, 'issue' | 'page' | 'onGoTo'>) => (
  <SpineNode heading={text('issue.helped')} place={issue.helped.length > 0 ? 'reached' : 'ahead'}>
    {issue.helped.map(({ messageId, author, excerpt }) => (
      <HelpedEntry
        key={messageId}
        excerpt={excerpt || threadText('message.hidden')}
        name={author.name}
        unit={author.unit}
        href={messagePath(page.thread, messageId)}
        onGo={() => onGoTo(messageId)}
      />
    ))}
    {issue.helped.length === 0 && <SpineText>{nothingHelped(issue, page)}</SpineText>}
  </SpineNode>
);

const nothingHelped = ({ can, asker }: IssueView, { thread }: ThreadPage): string => {
  if (!can.markHelped) return text('issue.helped-none', { name: asker.name });
  return text(thread.lastPosition > 0 ? 'issue.helped-none-asker' : 'issue.helped-none-messages');
};

const WhatChanged = (props: IssueSideProps & { readonly isAskedAbove: boolean }) => {
  const { issue, isAskedAbove } = props;
  const { outcome, endedAt, asker } = issue;
  if (outcome) return <Outcome issue={issue} outcome={outcome} />;
  if (endedAt)
    return (
      <SpineNode heading={text('issue.changed')} place="reached">
        <SpineResult>{text('issue.not-used')}</SpineResult>
        <SpineText>{text('issue.not-used-by', { name: asker.name, day: dayAndMonth(endedAt) })}</SpineText>
      </SpineNode>
    );
  return (
    <SpineNode heading={text('issue.changed')} place="ahead">
      <SpineText>{notYetChanged(issue)}</SpineText>
      {!isAskedAbove && <NextActs {...props} />}
    </SpineNode>
  );
};

const Outcome = ({ issue, outcome }: { issue: IssueView; outcome: NonNullable<IssueView['outcome']> }) => (
  <SpineNode heading={text('issue.changed')} place="result">
    <SpineResult>
      <WrittenText html={outcome.text.html} named={issue.named} />
    </SpineResult>
    {outcome.before !== '' && outcome.after !== '' && (
      <BeforeAfter
        before={figureOf(outcome.before)}
        after={figureOf(outcome.after)}
        labels={{ before: text('issue.before'), after: text('issue.after') }}
      />
    )}
    <SpineText>{text('issue.told-by', { name: outcome.toldBy.name, day: dayAndMonth(outcome.toldAt) })}</SpineText>
    {issue.myRole !== null && !issue.isCommunityEnded && (
      <div className={classes.acts}>
        <KeepLink to="/library/new" search={{ issue: issue.id }} size="small">
          {text('issue.keep')}
        </KeepLink>
      </div>
    )}
  </SpineNode>
);

const notYetChanged = ({ can, asker, state, outcomeAskedAt }: IssueView): string => {
  const acts = can.try || can.tellOutcome;
  if (acts) return text(state === 'tried' ? 'issue.changed-tried-asker' : 'issue.changed-none-asker');
  if (outcomeAskedAt) return text('issue.question-other', { name: asker.name, day: dayAndMonth(outcomeAskedAt) });
  return text(state === 'tried' ? 'issue.changed-tried' : 'issue.changed-none', { name: asker.name });
};

/** The next thing to do, for whoever may do it. */
const NextActs = ({ issue: { can, outcome }, acts, onTell }: IssueSideProps) => (
  <div className={classes.acts}>
    {can.try && (
      <Button size="small" onClick={acts.tryIt}>
        {text('issue.try')}
      </Button>
    )}
    {can.tellOutcome && !outcome && (
      <Button size="small" onClick={onTell}>
        {text('issue.tell')}
      </Button>
    )}
    {can.notUse && (
      <Button size="small" variant="quiet" onClick={acts.notUse}>
        {text('issue.not-use')}
      </Button>
    )}
  </div>
);
