CREATE TABLE "authority"."repository_redirects" (
	"owner_id" bigint,
	"lower_name" text,
	"repository_id" bigint NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "repository_redirects_pkey" PRIMARY KEY("owner_id","lower_name")
);
--> statement-breakpoint
CREATE TABLE "authority"."repository_transfers" (
	"repository_id" bigint PRIMARY KEY,
	"recipient_id" bigint NOT NULL,
	"doer_id" bigint NOT NULL,
	"team_ids" bigint[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "repository_redirects_repository_id_idx" ON "authority"."repository_redirects" ("repository_id");--> statement-breakpoint
CREATE INDEX "repository_transfers_recipient_id_idx" ON "authority"."repository_transfers" ("recipient_id");--> statement-breakpoint
CREATE INDEX "repository_transfers_doer_id_idx" ON "authority"."repository_transfers" ("doer_id");--> statement-breakpoint
ALTER TABLE "authority"."repository_redirects" ADD CONSTRAINT "repository_redirects_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."repository_redirects" ADD CONSTRAINT "repository_redirects_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."repository_transfers" ADD CONSTRAINT "repository_transfers_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."repository_transfers" ADD CONSTRAINT "repository_transfers_recipient_id_users_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."repository_transfers" ADD CONSTRAINT "repository_transfers_doer_id_users_id_fkey" FOREIGN KEY ("doer_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;