CREATE TABLE "authority"."action_runners" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."action_runners_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"repository_id" bigint,
	"uuid" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"is_ephemeral" boolean NOT NULL,
	"token_hash" bytea NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "action_runners_owner_check" CHECK (num_nonnulls(owner_id, repository_id) = 1),
	CONSTRAINT "action_runners_token_hash_check" CHECK (octet_length(token_hash) = 32)
);
--> statement-breakpoint
CREATE TABLE "authority"."action_secrets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."action_secrets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"repository_id" bigint,
	"name" text NOT NULL,
	"sealed_data" bytea NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "action_secrets_owner_check" CHECK (num_nonnulls(owner_id, repository_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "authority"."action_variables" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."action_variables_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"repository_id" bigint,
	"name" text NOT NULL,
	"data" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "action_variables_owner_check" CHECK (num_nonnulls(owner_id, repository_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "authority"."hooks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."hooks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"type" text NOT NULL,
	"content_type" text NOT NULL,
	"branch_filter" text NOT NULL,
	"events" text[] NOT NULL,
	"is_active" boolean NOT NULL,
	"metadata" jsonb,
	"sealed_delivery" bytea NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "action_runners_uuid_key" ON "authority"."action_runners" ("uuid");--> statement-breakpoint
CREATE INDEX "action_runners_owner_id_idx" ON "authority"."action_runners" ("owner_id","id");--> statement-breakpoint
CREATE INDEX "action_runners_repository_id_idx" ON "authority"."action_runners" ("repository_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_secrets_owner_id_name_key" ON "authority"."action_secrets" ("owner_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "action_secrets_repository_id_name_key" ON "authority"."action_secrets" ("repository_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "action_variables_owner_id_name_key" ON "authority"."action_variables" ("owner_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "action_variables_repository_id_name_key" ON "authority"."action_variables" ("repository_id","name");--> statement-breakpoint
CREATE INDEX "hooks_owner_id_idx" ON "authority"."hooks" ("owner_id","id");--> statement-breakpoint
ALTER TABLE "authority"."action_runners" ADD CONSTRAINT "action_runners_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."action_runners" ADD CONSTRAINT "action_runners_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."action_secrets" ADD CONSTRAINT "action_secrets_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."action_secrets" ADD CONSTRAINT "action_secrets_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."action_variables" ADD CONSTRAINT "action_variables_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."action_variables" ADD CONSTRAINT "action_variables_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."hooks" ADD CONSTRAINT "hooks_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;