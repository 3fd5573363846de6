/** The parties of the rulebook and of the contract, held against those of the text. */
import type { Agreement } from '../agreement/clauses.js';
import type { Contract } from '../contract/contract.js';
import { quote } from '../input/quote.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { isCalled, partiesIn } from './parties.js';
import { said, type TextFinding } from './said.js';

export function partyFindings(agreement: Agreement, { declared }: Rulebook, contract: Contract | null): readonly TextFinding[] {
  const { head, tail } = agreement.outline;
  const clauses = [...agreement.clauses.values()].map(({ passage }) => passage);
  const everywhere = [...head, ...clauses, ...agreement.leads.map(({ passage }) => passage), ...tail];
  const all = [...declared.parties.values()].map(({ zh }) => zh);
  return [...declared.parties].flatMap(([key, says]): readonly TextFinding[] => {
    const own = contract?.parties.get(key);
    const titles = [...new Set([says.zh, ...(own?.title === null || own === undefined ? [] : [own.title])])];
    const start = { file: agreement.document.file, line: 1, column: 1 };
    if (!everywhere.some(({ text }) => titles.some((title) => isCalled(text, title))))
      return [
        said(
          'text-party',
          'warning',
          start,
          `文本里没有“${titles.join('”“')}”这个称呼（规则库的 ${key}）`,
          `the text never says “${titles.join('”, “')}” (${key} of the rulebook)`,
          {
            repair: {
              zh: '规则库 parties 的 says，或合同文件 parties 的 title，与文本的称呼一致',
              en: '`says` in the rulebook, or `title` in the contract, as the text calls the party',
            },
            related: [declared.source.place(['parties', key], 'key')],
          },
        ),
      ];
    const named = partiesIn([...head, ...tail], titles, all);
    const [first] = named;
    if (first === undefined) return [];
    const names = [...new Set(named.map(({ name }) => name))];
    const place = first.passage.place(first.at);
    if (names.length > 1)
      return [
        said(
          'text-party',
          'warning',
          place,
          `文本里“${first.title}”的名称不一致：${names.map((name) => `“${quote(name)}”`).join('、')}`,
          `the text names “${first.title}” differently: ${names.map((name) => `“${quote(name)}”`).join(', ')}`,
          { related: named.slice(1).map((one) => one.passage.place(one.at)) },
        ),
      ];
    if (own === undefined || contract === null || first.name === own.name.normalize('NFKC').replaceAll(' ', '')) return [];
    return [
      said(
        'text-party',
        'warning',
        place,
        `文本里“${first.title}”是“${quote(first.name)}”，合同文件写的是“${quote(own.name)}”`,
        `the text names “${first.title}” “${quote(first.name)}”, the contract “${quote(own.name)}”`,
        { related: [contract.source.place(['parties', key, 'name'])] },
      ),
    ];
  });
}
