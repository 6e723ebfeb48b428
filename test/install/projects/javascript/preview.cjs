/** The preview serves this project, and builds a site of it. */
const { buildPreview, startPreviewServer } = require('miniprogram-phone/preview');

(async () => {
  const server = await startPreviewServer({ root: 'miniprogram', port: 0 });
  for (const file of ['phone.html', 'index.html', 'phone/main.js', 'scenes.json', 'mockServiceWorker.js']) {
    const { status } = await fetch(new URL(file, server.url));
    if (status !== 200) throw new Error(`${file}: ${status}`);
  }
  await server.close();
  const { outDir } = await buildPreview({ root: 'miniprogram', logLevel: 'error' });
  console.log(`built ${outDir}`);
})();
