/** The shell's icons: 16 px, one line width, the colour of the text. Assistive technology does not see them. */

const paths = {
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5',
  restart: 'M3 8a5 5 0 1 0 1.6-3.7M3 2v3h3',
  relaunch: 'M8 1.8v5.4M4.6 3.8a5.3 5.3 0 1 0 6.8 0',
  expire: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM8 4.5V8l2.5 1.5',
  offline:
    'M2 6.2a9 9 0 0 1 3-1.9m3.3-.6A9 9 0 0 1 14 6.2M4.5 8.9a5.4 5.4 0 0 1 3-1.5m2.7.6a5.4 5.4 0 0 1 1.3.9M8 12h.01M2 2l12 12',
  online: 'M2 6.2a9 9 0 0 1 12 0M4.3 8.9a5.6 5.6 0 0 1 7.4 0M8 12h.01',
  link: 'M6.5 9.5 9.5 6.5M7 4.7 8.6 3a3.1 3.1 0 0 1 4.4 4.4L11.3 9M9 11.3 7.4 13A3.1 3.1 0 0 1 3 8.6L4.7 7',
  grid: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  moon: 'M13.5 9.6A5.9 5.9 0 0 1 6.4 2.5a5.9 5.9 0 1 0 7.1 7.1Z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'm4 4 8 8M12 4l-8 8',
  panel: 'M2 3h12v10H2zM10 3v10',
  chevron: 'm6 4 4 4-4 4',
  check: 'm3 8.5 3.2 3.2L13 5',
  cross: 'm4.5 4.5 7 7M11.5 4.5l-7 7',
  clear: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM3.7 3.7l8.6 8.6',
  pen: 'M10.8 2.9l2.3 2.3-7.6 7.6-3 .7.7-3zM9.3 4.4l2.3 2.3',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.5a4 4 0 0 1 0 8H6',
  linked: 'M5.4 8h5.2M3.4 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM12.6 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  beside: 'M2.5 2.5h4.2v11H2.5zM9.3 2.5h4.2v11H9.3z',
  phone:
    'M5 1.8h6a.8.8 0 0 1 .8.8v10.8a.8.8 0 0 1-.8.8H5a.8.8 0 0 1-.8-.8V2.6a.8.8 0 0 1 .8-.8ZM7.2 12.2h1.6',
} as const;

export type IconName = keyof typeof paths;

export const Icon = (props: { name: IconName; class?: string }) => (
  <svg
    class={`icon ${props.class ?? ''}`}
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    <path
      d={paths[props.name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
