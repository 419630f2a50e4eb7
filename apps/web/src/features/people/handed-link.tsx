import { useState } from 'react';
import { Button } from '@landbridge/ui';
import { organisationText as text } from '../organisation/index.ts';
import { copyText } from '../../platform/copy-text.ts';
import classes from './admin-page.module.css';

export interface Handed {
  readonly name: string;
  readonly link: string;
  readonly until: string;
}

/** The link of an invitation where no mail can be sent: shown once, to hand on. */
export const HandedLink = ({ name, link, until }: Handed) => {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={classes.handed} role="status">
      <p>{text('admin.hand-on', { name, until })}</p>
      <code>{link}</code>
      <Button size="small" onClick={() => void copyText(link).then(() => setCopied(true))}>
        {text(isCopied ? 'admin.copied' : 'admin.copy-link')}
      </Button>
    </div>
  );
};
