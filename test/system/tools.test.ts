/** The programs themselves, and what is said where one is missing. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { programPath, run } from './tools.js';

const { PATH } = process.env;
afterEach(() => {
  process.env['PATH'] = PATH;
});

describe('the programs that people open our files with', () => {
  test.each([
    ['soffice', '--version', /LibreOffice/],
    ['chromium', '--version', /Chrom/],
    ['pdftotext', '-', /./],
  ] as const)('%s', (program, option, says) => {
    expect(program === 'pdftotext' ? programPath(program) : run(program, option)).toMatch(says);
  });

  test('one that is missing is named, with how to install it', () => {
    process.env['PATH'] = '';
    expect(() => programPath('soffice')).toThrow('soffice or libreoffice, which is not on this machine');
    expect(() => run('pdftotext', '-v')).toThrow('apt-get install -y poppler-utils');
  });
});
