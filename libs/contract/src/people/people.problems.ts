import { defineProblems } from '../problem.ts';

export const peopleProblems = defineProblems({
  'person.not-found': { status: 404, title: 'There is no such person, or they are not visible to you.' },
  'milestone.not-found': { status: 404, title: 'There is no such milestone on your way.' },
  'person.already-here': { status: 409, title: 'Somebody with this address is here already.' },
  'person.last-administrator': { status: 409, title: 'This is the last active administrator. Make somebody else administrator first.' },
});
