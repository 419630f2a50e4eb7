import { z } from 'zod';
import { communityId } from '../ids.ts';
import { route } from '../route.ts';
import { homeView, leadingView, needSubject, ownRing } from './home.schemas.ts';

export const getHome = route({
  name: 'getHome',
  summary: 'What needs you, who waits longest first, and what is new since you were here.',
  method: 'GET',
  path: '/api/home',
  access: 'signed-in',
  rate: 'reading',
  response: homeView,
});

export const seeHome = route({
  name: 'seeHome',
  summary: 'Say that you are here. After half an hour away, what was shown before is no longer new.',
  method: 'PUT',
  path: '/api/home/seen',
  access: 'signed-in',
  rate: 'writing',
  response: z.undefined(),
  status: 204,
});

export const setNeedDone = route({
  name: 'setNeedDone',
  summary: 'Put away something that needs you, or take that back. It comes back by itself when something new happens there.',
  method: 'PUT',
  path: '/api/home/needs',
  access: 'signed-in',
  rate: 'writing',
  body: needSubject.extend({ isDone: z.boolean() }).strict(),
  response: z.undefined(),
  status: 204,
  problems: ['thread.not-found'],
});

export const getLeading = route({
  name: 'getLeading',
  summary: 'What a community needs from its leaders, and how it is, in counts of the last thirteen weeks.',
  method: 'GET',
  path: '/api/communities/:communityId/leading',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ communityId }),
  response: leadingView,
  problems: ['community.not-found', 'community.ask-first', 'community.not-allowed'],
});

export const getOwnRing = route({
  name: 'getOwnRing',
  summary: 'Your own level of participation in a community over the last thirteen weeks. Nobody else is told.',
  method: 'GET',
  path: '/api/communities/:communityId/own-ring',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ communityId }),
  response: ownRing,
  problems: ['community.not-found', 'community.ask-first', 'community.not-allowed'],
});
