import { z } from 'zod';
import { fileIds } from '../files/file.schemas.ts';
import { artifactId, clientId, communityId, issueId, messageId } from '../ids.ts';
import { cursor, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import {
  artifactHomes,
  artifactList,
  artifactText,
  artifactTitle,
  artifactVersionRow,
  artifactVersionView,
  artifactView,
} from './artifact.schemas.ts';

const inArtifact = z.object({ artifactId });

export const listArtifacts = route({
  name: 'listArtifacts',
  summary: 'Artifacts that are open to you, the last changed first; with words, those that have them.',
  method: 'GET',
  path: '/api/artifacts',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    q: text(80).default(''),
    communityId: communityId.optional(),
    limit: queryNumber(1, 100).default(50),
    cursor: cursor.optional(),
  }),
  response: artifactList,
});

export const keepArtifact = route({
  name: 'keepArtifact',
  summary: 'Keep an artifact in communities you belong to, by itself or from an issue or a message.',
  method: 'POST',
  path: '/api/artifacts',
  access: 'signed-in',
  rate: 'posting',
  body: z.strictObject({
    clientId,
    title: artifactTitle,
    markdown: artifactText,
    communityIds: artifactHomes,
    fromIssueId: issueId.optional(),
    fromMessageId: messageId.optional(),
    /** Files that you sent; of those that hang where you may read them, a copy is kept. */
    fileIds: fileIds.default([]),
  }),
  response: artifactView,
  status: 201,
  problems: [
    'community.not-found',
    'artifact.not-member',
    'community.ended',
    'artifact.quotes-message',
    'issue.not-found',
    'message.not-found',
    'file.not-attachable',
    'client-id.reused',
  ],
});

export const getArtifact = route({
  name: 'getArtifact',
  summary: 'One artifact.',
  method: 'GET',
  path: '/api/artifacts/:artifactId',
  access: 'signed-in',
  rate: 'reading',
  params: inArtifact,
  response: artifactView,
  problems: ['artifact.not-found'],
});

export const editArtifact = route({
  name: 'editArtifact',
  summary: 'Change title, text, files or homes. `version` is the one you worked on. Homes that you do not see stay.',
  method: 'PATCH',
  path: '/api/artifacts/:artifactId',
  access: 'signed-in',
  rate: 'writing',
  params: inArtifact,
  body: z.strictObject({
    version,
    title: artifactTitle.optional(),
    markdown: artifactText.optional(),
    communityIds: artifactHomes.optional(),
    /** Left out, they stay. Those of former versions can come back. */
    fileIds: fileIds.optional(),
  }),
  response: artifactView,
  problems: [
    'artifact.not-found',
    'artifact.not-allowed',
    'artifact.not-member',
    'community.ended',
    'artifact.quotes-message',
    'community.not-found',
    'file.not-attachable',
    'version.stale',
  ],
});

export const listArtifactVersions = route({
  name: 'listArtifactVersions',
  summary: 'The versions of an artifact, the newest first.',
  method: 'GET',
  path: '/api/artifacts/:artifactId/versions',
  access: 'signed-in',
  rate: 'reading',
  params: inArtifact,
  query: z.strictObject({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ versions: z.array(artifactVersionRow).max(100), nextCursor: z.string().nullable() }),
  problems: ['artifact.not-found'],
});

export const getArtifactVersion = route({
  name: 'getArtifactVersion',
  summary: 'An artifact as it was written in one version.',
  method: 'GET',
  path: '/api/artifacts/:artifactId/versions/:version',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ artifactId, version: queryNumber(1, 1_000_000) }),
  response: artifactVersionView,
  problems: ['artifact.not-found'],
});
