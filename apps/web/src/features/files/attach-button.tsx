import { useRef } from 'react';
import { IconPhoto } from '@tabler/icons-react';
import { IconButton } from '@landbridge/ui';
import { text } from './texts.ts';
import type { Attachments } from './use-attachments.ts';

/** Opens the browser's own choice of files. */
export const AttachButton = ({ attachments }: { attachments: Attachments }) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          attachments.add([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
      <IconButton label={text('files.add')} data-first-on-phones onClick={() => field.current?.click()}>
        <IconPhoto size={17} stroke={1.6} aria-hidden="true" />
      </IconButton>
    </>
  );
};
