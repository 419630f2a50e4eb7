import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { HomeController } from './home.controller.ts';

@Module({ imports: [CommunitiesModule, ThreadsModule], controllers: [HomeController] })
export class HomeModule {}
