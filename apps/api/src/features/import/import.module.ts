import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads/index.ts';
import { ImportHistory } from './import-history.ts';
import { WriteBatch } from './write-batch.ts';
import { WriteHistory } from './write-history.ts';
import { WriteOrganisation } from './write-organisation.ts';

@Module({
  imports: [ThreadsModule],
  providers: [ImportHistory, WriteBatch, WriteHistory, WriteOrganisation],
  exports: [ImportHistory],
})
export class ImportModule {}
