CREATE TABLE "authority"."stars" (
	"user_id" bigint,
	"repository_id" bigint,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "stars_pkey" PRIMARY KEY("user_id","repository_id")
);
--> statement-breakpoint
CREATE TABLE "authority"."watches" (
	"user_id" bigint,
	"repository_id" bigint,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "watches_pkey" PRIMARY KEY("user_id","repository_id")
);
--> statement-breakpoint
CREATE INDEX "stars_repository_id_idx" ON "authority"."stars" ("repository_id");--> statement-breakpoint
CREATE INDEX "watches_repository_id_idx" ON "authority"."watches" ("repository_id");--> statement-breakpoint
ALTER TABLE "authority"."stars" ADD CONSTRAINT "stars_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."stars" ADD CONSTRAINT "stars_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."watches" ADD CONSTRAINT "watches_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "authority"."users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "authority"."watches" ADD CONSTRAINT "watches_repository_id_repositories_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "authority"."repositories"("id") ON DELETE CASCADE;--> statement-breakpoint
-- Who makes a repository watches it; those that are there already count their owners.
INSERT INTO "authority"."watches" ("user_id", "repository_id", "created_at")
	SELECT repositories."owner_id", repositories."id", repositories."created_at" FROM "authority"."repositories"
	JOIN "authority"."users" ON users."id" = repositories."owner_id" AND users."kind" <> 'organization';
