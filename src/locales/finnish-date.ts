/**
 * "maanantaina 29. tammikuuta": a Finnish date within "on …", with or without a year. `Intl` gives the weekday in the
 * essive ("maanantaina") by itself for some formats and in some browsers, and else as "maanantai".
 */
export function onFinnishDate(date: string): string {
  return date.replace(/^(\S+?)(na)? /, '$1na ');
}
