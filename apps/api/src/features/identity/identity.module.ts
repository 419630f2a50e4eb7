import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../platform/sign-in/actor.ts';
import { AskForLink } from './ask-for-link.ts';
import { ChangeOwnAccount } from './change-own-account.ts';
import { IdentityController } from './identity.controller.ts';
import { SetUpOrganisation } from './set-up-organisation.ts';
import { SignInCache } from './sign-in-cache.ts';
import { SignInWithPassword } from './sign-in-with-password.ts';
import { SignIns } from './sign-ins.ts';
import { SingleUseLinks } from './single-use-links.ts';
import { UseLink } from './use-link.ts';

/** Global for one reason: the platform asks its Authenticator on every request. */
@Global()
@Module({
  controllers: [IdentityController],
  providers: [
    AskForLink,
    ChangeOwnAccount,
    SetUpOrganisation,
    SignInCache,
    SignInWithPassword,
    SignIns,
    SingleUseLinks,
    UseLink,
    { provide: Authenticator, useExisting: SignInCache },
  ],
  exports: [Authenticator, ChangeOwnAccount, SetUpOrganisation, SingleUseLinks, SignIns],
})
export class IdentityModule {}
