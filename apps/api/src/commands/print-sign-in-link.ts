import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { personByEmail, SingleUseLinks } from '../features/identity/index.ts';
import { Config } from '../platform/config/config.ts';
import { readSettings } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** `sign-in-link EMAIL`: for whoever has the server at hand and lost the way in. The link works once, within an hour. */
export const printSignInLink = async (email: string | undefined): Promise<void> => {
  const config = new Config({ ...readSettings(process.env), LOG_LEVEL: 'silent' }, { checksAnswers: false });
  const application = await NestFactory.createApplicationContext(AppModule.with(config), { logger: false, abortOnError: false });
  const database = application.get(Database);
  await database.connect();
  try {
    const person = email ? await database.one(personByEmail, [email.trim().toLowerCase()]) : null;
    if (!person) throw new Error(`Nobody active has the address ${email ?? '(none given)'}. Usage: npm run sign-in-link -- EMAIL`);
    const link = await application.get(UnitOfWork).run((tx) => application.get(SingleUseLinks).create(tx, person.id, 'sign-in'));
    process.stdout.write(`${link.url}\n`);
  } finally {
    await application.close();
  }
};
