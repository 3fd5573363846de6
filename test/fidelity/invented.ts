/**
 * An agreement invented for the rulebook call-center-service, with the faults that such files have: two pages changed about, headers, page
 * numbers and a telephone in the middle of a sentence, full-width digits, amounts and years in words, a table, radicals in place of characters.
 */
import type { Block, PdfLine } from '../support/documents.js';

/** A paragraph, or a row of a table. */
export type Piece = string | readonly string[];

const TELEPHONE = '服务热线：000-00000000';

const PAGES: readonly (readonly Piece[])[] = [
  [
    '企业呼叫中心服务协议',
    '甲方：某科技公司',
    '乙方：某通信公司',
    '一、服务内容',
    '乙方替甲方办起呼叫中心并管好售后，甲方照约定交钱。',
    '二、双方的权利和义务',
    '1. 甲方',
    '1.1 签约后３日内，甲方把办理开户要用的证照影印件和订单交给乙方；晚交的，首选号码办不下来由甲方自己承担。',
    '1.2 甲方报号码时写一个首选、两个备选。号码用起来以后，如果打错进来而且真有实质性交谈的电话平均每⽇超过１０次，连着⼀周都是这样，乙方查明后替甲方换号，不收钱。',
    '1.3 号码还没有开通，甲方不能拿去登广告。',
    '1.4 服务归甲方自己用，不转给、租给、卖给旁人；公司改名的，看运营商怎么规定。',
    '2. 乙方',
    '2.1 钱款到账、资料交来并且审过以后，乙方在三个⼯作⽇内开通；运营商另有时限的，看运营商。',
    '2.2 甲方报修，乙方及时去修；甲方弄坏的、不可抗力造成的，不在此列。',
    '2.3 到期前５个工作日内没有续签的，乙方在到期后可以停机，号码还给运营商；还没有到期而费用已经用完的，也可以停机。',
    '2.4 甲方守法使用。甲方拿服务做违法的事，乙方可以停机并留下余款；乙方为此被人索赔的，甲方再付一笔与协议价款等额的违约金，乙方的损失也由甲方赔。',
  ],
  [
    '三、费用',
    '1. 价目',
    '1.1 套餐２，０００元，用叁年，含20000分钟通话；超出以后每分钟0.10元。短信每条0.10元，在套餐里扣。',
    '1.2 另选的功能按月收费，本次一个也不选：',
    ['功能名称', '月租（元/月）', '是否开通'],
    ['虚拟总机', '100', '否'],
    ['短信群发', '50', '否'],
    ['来电记忆', '50', '否'],
    ['电话会议', '50', '否'],
    ['语音转文字', '0', '否'],
    ['高清录音', '50', '否'],
    ['合计', '0元', ''],
    '1.3 智能坐席０个，每月0元。',
    '1.4 扫码呼叫不买，记0元。',
    '1.5 移动坐席0个，20元/个/月，记0元。',
    '1.6 云坐席0个，２５９元／个／月，记0元。',
    '1.7 应付总额人民币贰仟元整（￥2000.00）。',
    '2. 结算',
    '（1）通话、短信和另选的功能按各自的价钱算，都从套餐里扣。',
    '（2）随套餐附送基本功能，功能本身不要钱。',
    '（3）用附送的功能打电话、发短信，话费和短信费照算。',
    '（4）到期没有用完的套餐，视为已经用完。',
    '（5）快用完时，乙方看近三个月的平均用量，提前告诉甲方；甲方收到后３个工作日内再交一笔同样的钱，期限跟着延长。',
    '（6）甲方可以免费发100条挂机短信，多出的每条0.1元，从已付的钱里扣。',
    '（7）附送只给头一回用这项服务的客户。',
  ],
  [
    '四、付款',
    '1. 签约当天甲方付清全款；付不清的，号码最多替甲方留３个工作日。',
    '2. 甲方要发票的，乙方按收到的数目开。',
    '3. 乙方的账户：',
    ['户名', '某通信公司', '备注'],
    ['开户行', '某银行某支行', '无'],
  ],
  [
    '8.2 也可以终止协议；没有用掉的费用（附送的不算），乙方在结账之日起十个⼯作⽇内退还。',
    '9. 不论什么损失，赔偿以本协议总金额为限。',
    '10. 有了争议先坐下来谈，谈不拢的，到乙方所在地法院起诉；争议期间各自照常履行。',
    '八、附则',
    '1. 没有对方的书面同意，谁也不能把协议里的权利义务转出去。',
    '2. 情况大变，使协议对一方显失公平的，双方另谈，另签补充协议。',
    '3. 协议一式贰份，各执壹份，双方签字盖章即生效，附件一样有效。',
    '4. 补充条款：无。',
  ],
  [
    '五、期限和终止',
    '1. 服务期叁年，从双方签字盖章那天算起；开通之后，从开通那天算起。',
    '2. 终止',
    '2.1 双方谈妥，随时可以终止。',
    '2.2 到期的，照第二条第2.3款。',
    '2.3 甲方提前不用的，没付的照付，付了的不退；乙方有损失的，可以再要。',
    '六、保密',
    '合作的事和协议的内容，事先没有对方书面同意，双方都不往外说；谁说出去，损失谁担。',
    '七、违约和争议',
    `1. 甲方该付而没付，超过3\n${TELEPHONE}\n个工作日的，乙方可以终止协议，并且要总金额３０％的违约金。`,
    '2. 开通以后乙方没有照约定服务（运营商造成的除外），接连超过五个工作日的，甲方可以终止协议，要回没有用掉的费用（附送的不算），并且要总金额百分之三十的违约金。',
    '3. 甲方自己有过错，后果自己承担。',
    '4. 遇上地震、洪水、战争、政府行为这样的不可抗力，互不追究，但都要设法少受损失。',
    '5. 群发短信受政策限制，不保证条条送到。',
    '6. 各家网络不同，不保证个个电话打得通。',
    '7. 下面的情形不算乙方违约：',
    '7.1 运营商整修线路；',
    '7.2 运营商那边引起的偶发故障。',
    '8. 运营商改了线路或者号码，甲方没法照约定使用的，由甲方选：',
    '8.1 换一个新号码，余款转过去，用到期满；',
    '甲方（盖章）：某科技公司',
    '日期：２０２３年３月８日',
    '乙方（盖章）：某通信公司',
    '日期：２０２３年３月８日',
  ],
];

/** One place of the text changed. */
export interface Change {
  readonly from: string;
  readonly to: string;
}

function changed({ from, to }: Change): readonly (readonly Piece[])[] {
  let count = 0;
  const swap = (text: string): string => {
    if (!text.includes(from)) return text;
    count++;
    return text.replace(from, to);
  };
  const pages = PAGES.map((page) => page.map((piece) => (typeof piece === 'string' ? swap(piece) : piece.map(swap))));
  if (count !== 1) throw new Error(`“${from}” stands ${count} times in the agreement`);
  return pages;
}

const pagesOf = (change: Change | undefined): readonly (readonly Piece[])[] => (change === undefined ? PAGES : changed(change));

const header = (page: number, pages: number): readonly string[] => ['某通信公司企业服务', `第 ${page} 页 共 ${pages} 页`];

/** As a text file: blank lines between the paragraphs, headers and page numbers between the pages. */
export const asText = (change?: Change): string =>
  pagesOf(change)
    .map((page, index, all) => [
      ...header(index + 1, all.length),
      ...page.map((piece) => (typeof piece === 'string' ? piece.replaceAll('\n', '\n\n') : piece.join('\t'))),
    ])
    .flat()
    .join('\n\n')
    .replaceAll(/\t(.*)\n\n(?=\S+\t)/g, '\t$1\n');

/** As paragraphs and tables of a Word document. */
export function asWord(change?: Change): readonly Block[] {
  const blocks: (Block & (string | { rows: (readonly string[])[] }))[] = [];
  for (const piece of pagesOf(change).flat()) {
    const last = blocks.at(-1);
    if (typeof piece === 'string') blocks.push(...piece.split('\n'));
    else if (typeof last === 'object') last.rows.push(piece);
    else blocks.push({ rows: [piece] });
  }
  return blocks;
}

const WIDTH = 30;

/** As pages of lines, each of so many characters; a table's cells apart. */
export const asPages = (change?: Change): readonly (readonly PdfLine[])[] =>
  pagesOf(change).map((page, index, all) => {
    const [top = '', bottom = ''] = header(index + 1, all.length);
    const lines = page.flatMap((piece): readonly PdfLine[] => {
      if (typeof piece !== 'string') return [piece.map((text, cell) => ({ x: 60 + cell * 160, text })).filter(({ text }) => text !== '')];
      return piece.split('\n').flatMap((part) => part.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? []);
    });
    return [top, ...lines, bottom];
  });
