import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.ts';
import { PracticeIssuesModule } from '../practice-issues/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { ArtifactAccess } from './artifact.access.ts';
import { ArtifactFiles } from './artifact-files.ts';
import { EditArtifact } from './edit-artifact.ts';
import { KeepArtifact } from './keep-artifact.ts';
import { LibraryController } from './library.controller.ts';
import { WriteArtifact } from './write-artifact.ts';

@Module({
  imports: [FilesModule, PracticeIssuesModule, ThreadsModule],
  controllers: [LibraryController],
  providers: [ArtifactAccess, ArtifactFiles, EditArtifact, KeepArtifact, WriteArtifact],
  exports: [ArtifactAccess],
})
export class LibraryModule {}
