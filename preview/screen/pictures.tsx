/** Avatar and app icon, each with a placeholder. */
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

/** Turns the URL of a picture into one that an `<img>` can load. */
export const PictureOf = createContext<(url: string) => string | Promise<string>>((url) => url);

/** A user's avatar; a grey placeholder if there is no URL or it does not load. */
export function Avatar(props: { url: string; size: number }) {
  const pictureOf = useContext(PictureOf);
  const [broken, setBroken] = useState('');
  const [arrived, setArrived] = useState('');
  const { size } = props;
  const given = useMemo(() => (props.url === '' ? '' : pictureOf(props.url)), [props.url, pictureOf]);
  useEffect(() => {
    if (typeof given === 'string') return;
    let stays = true;
    given.then((found) => stays && setArrived(found));
    return () => {
      stays = false;
    };
  }, [given]);
  const url = typeof given === 'string' ? given : arrived;
  if (url !== '' && url !== broken) {
    return <img class="avatar" src={url} width={size} height={size} alt="" onError={() => setBroken(url)} />;
  }
  return (
    <svg class="avatar" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" fill="#d8dadd" />
      <circle cx="24" cy="19" r="8.5" fill="#fff" />
      <path d="M8 46c0-9.5 7-15 16-15s16 5.5 16 15z" fill="#fff" />
    </svg>
  );
}

/** The mini-program's icon in WeChat's sheets. The preview draws the first character of the name instead of an icon. */
export const AppIcon = (props: { name: string }) => (
  <span class="app-icon" aria-hidden="true">
    {[...props.name][0] ?? ''}
  </span>
);
