import { defineProblems } from '../problem.ts';

export const organisationProblems = defineProblems({
  'unit.not-found': { status: 404, title: 'There is no such unit.' },
  'unit.name-taken': { status: 409, title: 'A unit of that name exists beside it already. Choose another name.' },
  'unit.inside-itself': { status: 422, title: 'A unit cannot move below itself. Choose another place for it.' },
});
