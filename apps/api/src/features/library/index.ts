export { ArtifactAccess } from './artifact.access.ts';
export { LibraryModule } from './library.module.ts';
