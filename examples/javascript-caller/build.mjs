// Compiles `till.js` to a component: `npm run build -- OUTPUT.wasm`.

import { readFile, writeFile } from 'node:fs/promises';

import { componentize } from '@bytecodealliance/componentize-js';

const source = await readFile(new URL('till.js', import.meta.url), 'utf8');
const { component } = await componentize(source, {
  witPath: new URL('wit', import.meta.url).pathname,
  worldName: 'till',
  disableFeatures: ['http', 'fetch-event'],
});
await writeFile(process.argv[2] ?? 'till.wasm', component);
