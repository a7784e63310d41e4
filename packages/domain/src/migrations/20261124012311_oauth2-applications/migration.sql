CREATE TABLE "authority"."oauth2_applications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."oauth2_applications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"name" text NOT NULL,
	"client_id" uuid NOT NULL,
	"client_secret_hash" bytea NOT NULL,
	"is_confidential" boolean NOT NULL,
	"redirect_uris" text[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "oauth2_applications_client_secret_hash_check" CHECK (octet_length(client_secret_hash) = 32)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "oauth2_applications_client_id_key" ON "authority"."oauth2_applications" ("client_id");--> statement-breakpoint
CREATE INDEX "oauth2_applications_owner_id_idx" ON "authority"."oauth2_applications" ("owner_id","id");--> statement-breakpoint
ALTER TABLE "authority"."oauth2_applications" ADD CONSTRAINT "oauth2_applications_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;