/**
 * Numbers of the yearly notices behind the package's table, by the year they arrange, as published on gov.cn. Years not listed: number
 * not known here. The document names the notice; the days themselves come from the table.
 */
export const BASE_NOTICES: Readonly<Record<number, string>> = {
  2023: '国办发明电〔2022〕16号',
  2025: '国办发明电〔2024〕12号',
};
