export { AttachButton } from './attach-button.tsx';
export { AttachedFiles } from './attached-files.tsx';
export { sizeText } from './file-address.ts';
export { UploadList } from './upload-list.tsx';
export { setAttachments, useAttachments, type Attachments } from './use-attachments.ts';
export { pastedFiles, useFileDrop } from './use-file-drop.ts';
