import type { MessageId } from '@landbridge/contract';
import type { IssueView } from '@landbridge/contract/practice-issues';
import { useToast, type Toast } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { issueActs } from './issue-acts.ts';
import { text } from './texts.ts';

/** What a person does to an issue with one press; a refusal is said in a toast. */
export const useIssueActs = (issue: IssueView) => {
  const show = useToast();
  const attempt = async (act: Promise<void>, done?: Toast) => {
    try {
      await act;
      if (done) show(done);
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  const { id, version } = issue;
  const bringBack = () => void attempt(issueActs.step(id, 'bring-back'), { text: text('issue.brought-back') });
  return {
    tryIt: () => void attempt(issueActs.step(id, 'try')),
    notUse: () => void attempt(issueActs.step(id, 'not-use')),
    reopen: () => void attempt(issueActs.step(id, 'reopen')),
    archive: () =>
      void attempt(issueActs.step(id, 'archive'), {
        text: text('issue.archived'),
        undo: { label: text('issue.undo'), act: bringBack },
      }),
    bringBack,
    markUrgent: (isUrgent: boolean) => void attempt(issueActs.edit(id, { version, isUrgent })),
    markHelped: (messageId: MessageId, helped: boolean) => void attempt(issueActs.markHelped(id, messageId, helped)),
  };
};

export type IssueActs = ReturnType<typeof useIssueActs>;
