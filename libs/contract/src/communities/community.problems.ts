import { defineProblems } from '../problem.ts';

export const communityProblems = defineProblems({
  'community.not-found': { status: 404, title: 'There is no such community, or it is not open to you.' },
  'community.not-allowed': { status: 403, title: 'Only the conveners and stewards of this community can do this.' },
  'community.ask-first': { status: 403, title: 'This community is closed to visitors. Ask its leaders to join; your words are kept.' },
  'community.ended': { status: 409, title: 'This community was closed. Everything stays readable; its leaders can open it again.' },
  'community.would-hide': { status: 409, title: 'A community that others see cannot go into a private one: they would not find it again.' },
  'community.request-decided': { status: 409, title: 'This request was answered already. Reload to see how.' },
  'community.last-convener': { status: 409, title: 'You are the last convener. Name a successor first, then leave.' },
  'imperative.not-found': { status: 404, title: 'There is no such business imperative.' },
  'imperative.closed': {
    status: 409,
    title: 'This business imperative is closed. Choose an open one, or have an administrator open it again.',
  },
  'imperative.name-taken': { status: 409, title: 'An open business imperative of that name exists already. Choose another name.' },
  'community.name-taken': { status: 409, title: 'A community of that name exists already. Join it, or choose another name.' },
});
