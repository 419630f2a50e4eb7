import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { CancelImport } from './cancel-import.ts';
import { DemoController } from './demo.controller.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { ExportHistory } from './export-history.ts';
import { ImportFiles } from './import-files.ts';
import { ImportHistory } from './import-history.ts';
import { ImportsController } from './imports.controller.ts';
import { RunImport } from './run-import.ts';
import { StartImport } from './start-import.ts';
import { TidyImports } from './tidy-imports.ts';
import { UploadHistory } from './upload-history.ts';
import { WriteBatch } from './write-batch.ts';
import { WriteHistory } from './write-history.ts';
import { WriteKeepsakes } from './write-keepsakes.ts';
import { WriteOrganisation } from './write-organisation.ts';

const writing = [ImportHistory, WriteBatch, WriteHistory, WriteKeepsakes, WriteOrganisation];
const byBrowser = [CancelImport, ImportFiles, RunImport, StartImport, TidyImports, UploadHistory];

@Module({
  imports: [FilesModule, IdentityModule, ThreadsModule],
  controllers: [DemoController, ImportsController],
  providers: [DemoOrganisation, ExportHistory, ...writing, ...byBrowser],
  exports: [DemoOrganisation, ExportHistory, ImportHistory],
})
export class ImportModule {}
