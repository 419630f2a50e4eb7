import type { ImportView } from '@landbridge/contract/import';
import { text } from './texts.ts';
import { writtenIn } from './written-in.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
}

/** What became of a file, as a title and what follows from it. */
export const importWords = (view: ImportView): Words => {
  const { state, version, counts, failure, keptUntil, lineCount } = view;
  const name = view.fileName;
  const count = writtenIn(counts);
  const { rejected } = counts;
  const isDry = String(view.isDry);
  switch (state) {
    case 'received':
      return keptUntil === null
        ? { title: text('history.gone', { name }), lead: text('history.gone-text') }
        : { title: text('history.received', { name }), lead: text('history.received-text') };
    case 'running':
      return { title: text('history.running', { name, isDry }), lead: text('history.running-text') };
    case 'finished':
      return view.isDry
        ? { title: text('history.looked', { count }), lead: text('history.looked-text', { rejected }) }
        : { title: text('history.brought', { count }), lead: text('history.brought-text', { rejected }) };
    case 'stopped':
      return { title: text('history.stopped', { line: lineCount }), lead: text('history.stopped-text', { isDry, count }) };
    case 'cancelled': {
      const isUntouched = String(view.isDry || version === 1);
      return {
        title: text('history.cancelled', { name, isDry: isUntouched }),
        lead: text('history.cancelled-text', { isDry: isUntouched, count }),
      };
    }
    case 'failed':
      return { title: text('history.failed', { name }), lead: text(`history.failed-${failure ?? 'internal'}`) };
    case 'interrupted':
      return { title: text('history.interrupted', { name }), lead: text('history.interrupted-text') };
    default:
      return state satisfies never;
  }
};
