import { z } from 'zod';
import { clientId, fileId } from '../ids.ts';
import { route } from '../route.ts';
import { fileKind, fileView } from './file.schemas.ts';

export const uploadFile = route({
  name: 'uploadFile',
  summary:
    'Send a file, as bytes, to attach it to a message, an issue or an artifact within a day. What it is is read from its contents; images lose their metadata.',
  method: 'PUT',
  path: '/api/uploads/:clientId',
  access: 'signed-in',
  rate: 'posting',
  params: z.object({ clientId }),
  query: z.strictObject({ name: z.string().max(1_000) }),
  body: z.unknown(),
  sends: 'bytes',
  response: fileView,
  status: 201,
  problems: [
    'request.not-bytes',
    'client-id.reused',
    'file.too-large',
    'file.too-many-waiting',
    'file.empty',
    'file.incomplete',
    'file.not-an-image',
    'file.too-many-pixels',
  ],
});

export const downloadFile = route({
  name: 'downloadFile',
  summary: 'The bytes of a file, or the preview of an image. For whoever may read what it hangs on; before that, for its sender.',
  method: 'GET',
  path: '/api/files/:fileId/:kind',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ fileId, kind: fileKind }),
  answers: 'bytes',
  response: z.unknown(),
  problems: ['file.not-found'],
});
