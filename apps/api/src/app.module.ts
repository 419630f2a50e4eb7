import { Module, type DynamicModule } from '@nestjs/common';
import { AdministrationModule } from './features/administration/index.ts';
import { CommunitiesModule } from './features/communities/index.ts';
import { FilesModule } from './features/files/index.ts';
import { HomeModule } from './features/home/index.ts';
import { ImportModule } from './features/import/index.ts';
import { IdentityModule } from './features/identity/index.ts';
import { LibraryModule } from './features/library/index.ts';
import { NotificationsModule } from './features/notifications/index.ts';
import { OrganisationModule } from './features/organisation/index.ts';
import { PeopleModule } from './features/people/index.ts';
import { PracticeIssuesModule } from './features/practice-issues/index.ts';
import { SessionsModule } from './features/sessions/index.ts';
import { ThreadsModule } from './features/threads/index.ts';
import type { Config } from './platform/config/config.ts';
import { PlatformModule } from './platform/platform.module.ts';

/** The composition root: platform, then features in the order in which they may know each other. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        OrganisationModule,
        IdentityModule,
        PeopleModule,
        CommunitiesModule,
        FilesModule,
        ThreadsModule,
        PracticeIssuesModule,
        LibraryModule,
        SessionsModule,
        NotificationsModule,
        HomeModule,
        ImportModule,
        AdministrationModule,
      ],
    };
  }
}
