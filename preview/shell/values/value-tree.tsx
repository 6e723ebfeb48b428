/** Draws the entries of a branch, a hundred at a time. Folded branches and later entries are not read. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ValuePath, ValueSource } from '../../live-values';
import { texts } from '../state';
import { onArrow } from './arrow-keys';
import { type EditKind, editKinds } from './parse-value';
import { ValueRow } from './value-row';

/** Number of entries that a click on *more* adds. */
export const PAGE_SIZE = 100;

interface ValueTreeProps {
  source: ValueSource;
  path?: ValuePath;
  open?: number;
  kinds?: readonly EditKind[];
  version: number;
  masked?: boolean;
  /** The type of an entry at the top level. */
  typeOf?: (name: string) => string | undefined;
}

export function ValueTree(props: ValueTreeProps) {
  const { source, path = [], version } = props;
  const [count, setCount] = useState(PAGE_SIZE);
  const size = source.view(path)?.size ?? 0;
  const before = useRef(size);
  useEffect(() => {
    before.current = size;
  }, [size]);
  return (
    <ul class="tree values" onKeyDown={onArrow}>
      {source.entries(path, 0, count).map(({ key, view }, index) => (
        <li key={key}>
          <ValueRow
            source={source}
            path={[...path, key]}
            view={view}
            open={props.open ?? 1}
            kinds={props.kinds ?? editKinds}
            version={version}
            isNew={index >= before.current}
            type={props.typeOf?.(String(key))}
            masked={props.masked ?? false}
            below={() => (
              <ValueTree
                source={source}
                path={[...path, key]}
                open={(props.open ?? 1) - 1}
                kinds={props.kinds ?? editKinds}
                version={version}
                masked={props.masked ?? false}
              />
            )}
          />
        </li>
      ))}
      {size > count && (
        <li>
          <button type="button" class="more" onClick={() => setCount(count + PAGE_SIZE)}>
            {texts.value.values.more(Math.min(PAGE_SIZE, size - count), size - count)}
          </button>
        </li>
      )}
    </ul>
  );
}
