import { demoklinikka } from '../../demo/accounts/demoklinikka.js';
import { opusdentalklinikken } from '../../demo/accounts/opusdentalklinikken.js';
import { opustandlakarna } from '../../demo/accounts/opustandlakarna.js';
import type { SettingsPatch, Slot, SlotList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { pageOf, putNeed, putOnFile, weekAfterNext } from '../e2e/own-account.js';
import type { Patient } from '../e2e/patients.js';
import { makeAccount, staffOf } from '../e2e/staff.js';

/** The languages in which own appointments are pictured. */
export type PicturedLanguage = 'nb' | 'sv' | 'fi';

const clinics = {
  nb: { sample: opusdentalklinikken, treatment: 'undersokelse' },
  sv: { sample: opustandlakarna, treatment: 'undersokning' },
  fi: { sample: demoklinikka, treatment: 'tarkastus' },
} as const;

/** A clinic whose patients log in by SMS, and change appointments until three days before them. */
export class OwnClinic {
  private constructor(
    readonly id: string,
    readonly url: string,
    private readonly treatment: string,
  ) {}

  static async make(
    baseURL: string | undefined,
    language: PicturedLanguage,
    { id = `shown-own-${language}`, ...settings }: SettingsPatch & { id?: string } = {},
  ): Promise<OwnClinic> {
    const { sample, treatment } = clinics[language];
    const url = pageOf(baseURL, id);
    await makeAccount(url, {
      ...sample,
      id,
      patients: {},
      templates: Object.fromEntries(
        Object.entries(sample.templates).map(([key, each]) => [
          key,
          { ...each, useInRecall: true },
        ]),
      ),
      settings: {
        ...sample.settings,
        login: { sms: true, eid: [] },
        allowedOrigins: [new URL(url).origin],
        changeDeadlineHours: 72,
        ...settings,
      },
    });
    return new OwnClinic(id, url, treatment);
  }

  /** Puts a patient on file, with appointments so many days from now. */
  async seePatient(patient: Patient, days: readonly number[]): Promise<string> {
    const id = await putOnFile(this.url, this.id, patient);
    for (const ahead of days) await this.book(id, ahead);
    return id;
  }

  /** The patient is due for the examination. */
  async putDue(patient: string): Promise<void> {
    const need = { patient, week: weekAfterNext(), template: this.treatment };
    await putNeed(this.url, this.id, need);
  }

  private async book(patient: string, ahead: number): Promise<void> {
    const { start, minutes, clinic, clinician } = await this.free(Math.max(ahead, 1));
    // What was is a time of a week that comes, put back.
    const weeks = ahead < 0 ? Math.ceil(-ahead / 7) * 7 : 0;
    await staffOf(this.url, this.id).send('POST', '/timebook', {
      start: new Date(Date.parse(start) - weeks * 7 * 86_400_000).toISOString(),
      minutes,
      clinic,
      clinician,
      template: this.treatment,
      patient,
    });
  }

  private async free(ahead: number): Promise<Slot> {
    const from = addDays(new Date().toISOString().slice(0, 10), ahead);
    const query = `treatment=${this.treatment}&from=${from}&to=${addDays(from, 14)}`;
    const answer = await fetch(
      `http://127.0.0.1:${new URL(this.url).port}/v1/accounts/${this.id}/slots?${query}`,
    );
    const [slot] = ((await answer.json()) as SlotList).slots;
    if (!slot) throw new Error('Nothing is free there.');
    return slot;
  }
}
