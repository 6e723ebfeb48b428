/** The entry `./preview`: functions for the preview's development server, and for its build as a static site. */
export {
  buildPreview,
  type PreviewBuildOptions,
  PreviewError,
  type PreviewOptions,
  type PreviewServer,
  type PreviewServerOptions,
  startPreviewServer,
} from '../preview/vite/config';
