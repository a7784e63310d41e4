CREATE TABLE "authority"."ssh_keys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."ssh_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"title" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "ssh_keys_fingerprint_key" ON "authority"."ssh_keys" ("fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "ssh_keys_user_id_title_key" ON "authority"."ssh_keys" ("user_id","title");--> statement-breakpoint
CREATE INDEX "ssh_keys_user_id_idx" ON "authority"."ssh_keys" ("user_id","id");--> statement-breakpoint
ALTER TABLE "authority"."ssh_keys" ADD CONSTRAINT "ssh_keys_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;