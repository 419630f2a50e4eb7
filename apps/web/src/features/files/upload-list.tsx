import { IconRefresh, IconX } from '@tabler/icons-react';
import type { FileView } from '@landbridge/contract/files';
import { IconButton, UploadRow, UploadRows } from '@landbridge/ui';
import { fileAddress, sizeText } from './file-address.ts';
import { text } from './texts.ts';
import type { Upload } from './uploads.ts';
import type { Attachments } from './use-attachments.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true };
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' });

/** What goes with the text: files that are there, and those on their way. Nothing where there are none. */
export const UploadList = ({ attachments }: { attachments: Attachments }) => {
  const { files, uploads } = attachments;
  if (files.length + uploads.length === 0) return null;
  return (
    <UploadRows label={text('files.list')}>
      {files.map((file) => (
        <KeptRow key={file.id} file={file} onRemove={() => attachments.remove(file.id)} />
      ))}
      {uploads.map((upload) => (
        <UnderwayRow
          key={upload.clientId}
          upload={upload}
          onRetry={() => attachments.retry(upload.clientId)}
          onCancel={() => attachments.cancel(upload.clientId)}
        />
      ))}
    </UploadRows>
  );
};

const KeptRow = ({ file, onRemove }: { file: FileView; onRemove: () => void }) => (
  <UploadRow
    name={file.name}
    mediaType={file.mediaType}
    preview={file.isImage ? fileAddress(file, 'preview') : null}
    status={sizeText(file.byteSize)}
    progress={null}
    actions={
      <IconButton label={text('files.remove', { name: file.name })} onClick={onRemove}>
        <IconX {...icon} />
      </IconButton>
    }
  />
);

interface UnderwayRowProps {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

const UnderwayRow = ({ upload, onRetry, onCancel }: UnderwayRowProps) => {
  const { name, mediaType, share, reason, canRetry } = upload;
  const isFailed = reason !== null;
  return (
    <UploadRow
      name={name}
      mediaType={mediaType}
      preview={null}
      status={isFailed ? text('files.failed', { reason }) : text('files.sending', { share: percent.format(share) })}
      progress={isFailed ? null : { share, label: text('files.progress', { name }) }}
      isFailed={isFailed}
      actions={
        <>
          {isFailed && canRetry && (
            <IconButton label={text('files.retry', { name })} onClick={onRetry}>
              <IconRefresh {...icon} />
            </IconButton>
          )}
          <IconButton label={text(isFailed ? 'files.remove' : 'files.cancel', { name })} onClick={onCancel}>
            <IconX {...icon} />
          </IconButton>
        </>
      }
    />
  );
};
