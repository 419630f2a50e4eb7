import { useState } from 'react';
import { IconCheck, IconLink, IconX } from '@tabler/icons-react';
import { threadId, type IssueId, type MessageId } from '@landbridge/contract';
import type { IssueView } from '@landbridge/contract/practice-issues';
import type { MessageView, ThreadPage } from '@landbridge/contract/threads';
import { Button, SkeletonRows, useToast } from '@landbridge/ui';
import { copyText } from '../../platform/copy-text.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { useMe } from '../identity/index.ts';
import { Conversation, useThread } from '../threads/index.ts';
import { beginIssueEdit, EditIssueDialog } from './edit-issue-dialog.tsx';
import { issueEntries } from './issue-entries.tsx';
import { IssueHead } from './issue-head.tsx';
import classes from './issue-page.module.css';
import { IssueSide } from './issue-side.tsx';
import { IssueSummary } from './issue-summary.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { text } from './texts.ts';
import { useIssue } from './use-issue.ts';
import { useIssueActs } from './use-issue-acts.ts';

interface IssuePageProps {
  readonly id: IssueId;
  /** The message that a link names. */
  readonly messageId: MessageId | null;
  readonly onGoTo: (messageId: string) => void;
  readonly onTakeAcross: () => void;
}

/** A practice issue with its conversation, which is the thread of the same id. */
export const IssuePage = ({ id, ...rest }: IssuePageProps) => {
  const me = useMe();
  const issue = useIssue(id, me.person.id);
  const thread = useThread(threadId.parse(id), rest.messageId ?? 'unread');
  useTitle(issue.data?.title ?? text('issues.title'));
  const error = issue.error ?? thread.error;
  if (error)
    return (
      <main id="main" className={classes.state}>
        <ProblemState error={error} onRetry={() => void Promise.all([issue.refetch(), thread.refetch()])} />
      </main>
    );
  if (!issue.data || !thread.data)
    return (
      <main id="main" className={classes.state}>
        <SkeletonRows rows={6} kind="message" label={text('app.loading')} />
      </main>
    );
  return <OpenIssue {...rest} issue={issue.data} page={thread.data} />;
};

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

interface OpenIssueProps extends Omit<IssuePageProps, 'id'> {
  readonly issue: IssueView;
  readonly page: ThreadPage;
}

const OpenIssue = ({ issue, page, messageId, onGoTo, onTakeAcross }: OpenIssueProps) => {
  const me = useMe();
  const show = useToast();
  const acts = useIssueActs(issue);
  const [dialog, setDialog] = useState<'edit' | 'outcome' | null>(null);
  const helpedIds = new Set<string>(issue.helped.map((helped) => helped.messageId));
  const tell = () => setDialog('outcome');
  const edit = () => {
    beginIssueEdit(issue);
    setDialog('edit');
  };
  const copyLink = () => void copyText(`${location.origin}/issues/${issue.id}`).then(() => show({ text: text('issue.copied') }));

  const extrasOf = (message: MessageView) => {
    const hasHelped = helpedIds.has(message.id);
    const mark = () => acts.markHelped(message.id, !hasHelped);
    return {
      helpedLabel: hasHelped ? text('issue.helped-word') : undefined,
      entries: issue.can.markHelped
        ? [
            hasHelped
              ? { label: text('issue.unmark-helped'), icon: <IconX {...icon} />, onChoose: mark }
              : { label: text('issue.mark-helped'), icon: <IconCheck {...icon} />, onChoose: mark },
          ]
        : [],
    };
  };
  const side = (goTo: (messageId: string) => void) => <IssueSide issue={issue} page={page} acts={acts} onTell={tell} onGoTo={goTo} />;

  return (
    <>
      <Conversation
        page={page}
        messageId={messageId}
        onGoTo={onGoTo}
        frame={{
          name: text('issue.name', { number: issue.number }),
          barActions: (
            <Button variant="quiet" size="small" aria-label={text('issue.copy-link')} onClick={copyLink} className={classes.copy}>
              <IconLink {...icon} />
              {text('issue.copy-link')}
            </Button>
          ),
          barEntries: issueEntries(issue, acts, { onEdit: edit, onTell: tell, onTakeAcross, show }),
          head: <IssueHead issue={issue} page={page} isMine={issue.asker.id === me.person.id} />,
          side,
          summary: (goTo) => (
            <IssueSummary issue={issue}>
              {(close) =>
                side((target) => {
                  close();
                  goTo(target);
                })
              }
            </IssueSummary>
          ),
          placeholder: text('issue.reply'),
          extrasOf,
        }}
      />
      {dialog === 'edit' && <EditIssueDialog issue={issue} onClose={() => setDialog(null)} />}
      {dialog === 'outcome' && <OutcomeDialog issue={issue} onClose={() => setDialog(null)} />}
    </>
  );
};
