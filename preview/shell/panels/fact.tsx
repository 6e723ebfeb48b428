/** A name and its value in a list of facts. */
import type { ComponentChildren } from 'preact';

/** A row of a `<dl>`. */
export const Fact = (props: {
  name: string;
  tone?: 'good' | 'bad' | undefined;
  children: ComponentChildren;
}) => (
  <div class="fact" data-tone={props.tone}>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);
