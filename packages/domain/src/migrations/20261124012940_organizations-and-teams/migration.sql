CREATE TABLE "authority"."organization_members" (
	"organization_id" bigint,
	"user_id" bigint,
	"is_public" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organization_members_pkey" PRIMARY KEY("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "authority"."collaborations" (
	"repository_id" bigint,
	"user_id" bigint,
	"level" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "collaborations_pkey" PRIMARY KEY("repository_id","user_id"),
	CONSTRAINT "collaborations_level_check" CHECK (level in ('read', 'write', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "authority"."team_members" (
	"team_id" bigint,
	"organization_id" bigint NOT NULL,
	"user_id" bigint,
	CONSTRAINT "team_members_pkey" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "authority"."team_repositories" (
	"team_id" bigint,
	"repository_id" bigint,
	CONSTRAINT "team_repositories_pkey" PRIMARY KEY("team_id","repository_id")
);
--> statement-breakpoint
CREATE TABLE "authority"."teams" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authority"."teams_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organization_id" bigint NOT NULL,
	"name" text NOT NULL,
	"lower_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"permission" text NOT NULL,
	"units" jsonb NOT NULL,
	"includes_all_repositories" boolean NOT NULL,
	"can_create_repositories" boolean NOT NULL,
	"repository_level" text GENERATED ALWAYS AS (case when permission in ('admin', 'owner') then 'owner'
          when units->>'repo.code' in ('write', 'admin', 'owner') then 'write'
          when jsonb_path_exists(units, '$.* ? (@ != "none")') then 'read'
          else 'none' end) STORED NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "teams_id_organization_id_key" UNIQUE("id","organization_id"),
	CONSTRAINT "teams_permission_check" CHECK (permission in ('none', 'read', 'write', 'admin', 'owner')),
	CONSTRAINT "teams_units_check" CHECK (jsonb_typeof(units) = 'object')
);
--> statement-breakpoint
ALTER TABLE "authority"."repositories" ADD COLUMN "website" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "authority"."repositories" ADD COLUMN "archived_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "authority"."repositories" ADD COLUMN "has_actions" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "authority"."repositories" ADD COLUMN "preferences" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "authority"."users" ADD COLUMN "contact_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "authority"."users" ADD COLUMN "can_repository_admin_change_teams" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "organization_members_user_id_idx" ON "authority"."organization_members" ("user_id");--> statement-breakpoint
CREATE INDEX "collaborations_user_id_idx" ON "authority"."collaborations" ("user_id");--> statement-breakpoint
CREATE INDEX "team_members_organization_id_user_id_idx" ON "authority"."team_members" ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "team_members_user_id_idx" ON "authority"."team_members" ("user_id");--> statement-breakpoint
CREATE INDEX "team_repositories_repository_id_idx" ON "authority"."team_repositories" ("repository_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_organization_id_lower_name_key" ON "authority"."teams" ("organization_id","lower_name");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_organization_id_key" ON "authority"."teams" ("organization_id") WHERE permission = 'owner';--> statement-breakpoint
ALTER TABLE "authority"."organization_members" ADD CONSTRAINT "organization_members_organization_id_users_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."organization_members" ADD CONSTRAINT "organization_members_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id");--> statement-breakpoint
ALTER TABLE "authority"."collaborations" ADD CONSTRAINT "collaborations_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."collaborations" ADD CONSTRAINT "collaborations_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."team_members" ADD CONSTRAINT "team_members_team_id_organization_id_fkey" FOREIGN KEY ("team_id","organization_id") REFERENCES "authority"."teams"("id","organization_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."team_members" ADD CONSTRAINT "team_members_organization_id_user_id_fkey" FOREIGN KEY ("organization_id","user_id") REFERENCES "authority"."organization_members"("organization_id","user_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."team_repositories" ADD CONSTRAINT "team_repositories_team_id_teams_id_fkey" FOREIGN KEY ("team_id") REFERENCES "authority"."teams"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."team_repositories" ADD CONSTRAINT "team_repositories_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."teams" ADD CONSTRAINT "teams_organization_id_users_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."users" ADD CONSTRAINT "users_organization_check" CHECK (kind <> 'organization' or (password_hash is null and not must_change_password and not is_admin));--> statement-breakpoint
ALTER TABLE "authority"."users" DROP CONSTRAINT "users_kind_check", ADD CONSTRAINT "users_kind_check" CHECK (kind in ('individual', 'bot', 'organization'));