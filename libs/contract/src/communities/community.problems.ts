import { defineProblems } from '../problem.ts';

export const communityProblems = defineProblems({
  'community.not-found': { status: 404, title: 'There is no such community, or it is not open to you.' },
  'community.not-allowed': { status: 403, title: 'Only the conveners and stewards of this community can do this.' },
  'community.last-convener': { status: 409, title: 'You are the last convener. Name a successor first, then leave.' },
  'community.name-taken': { status: 409, title: 'A community of that name exists already. Join it, or choose another name.' },
});
