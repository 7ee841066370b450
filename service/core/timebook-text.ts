/** What an online booking brings to the timebook. */
export interface TimebookTextParts {
  /** The template's own text, never shown to the patient. */
  templateText?: string | null | undefined;
  campaignCode?: string | null | undefined;
  /** The patient's message to the clinic; may have several lines. */
  message?: string | null | undefined;
}

/** The text of a booking in the timebook: the template's text, `CC: 1234`, and the message, each on its own line. */
export function composeTimebookText(parts: TimebookTextParts): string {
  const code = parts.campaignCode?.replace(/\s+/g, ' ').trim();
  return [parts.templateText?.trim(), code && `CC: ${code}`, parts.message?.trim()]
    .filter(Boolean)
    .join('\n');
}
