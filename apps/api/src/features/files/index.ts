export { Attachments } from './attachments.ts';
export { FilesModule } from './files.module.ts';
export { ReceiveBytes, type SentBytes } from './receive-bytes.ts';
