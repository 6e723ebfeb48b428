/** Uses a pasted or dropped picture as the design. While no control has the focus, arrow keys move the design. */
import { signal } from '@preact/signals';
import { choices } from '../state';
import { stepOf } from './placement';
import { design, designShown, nudge, takeDesign } from './state';

/** The user drags a file over the window. */
export const dragging = signal(false);

/** The first picture among files. */
function pictureIn(files: FileList | undefined): File | undefined {
  return [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Starts the listeners. They exist as long as the page. */
export function listenForPictures(): void {
  document.addEventListener('paste', ({ clipboardData }) => {
    const file = pictureIn(clipboardData?.files);
    if (file) void takeDesign(file, file.name);
  });
  document.addEventListener('keydown', (event) => {
    const step = stepOf(event);
    const { target } = event;
    const isNowhere = target === document.body || (target instanceof Element && target.id === 'panel');
    const isFree = isNowhere && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!step || !isFree || !design.value || !designShown.value || choices.value.panel !== 'picture') return;
    event.preventDefault();
    nudge(step);
  });
  document.addEventListener('dragenter', (event) => {
    if (hasFiles(event)) dragging.value = true;
  });
  document.addEventListener('dragover', (event) => {
    // Otherwise the browser would leave the preview and open the file.
    if (hasFiles(event)) event.preventDefault();
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) dragging.value = false;
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    dragging.value = false;
    const file = pictureIn(event.dataTransfer?.files) ?? event.dataTransfer?.files[0];
    if (file) void takeDesign(file, file.name);
  });
}
