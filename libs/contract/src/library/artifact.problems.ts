import { defineProblems } from '../problem.ts';

export const artifactProblems = defineProblems({
  'artifact.not-found': { status: 404, title: 'There is no such artifact, or it is not open to you.' },
  'artifact.not-allowed': { status: 403, title: 'Only its author and the leaders of its communities can change an artifact.' },
  'artifact.not-member': {
    status: 403,
    title: 'An artifact is kept in communities that you belong to. Join this one first, or choose another.',
  },
  'artifact.quotes-message': {
    status: 422,
    title: 'Quotes of messages belong into their conversation. Say it in your own words, or paste a link.',
  },
});
