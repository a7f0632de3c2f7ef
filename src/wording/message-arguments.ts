// Made from locales/ by `npm run wording`.
export interface MessageArguments {
  "period-by-calendar": { name: string | number };
  "period-day": { days: string | number };
  "period-first-half": { year: string | number };
  "period-month": { number: string | number; year: string | number };
  "period-nine-months": { year: string | number };
  "period-quarter": { number: string | number; year: string | number };
  "period-second-half": { year: string | number };
  "period-to-date": { to: string | number; year: string | number };
  "period-week": { days: string | number };
  "period-year": { year: string | number };
}
