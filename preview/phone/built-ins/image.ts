/** `<image>`: a box, by default 320 × 240 px, that shows a picture. `mode` sets the layout of the picture. */
import { builtIn } from './define';

/** `<image>`: fires `load` with the picture's size, and `error`. */
export const image = builtIn(
  'image',
  { src: '', mode: 'scaleToFill', lazyLoad: false, webp: false, showMenuByLongpress: false, fadeIn: false },
  (host) => {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.draggable = false;
    host.element.append(picture);
    let shown: string | null = null;

    picture.addEventListener('load', () => {
      host.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', () => {
      host.element.toggleAttribute('data-broken', true);
      host.emit('error', { errMsg: `GET ${host.values.src} failed` });
    });
    return {
      render() {
        const { src, lazyLoad } = host.values;
        picture.loading = lazyLoad ? 'lazy' : 'eager';
        if (src === shown) return;
        shown = src;
        host.element.removeAttribute('data-broken');
        const url = src === '' ? '' : host.services.picture(src, host.owner);
        if (url === '') picture.removeAttribute('src');
        else if (typeof url === 'string') picture.src = url;
        else {
          url.then((found) => {
            if (src === shown) picture.src = found;
          });
        }
      },
    };
  },
);
