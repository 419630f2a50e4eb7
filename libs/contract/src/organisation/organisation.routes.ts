import { z } from 'zod';
import { clientId, unitId } from '../ids.ts';
import { version } from '../primitives.ts';
import { route } from '../route.ts';
import { organisationSettings, organisationView, unitCode, unitName, unitPast, unitView } from './organisation.schemas.ts';

export const getOrganisation = route({
  name: 'getOrganisation',
  summary: 'Name, language, time zone and working calendar of the organisation.',
  method: 'GET',
  path: '/api/organisation',
  access: 'signed-in',
  rate: 'reading',
  response: organisationView,
});

export const changeOrganisation = route({
  name: 'changeOrganisation',
  summary: 'Change what holds for the whole organisation. `version` is the one you worked on.',
  method: 'PUT',
  path: '/api/organisation',
  access: 'administrator',
  rate: 'writing',
  body: z.strictObject({ version, ...organisationSettings.shape }),
  response: organisationView,
  problems: ['version.stale'],
});

export const listUnits = route({
  name: 'listUnits',
  summary: 'The units of the organisation, as they are now, or the closed ones too. Parents come before their children.',
  method: 'GET',
  path: '/api/units',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({ show: z.enum(['open', 'all']).default('open') }),
  response: z.object({ units: z.array(unitView) }),
});

export const createUnit = route({
  name: 'createUnit',
  summary: 'Add a unit to the tree.',
  method: 'POST',
  path: '/api/units',
  access: 'administrator',
  rate: 'writing',
  body: z.strictObject({ clientId, name: unitName, code: unitCode.optional(), parentId: unitId.nullable().default(null) }),
  response: unitView,
  status: 201,
  problems: ['unit.not-found', 'unit.closed', 'unit.name-taken', 'client-id.reused'],
});

export const changeUnit = route({
  name: 'changeUnit',
  summary: 'Rename a unit or move it in the tree, from today on. What it was before stays in its history.',
  method: 'PATCH',
  path: '/api/units/:unitId',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ unitId }),
  body: z.strictObject({ name: unitName.optional(), parentId: unitId.nullable().optional() }),
  response: unitView,
  problems: ['unit.not-found', 'unit.closed', 'unit.name-taken', 'unit.inside-itself'],
});

export const getUnitHistory = route({
  name: 'getUnitHistory',
  summary: 'What a unit was called and where it stood, newest first.',
  method: 'GET',
  path: '/api/units/:unitId/history',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ unitId }),
  response: z.object({ history: z.array(unitPast).max(200) }),
  problems: ['unit.not-found'],
});

export const mergeUnit = route({
  name: 'mergeUnit',
  summary:
    'Make a unit part of another, from today on: its people, the units below it and its invitations to threads move there, and it closes. Its history stays.',
  method: 'PUT',
  path: '/api/units/:unitId/merger',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ unitId }),
  body: z.strictObject({ intoId: unitId }),
  response: unitView,
  problems: ['unit.not-found', 'unit.closed', 'unit.name-taken', 'unit.inside-itself'],
});

export const closeUnit = route({
  name: 'closeUnit',
  summary: 'Close a unit that has no people and no open units below it. Its history stays.',
  method: 'PUT',
  path: '/api/units/:unitId/closing',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ unitId }),
  response: unitView,
  problems: ['unit.not-found', 'unit.has-people', 'unit.has-units'],
});

export const reopenUnit = route({
  name: 'reopenUnit',
  summary: 'Open a closed unit again, from today on. That it was closed stays in its history; whoever moved stays where they are.',
  method: 'DELETE',
  path: '/api/units/:unitId/closing',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ unitId }),
  response: unitView,
  problems: ['unit.not-found', 'unit.name-taken', 'unit.closed-above'],
});
