import { Module } from '@nestjs/common';
import { PracticeIssuesModule } from '../practice-issues/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { ArtifactAccess } from './artifact.access.ts';
import { EditArtifact } from './edit-artifact.ts';
import { KeepArtifact } from './keep-artifact.ts';
import { LibraryController } from './library.controller.ts';
import { WriteArtifact } from './write-artifact.ts';

@Module({
  imports: [PracticeIssuesModule, ThreadsModule],
  controllers: [LibraryController],
  providers: [ArtifactAccess, EditArtifact, KeepArtifact, WriteArtifact],
  exports: [ArtifactAccess],
})
export class LibraryModule {}
