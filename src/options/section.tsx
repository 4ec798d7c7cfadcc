import type { ComponentChildren } from 'preact';

type Props = { id: string; heading: string; children: ComponentChildren };

/** One part of the options, with a heading that the navigation leads to. */
export const Section = ({ id, heading, children }: Props) => (
  <section id={id} aria-labelledby={`${id}-heading`}>
    <h2 id={`${id}-heading`}>{heading}</h2>
    {children}
  </section>
);
