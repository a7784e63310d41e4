CREATE TABLE "authority"."access_token_counts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."access_token_counts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"tokens" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "authority"."access_tokens_owner_id_created_at_idx";--> statement-breakpoint
CREATE INDEX "access_tokens_owner_id_created_at_idx" ON "authority"."access_tokens" ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "access_token_counts_owner_id_idx" ON "authority"."access_token_counts" ("owner_id");--> statement-breakpoint
CREATE INDEX "access_tokens_owner_id_superseded_idx" ON "authority"."access_tokens" ("owner_id","expires_at") WHERE superseded_at is not null;