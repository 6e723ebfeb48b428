/** Draws any value as a tree. The user can fold its branches. */
import { useSignal } from '@preact/signals';
import { Icon } from '../icons';

interface TreeProps {
  value: unknown;
  name?: string;
  /** Number of levels that are open at first. */
  open?: number;
}

/** Maximum length of a text, characters. A longer text is cut; its tooltip contains the whole text. */
const MAX_LENGTH = 400;

function leaf(value: unknown): { kind: string; text: string } {
  if (value === null || value === undefined) return { kind: 'nil', text: String(value) };
  if (typeof value === 'string') return { kind: 'text', text: JSON.stringify(value) };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: typeof value, text: String(value) };
  return { kind: 'other', text: typeof value === 'function' ? 'ƒ' : String(value) };
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The short text of a folded branch. */
function summary(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.length}]`;
  const keys = Object.keys(value);
  return keys.length === 0 ? '{}' : `{${keys.slice(0, 3).join(', ')}${keys.length > 3 ? ', …' : ''}}`;
}

/** One value of a tree, with its name and a fold button. At the top there is no name: only its children are drawn. */
export function Tree(props: TreeProps) {
  const { value, name, open = 1 } = props;
  const unfolded = useSignal(open > 0);
  if (!isBranch(value)) {
    const { kind, text } = leaf(value);
    return (
      <span class="leaf">
        {name !== undefined && <span class="key">{name}</span>}
        <code class={kind} title={text.length > MAX_LENGTH ? text : undefined}>
          {text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text}
        </code>
      </span>
    );
  }
  const entries = Object.entries(value);
  const children = (
    <ul class="tree">
      {entries.map(([key, inner]) => (
        <li key={key}>
          <Tree value={inner} name={key} open={open - 1} />
        </li>
      ))}
    </ul>
  );
  if (name === undefined) return children;
  return (
    <div class="branch">
      <button
        type="button"
        class="leaf"
        aria-expanded={unfolded.value}
        disabled={entries.length === 0}
        onClick={() => {
          unfolded.value = !unfolded.value;
        }}
      >
        <Icon name="chevron" class="fold" />
        <span class="key">{name}</span>
        <code class="nil">{unfolded.value && entries.length > 0 ? '' : summary(value)}</code>
      </button>
      {unfolded.value && entries.length > 0 && children}
    </div>
  );
}
