ALTER TABLE "authority"."avatars" ADD COLUMN "repository_id" bigint;--> statement-breakpoint
ALTER TABLE "authority"."repositories" ADD COLUMN "avatar_id" uuid;--> statement-breakpoint
ALTER TABLE "authority"."avatars" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "authority"."avatars" ADD CONSTRAINT "avatars_repository_id_key" UNIQUE("repository_id");--> statement-breakpoint
ALTER TABLE "authority"."avatars" ADD CONSTRAINT "avatars_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."avatars" ADD CONSTRAINT "avatars_check" CHECK (num_nonnulls(user_id, repository_id) = 1);