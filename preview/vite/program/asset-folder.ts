/** Folder of the mini-program's pictures, relative to `phone.html`; `/assets/a.png` is resolved against it. */
export const ASSET_FOLDER = 'miniprogram';
