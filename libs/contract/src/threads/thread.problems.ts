import { defineProblems } from '../problem.ts';

export const threadProblems = defineProblems({
  'thread.not-found': { status: 404, title: 'There is no such thread, or it is not open to you.' },
  'thread.not-allowed': { status: 403, title: 'You may read this thread, but not do this in it.' },
  'thread.closed': { status: 409, title: 'This thread is closed. You can open a new one that links to it.' },
  'thread.needs-closing-tag': { status: 422, title: 'Say what kind of learning it was when you close a thread across units.' },
  'thread.too-many-pins': { status: 409, title: 'Ten messages are pinned already. Unpin one first.' },
  'message.not-found': { status: 404, title: 'There is no such message, or it is not open to you.' },
  'message.not-allowed': { status: 403, title: 'Only the author can change a message.' },
  'message.deleted': { status: 409, title: 'This message was deleted. What you wrote is kept in your draft.' },
  'message.hidden': { status: 409, title: 'This message is hidden. What you wrote is kept in your draft.' },
  'message.not-hidden': { status: 409, title: 'This message is not hidden any more.' },
  'message.own': { status: 409, title: 'This is your own message. You can change or delete it.' },
  'message.nobody-to-tell': {
    status: 409,
    title: 'Not reported: nobody but the author looks after this conversation. An administrator can tell you whom to turn to.',
  },
  'message.nothing-left': { status: 422, title: 'A message needs text or a file. Write something, or delete it.' },
  'message.unknown-mention': { status: 422, title: 'The message mentions somebody who is not here. Choose the name from the list again.' },
  'message.unknown-quote': { status: 422, title: 'The message quotes words that are not in the quoted message. Quote it again.' },
});
