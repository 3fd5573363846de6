import { join } from 'node:path';
import { createCalendar, type Calendar, type CalendarOptions } from '../calendar/calendar.js';
import { readNotice } from '../calendar/notice-file.js';
import type { Notice } from '../calendar/notice.js';
import { InputError } from '../input/problem.js';
import { parseDocuments } from '../input/yaml.js';
import type { InputFile } from '../rulebook/read-rulebook.js';
import { namesIn, readFile } from './files.js';
import { OWN_RULEBOOKS } from './rulebooks.js';

const NOTICES = join(OWN_RULEBOOKS, 'calendars/cn');

/** Notices as files: the house's own, and those named beside them. */
export interface NoticeFiles {
  readonly own: readonly InputFile[];
  readonly given: readonly InputFile[];
}

/** @throws InputError for a file that cannot be read */
export function noticeFiles(given: readonly string[]): NoticeFiles {
  const ours = namesIn(NOTICES).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  return { own: ours.map((name) => readFile(join(NOTICES, name))), given: given.map(readFile) };
}

/**
 * @param options which years of the package's table to take, where not all
 * @throws InputError for a file that is no notice, NoticeError for one that contradicts itself or another
 */
export const calendarIn = ({ own, given }: NoticeFiles, options: CalendarOptions = {}): Calendar =>
  createCalendar([...own, ...given].map(noticeIn), options);

/**
 * The calendar with the notice files of the house and those named.
 * @throws InputError for a file that cannot be read, NoticeError for one that contradicts itself or another
 */
export const loadCalendar = (files: readonly string[]): Calendar => calendarIn(noticeFiles(files));

function noticeIn({ name, bytes }: InputFile): Notice {
  const { documents, problems } = parseDocuments(name, bytes);
  const [document, more] = documents;
  if (document === undefined || problems.length > 0) throw new InputError(problems);
  if (more !== undefined)
    throw new InputError([
      { code: 'too-many-documents', place: more.place([]), message: { zh: '一个文件只放一份通知', en: 'a file holds one notice' } },
    ]);
  return readNotice(document.value, name);
}
