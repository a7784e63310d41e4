CREATE TABLE "authority"."access_token_repositories" (
	"token_id" bigint,
	"repository_id" bigint,
	"position" smallint NOT NULL,
	CONSTRAINT "access_token_repositories_pkey" PRIMARY KEY("token_id","repository_id")
);
--> statement-breakpoint
CREATE TABLE "authority"."access_token_uses" (
	"token_id" bigint PRIMARY KEY,
	"last_used_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority"."access_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."access_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"name" text NOT NULL,
	"token_hash" bytea NOT NULL,
	"token_last_eight" text NOT NULL,
	"scopes" text NOT NULL,
	"is_repository_restricted" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"superseded_at" timestamp(3) with time zone,
	CONSTRAINT "access_tokens_token_hash_check" CHECK (octet_length(token_hash) = 32),
	CONSTRAINT "access_tokens_superseded_at_check" CHECK (superseded_at is null or expires_at is not null)
);
--> statement-breakpoint
CREATE TABLE "authority"."audit_events" (
	"id" bigint PRIMARY KEY,
	"at" timestamp(3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_id" bigint,
	"actor_name" text NOT NULL,
	"via" text NOT NULL,
	"credential_id" bigint,
	"remote_address" text,
	"target_type" text NOT NULL,
	"target_id" bigint NOT NULL,
	"target_name" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"hash" bytea NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority"."repositories" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."repositories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"name" text NOT NULL,
	"lower_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_private" boolean NOT NULL,
	"is_template" boolean DEFAULT false NOT NULL,
	"default_branch" text DEFAULT 'main' NOT NULL,
	"object_format_name" text DEFAULT 'sha1' NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority"."email_addresses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."email_addresses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"email" text NOT NULL,
	"lower_email" text GENERATED ALWAYS AS (lower(email)) STORED NOT NULL,
	"is_primary" boolean NOT NULL,
	"is_activated" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority"."user_redirects" (
	"lower_name" text PRIMARY KEY,
	"user_id" bigint NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority"."users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"lower_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL,
	"full_name" text DEFAULT '' NOT NULL,
	"password_hash" text,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"login_name" text DEFAULT '' NOT NULL,
	"source_id" bigint DEFAULT 0 NOT NULL,
	"language" text DEFAULT '' NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"is_restricted" boolean DEFAULT false NOT NULL,
	"is_login_prohibited" boolean DEFAULT false NOT NULL,
	"is_email_hidden" boolean DEFAULT false NOT NULL,
	"is_pronouns_hidden" boolean DEFAULT false NOT NULL,
	"can_create_organization" boolean DEFAULT true NOT NULL,
	"can_edit_git_hooks" boolean DEFAULT false NOT NULL,
	"can_import_local" boolean DEFAULT false NOT NULL,
	"max_repositories" integer DEFAULT -1 NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"pronouns" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"last_login_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "users_kind_check" CHECK (kind in ('individual', 'bot')),
	CONSTRAINT "users_visibility_check" CHECK (visibility in ('public', 'limited', 'private')),
	CONSTRAINT "users_bot_check" CHECK (kind <> 'bot' or (password_hash is null and not must_change_password))
);
--> statement-breakpoint
CREATE INDEX "access_token_repositories_repository_id_idx" ON "authority"."access_token_repositories" ("repository_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_token_hash_key" ON "authority"."access_tokens" ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_owner_id_name_key" ON "authority"."access_tokens" ("owner_id","name") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "access_tokens_owner_id_created_at_idx" ON "authority"."access_tokens" ("owner_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_hash_key" ON "authority"."audit_events" ("hash");--> statement-breakpoint
CREATE INDEX "audit_events_target_idx" ON "authority"."audit_events" ("target_type","target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "repositories_owner_id_lower_name_key" ON "authority"."repositories" ("owner_id","lower_name");--> statement-breakpoint
CREATE INDEX "repositories_lower_name_idx" ON "authority"."repositories" ("lower_name");--> statement-breakpoint
CREATE UNIQUE INDEX "email_addresses_lower_email_key" ON "authority"."email_addresses" ("lower_email");--> statement-breakpoint
CREATE UNIQUE INDEX "email_addresses_user_id_key" ON "authority"."email_addresses" ("user_id") WHERE is_primary;--> statement-breakpoint
CREATE INDEX "email_addresses_user_id_idx" ON "authority"."email_addresses" ("user_id");--> statement-breakpoint
CREATE INDEX "user_redirects_user_id_idx" ON "authority"."user_redirects" ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_lower_name_key" ON "authority"."users" ("lower_name");--> statement-breakpoint
CREATE INDEX "users_is_admin_idx" ON "authority"."users" ("id") WHERE is_admin;--> statement-breakpoint
ALTER TABLE "authority"."access_token_repositories" ADD CONSTRAINT "access_token_repositories_token_id_access_tokens_id_fkey" FOREIGN KEY ("token_id") REFERENCES "authority"."access_tokens"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."access_token_repositories" ADD CONSTRAINT "access_token_repositories_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."access_token_uses" ADD CONSTRAINT "access_token_uses_token_id_access_tokens_id_fkey" FOREIGN KEY ("token_id") REFERENCES "authority"."access_tokens"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."access_tokens" ADD CONSTRAINT "access_tokens_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."repositories" ADD CONSTRAINT "repositories_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "authority"."users"("id");--> statement-breakpoint
ALTER TABLE "authority"."email_addresses" ADD CONSTRAINT "email_addresses_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."user_redirects" ADD CONSTRAINT "user_redirects_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;