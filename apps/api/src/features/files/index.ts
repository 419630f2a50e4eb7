export { Attachments } from './attachments.ts';
export { FilesModule } from './files.module.ts';
