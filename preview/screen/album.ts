/** The photo album of the simulated phone. The pictures are drawn by code, so they are the same in every run. */

/** A picture that the user can choose. */
export interface AlbumPicture {
  id: string;
  /** Accessible name and tooltip. */
  label: string;
  /** CSS background of the thumbnail. */
  background: string;
  /** Small label on the thumbnail; empty: none. */
  note: string;
  /** WeChat's content check rejects this picture. */
  rejected: boolean;
  /**
   * Draws the picture. Rejects if the browser has no 2d canvas, or cannot encode this image type.
   * @returns `type`: MIME type
   */
  take(): Promise<{ bytes: Uint8Array; type: string }>;
}

type Colours = readonly [string, string, string];

/** Draws a landscape of three colours, `size` × `size` px. @param type `image/png` or `image/jpeg` */
async function paint(
  colours: Colours,
  size: number,
  type: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no 2d canvas, so the album is empty');
  const sky = pen.createLinearGradient(0, 0, 0, size);
  sky.addColorStop(0, colours[0]);
  sky.addColorStop(1, colours[1]);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = colours[2];
  pen.beginPath();
  pen.arc(size * 0.68, size * 0.34, size * 0.13, 0, Math.PI * 2);
  pen.fill();
  pen.beginPath();
  pen.ellipse(size * 0.3, size * 1.06, size * 0.62, size * 0.42, 0, 0, Math.PI * 2);
  pen.fill();
  if (type === 'image/png') addNoise(pen, size);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.9));
  if (!blob) throw new Error(`This browser cannot write ${type}`);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type };
}

/**
 * Adds noise. PNG cannot compress it, so the file becomes large. The seed is fixed, so the file is the same in every
 * run.
 */
function addNoise(pen: CanvasRenderingContext2D, size: number): void {
  const picture = pen.getImageData(0, 0, size, size);
  let seed = 42;
  for (let at = 0; at < picture.data.length; at += 1) {
    if (at % 4 === 3) continue;
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    picture.data[at] = seed >>> 24;
  }
  pen.putImageData(picture, 0, 0);
}

function picture(id: string, label: string, colours: Colours, extra?: Partial<AlbumPicture>): AlbumPicture {
  const [top, bottom, front] = colours;
  const background = [
    `radial-gradient(circle at 68% 34%, ${front} 13%, transparent 13.5%)`,
    `radial-gradient(ellipse 62% 42% at 30% 106%, ${front} 99%, transparent)`,
    `linear-gradient(${top}, ${bottom})`,
  ].join(', ');
  const take = () => paint(colours, 320, 'image/jpeg');
  return { id, label, background, note: '', rejected: false, take, ...extra };
}

/** The pictures of the album. The last two lead to error states: file too large, content check failed. */
export const album: readonly AlbumPicture[] = [
  picture('dawn', '清晨', ['#f9d5a7', '#f2a07b', '#fff4e0']),
  picture('lake', '湖边', ['#a8d8ea', '#5b9bb5', '#eef8fb']),
  picture('grove', '树林', ['#c7e6b8', '#5fa777', '#f4fbef']),
  picture('dusk', '傍晚', ['#8f86c9', '#4b4578', '#f4d9c6']),
  picture('huge', '很大的照片，约 4 MB', ['#b5b5b5', '#6f6f6f', '#e6e6e6'], {
    note: '4 MB',
    take: () => paint(['#b5b5b5', '#6f6f6f', '#e6e6e6'], 1200, 'image/png'),
  }),
  picture('rejected', '通不过安全检测的照片', ['#e8b4b4', '#b35d5d', '#fbeaea'], {
    note: '违规',
    rejected: true,
  }),
];

/** The picture for the entry 拍照 (take a photo). */
export const cameraPicture: AlbumPicture = picture('camera', '刚拍的照片', ['#d9e2ec', '#829ab1', '#f0f4f8']);
