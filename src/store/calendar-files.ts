import { join } from 'node:path';
import { createCalendar, type Calendar } from '../calendar/calendar.js';
import { readNotice } from '../calendar/notice-file.js';
import type { Notice } from '../calendar/notice.js';
import { InputError } from '../input/problem.js';
import { parseDocuments } from '../input/yaml.js';
import { namesIn, readFile } from './files.js';
import { OWN_RULEBOOKS } from './rulebooks.js';

const NOTICES = join(OWN_RULEBOOKS, 'calendars/cn');

/**
 * The calendar with the notice files of the house and those named.
 * @throws InputError for a file that cannot be read, NoticeError for one that contradicts itself or another
 */
export function loadCalendar(files: readonly string[]): Calendar {
  const ours = namesIn(NOTICES).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  return createCalendar([...ours.map((name) => join(NOTICES, name)), ...files].map(readNoticeFile));
}

function readNoticeFile(path: string): Notice {
  const { name, bytes } = readFile(path);
  const { documents, problems } = parseDocuments(name, bytes);
  const [document, more] = documents;
  if (document === undefined || problems.length > 0) throw new InputError(problems);
  if (more !== undefined)
    throw new InputError([
      { code: 'too-many-documents', place: more.place([]), message: { zh: '一个文件只放一份通知', en: 'a file holds one notice' } },
    ]);
  return readNotice(document.value, name);
}
