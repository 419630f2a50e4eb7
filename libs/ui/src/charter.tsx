import classes from './charter.module.css';

/** The three texts of a community, in equal columns, never collapsed. */
export const Charter = ({ texts }: { texts: readonly { readonly title: string; readonly text: string }[] }) => (
  <div className={classes.charter}>
    {texts.map(({ title, text }) => (
      <section key={title}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text} dir="auto">
          {text}
        </p>
      </section>
    ))}
  </div>
);
