import type { Check } from '../check.js';

export const fileName: Check = {
  code: 'file-name',
  level: 'note',
  title: { zh: '文件名与内容不一致', en: 'a file named after something else' },
  why: {
    zh: '规则文件以“条款号-规则标识.yaml”命名，文件夹以规则库的标识命名；名称与内容不一致，找条款的人会找错地方。合同按文件夹的名称找规则库。',
    en: 'A clause file is named `<clause>-<rule id>.yaml`, a folder after its rulebook; contracts find a rulebook by the name of its folder.',
  },
  bad: {
    file: 'clauses/一-storm.yaml',
    rule: 'clause: 一\nrule: weather\ntitle: 风暴\nkind: exemption\nfor: seller\nwhen: { not: { fact: delivery, operator: happened, value: yes } }\n',
  },
  good: {
    file: 'clauses/一-weather.yaml',
    rule: 'clause: 一\nrule: weather\ntitle: 风暴\nkind: exemption\nfor: seller\nwhen: { not: { fact: delivery, operator: happened, value: yes } }\n',
  },
  looksAt: 'written',
  find: ({ rulebook, rules }, folder) => {
    const id = (rulebook.value as { readonly rulebook: string }).rulebook;
    const misplaced =
      folder === '' || folder === id
        ? []
        : [
            {
              place: rulebook.place(['rulebook']),
              message: { zh: `规则库的标识是“${id}”，文件夹却叫“${folder}”`, en: `the rulebook is “${id}”, its folder “${folder}”` },
              repair: { zh: '两者写成一样', en: 'the same for both' },
            },
          ];
    const files = new Set(rules.map(({ source }) => source.file));
    const misnamed = [...files].flatMap((file) => {
      const inside = rules.filter(({ source }) => source.file === file);
      const name = file
        .replace(/^.*[\\/]/u, '')
        .replace(/\.ya?ml$/u, '')
        .normalize('NFC');
      const [first] = inside;
      if (first === undefined || inside.some(({ rule }) => name === `${rule.clause}-${rule.rule}`)) return [];
      const begun = inside.some(({ rule }) => name.startsWith(`${rule.clause}-`) || name.endsWith(`-${rule.rule}`));
      // A file with a name of another kind was not meant to follow the form.
      if (!begun) return [];
      const wanted = `${first.rule.clause}-${first.rule.rule}.yaml`;
      return [
        {
          place: first.source.place(['rule']),
          message: {
            zh: `文件名与其中的规则不一致：条款 ${first.rule.clause}，规则 ${first.rule.rule}`,
            en: `the file is not named after its rule: clause ${first.rule.clause}, rule ${first.rule.rule}`,
          },
          repair: { zh: wanted, en: wanted },
        },
      ];
    });
    return [...misplaced, ...misnamed];
  },
};
