/** A small rulebook in which every measure can be tried; nothing of it comes from a real agreement. */
import { Bench, type Situation } from './bench.js';
import { rulebookOf } from './texts.js';

export const SHOP = `
rulebook: shop
version: 1.0.0
title: 试验
parties: { buyer: { says: 买方 }, seller: { says: 卖方 } }
counting: { roll: next-working-day }
terms:
  price:      { says: 价款, type: money, default: "100" }
  priceWords: { says: 价款大写, type: text, default: 壹佰元整 }
  perPiece:   { says: 单价, type: money per count, default: "2.50" }
  share:      { says: 比例, type: ratio, default: "0.30" }
  free:       { says: 免费件数, type: count, default: 3 }
  limit:      { says: 上限, type: count, default: 5 }
  span:       { says: 天数, type: days, default: 3 }
  fewDays:    { says: 几日, type: days, default: 10 }
  workDays:   { says: 几个工作日, type: working-days, default: 5 }
  someMonths: { says: 几个月, type: months, default: 1 }
  someYears:  { says: 几年, type: years, default: 1 }
  someHours:  { says: 几小时, type: hours, default: 48 }
  openHours:  { says: 几个工作小时, type: business-hours, default: 4 }
  lasting:    { says: 期限, type: duration, default: P3M }
  items:      { says: 货单, columns: { name: { says: 名称, type: text }, price: { says: 价, type: money }, wanted: { says: 要, type: yes/no } }, optional: yes }
  rent:       { says: 租金, type: money, default: "100" }
  growth:     { says: 增幅, type: ratio, default: "0.05" }
  lateRate:   { says: 日息, type: ratio per days, default: "0.01" }
  load:       { says: 载重, type: tonne, default: "10" }
  perTonne:   { says: 每吨价, type: money per tonne, default: "2" }
  storage:    { says: 每吨每月仓储费, type: money per tonne per months, default: "1.5" }
  rentDay:    { says: 每月几日, type: count, default: 31 }
  leaseFrom:  { says: 起租日, type: date, default: "2023-01-15" }
  leaseTo:    { says: 止租日, type: date, default: "2023-12-20" }
  dueDay:     { says: 应付日, type: date, default: "2023-07-03" }
  opening:    { says: 营业时间, type: text, default: "08:30-12:30" }
  lotName:    { says: 批名, type: text, default: 乙 }
  lots:       { says: 批次, columns: { name: { says: 批名, type: text }, due: { says: 交期, type: date }, amount: { says: 货款, type: money } }, optional: yes }
  bands:      { says: 分档, columns: { limit: { says: 界限, type: count }, share: { says: 比例, type: ratio } }, optional: yes }
  carriage:   { says: 运价, columns: { by: { says: 承运, one-of: { rail: 铁路, road: 公路, sea: 海运 } }, pieces: { says: 件数, type: count }, fee: { says: 运费, type: money } }, optional: yes }
readings:
  counting: { clause: 一, about: 怎样算, why: 未写明, default: whole-days, choices: { whole-days: 整日, hours: 按时 } }
  grace:    { clause: 一, about: 宽限, why: 未写明, default: open, choices: { open: 无期限 }, within: { says: 若干日, type: days, as: graceDays } }
events:
  paid:      { says: 付款, data: { amount: { says: 金额, type: money } } }
  reversed:  { says: 撤回, data: { amount: { says: 金额, type: money } } }
  delivered: { says: 交货, data: { pieces: { says: 件数, type: count, default: "1" }, good: { says: 合格, type: yes/no, optional: yes }, weight: { says: 重, type: count, optional: yes }, by: { says: 承运, one-of: { rail: 铁路, road: 公路, sea: 海运 }, optional: yes } } }
  stopped:   { says: 停工, data: { cause: { says: 原因, one-of: { buyer: 买方, seller: 卖方, storm: 风暴 }, optional: yes }, until: { says: 至, type: date, optional: yes } } }
  resumed:   { says: 复工, answers: stopped, data: { cause: { says: 原因, one-of: { buyer: 买方, seller: 卖方, storm: 风暴 }, optional: yes } } }
  ended:     { says: 终止, data: {} }
  refused:   { says: 不续期, data: { by: { says: 提出方, one-of: { buyer: 买方, seller: 卖方 }, optional: yes } } }
  checked:   { says: 检修, data: { announced: { says: 已预告, type: yes/no, optional: yes } } }
  cleared:   { says: 检修完毕, answers: checked, data: {} }
  shipped:   { says: 发货, data: { lot: { says: 批次, item: lots }, mass: { says: 吨数, type: tonne, optional: yes } } }
clauses: [一]
units: { tonne: 吨 }
`;

/** Facts written in YAML, on a situation of the shop. */
export const shop = (facts: string, situation: Situation = {}, clauses = ''): Promise<Bench> =>
  Bench.of(rulebookOf({ rulebook: SHOP, facts, ...(clauses === '' ? {} : { clauses }) }), situation);
