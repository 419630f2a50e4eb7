import { Module } from '@nestjs/common';
import { Attachments } from './attachments.ts';
import { FilesController } from './files.controller.ts';
import { ReceiveBytes } from './receive-bytes.ts';
import { SendFile } from './send-file.ts';
import { TidyFiles } from './tidy-files.ts';
import { UploadFile } from './upload-file.ts';

@Module({
  controllers: [FilesController],
  providers: [Attachments, ReceiveBytes, SendFile, TidyFiles, UploadFile],
  exports: [Attachments, ReceiveBytes],
})
export class FilesModule {}
