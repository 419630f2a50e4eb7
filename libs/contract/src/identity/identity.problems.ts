import { defineProblems } from '../problem.ts';

export const identityProblems = defineProblems({
  'sign-in.required': { status: 401, title: 'Please sign in. What you were writing is kept on this device.' },
  'sign-in.no-match': { status: 401, title: 'That address and password do not match. Check both, or ask for a link.' },
  'sign-in.not-found': { status: 404, title: 'There is no such sign-in. It may have ended already.' },
  'administrator.required': { status: 403, title: 'Only administrators can do this.' },
  'link.not-usable': { status: 410, title: 'This link was used already or has expired. Ask for a new one.' },
  'password.too-weak': {
    status: 422,
    title: 'This password is easy to guess. Use at least ten characters that are not a common word or your name.',
  },
  'password.no-match': { status: 422, title: 'The present password is not right. Nothing was changed.' },
  'setup.already-done': { status: 409, title: 'This organisation is set up already. Sign in instead.' },
  'setup.wrong-code': { status: 403, title: 'That is not the code printed in the terminal of the server. It changes at each start.' },
  'mailbox.not-found': { status: 404, title: 'There is nothing at this address.' },
});
