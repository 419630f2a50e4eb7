export { ChangeOwnAccount } from './change-own-account.ts';
export { IdentityModule } from './identity.module.ts';
export { linkMail } from './link-mails.ts';
export { Person } from './person.entity.ts';
export { SetUpOrganisation } from './set-up-organisation.ts';
export { SignIns } from './sign-ins.ts';
export { SingleUseLinks, type NewLink } from './single-use-links.ts';
export { me, personByEmail } from './identity.queries.ts';
