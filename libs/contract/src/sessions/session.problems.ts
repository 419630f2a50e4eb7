import { defineProblems } from '../problem.ts';

export const sessionProblems = defineProblems({
  'session.not-found': { status: 404, title: 'There is no such session, or it is not open to you.' },
  'session.not-allowed': { status: 403, title: 'Only the conveners and stewards of its community can do this with a session.' },
  'session.members-only': { status: 403, title: 'Who comes is a matter of the members. Join the community, then say whether you come.' },
  'session.cancelled': {
    status: 409,
    title: 'The session is cancelled. What was said of coming is kept, in case it takes place after all.',
  },
  'session.over': { status: 409, title: 'The session is over. Its leaders write down who took part.' },
  'session.not-begun': { status: 409, title: 'The session has not begun. Who took part can be written down from its beginning on.' },
});
