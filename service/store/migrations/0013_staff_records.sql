CREATE SEQUENCE "public"."opus_history" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "staff_history" (
	"account_id" text NOT NULL,
	"id" bigint DEFAULT nextval('opus_history') NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"kind" text NOT NULL,
	"record_id" text,
	"record_name" text,
	"fields" text[] NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"images" text[] DEFAULT '{}' NOT NULL,
	"count" integer,
	"place" jsonb,
	"import_id" uuid,
	"undoes_id" bigint,
	CONSTRAINT "staff_history_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_images" (
	"account_id" text NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_images_account_id_hash_pk" PRIMARY KEY("account_id","hash")
);
--> statement-breakpoint
CREATE TABLE "patient_words" (
	"account_id" text NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	"patient_id" uuid NOT NULL,
	CONSTRAINT "patient_words_account_id_word_patient_id_pk" PRIMARY KEY("account_id","word","patient_id")
);
--> statement-breakpoint
ALTER TABLE "staff_history" ADD CONSTRAINT "staff_history_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_images" ADD CONSTRAINT "staff_images_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_words" ADD CONSTRAINT "patient_words_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_history_record" ON "staff_history" USING btree ("account_id","kind","record_id","id");--> statement-breakpoint
CREATE INDEX "staff_history_actor" ON "staff_history" USING btree ("account_id","actor_id","id");--> statement-breakpoint
CREATE INDEX "staff_history_at" ON "staff_history" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "staff_history_undoes" ON "staff_history" USING btree ("account_id","undoes_id");--> statement-breakpoint
CREATE INDEX "patient_words_patient" ON "patient_words" USING btree ("account_id","patient_id");--> statement-breakpoint
CREATE INDEX "patients_name" ON "patients" USING btree ("account_id","last_name","first_name","id");--> statement-breakpoint
CREATE INDEX "patients_mobile" ON "patients" USING btree ("account_id","mobile" text_pattern_ops);--> statement-breakpoint
-- The words of a name as they are searched for: small letters without accents, whatever the collation of the database.
CREATE FUNCTION opus_name_words(name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT word FROM regexp_split_to_table(
    lower(translate(
      replace(replace(name, 'ß', 'ss'), 'Þ', 'Th'),
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝàáâãäåæçèéêëìíîïðñòóôõöøùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľĿŀŁłŃńŅņŇňŊŋŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž',
      'aaaaaaaceeeeiiiidnoooooouuuuyaaaaaaaceeeeiiiidnoooooouuuuyyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjkkllllllllllnnnnnnnnoooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz'
    )),
    '[[:space:].,;:''’/()–-]+'
  ) AS word WHERE word <> ''
$$;
--> statement-breakpoint
CREATE FUNCTION opus_keep_patient_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM patient_words WHERE account_id = NEW.account_id AND patient_id = NEW.id;
  END IF;
  INSERT INTO patient_words (account_id, word, patient_id)
    SELECT NEW.account_id, word, NEW.id FROM opus_name_words(NEW.first_name || ' ' || NEW.last_name) AS word;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_words AFTER INSERT OR UPDATE OF first_name, last_name ON patients
  FOR EACH ROW EXECUTE FUNCTION opus_keep_patient_words();
--> statement-breakpoint
INSERT INTO patient_words (account_id, word, patient_id)
  SELECT account_id, word, id FROM patients, opus_name_words(first_name || ' ' || last_name) AS word;
