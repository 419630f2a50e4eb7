import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads/index.ts';
import { HomeController } from './home.controller.ts';

@Module({ imports: [ThreadsModule], controllers: [HomeController] })
export class HomeModule {}
