import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { DemoController } from './demo.controller.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { ExportHistory } from './export-history.ts';
import { ImportHistory } from './import-history.ts';
import { WriteBatch } from './write-batch.ts';
import { WriteHistory } from './write-history.ts';
import { WriteKeepsakes } from './write-keepsakes.ts';
import { WriteOrganisation } from './write-organisation.ts';

@Module({
  imports: [IdentityModule, ThreadsModule],
  controllers: [DemoController],
  providers: [DemoOrganisation, ExportHistory, ImportHistory, WriteBatch, WriteHistory, WriteKeepsakes, WriteOrganisation],
  exports: [DemoOrganisation, ExportHistory, ImportHistory],
})
export class ImportModule {}
