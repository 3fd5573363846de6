// Writes src/schema-types/<name>.ts from schemas/: the TypeScript type of each file that crosses the wall, and the schema itself as a value,
// so that types, validation and an editor's completion cannot drift apart. With --check it writes nothing and names what is out of step.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const target = new URL('src/schema-types/', root);
const ENDING = '.schema.json';

/** For whoever reads the schema in an editor. A message says `says`, and a validator knows neither enumDescriptions nor tsType. */
const WORDS = new Set(['title', 'description', 'enumDescriptions', 'tsType']);

/** A property may bear one of these names too: then a schema stands there. */
const isWord = (key, value) => WORDS.has(key) && (typeof value === 'string' || Array.isArray(value));

/** What a choice is called: 已违约；核对：不相符 of a check is 不相符, 重（高） is both. */
const namesIn = (said) => {
  const [first, ...others] = said.split('；');
  const ways = [first.split('：')[0], ...others.flatMap((one) => one.split('：').slice(1))];
  return ways.flatMap((one) => one.split('，')[0].split(/[（）]/u)).filter((one) => one !== '');
};

/** Of those words what a message can offer: `called` and `enumCalled`, what a Chinese author may write instead; `like`, an example. */
const kept = ({ title, description, enumDescriptions }) => ({
  ...(typeof title === 'string' && /\p{Script=Han}/u.test(title) && { called: title }),
  ...(Array.isArray(enumDescriptions) && { enumCalled: enumDescriptions.map(namesIn) }),
  ...(typeof description === 'string' && /，如：[^，。；]+$/u.test(description) && { like: /，如：([^，。；]+)$/u.exec(description)[1] }),
});

const reworded = (schema) => ({
  ...Object.fromEntries(Object.entries(schema).filter(([key, value]) => !isWord(key, value))),
  ...kept(schema),
});

const plain = (schema) => JSON.parse(JSON.stringify(schema, (key, value) => (value?.constructor === Object ? reworded(value) : value)));

/** A nested title would become the name of a type; titles are for an editor's reader. */
const untitled = (schema) =>
  Object.assign(JSON.parse(JSON.stringify(schema, (key, value) => (key === 'title' && typeof value === 'string' ? undefined : value))), {
    title: schema.title,
  });

/** log-entry: logEntry. */
const camel = (name) => name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());

const options = { additionalProperties: true, unknownAny: true, format: false, ignoreMinAndMaxItems: true };

const made = new Map();
for (const file of readdirSync(new URL('schemas/', root)).filter((name) => name.endsWith(ENDING))) {
  const schema = JSON.parse(readFileSync(new URL(`schemas/${file}`, root), 'utf8'));
  const name = file.slice(0, -ENDING.length);
  const bannerComment = `/* Made from schemas/${file} by npm run schema-types. */`;
  const types = await compile(untitled(schema), schema.title, { ...options, bannerComment });
  made.set(`${name}.ts`, `${types}\nexport const ${camel(name)}Schema: object = ${JSON.stringify(plain(schema))};\n`);
}

mkdirSync(target, { recursive: true });
const isInStep = (name) => existsSync(new URL(name, target)) && readFileSync(new URL(name, target), 'utf8') === made.get(name);
const odd = [...new Set([...made.keys(), ...readdirSync(target)])].filter((name) => !isInStep(name));
if (process.argv.includes('--check')) {
  for (const name of odd) console.log(`src/schema-types/${name} is out of step with schemas/: npm run schema-types`);
  process.exitCode = odd.length === 0 ? 0 : 1;
} else {
  for (const name of odd) {
    if (made.has(name)) writeFileSync(new URL(name, target), made.get(name));
    else rmSync(new URL(name, target));
  }
}
