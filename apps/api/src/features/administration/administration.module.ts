import { Module } from '@nestjs/common';
import { AdministrationController } from './administration.controller.ts';

@Module({ controllers: [AdministrationController] })
export class AdministrationModule {}
