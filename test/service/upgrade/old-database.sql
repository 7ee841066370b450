

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE FUNCTION public.opus_new_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.revision := nextval('opus_revision');
  RETURN NEW;
END
$$;

CREATE FUNCTION public.opus_touch_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE accounts SET name = name WHERE id = current_setting('opus.account', true);
  RETURN NULL;
END
$$;

CREATE SEQUENCE public.opus_revision
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.accounts (
    id text NOT NULL,
    name text NOT NULL,
    market text NOT NULL,
    time_zone text NOT NULL,
    languages text[] NOT NULL,
    text_language text NOT NULL,
    status text NOT NULL,
    settings jsonb NOT NULL,
    texts jsonb NOT NULL,
    accent text,
    logo bytea,
    logo_type text,
    logo_width integer,
    logo_height integer,
    logo_version text,
    booking_list text,
    preblock_list text,
    operator_token_hash text,
    revision bigint DEFAULT nextval('public.opus_revision'::regclass) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    script text
);

CREATE TABLE public.booking_templates (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    minutes integer NOT NULL,
    category_id text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    resource_kind text,
    use_in_timebook boolean NOT NULL,
    use_in_booking boolean NOT NULL,
    move_online boolean NOT NULL,
    cancel_online boolean NOT NULL,
    max_days_to_move integer,
    use_in_recall boolean NOT NULL,
    move_next_recall boolean NOT NULL,
    recall_card boolean NOT NULL,
    timebook_text text,
    description text,
    price_text text,
    minutes_between_offers integer,
    lead_days integer,
    cancel_days integer,
    move_days integer,
    governed_by_need boolean DEFAULT false NOT NULL,
    may_choose_clinician boolean DEFAULT false NOT NULL,
    clinicians_without_need text[] DEFAULT '{}'::text[] NOT NULL,
    max_days_after_recall_week integer,
    archived_at timestamp with time zone
);

CREATE TABLE public.bookings (
    account_id text NOT NULL,
    id uuid NOT NULL,
    reservation_id uuid NOT NULL,
    patient_id uuid,
    first_name text,
    last_name text,
    national_id text,
    mobile text,
    email text,
    address1 text,
    address2 text,
    postal_code text,
    message text,
    campaign_code text,
    text text,
    consent_version text,
    consent_at timestamp with time zone,
    lang text,
    registered_by text NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by text,
    code_hash text,
    code_expires_at timestamp with time zone,
    code_sent_at timestamp with time zone,
    code_tries integer DEFAULT 0 NOT NULL,
    code_resends integer DEFAULT 0 NOT NULL,
    code_mobile text,
    code_email text,
    sequence integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.categories (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL
);

CREATE TABLE public.clinic_groups (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL
);

CREATE TABLE public.clinician_clinics (
    account_id text NOT NULL,
    clinician_id text NOT NULL,
    clinic_id text NOT NULL,
    photo_consent boolean NOT NULL,
    title_consent boolean NOT NULL
);

CREATE TABLE public.clinicians (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    title text,
    text text,
    photo bytea,
    photo_type text,
    photo_width integer,
    photo_height integer,
    photo_version text,
    "position" integer NOT NULL,
    published boolean NOT NULL,
    accepts_new_patients boolean NOT NULL,
    preblock_expiry_hours integer,
    preblock_minutes integer,
    may_publish boolean DEFAULT true NOT NULL,
    booking_list text,
    preblock_list text,
    archived_at timestamp with time zone
);

CREATE TABLE public.clinics (
    account_id text NOT NULL,
    id text NOT NULL,
    company_id text NOT NULL,
    group_id text,
    name text NOT NULL,
    address1 text NOT NULL,
    address2 text,
    postal_code text NOT NULL,
    city text NOT NULL,
    phone text NOT NULL,
    email text NOT NULL,
    "position" integer NOT NULL,
    heading text,
    text text,
    latitude double precision,
    longitude double precision,
    archived_at timestamp with time zone
);

CREATE TABLE public.code_failures (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    subject text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.companies (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    booking_list text,
    preblock_list text
);

CREATE TABLE public.demo_messages (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    channel text NOT NULL,
    recipient text NOT NULL,
    subject text,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    html text,
    calendar text,
    sender text
);

CREATE TABLE public.eid_providers (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    client_secret text,
    national_id_claim text NOT NULL,
    scope text DEFAULT 'openid profile'::text NOT NULL
);

CREATE TABLE public.idempotency_keys (
    account_id text NOT NULL,
    scope text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    status integer NOT NULL,
    booking_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.journal_entries (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    patient_id uuid NOT NULL,
    booking_id uuid,
    kind text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.logins (
    account_id text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    lang text NOT NULL,
    national_id text,
    mobile text,
    code_hash text,
    code_expires_at timestamp with time zone,
    code_sent_at timestamp with time zone,
    code_tries integer DEFAULT 0 NOT NULL,
    code_resends integer DEFAULT 0 NOT NULL,
    provider text,
    return_origin text,
    browser_hash text,
    first_name text,
    last_name text,
    identified_at timestamp with time zone,
    ended_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    return_path text
);

CREATE TABLE public.message_texts (
    account_id text NOT NULL,
    id text NOT NULL,
    subject text,
    text text NOT NULL,
    format text NOT NULL
);

CREATE TABLE public.opus_migrations (
    name text NOT NULL,
    hash text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.outbox (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    recipient text NOT NULL,
    subject text,
    text text,
    lang text NOT NULL,
    status text NOT NULL,
    booking_id uuid,
    message_id text,
    tries integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    send_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    sent_at timestamp with time zone,
    html text,
    calendar text,
    sender_name text,
    sender text,
    login_id uuid
);

CREATE TABLE public.patient_changes (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    patient_id uuid NOT NULL,
    booking_id uuid,
    changes jsonb NOT NULL,
    status text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone
);

CREATE TABLE public.patients (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    national_id text NOT NULL,
    birth_date date,
    first_name text NOT NULL,
    last_name text NOT NULL,
    mobile text,
    email text,
    address1 text,
    address2 text,
    postal_code text,
    mobile_trusted boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.preblock_categories (
    account_id text NOT NULL,
    preblock_id text NOT NULL,
    category_id text NOT NULL
);

CREATE TABLE public.preblock_definitions (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    text text,
    code text,
    colour text,
    valid_for text NOT NULL,
    type text NOT NULL,
    mode text NOT NULL,
    may_bypass boolean NOT NULL,
    allow_all_rebookings boolean NOT NULL,
    expires_days_before integer,
    archived_at timestamp with time zone
);

CREATE TABLE public.preblock_list_items (
    account_id text NOT NULL,
    list_id text NOT NULL,
    "position" integer NOT NULL,
    preblock_id text NOT NULL
);

CREATE TABLE public.preblock_lists (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    owner_kind text NOT NULL,
    owner_id text
);

CREATE TABLE public.preblock_placements (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    clinician_id text NOT NULL,
    clinic_id text NOT NULL,
    date date NOT NULL,
    from_minutes integer NOT NULL,
    to_minutes integer NOT NULL,
    series uuid,
    preblock_id text NOT NULL,
    CONSTRAINT preblock_placements_interval CHECK (((from_minutes >= 0) AND (to_minutes <= 1440) AND (from_minutes < to_minutes)))
);

CREATE TABLE public.rate_windows (
    account_id text NOT NULL,
    subject text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    count integer NOT NULL
);

CREATE TABLE public.recalls (
    account_id text NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    week date NOT NULL,
    minutes integer NOT NULL,
    template_id text NOT NULL,
    clinician_id text,
    interval_months integer,
    booking_id uuid,
    follows_id uuid,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.reservations (
    account_id text NOT NULL,
    id uuid NOT NULL,
    clinician_id text NOT NULL,
    clinic_id text NOT NULL,
    template_id text,
    resource_id text,
    party_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    during tstzrange GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED NOT NULL,
    status text NOT NULL,
    token_hash text,
    wish_hash text,
    expires_at timestamp with time zone,
    extensions integer DEFAULT 0 NOT NULL,
    address_hash text,
    anonymous boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    recall_id uuid,
    CONSTRAINT reservations_expiry CHECK (((status <> ALL (ARRAY['held'::text, 'pending'::text])) OR (expires_at IS NOT NULL))),
    CONSTRAINT reservations_not_empty CHECK ((NOT isempty(during))),
    CONSTRAINT reservations_status CHECK ((status = ANY (ARRAY['held'::text, 'pending'::text, 'booked'::text, 'released'::text, 'expired'::text, 'cancelled'::text])))
);

CREATE TABLE public.resources (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    clinic_id text NOT NULL,
    kind text NOT NULL,
    archived_at timestamp with time zone
);

CREATE TABLE public.sessions (
    account_id text NOT NULL,
    id uuid NOT NULL,
    token_hash text NOT NULL,
    kind text NOT NULL,
    national_id text NOT NULL,
    patient_id uuid,
    only_mobile text,
    first_name text,
    last_name text,
    confirmed_at timestamp with time zone,
    code_hash text,
    code_expires_at timestamp with time zone,
    code_sent_at timestamp with time zone,
    code_tries integer DEFAULT 0 NOT NULL,
    code_resends integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    idle_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);

CREATE TABLE public.template_list_items (
    account_id text NOT NULL,
    list_id text NOT NULL,
    "position" integer NOT NULL,
    template_id text NOT NULL
);

CREATE TABLE public.template_lists (
    account_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    owner_kind text NOT NULL,
    owner_id text
);

CREATE TABLE public.working_times (
    account_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    clinician_id text NOT NULL,
    clinic_id text NOT NULL,
    date date NOT NULL,
    from_minutes integer NOT NULL,
    to_minutes integer NOT NULL,
    series uuid,
    recall boolean DEFAULT false NOT NULL,
    CONSTRAINT working_times_interval CHECK (((from_minutes >= 0) AND (to_minutes <= 1440) AND (from_minutes < to_minutes)))
);

INSERT INTO public.accounts VALUES ('demo', 'Account demo', 'NO', 'Europe/Oslo', '{nb,en}', 'nb', 'open', '{"login": {"eid": [], "sms": true}, "fields": {"email": true, "mobile": true, "address1": false, "address2": false, "postalCode": false, "campaignCode": false}, "sender": {"sms": null, "emailName": null, "emailAddress": null}, "anyClinic": false, "stepOrder": ["clinic", "treatment", "clinician", "time"], "anyClinician": true, "combinedView": false, "confirmation": "code", "journalMoves": false, "selfCreation": true, "allowedOrigins": [], "patientMessage": true, "weekendBooking": false, "moveAppointment": true, "viewAppointments": true, "cancelAppointment": true, "changeDeadlineHours": 24, "moveWithoutTemplate": false, "timebookGridMinutes": 10, "journalCancellations": false, "cancelWithoutTemplate": false, "newBookingRequiresLogin": false, "publishingNeedsRecallTime": false}', '{"consentVersion": "1", "welcomeHeading": "Velkommen"}', '#0a7d75', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 11, '2026-01-01 00:00:00+00', NULL);

INSERT INTO public.booking_templates VALUES ('demo', 'check', '- Undersøkelse', 30, 'exam', 0, NULL, true, true, true, true, NULL, false, false, false, 'Internal text', NULL, NULL, NULL, NULL, NULL, NULL, false, false, '{}', NULL, NULL);
INSERT INTO public.booking_templates VALUES ('demo', 'long', 'Fylling', 40, 'exam', 0, NULL, true, true, true, true, NULL, false, false, false, 'Internal text', NULL, NULL, NULL, NULL, NULL, NULL, false, false, '{}', NULL, NULL);
INSERT INTO public.booking_templates VALUES ('demo', 'implant', 'Implantat', 60, 'exam', 0, 'chair', true, true, true, true, NULL, false, false, false, 'Internal text', NULL, NULL, NULL, NULL, NULL, NULL, false, false, '{}', NULL, NULL);

INSERT INTO public.bookings VALUES ('demo', '1ffaa6eb-26a2-4649-bd16-9c553fa5823e', 'ace5fd9b-cd96-4617-a203-7179bd37ce7a', 'e2ddcf5f-589f-4f7c-9833-6ef1db936683', 'Ola', 'Nordmann', '15915010064', '+4741234567', 'ola@example.com', NULL, NULL, NULL, NULL, NULL, NULL, '1', '2026-11-20 07:00:00+00', 'nb', 'ITB', '2026-11-20 07:00:00+00', '2026-11-20 07:00:00+00', 'code', 'AGUoR8SY9wyLOM8jHUdC6EWwfcTDqpp2HZ9qTPtExKM', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', 0, 0, '+4741234567', 'ola@example.com', 0);
INSERT INTO public.bookings VALUES ('demo', '899f2ac3-b1f9-46be-ae6d-dcb1795b710c', 'cea4bcc4-6c9b-4395-9dae-89eec6ca2937', NULL, 'Ola', 'Nordmann', '15915710090', '+4798765432', 'ola@example.com', NULL, NULL, NULL, NULL, NULL, NULL, '1', '2026-11-20 07:00:00+00', 'nb', 'ITB', '2026-11-20 07:00:00+00', NULL, NULL, 'x5gYEz6R_4ZYSKWqbcpmH9P0aIJZq4tF7l48LLXFIFs', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', 0, 0, '+4798765432', 'ola@example.com', 0);

INSERT INTO public.categories VALUES ('demo', 'exam', 'E', 0);

INSERT INTO public.clinic_groups VALUES ('demo', 'group', 'Oslo', 0);

INSERT INTO public.clinician_clinics VALUES ('demo', 'anne', 'west', true, true);
INSERT INTO public.clinician_clinics VALUES ('demo', 'anne', 'east', false, false);

INSERT INTO public.clinicians VALUES ('demo', 'anne', 'Dr anne', 'Tannlege', NULL, '\x3c7376672f3e', 'image/svg+xml', 10, 10, 'abc', 0, true, true, NULL, NULL, true, NULL, NULL, NULL);

INSERT INTO public.clinics VALUES ('demo', 'west', 'company', 'group', 'Klinikk west', 'Storgata 1', NULL, '0155', 'Oslo', '22 33 44 55', 'west@example.com', 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.clinics VALUES ('demo', 'east', 'company', NULL, 'Klinikk east', 'Storgata 1', NULL, '0155', 'Oslo', '22 33 44 55', 'east@example.com', 1, NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.companies VALUES ('demo', 'company', 'Firma AS', NULL, NULL);

INSERT INTO public.idempotency_keys VALUES ('demo', 'book 8oQdV-L_5E3eyyhkTI-3fQlfwK3R2t6k0-F1xf574OE', 'QuKkMSW30lY0PVdxXpl8yvySpTnR_BL1T4DWdC_MxT4', 'cYUuEJoMA4m3vDUYKlJxxP0bPjuZSMgk7duX_xCY8lM', 202, '1ffaa6eb-26a2-4649-bd16-9c553fa5823e', '2026-11-20 07:00:00+00');
INSERT INTO public.idempotency_keys VALUES ('demo', 'book Fsat3Wc4lVc6kdoN8B9MZiO4PAHgYAxPlpKxxsWHC0E', 'zG-2Gcu_DczC4B3xQY92lF_83rUIqXpvVa64QMi71y0', 'AZc0BDBRXgSWChMeSWWOKPYmMGp1FlOCerGBwF15KjY', 202, '899f2ac3-b1f9-46be-ae6d-dcb1795b710c', '2026-11-20 07:00:00+00');

INSERT INTO public.logins VALUES ('demo', '5875c607-8032-4a56-9374-0976019952bc', 'sms', 'nb', '15915010064', '+4741234567', NULL, '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-20 07:00:00+00', '2026-11-20 07:00:00+00', '2026-11-20 07:10:00+00', NULL);

INSERT INTO public.opus_migrations VALUES ('0000_schema', '1db3e22cb1e49020bf110cab1cd2bf737e1d5a029a79ac32ff5fe060931774f6', '2026-11-28 18:26:21.96808+00');
INSERT INTO public.opus_migrations VALUES ('0001_constraints', 'e5bd90db9f57ae66790602b76ba55a9d1a379eed2c93c07ef8b86a0341634f66', '2026-11-28 18:26:21.96808+00');
INSERT INTO public.opus_migrations VALUES ('0002_page_script', '7962c744176802722ea3fec7bb14529cd7a5ba8196ef316e87307a56541011e5', '2026-11-28 18:26:21.96808+00');
INSERT INTO public.opus_migrations VALUES ('0003_own_appointments', '1c5ad83352d539c7e1707080350496c452e8966acccbbcb80494e2e75ed0c358', '2026-11-28 18:26:21.96808+00');
INSERT INTO public.opus_migrations VALUES ('0004_session_policies', '775aee3fa733f66464f28e667704858f67100ab0ffc8265cf5b3afd9c3256039', '2026-11-28 18:26:21.96808+00');
INSERT INTO public.opus_migrations VALUES ('0005_eid_scope', '7fd61b9365acd84cfb8f1f26ccd0f7cb485a4255165c15ab621e55e601d4211a', '2026-11-28 18:26:21.96808+00');
INSERT INTO public.opus_migrations VALUES ('0006_eid_return_path', '5bc2cf2480637910d5907959fe3fa70e75cb11ff2b7efa5fb11f6dc2cc3606d1', '2026-11-28 18:26:21.96808+00');

INSERT INTO public.outbox VALUES ('demo', '23f3f938-afb7-403d-bbe4-985131a2a099', 'code', 'sms', '+4741234567', NULL, NULL, 'nb', 'S', '1ffaa6eb-26a2-4649-bd16-9c553fa5823e', '23f3f938-afb7-403d-bbe4-985131a2a099', 1, '2026-11-20 07:00:00+00', '2026-11-20 07:01:00+00', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.outbox VALUES ('demo', 'b492751f-545c-414e-9c89-e1fd9a35f3f6', 'code', 'email', 'ola@example.com', 'Bekreftelseskode', NULL, 'nb', 'S', '1ffaa6eb-26a2-4649-bd16-9c553fa5823e', 'b492751f-545c-414e-9c89-e1fd9a35f3f6', 1, '2026-11-20 07:00:00+00', '2026-11-20 07:01:00+00', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', NULL, NULL, 'Account demo', NULL, NULL);
INSERT INTO public.outbox VALUES ('demo', '68721663-3677-4dcc-aae1-61c5faa438db', 'booked', 'sms', '+4741234567', NULL, 'Hei Ola, du har time hos Klinikk west 23.11.2026 kl. 08:00.
For å flytte eller avbestille, ring 22 33 44 55.', 'nb', 'FV', '1ffaa6eb-26a2-4649-bd16-9c553fa5823e', NULL, 1, '2026-11-20 07:00:00+00', '2026-11-20 07:00:30+00', '2026-11-23 07:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.outbox VALUES ('demo', 'b995e7f3-6109-4178-8d54-e86750c960ce', 'booked', 'email', 'ola@example.com', 'Ny time hos Klinikk west', 'Hei Ola Nordmann,

Du har bestilt time hos Dr anne, Klinikk west
23.11.2026 kl. 08:00
Behandling: Undersøkelse
Adresse: Storgata 1, 0155 Oslo

For å flytte eller avbestille, ring 22 33 44 55.

Velkommen!
Klinikk west', 'nb', 'FV', '1ffaa6eb-26a2-4649-bd16-9c553fa5823e', NULL, 1, '2026-11-20 07:00:00+00', '2026-11-20 07:00:30+00', '2026-11-23 07:00:00+00', NULL, NULL, 'BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Opus Booking//EN
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
UID:1ffaa6eb-26a2-4649-bd16-9c553fa5823e@opus-booking
SEQUENCE:0
DTSTAMP:20261120T070000Z
DTSTART:20261123T070000Z
DTEND:20261123T073000Z
STATUS:CONFIRMED
ORGANIZER;CN="Account demo":mailto:west@example.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALS
 E:mailto:ola@example.com
SUMMARY:Time hos Klinikk west
LOCATION:Klinikk west\, Storgata 1\, 0155 Oslo
DESCRIPTION:Om du vil flytte eller avbestille\, ring 22 33 44 55.
END:VEVENT
END:VCALENDAR
', 'Account demo', NULL, NULL);
INSERT INTO public.outbox VALUES ('demo', 'fef55800-3b2a-4585-aa1a-1438fcc0b278', 'login', 'sms', '+4741234567', NULL, NULL, 'nb', 'S', NULL, 'fef55800-3b2a-4585-aa1a-1438fcc0b278', 1, '2026-11-20 07:00:00+00', '2026-11-20 07:01:00+00', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', NULL, NULL, NULL, NULL, '5875c607-8032-4a56-9374-0976019952bc');
INSERT INTO public.outbox VALUES ('demo', 'c701b576-4d35-42f0-8654-5ea119e0c34a', 'code', 'sms', '+4798765432', NULL, NULL, 'nb', 'S', '899f2ac3-b1f9-46be-ae6d-dcb1795b710c', 'c701b576-4d35-42f0-8654-5ea119e0c34a', 1, '2026-11-20 07:00:00+00', '2026-11-20 07:01:00+00', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.outbox VALUES ('demo', '7ae3f92a-9940-4b39-b746-3b3d9e9c7374', 'code', 'email', 'ola@example.com', 'Bekreftelseskode', NULL, 'nb', 'S', '899f2ac3-b1f9-46be-ae6d-dcb1795b710c', '7ae3f92a-9940-4b39-b746-3b3d9e9c7374', 1, '2026-11-20 07:00:00+00', '2026-11-20 07:01:00+00', '2026-11-20 07:10:00+00', '2026-11-20 07:00:00+00', NULL, NULL, 'Account demo', NULL, NULL);

INSERT INTO public.patients VALUES ('demo', 'e2ddcf5f-589f-4f7c-9833-6ef1db936683', '15915010064', '1950-11-15', 'Ola', 'Nordmann', '+4741234567', 'ola@example.com', NULL, NULL, NULL, false, '2026-11-20 07:00:00+00');

INSERT INTO public.preblock_categories VALUES ('demo', 'internet', 'exam');

INSERT INTO public.preblock_definitions VALUES ('demo', 'internet', 'Internett', NULL, NULL, NULL, 'personal', 'internet', 'allow', false, false, NULL, NULL);

INSERT INTO public.preblock_placements VALUES ('demo', 'aa00e910-1081-429a-93f8-b1360c929faf', 'anne', 'west', '2026-11-23', 480, 720, NULL, 'internet');
INSERT INTO public.preblock_placements VALUES ('demo', '06441371-e7bc-496a-b769-d24e5c70d4ed', 'anne', 'west', '2026-11-24', 480, 720, NULL, 'internet');
INSERT INTO public.preblock_placements VALUES ('demo', 'ba98a65b-84e8-49a2-8ea0-c0e31adc51c3', 'anne', 'west', '2026-11-25', 480, 720, NULL, 'internet');
INSERT INTO public.preblock_placements VALUES ('demo', '7b1f0cbf-8caa-49f2-be99-047e635bf595', 'anne', 'west', '2026-11-26', 480, 720, NULL, 'internet');
INSERT INTO public.preblock_placements VALUES ('demo', '6f1b11d1-bf4c-4e39-98be-da255d1eb109', 'anne', 'west', '2026-11-27', 480, 720, NULL, 'internet');

INSERT INTO public.rate_windows VALUES ('demo', 'sms-number lTvy10ON6MWZ_5dbuU6aPLNaC2BMcMeQSmcfsrsTWYo', '2026-11-20 07:00:00+00', 1);
INSERT INTO public.rate_windows VALUES ('demo', 'login-number lTvy10ON6MWZ_5dbuU6aPLNaC2BMcMeQSmcfsrsTWYo', '2026-11-20 07:00:00+00', 1);
INSERT INTO public.rate_windows VALUES ('demo', 'login-id keChReDdur6uUTfSTQCmbplUStJA52JvniyopfbVBeQ', '2026-11-20 07:00:00+00', 1);
INSERT INTO public.rate_windows VALUES ('demo', 'login-address 2r24QlHdI_oX4aqw5OltJCMlrte7pq97upscx-qfdrQ', '2026-11-20 07:00:00+00', 1);
INSERT INTO public.rate_windows VALUES ('demo', 'login-account', '2026-11-20 00:00:00+00', 1);
INSERT INTO public.rate_windows VALUES ('demo', 'sms-number gRmKWFV5IW1gZM7-qGEj1Mr-3aSYpbQAFqKs9uL2v0s', '2026-11-20 07:00:00+00', 1);
INSERT INTO public.rate_windows VALUES ('demo', 'sms-address 2r24QlHdI_oX4aqw5OltJCMlrte7pq97upscx-qfdrQ', '2026-11-20 07:00:00+00', 2);
INSERT INTO public.rate_windows VALUES ('demo', 'sms-account', '2026-11-20 00:00:00+00', 2);
INSERT INTO public.rate_windows VALUES ('demo', 'holds 2r24QlHdI_oX4aqw5OltJCMlrte7pq97upscx-qfdrQ', '2026-11-20 07:00:00+00', 3);

INSERT INTO public.reservations VALUES ('demo', 'ace5fd9b-cd96-4617-a203-7179bd37ce7a', 'anne', 'west', 'check', NULL, 'ace5fd9b-cd96-4617-a203-7179bd37ce7a', '2026-11-23 07:00:00+00', '2026-11-23 07:30:00+00', DEFAULT, 'booked', '8oQdV-L_5E3eyyhkTI-3fQlfwK3R2t6k0-F1xf574OE', 'E5d74h57LTteEiBlCo5KbKWm8mw7zVZa8WMh1h4Bvqw', NULL, 0, '2r24QlHdI_oX4aqw5OltJCMlrte7pq97upscx-qfdrQ', true, '2026-11-20 07:00:00+00', NULL, NULL);
INSERT INTO public.reservations VALUES ('demo', 'cea4bcc4-6c9b-4395-9dae-89eec6ca2937', 'anne', 'west', 'check', NULL, 'cea4bcc4-6c9b-4395-9dae-89eec6ca2937', '2026-11-23 08:00:00+00', '2026-11-23 08:30:00+00', DEFAULT, 'pending', 'Fsat3Wc4lVc6kdoN8B9MZiO4PAHgYAxPlpKxxsWHC0E', 'rYseDVJ8ntDUkUJj_yqg7-eWZtYONFYOBxGaqLzvniM', '2026-11-20 07:10:00+00', 0, '2r24QlHdI_oX4aqw5OltJCMlrte7pq97upscx-qfdrQ', true, '2026-11-20 07:00:00+00', NULL, NULL);
INSERT INTO public.reservations VALUES ('demo', '6b19cfb4-beaa-4bf7-be85-57b331292350', 'anne', 'west', 'check', NULL, '6b19cfb4-beaa-4bf7-be85-57b331292350', '2026-11-23 09:00:00+00', '2026-11-23 09:30:00+00', DEFAULT, 'held', 'M5pZ58KzbW4AWY7olszW1io1HBczGrpT9ZsGa6ZTWwc', 'jcPQn2E7-Bmudnx1hfT7LI0HLw1oXs2LehxuwUsDDQs', '2026-11-20 07:10:00+00', 0, '2r24QlHdI_oX4aqw5OltJCMlrte7pq97upscx-qfdrQ', true, '2026-11-20 07:00:00+00', NULL, NULL);

INSERT INTO public.resources VALUES ('demo', 'chair-0', 'Chair 0', 'west', 'chair', NULL);

INSERT INTO public.sessions VALUES ('demo', 'ccf116b8-6009-4ba4-9fdc-bfdeeabd4e15', 'Uvq39kBMUWQu3qqwLXsPl8tcI_BKZiHRh3HKCqqJglg', 'sms', '15915010064', 'e2ddcf5f-589f-4f7c-9833-6ef1db936683', '+4741234567', NULL, NULL, '2026-11-20 07:00:00+00', NULL, NULL, NULL, 0, 0, '2026-11-20 07:00:00+00', '2026-11-20 07:20:00+00', '2026-11-20 11:00:00+00', NULL);

INSERT INTO public.working_times VALUES ('demo', '85ed0cc8-4da7-419f-a527-bc32558fa0b5', 'anne', 'west', '2026-11-23', 480, 720, NULL, false);
INSERT INTO public.working_times VALUES ('demo', 'f9454074-4c04-42e4-96c0-8531c60e29a5', 'anne', 'west', '2026-11-24', 480, 720, NULL, false);
INSERT INTO public.working_times VALUES ('demo', '97658073-3870-4b7e-a8e0-bf0b5043a458', 'anne', 'west', '2026-11-25', 480, 720, NULL, false);
INSERT INTO public.working_times VALUES ('demo', '1f6b3f15-649e-4799-97e5-83c2fbc9dc30', 'anne', 'west', '2026-11-26', 480, 720, NULL, false);
INSERT INTO public.working_times VALUES ('demo', 'e4ed676f-381c-4680-a04a-c4fb89cf1f63', 'anne', 'west', '2026-11-27', 480, 720, NULL, false);

SELECT pg_catalog.setval('public.opus_revision', 11, true);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.booking_templates
    ADD CONSTRAINT booking_templates_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.categories
    ADD CONSTRAINT categories_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.clinic_groups
    ADD CONSTRAINT clinic_groups_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.clinician_clinics
    ADD CONSTRAINT clinician_clinics_account_id_clinician_id_clinic_id_pk PRIMARY KEY (account_id, clinician_id, clinic_id);

ALTER TABLE ONLY public.clinicians
    ADD CONSTRAINT clinicians_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.clinics
    ADD CONSTRAINT clinics_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.code_failures
    ADD CONSTRAINT code_failures_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.demo_messages
    ADD CONSTRAINT demo_messages_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.eid_providers
    ADD CONSTRAINT eid_providers_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_account_id_scope_key_pk PRIMARY KEY (account_id, scope, key);

ALTER TABLE ONLY public.journal_entries
    ADD CONSTRAINT journal_entries_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.logins
    ADD CONSTRAINT logins_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.message_texts
    ADD CONSTRAINT message_texts_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.opus_migrations
    ADD CONSTRAINT opus_migrations_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.patient_changes
    ADD CONSTRAINT patient_changes_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.patients
    ADD CONSTRAINT patients_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.preblock_categories
    ADD CONSTRAINT preblock_categories_account_id_preblock_id_category_id_pk PRIMARY KEY (account_id, preblock_id, category_id);

ALTER TABLE ONLY public.preblock_definitions
    ADD CONSTRAINT preblock_definitions_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.preblock_list_items
    ADD CONSTRAINT preblock_list_items_account_id_list_id_position_pk PRIMARY KEY (account_id, list_id, "position");

ALTER TABLE ONLY public.preblock_lists
    ADD CONSTRAINT preblock_lists_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.preblock_placements
    ADD CONSTRAINT preblock_placements_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.rate_windows
    ADD CONSTRAINT rate_windows_account_id_subject_starts_at_pk PRIMARY KEY (account_id, subject, starts_at);

ALTER TABLE ONLY public.recalls
    ADD CONSTRAINT recalls_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_clinician_once EXCLUDE USING gist (account_id WITH =, clinician_id WITH =, party_id WITH <>, during WITH &&) WHERE ((status = ANY (ARRAY['held'::text, 'pending'::text, 'booked'::text])));

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_resource_once EXCLUDE USING gist (account_id WITH =, resource_id WITH =, party_id WITH <>, during WITH &&) WHERE (((status = ANY (ARRAY['held'::text, 'pending'::text, 'booked'::text])) AND (resource_id IS NOT NULL)));

ALTER TABLE ONLY public.resources
    ADD CONSTRAINT resources_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.template_list_items
    ADD CONSTRAINT template_list_items_account_id_list_id_position_pk PRIMARY KEY (account_id, list_id, "position");

ALTER TABLE ONLY public.template_lists
    ADD CONSTRAINT template_lists_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.working_times
    ADD CONSTRAINT working_times_account_id_id_pk PRIMARY KEY (account_id, id);

ALTER TABLE ONLY public.working_times
    ADD CONSTRAINT working_times_one_clinic EXCLUDE USING gist (account_id WITH =, clinician_id WITH =, clinic_id WITH <>, tsrange((date + ((from_minutes)::double precision * '00:01:00'::interval)), (date + ((to_minutes)::double precision * '00:01:00'::interval))) WITH &&);

CREATE INDEX bookings_mobile ON public.bookings USING btree (account_id, mobile);

CREATE INDEX bookings_national_id ON public.bookings USING btree (account_id, national_id);

CREATE INDEX bookings_patient ON public.bookings USING btree (account_id, patient_id);

CREATE UNIQUE INDEX bookings_reservation ON public.bookings USING btree (account_id, reservation_id);

CREATE INDEX code_failures_subject ON public.code_failures USING btree (account_id, subject, at);

CREATE INDEX demo_messages_at ON public.demo_messages USING btree (at);

CREATE INDEX idempotency_keys_created ON public.idempotency_keys USING btree (created_at);

CREATE INDEX journal_entries_patient ON public.journal_entries USING btree (account_id, patient_id, at);

CREATE INDEX logins_expiring ON public.logins USING btree (expires_at);

CREATE INDEX outbox_booking ON public.outbox USING btree (account_id, booking_id);

CREATE INDEX outbox_login ON public.outbox USING btree (account_id, login_id);

CREATE INDEX outbox_waiting ON public.outbox USING btree (account_id, status, send_at);

CREATE INDEX patient_changes_waiting ON public.patient_changes USING btree (account_id, status, asked_at);

CREATE UNIQUE INDEX patients_national_id ON public.patients USING btree (account_id, national_id);

CREATE INDEX preblock_list_items_preblock ON public.preblock_list_items USING btree (account_id, preblock_id);

CREATE INDEX preblock_placements_clinician_date ON public.preblock_placements USING btree (account_id, clinician_id, date);

CREATE INDEX preblock_placements_date ON public.preblock_placements USING btree (account_id, date);

CREATE INDEX preblock_placements_series ON public.preblock_placements USING btree (account_id, series);

CREATE INDEX rate_windows_start ON public.rate_windows USING btree (starts_at);

CREATE INDEX recalls_patient ON public.recalls USING btree (account_id, patient_id);

CREATE INDEX reservations_expiring ON public.reservations USING btree (expires_at) WHERE (status = ANY (ARRAY['held'::text, 'pending'::text]));

CREATE INDEX reservations_live_by_address ON public.reservations USING btree (account_id, address_hash) WHERE (status = 'held'::text);

CREATE UNIQUE INDEX reservations_one_hold_per_token ON public.reservations USING btree (account_id, token_hash) WHERE (status = 'held'::text);

CREATE UNIQUE INDEX reservations_one_live_hold ON public.reservations USING btree (account_id, party_id) WHERE (status = ANY (ARRAY['held'::text, 'pending'::text]));

CREATE INDEX reservations_start ON public.reservations USING btree (account_id, starts_at);

CREATE INDEX sessions_ending ON public.sessions USING btree (ends_at);

CREATE UNIQUE INDEX sessions_token ON public.sessions USING btree (account_id, token_hash);

CREATE INDEX working_times_clinician_date ON public.working_times USING btree (account_id, clinician_id, date);

CREATE INDEX working_times_date ON public.working_times USING btree (account_id, date);

CREATE INDEX working_times_series ON public.working_times USING btree (account_id, series);

CREATE TRIGGER new_revision BEFORE UPDATE ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.opus_new_revision();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.booking_templates FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.categories FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.clinic_groups FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.clinician_clinics FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.clinicians FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.clinics FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.companies FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.preblock_categories FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.preblock_definitions FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.preblock_list_items FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.preblock_lists FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.resources FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.template_list_items FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

CREATE TRIGGER touch_account AFTER INSERT OR DELETE OR UPDATE ON public.template_lists FOR EACH STATEMENT EXECUTE FUNCTION public.opus_touch_account();

ALTER TABLE ONLY public.booking_templates
    ADD CONSTRAINT booking_templates_account_id_category_id_categories_account_id_ FOREIGN KEY (account_id, category_id) REFERENCES public.categories(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_account_id_patient_id_patients_account_id_id_fk FOREIGN KEY (account_id, patient_id) REFERENCES public.patients(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_account_id_reservation_id_reservations_account_id_id_f FOREIGN KEY (account_id, reservation_id) REFERENCES public.reservations(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.categories
    ADD CONSTRAINT categories_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.clinic_groups
    ADD CONSTRAINT clinic_groups_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.clinician_clinics
    ADD CONSTRAINT clinician_clinics_account_id_clinic_id_clinics_account_id_id_fk FOREIGN KEY (account_id, clinic_id) REFERENCES public.clinics(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.clinician_clinics
    ADD CONSTRAINT clinician_clinics_account_id_clinician_id_clinicians_account_id FOREIGN KEY (account_id, clinician_id) REFERENCES public.clinicians(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.clinicians
    ADD CONSTRAINT clinicians_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.clinics
    ADD CONSTRAINT clinics_account_id_company_id_companies_account_id_id_fk FOREIGN KEY (account_id, company_id) REFERENCES public.companies(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.clinics
    ADD CONSTRAINT clinics_account_id_group_id_clinic_groups_account_id_id_fk FOREIGN KEY (account_id, group_id) REFERENCES public.clinic_groups(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.code_failures
    ADD CONSTRAINT code_failures_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.demo_messages
    ADD CONSTRAINT demo_messages_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.eid_providers
    ADD CONSTRAINT eid_providers_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.journal_entries
    ADD CONSTRAINT journal_entries_account_id_patient_id_patients_account_id_id_fk FOREIGN KEY (account_id, patient_id) REFERENCES public.patients(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.logins
    ADD CONSTRAINT logins_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.message_texts
    ADD CONSTRAINT message_texts_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.patient_changes
    ADD CONSTRAINT patient_changes_account_id_booking_id_bookings_account_id_id_fk FOREIGN KEY (account_id, booking_id) REFERENCES public.bookings(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.patient_changes
    ADD CONSTRAINT patient_changes_account_id_patient_id_patients_account_id_id_fk FOREIGN KEY (account_id, patient_id) REFERENCES public.patients(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.patients
    ADD CONSTRAINT patients_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.preblock_categories
    ADD CONSTRAINT preblock_categories_account_id_category_id_categories_account_i FOREIGN KEY (account_id, category_id) REFERENCES public.categories(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.preblock_categories
    ADD CONSTRAINT preblock_categories_account_id_preblock_id_preblock_definitions FOREIGN KEY (account_id, preblock_id) REFERENCES public.preblock_definitions(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.preblock_definitions
    ADD CONSTRAINT preblock_definitions_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.preblock_list_items
    ADD CONSTRAINT preblock_list_items_account_id_list_id_preblock_lists_account_i FOREIGN KEY (account_id, list_id) REFERENCES public.preblock_lists(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.preblock_list_items
    ADD CONSTRAINT preblock_list_items_account_id_preblock_id_preblock_definitions FOREIGN KEY (account_id, preblock_id) REFERENCES public.preblock_definitions(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.preblock_lists
    ADD CONSTRAINT preblock_lists_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.preblock_placements
    ADD CONSTRAINT preblock_placements_account_id_clinic_id_clinics_account_id_id_ FOREIGN KEY (account_id, clinic_id) REFERENCES public.clinics(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.preblock_placements
    ADD CONSTRAINT preblock_placements_account_id_clinician_id_clinicians_account_ FOREIGN KEY (account_id, clinician_id) REFERENCES public.clinicians(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.preblock_placements
    ADD CONSTRAINT preblock_placements_account_id_preblock_id_preblock_definitions FOREIGN KEY (account_id, preblock_id) REFERENCES public.preblock_definitions(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.rate_windows
    ADD CONSTRAINT rate_windows_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.recalls
    ADD CONSTRAINT recalls_account_id_booking_id_bookings_account_id_id_fk FOREIGN KEY (account_id, booking_id) REFERENCES public.bookings(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.recalls
    ADD CONSTRAINT recalls_account_id_clinician_id_clinicians_account_id_id_fk FOREIGN KEY (account_id, clinician_id) REFERENCES public.clinicians(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.recalls
    ADD CONSTRAINT recalls_account_id_patient_id_patients_account_id_id_fk FOREIGN KEY (account_id, patient_id) REFERENCES public.patients(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.recalls
    ADD CONSTRAINT recalls_account_id_template_id_booking_templates_account_id_id_ FOREIGN KEY (account_id, template_id) REFERENCES public.booking_templates(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_account_id_clinic_id_clinics_account_id_id_fk FOREIGN KEY (account_id, clinic_id) REFERENCES public.clinics(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_account_id_clinician_id_clinicians_account_id_id_f FOREIGN KEY (account_id, clinician_id) REFERENCES public.clinicians(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_account_id_resource_id_resources_account_id_id_fk FOREIGN KEY (account_id, resource_id) REFERENCES public.resources(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_account_id_template_id_booking_templates_account_i FOREIGN KEY (account_id, template_id) REFERENCES public.booking_templates(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.resources
    ADD CONSTRAINT resources_account_id_clinic_id_clinics_account_id_id_fk FOREIGN KEY (account_id, clinic_id) REFERENCES public.clinics(account_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_id_patient_id_patients_account_id_id_fk FOREIGN KEY (account_id, patient_id) REFERENCES public.patients(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.template_list_items
    ADD CONSTRAINT template_list_items_account_id_list_id_template_lists_account_i FOREIGN KEY (account_id, list_id) REFERENCES public.template_lists(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.template_list_items
    ADD CONSTRAINT template_list_items_account_id_template_id_booking_templates_ac FOREIGN KEY (account_id, template_id) REFERENCES public.booking_templates(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.template_lists
    ADD CONSTRAINT template_lists_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.working_times
    ADD CONSTRAINT working_times_account_id_clinic_id_clinics_account_id_id_fk FOREIGN KEY (account_id, clinic_id) REFERENCES public.clinics(account_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.working_times
    ADD CONSTRAINT working_times_account_id_clinician_id_clinicians_account_id_id_ FOREIGN KEY (account_id, clinician_id) REFERENCES public.clinicians(account_id, id) ON DELETE CASCADE;

ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.booking_templates ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.bookings ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.categories ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clinic_groups ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clinician_clinics ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clinicians ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clinics ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.code_failures ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.companies ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.demo_messages ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.eid_providers ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.journal_entries ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.logins ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message_texts ENABLE ROW LEVEL SECURITY;

CREATE POLICY one_account ON public.accounts TO opus_service USING ((id = current_setting('opus.account'::text, true))) WITH CHECK ((id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.booking_templates TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.bookings TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.categories TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.clinic_groups TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.clinician_clinics TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.clinicians TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.clinics TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.code_failures TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.companies TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.demo_messages TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.eid_providers TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.idempotency_keys TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.journal_entries TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.logins TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.message_texts TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.outbox TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.patient_changes TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.patients TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.preblock_categories TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.preblock_definitions TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.preblock_list_items TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.preblock_lists TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.preblock_placements TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.rate_windows TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.recalls TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.reservations TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.resources TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.sessions TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.template_list_items TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.template_lists TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

CREATE POLICY one_account ON public.working_times TO opus_service USING ((account_id = current_setting('opus.account'::text, true))) WITH CHECK ((account_id = current_setting('opus.account'::text, true)));

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patient_changes ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.patients ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.preblock_categories ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.preblock_definitions ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.preblock_list_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.preblock_lists ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.preblock_placements ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rate_windows ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.recalls ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reservations ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.resources ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.template_list_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.template_lists ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.working_times ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO opus_service;

GRANT USAGE ON SEQUENCE public.opus_revision TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.booking_templates TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.bookings TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.categories TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clinic_groups TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clinician_clinics TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clinicians TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.clinics TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_failures TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.companies TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.demo_messages TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.eid_providers TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.idempotency_keys TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_entries TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.logins TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_texts TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_changes TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patients TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.preblock_categories TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.preblock_definitions TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.preblock_list_items TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.preblock_lists TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.preblock_placements TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rate_windows TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recalls TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reservations TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.resources TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.template_list_items TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.template_lists TO opus_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.working_times TO opus_service;

