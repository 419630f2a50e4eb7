import { defineProblems } from '../problem.ts';

export const importProblems = defineProblems({
  'demo.not-found': { status: 404, title: 'There is nothing at this address.' },
  'demo.not-public': {
    status: 403,
    title:
      'A demo lets everybody in, so it opens on this machine only. Whoever runs the server can allow more: LANDBRIDGE_DEMO_PUBLIC=true.',
  },
  'import.not-found': { status: 404, title: 'There is no such import, or it is not yours to see.' },
  'import.too-large': {
    status: 413,
    title:
      'This file is larger than the limit. Nothing was kept. Compress it (.gz), bring it in on the server with npm run import, or raise LANDBRIDGE_MOST_IMPORT_MB.',
  },
  'import.unpacks-too-large': {
    status: 413,
    title:
      'Unpacked, this file is more than twenty times as large as the limit. Nothing was kept. Bring it in on the server with npm run import, or raise LANDBRIDGE_MOST_IMPORT_MB.',
  },
  'import.no-space': {
    status: 507,
    title: 'There is not enough room for this file on the disk of the server. Nothing was kept. Make room, then choose the file again.',
  },
  'import.not-a-history': {
    status: 422,
    title:
      'This file does not begin as a history does: its first line must be {"type":"header","format":"landbridge","version":1,"source":"…"}. Nothing was kept.',
  },
  'import.cut-off': {
    status: 422,
    title: 'This compressed file is damaged, or its end is missing. Nothing was kept. Copy it again from where it comes.',
  },
  'import.already-running': {
    status: 409,
    title: 'Another import is running, and only one can. Your file is kept; start this one when that has ended.',
  },
  'import.file-gone': {
    status: 409,
    title: 'The file of this import is no longer on the server: it goes when it was brought in, and after a day. Choose it again.',
  },
});
