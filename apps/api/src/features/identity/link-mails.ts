import type { LinkPurpose } from '@landbridge/contract/identity';
import type { Mail } from '../../platform/mail/mailer.ts';
import type { NewLink } from './single-use-links.ts';
import { text } from './texts.ts';

/** The mail that carries a single-use link. */
export const linkMail = (purpose: LinkPurpose, person: { readonly name: string; readonly email: string }, link: NewLink): Mail => ({
  to: person.email,
  subject: text(`mail.${purpose}.subject`, {}),
  text: text(`mail.${purpose}.text`, { name: person.name, url: link.url, until: link.expiresAt }),
});
