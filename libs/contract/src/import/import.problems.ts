import { defineProblems } from '../problem.ts';

export const importProblems = defineProblems({
  'demo.not-found': { status: 404, title: 'There is nothing at this address.' },
  'demo.not-public': {
    status: 403,
    title:
      'A demo lets everybody in, so it opens on this machine only. Whoever runs the server can allow more: LANDBRIDGE_DEMO_PUBLIC=true.',
  },
});
