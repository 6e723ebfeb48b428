/** The sheet that `<button open-type="chooseAvatar">` opens: WeChat avatar, album, camera. */
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AvatarSheet } from '../../simulator/types';
import { type AlbumPicture, album, cameraPicture } from './album';
import { headingId, Layer, type LayerState } from './layer';
import { Avatar, PictureOf } from './pictures';

type GivenPicture = Parameters<AvatarSheet['usePicture']>[0];

export function AvatarChooser(props: { item: AvatarSheet; state: LayerState }) {
  const { item, state } = props;
  const [place, setPlace] = useState<'menu' | 'album'>('menu');
  const [isUnreadable, setUnreadable] = useState(false);
  /** Passes the picture to the mini-program. If the browser cannot read it, the sheet stays open for another choice. */
  const give = (picture: Promise<GivenPicture>) => picture.then(item.usePicture, () => setUnreadable(true));
  const giveDrawn = ({ take, rejected }: AlbumPicture) =>
    give(take().then((picture) => ({ ...picture, rejected })));
  const pictureOf = useContext(PictureOf);
  /**
   * Chooses the WeChat avatar that the sheet displays. If the avatar cannot be fetched, the phone uses its built-in
   * picture.
   */
  const giveWechat = async () => {
    try {
      const response = await fetch(await pictureOf(item.wechatAvatarUrl));
      if (!response.ok) throw new Error(`the request for the avatar failed with ${response.status}`);
      const type = response.headers.get('content-type') ?? 'image/png';
      item.usePicture({ bytes: new Uint8Array(await response.arrayBuffer()), type });
    } catch {
      item.useWechat();
    }
  };
  // The pressed button disappears with the old content. So the first button of the new content gets the focus.
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(place);
  useLayoutEffect(() => {
    if (shown.current !== place && document.hasFocus()) content.current?.querySelector('button')?.focus();
    shown.current = place;
  }, [place]);
  const leave = () => (place === 'album' ? setPlace('menu') : item.cancel());
  return (
    <Layer state={state} placement="bottom" name="actions" onMask={item.cancel} onEscape={leave}>
      <p id={headingId(state)} class={place === 'menu' ? 'unseen' : 'alert'}>
        {place === 'menu' ? '选择头像' : '从相册选择'}
      </p>
      {isUnreadable && (
        <p class="alert" role="alert">
          图片读取失败，请换一张
        </p>
      )}
      <div ref={content}>
        {place === 'menu' ? (
          <>
            <button
              type="button"
              class="entry"
              data-first
              onClick={item.wechatAvatarUrl === '' ? item.useWechat : giveWechat}
            >
              <Avatar url={item.wechatAvatarUrl} size={28} />
              用微信头像
            </button>
            <button type="button" class="entry" onClick={() => setPlace('album')}>
              从相册选择
            </button>
            <button type="button" class="entry" onClick={() => giveDrawn(cameraPicture)}>
              拍照
            </button>
          </>
        ) : (
          <Album onPick={giveDrawn} onFile={(file) => give(readFile(file))} />
        )}
      </div>
      <button type="button" class="entry apart" onClick={leave}>
        {place === 'menu' ? '取消' : '返回'}
      </button>
    </Layer>
  );
}

interface AlbumProps {
  onPick: (picture: AlbumPicture) => void;
  onFile: (file: File) => void;
}

/** Reads a file of this computer. Rejects if the browser must not read it, or it does not exist any more. */
const readFile = async (file: File): Promise<GivenPicture> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  type: file.type,
});

function Album(props: AlbumProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div class="album">
      {album.map((picture) => (
        <button
          type="button"
          key={picture.id}
          aria-label={picture.label}
          title={picture.label}
          style={{ background: picture.background }}
          onClick={() => props.onPick(picture)}
        >
          {picture.note !== '' && <small>{picture.note}</small>}
        </button>
      ))}
      <button type="button" class="file" onClick={() => chooser.current?.click()}>
        电脑上的图片…
      </button>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        onChange={({ currentTarget: { files } }) => files?.[0] && props.onFile(files[0])}
      />
    </div>
  );
}
