import type { StandardTextsOf } from '../context/services.js';
import { locales } from './locales.js';

const both = (heading: string, text: string) => `${heading}\n${text}`;

/** What the widget says where an account has no text of its own, in one language (P-07, P-27, P-28, P-40): the widget's own words. */
export const standardTextsOf: StandardTextsOf = ({ name, market, settings }, language) => {
  const words = locales[language];
  const { fields, patientMessage } = settings;
  return {
    welcomeHeading: words.welcomeHeading(name),
    welcomeText: words.welcomeText,
    patientInfoHeading: words.infoHeading,
    patientInfoText: words.infoText(market, fields.campaignCode, patientMessage),
    provider: name,
    maintenance: both(words.maintenanceHeading, words.maintenanceText),
    unpublished: both(words.unpublishedHeading, words.unpublishedText),
    newBookingOff: both(words.newBookingOffHeading, words.newBookingOffText),
    consentText: words.consent,
  };
};
