import { Module } from '@nestjs/common';
import { Attachments } from './attachments.ts';
import { FilesController } from './files.controller.ts';
import { SendFile } from './send-file.ts';
import { TidyFiles } from './tidy-files.ts';
import { UploadFile } from './upload-file.ts';

@Module({
  controllers: [FilesController],
  providers: [Attachments, SendFile, TidyFiles, UploadFile],
  exports: [Attachments],
})
export class FilesModule {}
