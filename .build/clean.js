// Before packing: dist/ keeps the files of sources that are gone; a package must not.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
