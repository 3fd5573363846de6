// Reads the program's own rulebooks once, at build time, so that a check need not parse their YAML: dist/rulebooks/<digest>.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptRulebook, OWN_RULEBOOKS, rulebooksIn } from '../dist/store/rulebooks.js';

const target = new URL('../dist/rulebooks/', import.meta.url);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const id of rulebooksIn(OWN_RULEBOOKS)) {
  const { name, content } = keptRulebook(join(OWN_RULEBOOKS, id));
  writeFileSync(new URL(name, target), content);
}
