import { defineProblems } from '../problem.ts';

export const fileProblems = defineProblems({
  'file.not-found': { status: 404, title: 'There is no such file, or it is not open to you.' },
  'file.too-large': { status: 413, title: 'This file is larger than the limit. Your text is kept; send a smaller one.' },
  'file.too-many-waiting': {
    status: 409,
    title: 'Many files of yours wait to be attached. Send the messages they belong to, or wait a day.',
  },
  'file.empty': { status: 422, title: 'This file is empty. Choose another one.' },
  'file.incomplete': { status: 400, title: 'The file did not arrive whole. Nothing was kept; send it again.' },
  'file.not-an-image': {
    status: 422,
    title: 'This file is named like an image but cannot be read as one. Save it anew, or send it under another name.',
  },
  'file.too-many-pixels': {
    status: 422,
    title: 'This image has more than 50 megapixels, all its frames together. Make it smaller and send it again.',
  },
  'file.not-attachable': {
    status: 422,
    title: 'A file is no longer there: those that are not sent within a day are removed. Add it again.',
  },
});
