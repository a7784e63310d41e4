CREATE TABLE "authority"."gpg_keys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."gpg_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"key_id" text NOT NULL,
	"packet" bytea NOT NULL,
	"certificate" bytea NOT NULL,
	"emails" text[] NOT NULL,
	"can_sign" boolean NOT NULL,
	"can_encrypt" boolean NOT NULL,
	"is_verified" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"added_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "gpg_keys_key_id_check" CHECK (key_id ~ '^[0-9A-F]{16}$')
);
--> statement-breakpoint
CREATE TABLE "authority"."gpg_subkeys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."gpg_subkeys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"gpg_key_id" bigint NOT NULL,
	"key_id" text NOT NULL,
	"packet" bytea NOT NULL,
	"can_sign" boolean NOT NULL,
	"can_encrypt" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	CONSTRAINT "gpg_subkeys_key_id_check" CHECK (key_id ~ '^[0-9A-F]{16}$')
);
--> statement-breakpoint
CREATE UNIQUE INDEX "gpg_keys_key_id_key" ON "authority"."gpg_keys" ("key_id");--> statement-breakpoint
CREATE INDEX "gpg_keys_user_id_idx" ON "authority"."gpg_keys" ("user_id","id");--> statement-breakpoint
CREATE INDEX "gpg_subkeys_gpg_key_id_idx" ON "authority"."gpg_subkeys" ("gpg_key_id","id");--> statement-breakpoint
ALTER TABLE "authority"."gpg_keys" ADD CONSTRAINT "gpg_keys_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."gpg_subkeys" ADD CONSTRAINT "gpg_subkeys_gpg_key_id_gpg_keys_id_fkey" FOREIGN KEY ("gpg_key_id") REFERENCES "authority"."gpg_keys"("id") ON DELETE CASCADE;