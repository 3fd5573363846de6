/** Numbers of the yearly notices behind the package's table, by the year they arrange, as published. Years not listed: not known here. */
export const BASE_NOTICES: Readonly<Record<number, string>> = {
  2006: '国办发明电〔2005〕35号',
  2007: '国办发明电〔2006〕49号',
  2009: '国办发明电〔2008〕42号',
  2010: '国办发明电〔2009〕27号',
  2011: '国办发明电〔2010〕40号',
  2012: '国办发明电〔2011〕45号',
  2013: '国办发明电〔2012〕33号',
  2014: '国办发明电〔2013〕28号',
  2015: '国办发明电〔2014〕28号',
  2016: '国办发明电〔2015〕18号',
  2017: '国办发明电〔2016〕17号',
  2018: '国办发明电〔2017〕12号',
  2019: '国办发明电〔2018〕15号',
  2020: '国办发明电〔2019〕16号',
  2021: '国办发明电〔2020〕27号',
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
};

/** Notices that changed single days of a year later: their numbers, by the days they arranged. */
export const SINGLE_NOTICES: readonly (readonly [first: string, last: string, notice: string])[] = [
  ['2015-09-03', '2015-09-06', '国发明电〔2015〕1号'],
  ['2019-04-28', '2019-05-05', '国办发明电〔2019〕3号'],
  ['2020-01-31', '2020-02-02', '国办发明电〔2020〕1号'],
];
