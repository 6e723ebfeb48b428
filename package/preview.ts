/** The browser preview as functions: a development server, and a build that any static host can serve. */
export {
  buildPreview,
  type PreviewBuildOptions,
  PreviewError,
  type PreviewOptions,
  type PreviewServer,
  type PreviewServerOptions,
  startPreviewServer,
} from '../preview/vite/config';
