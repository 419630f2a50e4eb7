import { useState, type DragEvent } from 'react';
import type { FileDrop } from '@landbridge/ui';
import type { Attachments } from './use-attachments.ts';

/** Files that are dropped on a text; nothing where it takes none. */
export const useFileDrop = (attachments: Pick<Attachments, 'add'> | undefined): FileDrop | undefined => {
  const [isOver, setOver] = useState(false);
  if (!attachments) return undefined;
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        attachments.add([...event.dataTransfer.files]);
      },
    },
  };
};

/** Files on the clipboard; none where there is text too: a table that was copied brings its picture along, and the text is meant. */
export const pastedFiles = (clipboard: DataTransfer): File[] => (clipboard.getData('text') === '' ? [...clipboard.files] : []);
