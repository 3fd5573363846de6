/** What is found of a rule in a situation, as the program's own cases are run. */
import type { Calendar } from '../calendar/calendar.js';
import { InputError } from '../input/problem.js';
import { parseDocuments, type Parsed } from '../input/yaml.js';
import { formatDay } from '../calendar/day.js';
import { casesOf } from '../rulebook/case.js';
import { reportOn } from '../proof/run.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import type { Found, Trial } from '../scaffold/example.js';
import { writtenOf } from '../scaffold/texts.js';

const BASE = 'cases/base.yaml';

/** @throws InputError, from the trial, where the rulebook, its contract or an event cannot be used */
export const trialWith =
  (calendar: Calendar): Trial =>
  (texts) => {
    const rulebook = linkRulebook(writtenOf(texts));
    const ids = rulebook.rules.map(({ id }) => id);
    const { documents, problems } = read(BASE, texts.get(BASE) ?? '');
    return async (rule, { events, contract }, day) => {
      const situation = read(
        'trial.yaml',
        `- { id: trial, ${contract === null ? '' : `contract: ${contract}, `}events: [${events.join(', ')}], checks: [{ asOf: ${formatDay(day)}, expect: [{ rule: ${rule} }] }] }\n`,
      );
      const wrong = [...problems, ...situation.problems];
      const [base] = documents;
      const [one] = wrong.length > 0 ? [] : casesOf([], situation.documents, ids);
      const [check] = one?.checks ?? [];
      if (base === undefined || one === undefined || check === undefined) throw new InputError(wrong);
      const { findings } = await reportOn(one, check, { rulebook, base, calendar });
      return findings.filter((finding) => finding.rule === rule).map(({ instance, status, due }): Found => ({ instance, status, due }));
    };
  };

const read = (name: string, text: string): Parsed => parseDocuments(name, new TextEncoder().encode(text));
