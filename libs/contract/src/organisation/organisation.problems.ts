import { defineProblems } from '../problem.ts';

export const organisationProblems = defineProblems({
  'unit.not-found': { status: 404, title: 'There is no such unit.' },
  'unit.name-taken': { status: 409, title: 'A unit of that name exists beside it already. Choose another name.' },
  'unit.closed': { status: 409, title: 'This unit is closed. Choose another one.' },
  'unit.has-people': { status: 409, title: 'People belong to this unit still. Move them to another unit first, or merge it into one.' },
  'unit.has-units': { status: 409, title: 'Units stand below this one still. Move or close them first.' },
  'unit.closed-above': { status: 409, title: 'The unit above this one is closed. Open that one first.' },
  'unit.inside-itself': { status: 422, title: 'A unit cannot move below itself. Choose another place for it.' },
});
