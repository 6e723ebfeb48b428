/** WeChat's icons as inline SVG: no image is loaded. All are decorative, so assistive technology does not see them. */
import type { ComponentChildren } from 'preact';

/** An icon of `size` × `size` CSS px. It has the colour of the text. */
function Drawing(props: { size?: number; class?: string; box?: string; children: ComponentChildren }) {
  const { size = 24, box = '0 0 24 24' } = props;
  return (
    <svg
      class={props.class}
      width={size}
      height={size}
      viewBox={box}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  );
}

const line = { stroke: 'currentColor', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;

export const BackIcon = () => (
  <Drawing class="back-icon">
    <path {...line} stroke-width="1.8" d="M14.5 4.5 7 12l7.5 7.5" />
  </Drawing>
);

export const HomeIcon = () => (
  <Drawing size={20}>
    <path {...line} stroke-width="1.6" d="M4 10.5 12 4l8 6.5V20h-5.5v-5.5h-5V20H4z" />
  </Drawing>
);

export const MoreIcon = () => (
  <Drawing size={20}>
    <circle cx="4" cy="12" r="1.9" fill="currentColor" />
    <circle cx="12" cy="12" r="3" fill="currentColor" />
    <circle cx="20" cy="12" r="1.9" fill="currentColor" />
  </Drawing>
);

export const CloseIcon = () => (
  <Drawing size={20}>
    <circle cx="12" cy="12" r="8.8" stroke="currentColor" stroke-width="2.4" />
    <circle cx="12" cy="12" r="3.6" fill="currentColor" />
  </Drawing>
);

export const CheckIcon = (props: { size?: number }) => (
  <Drawing size={props.size ?? 24}>
    <path {...line} stroke-width="2" d="m4.5 12.5 5 5 10-11" />
  </Drawing>
);

export const ErrorIcon = (props: { size?: number }) => (
  <Drawing size={props.size ?? 24}>
    <circle cx="12" cy="12" r="9" stroke="currentColor" stroke-width="1.6" />
    <path {...line} stroke-width="1.8" d="M12 7.2v6" />
    <circle cx="12" cy="16.6" r="1.1" fill="currentColor" />
  </Drawing>
);

/** WeChat's spinner: a turning arc. With reduced motion it stands still. */
export const Spinner = (props: { size?: number }) => (
  <Drawing size={props.size ?? 20} class="spinner">
    <circle cx="12" cy="12" r="9" stroke="currentColor" stroke-width="2.4" opacity="0.2" />
    <path {...line} stroke-width="2.4" d="M12 3a9 9 0 0 1 9 9" />
  </Drawing>
);

export const SignalIcon = () => (
  <Drawing size={17} box="0 0 17 12">
    <path
      fill="currentColor"
      d="M1 8h1.6a.6.6 0 0 1 .6.6v2a.6.6 0 0 1-.6.6H1a.6.6 0 0 1-.6-.6v-2A.6.6 0 0 1 1 8Zm4.3-2.2h1.6a.6.6 0 0 1 .6.6v4.2a.6.6 0 0 1-.6.6H5.3a.6.6 0 0 1-.6-.6V6.4a.6.6 0 0 1 .6-.6Zm4.4-2.5h1.6a.6.6 0 0 1 .6.6v6.7a.6.6 0 0 1-.6.6H9.7a.6.6 0 0 1-.6-.6V3.9a.6.6 0 0 1 .6-.6ZM14 .8h1.6a.6.6 0 0 1 .6.6v9.2a.6.6 0 0 1-.6.6H14a.6.6 0 0 1-.6-.6V1.4a.6.6 0 0 1 .6-.6Z"
    />
  </Drawing>
);

export const OfflineIcon = () => (
  <Drawing size={16}>
    <path
      fill="currentColor"
      d="m21.6 15.5-7.4-4.6V5.2a2.2 2.2 0 0 0-4.4 0v5.7l-7.4 4.6v2.4l7.4-2.2v3.6l-1.9 1.5V22l4.1-1 4.1 1v-1.2l-1.9-1.5v-3.6l7.4 2.2z"
    />
  </Drawing>
);

export const WifiIcon = () => (
  <Drawing size={16} box="0 0 16 12">
    <path {...line} stroke-width="1.7" d="M1.4 4.4a9.4 9.4 0 0 1 13.2 0M3.9 7a5.8 5.8 0 0 1 8.2 0" />
    <circle cx="8" cy="9.9" r="1.5" fill="currentColor" />
  </Drawing>
);

/** @param props.upright vertical, as on Android */
export const BatteryIcon = (props: { upright?: boolean }) =>
  props.upright ? (
    <svg width="9" height="14" viewBox="0 0 9 14" fill="currentColor" aria-hidden="true" focusable="false">
      <path d="M3 0h3v1.5h1.4c.9 0 1.6.7 1.6 1.6v9.3c0 .9-.7 1.6-1.6 1.6H1.6A1.6 1.6 0 0 1 0 12.400V3.100C0 2.200.7 1.500 1.600 1.500H3z" />
    </svg>
  ) : (
    <svg width="26" height="12" viewBox="0 0 26 12" fill="none" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="22" height="11" rx="3.2" stroke="currentColor" opacity="0.4" />
      <rect x="2" y="2" width="19" height="8" rx="2" fill="currentColor" />
      <path d="M24 4v4c.8-.3 1.4-1.1 1.4-2S24.8 4.3 24 4Z" fill="currentColor" opacity="0.5" />
    </svg>
  );
