// Writes src/schema-types/<name>.ts from schemas/: the TypeScript type of each file that crosses the wall, and the schema itself as a value,
// so that types, validation and an editor's completion cannot drift apart.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const target = new URL('src/schema-types/', root);
mkdirSync(target, { recursive: true });

/** tsType is json-schema-to-typescript's own keyword; the validator does not know it. */
const plain = (schema) => JSON.parse(JSON.stringify(schema, (key, value) => (key === 'tsType' ? undefined : value)));

/** A nested title would become the name of a type; titles are for an editor's reader. */
const untitled = (schema) => Object.assign(JSON.parse(JSON.stringify(schema, (key, value) => (key === 'title' && typeof value === 'string' ? undefined : value))), { title: schema.title });

for (const file of readdirSync(new URL('schemas/', root)).filter((name) => name.endsWith('.schema.json'))) {
  const schema = JSON.parse(readFileSync(new URL(`schemas/${file}`, root), 'utf8'));
  const name = file.replace('.schema.json', '');
  const types = await compile(untitled(schema), schema.title, { bannerComment: `/* Made from schemas/${file} by npm run schema-types. */`, additionalProperties: true, unknownAny: true, format: false, ignoreMinAndMaxItems: true });
  writeFileSync(new URL(`${name}.ts`, target), `${types}\nexport const ${name}Schema: object = ${JSON.stringify(plain(schema))};\n`);
}
