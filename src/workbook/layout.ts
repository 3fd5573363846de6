/** How sheets lie in a workbook, for the one who writes them and the one who reads them. */

/** Columns before those of the sheet, hidden: where the row comes from, and what it said. */
export const FILE = '文件';
export const PLACE = '位置';
export const DIGEST = '校验';

/** The sheet that tells which files a workbook was made from; hidden. */
export const VERSION = '版本';
/** The sheet that explains the others. */
export const GUIDE = '说明';
/** The sheet of words for drop-downs. */
export const WORDS = '词表';

/** What kind of workbook it is. */
export const FORMAT = 'heyue/rulebook-workbook@1';

/** Rows ready for new entries below those there are. */
export const SPARE_ROWS = 40;

/** More than this a cell does not hold. */
export const MOST_CHARACTERS = 32_767;
