import { useState } from 'react';
import { IconDownload } from '@tabler/icons-react';
import type { FileView } from '@landbridge/contract/files';
import { FileRow, FileRows, ImageGrid, ImageViewer } from '@landbridge/ui';
import classes from './attached-files.module.css';
import { fileAddress, sizeText } from './file-address.ts';
import { text } from './texts.ts';

/** Files below a text: images as such, which open large; others as rows to download. */
export const AttachedFiles = ({ files }: { files: readonly FileView[] }) => {
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const images = files.flatMap((file) =>
    file.width !== null && file.height !== null ? [{ ...file, width: file.width, height: file.height }] : [],
  );
  const others = files.filter((file) => !file.isImage);
  const open = openIndex === null ? undefined : images[openIndex];
  return (
    <>
      {images.length > 0 && (
        <ImageGrid images={images.map((image) => ({ ...image, source: fileAddress(image, 'preview') }))} onOpen={setOpenIndex} />
      )}
      {others.length > 0 && (
        <FileRows>
          {others.map((file) => (
            <FileRow key={file.id} {...file} size={sizeText(file.byteSize)} href={fileAddress(file, 'original')} />
          ))}
        </FileRows>
      )}
      {open && openIndex !== null && (
        <ImageViewer
          {...open}
          source={fileAddress(open, 'original')}
          place={images.length > 1 ? text('files.place', { number: openIndex + 1, count: images.length }) : null}
          labels={{ close: text('files.close'), previous: text('files.previous'), next: text('files.next') }}
          actions={
            <a
              className={classes.download}
              href={fileAddress(open, 'original')}
              download={open.name}
              aria-label={text('files.download')}
              title={text('files.download')}
            >
              <IconDownload size={18} stroke={1.6} aria-hidden="true" />
            </a>
          }
          onStep={(step) => setOpenIndex((openIndex + step + images.length) % images.length)}
          onClose={() => setOpenIndex(null)}
        />
      )}
    </>
  );
};
