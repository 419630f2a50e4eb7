import { defineProblems } from '../problem.ts';

export const practiceIssueProblems = defineProblems({
  'issue.not-found': { status: 404, title: 'There is no such issue, or it is not open to you.' },
  'issue.not-allowed': { status: 403, title: 'You may read this issue, but not do this with it.' },
  'issue.not-now': { status: 409, title: 'The issue has moved on meanwhile. Look at where it is now; nothing of yours is lost.' },
  'issue.urgent-needs-stakes': { status: 422, title: 'Say what is at stake, or do not mark the issue as urgent.' },
  'issue.quotes-message': {
    status: 422,
    title: 'Quotes of messages belong into the conversation. Say it in your own words, or paste a link.',
  },
  'issue.too-many-helped': { status: 409, title: 'Twenty messages are marked as what helped already. Take one back first.' },
  'issue.too-many-views': { status: 409, title: 'You keep thirty views already. Remove one first.' },
});
